"""Every rule does what its examples say, no two rules have one name, and every fact leads to its rule."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.outline_rules import OutlineRule
from ingest.reading import read_facts
from ingest.register import read_all_registered
from ingest.rulebook import MODULES, AnyRule, all_rules, rulebook
from ingest.rules import RuleError, check_names
from ingest.tasks import find_tasks
from ontology.vocabulary import load_regions

ALL = all_rules()
FILES = sorted((Path(__file__).parents[2] / "ingest").glob("*.py"))
_LONG = 80  # characters: a shorter expression is read at a glance
_LONGEST_FILE = 300  # lines


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_a_rule_finds_its_examples_and_not_its_counter_examples(rule: AnyRule) -> None:
    assert rule.examples
    rule.check()


def test_the_rulebook_gathers_every_module_that_lists_rules() -> None:
    listing = {path.stem for path in FILES if re.search(r"^RULES\b", path.read_text(encoding="utf-8"), re.M)}
    assert {module.__name__ for module in MODULES} == {f"ingest.{name}" for name in listing}


def test_no_two_rules_have_one_name() -> None:
    with pytest.raises(RuleError, match=r"statement\.amount: found twice"):
        check_names((*ALL, next(rule for rule in ALL if rule.name == "statement.amount")))
    check_names(ALL)


def test_the_rule_of_every_fact_stands_in_the_rulebook() -> None:
    regions = load_regions()
    named = {fact.rule for source in read_all_registered() for fact in read_facts(source, regions)}
    assert len(named) > 20
    assert named <= rulebook().keys()


def test_a_rule_says_in_one_line_what_it_relies_on() -> None:
    for note in rulebook().values():
        assert note.relies_on
        assert "\n" not in note.relies_on


@pytest.mark.parametrize(
    ("examples", "counter_examples", "told"),
    [
        (("三、主要任务\n⟦（一）助餐⟧\n1.社区食堂。办好食堂。\n四、保障措施\n（一）加强领导。落实。",), (), "missed"),
        ((), ("三、主要任务\n（一）助餐\n⟦1.社区食堂。⟧办好食堂。\n四、保障措施\n（一）加强领导。落实。",), "found"),
    ],
)
def test_a_rule_over_outlines_is_held_to_its_examples(
    examples: tuple[str, ...], counter_examples: tuple[str, ...], told: str
) -> None:
    rule = OutlineRule("task.finest_section", "…", find_tasks, examples, counter_examples)
    with pytest.raises(RuleError, match=told):
        rule.check()


def test_no_file_of_rules_is_too_long_to_be_read() -> None:
    assert [path.name for path in FILES if path.read_text(encoding="utf-8").count("\n") > _LONGEST_FILE] == []


def bare_expressions(text: str) -> Iterator[int]:
    """The lines of long regular expressions that are no rule, have no comment and name none of their parts."""
    lines = text.split("\n")
    in_rules = {
        inner
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Rule"
        for inner in (ast.unparse(node) for node in ast.walk(call) if isinstance(node, ast.Call))
    }
    for statement in ast.walk(ast.parse(text)):
        if not isinstance(statement, ast.Assign | ast.AnnAssign):
            continue
        around = lines[statement.lineno - 2 : statement.end_lineno]
        for call in ast.walk(statement):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "re.compile":
                pattern = ast.unparse(call)
                told = pattern in in_rules or "?P<" in pattern or any("# " in line for line in around)
                if len(pattern) > _LONG and not told:
                    yield call.lineno


def test_an_expression_without_a_word_about_it_is_noticed() -> None:
    long = "x" * _LONG
    assert list(bare_expressions(f're\n_A = re.compile("{long}")')) == [2]
    assert list(bare_expressions(f'# what it is\n_A = re.compile("{long}")')) == []
    assert list(bare_expressions(f're\nA = Rule("a", "b", re.compile("{long}"))')) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_long_expression_has_a_comment_or_a_name_for_its_parts(path: Path) -> None:
    assert [f"{path.name}:{line}" for line in bare_expressions(path.read_text(encoding="utf-8"))] == []

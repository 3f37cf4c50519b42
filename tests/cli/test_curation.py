"""A person's verdicts: they win over the rules, outlast an ingest, and are told of when they no longer fit."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import TEXTS, Done, crossplan, records

GUIDE = Path(__file__).parents[2] / "docs" / "curation.md"
(EXAMPLE,) = re.findall(r"^```toml\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.M | re.S)
DUTY = 'plan = "kunming"\nkind = "responsibility"\nquote = "责任单位：市民政局、市财政局"\nreason = "核对"\n'
CENTRE = "每个街道建成1个综合养老服务中心"


def facts(directory: Path, verdicts: str = "", file: Path = TEXTS / "kunming.txt") -> Done:
    directory.mkdir(exist_ok=True)
    (directory / "curation.toml").write_text(verdicts, encoding="utf-8")
    return crossplan(directory, "facts", file)


def of_kind(found: list[dict[str, Any]], kind: str) -> dict[str, dict[str, Any]]:
    return {fact["id"]: fact for fact in found if fact["kind"] == kind}


def test_the_example_of_the_guide_does_what_the_guide_says(tmp_path: Path) -> None:
    before = records(facts(tmp_path))
    done = facts(tmp_path, EXAMPLE)
    after = records(done)
    assert done.err == ""
    assert [fact["quote"] for fact in before if fact not in after] == [
        CENTRE,
        "截至2020年底，全市有社区工作者5200人",
    ]
    changed, added = (fact for fact in after if fact not in before)
    assert (changed["id"], changed["subject"], changed["value"]) == ("kunming/1#c1/baseline-1", "社区工作者人数", 5200)
    assert (changed["rule"], changed["reason"]) == ("curated", "指标的通行名称")
    assert {name: added[name] for name in ("department", "role", "unit", "unit_id", "clause_id", "quote", "rule")} == {
        "department": "市财政局",
        "role": "named",
        "unit": "强化经费保障",
        "unit_id": "kunming/4.2/safeguard",
        "clause_id": "kunming/4.2#c1",
        "quote": "将社区服务经费纳入财政预算",
        "rule": "curated",
    }
    assert added["reason"].startswith("财政预算由市财政局编制")


def test_the_explanation_of_a_curated_fact_is_the_reason(tmp_path: Path) -> None:
    facts(tmp_path, EXAMPLE)
    explained = records(crossplan(tmp_path, "facts", TEXTS / "kunming.txt", "--explain"))
    (added,) = (fact for fact in explained if fact["kind"] == "responsibility" and fact["rule"] == "curated")
    assert added["reason"] == "财政预算由市财政局编制，见市政府三定规定"
    assert added["explanation"]["rule"]["relies_on"].startswith("a person read the source and decided")
    assert added["explanation"]["path"] == ["保障措施", "强化经费保障"]


def test_the_id_of_an_added_fact_does_not_depend_on_the_rest_of_the_file(tmp_path: Path) -> None:
    def added(verdicts: str) -> str:
        (fact,) = (one for one in records(facts(tmp_path, verdicts)) if one["id"].startswith("kunming/curated/"))
        return str(fact["id"])

    entries = re.split(r"(?=^\[\[)", EXAMPLE, flags=re.M)[1:]
    assert added(EXAMPLE) == added("".join(reversed(entries))) == added(entries[2])


def test_where_tells_one_body_of_a_list_from_another(tmp_path: Path) -> None:
    found = records(facts(tmp_path, f'[[wrong]]\n{DUTY}where = {{ department = "市财政局" }}\n'))
    assert {duty["department"] for duty in of_kind(found, "responsibility").values()} == {
        "市民政局", "市卫生健康委", "各县（市）区人民政府",
    }  # fmt: skip
    done = facts(tmp_path, f"[[wrong]]\n{DUTY}")
    assert "found 2 facts" in done.err
    assert "say by where which one is meant" in done.err


def test_a_quote_may_be_broken_over_lines_in_the_plan(tmp_path: Path) -> None:
    path = tmp_path / "kunming.txt"
    text = (TEXTS / "kunming.txt").read_text(encoding="utf-8").replace("综合养老服务中心", "综合养\n 老服务中心")
    path.write_text(text, encoding="utf-8")
    done = facts(tmp_path, EXAMPLE, path)
    assert done.err == ""
    assert CENTRE not in {fact["quote"].replace("\n ", "") for fact in records(done) if fact["kind"] == "target"}


def test_a_value_can_be_left_unsaid(tmp_path: Path) -> None:
    verdict = '[[change]]\nplan = "kunming"\nkind = "target"\nquote = "到2025年，社区综合服务设施覆盖率达到95%"\n'
    found = records(facts(tmp_path, f'{verdict}to = {{ comparator = ">=" }}\nwithout = ["by_year"]\nreason = "核对"\n'))
    target = of_kind(found, "target")["kunming/2.2#c1/target-1"]
    assert (target["comparator"], target["by_year"], target["value"]) == (">=", None, 95)


def test_what_stood_under_a_wrong_task_stands_under_its_section(tmp_path: Path) -> None:
    verdict = '[[wrong]]\nplan = "kunming"\nkind = "task"\nquote = "2. 发展助餐服务"\nreason = "核对"\n'
    found = records(facts(tmp_path, verdict))
    assert "kunming/3.1.2/task" not in of_kind(found, "task")
    duty = of_kind(found, "responsibility")["kunming/3.1.2#c2/responsibility-1"]
    assert (duty["unit"], duty["unit_id"]) == ("发展助餐服务", "kunming/3.1.2")


def test_a_new_title_of_a_task_stands_in_the_facts_under_it(tmp_path: Path) -> None:
    verdict = '[[change]]\nplan = "kunming"\nkind = "task"\nquote = "2. 发展助餐服务"\nto = { title = "助餐" }\n'
    found = records(facts(tmp_path, f'{verdict}reason = "核对"\n'))
    assert of_kind(found, "task")["kunming/3.1.2/task"]["title"] == "助餐"
    assert of_kind(found, "responsibility")["kunming/3.1.2#c2/responsibility-1"]["unit"] == "助餐"


def test_a_duty_can_be_given_to_another_unit_by_its_title(tmp_path: Path) -> None:
    entry = f'[[change]]\n{DUTY}where = {{ department = "市财政局" }}\nto = {{ unit = "%s" }}\n'
    found = records(facts(tmp_path, entry % "强化经费保障"))
    duty = of_kind(found, "responsibility")["kunming/3.1.1#c2/responsibility-2"]
    assert (duty["unit"], duty["unit_id"]) == ("强化经费保障", "kunming/4.2/safeguard")
    assert (
        "found no special_action or task or safeguard or section titled '无此任务'"
        in facts(tmp_path, entry % "无此任务").err
    )


@pytest.mark.parametrize(
    ("kind", "quote", "fact", "expected"),
    [
        ("target", "支持社区食堂为老年人提供助餐服务", 'subject = "助餐", value = 100, unit_of_measure = "%"',
         {"value": 100.0, "comparator": "=", "by_year": None, "unit": "发展助餐服务"}),
        ("indicator", "社区综合服务设施覆盖率达到95%",
         'name = "覆盖率", target_value = "95%", value = 95.0, unit = "%"',
         {"row": 3, "name": "覆盖率", "unit": "%", "base_value": None, "section_id": "kunming/2.2"}),
        ("task", "增进民生福祉", 'title = "增进福祉"',
         {"title": "增进福祉", "parent": None, "section_id": "kunming/2.1"}),
        ("special_action", "支持社区食堂为老年人提供助餐服务", 'title = "助餐行动"',
         {"under_task": "发展助餐服务", "under_task_id": "kunming/3.1.2/task", "column": None}),
        ("reference", "纳入财政预算", 'title = "预算法"', {"title": "预算法", "clause_id": "kunming/4.2#c1"}),
    ],
)  # fmt: skip
def test_what_the_rules_missed_is_added_where_its_quote_stands(
    tmp_path: Path, kind: str, quote: str, fact: str, expected: dict[str, Any]
) -> None:
    entry = f'[[add]]\nplan = "kunming"\nkind = "{kind}"\nquote = "{quote}"\nfact = {{ {fact} }}\nreason = "核对"\n'
    done = facts(tmp_path, entry)
    assert done.err == ""
    (added,) = (one for one in records(done) if one["rule"] == "curated")
    assert {name: added[name] for name in expected} == expected
    assert added["quote"] == quote


MISTAKES = [
    ("[[wrong]\n", "curation.toml:1: found Expected ']]'"),
    ("[[remove]]\n", "curation.toml: found remove, expected [[wrong]], [[change]], [[add]]"),
    ("[[wrong]]\n", "curation.toml:1: wrong: found no plan, expected a text"),
    (
        f"\n\n[[wrong]]\n{DUTY}note = 1\n",
        "curation.toml:3: wrong: found note, expected one of plan, kind, quote, reason",
    ),
    (
        f"[[wrong]]\n{DUTY}".replace("responsibility", "duty"),
        "curation.toml:1: wrong: found kind 'duty', expected one of",
    ),
    (f"[[wrong]]\n{DUTY}".replace("核对", " "), "curation.toml:1: wrong: found reason = ' ', expected a text"),
    (f"[[change]]\n{DUTY}", "curation.toml:1: change: found nothing to change"),
    (f'[[change]]\n{DUTY}to = {{ role = "boss" }}\n', "found to.role = 'boss', expected one of lead, joint, named"),
    (f"[[change]]\n{DUTY}to = {{ subject = 1 }}\n", "found to.subject, expected a field of a responsibility: unit"),
    (f'[[change]]\n{DUTY}without = ["role"]\n', "found without = ['role'], expected a list of nothing"),
    (f"[[add]]\n{DUTY}", "curation.toml:1: add: found no department, role in fact"),
    (f"[[wrong]]\n{DUTY}".replace("responsibility", "section"), "found wrong for a section, expected change"),
]


@pytest.mark.parametrize(("verdicts", "told"), MISTAKES, ids=[told for _, told in MISTAKES])
def test_a_mistake_in_the_file_is_one_line_that_names_its_place(tmp_path: Path, verdicts: str, told: str) -> None:
    done = facts(tmp_path, verdicts)
    assert (done.code, done.out) == (2, "")
    assert any(told in line for line in done.err.splitlines()), done.err


def test_every_mistake_has_a_line_of_its_own(tmp_path: Path) -> None:
    done = facts(tmp_path, f"[[change]]\n{DUTY}\n[[wrong]]\n{DUTY}where = {{ value = 1 }}\n")
    first, second = done.err.splitlines()
    assert first.startswith("crossplan: curation.toml:1: change:")
    assert second.startswith("crossplan: curation.toml:7: wrong: found where.value")


def test_a_line_of_a_reason_that_looks_like_an_entry_is_none(tmp_path: Path) -> None:
    entry = f'[[wrong]]\n{DUTY}where = {{ department = "市财政局" }}\n'.replace('"核对"', "'''\n[[add]]\n'''")
    done = facts(tmp_path, f"{entry}[[change]]\n{DUTY}")
    assert done.err.startswith("crossplan: curation.toml:9: change: found nothing to change")


CONTRADICTIONS = {
    "wrong and change": (
        f'[[wrong]]\n{DUTY}where = {{ department = "市财政局" }}\n'
        f'[[change]]\n{DUTY}where = {{ department = "市财政局" }}\nto = {{ role = "lead" }}\n'
    ),
    "two values of role": (
        f'[[change]]\n{DUTY}where = {{ department = "市财政局" }}\nto = {{ role = "named" }}\n'
        f'[[change]]\n{DUTY}where = {{ role = "joint" }}\nto = {{ role = "lead" }}\n'
    ),
}


@pytest.mark.parametrize("about", CONTRADICTIONS)
def test_verdicts_that_contradict_each_other_are_named_with_their_lines(tmp_path: Path, about: str) -> None:
    done = facts(tmp_path, CONTRADICTIONS[about])
    assert (done.code, done.out) == (2, "")
    (line,) = done.err.splitlines()
    assert line == (
        f"crossplan: curation.toml:{8 if 'values' in about else 7}: found {about} for one responsibility, "
        "against curation.toml:1; expected one verdict"
    )


def test_verdicts_that_quote_differently_and_mean_one_fact_can_contradict_each_other(tmp_path: Path) -> None:
    wrong, change = re.split(r"(?=^\[\[)", EXAMPLE, flags=re.M)[1:3]
    other = change.replace("baseline", "target").replace("截至2020年底，全市有社区工作者5200人", CENTRE[4:])
    done = facts(tmp_path, wrong + other)
    assert (done.code, done.out) == (2, "")
    assert "found wrong and change for one target, against curation.toml:1" in done.err


def test_the_file_may_stand_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.settings import StoreSettings

    settings = StoreSettings.from_environment({"CROSSPLAN_CURATION": str(tmp_path / "mine.toml")})
    assert settings.verdicts == tmp_path / "mine.toml"
    assert StoreSettings(data=tmp_path).verdicts == tmp_path / "curation.toml"


@pytest.fixture(scope="module")
def six(data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The five plans and one more, ingested without verdicts."""
    directory = Path(shutil.copytree(data, tmp_path_factory.mktemp("six") / "data"))
    assert crossplan(directory, "ingest", TEXTS / "kunming.txt").code == 0
    return directory


@pytest.fixture
def copy(six: Path, tmp_path: Path) -> Path:
    """A data directory of one's own, with six plans."""
    return Path(shutil.copytree(six, tmp_path / "data"))


def live(directory: Path) -> Path:
    return directory / "versions" / (directory / "current").read_text().strip()


def stored(directory: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (live(directory) / "facts.jsonl").read_text(encoding="utf-8").splitlines()]


def test_verdicts_outlast_ingests_and_a_changed_file_is_a_new_version(copy: Path) -> None:
    before = live(copy)
    (copy / "curation.toml").write_text(EXAMPLE, encoding="utf-8")
    assert "loaded: 6 plans" in crossplan(copy, "ingest").err
    assert live(copy) != before
    assert "unchanged: 6 plans" in crossplan(copy, "ingest").err
    curated = [fact for fact in stored(copy) if fact.get("reason")]
    assert len(curated) == 2
    assert CENTRE not in {fact["quote"] for fact in stored(copy) if fact["kind"] == "target"}
    assert crossplan(copy, "check").code == 0
    (copy / "curation.toml").unlink()
    crossplan(copy, "ingest")
    assert [fact for fact in stored(copy) if fact.get("reason")] == []
    assert CENTRE in {fact["quote"] for fact in stored(copy) if fact["kind"] == "target"}


def test_a_quote_that_is_gone_is_told_by_ingest_and_check(copy: Path) -> None:
    verdicts = EXAMPLE.replace("全市有社区工作者5200人", "全市有社区工作者5300人") + EXAMPLE.replace("kunming", "dali")
    (copy / "curation.toml").write_text(verdicts, encoding="utf-8")
    told = (
        "curation.toml:7: change baseline of kunming: found no '截至2020年底，全市有社区工作者5300人' in the source, "
        "expected the words that it rests on"
    )
    for _ in range(2):
        lines = crossplan(copy, "ingest").err.splitlines()
        assert told in lines
        assert "curation.toml:20: wrong: found no plan 'dali', expected one loaded" in lines
    done = crossplan(copy, "check")
    assert done.code == 1
    problems = [json.loads(line) for line in done.out.splitlines()]
    assert {problem["check"] for problem in problems} == {"curation"}
    assert [problem["where"] for problem in problems] == [f"curation.toml:{line}" for line in (20, 26, 33, 7)]
    assert CENTRE not in {fact["quote"] for fact in stored(copy) if fact["kind"] == "target"}


def test_an_ingest_with_contradictory_verdicts_leaves_everything_as_it_was(copy: Path) -> None:
    before = live(copy)
    (copy / "curation.toml").write_text(CONTRADICTIONS["wrong and change"], encoding="utf-8")
    assert crossplan(copy, "ingest").code == 2
    assert live(copy) == before

"""A file of verdicts on alignments: what is read, and which mistakes are named with their lines."""

from pathlib import Path

import pytest

from align.verdict_file import read_verdicts
from align.verdicts import AlignmentVerdictError, Member


def fact(plan: str) -> str:
    return f'{{ plan = "{plan}", kind = "special_action", quote = "社区固本强基行动" }}'


def entry(decision: str, *plans: str, more: str = "") -> str:
    facts = ",\n  ".join(fact(plan) for plan in plans)
    return f'[[{decision}]]\nreason = "读过原文"\n{more}facts = [\n  {facts},\n]\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "alignment.toml"


def mistakes(file: Path, text: str) -> tuple[str, ...]:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(AlignmentVerdictError) as caught:
        read_verdicts(file)
    return caught.value.mistakes


def test_no_file_is_no_verdict(file: Path) -> None:
    assert read_verdicts(file).entries == ()
    assert read_verdicts(file).digest == ""


def test_an_entry_keeps_its_line_its_name_and_its_facts_in_plain_wording(file: Path) -> None:
    text = entry("same", "甲", "乙", more='name = "党建引领"\n') + entry("different", "甲", "丙")
    file.write_text("# 核对过的\n" + text.replace("社区固本", "社区 “固本”", 1), encoding="utf-8")
    same, different = read_verdicts(file).entries
    assert (same.decision, same.name, same.reason, same.place) == ("same", "党建引领", "读过原文", "alignment.toml:2")
    assert same.members[0] == Member("甲", "special_action", "社区固本强基行动")
    assert (different.decision, different.name, different.place) == ("different", None, "alignment.toml:9")


def test_a_header_within_a_quoted_text_is_none(file: Path) -> None:
    reason = '"""\n[[same]]\n"""'
    file.write_text(
        entry("same", "甲", "乙").replace('"读过原文"', reason) + entry("same", "乙", "丙"), encoding="utf-8"
    )
    assert [verdict.place for verdict in read_verdicts(file).entries] == ["alignment.toml:1", "alignment.toml:9"]


def test_same_and_different_of_one_pair_are_named_with_both_lines(file: Path) -> None:
    assert mistakes(file, entry("same", "甲", "乙") + entry("different", "乙", "甲")) == (
        "alignment.toml:7: found different, against same in alignment.toml:1; expected one verdict",
    )


def test_a_contradiction_through_a_chain_is_named_with_every_line_of_it(file: Path) -> None:
    text = (
        entry("same", "甲", "乙")
        + entry("same", "丁", "戊")
        + entry("same", "乙", "丙")
        + entry("different", "甲", "丙")
    )
    assert mistakes(file, text) == (
        "alignment.toml:19: found different, against same in alignment.toml:1, alignment.toml:13; expected one verdict",
    )


def test_two_names_for_one_concept_contradict_each_other(file: Path) -> None:
    text = entry("same", "甲", "乙", more='name = "党建"\n') + entry("same", "乙", "丙", more='name = "治理"\n')
    assert mistakes(file, text) == (
        "alignment.toml:8: found the name 治理, against 党建 in alignment.toml:1; expected one name for one concept",
    )


def test_one_fact_is_not_different_from_itself(file: Path) -> None:
    assert mistakes(file, entry("different", "甲", "甲")) == (
        "alignment.toml:1: found one fact twice, expected different facts",
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[[same]]\nreason = x\n", "alignment.toml:2: found Invalid value, expected TOML"),
        ('[same]\nreason = "x"\n', "alignment.toml: found same, expected [[same]] or [[different]]"),
        ('[[wrong]]\nreason = "x"\n', "alignment.toml: found wrong, expected [[same]] or [[different]]"),
        (
            entry("same", "甲"),
            "alignment.toml:1: same: found no two facts, expected facts = [{ plan, kind, quote }, …]",
        ),
        (
            entry("same", "甲", "乙").replace('reason = "读过原文"\n', ""),
            "alignment.toml:1: same: found no reason, expected a text",
        ),
        (
            entry("different", "甲", "乙", more='name = "x"\n'),
            "alignment.toml:1: different: found name, expected one of facts, reason",
        ),
        (
            entry("same", "甲", "乙").replace('"special_action"', '"action"'),
            "alignment.toml:1: same: found kind 'action', "
            "expected one of indicator, target, special_action, task, department",
        ),
        (
            entry("same", "甲", "乙").replace('"special_action"', '"target"', 1),
            "alignment.toml:1: same: found facts of the kinds target, special_action, "
            "expected one kind, or indicators and targets",
        ),
    ],
)
def test_a_mistake_is_one_line_with_its_place(file: Path, text: str, line: str) -> None:
    assert mistakes(file, text)[0] == line

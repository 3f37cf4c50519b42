"""The learned weights of letters, as they are shipped: which are of a question's subject, and how that is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.subjects import MARKED, marked, read_marked
from graph_api.ask.subjects import Subjects, traits

SUBJECTS = Subjects.read()


def likely(text: str) -> str:
    """The likely letters, each run of the others told by a blank."""
    letters = [letter if chance > 0.5 else " " for letter, chance in zip(text, SUBJECTS.chances(text), strict=True)]
    return " ".join("".join(letters).split())


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("连区块链都用上了的，是哪几家？", "区块链"),
        ("给养路工建驿站这件事，到底是谁家独一份？", "养路工建驿站"),
        ("麻烦数一数，把河豚养殖写进去的一共有几个地方？", "河豚养殖"),
        ("海水淡化到底要搞到多少万吨啊，逐个报给我听", "海水淡化"),
    ],
)
def test_turns_of_speech_are_no_subject_whatever_is_asked(question: str, subject: str) -> None:
    assert likely(question) == subject


def test_a_pair_of_letters_is_as_likely_as_the_less_likely_of_both_where_it_is_likeliest() -> None:
    text = "哪家没写河豚，为什么不养河豚？"
    chances, pairs = SUBJECTS.chances(text), SUBJECTS.pairs(text)
    assert pairs["河豚"] == max(min(chances[4], chances[5]), min(chances[12], chances[13]))


def test_what_is_quoted_is_of_the_subject_and_brackets_part_no_pair() -> None:
    pairs = SUBJECTS.pairs("哪些地方说过“没写的请标明”，还有村(社区)呢？")
    assert pairs["请标"] == 1.0
    assert "村社" in pairs


def test_nothing_has_no_letters() -> None:
    assert (SUBJECTS.chances(""), SUBJECTS.pairs(""), list(traits(""))) == ([], {}, [])


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    SUBJECTS.write(tmp_path / "subjects.npz")
    assert Subjects.read(tmp_path / "subjects.npz").chances("谁没写河豚？") == SUBJECTS.chances("谁没写河豚？")


def test_marks_part_a_line_into_its_letters_and_those_inside() -> None:
    line = marked("⟦区块链⟧归⟪网信办⟫管？")
    assert line.text == "区块链归网信办管？"
    assert line.inside == (True, True, True, False, True, True, True, False, False)


def test_every_line_of_the_marked_wordings_opens_and_closes_its_marks() -> None:
    for path in MARKED.glob("*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines()[1:]:
            marks = "".join(letter for letter in line if letter in "⟦⟧⟪⟫")
            assert not marks.replace("⟦⟧", "").replace("⟪⟫", ""), line


def test_most_letters_of_the_wordings_are_told_as_they_are_marked() -> None:
    told = [
        (chance > 0.5) == inside
        for one in read_marked()[::20]
        for chance, inside in zip(SUBJECTS.chances(one.text), one.inside, strict=True)
    ]
    assert sum(told) > 0.95 * len(told)

"""Near-identical texts are found among thousands, none missed and none more than a comparison of all with all finds."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from search.grouping import Grouped, leaders_of, near_pairs
from tests.search.test_index import ENTRIES

LETTERS = "健全基层党组织领导的群众自治机制完善社区服务设施养老托育每百户不低于平方米，。１２３"


def texts(seed: int, count: int) -> list[str]:
    """Texts of one to eighty letters, and for every second one a copy with some letters changed."""
    random = Random(seed)
    made: list[str] = []
    for _ in range(count // 2):
        text = [random.choice(LETTERS) for _ in range(random.randint(1, 80))]
        made.append("".join(text))
        for _ in range(random.randint(0, max(1, len(text) // 8))):
            text[random.randrange(len(text))] = random.choice(LETTERS)
        made.append("".join(text))
    random.shuffle(made)
    return made


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_pairs_are_those_of_comparing_all_with_all(seed: int) -> None:
    made = texts(seed, 500)
    ratios = process.cdist(made, made, scorer=fuzz.ratio, score_cutoff=90)
    expected = {(one, other) for one, other in np.argwhere(ratios >= 90).tolist() if one < other}
    found = {(min(one, other), max(one, other)) for one, other, _ in near_pairs(made)}
    assert found == expected
    assert len(found) > 50


@pytest.mark.parametrize("made", [[], ["一"], ["一", "一"], ["", ""], ["😀" * 20, "😀" * 20]])
def test_few_and_odd_texts_are_compared_too(made: list[str]) -> None:
    pairs = [(one, other) for one, other, _ in near_pairs(made)]
    assert pairs == ([(0, 1)] if len(made) == 2 else [])


def test_each_clause_joins_the_nearest_before_it_that_has_none_of_its_plan() -> None:
    quotes = [
        ("a", "健全基层党组织领导的基层群众自治机制。"),
        ("b", "健全基层党组织领导的基层群众自治制度。"),
        ("a", "健全基层党组织领导的基层群众自治机制！"),
        ("b", "健全基层党组织领导的基层群众自治机制！"),
        ("c", "全面推进乡村振兴。"),
    ]
    entries = [replace(ENTRIES[0], plan_id=plan, quote=quote) for plan, quote in quotes]
    assert leaders_of(np.arange(5), entries).tolist() == [0, 0, 2, 2, 4]


def test_the_first_shown_of_a_group_stands_for_it() -> None:
    groups = Grouped.of(np.array([7, 3, 5, 1]), np.array([5, 3, 5, 5]))
    assert groups.rows.tolist() == [7, 3]
    assert groups.others == {7: (5, 1)}

"""Near-identical texts are found among thousands, none missed and none more than a comparison of all with all finds."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from rapidfuzz import fuzz, process

from search.entries import Entry
from search.grouping import Grouped, leaders_of
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


def compared_with_all(entries: list[Entry]) -> list[int]:
    """The leaders, by comparing each text with every one before it."""
    quotes = [entry.quote for entry in entries]
    ratios = process.cdist(quotes, quotes, scorer=fuzz.ratio, score_cutoff=90)
    leaders: list[int] = []
    plans = [{entry.plan_id} for entry in entries]
    for place, entry in enumerate(entries):
        free = [one for one in range(place) if leaders[one] == one and entry.plan_id not in plans[one]]
        best = max(free, key=lambda one: ratios[place][one], default=place)
        leaders.append(best if best != place and ratios[place][best] else place)
        plans[leaders[place]].add(entry.plan_id)
    return leaders


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_none_is_missed_that_a_comparison_of_all_with_all_finds(seed: int) -> None:
    entries = [replace(ENTRIES[0], plan_id="abcde"[at % 5], quote=text) for at, text in enumerate(texts(seed, 500))]
    leaders = leaders_of(np.arange(500), entries).tolist()
    assert leaders == compared_with_all(entries)
    assert len({*leaders}) < 450


@pytest.mark.parametrize("quotes", [[], ["一"], ["一", "一"], ["", ""], ["\n", " "], ["😀" * 20, "😀" * 20]])
def test_few_and_odd_texts_are_compared_too(quotes: list[str]) -> None:
    entries = [replace(ENTRIES[0], plan_id=str(at), quote=quote) for at, quote in enumerate(quotes)]
    assert leaders_of(np.arange(len(entries)), entries).tolist() == [0] * len(entries)


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

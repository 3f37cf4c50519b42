"""The encoder is not taught what it is measured on: no pair's clause comes from the built-in plans."""

from __future__ import annotations

import re

from ingest.register import read_all_registered
from search.training.pairs import read_pairs

_RUN = 8  # letters in a row that two texts share by more than chance
_MOST = 0.6  # of a clause's letters in such runs: beyond stock phrases, which every plan has


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def runs(text: str) -> set[str]:
    return {text[at : at + _RUN] for at in range(len(text) - _RUN + 1)}


def test_no_pair_has_a_clause_of_the_built_in_plans() -> None:
    known: set[str] = set().union(*(runs(letters(source.text)) for source in read_all_registered()))
    taken = []
    for clause in {pair.clause for pair in read_pairs()}:
        text = letters(clause)
        held = {
            at + step for at in range(len(text) - _RUN + 1) if text[at : at + _RUN] in known for step in range(_RUN)
        }
        if len(held) >= _MOST * max(len(text), 1):
            taken.append(clause)
    assert taken == []


def test_there_are_pairs_in_everyday_words_enough() -> None:
    assert sum(pair.style != "title" for pair in read_pairs()) >= 5_000

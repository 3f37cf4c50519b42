"""The gold of one plan beside what the finders find in it, compared as the measurements do.

Targets and baselines match one to one where the number is the same and the spans overlap by half of the shorter;
responsibilities match by unit and body.  Whitespace and full or half width are dropped before anything is compared.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ingest.clauses import split_clauses
from ingest.outline import build_outline
from ingest.structure import Outline
from ontology.records import Baseline, Clause, Responsibility, Target
from ontology.spans import Source

HERE = Path(__file__).parent
PLANS = tuple(sorted(path.stem for path in (HERE / "statements").glob("*.json")))


@dataclass(frozen=True)
class Reading:
    """One plan read up to its clauses, with its gold."""

    source: Source
    outline: Outline
    clauses: tuple[Clause, ...]
    gold: dict[str, Any]


@dataclass
class Difference:
    """What the gold has and was not found, and what was found beyond it."""

    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)


@cache
def reading(plan: str) -> Reading:
    registered = HERE.parents[1] / "ingest/plans" / f"{plan}.txt"
    path = registered if registered.exists() else HERE / "sources" / f"{plan}.txt"
    source = Source(plan, path.read_bytes().decode("utf-8"))
    outline = build_outline(source)
    gold = json.loads((HERE / "statements" / f"{plan}.json").read_text(encoding="utf-8"))
    return Reading(source, outline, split_clauses(outline), gold)


def compare_duties(found: Sequence[Responsibility], gold: list[dict[str, Any]]) -> Difference:
    firm = {pair for entry in gold if not entry.get("borderline") for pair in _pairs(entry)}
    neutral = {pair for entry in gold if entry.get("borderline") for pair in _pairs(entry)} - firm
    read = {(_plain(fact.unit), _plain(fact.department)) for fact in found}
    return Difference([" / ".join(pair) for pair in firm - read], [" / ".join(pair) for pair in read - firm - neutral])


def compare_amounts(found: Sequence[Target | Baseline], gold: list[dict[str, Any]], source: Source) -> Difference:
    text, offsets = _stripped(source.text)
    left = list(found)
    difference = Difference()
    for entry in gold:
        places = list(_occurrences(text, re.sub(r"\s+", "", entry["quote"])))
        assert places, f"{source.plan_id}: no such words: {entry['quote']}"
        hit = next((fact for fact in left if _fits(fact, entry, places, offsets)), None)
        if hit is not None:
            left.remove(hit)
        elif not entry.get("borderline"):
            difference.missed.append(entry["quote"])
    difference.extra = [fact.span.quote for fact in left]
    return difference


def _fits(fact: Target | Baseline, entry: dict[str, Any], places: list[tuple[int, int]], offsets: list[int]) -> bool:
    if entry["number"] is not None and abs(fact.value - entry["number"]) > 1e-6 * max(1, abs(entry["number"])):
        return False
    start, end = offsets[fact.span.start], offsets[fact.span.end]
    return any((min(end, high) - max(start, low)) * 2 >= min(end - start, high - low) for low, high in places)


def _pairs(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    return ((_plain(entry["unit"]), _plain(department)) for department in entry["departments"])


def _plain(name: str) -> str:
    return re.sub(r"[\s“”\"]+", "", unicodedata.normalize("NFKC", name))


def _stripped(text: str) -> tuple[str, list[int]]:
    """The text without whitespace, and for each of its offsets the one without."""
    offsets, position = [], 0
    for character in text:
        offsets.append(position)
        position += not character.isspace()
    return re.sub(r"\s+", "", text), [*offsets, position]


def _occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    position = text.find(words)
    while position >= 0:
        yield position, position + len(words)
        position = text.find(words, position + 1)

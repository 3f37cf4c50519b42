"""What the clauses can be filtered by, as numbers beside them: the values that a row has are those of its number.

In: entries.  Out: two `Column`s: where a clause comes from, and what it speaks of.  Relied on: clauses by the thousand
come from the same place, so a number of two bytes stands for all that is said of it, and what passes a filter is found
among the few different ones.
Example: the clauses of a plan's tasks have one number, which stands for its id, region, period, level, years and kind.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from search.entries import Entry
from search.index_files import damaged, mapped, of_words, read_json
from search.regions import wider

Numbers: TypeAlias = NDArray[np.uint16] | NDArray[np.uint32]
Values: TypeAlias = tuple[tuple[str, ...], ...]  # for each filter of a column

_REGIONS = "regions"
# What each filter reads from an entry.
_READ: dict[str, Callable[[Entry], Iterable[str | None]]] = {
    "plans": lambda entry: (entry.plan_id,),
    _REGIONS: lambda entry: (entry.region,),
    "periods": lambda entry: (entry.period,),
    "levels": lambda entry: (entry.level,),
    "years": lambda entry: map(str, entry.years),
    "themes": lambda entry: entry.themes,
    "beneficiaries": lambda entry: entry.beneficiaries,
    "kinds": lambda entry: (entry.kind,),
}
COLUMNS = {
    "origin": ("plans", _REGIONS, "periods", "levels", "years", "kinds"),
    "subject": ("themes", "beneficiaries"),
}
_SHORT = np.iinfo(np.uint16).max


class _Pairs(NamedTuple):
    """The values of a filter, and in pairs a number and the place of a value that it stands for."""

    values: Sequence[str]
    numbers: NDArray[np.int64]
    places: NDArray[np.int64]


@dataclass(frozen=True)
class Column:
    """For some filters, the number of each row, and the values that each number stands for.

    `regions` are those that have clauses elsewhere, beside those of the rows; `whole` is the column that these are some
    rows of.
    """

    name: str
    numbers: Numbers
    stand_for: Sequence[Values]
    regions: Collection[str] = ()
    whole: Column | None = None

    @classmethod
    def build(cls, entries: Iterable[Entry], regions: Collection[str] = ()) -> list[Column]:
        """The columns of `entries`."""
        known: dict[str, dict[Values, int]] = {name: {} for name in COLUMNS}
        numbers: dict[str, list[int]] = {name: [] for name in COLUMNS}
        for entry in entries:
            values = values_of(entry)
            for name, filters in COLUMNS.items():
                said = tuple(values[one] for one in filters)
                numbers[name].append(known[name].setdefault(said, len(known[name])))
        return [cls(name, _short(numbers[name], len(held)), [*held], regions) for name, held in known.items()]

    def save(self, directory: Path) -> None:
        """Writes the column into two files of `directory`."""
        np.save(directory / f"{self.name}.npy", self.numbers, allow_pickle=False)
        text = json.dumps(self.stand_for, ensure_ascii=False, separators=(",", ":"))
        (directory / f"{self.name}.json").write_text(text + "\n", encoding="utf-8")

    @classmethod
    def open(cls, directory: Path, name: str, size: int) -> Column:
        """The column of that name saved in `directory`, memory-mapped; raises IndexDamaged where it cannot be read."""
        path = directory / f"{name}.json"
        numbers = mapped(directory / f"{name}.npy", np.uint16, np.uint32)
        said = read_json(path)
        if len(numbers) != size:
            raise damaged(directory, f"filters of {len(numbers)}", f"{size}")
        if not isinstance(said, list) or not all(_stands_for(one, len(COLUMNS[name])) for one in said):
            raise damaged(path, "other values", f"lists of {', '.join(COLUMNS[name])}")
        if len(numbers) and int(numbers.max()) >= len(said):
            raise damaged(path, f"{len(said)} combinations of values", f"{int(numbers.max()) + 1}")
        return cls(name, numbers, [tuple(tuple(values) for values in one) for one in said])

    def take(self, rows: NDArray[np.int64]) -> Column:
        """The column of some rows."""
        return Column(self.name, self.numbers[rows], self.stand_for, self.regions, self)

    @property
    def names(self) -> tuple[str, ...]:
        """The filters it answers."""
        return COLUMNS[self.name]

    def having(self, name: str) -> Mapping[str, NDArray[np.int64]]:
        """For each value of a filter, the numbers that have it."""
        return self._having[name]

    def mask(self, name: str, values: Iterable[str]) -> NDArray[np.bool_]:
        """True where a row has one of the values, which no row need have."""
        passing = np.zeros(len(self.stand_for), dtype=np.bool_)
        for value in values:
            if value in self._having[name]:
                passing[self._having[name][value]] = True
        mask: NDArray[np.bool_] = passing[self.numbers]
        return mask

    def counts(self, name: str, rows: NDArray[np.int64] | None = None) -> dict[str, int]:
        """How many of the rows, or of all, have each value of a filter."""
        values, numbers, places = self._pairs[name]
        found = np.bincount(self.numbers if rows is None else self.numbers[rows], minlength=len(self.stand_for))
        counts = np.bincount(places, weights=found[numbers], minlength=len(values))
        return {values[place]: int(counts[place]) for place in np.flatnonzero(counts).tolist()}

    def repeated(self, name: str, rows: NDArray[np.int64]) -> dict[str, int]:
        """How many of the rows have a value that an earlier one of them has."""
        at = self.names.index(name)
        held = Counter(value for number in self.numbers[rows].tolist() for value in self._values[number][at])
        return {value: count - 1 for value, count in held.items() if count > 1}

    @cached_property
    def _values(self) -> Sequence[Values]:
        """What each number stands for, a region with the wider ones that have clauses of their own."""
        if self.whole is not None:
            return self.whole._values
        if _REGIONS not in self.names:
            return self.stand_for
        at = self.names.index(_REGIONS)
        known = {*self.regions, *(region for values in self.stand_for for region in values[at])}
        return [(*each[:at], _around(each[at], known), *each[at + 1 :]) for each in self.stand_for]

    @cached_property
    def _pairs(self) -> Mapping[str, _Pairs]:
        """For each filter which number has which value; of some rows the same as of all."""
        if self.whole is not None:
            return self.whole._pairs
        pairs: dict[str, _Pairs] = {}
        for at, name in enumerate(self.names):
            places: dict[str, int] = {}
            held = [
                (number, places.setdefault(value, len(places)))
                for number, values in enumerate(self._values)
                for value in values[at]
            ]
            numbers, of = np.array(held, dtype=np.int64).reshape(-1, 2).T
            pairs[name] = _Pairs([*places], numbers, of)
        return pairs

    @cached_property
    def _having(self) -> Mapping[str, Mapping[str, NDArray[np.int64]]]:
        held: dict[str, dict[str, list[int]]] = {name: {} for name in self.names}
        for number in np.flatnonzero(np.bincount(self.numbers)).tolist():
            for name, values in zip(self.names, self._values[number], strict=True):
                for value in values:
                    held[name].setdefault(value, []).append(number)
        return {name: {value: np.array(some) for value, some in of.items()} for name, of in held.items()}


def values_of(entry: Entry) -> dict[str, tuple[str, ...]]:
    """What one entry has for each filter."""
    return {name: tuple(value for value in read(entry) if value is not None) for name, read in _READ.items()}


def _around(regions: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """The regions and those known that they lie in."""
    return tuple(outer for inner in regions for outer in wider(inner) if outer in known)


def _stands_for(said: object, filters: int) -> bool:
    """Whether this is a list of values for each filter."""
    return isinstance(said, list) and len(said) == filters and all(map(of_words, said))


def _short(numbers: Sequence[int], different: int) -> Numbers:
    if different <= _SHORT:
        return np.array(numbers, dtype=np.uint16)
    return np.array(numbers, dtype=np.uint32)

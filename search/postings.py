"""Which clauses have a term: lists of rows, kept as the steps between them, in files that are mapped into memory.

In: the terms of every clause.  Out: `Postings`, which gives the rows of a term.  Relied on: a frequent term has small
steps, and a step below 128 takes one byte; a larger one takes two to five, all but the last with the highest bit set.
Only the terms that are asked for are read.  Example: rows 3, 5, 300 are the steps 3, 2, 295, in bytes 03 02 82 27.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from search.errors import IndexDamaged
from search.index_files import damaged, mapped

Places = NDArray[np.int64]

_MORE = 128  # of a byte: the step goes on in the next
_LONGEST = 5  # bytes of a step
_AT_ONCE = 1_000_000  # of the rows that terms have are packed together
_SHORT = np.iinfo(np.uint32).max
_ARRAYS = ("keys", "starts", "steps")


@dataclass(frozen=True, slots=True)
class Postings:
    """For each term, by its hash, where its steps begin; there is one start more than there are terms."""

    keys: NDArray[np.uint64]
    starts: NDArray[np.uint32] | NDArray[np.int64]
    steps: NDArray[np.uint8]
    size: int | None = None  # rows there are, where the steps come from a file

    @classmethod
    def build(cls, documents: Iterable[Iterable[str]]) -> Postings:
        """The postings of `documents`, each given by its terms."""
        places: dict[str, int] = {}
        held, counts = array("I"), array("I")
        for document in documents:
            terms = dict.fromkeys(document)
            held.extend(places.setdefault(term, len(places)) for term in terms)
            counts.append(len(terms))
        keys = np.array([_key(term) for term in places], dtype=np.uint64)
        order = np.argsort(keys)
        ranks = np.empty(len(keys), dtype=np.uint32)
        ranks[order] = np.arange(len(keys), dtype=np.uint32)
        terms_of = ranks[np.asarray(held)]
        rows = np.repeat(np.arange(len(counts), dtype=np.uint32), np.asarray(counts))
        return cls._sorted(keys[order], terms_of, rows)

    @classmethod
    def _sorted(cls, keys: NDArray[np.uint64], terms: NDArray[np.uint32], rows: NDArray[np.uint32]) -> Postings:
        """The postings of terms, by their places among `keys`, each with a row that has it; some terms at a time."""
        order = np.argsort(terms, kind="stable")
        ends = np.cumsum(np.bincount(terms, minlength=len(keys)))
        parts, first, start = [], 0, 0
        while first < len(keys):
            last = max(first + 1, int(np.searchsorted(ends, start + _AT_ONCE)))
            some = order[start : (end := int(ends[last - 1]))]
            parts.append(cls._packed(keys[first:last], terms[some].astype(np.int64), rows[some].astype(np.int64)))
            first, start = last, end
        sizes = [len(part.steps) for part in parts]
        before = np.cumsum([0, *sizes])[:-1]
        starts = [part.starts[:-1].astype(np.int64) + offset for part, offset in zip(parts, before, strict=True)]
        bounds: Places = np.concatenate([*starts, np.array([sum(sizes)], dtype=np.int64)])
        steps = np.concatenate([np.zeros(0, dtype=np.uint8), *(part.steps for part in parts)])
        return cls(keys, bounds.astype(np.uint32) if len(steps) <= _SHORT else bounds, steps)

    @classmethod
    def _packed(cls, keys: NDArray[np.uint64], terms: Places, rows: Places) -> Postings:
        gaps = np.diff(rows, prepend=0)
        first = np.diff(terms, prepend=-1) != 0
        gaps[first] = rows[first]
        sizes = 1 + sum((gaps >= 1 << 7 * size for size in range(1, _LONGEST)), start=np.zeros(len(gaps), np.int64))
        ends = np.cumsum(sizes)
        steps = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
        for behind in range(_LONGEST):
            having = sizes > behind
            seven = gaps[having] >> 7 * behind & _MORE - 1
            steps[ends[having] - 1 - behind] = seven | (_MORE if behind else 0)
        bounds: Places = np.append((ends - sizes)[first], len(steps))
        return cls(keys, bounds.astype(np.uint32) if len(steps) <= _SHORT else bounds, steps)

    @classmethod
    def among(cls, held: Mapping[str, Places], kept: Places, size: int) -> Postings:
        """The postings of some terms, each given with its rows, over those kept of `size` rows, counted anew."""
        numbers = np.full(size, -1, dtype=np.int32)
        numbers[kept] = np.arange(len(kept))
        found: dict[np.uint64, Places] = {}
        for term, rows in held.items():
            places = numbers[rows]
            if len(places := places[places >= 0]):
                found[_key(term)] = places.astype(np.int64)
        keys = sorted(found)
        terms = np.repeat(np.arange(len(keys)), [len(found[key]) for key in keys])
        rows = np.concatenate([np.zeros(0, dtype=np.int64), *(found[key] for key in keys)])
        return cls._packed(np.array(keys, dtype=np.uint64), terms, rows)

    def rows(self, term: str) -> Places:
        """The rows that have a term, ascending; none for a term that nothing has."""
        place = int(np.searchsorted(self.keys, key := _key(term)))
        if place == len(self.keys) or self.keys[place] != key:
            return np.zeros(0, dtype=np.int64)
        steps = np.asarray(self.steps[self.starts[place] : self.starts[place + 1]])
        return np.cumsum(_unpacked(steps)) if self.size is None else self._checked(term, steps, self.size)

    def _checked(self, term: str, steps: NDArray[np.uint8], size: int) -> Places:
        """The rows that the steps of a file are, which ascend; raises IndexDamaged where the last cannot be."""
        rows = np.cumsum(_unpacked(steps)) if len(steps) and steps[-1] < _MORE else np.full(1, size)
        if not 0 <= rows[-1] < size:
            raise IndexDamaged(f"search index: {term!r} found beyond {size} clauses; run `crossplan ingest`")
        return rows

    def save(self, directory: Path) -> None:
        """Writes the postings below `directory`, which is made."""
        directory.mkdir(parents=True, exist_ok=True)
        for name in _ARRAYS:
            np.save(directory / f"{name}.npy", getattr(self, name), allow_pickle=False)

    @classmethod
    def open(cls, directory: Path, size: int) -> Postings:
        """The postings of `size` rows saved below `directory`, memory-mapped; raises IndexDamaged."""
        kinds: Sequence[Sequence[type[np.generic]]] = ((np.uint64,), (np.uint32, np.int64), (np.uint8,))
        keys, starts, steps = (mapped(directory / f"{name}.npy", *of) for name, of in zip(_ARRAYS, kinds, strict=True))
        if len(starts) != len(keys) + 1 or starts[-1] != len(steps):
            raise damaged(directory, f"{len(steps)} bytes of {len(keys)} terms", f"{starts[-1:]}")
        return cls(keys, starts, steps, size)


def _key(term: str) -> np.uint64:
    return np.uint64(int.from_bytes(blake2b(term.encode(), digest_size=8).digest(), "little"))


def _unpacked(steps: NDArray[np.uint8]) -> Places:
    """The numbers that the bytes are."""
    last = steps < _MORE
    if last.all():
        return steps.astype(np.int64)
    ends = np.flatnonzero(last)
    number: Places = np.cumsum(last) - last  # that each byte belongs to
    sevens = (steps & _MORE - 1).astype(np.int64) << 7 * (ends[number] - np.arange(len(steps)))
    unpacked: Places = np.add.reduceat(sevens, np.append(0, ends[:-1] + 1))
    return unpacked

"""What every clause means, as vectors: made once, kept in 8 bits a dimension, read from the disk where they lie.

In: the clauses and an encoder.  Out: `Vectors`, whose rows answer with a cosine each.  Relied on: a vector is made of
two texts, the clause and its heading (`search/headings.py`), so a row whose texts and model are the same as before is
taken over.
Example: after a clause was added to a plan, only that clause is encoded.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.background import background_of, kept_for
from search.entries import Entry
from search.headings import Headed, HeadedEncoder
from search.index_files import damaged, mapped, read_record
from search.rows import Floats, Rows

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder, Progress

_BATCH = 256
# Of more rows than these not all are compared with every query: their leading dimensions tell which ones.
MANY = 100_000
_SHARE = 2 / 3  # of the squared length of a row is in its leading dimensions
_SAMPLE, _WORD = 1000, 32
_NOT_MADE = 0  # in place of the key of a row that was not made
_LEADING = "leading.npy"
_ARRAYS = ("rows", "scales", "keys")
_BACKGROUND = ("background", "background-scales")


@dataclass(frozen=True)
class Vectors:
    """One row a clause; `background` are rows of sentences of all fields, against which nearness is judged."""

    model: str
    rows: NDArray[np.int8]
    scales: Floats  # what a step of each row is worth
    keys: NDArray[np.uint64]  # of the texts each row was made from
    background: Floats
    _leading: NDArray[np.int8] | None = None

    @classmethod
    def build(
        cls, entries: Sequence[Entry], encoder: Encoder, known: Vectors | None = None, progress: Progress | None = None
    ) -> Vectors:
        """The vectors of `entries`; those that `known` has by the same model are not made again."""
        same = known if known is not None and known.model == encoder.name else None
        background = background_of(encoder, same.background if same else None)
        vectors = cls._unmade(encoder.name, entries, background)
        new = vectors.take(same) if same is not None else range(len(entries))
        headed = HeadedEncoder(encoder)
        done = len(entries) - len(new)
        for batch in _batches(new, entries):
            made = Rows.of(headed.encode([Headed.of(entries[row]) for row in batch]))
            vectors.rows[batch], vectors.scales[batch] = made.steps, made.scales
            done += len(batch)
            if progress:
                progress(done, len(entries))
        return vectors

    @classmethod
    def kept(cls, entries: Sequence[Entry], known: Vectors) -> Vectors:
        """What `known` has of `entries`, where its model is not to be had; the other rows are nothing."""
        vectors = cls._unmade(known.model, entries, known.background)
        vectors.keys[vectors.take(known)] = _NOT_MADE
        return vectors

    @classmethod
    def _unmade(cls, model: str, entries: Sequence[Entry], background: Floats) -> Vectors:
        """Rows for all `entries` that are nothing yet, with the keys of their texts."""
        keys = np.array([Headed.of(entry).key for entry in entries], dtype=np.uint64)
        rows = np.zeros((len(keys), background.shape[1]), dtype=np.int8)
        return cls(model, rows, np.zeros(len(keys), dtype=np.float32), keys, background)

    @property
    def lacking(self) -> int:
        """How many clauses have no vector yet."""
        return int(np.count_nonzero(self.scales == 0))

    def take(self, known: Vectors) -> list[int]:
        """Takes over the rows of texts that `known` has too; the rows that remain to be made."""
        order = np.argsort(known.keys, kind="stable")
        places = np.searchsorted(known.keys, self.keys, sorter=order)
        places = order[np.minimum(places, len(order) - 1)] if len(order) else np.full(len(self.keys), -1)
        same = known.keys[places] == self.keys if len(order) else np.zeros(len(self.keys), dtype=np.bool_)
        self.rows[same], self.scales[same] = known.rows[places[same]], known.scales[places[same]]
        return np.flatnonzero(~same).tolist()

    def among(self, rows: NDArray[np.int64]) -> Vectors:
        """The vectors of some rows."""
        return Vectors(self.model, self.rows[rows], self.scales[rows], self.keys[rows], self.background)

    def save(self, directory: Path) -> None:
        """Writes the vectors below `directory`, which is made; the background only where it is kept nowhere else."""
        directory.mkdir(parents=True, exist_ok=True)
        arrays: dict[str, NDArray[np.generic]] = dict(zip(_ARRAYS, (self.rows, self.scales, self.keys), strict=True))
        if kept_for(self.model) is None:
            background = Rows.of(self.background)
            arrays |= zip(_BACKGROUND, (background.steps, background.scales), strict=True)
        for name, array in arrays.items():
            np.save(directory / f"{name}.npy", array, allow_pickle=False)
        meta = {"model": self.model, "clauses": len(self.rows), "dimensions": self.rows.shape[1]}
        (directory / "vectors.json").write_text(json.dumps(meta, ensure_ascii=False) + "\n", encoding="utf-8")
        if self.are_many:
            np.save(directory / _LEADING, self.leading.steps, allow_pickle=False)

    @classmethod
    def open(cls, directory: Path, size: int | None = None) -> Vectors:
        """The vectors saved below `directory`, of so many clauses, memory-mapped; raises IndexDamaged."""
        meta = read_record(directory / "vectors.json", {"model": str, "clauses": int, "dimensions": int})
        steps, scales = _rows(directory, _ARRAYS[0], _ARRAYS[1])
        keys = mapped(directory / f"{_ARRAYS[2]}.npy", np.uint64)
        shape = (meta["clauses"] if size is None else size, meta["dimensions"])
        if steps.shape != shape or len(keys) != len(steps):
            raise damaged(directory, f"vectors {steps.shape}, {len(keys)} keys", f"{shape}")
        if (background := kept_for(meta["model"])) is None:
            background = Rows(*_rows(directory, *_BACKGROUND)).vectors()
        leading = mapped(directory / _LEADING, np.int8, dimensions=2) if len(steps) > MANY else steps[:, :1]
        if background.shape[1] != shape[1] or len(leading) != len(steps) or leading.shape[1] > shape[1]:
            raise damaged(directory, f"vectors beside them {background.shape}, {leading.shape}", f"{shape}")
        return cls(meta["model"], steps, scales, keys, background, leading if len(steps) > MANY else None)

    @property
    def are_many(self) -> bool:
        """Whether there are more than are all compared with every query."""
        return len(self.rows) > MANY

    @cached_property
    def leading(self) -> Rows:
        """The first dimensions of all rows: in a model whose dimensions go by their weight, a few hold most of it."""
        if self._leading is not None:
            return Rows(self._leading, self.scales)
        some = self.rows[:: max(1, len(self.rows) // _SAMPLE)].astype(np.float32)
        held = np.cumsum((some * some).sum(axis=0))
        count = int(np.searchsorted(held, _SHARE * held[-1])) + 1 if len(some) else 1
        return Rows(np.ascontiguousarray(self.rows[:, : -(-count // _WORD) * _WORD]), self.scales)

    def cosines(self, vector: Floats) -> Floats:
        """The cosine of every row with a vector of length 1."""
        return Rows(self.rows, self.scales).cosines(vector)

    def row(self, row: int) -> Floats:
        """The vector of one clause, of length 1."""
        return unit(self.rows[row])


def unit(steps: NDArray[np.int8]) -> Floats:
    """The vector of length 1 in the direction that 8-bit numbers give."""
    vector: Floats = steps.astype(np.float32)
    return vector / np.float32(np.linalg.norm(vector) or 1.0)


def _rows(directory: Path, steps: str, scales: str) -> tuple[NDArray[np.int8], Floats]:
    """The steps and scales of two files, as many of one as of the other; raises IndexDamaged."""
    rows = mapped(directory / f"{steps}.npy", np.int8, dimensions=2)
    of_each = mapped(directory / f"{scales}.npy", np.float32)
    if len(rows) != len(of_each):
        raise damaged(directory / f"{scales}.npy", f"{len(of_each)} scales", f"{len(rows)}")
    return rows, of_each


def _batches(rows: Sequence[int], entries: Sequence[Entry]) -> Iterator[list[int]]:
    """The rows in batches of like length: an encoder may run texts of one length together."""
    ordered = sorted(rows, key=lambda row: len(entries[row].quote))
    return (ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH))

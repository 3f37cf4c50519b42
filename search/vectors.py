"""What every clause means, as vectors: made once, kept in 8 bits a dimension, read from the disk where they lie.

In: the clauses and an encoder.  Out: `Vectors`, whose rows answer with a cosine each.  Relied on: a clause means what
it says and what it stands under, so its vector lies between the two of the clause alone and of the clause behind its
heading; a row whose texts and model are the same as before is taken over.
Example: "鼓励发展餐饮、零售。" under 发展便民服务 lies nearer to "楼下能有个吃饭的地方" than alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from search.entries import Entry
from search.errors import IndexDamaged

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder

Floats = NDArray[np.float32]
Progress = Callable[[int, int], None]  # clauses done, of how many

_BATCH = 256
_AT_ONCE = 16_384  # rows made floating at a time: what the processor keeps near
_TINY = 1e-9
_STEPS = 127  # of an 8-bit number on either side of 0
BACKGROUND = Path(__file__).parent / "background.txt"


@dataclass(frozen=True)
class Vectors:
    """One row a clause; `background` are rows of sentences of all fields, against which nearness is judged."""

    model: str
    rows: NDArray[np.int8]
    scales: Floats  # what a step of each row is worth
    keys: NDArray[np.uint64]  # of the texts each row was made from
    background: Floats

    @classmethod
    def build(
        cls, entries: Sequence[Entry], encoder: Encoder, known: Vectors | None = None, progress: Progress | None = None
    ) -> Vectors:
        """The vectors of `entries`; those that `known` has by the same model are not made again."""
        texts = [_texts(entry) for entry in entries]
        keys = np.array([_key(one) for one in texts], dtype=np.uint64)
        rows = np.zeros((len(texts), encoder.dimensions), dtype=np.int8)
        scales = np.zeros(len(texts), dtype=np.float32)
        held = known.places if known is not None and known.model == encoder.name else {}
        new = [row for row, key in enumerate(keys.tolist()) if key not in held]
        for row, key in enumerate(keys.tolist()):
            if known is not None and key in held:
                rows[row], scales[row] = known.rows[held[key]], known.scales[held[key]]
        done = len(texts) - len(new)
        for batch in _batches(new, [len(alone) for alone, _ in texts]):
            rows[batch], scales[batch] = _quantised(_encoded([texts[row] for row in batch], encoder))
            done += len(batch)
            if progress:
                progress(done, len(texts))
        background = BACKGROUND.read_text(encoding="utf-8").splitlines()
        same = known.background if known is not None and known.model == encoder.name else None
        return cls(
            encoder.name, rows, scales, keys, encoder.encode_clauses(background) if same is None else np.array(same)
        )

    def save(self, directory: Path) -> None:
        """Writes the vectors below `directory`, which is made."""
        directory.mkdir(parents=True, exist_ok=True)
        for name in _ARRAYS:
            np.save(directory / f"{name}.npy", getattr(self, name), allow_pickle=False)
        meta = {"model": self.model, "clauses": len(self.rows), "dimensions": self.rows.shape[1]}
        (directory / "vectors.json").write_text(json.dumps(meta, ensure_ascii=False) + "\n", encoding="utf-8")

    @classmethod
    def open(cls, directory: Path) -> Vectors:
        """The vectors saved below `directory`, memory-mapped; raises IndexDamaged where they cannot be read."""
        try:
            meta = json.loads((directory / "vectors.json").read_text(encoding="utf-8"))
            arrays = {name: np.load(directory / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in _ARRAYS}
            shape = (meta["clauses"], meta["dimensions"])
        except (OSError, ValueError, KeyError, EOFError) as error:
            message = f"{directory}: no readable vectors, some were expected; run `crossplan ingest`"
            raise IndexDamaged(message) from error
        if arrays["rows"].shape != shape or not len(arrays["scales"]) == len(arrays["keys"]) == shape[0]:
            found, expected = arrays["rows"].shape, shape
            raise IndexDamaged(f"{directory}: vectors {found} found, {expected} expected; run `crossplan ingest`")
        return cls(model=meta["model"], **arrays)

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The row of each key."""
        return {key: row for row, key in enumerate(self.keys.tolist())}

    def cosines(self, vector: Floats) -> Floats:
        """The cosine of every row with a vector of length 1."""
        cosines: Floats = np.empty(len(self.rows), dtype=np.float32)
        for start in range(0, len(self.rows), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            cosines[part] = self.rows[part].astype(np.float32) @ vector * self.scales[part]
        return cosines

    def row(self, row: int) -> Floats:
        """The vector of one clause, of length 1."""
        vector: Floats = self.rows[row].astype(np.float32)
        return vector / np.float32(np.linalg.norm(vector) or 1.0)


_ARRAYS = ("rows", "scales", "keys", "background")


def _texts(entry: Entry) -> tuple[str, str]:
    """The clause alone, and behind its heading."""
    alone = "".join(entry.quote.split())
    heading = "".join(entry.path[-1].split()) if entry.path else ""
    return alone, f"{heading}：{alone}" if heading else alone


def _key(texts: tuple[str, str]) -> int:
    return int.from_bytes(blake2b("\n".join(texts).encode(), digest_size=8).digest(), "little")


def _batches(rows: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """The rows in batches of like length, so that short texts are not padded to long ones."""
    ordered = sorted(rows, key=lambda row: lengths[row])
    return (ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH))


def _encoded(texts: Sequence[tuple[str, str]], encoder: Encoder) -> Floats:
    both: Floats = encoder.encode_clauses([alone for alone, _ in texts])
    both += encoder.encode_clauses([headed for _, headed in texts])
    both /= np.maximum(np.linalg.norm(both, axis=1, keepdims=True), _TINY)
    return both


def _quantised(vectors: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Rows of 8-bit numbers, and what a step is worth in each."""
    scales = np.maximum(np.abs(vectors).max(axis=1), _TINY) / _STEPS
    return np.rint(vectors / scales[:, None]).astype(np.int8), scales.astype(np.float32)

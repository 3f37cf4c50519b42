"""The entries of an index as they lie on the disk: compressed some at a time, and read when they are asked for.

In: entries.  Out: a file with blocks of them, and `StoredEntries`, a sequence over it.  Relied on: a query shows a few
clauses, so an index of a million opens without reading one; clauses of a plan repeat its ids, titles and terms, so a
dictionary of some of them makes even small blocks short.
Example: the row 100 stands in the fourth block, as its fifth entry.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.entries import FIELDS, EntriesByRow, Entry, entry_of
from search.errors import IndexDamaged
from search.index_files import content, damaged, mapped

_BLOCK = 32
_KEPT = 4096  # blocks, and entries of them, that stay read
_DICTIONARY = 32_768  # bytes: as far as the compression looks back
_FILES = ("entries.bin", "entries-starts.npy")


def write_entries(directory: Path, entries: Sequence[Entry]) -> None:
    """Writes the entries into two files of `directory`."""
    blocks = [_text(entries[start : start + _BLOCK]) for start in range(0, len(entries), _BLOCK)]
    every = max(1, sum(map(len, blocks)) // _DICTIONARY)
    dictionary = b"".join(blocks[::every])[:_DICTIONARY]
    packed = [zlib.compress(dictionary, 9), *(_compressed(block, dictionary) for block in blocks)]
    (directory / _FILES[0]).write_bytes(b"".join(packed))
    np.save(directory / _FILES[1], np.cumsum([0, *map(len, packed)], dtype=np.int64), allow_pickle=False)


@dataclass(frozen=True)
class StoredEntries(EntriesByRow):
    """Entries that are read a block at a time; `starts` are the places of the dictionary, the blocks and the end."""

    path: Path
    packed: NDArray[np.uint8]
    starts: NDArray[np.int64]
    size: int

    @classmethod
    def open(cls, directory: Path, size: int) -> StoredEntries:
        """The entries written into `directory`, of which there are `size`; raises IndexDamaged."""
        path = directory / _FILES[0]
        packed, starts = content(path), mapped(directory / _FILES[1], np.int64)
        if len(starts) != 2 + -(-size // _BLOCK) or starts[-1] != len(packed):
            raise damaged(path, f"{len(packed)} bytes in {len(starts) - 2} blocks", f"{starts[-1:]} of {size} clauses")
        return cls(path, packed, starts, size)

    def at(self, row: int) -> Entry:
        """The entry of a row; the same few hundred are read again for many a query."""
        return self._one(row)

    def __iter__(self) -> Iterator[Entry]:
        for block in range(len(self.starts) - 2):
            yield from (self._entry(block, line) for line in self._block(block))

    @cached_property
    def _one(self) -> Callable[[int], Entry]:
        def read(row: int) -> Entry:
            block, place = divmod(row, _BLOCK)
            return self._entry(block, self._read(block)[place])

        return lru_cache(maxsize=_KEPT)(read)

    @cached_property
    def _read(self) -> Callable[[int], list[bytes]]:
        return lru_cache(maxsize=_KEPT)(self._block)

    @cached_property
    def _dictionary(self) -> bytes:
        return zlib.decompress(self._bytes(0))

    def _block(self, number: int) -> list[bytes]:
        """The entries of a block, a line each."""
        try:
            lines = zlib.decompressobj(zdict=self._dictionary).decompress(self._bytes(number + 1)).splitlines()
        except zlib.error as error:
            raise self._damaged(number) from error
        if len(lines) != min(_BLOCK, self.size - number * _BLOCK):
            raise self._damaged(number)
        return lines

    def _entry(self, block: int, line: bytes) -> Entry:
        try:
            return _entry(json.loads(line))
        except (ValueError, TypeError) as error:
            raise self._damaged(block) from error

    def _damaged(self, block: int) -> IndexDamaged:
        return damaged(self.path, "no clauses", f"some in block {block}")

    def _bytes(self, part: int) -> bytes:
        return self.packed[self.starts[part] : self.starts[part + 1]].tobytes()


def _text(entries: Sequence[Entry]) -> bytes:
    lines = (json.dumps(astuple(entry), ensure_ascii=False, separators=(",", ":")) for entry in entries)
    return "\n".join(lines).encode()


def _compressed(block: bytes, dictionary: bytes) -> bytes:
    writer = zlib.compressobj(9, zdict=dictionary)
    return writer.compress(block) + writer.flush()


def _entry(said: Sequence[Any]) -> Entry:
    return entry_of(dict(zip(FIELDS, said, strict=True)))

"""Where the clause of an id stands among all, found without a table of all ids.

In: the ids in their order, then one of them.  Out: its row.  Relied on: some sixteen ids share a drawer by their hash,
so that the clauses of a drawer are read to find the one, and a row takes three bytes or four.
Example: with a million clauses there are 62,500 drawers, and that of "ningxia/3.1.2#c4" is always the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from search.entries import Entry
from search.postings import Postings

_A_DRAWER = 16
_FOLDER = "places"


@dataclass(frozen=True, slots=True)
class Places:
    """The rows of each drawer."""

    drawers: Postings
    size: int

    @classmethod
    def build(cls, entries: Sequence[Entry]) -> Places:
        """The places of `entries`."""
        return cls(Postings.build((_drawer(entry.clause_id, len(entries)),) for entry in entries), len(entries))

    def save(self, directory: Path) -> None:
        """Writes the places below `directory`."""
        self.drawers.save(directory / _FOLDER)

    @classmethod
    def open(cls, directory: Path, size: int) -> Places:
        """The places saved below `directory`; raises IndexDamaged where they cannot be read."""
        return cls(Postings.open(directory / _FOLDER, size), size)

    def row(self, clause_id: str, entries: Sequence[Entry]) -> int | None:
        """The row of an id; None where no clause has it."""
        rows = self.drawers.rows(_drawer(clause_id, self.size)).tolist()
        return next((row for row in rows if entries[row].clause_id == clause_id), None)


def _drawer(clause_id: str, size: int) -> str:
    return str(crc32(clause_id.encode(errors="backslashreplace")) % (size // _A_DRAWER + 1))

"""Some of many entries, by their rows: what is weighed for one query, read only where it is shown.

In: entries and rows among them.  Out: a sequence of those.
Example: of a million clauses the fourth that is worth weighing may be the row 70,512.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from search.entries import Entry

RowNumbers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Part(Sequence[Entry]):
    """The entries at some rows."""

    entries: Sequence[Entry]
    rows: RowNumbers

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, row: int) -> Entry: ...

    @overload
    def __getitem__(self, row: slice) -> list[Entry]: ...

    def __getitem__(self, row: int | slice) -> Entry | list[Entry]:
        if isinstance(row, slice):
            return [self.entries[one] for one in self.rows[row].tolist()]
        return self.entries[int(self.rows[row])]

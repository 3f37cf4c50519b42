"""What the index knows of a clause: its words, its place, and what it can be filtered by.

In: what a reading or a record says of a clause.  Out: an `Entry`.  Many lie in `search/stored_entries.py`.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, overload


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One clause as it is searched; tuples hold concept ids, and an empty one means none."""

    clause_id: str
    plan_id: str
    start: int  # code points into the plan's source
    end: int
    quote: str  # verbatim
    path: tuple[str, ...]  # titles from the chapter to the innermost unit
    kind: str  # what it stands in: task, safeguard, special_action or section
    region: str | None  # administrative code
    period: str | None
    level: str | None = None  # of the plan: national, province, prefecture, city or district
    start_year: int | None = None  # of the plan's period
    end_year: int | None = None
    themes: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()

    @property
    def searched(self) -> str:
        """The words it is found by: its own and the title it stands under."""
        return f"{self.quote}\n{'/'.join(self.path[-1:])}"

    @property
    def years(self) -> range:
        """The years of the plan's period; none where it does not say."""
        if self.start_year is None or self.end_year is None:
            return range(0)
        return range(self.start_year, self.end_year + 1)


class EntriesByRow(Sequence[Entry]):
    """So many entries, each read or made when its row is asked for."""

    size: int

    @abstractmethod
    def at(self, row: int) -> Entry:
        """The entry of a row from 0 on, below `size`."""

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, row: int) -> Entry: ...

    @overload
    def __getitem__(self, row: slice) -> list[Entry]: ...

    def __getitem__(self, row: int | slice) -> Entry | list[Entry]:
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(self.size))]
        if not -self.size <= row < self.size:
            raise IndexError(row)
        return self.at(row % self.size)


_LISTS = {"path", "themes", "beneficiaries"}
FIELDS = tuple(field.name for field in fields(Entry))


def entry_of(record: Mapping[str, Any]) -> Entry:
    """The entry of a record as `asdict` gives it; raises KeyError or TypeError for any other."""
    values: dict[str, Any] = {name: tuple(record[name]) if name in _LISTS else record[name] for name in FIELDS}
    return Entry(**values)

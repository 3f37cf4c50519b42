"""Where in its document a text came from: the page of a PDF, the paragraph of a Word file or of a web page.

In: an offset into the extracted text.  Out: the number of the page or paragraph that holds it.  A plain text file has
no such map, since its offsets are those of the file.
Example: `Places("page", (0, 1823), (1, 2)).at(2000)` is 2.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast, get_args

from ontology.errors import OntologyError

Unit = Literal["page", "paragraph"]


class PlacesDamaged(OntologyError):
    """A stored map of places that cannot be read."""


@dataclass(frozen=True, slots=True)
class Places:
    """The map of one text: from `starts[i]` up to the next start, the text stands on `unit` number `numbers[i]`."""

    unit: Unit
    starts: Sequence[int] = field(repr=False)  # rising, the first at 0 or before the text begins
    numbers: Sequence[int] = field(repr=False)

    def at(self, offset: int) -> int:
        """The number of the page or paragraph that holds the character at `offset`."""
        return self.numbers[max(bisect_right(self.starts, offset) - 1, 0)]

    def record(self) -> dict[str, object]:
        """The map as it is stored beside the text."""
        return {"unit": self.unit, "starts": list(self.starts), "numbers": list(self.numbers)}

    @classmethod
    def read(cls, record: object) -> Places:
        """The map that `record` was made of; raises PlacesDamaged."""
        if isinstance(record, Mapping):
            unit, starts, numbers = record.get("unit"), _whole(record.get("starts")), _whole(record.get("numbers"))
            if unit in get_args(Unit) and len(starts) == len(numbers) > 0:
                return cls(cast(Unit, unit), starts, numbers)
        raise PlacesDamaged(f"found {str(record)[:40]!r}, expected a map of places with unit, starts and numbers")


def _whole(value: object) -> tuple[int, ...]:
    """The list as whole numbers; empty where it is no such list."""
    if not isinstance(value, list) or not all(type(item) is int for item in value):
        return ()
    return tuple(value)

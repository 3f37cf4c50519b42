"""What a server's reader has to know of all its clauses together, and of each, as texts that travel with them.

In: counts, the model and its background; an entry with its vector.  Out: JSON, and the same back.  Relied on: `About`
says of what format both are, so that what another release of the program left is refused and not misread.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from graph.errors import StoreVersionMismatch
from search.entries import Entry, entry_of
from search.errors import IndexDamaged
from search.rows import Rows

_FORMAT = 2
_STEPS, _SCALES = np.dtype("int8"), np.dtype("<f4")


@dataclass(frozen=True, slots=True)
class About:
    """How many clauses there are, how many terms one has in the mean, and the values of each filter with their counts.

    `model` made the vectors, those of the clauses and of the background; it is empty where there are none.
    """

    size: int
    mean_length: float
    filters: Mapping[str, Mapping[str, int]]
    model: str
    background: Rows

    @property
    def dimensions(self) -> int:
        """The length of a vector; 0 where there are none."""
        return int(self.background.steps.shape[1])

    def text(self) -> str:
        """All of it as JSON."""
        said = {"size": self.size, "mean_length": self.mean_length, "filters": self.filters, "model": self.model}
        steps, scales = _packed(self.background.steps, _STEPS), _packed(self.background.scales, _SCALES)
        rows = {"dimensions": self.dimensions, "steps": steps, "scales": scales}
        return json.dumps({"format": _FORMAT, **said, **rows}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> About:
        """What `text` wrote; raises StoreVersionMismatch for another format, IndexDamaged."""
        try:
            said = json.loads(text)
            found = said["format"]
            if found == _FORMAT:
                scales = np.frombuffer(b64decode(said["scales"]), _SCALES)
                steps = np.frombuffer(b64decode(said["steps"]), _STEPS).reshape(len(scales), said["dimensions"])
                return cls(said["size"], said["mean_length"], said["filters"], said["model"], Rows(steps, scales))
        except (ValueError, KeyError, TypeError) as error:
            raise IndexDamaged("the server's search index cannot be read; run `crossplan ingest`") from error
        raise StoreVersionMismatch(
            f"the server's search index: format {found} found, {_FORMAT} expected; `crossplan ingest` loads it anew"
        )


@dataclass(frozen=True, slots=True)
class Record:
    """One clause as it travels, with its vector in 8 bits a dimension; the steps are empty where it has none."""

    entry: Entry
    steps: NDArray[np.int8]
    scale: float

    def text(self) -> str:
        """All of it as JSON."""
        said = {"entry": asdict(self.entry), "steps": _packed(self.steps, _STEPS), "scale": self.scale}
        return json.dumps(said, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Record:
        """What `text` wrote; raises IndexDamaged."""
        try:
            said = json.loads(text)
            return cls(entry_of(said["entry"]), np.frombuffer(b64decode(said["steps"]), _STEPS), float(said["scale"]))
        except (ValueError, KeyError, TypeError) as error:
            raise IndexDamaged("the server's clauses cannot be read; run `crossplan ingest`") from error


def _packed(numbers: NDArray[np.int8] | NDArray[np.float32], kind: np.dtype[np.int8] | np.dtype[np.float32]) -> str:
    return b64encode(numbers.astype(kind).tobytes()).decode("ascii")

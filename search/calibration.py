"""The numbers of search that are fitted, not thought of: kept in a file, made by one command.

In: `calibration.json`, which `python -m benchmarks.calibrate` writes.  Out: a `Calibration`.  Relied on: closeness is
measured against the background, so the numbers of one encoder serve another nearly as well; each is fitted on judged
queries of other documents and on queries of other fields, never on those it is measured with (docs/evaluation.md).
Example: `{"encoder": "crossplan-zh@1f…", "weights": {"lexical": 0.9, …}, "refusal": {"best": 9.15, …}}`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from search.errors import IndexDamaged
from search.fusion import Sureness, Weights
from search.refusal import Refusal

FITTED = Path(__file__).parent / "calibration.json"


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the lanes count, and when a query is refused."""

    encoder: str  # that it was fitted with
    weights: Weights
    sureness: Sureness
    refusal: Refusal

    @classmethod
    def read(cls, path: Path = FITTED) -> Calibration:
        """The numbers of a file; raises IndexDamaged where it holds none."""
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
            weights, sureness = Weights(**said["weights"]), Sureness(**said["sureness"])
            return cls(said["encoder"], weights, sureness, Refusal(**said["refusal"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexDamaged(f"{path}: no readable calibration found, expected a part of the program") from error

    def write(self, path: Path = FITTED) -> None:
        """Writes the numbers, one a line."""
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")

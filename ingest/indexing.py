"""The clauses made searchable: words always, meaning where its model can be had.

In: the entries of a build and the live version.  Out: the index.  Relied on: what a clause means changes only with its
words, its heading or the model, so vectors of the live version are taken over where all three are the same.
Example: a plan added to five has its own clauses encoded and no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph.versions import INDEX
from ingest.progress import Report, Step
from search.encoder.errors import EncoderUnavailable
from search.entries import Entry
from search.errors import IndexDamaged
from search.held import HeldClauses
from search.settings import SearchSettings
from search.vectors import Vectors

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Indexer:
    """Makes the index of a version; `problems` says what it has to do without."""

    encoder: Encoder | None
    live: Path | None = field(repr=False)
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, settings: SearchSettings, live: Path | None) -> Indexer:
        """The indexer with the encoder that the settings name; one that cannot be had is a problem, no failure."""
        opener = settings.opener()
        if opener is None:
            return cls(None, live)
        try:
            return cls(opener(), live)
        except EncoderUnavailable as error:
            return cls(None, live, (f"clauses are found by their words alone: {error}",))

    @property
    def model(self) -> str:
        """What the vectors are made by; empty for none."""
        return self.encoder.name if self.encoder else ""

    def build(self, entries: Sequence[Entry], step: Step, report: Report) -> HeldClauses:
        """The index over `entries`; each batch of clauses is reported."""
        step.unit = "clauses"

        def seen(done: int, _: int) -> None:
            step.count = done
            report(step)

        clauses = HeldClauses.build(entries, self.encoder, self._known(), seen)
        step.count = len(clauses)
        return clauses

    def _known(self) -> Vectors | None:
        """The vectors of the live version; None where it has none that can be read."""
        if self.live is None or self.encoder is None:
            return None
        try:
            return HeldClauses.vectors(self.live / INDEX)
        except IndexDamaged:
            return None

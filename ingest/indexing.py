"""The clauses made searchable: words always, meaning where its model can be had.

In: the entries of a build and the live version.  Out: the index.  Relied on: what a clause means changes only with its
words, its heading or the model, so vectors of an earlier version are taken over where all three are the same.  A model
that cannot be had takes nothing away: the vectors that were made by the last one stay.  Where a clause has none, all
are searched by words until the model is back, because that clause would stand behind all others.
Example: a plan added to five has its own clauses encoded and no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph.versions import INDEX
from ingest.progress import Report, Step
from search.encoder.errors import EncoderUnavailable
from search.entries import Entry
from search.errors import IndexDamaged, SearchError
from search.held import HeldClauses
from search.lanes import SEMANTIC
from search.settings import SearchSettings
from search.vectors import Vectors

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Indexer:
    """Makes the index of a version; `problems` says what it has to do without."""

    encoder: Encoder | None
    known: Vectors | None = field(default=None, repr=False)  # made before by that encoder, or by whichever was the last
    problems: tuple[str, ...] = ()

    @classmethod
    def of(cls, settings: SearchSettings, live: Path | None) -> Indexer:
        """The indexer with the encoder that the settings name; one that cannot be had is a problem, no failure."""
        opener = settings.opener()
        if opener is None:
            return cls(None)
        try:
            encoder = opener()
        except EncoderUnavailable as error:
            known = next(_made(live), None)
            return cls(None, known, (f"{_without(known)}: {error}",))
        return cls(encoder, next((vectors for vectors in _made(live) if vectors.model == encoder.name), None))

    @property
    def model(self) -> str:
        """What the vectors are made by; empty for none, and another one where the model is not to be had."""
        if self.encoder is not None:
            return self.encoder.name
        return f"kept: {self.known.model if self.known else ''}" if self.problems else ""

    def opens(self, version: Path) -> bool:
        """Whether the index of a version is whole, with vectors where there is an encoder to make them."""
        encoder = self.encoder
        try:
            clauses = HeldClauses.open(version / INDEX, None if encoder is None else lambda: encoder)
        except SearchError:
            return False
        return encoder is None or SEMANTIC in clauses.lanes

    def build(self, entries: Sequence[Entry], step: Step, report: Report) -> HeldClauses:
        """The index over `entries`; each batch of clauses is reported."""
        step.unit = "clauses"

        def seen(done: int, _: int) -> None:
            step.count = done
            report(step)

        clauses = HeldClauses.build(entries, self.encoder, self.known, seen)
        step.count = len(clauses)
        return clauses


def _without(known: Vectors | None) -> str:
    """What an ingest without its model leaves."""
    if known is None:
        return "clauses are found by their words alone"
    return f"the vectors by {known.model} stay, but with a new or changed clause all are found by their words alone"


def _made(live: Path | None) -> Iterator[Vectors]:
    """The vectors of the live version and of the others there are, the newest first."""
    if live is None:
        return
    others = (version for version in live.parent.glob("[!.]*") if version != live)
    for version in (live, *sorted(others, key=lambda version: version.stat().st_mtime_ns, reverse=True)):
        try:
            yield HeldClauses.vectors(version / INDEX)
        except IndexDamaged:
            continue

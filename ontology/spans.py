"""A fact's place: a span of a source text, whose quote is cut from the source and can therefore never differ from it.

In: the text of a plan exactly as stored.  Out: `Source` and `Span`, the two records every fact stands on.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from ontology.errors import OntologyError
from ontology.places import Places


class SpanError(OntologyError):
    """A place that is not in its source."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one plan, exactly as stored; offsets everywhere are code points into `text`."""

    plan_id: str
    text: str = field(repr=False)
    places: Places | None = field(default=None, repr=False, compare=False)  # of a text taken from a document

    @property
    def sha256(self) -> str:
        """The hexadecimal SHA-256 of the text in UTF-8 (lone surrogates kept as they are)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def span(self, start: int, end: int) -> Span:
        """The span from code point `start` up to `end` (exclusive); raises SpanError where it is not in the text."""
        return Span(self, start, end)

    def recall(self, start: int, end: int, quote: str) -> Span:
        """The span stored earlier as (start, end, quote); raises SpanError where the text there is another."""
        span = Span(self, start, end)
        if span.quote != quote:
            raise SpanError(f"{self.plan_id} {start}-{end}: found {span.quote[:40]!r}, expected {quote[:40]!r}")
        return span


@dataclass(frozen=True, slots=True)
class Span:
    """A non-empty stretch of a source: `source.text[start:end] == quote` holds by construction."""

    source: Source = field(repr=False)
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.source.text):
            length = len(self.source.text)
            raise SpanError(f"{self.source.plan_id}: no span {self.start}-{self.end} in a text of {length} characters")

    @property
    def quote(self) -> str:
        """The source text of the span, verbatim."""
        return self.source.text[self.start : self.end]

    @property
    def plan_id(self) -> str:
        """The id of the plan whose source this is."""
        return self.source.plan_id

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

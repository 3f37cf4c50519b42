"""Why a clause was found, shown in its own text: the stretches that share terms with the query.

In: a clause and the query's terms.  Out: offsets into the clause's source, and the matched words verbatim.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from search.bounds import Stretch
from search.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Highlights:
    """Stretches (start, end), merged and in order, as offsets into the text highlighted; and the words they show."""

    spans: tuple[Stretch, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str, stretches: Iterable[Stretch]) -> Highlights:
        """These stretches of `text`, touching ones joined."""
        spans = joined(stretches)
        return cls(spans, tuple(dict.fromkeys("".join(text[start:end].split()) for start, end in spans)))


def highlight(text: str, query_terms: Collection[str]) -> Highlights:
    """The stretches of `text` whose terms are in the query, touching ones joined; words without repeats."""
    if not query_terms:
        return Highlights((), ())
    return Highlights.of(text, ((token.start, token.end) for token in tokenize(text) if token.term in query_terms))


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The stretches in order, touching and overlapping ones as one."""
    spans: list[Stretch] = []
    for start, end in sorted(stretches):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return tuple(spans)

"""Why a clause was found, shown in its own text: the stretches that share terms with the query.

In: a clause and the query's terms.  Out: offsets into the clause's source, and the matched words verbatim.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from search.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Highlights:
    """Stretches (start, end), merged and in order, as offsets into the text highlighted; and the words they show."""

    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


def highlight(text: str, query_terms: Collection[str]) -> Highlights:
    """The stretches of `text` whose terms are in the query, touching ones joined; words without repeats."""
    spans: list[tuple[int, int]] = []
    for token in tokenize(text):
        if token.term in query_terms:
            if spans and token.start <= spans[-1][1]:
                spans[-1] = (spans[-1][0], max(spans[-1][1], token.end))
            else:
                spans.append((token.start, token.end))
    words = dict.fromkeys("".join(text[start:end].split()) for start, end in spans)
    return Highlights(tuple(spans), tuple(words))

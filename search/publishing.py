"""The clauses that this process holds, as a server is given them to search in.

In: the clauses of a build with their lanes.  Out: a `SearchContent`: for each clause the very terms, concepts and
vector by which it is found here, so that a server brings up what this process would.  Nothing is encoded again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from graph.searchable import Searchable, SearchContent
from search.about import About, Record
from search.filters import FilterIndex
from search.held import HeldClauses
from search.rows import Rows
from search.tags import tags_of
from search.tokens import terms
from search.vectors import Vectors


def search_content(clauses: HeldClauses) -> SearchContent:
    """All clauses for a server."""
    meaning = clauses.own_lanes.meaning
    vectors = meaning.vectors if meaning and not meaning.vectors.lacking else None
    words = [terms(entry.searched) for entry in clauses.entries]
    about = About(
        size=len(clauses),
        mean_length=sum(len(held) or 1 for held in words) / max(1, len(words)),
        filters=FilterIndex(clauses.entries).counts(),
        model=vectors.model if vectors else "",
        background=Rows.of(vectors.background if vectors else np.zeros((0, 0), dtype=np.float32)),
    )
    return SearchContent(about.text(), about.dimensions, _texts(clauses, words, vectors))


def _texts(clauses: HeldClauses, words: Sequence[Sequence[str]], vectors: Vectors | None) -> Iterator[Searchable]:
    concepts = clauses.own_lanes.concepts.by_entry()
    for row, entry in enumerate(clauses.entries):
        if vectors is None:
            record = Record(entry, np.zeros(0, dtype=np.int8), 0.0)
        else:
            record = Record(entry, vectors.rows[row], float(vectors.scales[row]))
        yield Searchable(
            id=entry.clause_id,
            row=row,
            words=" ".join(words[row]),
            concepts=" ".join(concepts[row]),
            tags=tags_of(entry),
            record=record.text(),
            vector=None if vectors is None else vectors.row(row).tolist(),
        )

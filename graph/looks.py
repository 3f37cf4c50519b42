"""How a server is asked for texts: one `Look` for each way in which an index, or a comparison, brings them up.

In: words, a vector or an id, and which texts pass.  Out: the statement for one edition, with its parameters.  It gives
one row, and none where another graph has been loaded since the edition was read.
Example: `by_words("words:(助餐 养老)", …)` brings up the texts that the full-text index ranks first for these two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.searchable import Edition, label, meaning, words
from graph.values import Value

HOLDING = "MATCH (v:StoreVersion {search: $slot, loaded: $loaded})"
_PASSING = "all(allowed IN $filters WHERE any(tag IN allowed WHERE tag IN node.tags)) AND NOT $without IN node.tags"
_SYNTAX = re.compile(r"\W")


@dataclass(frozen=True, slots=True)
class Passing:
    """Which texts are wanted: with one tag of each list, and without that one tag; at most so many."""

    filters: Sequence[Sequence[str]]
    most: int
    without: str = ""

    def params(self) -> dict[str, Value]:
        """The parameters of a statement."""
        return {"filters": [list(allowed) for allowed in self.filters], "most": self.most, "without": self.without}


@dataclass(frozen=True, slots=True)
class Look:
    """The part of a statement that binds `node`, to be written for a slot, and its parameters."""

    finding: str
    params: Mapping[str, Value] = field(repr=False)

    def statement(self, edition: Edition) -> str:
        """The whole statement: one row where the edition is still there, else none."""
        finding = self.finding.format(
            label=label(edition.slot), words=words(edition.slot), meaning=meaning(edition.slot)
        )
        return f"{HOLDING} CALL () {{ {finding} RETURN collect(node.row) AS rows }} RETURN rows"


def full_text(prop: str, terms: Mapping[str, float]) -> str:
    """The full-text query for any of some terms, each with its weight; what is syntax to the index is not in a term."""
    weighed = (
        f"{_SYNTAX.sub(_escaped, term)}" + (f"^{weight:g}" if weight != 1 else "") for term, weight in terms.items()
    )
    return f"{prop}:({' '.join(weighed)})"


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def by_words(query: str, passing: Passing) -> Look:
    """The texts that the full-text index ranks first for a query."""
    options: dict[str, Value] = {} if passing.filters or passing.without else {"limit": passing.most}
    return Look(
        f"CALL db.index.fulltext.queryNodes('{{words}}', $query, $options) YIELD node WITH node WHERE {_PASSING} "
        "WITH node LIMIT $most",
        {**passing.params(), "query": query, "options": options},
    )


def by_meaning(vector: Sequence[float], near: int, passing: Passing) -> Look:
    """The texts that pass among the `near` ones that the vector index finds nearest."""
    return Look(
        f"CALL db.index.vector.queryNodes('{{meaning}}', $near, $vector) YIELD node WITH node WHERE {_PASSING} "
        "WITH node LIMIT $most",
        {**passing.params(), "vector": list(vector), "near": near},
    )


def by_id(id_: str) -> Look:
    """The text with that id."""
    return Look("MATCH (node:{label} {{id: $id}})", {"id": id_})

"""Whether each stored quote is the text at its place in the source.

In: a graph, and the texts of its plans exactly as stored.  Out: problems.  Relied on: offsets are code points, so
`text[start:end] == quote`; a plan node carries the SHA-256 and length of the text it was read from.
Example: "ningxia/3.1.2#c4: 1204-1260 of the source is '…', but the quote is '…'".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ontology.elements import Graph, Node
from ontology.problems import Problem
from ontology.spans import Source, SpanError

_PLACE = ("planId", "quote", "start", "end")


def quote_problems(graph: Graph, sources: Mapping[str, str]) -> tuple[Problem, ...]:
    """Every place that is not in its source, and every source that is not the one the plan was read from."""
    texts = {plan_id: Source(plan_id, text) for plan_id, text in sources.items()}
    return tuple(problem for node in graph.nodes for problem in _in_source(node, texts))


def _in_source(node: Node, sources: Mapping[str, Source]) -> Iterator[Problem]:
    plan_id, quote, start, end = (node.properties.get(name) for name in _PLACE)
    if not (isinstance(quote, str) and isinstance(start, int) and isinstance(end, int)):
        return  # no passage, or one whose shape is wrong
    source = sources.get(str(plan_id))
    if source is None:
        yield Problem("quote", node.id, f"there is no source of a plan {plan_id}")
        return
    try:
        source.recall(start, end, quote)
    except SpanError as error:
        yield Problem("quote", node.id, f"its quote is not in its source: {error}")
    kept = node.properties.get("sourceHash")
    if node.label == "Plan" and kept not in (None, source.sha256):
        yield Problem("quote", node.id, f"it was read from a source with SHA-256 {kept}, this one has {source.sha256}")

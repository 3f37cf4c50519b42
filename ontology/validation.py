"""The whole check of a graph: consistent with the ontology, in its shapes, and each quote in its source.

In: a graph, and the texts of its plans.  Out: a list of problems, empty where all is well; `str(problem)` is a line for
the terminal.  `crossplan check` prints them and fails where there is one.
"""

from __future__ import annotations

from collections.abc import Mapping

from ontology.consistency import any_reasoner, consistency_problems
from ontology.elements import Graph
from ontology.problems import Problem
from ontology.quotes import quote_problems
from ontology.reasoner import Reasoner
from ontology.shapes import shape_problems
from ontology.terms import Terms


def check_graph(
    graph: Graph, sources: Mapping[str, str], terms: Terms | None = None, reasoner: Reasoner | None = None
) -> list[Problem]:
    """Every problem of a graph; some seconds for five plans."""
    terms = terms or Terms()
    quotes = quote_problems(graph, sources)
    contradictions = consistency_problems(graph, terms, reasoner or any_reasoner(terms))
    return [*contradictions, *shape_problems(graph, terms), *quotes]

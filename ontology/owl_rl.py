"""The rules of OWL 2 RL, as the owlrl library applies them; the reasoner where there is no Java.

In: a graph.  Out: whether the rules find a contradiction in it, and what follows by them.  Relied on: the rules take
minutes for five plans, so consistency is asked of the graph's summary.  They know no owl:hasSelf, so each thing is
given beforehand what its class has to itself; and they conclude nothing from "one of these classes".
"""

from __future__ import annotations

import owlrl
from rdflib import OWL, RDF, Literal
from rdflib import Graph as Triples

from ontology.elements import Graph
from ontology.reasoner import Conclusions, conclusions_in, triples_of
from ontology.summary import summary
from ontology.terms import CROSSPLAN, Terms

# What a summary is not asked: it has others, or itself, where a thing of the graph has one.
_COUNTING = (OWL.FunctionalProperty, OWL.AsymmetricProperty, OWL.IrreflexiveProperty)


class OwlRl:
    """OWL 2 RL over one ontology."""

    name = "OWL-RL"

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    def is_consistent(self, graph: Graph) -> bool:
        """Whether the rules find no contradiction beyond those that `ontology.clashes` looks for."""
        triples = self._triples(summary(graph, self._terms.told_apart))
        for characteristic in _COUNTING:
            triples.remove((None, RDF.type, characteristic))
        closure = owlrl.OWLRL_Semantics(triples, axioms=False, daxioms=False)
        closure.closure()
        return not closure.error_messages

    def conclusions(self, graph: Graph) -> Conclusions:
        """What follows by the rules; slow, so for a small graph."""
        triples = self._triples(graph)
        owlrl.OWLRL_Semantics(triples, axioms=False, daxioms=False).closure()
        return conclusions_in(triples, self._terms)

    def _triples(self, graph: Graph) -> Triples:
        triples = triples_of(graph, self._terms)
        for restriction in self._terms.triples.subjects(OWL.hasSelf, Literal(True)):
            term = self._terms.needed(restriction, OWL.onProperty)
            for label in self._terms.classes_with_self(term):
                for each in list(triples.subjects(RDF.type, CROSSPLAN[label])):
                    triples.add((each, term, each))
        return triples

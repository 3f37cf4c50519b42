"""The classes that the ontology defines by an axiom, and the boolean properties that mark their members.

In: a graph, and the classes of crossplan.ttl with two `owl:equivalentClass` axioms: what a member is, and how the graph
marks it.  Out: for each node that could be a member, true, false, or nothing where the graph does not settle it.
Relied on: a functional property that has one value has no other; only a class marked `:closedWorld` takes what the
graph does not hold as not so.  Example: `:BindingIndicator`, an Indicator whose attribute is "约束性", marked
`binding`; a row whose attribute the table lost is neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import OWL, RDF, Literal, URIRef
from rdflib.term import Node as Term

from ontology.elements import Graph, Node, Scalar
from ontology.links import Links
from ontology.terms import CROSSPLAN, TermError, Terms, local_name

Verdict = bool | None  # whether a node is in a class: yes, no, or not settled
Test = Callable[[Node], Verdict]


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined class: members are the nodes of `labels` that meet `meaning`, and have `mark` set to true."""

    term: URIRef
    labels: frozenset[str]
    meaning: Term
    mark: str
    closed: bool


def definitions(terms: Terms) -> tuple[Definition, ...]:
    """The defined classes that mark their members, in alphabetical order."""
    defined = {term for term in terms.triples.subjects(OWL.equivalentClass) if isinstance(term, URIRef)}
    return tuple(_definition(terms, term) for term in sorted(defined))


def marks(graph: Graph, terms: Terms) -> Mapping[tuple[str, str], Mapping[str, bool]]:
    """The marks of each node (by label and id) that a definition settles."""
    links = Links(graph, terms)
    found: dict[tuple[str, str], dict[str, bool]] = {}
    for definition in definitions(terms):
        test = _Expressions(terms, links, definition.closed).test(definition.meaning)
        for node in graph.nodes:
            if node.label in definition.labels and (verdict := test(node)) is not None:
                found.setdefault((node.label, node.id), {})[definition.mark] = verdict
    return found


def _definition(terms: Terms, term: URIRef) -> Definition:
    axioms = list(terms.triples.objects(term, OWL.equivalentClass))
    marking = [(axiom, mark) for axiom in axioms for mark in _marks_in(terms, axiom)]
    if len(axioms) != 2 or len(marking) != 1:
        found = f"{len(axioms)} definitions, {len(marking)} of them a mark"
        raise TermError(f"{local_name(term)}: {found}, expected what a member is and how it is marked")
    [(by_mark, mark)] = marking
    [meaning] = [axiom for axiom in axioms if axiom != by_mark]
    return Definition(
        term=term,
        labels=terms.labels_below(terms.conjuncts(by_mark)[0]),
        meaning=meaning,
        mark=mark,
        closed=(term, CROSSPLAN.closedWorld, Literal(True)) in terms.triples,
    )


def _marks_in(terms: Terms, axiom: Term) -> Iterator[str]:
    for part in terms.conjuncts(axiom):
        if terms.triples.value(part, OWL.hasValue) == Literal(True):
            yield local_name(terms.needed(part, OWL.onProperty))


class _Expressions:
    """Class expressions as tests of a node, over the links of one graph."""

    def __init__(self, terms: Terms, links: Links, closed: bool) -> None:
        self._terms = terms
        self._links = links
        self._unstated: Verdict = False if closed else None

    def test(self, expression: Term) -> Test:
        """The test of one expression; raises TermError for a form that is not among these."""
        terms = self._terms
        value = terms.triples.value
        if (parts := value(expression, OWL.intersectionOf)) is not None:
            return _all([self.test(part) for part in terms.members(parts)])
        if (parts := value(expression, OWL.unionOf)) is not None:
            return _any([self.test(part) for part in terms.members(parts)])
        if (part := value(expression, OWL.complementOf)) is not None:
            return _not(self.test(part))
        if (wanted := value(expression, OWL.hasValue)) is not None:
            return self._has_value(terms.needed(expression, OWL.onProperty), wanted)
        if (filler := value(expression, OWL.someValuesFrom)) is not None:
            return self._some(terms.needed(expression, OWL.onProperty), filler)
        labels = terms.labels_below(expression)
        return lambda node: node.label in labels

    def _has_value(self, term: URIRef, wanted: Term) -> Test:
        name = local_name(term)
        scalar: Scalar = wanted.toPython() if isinstance(wanted, Literal) else str(wanted)
        functional = (term, RDF.type, OWL.FunctionalProperty) in self._terms.triples

        def test(node: Node) -> Verdict:
            held = node.properties.get(name)
            if held is None:
                return self._unstated
            if isinstance(held, list):
                return True if scalar in held else self._unstated
            return held == scalar or (False if functional else self._unstated)

        return test

    def _some(self, term: URIRef, filler: Term) -> Test:
        labels = self._terms.labels_below(filler)
        table = self._links.of(term)

        def test(node: Node) -> Verdict:
            found = any(label in labels for label, _ in table.get((node.label, node.id), ()))
            return found or self._unstated

        return test


def _all(tests: list[Test]) -> Test:
    def test(node: Node) -> Verdict:
        verdicts = [each(node) for each in tests]
        return False if False in verdicts else None if None in verdicts else True

    return test


def _any(tests: list[Test]) -> Test:
    def test(node: Node) -> Verdict:
        verdicts = [each(node) for each in tests]
        return True if True in verdicts else None if None in verdicts else False

    return test


def _not(test: Test) -> Test:
    def negated(node: Node) -> Verdict:
        verdict = test(node)
        return None if verdict is None else not verdict

    return negated

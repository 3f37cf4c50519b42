"""What there is to say of a reading rule, for people and as RDF.

In: a rule's name, what it relies on and its examples.  Out: `RuleNote`; its triples at a base.  Relied on: a rule is an
activity in the words of PROV, and its examples and its definition are those of SKOS.
Example: `<…/rule/statement.amount> skos:definition "a figure with the unit it counts in, …"@en`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology.addresses import address

if TYPE_CHECKING:
    from rdflib import Graph

RULES = "rule/"  # rules have ids too, below this


@dataclass(frozen=True, slots=True)
class RuleNote:
    """All that is to be said of a rule but how it is carried out."""

    name: str
    relies_on: str
    examples: tuple[str, ...]  # the words that it finds; a mark ⟦…⟧ shows which of them are under question
    counter_examples: tuple[str, ...]  # the words that look alike and are left alone


def rule_to_rdf(note: RuleNote, base: str) -> Graph:
    """The triples about a rule, at `base` and its id."""
    from rdflib import PROV, RDF, RDFS, SKOS, Graph, Literal, URIRef  # slow to import, and the rules need it never

    from ontology.terms import CROSSPLAN

    rule = URIRef(address(base, RULES + note.name))
    triples = Graph(bind_namespaces="none")
    for prefix, namespace in (("crossplan", CROSSPLAN), ("prov", PROV), ("rdfs", RDFS), ("skos", SKOS)):
        triples.bind(prefix, namespace)
    triples.add((rule, RDF.type, CROSSPLAN.Rule))
    triples.add((rule, RDF.type, PROV.Activity))
    triples.add((rule, RDFS.label, Literal(note.name)))
    triples.add((rule, SKOS.definition, Literal(note.relies_on, lang="en")))
    for example in note.examples:
        triples.add((rule, SKOS.example, Literal(example, lang="zh")))
    for example in note.counter_examples:
        triples.add((rule, CROSSPLAN.counterExample, Literal(example, lang="zh")))
    return triples

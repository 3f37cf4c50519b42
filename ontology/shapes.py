"""Whether a graph has what it must have: the shapes of shapes.ttl, checked by pyshacl.

In: a graph.  Out: problems, each with the id it is about.  Relied on: a shape for a class is one for all classes below
it, so the validator is given the tree of classes beside the data.
Example: "ningxia/2.3/table-1/row-4: an indicator row is in exactly one plan".
"""

from __future__ import annotations

from pathlib import Path

import pyshacl
from rdflib import RDF, RDFS, SH, BNode, URIRef
from rdflib import Graph as Triples
from rdflib.term import Node as Term

from ontology.addresses import id_at
from ontology.elements import Graph
from ontology.problems import Problem
from ontology.rdf import to_rdf
from ontology.terms import CROSSPLAN, Terms, local_name_of

SHAPES_FILE = Path(__file__).with_name("shapes.ttl")
_BASE = "http://graph.invalid/"


def shape_problems(graph: Graph, terms: Terms) -> tuple[Problem, ...]:
    """What the shapes find missing, too many or out of bounds, by id."""
    data = to_rdf(graph, _BASE, terms)
    for below, above in terms.triples.subject_objects(RDFS.subClassOf):
        data.add((below, RDFS.subClassOf, above))
    shapes = Triples().parse(SHAPES_FILE, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True, meta_shacl=False)
    problems = {
        Problem("shape", _where(data, report.value(result, SH.focusNode)), _message(report, result))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }
    return tuple(sorted(problems, key=lambda problem: (problem.where, problem.message)))


def _where(data: Triples, focus: Term | None) -> str:
    if isinstance(focus, URIRef) and focus.startswith(_BASE):
        return id_at(_BASE, focus)
    if isinstance(focus, BNode):  # an inference, which has no address
        names = (
            data.value(focus, CROSSPLAN[part]) for part in ("inferredSubject", "inferredProperty", "inferredObject")
        )
        return " ".join(_where(data, name) for name in names)
    return local_name_of(focus) if isinstance(focus, URIRef) else str(focus)


def _message(report: Triples, result: Term) -> str:
    """The shape's own message, with the value that was found where there is one."""
    value = report.value(result, SH.value)
    found = f", found {str(value).removeprefix(_BASE)!r}" if value is not None else ""
    return f"{report.value(result, SH.resultMessage)}{found}"

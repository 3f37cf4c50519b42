"""The release of the ontology: the same in the file and in the program, and raised whenever the terms change."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

from rdflib import DCTERMS, OWL, RDFS, SKOS, BNode, Graph, URIRef
from rdflib.term import Node

from ontology.release import RELEASE
from ontology.schema import load_schema
from ontology.terms import Terms

RELEASES = Path(__file__).with_name("releases.toml")
PROSE = {RDFS.label, RDFS.comment, RDFS.seeAlso, SKOS.definition, SKOS.example, SKOS.scopeNote, DCTERMS.description}


def told(node: Node, triples: Graph) -> str:
    """A term by its name, and what has none by all that is said of it."""
    return f"[{'; '.join(statements(node, triples))}]" if isinstance(node, BNode) else node.n3()


def statements(subject: Node, triples: Graph) -> list[str]:
    """What is said of a subject in no particular order, but for prose and the release itself."""
    return sorted(
        f"{told(predicate, triples)} {told(value, triples)}"
        for predicate, value in triples.predicate_objects(subject)
        if predicate not in PROSE and predicate != OWL.versionInfo
    )


def digest(triples: Graph) -> str:
    """The same for two ontologies whose terms mean the same to a program, however their files are written."""
    named = sorted({subject for subject in triples.subjects() if isinstance(subject, URIRef)})
    lines = "\n".join(f"{subject.n3()} {line}" for subject in named for line in statements(subject, triples))
    return hashlib.sha256(lines.encode()).hexdigest()


def test_the_release_that_is_read_without_rdf_is_that_of_the_file() -> None:
    assert load_schema().release == RELEASE


def test_a_change_of_the_terms_is_a_new_release() -> None:
    released = tomllib.loads(RELEASES.read_text(encoding="utf-8"))
    found = digest(Terms().triples)
    assert released.get(RELEASE) == found, (
        f"the terms of ontology/crossplan.ttl are not those of release {RELEASE}: raise owl:versionInfo there and "
        f'RELEASE in ontology/release.py, and add the line `"the new release" = "{found}"` to {RELEASES.name}; '
        "stores that were loaded before are then refused until `crossplan ingest` loads them anew"
    )


def test_each_release_has_terms_of_its_own() -> None:
    released = tomllib.loads(RELEASES.read_text(encoding="utf-8"))
    assert len(set(released.values())) == len(released)


def test_prose_and_layout_are_no_change_of_the_terms_and_an_axiom_is() -> None:
    triples = Terms().triples
    before = digest(triples)
    again = Graph().parse(data=triples.serialize(format="nt"), format="nt")
    task = next(term for term in again.subjects() if str(term).endswith("#Task"))
    again.remove((task, SKOS.definition, None))
    assert digest(again) == before
    again.remove((task, RDFS.subClassOf, None))
    assert digest(again) != before

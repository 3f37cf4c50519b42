"""HermiT, the complete reasoner for OWL 2 DL that owlready2 brings; it needs Java.

In: a graph.  Out: whether it is consistent with the ontology, what follows from it, and which classes of the ontology
can have no member.  Relied on: owlready2 reads no Turtle, so rdflib hands it N-Triples in memory; consistency alone is
asked of HermiT itself, since owlready2 always has every thing of the graph classified, which takes minutes.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import owlready2
from rdflib import Graph as Triples

from ontology.elements import Graph
from ontology.reasoner import Conclusions, ReasonerError, conclusions_in, triples_of
from ontology.terms import Terms

_JAR = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
_COMMAND_LINE = "org.semanticweb.HermiT.cli.CommandLine"


class HermiT:
    """HermiT over one ontology."""

    name = "HermiT"

    def __init__(self, terms: Terms) -> None:
        self._terms = terms

    @staticmethod
    def is_there() -> bool:
        """Whether this machine has the Java that HermiT runs on."""
        return shutil.which("java") is not None

    def is_consistent(self, graph: Graph) -> bool:
        """Whether the graph and the ontology have a model; raises ReasonerError where HermiT fails."""
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "graph.nt"
            path.write_bytes(_n_triples(triples_of(graph, self._terms)))
            command = ["java", "-cp", str(_JAR), _COMMAND_LINE, "--consistency", path.as_uri()]
            ended = subprocess.run(command, capture_output=True, text=True, check=False)
        if ended.returncode == 0 and "is satisfiable" in ended.stdout:
            return True
        if "InconsistentOntologyException" in ended.stderr:
            return False
        raise ReasonerError(f"HermiT ended with {ended.returncode} and no answer: {ended.stderr.strip()[:200]}")

    def conclusions(self, graph: Graph) -> Conclusions:
        """What follows by OWL 2 DL; raises ReasonerError where HermiT fails or the graph is inconsistent."""
        with _world(triples_of(graph, self._terms)) as world:
            _reason(world, infer_property_values=True)
            return conclusions_in(world.as_rdflib_graph(), self._terms)

    def unsatisfiable_classes(self) -> tuple[str, ...]:
        """The classes of the ontology that can have no member, in alphabetical order."""
        with _world(self._terms.triples) as world:
            _reason(world)
            return tuple(sorted(each.name for each in world.inconsistent_classes() if each is not owlready2.Nothing))


@contextmanager
def _world(triples: Triples) -> Iterator[owlready2.World]:
    """An owlready2 world of its own with the triples in it."""
    world = owlready2.World()
    try:
        world.get_ontology("http://ontology.invalid/").load(fileobj=io.BytesIO(_n_triples(triples)))
        yield world
    finally:
        world.close()


def _reason(world: owlready2.World, **options: bool) -> None:
    try:
        owlready2.sync_reasoner_hermit(world, debug=0, **options)
    except owlready2.OwlReadyInconsistentOntologyError as error:
        raise ReasonerError("HermiT concludes nothing from an inconsistent graph") from error
    except owlready2.OwlReadyJavaError as error:
        raise ReasonerError(f"HermiT ended without an answer: {str(error)[:200]}") from error


def _n_triples(triples: Triples) -> bytes:
    return triples.serialize(format="nt", encoding="utf-8")

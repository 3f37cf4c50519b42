"""The whole way: plan texts to a new version of the data directory, which becomes the live one at the end.

In: the settings and the files to add.  Out: a version with the graph, the search index, the sources and the facts; or
nothing, where the live version was built from the same.  Readers see the old version until the new one is whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from align.concept_register import write_register
from graph.embedded import EmbeddedStore, write_graph
from graph.errors import StoreDamaged, StoreError, StoreUnavailable
from graph.settings import StoreSettings
from graph.store import GRAPH
from graph.versions import INDEX, SOURCES, Versions
from ingest.collection import collect, store_sources
from ingest.curation import strays
from ingest.fact_book import FactBook
from ingest.graph_elements import graph_elements
from ingest.index_entries import index_entries
from ingest.indexing import Indexer
from ingest.manifest import Manifest, read_manifest, write_manifest
from ingest.meanings import find_meanings
from ingest.precedents import Precedents, read_precedents
from ingest.progress import Report, step
from ingest.reading import read_curated
from ingest.stored_facts import FACTS
from ingest.verdict_file import read_verdicts
from ingest.verdicts import Verdicts
from ontology.elements import Graph
from ontology.problems import Problem
from ontology.reasoning import infer
from ontology.records import Fact
from ontology.regions import Regions
from ontology.schema import load_schema, schema_of
from ontology.spans import Source
from ontology.terms import Terms
from ontology.vocabulary import load_vocabularies
from search.held import HeldClauses
from search.publishing import search_content
from search.settings import SearchSettings

if TYPE_CHECKING:
    from graph.neo4j_store import Neo4jStore

ROOT = Path(__file__).parents[1]
# The folders whose files shape a build.
_SHAPING = ("ontology", "graph", "search", "align", "ingest")


@dataclass(frozen=True, slots=True)
class Built:
    """The live version after an ingest; `unchanged` where it was live already."""

    version: str
    manifest: Manifest
    unchanged: bool


@dataclass(frozen=True, slots=True)
class _Filled:
    """What a version has that a server is given too."""

    graph: Graph
    clauses: HeldClauses


async def build(
    settings: StoreSettings, added: Iterable[Path], report: Report, searching: SearchSettings | None = None
) -> Built:
    """Builds and publishes a version from the built-in plans, those loaded before and `added`.

    Raises IngestError for a file that is no plan, CurationError or AlignError for verdicts that cannot be used,
    StoreError where the store cannot be written; then nothing changes.
    """
    verdicts = read_verdicts(settings.verdicts)
    versions = Versions(settings.data)
    with versions.build() as draft:
        live = _live(versions)
        with step(report, "read") as reading:
            sources = collect(live, added)
            reading.count, reading.unit = sum(len(source.text) for source in sources), "characters"
        precedents = read_precedents(settings.alignment_verdicts, live)
        indexer = Indexer.of(searching or SearchSettings(), live)
        name = version_name(sources, verdicts.digest, precedents.digest(sources), indexer.model)
        if live and live.name.partition(".")[0] == name and _opens(live, indexer) and await _is_served(settings, name):
            return Built(live.name, read_manifest(live), unchanged=True)
        manifest, filled = _fill(draft.path, sources, (verdicts, precedents, indexer), report)
        if not settings.embedded:
            with step(report, "server") as sending:
                await _send(settings, filled, name)
                sending.count, sending.unit = manifest.nodes + manifest.relations, "elements"
        return Built(draft.publish(name).name, manifest, unchanged=False)


def version_name(sources: Sequence[Source], *decided: str) -> str:
    """The name of the version that these texts, what was `decided` on them (digests) and this program make.

    It is 16 hexadecimal digits.
    """
    state = hashlib.sha256("\0".join(decided).encode())
    for source in sources:
        state.update(f"{source.plan_id}\0{source.sha256}\0".encode())
    for folder in _SHAPING:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".ttl", ".toml"}:
                state.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return state.hexdigest()[:16]


def _live(versions: Versions) -> Path | None:
    """The live version's directory; None before the first build, and where it is gone: both are built anew."""
    try:
        return versions.live()
    except (StoreUnavailable, StoreDamaged):
        return None


def _opens(version: Path, indexer: Indexer) -> bool:
    """Whether every part of a version can be opened; one that cannot is built anew."""
    try:
        EmbeddedStore.open(version / GRAPH)
        read_manifest(version)
    except StoreError:
        return False
    return indexer.opens(version)


def _read(
    sources: Sequence[Source], regions: Regions, verdicts: Verdicts, report: Report
) -> tuple[list[Fact], list[Problem]]:
    """The facts of all plans as curated, and the verdicts that could not be carried out."""
    facts: list[Fact] = []
    problems = [*strays(verdicts, (source.plan_id for source in sources))]
    for source in sources:
        with step(report, "facts", source.plan_id) as reading:
            curated = read_curated(source, regions, verdicts)
            reading.count, reading.unit = len(curated.facts), "facts"
        facts += curated.facts
        problems += curated.problems
    return facts, problems


def _fill(
    directory: Path, sources: Sequence[Source], decided: tuple[Verdicts, Precedents, Indexer], report: Report
) -> tuple[Manifest, _Filled]:
    """Fills a version's directory; gives what is in it."""
    verdicts, precedents, indexer = decided
    vocabularies = load_vocabularies()
    facts, problems = _read(sources, vocabularies.regions, verdicts, report)
    with step(report, "align") as aligning:
        meanings = find_meanings(facts, vocabularies, precedents)
        aligning.count, aligning.unit = len(meanings.alignments), "alignments"
    terms = Terms()
    with step(report, "graph") as joining:
        book = FactBook.of(facts)
        graph = infer(graph_elements(book, meanings), terms)
        write_graph(directory / GRAPH, graph, schema_of(terms))
        joining.count, joining.unit = len(graph.nodes) + len(graph.relations), "elements"
    with step(report, "index") as indexing:
        clauses = indexer.build(tuple(index_entries(book, meanings.tags)), indexing, report)
        clauses.save(directory / INDEX)
    store_sources(sources, directory / SOURCES)
    manifest = Manifest(
        plans=tuple(source.plan_id for source in sources),
        facts=len(facts),
        clauses=len(clauses),
        nodes=len(graph.nodes),
        relations=len(graph.relations),
        problems=(*map(str, (*problems, *meanings.problems)), *indexer.problems),
    )
    _write_lines(directory / FACTS, (fact.record() for fact in facts))
    write_register(directory, meanings.register)
    write_manifest(directory, manifest)
    return manifest, _Filled(graph, clauses)


def _write_lines(path: Path, records: Iterable[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


async def _is_served(settings: StoreSettings, version: str) -> bool:
    """Whether the server that the settings name, if any, holds this version too; raises StoreError."""
    if settings.embedded:
        return True
    async with _server(settings) as server:
        return await server.version() == version


async def _send(settings: StoreSettings, filled: _Filled, version: str) -> None:
    """Puts the graph and what is searched into the Neo4j server that the settings name; raises StoreError."""
    async with _server(settings) as server:
        content = search_content(filled.clauses)
        await server.replace(filled.graph, load_schema(), version, content=content)


@asynccontextmanager
async def _server(settings: StoreSettings) -> AsyncIterator[Neo4jStore]:
    from graph.neo4j_store import Neo4jStore  # the driver is heavy, and most builds do without it

    server = Neo4jStore(settings)
    try:
        yield server
    finally:
        await server.close()

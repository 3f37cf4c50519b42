"""What is searched, into a Neo4j server: into the slot that nobody reads, indexed there, then named by the exchange.

In: a `SearchContent`.  Out: nodes (`SearchableA` or `SearchableB`) with a full-text index over their words and concepts
and a vector index over their meaning, and the properties by which `(:StoreVersion)` says which slot is read.  Each slot
has its own indexes, made when its texts are there: a reader's index never holds texts of two graphs, and the exchange
itself costs nothing more.  The words come as terms, so the analyser only parts them at blanks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice

from neo4j import AsyncDriver

from graph.searchable import SLOTS, Searchable, SearchContent, label, meaning, words
from graph.settings import StoreSettings
from ontology.elements import Property

_BATCH = 1000
_INDEXING = 3600  # seconds that an index over millions of texts may take
_PUT = "UNWIND $rows AS row CREATE (n:{label}) SET n = row"
_BY_PLACE = "CREATE INDEX {label}_{prop} IF NOT EXISTS FOR (n:{label}) ON (n.{prop})"
_BY_WORDS = (
    "CREATE FULLTEXT INDEX {name} FOR (n:{label}) ON EACH [n.words, n.concepts] "
    "OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'whitespace'}}}}"
)
_BY_MEANING = (
    "CREATE VECTOR INDEX {name} FOR (n:{label}) ON (n.vector) OPTIONS {{indexConfig: {{`vector.dimensions`: {size}, "
    "`vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false}}}}"
)
_CLEAR = "MATCH (n:{label}) CALL (n) {{ DELETE n }} IN TRANSACTIONS OF 1000 ROWS"


class SearchLoad:
    """The searchable part of one load, which holds the lock."""

    def __init__(self, driver: AsyncDriver, settings: StoreSettings) -> None:
        self._driver = driver
        self._database = settings.neo4j_database

    async def put(self, content: SearchContent | None) -> dict[str, Property]:
        """Fills and indexes the free slot; gives what `(:StoreVersion)` is to say, nothing where there is nothing."""
        said = await self._driver.execute_query(
            "MATCH (v:StoreVersion) RETURN v.search AS slot", database_=self._database
        )
        live = [record["slot"] for record in said.records]
        slot = next(each for each in SLOTS if each not in live)
        await self._clear(slot)
        if content is None:
            return {}
        for batch in _batches(content):
            await self._run(_PUT.format(label=label(slot)), rows=[asdict(text) for text in batch])
        await self._index(slot, content.dimensions)
        return {"search": slot, "searchAbout": content.about}

    async def clear_all_but(self, slot: Property | None) -> None:
        """Empties the slots that are read no more."""
        for each in SLOTS:
            if each != slot:
                await self._clear(each)

    async def _index(self, slot: str, dimensions: int) -> None:
        for prop in ("id", "row"):
            await self._run(_BY_PLACE.format(label=label(slot), prop=prop))
        await self._run(_BY_WORDS.format(label=label(slot), name=words(slot)))
        if dimensions:
            await self._run(_BY_MEANING.format(label=label(slot), name=meaning(slot), size=dimensions))
        await self._run("CALL db.awaitIndexes($seconds)", seconds=_INDEXING)

    async def _clear(self, slot: str) -> None:
        """Drops the indexes before the texts, which then are deleted without being taken out of them one by one."""
        for name in (words(slot), meaning(slot)):
            await self._run(f"DROP INDEX {name} IF EXISTS")
        async with self._driver.session(database=self._database) as session:
            await (await session.run(_CLEAR.format(label=label(slot)))).consume()

    async def _run(self, statement: str, **params: object) -> None:
        await self._driver.execute_query(statement, params, database_=self._database)


def _batches(content: SearchContent) -> Iterator[Sequence[Searchable]]:
    remaining = iter(content.texts)
    while batch := tuple(islice(remaining, _BATCH)):
        yield batch

"""Searching in a real Neo4j server finds what the files find: eight plans, filtered, paged, and while plans change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from threading import Thread

import pytest

from graph.errors import StoreEmpty, StoreUnavailable
from graph.neo4j_search import Neo4jSearch
from graph.neo4j_store import Neo4jStore
from graph.settings import StoreSettings
from graph.versions import INDEX, Versions
from ingest.build import build
from ontology.elements import Graph, Node
from ontology.schema import load_schema
from search.entries import Entry
from search.errors import BadQuery
from search.filters import Filters
from search.held import HeldClauses
from search.hits import SearchResult
from search.index import ClauseIndex
from search.judged import read_judged
from search.opening import open_index
from search.publishing import search_content
from search.served import ServedClauses
from search.settings import SearchSettings
from search.wanted import Mode, Wanted
from tests.search.conftest import LetterEncoder
from tests.search.test_index import ENTRIES

pytestmark = pytest.mark.neo4j
GOLD = Path(__file__).parents[1] / "gold"
MORE = ("digital_economy_145_national", "rural_revitalization_2021", "socialwork_talent_2011_2020")
QUERIES = [judged.query for judged in read_judged(GOLD / "queries.jsonl")]
PATIENCE = 120.0  # seconds: a first run plans its statement, and the machine may be busy
GRAPH = Graph((Node("Plan", "a", {"title": "规划"}),), ())
Load = Callable[[Sequence[Entry]], None]


@dataclass(frozen=True)
class Pair:
    """The same clauses in files and in the server."""

    files: ClauseIndex
    server: ClauseIndex

    def ask(self, query: str, filters: Filters, wanted: Wanted) -> tuple[SearchResult, SearchResult]:
        return self.files.search(query, filters, wanted), self.server.search(query, filters, wanted)


@pytest.fixture(scope="module")
def eight_plans(neo4j_settings: StoreSettings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """The built-in plans and three more, ingested with the built-in encoder."""
    settings = replace(neo4j_settings, data=tmp_path_factory.mktemp("eight"), query_timeout=PATIENCE)
    opener = SearchSettings().opener()
    asyncio.run(build(settings, [GOLD / "sources" / f"{name}.txt" for name in MORE], lambda _: None))
    live = Versions(settings.data).live() / INDEX
    pair = Pair(ClauseIndex.open(live, opener), open_index(settings, live, opener))
    yield pair
    pair.server.close()


def overlap(one: SearchResult, other: SearchResult) -> float:
    """The share of the hits of either that both have."""
    found, also = ({hit.clause_id for hit in result.hits} for result in (one, other))
    return len(found & also) / len(found | also) if found | also else 1.0


def test_the_first_ten_hits_are_those_of_the_files(eight_plans: Pair) -> None:
    shares, differing = [], []
    for query in QUERIES:
        files, server = eight_plans.ask(query, Filters(), Wanted())
        shares.append(overlap(files, server))
        if files.no_result != server.no_result:
            differing.append(query)
    assert fmean(shares) >= 0.95
    assert differing == []


@pytest.mark.parametrize("mode", ["lexical", "semantic", "concept", "figures"])
def test_each_lane_alone_finds_what_it_finds_in_the_files(eight_plans: Pair, mode: Mode) -> None:
    answers = [eight_plans.ask(query, Filters(), Wanted(mode=mode)) for query in QUERIES[::10]]
    assert fmean(overlap(*both) for both in answers) >= 0.95


@pytest.mark.parametrize(
    "filters",
    [
        Filters(plans=("ningxia",)),
        Filters(plans=("ningxia", MORE[0]), kinds=("task",)),
        Filters(levels=("province",), years=("2025",)),
        Filters(regions=("000000",)),
    ],
)
def test_filtered_answers_and_their_pages_are_equal(eight_plans: Pair, filters: Filters) -> None:
    for query in QUERIES[::12]:
        for page in (Wanted(facets=True), Wanted(limit=3, offset=3), Wanted(limit=5, order="plan", group=True)):
            files, server = eight_plans.ask(query, filters, page)
            assert files == server, query


def test_filters_of_the_server_choose_among_the_hits_as_those_of_the_files_do(eight_plans: Pair) -> None:
    for query in (*QUERIES[::40], "孩子放学没人接怎么办"):
        everywhere = eight_plans.server.search(query, None, Wanted(facets=True))
        for facet in everywhere.facets["plans"]:
            files, server = eight_plans.ask(query, Filters(plans=(facet.value,)), Wanted())
            assert (server.total, server.no_result) == (facet.count, False), query
            assert server.hits == files.hits
        for plan in {*eight_plans.files.filter_values("plans")} - {facet.value for facet in everywhere.facets["plans"]}:
            files, server = eight_plans.ask(query, Filters(plans=(plan,)), Wanted(group=True))
            assert server == files, query
            assert (server.total, server.no_result) == (0, everywhere.no_result)


def test_similar_clauses_are_equal(eight_plans: Pair) -> None:
    for query in QUERIES[::25]:
        for hit in eight_plans.files.search(query).hits[:2]:
            for own in (False, True):
                similar = eight_plans.files.similar(hit.clause_id, own_plan=own)
                assert eight_plans.server.similar(hit.clause_id, own_plan=own) == similar


@pytest.fixture
def load(neo4j_settings: StoreSettings, encoder: LetterEncoder) -> Load:
    """Loads some clauses as all that there are."""

    def load(entries: Sequence[Entry]) -> None:
        async def put() -> None:
            store = Neo4jStore(replace(neo4j_settings, query_timeout=PATIENCE))
            content = search_content(HeldClauses.build(entries, encoder))
            await store.replace(GRAPH, load_schema(), "few", content=content)
            await store.close()

        asyncio.run(put())

    return load


@pytest.fixture
def served(neo4j_settings: StoreSettings, encoder: LetterEncoder) -> Iterator[ClauseIndex]:
    patient = replace(neo4j_settings, query_timeout=PATIENCE)
    index = ClauseIndex(ServedClauses(Neo4jSearch(patient), lambda: encoder))
    yield index
    index.close()


def test_a_removed_and_a_changed_plan_are_followed_by_who_searches_meanwhile(load: Load, served: ClauseIndex) -> None:
    query, wanted = "灾害信息员", Wanted(mode="lexical")
    load(ENTRIES)
    assert [hit.clause_id for hit in served.search(query, None, wanted).hits] == ["b/1#c3", "a/1#c0"]
    assert served.filter_values("plans") == ["a", "b"]
    load([entry for entry in ENTRIES if entry.plan_id == "b"])
    assert [hit.clause_id for hit in served.search(query, None, wanted).hits] == ["b/1#c3"]
    with pytest.raises(BadQuery, match=r"filter plans: 'a' found, expected one of: b"):
        served.search(query, Filters(plans=("a",)))
    load([replace(ENTRIES[3], quote="每个村设立1个应急点。")])
    assert served.search(query, None, wanted).no_result
    assert served.search("应急点", None, wanted).hits[0].quote == "每个村设立1个应急点。"
    assert len(served) == 1


@pytest.mark.parametrize("mode", ["hybrid", "lexical", "figures"])
def test_a_figure_is_found_in_another_writing_in_every_mode_of_words(
    load: Load, served: ClauseIndex, mode: Mode
) -> None:
    quotes = ("居民满意率保持在八成。", "覆盖率达到80%以上。", "健全工作机制。")
    load([replace(ENTRIES[0], clause_id=f"a/1#c{at}", quote=quote, path=()) for at, quote in enumerate(quotes)])
    found = served.search("80%", None, Wanted(mode=mode)).hits
    assert {*quotes[:2]} <= {hit.quote for hit in found}


def test_who_searches_during_loads_sees_one_graph_or_the_other(load: Load, served: ClauseIndex) -> None:
    load(ENTRIES)
    seen: set[tuple[int, tuple[str, ...]]] = set()
    loading = True

    def search() -> None:
        while loading:
            result = served.search("灾害信息员", None, Wanted(mode="lexical", facets=True))
            seen.add((result.total, tuple(facet.value for facet in result.facets["plans"])))

    reader = Thread(target=search)
    reader.start()
    for entries in (ENTRIES[3:], ENTRIES, ENTRIES[3:]):
        load(entries)
    loading = False
    reader.join()
    assert seen <= {(2, ("a", "b")), (1, ("b",))}
    assert len(seen) == 2


def test_a_load_leaves_the_texts_and_indexes_of_one_slot(
    load: Load, served: ClauseIndex, neo4j_settings: StoreSettings
) -> None:
    async def left() -> list[object]:
        store = Neo4jStore(neo4j_settings)
        labels = await store.read("MATCH (n) WHERE n.tags IS NOT NULL RETURN DISTINCT labels(n) AS labels", {})
        indexes = await store.read(
            "SHOW INDEXES YIELD name WHERE name STARTS WITH 'searchable' RETURN name ORDER BY name", {}
        )
        await store.close()
        return [row[key] for rows, key in ((labels, "labels"), (indexes, "name")) for row in rows]

    for _ in range(2):
        load(ENTRIES)
        (labels, *indexes) = asyncio.run(left())
        assert labels in (["SearchableA"], ["SearchableB"])
        slot = str(labels)[-3]
        assert indexes == [f"searchable{slot}Meaning", f"searchable{slot}Words"]


def test_a_graph_that_was_loaded_without_clauses_is_told_in_one_line(
    served: ClauseIndex, neo4j_settings: StoreSettings
) -> None:
    async def put() -> None:
        store = Neo4jStore(neo4j_settings)
        await store.replace(GRAPH, load_schema(), "bare")
        await store.close()

    asyncio.run(put())
    with pytest.raises(StoreEmpty, match="holds no search index; `crossplan ingest` loads it"):
        served.search("灾害信息员")


def test_no_clauses_at_all_find_nothing(load: Load, served: ClauseIndex) -> None:
    load([])
    result = served.search("灾害信息员")
    assert (result.no_result, result.total, len(served)) == (True, 0, 0)


def test_whatever_is_typed_is_answered_as_by_the_files(load: Load, served: ClauseIndex, encoder: LetterEncoder) -> None:
    load(ENTRIES)
    files = ClauseIndex.build(ENTRIES, encoder)
    for query in (
        "",
        "，。！",
        "🙂",
        "灾害信息员" * 20_000,
        "AND OR ( ) ~ * \\ ? : ^ 灾害",
        "5G+1/2",
        "每个村1名",
        "八成",
        "“信息员”1名",
    ):
        answer, expected = served.search(query), files.search(query)
        assert [hit.clause_id for hit in answer.hits] == [hit.clause_id for hit in expected.hits], query
        assert (answer.notes, answer.no_result) == (expected.notes, expected.no_result), query


def test_another_model_leaves_the_words_and_says_so(load: Load, neo4j_settings: StoreSettings) -> None:
    load(ENTRIES)
    index = ClauseIndex(ServedClauses(Neo4jSearch(neo4j_settings), lambda: LetterEncoder(name="letters@2")))
    result = index.search("灾害信息员")
    index.close()
    assert [hit.clause_id for hit in result.hits] == ["b/1#c3", "a/1#c0"]
    assert result.notes == (
        "searched by words alone: letters@2 is set, but the index was made by letters@1; run `crossplan ingest`",
    )


def test_a_server_that_is_gone_is_told_in_one_line(neo4j_settings: StoreSettings, encoder: LetterEncoder) -> None:
    gone = replace(neo4j_settings, store="bolt://127.0.0.1:1")
    index = ClauseIndex(ServedClauses(Neo4jSearch(gone), lambda: encoder))
    with pytest.raises(StoreUnavailable, match="the server cannot be reached"):
        index.search("灾害信息员")
    index.close()

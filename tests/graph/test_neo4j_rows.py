"""A question is sent so that its rows come in one record; whatever has another form is sent as it is."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from graph.contents import READ
from graph.errors import StatementError
from graph.neo4j_rows import Sent, sent
from graph.neo4j_store import Neo4jStore
from graph.settings import StoreSettings
from ontology.elements import Graph
from ontology.schema import GraphSchema
from queries.query import all_queries

QUESTION = """UNWIND $numbers AS number
RETURN
  number AS id,
  {b: number, a: null} AS told
ORDER BY id DESC
"""


def test_the_columns_of_a_question_are_collected_in_its_order() -> None:
    asked = sent(QUESTION)
    assert asked.columns == ("id", "told")
    assert asked.statement.split() == [
        *("UNWIND", "$numbers", "AS", "number", "WITH", "number", "AS", "id,", "{b:", "number,", "a:", "null}"),
        *("AS", "told", "ORDER", "BY", "id", "DESC", "RETURN", "collect([id,", "told])", "AS", "rows"),
    ]


@pytest.mark.parametrize("name", all_queries())
def test_every_question_comes_in_one_record(name: str) -> None:
    query = all_queries()[name]
    assert sent(query.text).columns == tuple(column.name for column in query.columns)


@pytest.mark.parametrize("statement", [READ, "RETURN 1 AS one", "MATCH (n:Plan)\nRETURN n.id AS id ORDER BY id", ""])
def test_other_statements_are_sent_as_they_are(statement: str) -> None:
    assert sent(statement) == Sent(statement, ())


@pytest.fixture
async def store(neo4j_settings: StoreSettings, small_graph: Graph, schema: GraphSchema) -> AsyncIterator[Neo4jStore]:
    """A server that holds two plans."""
    opened = Neo4jStore(neo4j_settings)
    await opened.replace(small_graph, schema, "small")
    yield opened
    await opened.close()


@pytest.mark.neo4j
async def test_rows_are_those_of_the_question_none_included(store: Neo4jStore) -> None:
    assert await store.read(QUESTION, {"numbers": [1, 3, 2]}) == [
        {"id": number, "told": {"a": None, "b": number}} for number in (3, 2, 1)
    ]
    assert await store.read(QUESTION, {"numbers": []}) == []


@pytest.mark.neo4j
async def test_a_column_that_is_no_json_is_refused(store: Neo4jStore) -> None:
    with pytest.raises(StatementError, match="column of type Node"):
        await store.read("MATCH (p:Plan)\nRETURN\n  p AS plan\nORDER BY plan.id", {})

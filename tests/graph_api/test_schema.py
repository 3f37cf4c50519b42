from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    is_introspection_type,
    is_specified_scalar_type,
)

import graph_api
from graph_api import words
from graph_api.questions import NODES
from graph_api.rows import MODULE_OF
from graph_api.schema import build_schema as build
from graph_api.settings import ApiSettings
from ingest.structure import Zone
from ontology import records
from queries.query import Query, all_queries, load

COMMITTED = Path(graph_api.__file__).with_name("schema.graphql")


@pytest.fixture(scope="module")
def text() -> str:
    return build(ApiSettings()).as_str() + "\n"


@pytest.fixture(scope="module")
def schema(text: str) -> GraphQLSchema:
    return build_schema(text)


def fields(kind: object) -> Iterator[tuple[str, GraphQLField]]:
    if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
        for name, field in kind.fields.items():
            yield f"{kind.name}.{name}", field


def told(schema: GraphQLSchema) -> Iterator[tuple[str, str | None]]:
    """Every name in the schema with its description."""
    for kind in schema.type_map.values():
        if is_introspection_type(kind) or is_specified_scalar_type(kind):
            continue
        yield kind.name, kind.description
        for name, field in fields(kind):
            yield name, field.description
            yield from ((f"{name}({key})", argument.description) for key, argument in field.args.items())
        if isinstance(kind, GraphQLEnumType):
            yield from ((f"{kind.name}.{name}", value.description) for name, value in kind.values.items())


def test_the_committed_schema_is_the_one_that_is_served(text: str) -> None:
    assert COMMITTED.read_text(encoding="utf-8") == text, "python -m graph_api.schema > graph_api/schema.graphql"


def test_everything_is_described_in_chinese_and_in_english(schema: GraphQLSchema) -> None:
    both = re.compile(r"[^|]*[\u4e00-\u9fff][^|]* \| [^|\u4e00-\u9fff]*[A-Za-z][^|]*", re.S)
    lacking = [
        name
        for name, text in told(schema)
        if not text or not (both.fullmatch(text) or text == "要取的 id | The id wanted")
    ]
    assert lacking == []


def test_the_api_only_reads(schema: GraphQLSchema) -> None:
    assert schema.query_type is not None
    assert schema.mutation_type is None
    assert schema.subscription_type is None


COUNTS = {"ThemeCounts", "BeneficiaryCounts"}  # of the dense tables of coverage
ENUMS = {"Reach", "Role", "UnitKind", "Zone", "Level", "FactKind", "AlignmentKind", "AlignmentMethod", "ID"}


@pytest.mark.parametrize("query", all_queries().values(), ids=lambda query: query.name)
def test_the_columns_of_a_query_are_fields_of_its_row_type(query: Query, schema: GraphQLSchema) -> None:
    if query.row not in MODULE_OF:
        # Of ids, of the matrix, of common commitments, and of places alone: built by hand.
        assert query.row in {
            "Node",
            "RelationEnd",
            "IndicatorStatements",
            "CommonCommitment",
            "ThemeCounts",
            "BeneficiaryCounts",
            "PlanCitations",
            "ThemeCitations",
        }
        return
    kind = schema.type_map[query.row]
    assert isinstance(kind, GraphQLObjectType)
    for column in query.fields:
        found = re.sub(
            r"\w+", lambda word: "String" if word[0] in ENUMS else word[0], str(kind.fields[column.name].type)
        )
        assert (column.name, found) == (column.name, str(column.type))


def test_a_field_of_a_row_type_is_a_column_asks_another_query_or_explains(schema: GraphQLSchema) -> None:
    columns = {query.row: {column.name for column in query.fields} for query in all_queries().values()}
    for name in MODULE_OF:
        for field in schema.type_map[name].fields.keys() - columns[name]:  # type: ignore[attr-defined]
            inner = str(schema.type_map[name].fields[field].type)  # type: ignore[attr-defined]
            assert inner.strip("[]!").removesuffix("Connection") in {*MODULE_OF, "Explanation"}, f"{name}.{field}"


@pytest.mark.parametrize("name", [query.name for query in all_queries().values() if query.paged])
def test_a_list_takes_the_parameters_of_its_query_and_a_page(name: str, schema: GraphQLSchema) -> None:
    if name == "relations_to":
        return
    assert schema.query_type is not None
    camel = re.sub(r"_(.)", lambda match: match[1].upper(), name)
    expected = {param.name for param in load(name).params} - {"skip", "limit"} | {"first", "after"}
    field = schema.query_type.fields[camel]
    assert set(field.args) == expected
    assert str(field.type) == f"{load(name).row}Connection!"


def test_arguments_that_speak_of_ids_are_ids(schema: GraphQLSchema) -> None:
    for kind in schema.type_map.values():
        for name, field in fields(kind):
            if is_introspection_type(kind):
                continue
            for key, argument in field.args.items():
                inner = argument.type
                while isinstance(inner, GraphQLNonNull | GraphQLList):
                    inner = inner.of_type
                speaks_of_ids = re.search(r"\bids?\b", argument.description or "") is not None
                assert (inner.name == "ID") == speaks_of_ids, f"{name}({key}): {inner}"


def test_every_label_that_is_asked_by_id_is_a_node(schema: GraphQLSchema) -> None:
    interface = schema.type_map["Node"]
    assert isinstance(interface, GraphQLInterfaceType)
    nodes = {kind.name for kind in schema.get_possible_types(interface)}
    assert nodes == set(NODES)
    assert {load(name).row for name in NODES.values()} == nodes


@pytest.mark.parametrize(
    ("enumeration", "declared"),
    [
        (words.Role, records.Role),
        (words.Level, records.Level),
        (words.Zone, Zone),
        (words.AlignmentKind, records.AlignmentKind),
        (words.AlignmentMethod, records.AlignmentMethod),
        (words.UnitKind, Literal["task", "safeguard", "special_action", "section"]),
    ],
)
def test_an_enumeration_has_the_words_that_records_may_hold(enumeration: type[words.Role], declared: object) -> None:
    assert {member.value for member in enumeration} == set(get_args(declared))
    assert all(member.name == member.value.upper() for member in enumeration)

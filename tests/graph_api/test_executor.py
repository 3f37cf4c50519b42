"""Lists completed column by column hold what the engine gives value by value, and the same errors where it has some."""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
import strawberry
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from benchmarks.answers import DOCUMENTS
from graph.settings import StoreSettings
from graph_api.context import Context
from graph_api.executor import ColumnExecutor
from graph_api.library import Library
from graph_api.schema import Schema, build_schema
from graph_api.settings import ApiSettings


@strawberry.enum
class Colour(Enum):
    """Two colours."""

    RED = "red"
    BLUE = "blue"


@strawberry.interface
class Named:
    """Whatever has a name."""

    name: str


@strawberry.type
class Leaf:
    """What hangs on things."""

    words: list[str]
    tags: list[list[str | None] | None]


@strawberry.type
class Thing(Named):
    """Something with fields of all kinds."""

    id: strawberry.ID
    count: int
    share: float | None
    colour: Colour | None
    sure: bool
    leaf: Leaf | None
    leaves: list[Leaf]

    @strawberry.field
    def doubled(self, times: int = 2) -> int:
        """What is resolved, and not read."""
        return self.count * times

    @strawberry.field
    async def late(self) -> list[Leaf]:
        """What takes a while."""
        return self.leaves


def thing(number: int, **changed: Any) -> Thing:
    leaf = Leaf(words=[f"w{number}"], tags=[["a", None], None, []])
    said = {"name": f"thing {number}", "count": number, "share": number / 4, "colour": Colour.RED, "sure": True}
    return Thing(id=strawberry.ID(f"t{number}"), **{**said, "leaf": leaf, "leaves": [leaf], **changed})


def things() -> list[Thing]:
    return [
        thing(0),
        thing(1, share=None, colour=None, leaf=None, leaves=[]),
        thing(2, share=0.1 + 0.2, colour=Colour.BLUE, sure=False),
    ]


def broken() -> list[Thing | None]:
    """Each of them breaks one promise of the schema."""
    return [
        thing(0),
        None,
        thing(3, share=float("nan")),
        thing(4, name=None),
        thing(5, count=2**40),
        thing(6, colour="green"),
        thing(7, leaf=Leaf(words=None, tags=[])),  # type: ignore[arg-type]
        thing(8, leaf="no leaf at all"),
        thing(9, share=2),
    ]


@strawberry.type
class Query:
    """Lists of things."""

    things: list[Thing] = strawberry.field(resolver=things)
    broken: list[Thing | None] = strawberry.field(resolver=broken)

    @strawberry.field
    def named(self) -> list[Named]:
        """Things of which only the interface is known."""
        return [*things()]

    @strawberry.field
    def none(self) -> list[Thing]:
        """No things."""
        return []


async def both(document: str, **variables: Any) -> list[tuple[Any, list[Any]]]:
    """What the engine answers and what the executor does, data and errors."""
    answers = []
    for executor in (StrawberryGraphQLCoreExecutionContext, ColumnExecutor):
        schema = Schema(Query, types=[Thing], execution_context_class=executor)
        found = await schema.execute(document, variable_values=variables)
        answers.append((found.data, [error.formatted for error in found.errors or ()]))
    return answers


PLAIN = """{ things { __typename id name count share colour sure leaf { words tags } leaves { words } } }"""


@pytest.mark.parametrize(
    "document",
    [
        PLAIN,
        "{ things { again: id id ... on Thing { id called: name } ...More leaf { ...All } } } "
        "fragment More on Named { name } fragment All on Leaf { tags }",
        "{ things { id doubled } }",
        "{ things { id triple: doubled(times: 3) leaves { words } } }",
        "{ things { id late { words } } }",
        "{ named { __typename name ... on Thing { count } } }",
        "{ none { id } things { leaves { __typename } } }",
    ],
)
async def test_lists_are_those_of_the_engine(document: str) -> None:
    (expected, no_errors), answer = await both(document)
    assert no_errors == []
    assert answer == (expected, [])
    assert repr(answer[0]) == repr(expected)


@pytest.mark.parametrize("shown", [True, False])
async def test_what_a_document_leaves_out_is_left_out(shown: bool) -> None:
    document = "query ($shown: Boolean!) { things { id name @include(if: $shown) leaf @skip(if: $shown) { words } } }"
    (expected, _), (found, _) = await both(document, shown=shown)
    assert found == expected
    assert ("name" in found["things"][0]) is shown


@pytest.mark.parametrize(
    "asked", ["id", "name", "count", "share", "colour", "leaf { words }", "id name count share colour leaf { words }"]
)
async def test_what_breaks_a_promise_is_told_where_the_engine_tells_it(asked: str) -> None:
    engine, executor = await both(f"{{ broken {{ {asked} }} }}")
    assert repr(executor) == repr(engine)
    assert bool(engine[1]) is (asked != "id")


async def test_a_list_of_rows_is_completed_in_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not one of its values is completed by the engine."""
    completed: list[object] = []
    complete = ColumnExecutor.complete_list_item_value

    def counting(self: ColumnExecutor, item: object, *given: Any) -> bool:
        completed.append(item)
        return complete(self, item, *given)

    monkeypatch.setattr(ColumnExecutor, "complete_list_item_value", counting)
    schema = Schema(Query, types=[Thing], execution_context_class=ColumnExecutor)
    assert (await schema.execute(PLAIN)).errors is None
    assert completed == []
    assert (await schema.execute("{ things { doubled } }")).errors is None
    assert len(completed) == 3


@pytest.mark.parametrize("document", [each for each in DOCUMENTS.values() if '"' not in each])
async def test_comparisons_are_those_of_the_engine(document: str, data: Path) -> None:
    library, settings, answers = Library(StoreSettings(data=data)), ApiSettings(), []
    schema = build_schema(settings)
    for executor in (StrawberryGraphQLCoreExecutionContext, ColumnExecutor):
        schema.execution_context_class = executor
        async with library.reading() as holdings:
            found = await schema.execute(document, context_value=Context.of(holdings, settings))
        answers.append(json.dumps(found.data))
        assert found.errors is None
    await library.close()
    assert answers[0] == answers[1]

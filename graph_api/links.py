"""Fields that ask the graph: lists in pages, plain rows, one thing by its id, and links from one thing to another.

In: the name of a query file.  Out: a Strawberry field whose arguments, with their types and their Chinese and English,
are the parameters that the file's header declares.  Example: on a section, `clauses = many("clauses", sections="id")`
is the connection of its clauses, with `zone`, `theme`, `contains`, `first` and `after` as arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.extensions import FieldExtension
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from graph.values import Value
from graph_api.arguments import PAGE, argument, stored
from graph_api.connections import Connection, PageWanted
from graph_api.context import Context, Info
from graph_api.errors import NotFound
from graph_api.rows import row_type
from queries.query import Query, load

_NONE: Mapping[str, int] = {}
_NOTHING: Mapping[str, str] = {}
_OF_ITS_PLAN = frozenset({"plans", "regions", "period"})  # filters that a link from one thing makes pointless


def many(name: str, description: str | None = None, defaults: Mapping[str, int] = _NONE, **bound: str) -> Any:
    """A connection over the rows of a query.

    `defaults` are values of required parameters that may be left out; `bound` gives parameters from the fields of the
    thing linked from.
    """
    query = load(name)
    hidden = {"skip", "limit", *bound, *(_OF_ITS_PLAN if bound else ())}
    shown = [argument(param, defaults.get(param.name)) for param in query.params if param.name not in hidden]
    return _field(_Many(query, bound), _several(Connection, query), [*shown, *PAGE], description)


def rows(name: str, description: str | None = None, defaults: Mapping[str, int] = _NONE, **bound: str) -> Any:
    """All rows of a query as a list; `defaults` and `bound` as in `many`."""
    query = load(name)
    hidden = {*bound, *(_OF_ITS_PLAN if bound else ())}
    shown = [argument(param, defaults.get(param.name)) for param in query.params if param.name not in hidden]
    return _field(_Rows(query, bound), _several(list, query), shown, description)


def by_id(name: str, description: str) -> Any:
    """The thing with a given id, or null and an error coded NOT_FOUND."""
    query = load(name)
    wanted = StrawberryArgument(
        "id", None, StrawberryAnnotation(strawberry.ID), description="要取的 id | The id wanted"
    )
    return _field(_ById(query), row_type(query) | None, [wanted], description)


def one(name: str, key: str, description: str, *, required: bool = False) -> Any:
    """A link to the thing whose id is the field `key` of the thing linked from."""
    query = load(name)
    kind = row_type(query)
    return _field(_One(query, key), kind if required else kind | None, [], description)


def _several(generic: Any, query: Query) -> Any:
    """A list or a connection of the rows of a query."""
    return generic[row_type(query)]


def _field(
    extension: _Asks, kind: Any, arguments: list[StrawberryArgument], description: str | None
) -> StrawberryField:
    question = f"{extension.query.question_zh} | {extension.query.question_en}"
    field = StrawberryField(
        type_annotation=StrawberryAnnotation(kind), description=description or question, extensions=[extension]
    )(_asked_by_extension)
    field.arguments = arguments
    return field


def _asked_by_extension() -> None:
    """Never called: the extension answers."""


class _Asks(FieldExtension):
    """Answers a field by a query."""

    def __init__(self, query: Query, bound: Mapping[str, str] = _NOTHING) -> None:
        self.query = query
        self.bound = bound

    async def resolve_async(self, next_: Any, source: Any, info: Info, **kwargs: Any) -> Any:  # noqa: ARG002
        """The field's value; there is no resolver further on."""
        return await self.answer(source, info.context, kwargs)

    async def answer(self, source: Any, context: Context, given: dict[str, Any]) -> Any:
        """The field's value for the thing it stands on and the arguments given."""
        raise NotImplementedError

    def parameters(self, source: Any, given: Mapping[str, Any]) -> dict[str, Value]:
        """The parameters of the query: those given as arguments, and those bound to the source."""
        params = {name: stored(value) for name, value in given.items()}
        lists = {param.name for param in self.query.params if param.type.many}
        for name, attribute in self.bound.items():
            value = getattr(source, attribute)
            params[name] = [value] if name in lists else value
        return params


class _Many(_Asks):
    async def answer(self, source: Any, context: Context, given: dict[str, Any]) -> Any:
        first, after = given.pop("first"), given.pop("after")
        params = self.parameters(source, given)
        asked = (self.query.name, sorted((name, value) for name, value in params.items() if value is not None))
        wanted = PageWanted.read(first, after, context, asked)
        found = await context.page(self.query, wanted.skip, wanted.size, params)
        return wanted.connection(found.rows, found.total)


class _Rows(_Asks):
    async def answer(self, source: Any, context: Context, given: dict[str, Any]) -> Any:
        return await context.rows(self.query, self.parameters(source, given))


class _ById(_Asks):
    async def answer(self, source: Any, context: Context, given: dict[str, Any]) -> Any:  # noqa: ARG002
        found = await context.load(self.query, given["id"])
        if found is None:
            raise NotFound(f"{self.query.name}: found no id {given['id'][:80]!r}")
        return found


class _One(_Asks):
    def __init__(self, query: Query, key: str) -> None:
        super().__init__(query)
        self.key = key

    async def answer(self, source: Any, context: Context, given: dict[str, Any]) -> Any:  # noqa: ARG002
        wanted = getattr(source, self.key)
        return None if wanted is None else await context.load(self.query, wanted)

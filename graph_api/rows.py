"""Rows of the query files as GraphQL types: the file's header says what each column is, the class which type it has.

In: a class with one annotated field a column, and the name of a query.  Out: a Strawberry type whose fields carry the
header's Chinese and English.  Header and class must name the same columns, else the program does not start:

    @row("region", "地区 | Region")
    class Region:
        id: strawberry.ID  # column: id String! 地区的 id | id of the region
        short_name: str | None  # column: shortName String 简称 | short name
        plans = many("plans", regions="id")  # not a column: a link
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import cache
from importlib import import_module
from typing import Any, TypeVar, get_args, get_type_hints

import strawberry
from strawberry.types.lazy_type import LazyType
from strawberry.utils.str_converters import to_camel_case
from typing_extensions import dataclass_transform

from graph.values import Row
from queries.query import Query, load

T = TypeVar("T")
Take = Callable[[Any, str], Any]
COLUMNS = "__columns__"


# Which module declares the GraphQL type of a row.
_MODULES = {
    "graph_api.places": ("Plan", "Region", "Section", "Clause", "ClauseInContext", "OutlineEntry"),
    "graph_api.units": ("TaskGroup", "Task", "Safeguard", "SpecialColumn", "SpecialAction"),
    "graph_api.facts": ("Indicator", "Responsibility", "Target", "Baseline", "Reference"),
    "graph_api.concepts": (
        *("PolicyDocument", "Department", "DepartmentConcept", "IndicatorConcept", "ActionConcept", "Theme"),
        *("Beneficiary", "Alignment", "Statistics"),
    ),
    "graph_api.matrix_column": ("MatrixColumn",),
    "graph_api.comparisons": (
        *("IndicatorCell", "TargetInRegion", "ActionCell", "UnitResponsibility", "FunctionInRegion"),
        *("DepartmentLoad", "WhoHas"),
    ),
    "graph_api.common_commitments": ("CommitmentStatement",),
}
MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


class RowMismatch(TypeError):
    """A class and a query header that name different columns."""


@dataclass_transform(kw_only_default=True)
def row(query: str, description: str) -> Callable[[type[T]], type[T]]:
    """Makes a class the GraphQL type of a query's rows; links to other types stand on it without annotation."""

    def build(cls: type[T]) -> type[T]:
        columns = {column.name: column for column in load(query).fields}
        hints = {name: hint for name, hint in get_type_hints(cls).items() if name in cls.__annotations__}
        named = {to_camel_case(name): name for name in hints}
        if columns.keys() != named.keys():
            odd = ", ".join(sorted(columns.keys() ^ named.keys()))
            raise RowMismatch(f"{cls.__name__} and {query}.cypher: found only in one of them: {odd}")
        for column, name in named.items():
            setattr(cls, name, strawberry.field(description=f"{columns[column].zh} | {columns[column].en}"))
        setattr(cls, COLUMNS, tuple((name, column, _take(hints[name])) for column, name in named.items()))
        return strawberry.type(cls, description=description)

    return build


def read(cls: type[T], rows: Sequence[Row], public_url: str) -> list[T]:
    """The rows as instances of `cls`; addresses in citations begin with `public_url`."""
    columns: tuple[tuple[str, str, Take | None], ...] = getattr(cls, COLUMNS)
    names = [name for name, _, _ in columns]
    read = [_column([row[column] for row in rows], take, public_url) for _, column, take in columns]
    return [cls(**dict(zip(names, values, strict=True))) for values in zip(*read, strict=True)]


def _column(values: list[Any], take: Take | None, public_url: str) -> list[Any]:
    return values if take is None else [take(value, public_url) for value in values]


def row_type(query: Query) -> Any:
    """The GraphQL type of a query's rows, as a reference that is followed when the schema is built."""
    return LazyType(query.row, MODULE_OF[query.row])


@cache
def row_class(name: str) -> type[Any]:
    """The class of the GraphQL type of that name."""
    found: type[Any] = getattr(import_module(MODULE_OF[name]), name)
    return found


def _take(hint: Any) -> Take | None:
    """How a column's value becomes a field's: a word a member of its enumeration, a map its class; None: as it is."""
    kinds = [part for part in _parts(hint) if isinstance(part, type)]
    for kind in kinds:
        if issubclass(kind, Enum):
            one = _member(kind)
            break
        if hasattr(kind, "read"):
            one = kind.read
            break
    else:
        return None
    if list in kinds:
        return lambda value, url: None if value is None else [one(item, url) for item in value]
    return lambda value, url: None if value is None else one(value, url)


def _parts(hint: Any) -> Iterator[Any]:
    """The hint and all that it is made of: `list[Role] | None` gives list, Role, None."""
    yield getattr(hint, "__origin__", hint)
    for part in get_args(hint):
        yield from _parts(part)


def _member(kind: type[Enum]) -> Take:
    members = {member.value: member for member in kind}
    return lambda value, _: members[value]

"""The parameters of a query file as GraphQL arguments.

In: a parameter of a header, `// param: theme String 主题 id，含其下位主题 | id of a theme, narrower themes included`.
Out: the argument `theme: ID`, described in the header's words.  Ids are of type ID, closed sets of words are
enumerations, everything else is as the header says.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument, StrawberryArgumentAnnotation

from graph.values import Value
from graph_api.words import AlignmentKind, Level, Role, Zone
from queries.header import Field
from queries.query import load

_PYTHON: dict[str, Any] = {"String": str, "Int": int, "Float": float, "Boolean": bool}
_WORDS: dict[str, type[Enum]] = {"role": Role, "zone": Zone, "level": Level, "kinds": AlignmentKind}
# Parameters that are ids; the others of type String are text.
_IDS = frozenset(
    (
        *("plan", "plans", "regions", "within", "sections", "parents", "units", "clauses", "clause", "groups"),
        *("columns", "tasks", "theme", "themes", "broader", "beneficiary", "beneficiaries", "concept", "concepts"),
        *("function", "functions", "document", "documents", "facts"),
    )
)


def argument(param: Field, default: int | None = None) -> StrawberryArgument:
    """The GraphQL argument for a parameter of a query; a required one with a default may be left out."""
    required = param.type.required and default is None
    return StrawberryArgument(
        python_name=param.name,
        graphql_name=param.name,
        type_annotation=StrawberryAnnotation(_annotation(param, required=param.type.required)),
        description=f"{param.zh} | {param.en}",
        default=strawberry.UNSET if required else default,
    )


def _annotation(param: Field, *, required: bool) -> Any:
    kind: Any = _PYTHON[param.type.name]
    if kind is str:
        kind = strawberry.ID if param.name in _IDS else _WORDS.get(param.name, str)
    if param.type.many:
        kind = list[kind]
    return kind if required else kind | None


def stored(value: Any) -> Value:
    """The argument's value as the query takes it: words as they are stored."""
    if isinstance(value, Enum):
        return stored(value.value)
    if isinstance(value, list):
        return [stored(item) for item in value]
    plain: Value = value
    return plain


def described(query: str, param: str) -> StrawberryArgumentAnnotation:
    """The description of an argument written by hand, in the words of a query's header."""
    return strawberry.argument(description=described_as(query, param))


def described_as(query: str, param: str) -> str:
    """What the header of a query says of one of its parameters, in Chinese and in English."""
    found = next(field for field in load(query).params if field.name == param)
    return f"{found.zh} | {found.en}"


FIRST = "最多返回多少项，默认 50 | How many items at most, 50 by default"
AFTER = "从这个游标之后开始（上一页的 endCursor） | Begin after this cursor, `endCursor` of the page before"
PAGE = (
    StrawberryArgument(
        "first",
        "first",
        StrawberryAnnotation(int | None),
        description=FIRST,
        default=None,
    ),
    StrawberryArgument(
        "after",
        "after",
        StrawberryAnnotation(str | None),
        description=AFTER,
        default=None,
    ),
)

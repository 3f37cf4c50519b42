"""The filters of the searches as GraphQL arguments, the same on every field that finds clauses.

In: the arguments of a field.  Out: `filters`, what was chosen by the index's own names, handed to the resolver.  A
filter takes lists; those of one value, as lists of plans have them elsewhere, are taken beside them.
Example: `searchClauses(query: "…", levels: [CITY], year: 2025)` is `{"levels": ["city"], "years": ["2025"]}`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.extensions import FieldExtension
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField

from graph_api.arguments import described_as, stored
from graph_api.context import Info
from graph_api.words import Level, UnitKind
from search.chosen import Chosen
from search.regions import region_id

_GIVEN = "filters"  # how the resolver calls what was chosen
# Filters of one value, by the filter that they are a part of.
_SINGLE = {"period": "periods", "level": "levels", "year": "years"}
_WORDS = {"levels": Level, "kinds": UnitKind}


def _argument(name: str, kind: Any, description: str) -> StrawberryArgument:
    return StrawberryArgument(name, name, StrawberryAnnotation(kind | None), description=description, default=None)


ARGUMENTS = (
    _argument("plans", list[strawberry.ID], described_as("plans", "plans")),
    _argument("regions", list[strawberry.ID], described_as("plans", "regions")),
    _argument("periods", list[str], "只看这些规划期，如“十四五” | Only plans of these periods, such as 十四五"),
    _argument("period", str, described_as("plans", "period")),
    _argument("levels", list[Level], "只看这些层级的规划 | Only plans of these levels"),
    _argument("level", Level, described_as("plans", "level")),
    _argument("years", list[str], "只看规划期含有其中一年的规划 | Only plans whose period holds one of these years"),
    _argument("year", int, "只看规划期含有这一年的规划 | Only plans whose period holds this year"),
    _argument("themes", list[strawberry.ID], "只看属于这些主题的（id） | Only those of these themes (ids)"),
    _argument("beneficiaries", list[strawberry.ID], "只看服务这些对象的（id） | Only those that serve these (ids)"),
    _argument("kinds", list[UnitKind], "只看这几种单元中的 | Only those in units of these kinds"),
)


class Filtered(FieldExtension):
    """Gives a field the arguments of the filters, and its resolver `filters`, a `Chosen`."""

    def apply(self, field: StrawberryField) -> None:
        """Puts the filters in the place of the resolver's parameter; called again for each schema, with them there."""
        before = [argument for argument in field.arguments if argument.python_name != _GIVEN]
        if len(before) < len(field.arguments):
            field.arguments = [*before, *ARGUMENTS]

    async def resolve_async(self, next_: Callable[..., Awaitable[Any]], source: Any, info: Info, **kwargs: Any) -> Any:
        """The field's value, the filters gathered."""
        given = {argument.python_name: kwargs.pop(argument.python_name, None) for argument in ARGUMENTS}
        return await next_(source, info, **{_GIVEN: gathered(given)}, **kwargs)


def gathered(given: Mapping[str, Any]) -> Chosen:
    """What the arguments choose by filter, in the index's words; one value and a list of the same filter together."""
    chosen: dict[str, list[str]] = {}
    for name, value in given.items():
        plain = stored(value)
        if plain is not None:
            some = plain if isinstance(plain, list) else [plain]
            chosen.setdefault(_SINGLE.get(name, name), []).extend(map(str, some))
    return chosen


def spelled(name: str, value: str) -> str:
    """A value of the index as the argument of that name takes it: ids whole, words as their enumeration has them."""
    if name in _WORDS:
        return _WORDS[name](value).name
    return region_id(value) if name == "regions" else value

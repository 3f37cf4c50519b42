"""The page of the search: what was found and why, what it can be narrowed to, and what other plans say of the same.

In: the parameters of the address.  Out: the values of the template.  Relied on: every choice stands in the address, so
that a page found can be sent to somebody; a choice is taken back by its own link.
Example: /search?q=老年助餐&plan=ningxia&theme=theme/elderly-care
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from graph_api.citation import source_url
from graph_api.context import Context
from graph_api.errors import BadUserInput
from graph_api.nearest import labels_of
from graph_api.search_hits import find, fragments, similar
from graph_api.words import SearchReason, chinese
from queries.query import load
from search.chosen import Chosen
from search.hits import Hit, SearchResult
from search.lanes import SEMANTIC
from search.regions import region_code, region_id
from search.wanted import Wanted

_PAGE = 20
_SHOWN = 10  # values of one filter
# The parameter, the filter, and what a reader calls it.
_FILTERS = (
    ("plan", "plans", "规划"),
    ("region", "regions", "地区"),
    ("theme", "themes", "主题"),
    ("for", "beneficiaries", "服务对象"),
    ("kind", "kinds", "所在单元"),
    ("level", "levels", "层级"),
    ("period", "periods", "规划期"),
    ("year", "years", "年份"),
)
_ONLY_CHOSEN = frozenset({"regions", "years"})  # shown where chosen, not offered: the plans and periods say as much
# What the template needs where nothing was searched for.
_NOTHING: Mapping[str, Any] = {
    "result": None,
    "hits": [],
    "facets": [],
    "offset": 0,
    "next_page": None,
    "last_page": None,
    "asked_nothing": False,
}
_REASONS: Mapping[str, str] = {
    "words": "词语相同",
    "heading": "标题相同",
    "concepts": "说法不同，概念相同",
    "figures": "数值相符",
    "meaning": "意思相近",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that narrows the search, or one that is chosen; `url` chooses it or takes it back."""

    label: str
    count: int | None
    url: str


async def search_values(params: QueryParams, context: Context, plans: Mapping[str, str]) -> dict[str, Any]:
    """What the template shows; `plans` names each plan by its region."""
    words, like = params.get("q", "").strip(), params.get("like", "")
    values: dict[str, Any] = {"query": words, "like": like, "plans": plans, "chosen": params.getlist("plan")}
    if like:
        found = await similar(context, like, {}, _PAGE)
        return {**values, **_NOTHING, "hits": _shown(found, context, plans)}
    if not words:
        return {**values, **_NOTHING, "asked_nothing": "q" in params}
    offset = whole(params.get("offset", "0"), "offset")
    wanted = Wanted(limit=_PAGE, offset=offset, group=True, facets=True)
    result = await find(context, words, chosen(params), wanted)
    further = offset + len(result.hits) < result.total
    past_end = result.total > 0 and not result.hits
    return {
        **values,
        "result": result,
        "hits": _shown(result.hits or result.nearest, context, plans),
        "facets": _facets(result, params, {**plans, **await _regions(params, context)}),
        "offset": offset,
        "next_page": _address(params, offset=str(offset + _PAGE)) if further else None,
        "last_page": _address(params, offset=str((result.total - 1) // _PAGE * _PAGE)) if past_end else None,
        "download": [(name, value) for name, value in params.multi_items() if name != "offset"],
    }


def chosen(params: QueryParams) -> Chosen:
    """What the address chooses by filter."""
    return {name: params.getlist(parameter) for parameter, name, _ in _FILTERS}


def whole(text: str, name: str) -> int:
    """A number of the address; raises BadUserInput."""
    if not (text.isascii() and text.isdecimal()):
        raise BadUserInput(f"{name}: found {text[:40]!r}, expected a whole number")
    return int(text[:18])


def _shown(hits: tuple[Hit, ...], context: Context, plans: Mapping[str, str]) -> list[dict[str, Any]]:
    public_url = context.settings.public_url
    return [
        {
            "id": hit.clause_id,
            "plan": plans[hit.plan_id],
            "path": hit.path,
            "url": source_url(hit.plan_id, hit.start, hit.end, public_url),
            "pieces": list(fragments(hit)),
            "matched": hit.matched,
            "reason": _REASONS[SearchReason(hit.reason).value],
            "closeness": hit.lanes.get(SEMANTIC) if hit.reason == "meaning" else None,
            "same": list(dict.fromkeys(plans[other.partition("/")[0]] for other in hit.same)),
        }
        for hit in hits
    ]


def _facets(result: SearchResult, params: QueryParams, plans: Mapping[str, str]) -> list[tuple[str, list[Choice]]]:
    """By filter: what is chosen, then what can be."""
    shown = []
    for parameter, name, title in _FILTERS:
        label = _label(name, plans)
        taken = params.getlist(parameter)
        back = [Choice(label(value), None, _address(params, without=(parameter, value))) for value in taken]
        onward = [
            Choice(label(facet.value), facet.count, _address(params, added=(parameter, facet.value)))
            for facet in result.facets.get(name, ())[:_SHOWN]
            if name not in _ONLY_CHOSEN and facet.value not in taken
        ]
        if back or len(onward) > 1:
            shown.append((title, [*back, *([] if back else onward)]))
    return shown


def _label(name: str, plans: Mapping[str, str]) -> Callable[[str], str]:
    if name in {"periods", "years"}:
        return str
    if name in {"plans", "regions"}:
        return lambda value: plans.get(region_code(value), value)
    if name in {"themes", "beneficiaries"}:
        labels = labels_of(name)
        return lambda value: labels[value][0] if value in labels else value
    return lambda value: chinese("unitKind" if name == "kinds" else "level", value.lower())


async def _regions(params: QueryParams, context: Context) -> Mapping[str, str]:
    """The names of the regions chosen, by their codes."""
    ids = [region_id(region_code(value)) for value in params.getlist("region")]
    return {region.code: region.name for region in await context.rows(load("region"), {"ids": [*ids]})} if ids else {}


def _address(
    params: QueryParams,
    *,
    added: tuple[str, str] | None = None,
    without: tuple[str, str] | None = None,
    offset: str = "",
) -> str:
    """The address of this search with another choice; its first page unless an offset is given."""
    asked = [pair for pair in params.multi_items() if pair[0] != "offset" and pair != without]
    asked += [added] if added else []
    asked += [("offset", offset)] if offset else []
    return f"/search?{urlencode(asked)}"

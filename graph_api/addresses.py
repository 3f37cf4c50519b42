"""Ids as addresses: `GET /id/<id>` answers with a page, JSON-LD or Turtle, as `Accept` asks.

In: `/id/ningxia/3.1.2`, and `/id/ningxia/3.1.2%23c4` for a client that keeps the fragment.  Out: what the id names; a
page about a section has an anchor for each of its clauses and their facts, so that `/id/ningxia/3.1.2#c4` lands there.
A reading rule has an address as well: `/id/rule/statement.amount`.
"""

from __future__ import annotations

import asyncio
from functools import cache
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from graph_api.context import Context
from graph_api.errors import BadUserInput, NotFound
from graph_api.pages import Pages
from graph_api.settings import ApiSettings
from graph_api.things import find_document, part_about
from ontology.elements import Graph
from ontology.rules import RULES, RuleNote

if TYPE_CHECKING:
    from ontology.names import Names
    from ontology.terms import Terms

_MEDIA_TYPES = {"text/html": "html", "text/turtle": "turtle", "application/ld+json": "json-ld"}
_VARY = {"vary": "accept"}


class Addresses:
    """Answers for the addresses of ids."""

    def __init__(self, settings: ApiSettings, pages: Pages) -> None:
        self._settings = settings
        self._pages = pages

    def route(self) -> Route:
        """The route of all ids."""
        return Route("/id/{id:path}", self._pages.answering(self.look_up))

    async def look_up(self, request: Request, context: Context) -> Response:
        """What the id names, in the form that is asked for; raises NotFound and BadUserInput."""
        id_ = request.path_params["id"]
        form = preferred(request.headers.get("accept", ""))
        if form == "html":
            return await self._page(id_, context)
        base = f"{self._settings.public_url or str(request.base_url).rstrip('/')}/id/"
        if id_.startswith(RULES):
            body = await asyncio.to_thread(_rule_serialised, await _rule(id_), base, form)
        else:
            body = await asyncio.to_thread(_serialised, await part_about(context, id_), base, form)
        media_type = next(name for name, each in _MEDIA_TYPES.items() if each == form)
        return Response(body, media_type=media_type, headers=_VARY)

    async def _page(self, id_: str, context: Context) -> Response:
        if id_.startswith(RULES):
            response = self._pages.render("rule.html", context, rule=await _rule(id_))
            response.headers.update(_VARY)
            return response
        thing, clauses = await find_document(context, id_)
        names = await asyncio.to_thread(_names)
        response = self._pages.render("thing.html", context, thing=thing, clauses=clauses, names=names)
        response.headers.update(_VARY)
        return response


# The ontology takes 0.3 s to import and to read, and most services are asked for no address: it waits for the first.
@cache
def _terms() -> Terms:
    from ontology.terms import Terms

    return Terms()


@cache
def _names() -> Names:
    from ontology.names import Names

    return Names.read(_terms())


async def _rule(id_: str) -> RuleNote:
    """The rule with that id; raises NotFound."""
    from ingest.rulebook import rulebook  # the rules take half a second to import

    note = (await asyncio.to_thread(rulebook)).get(id_.removeprefix(RULES))
    if note is None:
        raise NotFound(f"id: found nothing called {id_[:80]!r}")
    return note


def _rule_serialised(note: RuleNote, base: str, form: str) -> bytes:
    from ontology.rules import rule_to_rdf
    from ontology.serialisation import serialise

    return serialise(rule_to_rdf(note, base), "turtle" if form == "turtle" else "json-ld", _terms())


def _serialised(graph: Graph, base: str, form: str) -> bytes:
    from ontology.rdf import to_rdf
    from ontology.serialisation import serialise

    return serialise(to_rdf(graph, base, _terms()), "turtle" if form == "turtle" else "json-ld", _terms())


def preferred(accept: str) -> str:
    """The form that an Accept header asks for most, a page where it takes anything; raises BadUserInput for none."""
    asked: list[tuple[float, str]] = []
    for part in accept.split(",") if accept.strip() else ["*/*"]:
        media_type, *parameters = (piece.strip() for piece in part.lower().split(";"))
        weights = [_weight(each[2:]) for each in parameters if each.startswith("q=")]
        form = _MEDIA_TYPES.get(media_type, "html" if media_type in {"*/*", "text/*"} else None)
        form = "json-ld" if media_type == "application/json" else form
        if form is not None:
            asked.append((weights[0] if weights else 1.0, form))
    wanted = [form for weight, form in sorted(asked, key=lambda each: -each[0]) if weight > 0]
    if not wanted:
        raise BadUserInput(f"accept: found {accept[:80]!r}, expected one of: {', '.join(_MEDIA_TYPES)}")
    return wanted[0]


def _weight(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0

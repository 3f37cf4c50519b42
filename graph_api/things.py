"""Whatever an id names: what is stated of it, what it is linked to, and the clauses that stand in it.

In: an id ("ningxia/3.1.2", "ningxia/3.1.2#c4").  Out: `Thing` for a page, or the part of the graph that an RDF document
about it holds: the thing itself and, since a fragment is looked up in the document before its '#', all that stand there
as fragments of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from graph.values import Row, Value
from graph_api.context import Context
from graph_api.errors import NotFound
from graph_api.questions import NODES
from ontology.addresses import document_of
from ontology.elements import Graph, Node, Relation
from queries.query import load, page, run

_MOST = 200  # links towards a thing that its page lists
_ALL = 1_000_000
_FACTS = ("targets", "baselines", "responsibilities", "references")  # lists that take the ids of clauses


@dataclass(frozen=True, slots=True)
class Thing:
    """One node of the graph with its links; `properties` without those that are not stated."""

    id: str
    label: str
    properties: Mapping[str, Any]
    outward: Sequence[Row]
    inward: Sequence[Row]
    inward_total: int

    @property
    def name(self) -> str:
        """What the thing is called, else its own words, else its id."""
        said = ("title", "name", "citedTitle", "subject", "departmentName", "text", "id")
        return str(next(self.properties[key] for key in said if self.properties.get(key)))


@dataclass(frozen=True, slots=True)
class ClauseWithFacts:
    """A clause and the facts stated in it, each a row of its list."""

    clause: Any
    facts: tuple[Any, ...]


async def find_thing(context: Context, id_: str) -> Thing:
    """The thing with that id; raises NotFound."""
    store = context.holdings.store
    found, outward, inward = await asyncio.gather(
        run(store, "node", id=id_),
        run(store, "relations_from", id=id_),
        page(store, "relations_to", id=id_, skip=0, limit=_MOST),
    )
    if not found:
        raise NotFound(f"id: found nothing called {id_[:80]!r}")
    label, properties = str(found[0]["label"]), cast(dict[str, Any], found[0]["properties"])
    stated = {name: value for name, value in properties.items() if value is not None}
    return Thing(id_, label, {"id": id_, **in_order(label, stated)}, outward, inward.rows, inward.total)


def in_order(label: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties in the order of the query that gives things with that label, the place in the text last."""
    query = load(NODES[label]) if label in NODES else None
    order = {column.name: number for number, column in enumerate(query.columns if query else ())}
    last = {name: len(order) + number for number, name in enumerate(("rule", "reason", "quote", "start", "end"))}
    return dict(sorted(properties.items(), key=lambda item: ({**order, **last}.get(item[0], len(order)), item[0])))


async def find_document(context: Context, id_: str) -> tuple[Thing, list[ClauseWithFacts]]:
    """The thing with that id and the clauses that are fragments of the document about it, in order; raises NotFound.

    What stands before the first chapter has clauses ("ningxia/0#c1") and is itself no node: its thing has no label.
    """
    if document_of(id_) != id_:
        return await find_thing(context, id_), []
    try:
        thing = await find_thing(context, id_)
    except NotFound:
        clauses = await _clauses(context, id_, {"plans": [id_.partition("/")[0]]})
        if not clauses:
            raise
        return Thing(id_, "", {"id": id_}, (), (), 0), clauses
    parameter = {"Section": "sections", "SpecialAction": "units"}.get(thing.label)
    return thing, await _clauses(context, id_, {parameter: [id_]}) if parameter else []


async def _clauses(context: Context, document: str, params: Mapping[str, Value]) -> list[ClauseWithFacts]:
    found = (await context.page(load("clauses"), 0, _ALL, params)).rows
    clauses = [clause for clause in found if document_of(clause.id) == document]
    if not clauses:
        return []
    ids: dict[str, Value] = {"clauses": [clause.id for clause in clauses]}
    lists = await asyncio.gather(*(context.page(load(name), 0, _ALL, ids) for name in _FACTS))
    facts = sorted((fact for found in lists for fact in found.rows), key=lambda fact: fact.citation.start)
    return [ClauseWithFacts(clause, tuple(fact for fact in facts if fact.clause_id == clause.id)) for clause in clauses]


async def part_about(context: Context, id_: str) -> Graph:
    """The nodes that the document about `id_` describes, with the relations that go out from them; raises NotFound."""
    thing, clauses = await find_document(context, document_of(id_))
    ids = [part.id for each in clauses for part in (each.clause, *each.facts)]
    within = await asyncio.gather(*(find_thing(context, each) for each in ids))
    things = [*([thing] if thing.label else []), *within]
    if id_ not in {each.id for each in things}:
        things.append(await find_thing(context, id_))
    relations = [_relation(each, row) for each in things for row in each.outward]
    return Graph(tuple(_node(each) for each in things), tuple(relations))


def _node(thing: Thing) -> Node:
    return Node(thing.label, thing.id, {name: value for name, value in thing.properties.items() if name != "id"})


def _relation(thing: Thing, row: Row) -> Relation:
    inferred: dict[str, Any] = (
        {"inferredBy": row["inferredBy"], "derivedFrom": row["derivedFrom"] or []} if row["inferredBy"] else {}
    )
    return Relation(str(row["relation"]), thing.label, thing.id, str(row["otherLabel"]), str(row["otherId"]), inferred)

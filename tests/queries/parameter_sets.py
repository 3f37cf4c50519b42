"""Parameter sets for every question, made of the values that a graph itself holds.

In: a store and a question.  Out: its sets: what it needs alone, then each filter with a value that occurs, some
filters with one that nobody has, some pairs of filters, and a page from the middle.  Ids come from the labels that
parameters speak of, words and flags from the columns of the question's own rows, so a new question is tried without a
line here.
"""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Iterator, Mapping
from itertools import combinations

from graph.store import Store
from graph.values import Json, Value
from ontology.schema import GraphSchema
from queries.header import Field
from queries.query import Query, run

Params = dict[str, Value]
SCOPE = ("plans", "regions", "period")
NOBODY = "nobody/has/this"
PAIRS, UNHEARD = 2, 2
# Which label's ids a parameter takes, in the singular; all others take what stands in a column of that name.
LABELS = {
    "plan": "Plan",
    "region": "Region",
    "within": "Region",
    "section": "Section",
    "parent": "Section",
    "clause": "Clause",
    "task": "Task",
    "unit": "Task",
    "group": "TaskGroup",
    "column": "SpecialColumn",
    "theme": "Theme",
    "broader": "Theme",
    "beneficiary": "Beneficiary",
    "beneficiarie": "Beneficiary",
    "function": "DepartmentConcept",
    "department": "Department",
    "document": "PolicyDocument",
    "fact": "Indicator",
    "concept": "IndicatorConcept",
}
GIVEN: dict[str, Value] = {
    "skip": 0, "limit": 40, "offset": 0, "size": 12, "minPlans": 1, "before": 2, "after": 1,
    "text": "服务", "contains": "服务",
}  # fmt: skip


class ParameterSets:
    """The sets for one graph; the same seed draws the same."""

    def __init__(self, store: Store, schema: GraphSchema, seed: int = 5) -> None:
        self._store = store
        self._schema = schema
        self._random = random.Random(seed)

    async def of(self, query: Query) -> AsyncIterator[Params]:
        """The sets of one question."""
        needed = {param.name: await self._needed(query, param) for param in query.params if param.type.required}
        yield needed
        optional = [param for param in query.params if not param.type.required]
        rows = await run(self._store, query.name, **needed)
        occurring = {param.name: await self._occurring(query, param, rows) for param in optional}
        for param in optional:
            for value in occurring[param.name]:
                yield {**needed, param.name: value}
        unheard = [(param.name, value) for param in optional for value in _unheard_of(param)]
        for name, value in self._random.sample(unheard, min(UNHEARD, len(unheard))):
            yield {**needed, name: value}
        pairs = list(combinations([name for name, values in occurring.items() if values], 2))
        for one, other in self._random.sample(pairs, min(PAIRS, len(pairs))):
            yield {**needed, one: occurring[one][0], other: occurring[other][-1]}
        for name in sorted(needed.keys() & {"skip", "offset", "minPlans"}):
            yield {**needed, name: 2}
        if "ids" in needed:
            yield {**needed, "ids": []}
            yield {**needed, "ids": [NOBODY]}

    async def _needed(self, query: Query, param: Field) -> Value:
        if param.name in GIVEN:
            return GIVEN[param.name]
        ids = await self._ids(self._label(query, param.name))
        return list(ids) if param.type.many else ids[0]

    async def _occurring(self, query: Query, param: Field, rows: list[dict[str, Json]]) -> list[Value]:
        """Two values at most: the first that occurs, and another one."""
        found: list[Value]
        if param.name in GIVEN:
            return [GIVEN[param.name]]
        if (label := self._label(query, param.name)) is not None:
            found = list(await self._ids(label))
        else:
            found = list(_in_column(rows, param.name)) or ([1] if param.type.name == "Int" else [])
        found = [value for value in found if param.type.many or param.type.accepts(value)]
        everywhere = param.name in SCOPE  # tried with every question, so one value each will do
        chosen = found[:1] + ([] if everywhere else found[1:][-1:])
        return [[value] for value in chosen] if param.type.many else chosen

    def _label(self, query: Query, name: str) -> str | None:
        singular = name.removesuffix("s")
        if singular == "id":
            return query.row if query.row in self._schema.labels else "Plan"
        if singular == "concept" and "action" in query.name:
            return "ActionConcept"
        return LABELS.get(singular)

    async def _ids(self, label: str | None) -> list[str]:
        """The first, a middle and the last id of a label."""
        rows = await self._store.read(f"MATCH (n:{label or 'Plan'}) RETURN n.id AS id ORDER BY id", {})
        ids = [str(row["id"]) for row in rows]
        return [*dict.fromkeys([ids[0], ids[len(ids) // 2], ids[-1]])] if ids else [NOBODY]


def _unheard_of(param: Field) -> Iterator[Value]:
    unheard: Mapping[str, Value] = {"String": NOBODY, "Int": 1066}
    if param.type.name in unheard:
        yield [unheard[param.type.name]] if param.type.many else unheard[param.type.name]


def _in_column(rows: list[dict[str, Json]], name: str) -> Iterator[Value]:
    """The different values in the column that a parameter is named after; the items where they are lists."""
    seen: set[Value] = set()
    for row in rows:
        value = row.get(name, row.get(name.removesuffix("s")))
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str | int | float) and item not in seen:
                seen.add(item)
                yield item

"""The graph as rows that a spreadsheet or a data frame holds: one node a row, with its citation and what it leads to.

In: a graph, the schema, and the base of its addresses.  Out: `Row`s and the columns of each label.  Relied on: a fact
says where it stands by `planId`, `quote`, `start` and `end`; its section is the one it stands in, or its clause's.
Example: a target's row has class "Target", its plan's title, "二、发展目标" as its section, value 90, unit "%", its
quote, and under IN_PLAN the id of the plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ontology.addresses import address
from ontology.elements import Graph, Node, Property, Relation, Scalar
from ontology.schema import GraphSchema

# Said of every row, in this order; then come the properties of its label, then the relations that begin at it.
ABOUT = ("class", "id", "url")
CITED = ("plan", "region", "section")
_NAMES = ("title", "name", "subject", "departmentName")
_PLACE = ("quote", "start", "end", "rule")
_LIST = "; "


@dataclass(frozen=True, slots=True)
class Row:
    """One node: a value for each column that it has, lists joined by "; "; what is not stated is not there."""

    label: str
    values: Mapping[str, Scalar]


def rows(graph: Graph, base: str) -> tuple[Row, ...]:
    """A row for each node, in the graph's order."""
    places = _Places(graph)
    targets: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for relation in graph.relations:
        targets[relation.start_label, relation.start_id][relation.type].append(relation.end_id)
    return tuple(_row(node, targets[node.label, node.id], places, base) for node in graph.nodes)


def columns(schema: GraphSchema, label: str) -> tuple[str, ...]:
    """The columns that a row of this label may have, in the order they are read."""
    properties = schema.labels[label].properties
    cited = CITED if "quote" in properties else ()
    relations = [each.type for each in schema.relations.values() if label in each.domain]
    return (*ABOUT, *cited, *_in_reading_order(properties), *relations)


def all_columns(schema: GraphSchema) -> tuple[str, ...]:
    """The columns of one table that holds the rows of every label."""
    properties = {name for label in schema.labels.values() for name in label.properties}
    return (*ABOUT, *CITED, *_in_reading_order(properties), *schema.relations)


def plain(value: Property) -> Scalar:
    """A value that fits one cell."""
    return _LIST.join(value) if isinstance(value, list) else value


def _in_reading_order(names: Iterable[str]) -> list[str]:
    """What a thing is called first, where it stands last, the rest between them in alphabetical order."""
    present = set(names) - {*ABOUT}
    between = sorted(present - {*_NAMES, *_PLACE})
    return [name for name in (*_NAMES, *between, *_PLACE) if name in present]


def _row(node: Node, targets: Mapping[str, list[str]], places: _Places, base: str) -> Row:
    values: dict[str, Scalar] = {"class": node.label, "id": node.id, "url": address(base, node.id)}
    values |= places.of(node)
    values |= {name: plain(value) for name, value in node.properties.items() if name not in ABOUT}
    values |= {type_: _LIST.join(ids) for type_, ids in targets.items()}
    return Row(node.label, values)


class _Places:
    """Where a fact stands, in the words a reader cites: its plan's title, its region, its section."""

    def __init__(self, graph: Graph) -> None:
        self._names: dict[tuple[str, str], str] = {}
        for node in graph.nodes:
            name = node.properties.get("shortName" if node.label == "Region" else "title")
            if node.label == "Section":
                name = node.properties.get("path")
            if name is not None:
                self._names[node.label, node.id] = str(" / ".join(name) if isinstance(name, list) else name)
        self._regions = _ends(graph, "COVERS_REGION")
        self._sections = _ends(graph, "IN_SECTION")
        self._clauses = _ends(graph, "STATED_IN")

    def of(self, node: Node) -> dict[str, Scalar]:
        """What is known of its place; a concept stands nowhere."""
        plan = str(node.properties.get("planId", ""))
        region = self._regions.get(("Plan", plan), ("Region", ""))
        clause = self._clauses.get((node.label, node.id), (node.label, node.id))
        section = clause if node.label == "Section" else self._sections.get(clause, ("Section", ""))
        found = {"plan": ("Plan", plan), "region": region, "section": section}
        return {column: self._names[key] for column, key in found.items() if self._names.get(key)}


def _ends(graph: Graph, type_: str) -> dict[tuple[str, str], tuple[str, str]]:
    """What the relations of a type lead to, by what they begin at."""

    def start(relation: Relation) -> tuple[str, str]:
        return relation.start_label, relation.start_id

    return {start(each): (each.end_label, each.end_id) for each in graph.relations if each.type == type_}

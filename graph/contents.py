"""What a store says of the graph it holds, the same from both engines: one node, `(:StoreVersion)`.

In: the schema that a graph is loaded by.  Out: the statement that leaves the node, and `Contents` read back from it.
A graph laid down in another form, or by another release of the ontology, is refused before a question meets it:
`…/graph.kgl: loaded by ontology 0.0.9, this program speaks 0.1.0; `crossplan ingest` loads it anew`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import StoreEmpty, StoreVersionMismatch
from graph.values import Row, Value
from ontology.release import RELEASE

if TYPE_CHECKING:
    from ontology.schema import GraphSchema

FORMAT = 2  # of what a load lays down; raised when an older store can no longer answer the queries

LEAVE = "CREATE (v:StoreVersion {id: 'graph', name: $name, format: $format, ontology: $ontology, labels: $labels})"
READ = (
    "MATCH (v:StoreVersion) RETURN v.name AS name, v.format AS format, v.ontology AS ontology, v.labels AS labels, "
    "v.loaded AS loaded"
)

_REMEDY = "`crossplan ingest` loads it anew"


@dataclass(frozen=True, slots=True)
class Contents:
    """Which graph a store holds, and how much of it."""

    engine: str  # and its version: KGLite 0.21.2, Neo4j/5.26.30
    version: str  # the name under which it was loaded
    ontology: str
    loaded: str  # when, as ISO 8601 in UTC
    labels: Mapping[str, int]  # how many nodes of each
    relations: Mapping[str, int]  # how many of each type


def left(schema: GraphSchema, name: str | None) -> dict[str, Value]:
    """The parameters of LEAVE for a graph that is loaded by this schema; a file needs no name beside its own."""
    return {"name": name, "format": FORMAT, "ontology": schema.release, "labels": [*schema.labels]}


def check_contents(where: str, said: Row | None) -> Row:
    """What READ gave, if this program can read such a graph; raises StoreEmpty or StoreVersionMismatch."""
    if said is None or said["format"] is None:
        raise StoreEmpty(f"{where}: holds no graph yet; `crossplan ingest` loads it")
    if said["format"] != FORMAT:
        raise StoreVersionMismatch(f"{where}: format {said['format']}, expected {FORMAT}; {_REMEDY}")
    if said["ontology"] != RELEASE:
        found = said["ontology"]
        raise StoreVersionMismatch(f"{where}: loaded by ontology {found}, this program speaks {RELEASE}; {_REMEDY}")
    return said


def counting(said: Row) -> tuple[str, str]:
    """The statements that count the nodes of each label and the relations of each type, as READ gave the labels."""
    labels = said["labels"]
    named = "|".join(map(str, labels if isinstance(labels, list) else ()))
    return (
        f"MATCH (n:{named}) RETURN labels(n)[0] AS name, count(*) AS number ORDER BY name",
        f"MATCH (a:{named})-[r]->(b) RETURN type(r) AS name, count(*) AS number ORDER BY name",
    )


def counted(rows: list[Row]) -> dict[str, int]:
    """The rows of one of the counting statements as a map."""
    return {str(row["name"]): number for row in rows if isinstance(number := row["number"], int)}

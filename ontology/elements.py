"""The property graph in the ontology's words: nodes, relations, and the graph they make.

Labels are class names, relation types are object properties (UPPER_SNAKE), property keys are datatype properties
(camelCase).  Both engines load these elements and the RDF export writes them; neither knows anything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Scalar = str | int | float | bool
Property = Scalar | list[str]


@dataclass(frozen=True, slots=True)
class Node:
    """One individual: class, id (unique within the class), datatype properties; absent means not stated."""

    label: str
    id: str
    properties: Mapping[str, Property] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Relation:
    """One statement between two individuals; `properties` hold only how an inferred relation came about."""

    type: str
    start_label: str
    start_id: str
    end_label: str
    end_id: str
    properties: Mapping[str, Property] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes and relations of one build, in a fixed order: the same sources give the same graph."""

    nodes: tuple[Node, ...]
    relations: tuple[Relation, ...]

"""The graph as GraphML, for Gephi, yEd and network libraries.

In: a graph.  Out: bytes.  Nodes are named `<class> <id>`, since ids are unique within a class; lists become one text.
Relied on: GraphML declares each key with one kind of value, so a property that is a number on one class and a word on
another (`level`) is two keys of the same name.  A character that XML cannot hold becomes U+FFFD.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from ontology.elements import Graph, Property, Scalar
from ontology.tables import plain

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_KINDS: Mapping[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}
# What is no character in XML 1.0.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Key = tuple[str, str, str]  # of a node or an edge, its name, its kind of value


def to_graphml(graph: Graph) -> bytes:
    """A directed graph; every node has its `label` and `id`, every relation its `type`."""
    nodes = {
        f"{node.label} {node.id}": _values({**node.properties, "label": node.label, "id": node.id}, "node")
        for node in graph.nodes
    }
    edges = [
        (
            f"{each.start_label} {each.start_id}",
            f"{each.end_label} {each.end_id}",
            _values({**each.properties, "type": each.type}, "edge"),
        )
        for each in graph.relations
    ]
    named = sorted({key for values in (*nodes.values(), *(values for *_, values in edges)) for key in values})
    content = io.BytesIO()
    writer = _Writer(content, {key: f"d{number}" for number, key in enumerate(named)})
    writer.begin()
    for name, values in nodes.items():
        writer.element("node", {"id": name}, values)
    for start, end, values in edges:
        writer.element("edge", {"source": start, "target": end}, values)
    writer.end()
    return content.getvalue()


class _Writer:
    """Writes one document, an element a line."""

    def __init__(self, content: io.BytesIO, keys: Mapping[_Key, str]) -> None:
        self._xml = XMLGenerator(content, "utf-8", short_empty_elements=True)
        self._keys = keys

    def begin(self) -> None:
        """The head, with what each key is."""
        self._xml.startDocument()
        self._open("graphml", {"xmlns": _NAMESPACE})
        for (holder, name, kind), key in self._keys.items():
            self._xml.characters("\n")
            self._open("key", {"id": key, "for": holder, "attr.name": name, "attr.type": kind})
            self._xml.endElement("key")
        self._open("graph", {"edgedefault": "directed"})

    def element(self, name: str, attributes: Mapping[str, str], values: Mapping[_Key, str]) -> None:
        """A node or an edge with its data."""
        self._xml.characters("\n")
        self._open(name, {key: _text(value) for key, value in attributes.items()})
        for key, value in values.items():
            self._open("data", {"key": self._keys[key]})
            self._xml.characters(value)
            self._xml.endElement("data")
        self._xml.endElement(name)

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        self._xml.startElement(name, AttributesImpl(attributes))

    def end(self) -> None:
        """What closes the document."""
        self._xml.endElement("graph")
        self._xml.endElement("graphml")
        self._xml.endDocument()


def _values(properties: Mapping[str, Property], holder: str) -> dict[_Key, str]:
    """The values as text, each under its key."""
    flat: dict[str, Scalar] = {name: plain(value) for name, value in properties.items()}
    return {(holder, name, _KINDS[type(value)]): _text(value) for name, value in flat.items()}


def _text(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else _NO_XML.sub("\ufffd", str(value))

"""The graph as GraphML, for Gephi, yEd and network libraries.

In: a graph.  Out: bytes.  Nodes are named `<class> <id>`, since ids are unique within a class; lists become one text.
A character that XML cannot hold (a control character from a damaged source) becomes U+FFFD.
"""

from __future__ import annotations

import io
import re

import networkx

from ontology.elements import Graph, Property, Scalar
from ontology.tables import plain

# What is no character in XML 1.0.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_graphml(graph: Graph) -> bytes:
    """A directed graph; every node has its `label` and `id`, every relation its `type`."""
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in graph.nodes:
        network.add_node(
            f"{node.label} {node.id}", label=node.label, id=node.id, **_values(dict(node.properties), {"id", "label"})
        )
    for each in graph.relations:
        start, end = f"{each.start_label} {each.start_id}", f"{each.end_label} {each.end_id}"
        network.add_edge(start, end, key=each.type, type=each.type, **_values(dict(each.properties), {"type"}))
    content = io.BytesIO()
    networkx.write_graphml_xml(network, content)
    return content.getvalue()


def _values(properties: dict[str, Property], taken: set[str]) -> dict[str, Scalar]:
    return {name: _xml(plain(value)) for name, value in properties.items() if name not in taken}


def _xml(value: Scalar) -> Scalar:
    return _NO_XML.sub("\ufffd", value) if isinstance(value, str) else value

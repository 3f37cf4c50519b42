"""The words of WordprocessingML: elements and attributes by their local names.

In: elements of the main part, the styles or the numbering of a Word file.  Out: their names, children and values.
Relied on: a file is in the transitional or in the strict form of the standard, which differ in their namespaces only.
Example: `<w:ilvl w:val="1"/>` has the name "ilvl" and the value "1".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PREFIXES = tuple(f"{{{namespace}}}" for namespace in _NAMESPACES)
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_OFF = frozenset({"0", "false", "off"})


def word_name(element: Element) -> str:
    """The local name of an element of WordprocessingML; "Fallback" and "mathText" for two others; else ""."""
    return _local_name(element.tag)


@lru_cache(maxsize=1024)
def _local_name(tag: str) -> str:
    for prefix in _PREFIXES:
        if tag.startswith(prefix):
            return tag[len(prefix) :]
    if tag.startswith(_COMPATIBILITY):
        return tag[len(_COMPATIBILITY) :]
    return "mathText" if tag == _MATH else ""


def attribute(element: Element, name: str) -> str:
    """An attribute of the element; "" where it has none of that name."""
    return next((element.attrib[prefix + name] for prefix in _PREFIXES if prefix + name in element.attrib), "")


def children(element: Element, name: str) -> Iterator[Element]:
    """The children of that name."""
    return (child for child in element if word_name(child) == name)


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of the first name, its first child of the second, and so on; None where there is none."""
    for name in names:
        element = next(children(element, name), None) if element is not None else None
    return element


def child_value(element: Element | None, name: str) -> Iterator[str]:
    """The values of the children of that name."""
    return (attribute(one, "val") for one in children(element, name)) if element is not None else iter(())


def flag(element: Element | None, name: str) -> bool:
    """Whether a child of that name is there and not off."""
    found = child(element, name)
    return found is not None and attribute(found, "val") not in _OFF

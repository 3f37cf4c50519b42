"""The nodes of a web page in the order they are read, whatever the depth.

In: a node of a parsed page.  Out: each node below it, once when it begins and once when it ends; what a browser does
not show is left out.  Relied on: pages nest deeper than a program can call itself, so nothing here does.
Example: `<p>甲<br>乙</p>` gives p, 甲, br, 乙, and the end of p.
"""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

TEXT = "-text"
# What is not shown, or is no part of what the page says.
_UNREAD = frozenset(
    ("script", "style", "noscript", "template", "head", "title", "iframe", "object", "embed", "svg", "canvas", "audio",
     "video", "map", "button", "select", "textarea", "option", "input", "datalist", "dialog", "rt", "rp", "math",
     "-comment", "!doctype")
)  # fmt: skip
_HIDDEN = ("display:none", "visibility:hidden")


def walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """The nodes within `root` in reading order, with True where one begins and False where it ends."""
    node = root.child
    depth = 0
    while node is not None:
        shown = is_shown(node)
        if shown:
            yield node, True
            below = node.child
            if below is not None:
                node, depth = below, depth + 1
                continue
            yield node, False
        while node.next is None and depth:
            parent = node.parent
            if parent is None:
                return
            node, depth = parent, depth - 1
            yield node, False
        if node.next is None:
            return
        node = node.next


def is_shown(node: LexborNode) -> bool:
    """Whether a reader sees the node."""
    if node.tag == TEXT:
        return True
    if node.tag in _UNREAD:
        return False
    attributes = node.attributes
    if "hidden" in attributes:
        return False
    style = attributes.get("style")
    return not (style and any(hides in style.replace(" ", "").lower() for hides in _HIDDEN))


def raw_text(node: LexborNode) -> str:
    """What a text node says."""
    return node.text_content or ""

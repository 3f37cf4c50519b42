"""Where on a web page its document stands, among menus, sidebars and footers.

In: the body of a page.  Out: the element that holds the document, and the parts of it that are no document.
Relied on: a plan is by far the longest running text of its page; what belongs to the site is links, or stands in
elements that say so by their tag, class or id; headings and cells are short, so nothing is judged by its length.
Example: in `<div class="nav">…</div><div id="zoom"><p>…</p>…</div>` the document stands in the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from ingest.html_nodes import TEXT, raw_text, walk

# Only running text has these.
_RUNNING = re.compile("[，。；、,;]")
_SPACE = re.compile(r"\s+")
# The element that holds this share of the running text around it holds the document.
_MAIN_SHARE = 0.9
# What says it is no document is believed only where it holds less than this share of the page's running text.
_SITE_SHARE = 0.2
_LINKED = 0.6
_FEWEST_LINKS = 2
_SITE_TAGS = frozenset({"nav", "footer", "aside"})
# The classes and ids that pages give to what surrounds a document: menus, footers, buttons.
_SITE_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav(?:bar|igation)?|menu|foot(?:er)?|bread(?:crumbs?)?|crumbs?|side(?:bar)?|share\w*|copyright|"
    r"related|recommend\w*|toolbar|tools|qr(?:code)?|ewm|pagination|pager|search\w*|login|weizhi|dqwz|position)"
    r"(?:$|[-_ ])",
    re.IGNORECASE,
)
# A paragraph is part of the document, not all of it, unless there is nothing else.
_LINES = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "span", "font", "b", "strong", "em", "i", "u", "a",
     "pre", "blockquote")
)  # fmt: skip


@dataclass(slots=True)
class _Measure:
    """What stands within an element: its characters, those of running text, those of links, and its links."""

    characters: int = 0
    running: int = 0
    linked: int = 0
    links: int = 0

    def add(self, other: _Measure) -> None:
        self.characters += other.characters
        self.running += other.running
        self.linked += other.linked
        self.links += other.links


@dataclass(slots=True)
class MainContent:
    """The element that holds the document, and the elements within the page, by `mem_id`, that belong to the site."""

    root: LexborNode
    site: set[int] = field(default_factory=set)


def find_main(body: LexborNode) -> MainContent:
    """The document of the page; the whole body where the page is nothing else."""
    measures = _measure(body)
    whole = measures[body.mem_id].running
    found = MainContent(body)
    for node, begins in walk(body):
        if begins and node.tag != TEXT and _is_site(node, measures[node.mem_id], whole):
            found.site.add(node.mem_id)
    found.root = _innermost(body, measures, found.site)
    return found


def _measure(body: LexborNode) -> dict[int, _Measure]:
    """The measures of all elements, each the sum of what stands within."""
    measures = {body.mem_id: _Measure()}
    open_elements = [measures[body.mem_id]]
    links = 0
    for node, begins in walk(body):
        if node.tag == TEXT:
            if begins:
                _count(raw_text(node), open_elements[-1], linked=links > 0)
        elif begins:
            links += node.tag == "a"
            open_elements.append(measures.setdefault(node.mem_id, _Measure(links=int(node.tag == "a"))))
        else:
            links -= node.tag == "a"
            open_elements[-2].add(open_elements[-1])
            open_elements.pop()
    return measures


def _count(text: str, measure: _Measure, *, linked: bool) -> None:
    length = len(_SPACE.sub("", text))
    measure.characters += length
    if linked:
        measure.linked += length
    elif _RUNNING.search(text):
        measure.running += length


def _is_site(node: LexborNode, measure: _Measure, whole: int) -> bool:
    """Whether the element belongs to the site and not to the document."""
    if measure.running > whole * _SITE_SHARE:
        return False
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    said = node.tag in _SITE_TAGS or _SITE_NAMES.search(names) is not None
    linked = measure.links >= _FEWEST_LINKS and measure.linked >= measure.characters * _LINKED
    return said or linked


def _are_twins(one: LexborNode, other: LexborNode) -> bool:
    """Whether two elements are parts of one document: sections, or of the same class."""
    if one.tag != other.tag:
        return False
    name = one.attributes.get("class")
    return one.tag in {"section", "article"} or (bool(name) and name == other.attributes.get("class"))


def _innermost(body: LexborNode, measures: dict[int, _Measure], site: set[int]) -> LexborNode:
    """The innermost element that still holds nearly all running text of the page."""
    root = body
    while True:
        inner = [node for node in root.iter() if node.mem_id in measures]
        spoken = [node for node in inner if node.mem_id not in site and measures[node.mem_id].characters]
        best = max(spoken, key=lambda node: measures[node.mem_id].running, default=None)
        of_site = sum(measures[node.mem_id].running for node in inner if node.mem_id in site)
        running = measures[root.mem_id].running - of_site
        if best is None or measures[best.mem_id].running < running * _MAIN_SHARE:
            return root
        twins = [node for node in spoken if node.mem_id != best.mem_id and _are_twins(node, best)]
        if (best.tag in _LINES and len(spoken) > 1) or any(measures[twin.mem_id].running for twin in twins):
            return root
        root = best

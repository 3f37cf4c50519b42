"""What the styles of a Word file say of a paragraph: its depth as a heading, its list, whether it lists contents.

In: the part "styles".  Out: a `Style` for each id, with what it inherits.  Relied on: a style takes from the style it
is based on whatever it does not say itself; headings carry an outline level, whatever they are called ("heading 1",
"标题 1"); the lines of a table of contents that Word made are in the styles "toc 1" to "toc 9".
Example: a style based on "heading 2" with a list of its own is a heading of depth 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from ingest.docx_words import attribute, child, child_value, word_name

_CONTENTS = re.compile(r"toc \d|目录 ?\d|table of figures", re.IGNORECASE)
_BODY_LEVEL = 9  # the outline level of what is no heading
_MOST_BASES = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, or what a paragraph says itself; None where it says nothing."""

    depth: int | None = None  # 1 to 9 for headings, 0 for text
    list_id: str | None = None
    list_level: int | None = None
    contents: bool = False
    base: str = ""

    def over(self, base: Style) -> Style:
        """The style with what `base` says where it says nothing itself."""
        return Style(
            base.depth if self.depth is None else self.depth,
            base.list_id if self.list_id is None else self.list_id,
            base.list_level if self.list_level is None else self.list_level,
            self.contents or base.contents,
            base.base,
        )


def read_styles(elements: Iterable[tuple[str, Element]]) -> Mapping[str, Style]:
    """The paragraph styles by their ids; that of paragraphs without a style has the id ""."""
    own: dict[str, Style] = {}
    default = ""
    for event, element in elements:
        if event == "end" and word_name(element) == "style" and attribute(element, "type") in {"paragraph", ""}:
            name = attribute(element, "styleId")
            own[name] = _own(element)
            if attribute(element, "default") in {"1", "true", "on"}:
                default = name
    styles = {name: _inherited(name, own) for name in own}
    return {**styles, "": styles.get(default, Style())}


def paragraph_style(properties: Element | None) -> Style:
    """What the properties of a paragraph or of a style say."""
    numbering = child(properties, "numPr")
    level = next(child_value(properties, "outlineLvl"), "")
    at = next(child_value(numbering, "ilvl"), "")
    return Style(
        depth=(int(level) + 1) % (_BODY_LEVEL + 1) if level.isdecimal() and int(level) <= _BODY_LEVEL else None,
        list_id=next(child_value(numbering, "numId"), None),
        list_level=int(at) if at.isdecimal() and len(at) < 3 else None,
    )


def _own(element: Element) -> Style:
    said = paragraph_style(child(element, "pPr"))
    name = next(child_value(element, "name"), "")
    base = next(child_value(element, "basedOn"), "")
    return Style(said.depth, said.list_id, said.list_level, _CONTENTS.match(name) is not None, base)


def _inherited(name: str, own: Mapping[str, Style]) -> Style:
    style = own[name]
    for _ in range(_MOST_BASES):
        if style.base not in own:
            break
        style = style.over(own[style.base])
    return style

"""The numbers that Word prints before paragraphs and that stand nowhere in their text.

In: the parts "numbering" and the numbering of each paragraph in order.  Out: each number as printed.  Relied on: a list
has nine levels, each with a format and a pattern such as "第%1章" or "%1.%2"; a level starts anew when an outer one
advances; lists that share their definition go on counting together.
Example: the pattern "（%1）" in the format chineseCounting prints the second paragraph of its level as "（二）".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from ingest.docx_words import attribute, child_value, children, flag, word_name
from ingest.printed_counts import formatted

LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
# After these, nothing sets a number apart from its text, whatever blank Word prints.
_SETS_APART = "、）)》】］]．.:："
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted and printed."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    follows_at_once: bool = False
    legal: bool = False  # all its numbers in digits
    restart: int | None = None  # the level, from 1, whose advance starts this anew; 0: none does


@dataclass(slots=True)
class Numbering:
    """All lists of a document, with how far each has counted."""

    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)  # by list
    shared: Mapping[str, str] = field(default_factory=dict)  # the definition that a list counts with
    starts: Mapping[str, Mapping[int, int]] = field(default_factory=dict)  # where a list starts otherwise
    style_levels: Mapping[tuple[str, str], int] = field(default_factory=dict)  # (list, style) -> level
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def print_next(self, list_id: str, at: int) -> str:
        """The number of the next paragraph of the list at level `at` (from 0); "" where the list prints none."""
        levels = self.levels.get(list_id)
        if not levels or at not in levels:
            return ""
        counts = self._counts.setdefault(self.shared.get(list_id, list_id), {})
        self._count(list_id, at, counts)
        level = levels[at]
        if level.form == "bullet":
            return _PRIVATE_USE.sub("●", level.pattern).strip()

        def number(found: re.Match[str]) -> str:
            inner = int(found[1]) - 1
            of = levels.get(inner, Level())
            return formatted(counts.get(inner, self._start(list_id, inner)), "decimal" if level.legal else of.form)

        printed = _PLACEHOLDER.sub(number, level.pattern).strip()
        return printed + ("" if not printed or level.follows_at_once or printed[-1] in _SETS_APART else " ")

    def _count(self, list_id: str, at: int, counts: dict[int, int]) -> None:
        anew = (list_id, at) not in self._begun and at in self.starts.get(list_id, {})
        self._begun.add((list_id, at))
        counts[at] = self._start(list_id, at) if anew or at not in counts else counts[at] + 1
        for inner in [level for level in counts if level > at]:
            restart = self.levels[list_id].get(inner, Level()).restart
            if restart is None or at < restart:
                del counts[inner]

    def _start(self, list_id: str, at: int) -> int:
        return self.starts.get(list_id, {}).get(at, self.levels[list_id].get(at, Level()).start)


def read_numbering(elements: Iterable[tuple[str, Element]]) -> Numbering:
    """The lists that the part "numbering" defines."""
    definitions: dict[str, dict[int, Level]] = {}
    styles: dict[str, dict[str, int]] = {}
    links: dict[str, str] = {}  # a definition that only names a style -> that style
    linked: dict[str, str] = {}  # a style -> the definition that it stands for
    lists: list[Element] = []
    for event, element in elements:
        name = word_name(element) if event == "end" else ""
        if name == "abstractNum":
            own = attribute(element, "abstractNumId")
            definitions[own] = dict(_levels(element))
            styles[own] = dict(_style_levels(element))
            links[own] = next(child_value(element, "numStyleLink"), "")
            linked |= dict.fromkeys(child_value(element, "styleLink"), own)
        elif name == "num":
            lists.append(element)
    levels: dict[str, dict[int, Level]] = {}
    shared: dict[str, str] = {}
    starts: dict[str, dict[int, int]] = {}
    of_styles: dict[tuple[str, str], int] = {}
    for element in lists:
        list_id = attribute(element, "numId")
        definition = next(child_value(element, "abstractNumId"), "")
        definition = linked.get(links.get(definition) or "", definition)
        levels[list_id] = {**definitions.get(definition, {}), **_overridden(element)}
        shared[list_id] = definition
        starts[list_id] = dict(_starts(element))
        of_styles |= {(list_id, style): at for style, at in styles.get(definition, {}).items()}
    return Numbering(levels, shared, starts, of_styles)


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for element in children(parent, "lvl"):
        at = _number(attribute(element, "ilvl"), 0)
        if 0 <= at < LEVELS:
            yield at, _level(element)


def _level(element: Element) -> Level:
    def value(name: str, default: str) -> str:
        return next(child_value(element, name), default)

    restart = value("lvlRestart", "")
    return Level(
        start=_number(value("start", "0"), 0),
        form=value("numFmt", "decimal"),
        pattern=value("lvlText", ""),
        follows_at_once=value("suff", "tab") == "nothing",
        legal=flag(element, "isLgl"),
        restart=_number(restart, 0) if restart else None,
    )


def _style_levels(parent: Element) -> Iterator[tuple[str, int]]:
    for element in children(parent, "lvl"):
        for style in child_value(element, "pStyle"):
            yield style, _number(attribute(element, "ilvl"), 0)


def _overridden(element: Element) -> dict[int, Level]:
    return {at: level for override in children(element, "lvlOverride") for at, level in _levels(override)}


def _starts(element: Element) -> Iterator[tuple[int, int]]:
    for override in children(element, "lvlOverride"):
        for start in child_value(override, "startOverride"):
            yield _number(attribute(override, "ilvl"), 0), _number(start, 1)


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else default

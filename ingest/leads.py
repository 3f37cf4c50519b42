"""Titles that open a paragraph without a number: principles, run-in leads, and actions whose box was lost.

In: the tree of numbered headings, whose text may hold such titles.  Out: the tree with a draft for each.  Relied on:
one short sentence proves nothing, but paragraphs of one section that all open so are its items; where units end in a
list of responsible bodies, a paragraph after an unfinished unit only goes on with it.
Example: "党建引领不断深化。全面推进…", "服务设施不断完善。全市建成…" are two items of "“十三五”主要成效".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.drafts import ACTION_RANK, LEAD_RANK, Draft, headed
from ingest.heading_rules import JOINED, WEAK_LEAD
from ingest.headings import Heading, read_lead, read_line, read_pair
from ingest.numbering import OUTER, read_number
from ingest.passage import Passage
from ingest.rules import Rule

CLOSING = Rule(
    "lead.closing",
    "a unit ends in the list of the bodies that are responsible for it",
    re.compile(
        r"(?:按(?:照)?(?:各自)?职责(?:分工)?(?:分别)?(?:负责|落实)|负责|"
        r"[（(](?:责任|牵头|配合|参与|主办|实施)(?:单位|部门)?[:：][^（）()]*[)）])[）)]?。?$"
    ),
    ("市民政局、各区人民政府等按职责分工负责", "（责任单位：市民政局、市财政局）"),
    ("提升社区服务整体水平。",),
)
ACTION = Rule(
    "lead.action",
    "an action without a box calls itself 行动 or 工程 at the end of its title",
    re.compile(r"(?:行动|工程)[”’]?$"),
    ("培育发展社区社会组织专项行动", "社区养老服务行动"),
    ("加强城乡社区服务骨干队伍建设", "优化城乡社区服务设施功能布局"),
)
PRINCIPLE = Rule(
    "lead.principle",
    "a principle may be nothing but a number and one short sentence",
    re.compile(r"^(?P<title>[“\u4e00-\u9fff][^。；：:]{3,23})。?$"),
    ("以人为本，服务民生。", "坚持党的领导"),
    ("坚持以人民为中心的发展思想，把人民对美好生活的向往作为出发点和落脚点。",),
)
RULES = (CLOSING, ACTION, PRINCIPLE)

# So many paragraphs of a section open with a title where it holds items.
_FEWEST = 2
# So many sections of one zone and rank hold items where a single title is trusted, too.
_HABIT = 3
_LONGEST_LINE = 30
# A list of responsible bodies ends within so many characters.
_TAIL = 120


def split_leads(root: Draft) -> None:
    """Give each title that opens a paragraph a draft of its own."""
    sections = [draft for draft in root.walk() if draft.role == "section"]
    leads = {draft: _leads(draft) for draft in sections if _may_hold(draft)}
    counts: dict[tuple[str, int], list[int]] = {}
    for draft, found in leads.items():
        counts.setdefault((draft.zone, draft.rank), []).append(len(found))
    needed = {like: _needed(numbers) for like, numbers in counts.items()}
    for draft, found in leads.items():
        if len(found) >= needed[draft.zone, draft.rank]:
            _split(draft, found)
    for draft in [root, *sections]:
        for item, successor in pairwise(draft.children("section")):
            _restore_number(item, successor)


def _may_hold(draft: Draft) -> bool:
    """Whether items may stand in the section: one that runs into its text must count chapters or sections."""
    if draft.run_in and (draft.number is None or draft.number.series not in OUTER):
        return False
    return draft.rank < LEAD_RANK - 30 and bool(draft.paragraphs())


def _needed(counts: Sequence[int]) -> int:
    """How many titles make items: one, where nearly all like sections hold several."""
    several = sum(count >= _FEWEST for count in counts)
    none = sum(count == 0 for count in counts)
    return 1 if several >= _HABIT and none * 4 <= len(counts) else _FEWEST


def _leads(draft: Draft) -> dict[int, Heading]:
    """The paragraphs of the section that open with a title, by their place in its content."""
    closing = any(CLOSING.match(passage.text[-_TAIL:]) for passage in draft.paragraphs())
    found: dict[int, Heading] = {}
    unfinished = False  # a title was read whose text is not closed yet
    for index, part in enumerate(draft.content):
        if not isinstance(part, Passage):
            unfinished = False
            continue
        own = draft.run_in and index == 0 and draft.rule != JOINED.name  # the text that the title runs into
        heading = None if unfinished or own else _lead(draft, index)
        if heading is not None:
            found[index] = heading
        if closing:
            unfinished = bool(found) and CLOSING.match(part.text[-_TAIL:]) is None
        else:
            unfinished = heading is not None and heading.body is None and heading.rule != PRINCIPLE.name
    return _without_weak(draft, found)


def _without_weak(draft: Draft, found: dict[int, Heading]) -> dict[int, Heading]:
    """The titles without those that open with a preposition, unless every paragraph opens with a title."""
    texts = {index: part.text for index in found if isinstance(part := draft.content[index], Passage)}
    strong = {index: found[index] for index, text in texts.items() if not WEAK_LEAD.match(text)}
    return found if strong and len(found) == len(draft.paragraphs()) else strong


def _lead(draft: Draft, index: int) -> Heading | None:
    """The title that the text at `index` opens with or is."""
    part = draft.content[index]
    following = draft.content[index + 1] if index + 1 < len(draft.content) else None
    if not isinstance(part, Passage):
        return None
    if draft.zone == "principles" and (principle := _principle(part.text)):
        return principle
    heading = read_lead(part.text)
    if heading is None and isinstance(following, Passage) and len(part.text) <= _LONGEST_LINE:
        heading = read_line(part.text)
    if heading is not None and heading.body is None and following is None:
        heading = None
    if heading is None and draft.zone in {"principles", "goals"}:
        heading = read_pair(part.text)
    return heading


def _principle(text: str) -> Heading | None:
    """The principle that a numbered line consists of, or None."""
    number = read_number(text)
    found = PRINCIPLE.match(text[number.end :]) if number else None
    if number is None or found is None:
        return None
    return Heading(number, number.end, number.end + found.end("title"), None, PRINCIPLE.name)


def _split(draft: Draft, leads: dict[int, Heading]) -> None:
    """Turn the titles of a section into its items; runs of actions stand under the item before them."""
    titles = {i: _title(draft.content[i], heading) for i, heading in leads.items()}
    actions = {i for i, title in titles.items() if draft.zone == "tasks" and ACTION.match(title)}
    content, draft.content = draft.content, []
    holder = item = draft
    for index, part in enumerate(content):
        if index in leads and isinstance(part, Passage):
            if index in actions and len(actions) >= _FEWEST:
                item = headed(part, leads[index], "action", ACTION_RANK)
                holder.add(item)
            else:
                holder = item = headed(part, leads[index], "section", LEAD_RANK)
                draft.add(item)
        elif isinstance(part, Draft):
            if part.role == "section":
                holder = draft
            holder.add(part)
            item = holder
        else:
            item.add(part)


def _title(part: Passage | Draft, heading: Heading) -> str:
    return part.text[heading.title_start : heading.title_end] if isinstance(part, Passage) else ""


def _restore_number(draft: Draft, successor: Draft) -> None:
    """A title within an item whose successor counts one too far is the item between them that lost its number."""
    if draft.number is None or successor.number is None or successor.number.series != draft.number.series:
        return
    if successor.number.value != draft.number.value + 2:
        return
    first = 1 if draft.run_in else 0
    for index, part in enumerate(draft.content[first:], first):
        heading = read_lead(part.text) if isinstance(part, Passage) else None
        if heading is not None and isinstance(part, Passage) and draft.parent is not None:
            lost = headed(part, heading, "section", draft.rank)
            for rest in draft.content[index + 1 :]:
                lost.add(rest)
            del draft.content[index:]
            lost.parent = draft.parent
            draft.parent.content.insert(draft.parent.content.index(draft) + 1, lost)
            return

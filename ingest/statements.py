"""The amounts that a clause states: each with the words that state it, what it is about, and by when.

In: the cleaned text of a clause.  Out: `Statement` records in text order, one an amount.  Relied on: an amount stands
in one comma-long stretch with its subject; several in one stretch are parted by 、 or 和; a stretch that only says when
(到2025年,) opens the one after it.  What is no amount is known by `ingest.quantity_rules`.
Example: "到2025年,新建社区多功能运动场160个,健身步道500公里" states 160 个 and 500 公里, both by 2025.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.quantities import Quantity, read_quantities
from ingest.quantity_rules import NO_AMOUNT, marked
from ingest.rules import Rule
from ingest.segments import Segment, read_segments
from ingest.statement_rules import STATED
from ingest.statement_subjects import BARE, read_subject
from ingest.years import Years

# Parts of one stretch: the first kind that stands between two numbers parts them.
_SEPARATORS = (re.compile(r"[、;；]"), re.compile(r"以及|及|和"))
_TIME_ONLY = re.compile(
    r"(?:力争|争取|计划)?(?:到|至|截至|截止)?(?:20\d\d年|[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间)?)(?:[底末年初中]|期末|末期|前|左右)*"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """`text[start:end]` states the quantity of the subject.

    `by_year` is the year said of it; `as_of` the same for what was reached: a year or the end of a period only.
    """

    quantity: Quantity
    subject: str
    start: int
    end: int
    by_year: int | None
    as_of: int | None


def read_statements(text: str, excluded: Sequence[Rule] = ()) -> tuple[Statement, ...]:
    """The statements of `text`, without those whose number one of `excluded` finds."""
    quantities = deque(read_quantities(text))
    if not quantities:
        return ()
    years = Years.read(text)
    segments = read_segments(text)
    found: list[Statement] = []
    antecedent = ""
    for index, segment in enumerate(segments):
        here = []
        while quantities and quantities[0].start < segment.end:
            here.append(quantities.popleft())
        amounts = _without_echo(text, [amount for amount in here if _is_amount(text, segment, amount, excluded)])
        respective = years.respective(text, segment, len(amounts))
        for number, (quantity, start, end) in enumerate(_pieces(text, segment, amounts)):
            subject = read_subject(text, (start, end), quantity, antecedent)
            if BARE.fullmatch(subject.text) and index + 1 < len(segments):
                following = segments[index + 1]
                subject = replace(subject, text=text[following.start : following.end])
            antecedent = antecedent if subject.continues else subject.text
            opening = _opening(text, segments, index) if start == segment.start else start
            by_year = respective[number] if respective else years.said_of(quantity.start, end)
            found.append(Statement(quantity, subject.text, opening, end, by_year, years.exact_before(end)))
    return tuple(found)


def _opening(text: str, segments: Sequence[Segment], index: int) -> int:
    """Where the segment begins, with the one before it where that only says when: "到2025年,"."""
    before = segments[index - 1] if index else None
    if before and _TIME_ONLY.fullmatch(text, before.start, before.end):
        return before.start
    return segments[index].start


def _is_amount(text: str, segment: Segment, quantity: Quantity, excluded: Sequence[Rule]) -> bool:
    """Whether a rule makes it an amount and none says otherwise; `excluded` are held against the clause up to it."""
    context = marked(text, quantity.start, quantity.end, segment)
    if not STATED[quantity.form].match(context) or any(rule.match(context) for rule in NO_AMOUNT):
        return False
    context = marked(text, quantity.start, quantity.end, Segment(0, segment.end))
    return not any(rule.match(context) for rule in excluded)


def _without_echo(text: str, amounts: Sequence[Quantity]) -> list[Quantity]:
    """The amounts without a 全覆盖 that a share in front of it has said already: 100%全覆盖, 80%的社区实现全覆盖."""
    return [
        amount
        for before, amount in zip((None, *amounts), amounts, strict=False)
        if not (before and amount.form == "coverage" and before.unit == "%" and _goes_on(text, before, amount))
    ]


def _goes_on(text: str, share: Quantity, coverage: Quantity) -> bool:
    """Whether nothing parts the share from the 全覆盖 after it."""
    parted = any(separator.search(text, share.end, coverage.start) for separator in _SEPARATORS)
    return not parted or text.startswith("的", share.end)


def _pieces(text: str, segment: Segment, amounts: Sequence[Quantity]) -> Iterator[tuple[Quantity, int, int]]:
    """Each amount with the part of the segment that states it: parted at the last 、 (or 和) between two numbers."""
    start = segment.start
    for amount, following in zip(amounts, (*amounts[1:], None), strict=False):
        if following is None:
            yield amount, start, segment.end
            return
        parting = _parting(text, amount.end, following.start)
        if parting:
            yield amount, start, max(parting.start(), amount.end)
            start = parting.end()
        else:
            yield amount, start, following.start
            start = amount.end


def _parting(text: str, start: int, end: int) -> re.Match[str] | None:
    for separator in _SEPARATORS:
        between = list(separator.finditer(text, start, end))
        if between:
            return between[-1]
    return None

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
from itertools import islice

from ingest.quantities import Quantity, read_quantities
from ingest.quantity_rules import NO_AMOUNT, marked
from ingest.remembered import remembered
from ingest.rules import Rule
from ingest.segments import Segment, read_segments
from ingest.statement_pieces import SEPARATORS, read_pieces
from ingest.statement_rules import STATED
from ingest.statement_subjects import Said, after_words, read_subjects, with_what_follows
from ingest.years import Years

# A sentence with more numbers than this is none: a table that lost its lines, or noise.  Plans have six at most.
_MOST = 100
_COLONS = frozenset("：:")
_AT_LEAST = re.compile("至少|最少")
# A stretch that only says when: "力争到2025年底", "“十四五”期间".
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


@dataclass(frozen=True, slots=True)
class RefusedQuantity:
    """A quantity that states nothing, and the rule that says so."""

    quantity: Quantity
    rule: Rule


def read_refused(text: str, excluded: Sequence[Rule] = ()) -> tuple[RefusedQuantity, ...]:
    """The quantities of `text` that `read_statements` gives no statement for, since a rule is against it."""
    judged = (each for _, _, here in _judged(text, excluded) for each in here)
    return tuple(RefusedQuantity(quantity, rule) for quantity, rule in judged if rule)


@remembered
def read_statements(text: str, excluded: tuple[Rule, ...] = ()) -> tuple[Statement, ...]:
    """The statements of `text`, without those whose number one of `excluded` finds."""
    years: Years | None = None
    found: list[Statement] = []
    said, last = Said(), -1
    for segments, index, judged in _judged(text, excluded):
        amounts = _with_shared_floor(text, _without_echo(text, [each for each, refusal in judged if refusal is None]))
        if not amounts:
            continue
        segment, years = segments[index], years or Years.read(text)
        said = after_words(said, [_words(text, segments, place) for place in range(last + 1, index)])
        last = index
        respective = years.respective(text, segment, len(amounts))
        label = _label(text, segments, index, amounts[0])
        pieces = read_pieces(text, segment, amounts)
        subjects, said = read_subjects(pieces, said)
        for number, (piece, subject) in enumerate(zip(pieces, subjects, strict=True)):
            subject = label or with_what_follows(subject, _words(text, segments, index + 1))
            start, end = _opening(text, segments, index, label) if number == 0 else piece.start, piece.end
            by_year = respective[number] if respective else years.said_of(piece.quantity.start, end)
            found.append(Statement(piece.quantity, subject, start, end, by_year, years.exact_before(end)))
    return tuple(found)


def _words(text: str, segments: Sequence[Segment], index: int) -> str:
    """The segment of that index; "" behind the last."""
    return text[segments[index].start : segments[index].end] if index < len(segments) else ""


def _label(text: str, segments: Sequence[Segment], index: int, amount: Quantity) -> str:
    """What stands before a colon behind which there is the amount and nothing else: 总投资：6000万元; "" elsewhere."""
    alone = (amount.start, amount.end) == (segments[index].start, segments[index].end)
    labelled = alone and index > 0 and text[segments[index - 1].end] in _COLONS
    return _words(text, segments, index - 1) if labelled else ""


def _opening(text: str, segments: Sequence[Segment], index: int, label: str) -> int:
    """Where the segment begins, with the one before it where that only says when (到2025年,) or is its label."""
    before = segments[index - 1] if index else None
    if before and (label or _TIME_ONLY.fullmatch(text, before.start, before.end)):
        return before.start
    return segments[index].start


def _judged(
    text: str, excluded: Sequence[Rule]
) -> Iterator[tuple[Sequence[Segment], int, list[tuple[Quantity, Rule | None]]]]:
    """The segments with the index of each that holds quantities, and these, each with the rule that is against it."""
    quantities = deque(islice(read_quantities(text), _MOST + 1))
    segments = read_segments(text) if 0 < len(quantities) <= _MOST else ()
    for index, segment in enumerate(segments):
        here: list[tuple[Quantity, Rule | None]] = []
        while quantities and quantities[0].start < segment.end:
            quantity = quantities.popleft()
            here.append((quantity, _refusal(text, segment, quantity, excluded)))
        if here:
            yield segments, index, here


def _refusal(text: str, segment: Segment, quantity: Quantity, excluded: Sequence[Rule]) -> Rule | None:
    """The rule against its being an amount: the one of its form that is not met, else one that finds it.

    `excluded` are held against the clause up to it.
    """
    context = marked(text, quantity.start, quantity.end, segment)
    own = STATED[quantity.form]
    if not own.match(context):
        return own
    so_far = marked(text, quantity.start, quantity.end, Segment(0, segment.end))
    return next((rule for rule in NO_AMOUNT if rule.match(context)), None) or next(
        (rule for rule in excluded if rule.match(so_far)), None
    )


def _without_echo(text: str, amounts: Sequence[Quantity]) -> list[Quantity]:
    """The amounts without a 全覆盖 that a share in front of it has said already: 100%全覆盖, 80%的社区实现全覆盖."""
    return [
        amount
        for before, amount in zip((None, *amounts), amounts, strict=False)
        if not (before and amount.form == "coverage" and before.unit == "%" and _goes_on(text, before, amount))
    ]


def _with_shared_floor(text: str, amounts: Sequence[Quantity]) -> list[Quantity]:
    """至少 holds for all that is listed after it in one unit: 至少配备1名公共卫生医师及1名流行病学调查员."""
    shared: list[Quantity] = []
    for amount in amounts:
        before = shared[-1] if shared else None
        if before and _AT_LEAST.match(text, before.start) and amount.unit == before.unit and amount.comparator == "=":
            amount = replace(amount, comparator=before.comparator)
        shared.append(amount)
    return shared


def _goes_on(text: str, share: Quantity, coverage: Quantity) -> bool:
    """Whether nothing parts the share from the 全覆盖 after it."""
    parted = any(separator.search(text, share.end, coverage.start) for separator in SEPARATORS)
    return not parted or text.startswith("的", share.end)

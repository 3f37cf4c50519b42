"""What a question wants: one of the kinds that can be answered, by what its words mark and what is likely.

In: the plain question and what is known of the plans asked.  Out: `Wanted`: an intent, and the next likely one where
a second rule or the judge says so.  Relied on: what is there already is what a plan starts from, so whoever asks for
a value of it asks for that: "深圳有多少家社康机构" is BASELINE.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph_api.ask.intents import Intent, fitting, settled
from graph_api.ask.kind_rules import Given, Marked
from graph_api.ask.kinds import Judge
from graph_api.ask.possible import possible
from graph_api.ask.slots import LISTED, Asked, of_values, read_slots


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kind of a question, and another it could be of."""

    intent: Intent
    other: Intent | None = None
    aims: bool = True  # whether it asks of what is to be; otherwise also of what has been
    past: bool = False  # whether it asks of what has been


def wanted(text: str, given: Given, judge: Judge) -> Wanted:
    """What a plain question wants."""
    text = of_values(text)
    slots = read_slots(text)
    by_rule = fitting(Marked(text, slots, given))
    chances = judge.chances(text, given.department)
    chances = possible(text, slots, given.plans, by_rule[0] if by_rule else None, chances)
    first, other = settled(by_rule, chances)
    if LISTED.search(text) and first in (Intent.VALUE, Intent.BASELINE) and not slots.asked & {Asked.PLAN, Asked.BODY}:
        first, other = Intent.COUNT, first
    if first is Intent.VALUE and (given.before or slots.past or (slots.stock and not slots.aims)):
        first = Intent.BASELINE
    return Wanted(first, other, slots.aims, first is Intent.BASELINE or (slots.past and not slots.aims))

"""A person's verdicts on facts, and which of them cannot both be carried out.

In: nothing.  Out: `Verdict`, `Verdicts`.  Relied on: a verdict rests on words of the plan, which it quotes, so it can
be told when they are no longer there; it names no id, as ids shift with the rules.
Example: the quote "每个街道1名" of the plan my-city is called a wrong target, since "说的是现状".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from ingest.errors import IngestError
from ingest.passage import Passage
from ingest.verdict_fields import FieldValue
from ontology.spans import Source

Decision = Literal["wrong", "change", "add"]


class CurationError(IngestError):
    """Verdicts that cannot be read, or that contradict each other: one line a mistake."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person decided about one fact."""

    decision: Decision
    plan_id: str
    kind: str
    quote: str  # without the blanks of extraction
    reason: str
    where: Mapping[str, FieldValue]  # what else tells the fact meant from others in the same words
    fields: Mapping[str, FieldValue | None]  # what it shall say; None: nothing
    place: str  # "curation.toml:12"


@dataclass(frozen=True, slots=True)
class Verdicts:
    """All verdicts of a file, and what tells one state of the file from another."""

    entries: tuple[Verdict, ...] = ()
    digest: str = ""

    def of_plan(self, plan_id: str) -> tuple[Verdict, ...]:
        """The verdicts on the facts of a plan, in the order of the file."""
        return tuple(verdict for verdict in self.entries if verdict.plan_id == plan_id)


def clean(text: str) -> str:
    """Text as rules read it: without the blanks and line breaks that extraction put inside words."""
    return Passage.read(Source("quote", text), 0, len(text)).text


def clash(one: Verdict, other: Verdict) -> str | None:
    """What two verdicts on one fact disagree about; None where both can be carried out."""
    if one.decision != other.decision:
        return f"{one.decision} and {other.decision}"
    fields = [name for name in one.fields if name in other.fields and one.fields[name] != other.fields[name]]
    return f"two values of {', '.join(fields)}" if fields else None


def contradictions(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """A line for each two verdicts that mean one fact and cannot both be carried out."""
    groups: dict[tuple[str, str, str], list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault((verdict.plan_id, verdict.kind, verdict.quote), []).append(verdict)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if one.decision == other.decision == "add":
                if one.fields == other.fields:
                    yield f"{other.place}: found what {one.place} adds already, expected it once"
            elif (
                "add" not in (one.decision, other.decision) and _may_be_one(one, other) and (about := clash(one, other))
            ):
                yield contradiction(one, other, about)


def contradiction(one: Verdict, other: Verdict, about: str) -> str:
    """The line that names two verdicts which disagree."""
    return f"{other.place}: found {about} for one {other.kind}, against {one.place}; expected one verdict"


def _may_be_one(one: Verdict, other: Verdict) -> bool:
    """Whether a fact can meet what both say of it."""
    return all(other.where.get(name, value) == value for name, value in one.where.items())

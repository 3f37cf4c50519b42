"""What clauses and units speak of: their themes, and whom they serve.

In: the facts of all plans.  Out: `Tag`s, for coverage counts and for the filters of the search; alignment judges what a
task is about, a tag only that a clause speaks of something.  Relied on: a clause speaks of a theme or of people by one
of the vocabulary's words; a unit serves the people its title names or that a third of its clauses speak of.
Example: "为重度残疾人提供日间照料" speaks of 残疾人.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from align.labels import LabelIndex
from align.themes import ThemeReader
from align.units import Unit, units
from align.wording import plain
from ontology.records import Clause, Fact, Task
from ontology.vocabulary import Vocabularies, Vocabulary

# Of a unit's clauses, the share that must speak of people before the unit serves them.
_SHARE = 1 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A fact that speaks of a theme or serves a group of people, and the word that shows it."""

    fact_id: str
    concept: str
    evidence: str


def find_tags(facts: Sequence[Fact], vocabularies: Vocabularies) -> tuple[Tag, ...]:
    """The themes of clauses, safeguards and actions, and the beneficiaries of clauses, tasks and actions."""
    themes = ThemeReader.of(vocabularies.themes)
    people = _PeopleReader(vocabularies.beneficiaries)
    clauses = [fact for fact in facts if isinstance(fact, Clause)]
    found: list[Tag] = []
    for clause in clauses:
        found += _tags(clause.id, {k: v for k, v in themes.of_clause(clause).items() if not themes.is_umbrella(k)})
        found += _tags(clause.id, people.of_text(clause.text))
    for unit in units(facts):
        found += _tags(unit.fact.id, people.of_unit(unit))
        if not isinstance(unit.fact, Task):  # the themes of tasks are alignments
            topics = themes.of_unit(unit.fact.title, unit.clauses)
            found += _tags(unit.fact.id, {topic.concept: topic.evidence for topic in topics})
    return tuple(found)


def _tags(fact_id: str, concepts: dict[str, str]) -> Iterator[Tag]:
    return (Tag(fact_id=fact_id, concept=concept, evidence=evidence) for concept, evidence in concepts.items())


class _PeopleReader:
    """Reads whom a text serves."""

    def __init__(self, beneficiaries: Vocabulary) -> None:
        self._beneficiaries = beneficiaries
        self._index = LabelIndex(beneficiaries)

    def of_text(self, text: str) -> dict[str, str]:
        """The groups of people a text speaks of, without those that are broader than another, each with its word."""
        wording = plain(text)
        found = {one.concept: wording[one.start : one.end] for one in reversed(self._index.mentions(wording))}
        return {group: word for group, word in found.items() if not self._has_narrower(group, found)}

    def of_unit(self, unit: Unit) -> dict[str, str]:
        """The groups of people a unit serves, each with its word."""
        named = self.of_text(unit.fact.title)
        spoken = [self.of_text(clause.text) for clause in unit.clauses]
        count = Counter(group for groups in spoken for group in groups)
        words = {group: word for groups in reversed(spoken) for group, word in groups.items()}
        often = {group: words[group] for group, n in count.items() if n >= len(spoken) * _SHARE}
        return {**often, **named}

    def _has_narrower(self, group: str, others: Iterable[str]) -> bool:
        return any(group in self._beneficiaries.ancestors(other) for other in others)

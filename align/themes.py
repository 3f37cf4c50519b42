"""What tasks, actions and clauses are about: themes by the words in which their titles and texts speak.

In: titles and clauses.  Out: the themes of each, with score and evidence.  Relied on: a title says what its unit is
for ("优化社区就业服务"); where it names no field, or one that only gathers others ("推动服务机制创新"), the unit's
sentences do, by what they begin with ("完善政府购买服务制度，…").  What is only a means ("依托社区综合服务设施…") or a
partner ("社区与社会组织、社会工作者…联动") is no theme.  Of a theme and one within it, the narrower says more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from align.labels import LabelIndex, Mention
from align.wording import plain
from ontology.records import Clause
from ontology.vocabulary import Vocabulary

UMBRELLAS = "theme/umbrellas"
# Words that make what follows a means.
_MEANS = re.compile(
    r"(?:依托|(?<!统筹)利用|借助|通过|结合|纳入|发挥|根据|按照)"
    r"(?:(?!开发|建设|推动|推进|开展|提供|设立|做好|加强|发展|提高|提升)[^,。;]){0,10}$"
)
_PHRASE_END = re.compile(r"[,。;:]")
# A unit that speaks of more themes than this is about what gathers them.
_MOST = 4
# A theme that so many clauses, and this share of them, speak of is what the unit is about.
_CLAUSES, _SHARE = 2, 0.4
# A list of bodies says nothing of the field: their names do not count.
_DUTIES = re.compile(r"(?:负责|牵头|配合)$")


@dataclass(frozen=True, slots=True)
class Topic:
    """One theme of a unit: how sure, and the words that show it."""

    concept: str
    score: float
    evidence: str


@dataclass(frozen=True, slots=True)
class _Saying:
    """A clause in plain wording with what it mentions, means left out."""

    clause: Clause
    wording: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class ThemeReader:
    """Reads themes from titles and texts."""

    themes: Vocabulary = field(repr=False)
    index: LabelIndex = field(repr=False)

    @classmethod
    def of(cls, themes: Vocabulary) -> ThemeReader:
        """The reader over a theme vocabulary."""
        return cls(themes, LabelIndex(themes))

    def of_unit(self, title: str, clauses: Sequence[Clause]) -> tuple[Topic, ...]:
        """The themes of a unit by its title, else by its text; empty where neither speaks of any."""
        sayings = [self._said(clause) for clause in clauses]
        named = self.of_title(title)
        fields = tuple(topic for topic in named if not self.is_umbrella(topic.concept))
        spoken = self._most_spoken(sayings)
        if fields:
            return _joined(fields, self._within(spoken, fields))
        if named:
            parts = self._within(self._mentioned(sayings), named)
            return _joined(named, (*(parts if len(parts) <= _MOST else ()), *self._within(spoken, named)))
        begun = self._begun(sayings)
        return self._gathered(begun) or _joined(begun if len(begun) <= _MOST else (), spoken)

    def of_title(self, title: str) -> tuple[Topic, ...]:
        """The themes a title names, else hints at, without those that are broader than another."""
        wording = plain(title)
        mentions = [one for one in self._listed(wording) if not _is_partner(wording, one)]
        telling = [one for one in mentions if one.named] or mentions
        evidence = {one.concept: wording[one.start : one.end] for one in reversed(telling)}
        return tuple(Topic(one, 1.0, evidence[one]) for one in self._narrowest(one.concept for one in telling))

    def of_clause(self, clause: Clause) -> dict[str, str]:
        """The themes a clause speaks of, each with the word that shows it; none in a list of bodies."""
        said = self._said(clause)
        return {one.concept: said.wording[one.start : one.end] for one in reversed(said.mentions)}

    def is_umbrella(self, concept: str) -> bool:
        """Whether a theme only gathers others."""
        return UMBRELLAS in self.themes[concept].collections

    def _said(self, clause: Clause) -> _Saying:
        wording = plain(clause.text)
        mentions = () if _DUTIES.search(wording) else self.index.mentions(wording)
        return _Saying(clause, wording, tuple(one for one in mentions if not _is_means(wording, one)))

    def _listed(self, wording: str) -> tuple[Mention, ...]:
        """The mentions in a title; a word of a list is read with what the list shares (社区文化、体育、卫生服务)."""
        mentions = self.index.mentions(wording)
        if wording.count("、") < 2:
            return mentions
        found = list(mentions)
        for part in re.finditer(r"[^、]+", wording):
            if not any(part.start() <= one.start < part.end() for one in mentions):
                shared = self.index.mentions(part[0] + "服务")
                found += [Mention(one.concept, part.start(), part.end(), one.named) for one in shared]
        return tuple(found)

    def _mentioned(self, sayings: Sequence[_Saying]) -> tuple[Topic, ...]:
        """The themes that clauses name."""
        return self._first_quotes((said, one) for said in sayings for one in said.mentions if one.named)

    def _begun(self, sayings: Sequence[_Saying]) -> tuple[Topic, ...]:
        """The themes that clauses begin with."""
        return self._first_quotes(
            (said, one)
            for said in sayings
            for one in said.mentions
            if one.named and not _PHRASE_END.search(said.wording, 0, one.end)
        )

    def _first_quotes(self, mentions: Iterable[tuple[_Saying, Mention]]) -> tuple[Topic, ...]:
        """A topic a theme with the first clause that mentions it; no umbrellas, nothing broader than another."""
        found: dict[str, str] = {}
        for said, one in mentions:
            if not self.is_umbrella(one.concept):
                found.setdefault(one.concept, said.clause.span.quote)
        return tuple(Topic(concept, 0.8, found[concept]) for concept in self._narrowest(found))

    def _most_spoken(self, sayings: Sequence[_Saying]) -> tuple[Topic, ...]:
        """The themes that most clauses speak of."""
        quotes: dict[str, list[str]] = {}
        for said in sayings:
            for concept in dict.fromkeys(one.concept for one in said.mentions):
                quotes.setdefault(concept, []).append(said.clause.span.quote)
        most = [one for one, found in quotes.items() if len(found) >= max(_CLAUSES, len(sayings) * _SHARE)]
        return tuple(
            Topic(one, round(len(quotes[one]) / len(sayings), 2), quotes[one][0]) for one in self._narrowest(most)
        )

    def _gathered(self, topics: Sequence[Topic]) -> tuple[Topic, ...]:
        """The themes that gather most of these."""
        broader = [(one, topic.evidence) for topic in topics for one in self.themes[topic.concept].broader]
        evidence = dict(reversed(broader))
        count = Counter(one for one, _ in broader).most_common(1)
        return tuple(Topic(one, 0.6, evidence[one]) for one, n in count if n >= 3 and n > len(topics) / 2)

    def _narrowest(self, concepts: Iterable[str]) -> tuple[str, ...]:
        distinct = tuple(dict.fromkeys(concepts))
        return tuple(one for one in distinct if not any(self._is_within(other, one) for other in distinct))

    def _is_within(self, inner: str, outer: str) -> bool:
        return inner != outer and outer in self.themes.ancestors(inner)

    def _within(self, topics: Iterable[Topic], outer: Sequence[Topic]) -> tuple[Topic, ...]:
        """The topics that lie within one of `outer`."""
        return tuple(one for one in topics if any(self._is_within(one.concept, other.concept) for other in outer))


def _joined(first: Sequence[Topic], more: Sequence[Topic]) -> tuple[Topic, ...]:
    return tuple({topic.concept: topic for topic in reversed((*first, *more))}.values())[::-1]


def _is_means(wording: str, mention: Mention) -> bool:
    return _MEANS.search(wording, max(0, mention.start - 12), mention.start) is not None


def _is_partner(wording: str, mention: Mention) -> bool:
    """Whether the mention stands in a list that 与 begins."""
    listed = wording[mention.start - 1] in "与、"
    return listed and re.search(r"与[^,。;与]*$", wording[: mention.start]) is not None

"""Special actions, brought to their purpose, so that those of several plans stand side by side.

In: one plan's units, the theme reader and the concepts so far.  Out: an alignment an action and purpose.  Relied on:
an action's purpose is the field its title names ("社区养老服务提升行动"), else the one its text speaks of; an action
for several fields ("社区文化、体育、科普服务行动") answers to several actions of another plan.  An action of no known
field is its own purpose, which actions with nearly the same title join.
Example: "社区固本强基行动" and "党建引领社区服务创新行动" both serve 党建引领.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from align.judgements import Joined, Judgements
from align.measures import Measure
from align.pool import ConceptPool
from align.themes import ThemeReader, Topic
from align.units import Unit
from ontology.records import Alignment, SpecialAction

LEAST = 0.75
# What an action is, whatever it is for.
_KIND = re.compile(r"(?:专项|重点|示范|提升|培育)*(?:行动|工程|计划|项目)$|^(?:大力|积极|全面)?(?:实施|开展|推进|组织)")


def align_actions(
    units: Iterable[Unit], reader: ThemeReader, pool: ConceptPool, judgements: Judgements
) -> Iterator[Alignment]:
    """The purposes of one plan's actions."""
    unknown: list[SpecialAction] = []
    for unit in units:
        if not isinstance(unit.fact, SpecialAction):
            continue
        topics = purposes(unit, reader)
        if topics:
            yield from judgements.revise([_of_topic(unit.fact, topic, reader) for topic in topics], unit.fact.id)
        else:
            unknown.append(unit.fact)
    brought = pool.bring({action.id: purpose(action) for action in unknown}, "action", LEAST)
    for action in unknown:
        yield _alignment(action, brought[action.id], None)


def purpose(action: SpecialAction) -> Measure:
    """What the title of an action of no known field says that it is for, as a thing to compare."""
    return replace(Measure.read(_KIND.sub("", action.title), None), label=action.title)


def purposes(unit: Unit, reader: ThemeReader) -> Sequence[Topic]:
    """What the title names, umbrellas only where it names nothing else; else what the text speaks of."""
    topics = reader.of_title(unit.fact.title)
    fields = [topic for topic in topics if not reader.is_umbrella(topic.concept)]
    if fields:
        return fields
    spoken = reader.of_unit(unit.fact.title, unit.clauses)
    return [topic for topic in spoken if not reader.is_umbrella(topic.concept)] or spoken


def _of_topic(action: SpecialAction, topic: Topic, reader: ThemeReader) -> Alignment:
    concept = topic.concept.replace("theme/", "action/", 1)
    label = reader.themes[topic.concept].pref_label
    return _alignment(action, Joined(concept, label, topic.score, "vocabulary"), topic.evidence)


def _alignment(action: SpecialAction, joined: Joined, evidence: str | None) -> Alignment:
    return Alignment(
        kind="special_action",
        concept=joined.concept,
        label=joined.label,
        fact_id=action.id,
        plan_id=action.plan_id,
        title=action.title,
        score=joined.score,
        method=joined.method,
        evidence=evidence,
    )

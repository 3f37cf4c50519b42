"""Verdicts of a person over the five built-in plans: they win over every rule."""

from collections import defaultdict
from itertools import chain

import pytest

from align.alignment import Aligned, align_plans
from align.verdicts import AlignmentVerdictError, Decision, Member, MemberKind, Verdict, Verdicts
from ontology.records import Fact, Indicator
from ontology.vocabulary import Vocabularies

Plans = dict[str, tuple[Fact, ...]]


def verdict(
    decision: Decision, kind: MemberKind, *members: tuple[str, str], name: str | None = None, place: str = "a:1"
) -> Verdict:
    found = tuple(Member.of(plan, kind, quote) for plan, quote in members)
    return Verdict(decision=decision, members=found, reason="读过原文", name=name, place=place)


def aligned(plans: Plans, vocabularies: Vocabularies, *verdicts: Verdict) -> Aligned:
    return align_plans(tuple(chain.from_iterable(plans.values())), vocabularies, Verdicts(verdicts))


def concepts(found: Aligned, kind: str) -> dict[tuple[str, str], set[str]]:
    """The concepts of each member, by plan and title."""
    by_member = defaultdict(set)
    for one in found.alignments:
        if one.kind == kind:
            by_member[one.plan_id, one.title].add(one.concept)
    return by_member


VISITED = ("ningxia", "孤儿、农村留守儿童和困境儿童月探访率")
ELDERLY = ("ningxia", "特殊困难老年人月探访率")
ELDERLY_TOO = ("chuxiong", "特殊困难老年人月探访率")
POLICE = ("ningxia", "村(社区)警务室")
OFFICES = ("tianjin", "社区警务室与党群服务中心合署办公率")


def test_different_commitments_in_the_same_words_stay_apart(plans: Plans, vocabularies: Vocabularies) -> None:
    usual = concepts(aligned(plans, vocabularies), "target")
    assert usual[ELDERLY] == usual[ELDERLY_TOO] == {"indicator/elderly-visit-rate"}
    judged = concepts(aligned(plans, vocabularies, verdict("different", "target", ELDERLY, ELDERLY_TOO)), "target")
    assert judged[ELDERLY_TOO] == {"indicator/elderly-visit-rate"}  # its plan comes first here
    assert judged[ELDERLY] == {"target/特殊困难老年人月探访率"}


def test_the_same_commitments_in_other_words_share_the_concept_of_the_first(
    plans: Plans, vocabularies: Vocabularies
) -> None:
    found = aligned(plans, vocabularies, verdict("same", "target", POLICE, OFFICES))
    assert concepts(found, "target")[POLICE] == concepts(found, "target")[OFFICES] == {"target/村社区警务室"}
    (joined,) = (one for one in found.alignments if one.kind == "target" and one.title == OFFICES[1])
    assert (joined.method, joined.score) == ("curated", 1.0)


def test_a_verdict_may_name_the_concept(plans: Plans, vocabularies: Vocabularies) -> None:
    found = aligned(plans, vocabularies, verdict("same", "target", POLICE, OFFICES, name="社区警务"))
    assert concepts(found, "target")[OFFICES] == {"target/社区警务"}
    assert {one.label for one in found.alignments if one.concept == "target/社区警务"} == {"社区警务"}
    known = aligned(plans, vocabularies, verdict("same", "target", POLICE, OFFICES, name="特殊困难老年人月探访率"))
    assert concepts(known, "target")[OFFICES] == {"indicator/elderly-visit-rate"}


def test_what_is_the_same_is_passed_on_to_what_is_different(plans: Plans, vocabularies: Vocabularies) -> None:
    found = aligned(
        plans,
        vocabularies,
        verdict("same", "target", POLICE, VISITED),
        verdict("different", "target", VISITED, OFFICES),
        verdict("same", "target", OFFICES, ELDERLY_TOO),
    )
    targets = concepts(found, "target")
    assert targets[POLICE] == targets[VISITED]
    assert targets[OFFICES] == targets[ELDERLY_TOO]
    assert targets[POLICE].isdisjoint(targets[OFFICES])


def test_actions_and_bodies_and_tasks_keep_what_no_verdict_forbids(plans: Plans, vocabularies: Vocabularies) -> None:
    sports, culture = ("ningxia", "文化体育服务提升行动"), ("shenzhen", "社区文体服务行动")
    bodies = (("tianjin", "市民政局"), ("ningxia", "自治区民政厅"))
    tasks = (("ningxia", "深化网格化服务管理"), ("tianjin", "改进网格化管理服务机制"))
    usual = aligned(plans, vocabularies)
    found = aligned(
        plans,
        vocabularies,
        verdict("different", "special_action", sports, culture),
        verdict("different", "department", *bodies),
        verdict("different", "task", *tasks),
    )
    assert concepts(found, "special_action")[sports] == {"action/culture", "action/sports"}
    assert concepts(found, "special_action")[culture] == {"action/社区文体服务行动"}
    assert (
        concepts(found, "department")["ningxia", "自治区民政厅"] != concepts(found, "department")["tianjin", "市民政局"]
    )
    grid = {task for task in tasks if "theme/grid-management" in concepts(found, "task_theme")[task]}
    assert grid == {tasks[0]}
    changed = set(found.alignments) ^ set(usual.alignments)
    assert {one.title for one in changed} == {culture[1], "市民政局", tasks[1][1]}


def test_a_nameless_row_goes_by_the_name_of_what_a_person_called_the_same(
    plans: Plans, vocabularies: Vocabularies
) -> None:
    (nameless, *_) = (fact for fact in plans["tianjin"] if isinstance(fact, Indicator) and not fact.name)
    said = Verdict(
        decision="same",
        members=(
            Member.of("tianjin", "indicator", nameless.span.quote),
            Member.of("ningxia", "indicator", "农村社区综合服务设施覆盖率"),
        ),
        reason="读过原文",
    )
    found = aligned(plans, vocabularies, said)
    (row,) = (one for one in found.alignments if one.fact_id == nameless.id)
    assert row.concept == "indicator/rural-facility-coverage"


def test_a_verdict_on_a_fact_that_is_gone_is_told(plans: Plans, vocabularies: Vocabularies) -> None:
    found = aligned(plans, vocabularies, verdict("same", "target", ("ningxia", "没有这句话"), ("nowhere", "村警务室")))
    assert [str(problem) for problem in found.problems] == [
        "a:1: same: found no target '没有这句话' of ningxia, expected the fact that the verdict is about",
        "a:1: same: found no plan 'nowhere', expected one loaded",
    ]
    assert found.alignments == aligned(plans, vocabularies).alignments


def test_two_quotes_of_one_fact_cannot_be_judged_both_ways(plans: Plans, vocabularies: Vocabularies) -> None:
    sentence = next(fact.span.quote for fact in plans["ningxia"] if getattr(fact, "subject", "") == ELDERLY[1])
    same = verdict("same", "target", ELDERLY, ELDERLY_TOO)
    different = verdict("different", "target", ("ningxia", sentence), ELDERLY_TOO, place="a:7")
    with pytest.raises(AlignmentVerdictError, match=r"a:7: found different, against same in a:1"):
        aligned(plans, vocabularies, same, different)

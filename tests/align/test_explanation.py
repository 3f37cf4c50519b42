"""Why two facts of the built-in plans are one, or are not."""

from itertools import chain

import pytest

from align.alignment import align_plans
from align.errors import AlignError
from align.explanation import Explanation, explain
from align.judged import judged
from align.verdicts import Member, Verdict, Verdicts
from ontology.records import Fact
from ontology.vocabulary import Vocabularies

Plans = dict[str, tuple[Fact, ...]]
Named = tuple[str, str, str]  # plan, kind, title

RURAL = ("ningxia", "indicator", "农村社区综合服务设施覆盖率")
URBAN = ("chuxiong", "indicator", "城市社区综合服务设施覆盖率")
RURAL_TOO = ("chuxiong", "indicator", "农村社区综合服务设施覆盖率")
POLICE = ("ningxia", "target", "村(社区)警务室")
OFFICES = ("tianjin", "target", "社区警务室与党群服务中心合署办公率")
PARTY = ("ningxia", "special_action", "党建引领社区服务创新行动")
BASE = ("tianjin", "special_action", "社区固本强基行动")
ELDERLY = ("shenzhen", "special_action", "社区养老服务行动")
BUREAU = ("tianjin", "department", "市民政局")


def fact_id(plans: Plans, named: Named) -> str:
    plan, kind, title = named
    told = (judged(fact) for fact in plans[plan])
    return next(one.fact_id for one in told if one and (one.kind, one.title) == (kind, title))


def why(plans: Plans, vocabularies: Vocabularies, one: Named, other: Named, *verdicts: Verdict) -> Explanation:
    facts = tuple(chain.from_iterable(plans.values()))
    aligned = align_plans(facts, vocabularies, Verdicts(verdicts))
    return explain((fact_id(plans, one), fact_id(plans, other)), facts, aligned.alignments, Verdicts(verdicts))


@pytest.mark.parametrize(
    ("one", "other", "rule", "words"),
    [
        (RURAL, URBAN, "qualifier", "农村 / 城市 are two things whatever the other words"),
        (
            RURAL,
            RURAL_TOO,
            "concept",
            "both stand in indicator/rural-facility-coverage: 农村社区综合服务设施覆盖率 by exact (1); "
            "农村社区综合服务设施覆盖率 by exact (1)",
        ),
        (POLICE, OFFICES, "likeness", "their likeness 0.602 is below 0.65"),
        (PARTY, ELDERLY, "vocabulary", "they are for different things: 党建引领 / 养老服务"),
        (
            PARTY,
            BASE,
            "concept",
            "both stand in action/party-leadership: 党建引领社区服务创新行动 by vocabulary (1); "
            "社区固本强基行动 by vocabulary (1)",
        ),
        (PARTY, BUREAU, "kind", "special_action and department are never compared"),
    ],
)
def test_what_decided_is_named(
    plans: Plans, vocabularies: Vocabularies, one: Named, other: Named, rule: str, words: str
) -> None:
    told = why(plans, vocabularies, one, other)
    assert (told.rule, told.why) == (rule, words)


def test_a_qualifier_is_named_beside_how_alike_the_rest_is(plans: Plans, vocabularies: Vocabularies) -> None:
    told = why(plans, vocabularies, RURAL, URBAN)
    assert (told.qualifier, told.likeness, told.threshold, told.shared) == ("农村 / 城市", 0.99, 0.8, ())


def verdict(decision: str, place: str, *members: Named) -> Verdict:
    return Verdict(
        decision="same" if decision == "same" else "different",
        members=tuple(
            Member.of(plan, "target" if kind == "target" else "indicator", title) for plan, kind, title in members
        ),
        reason=f"第{place}条",
        place=place,
    )


def test_a_verdict_that_follows_from_others_is_told_with_all_of_them(plans: Plans, vocabularies: Vocabularies) -> None:
    third = ("ningxia", "target", "孤儿、农村留守儿童和困境儿童月探访率")
    same = (verdict("same", "1", POLICE, OFFICES), verdict("same", "2", OFFICES, third))
    told = why(plans, vocabularies, POLICE, third, *same)
    assert (told.rule, told.why) == ("verdict", "same by 1, 2: 第1条; 第2条")
    assert told.shared == ("target/孤儿、农村留守儿童和困境儿童月探访率",)
    apart = (verdict("same", "1", POLICE, OFFICES), verdict("different", "2", OFFICES, third))
    told = why(plans, vocabularies, POLICE, third, *apart)
    assert (told.rule, told.why, told.shared) == ("verdict", "different by 2: 第2条", ())


def test_an_id_of_nothing_that_is_aligned_is_told(plans: Plans, vocabularies: Vocabularies) -> None:
    with pytest.raises(AlignError, match="ningxia/1: found no such fact"):
        explain(("ningxia/1", "ningxia/2"), plans["ningxia"], (), Verdicts())

"""Concepts that plans founded keep their ids, whichever plan is taken out and comes back."""

from itertools import chain
from pathlib import Path

import pytest

from align.alignment import align_plans
from align.concept_register import FILE, ConceptRegister, PlanEntry, read_register, write_register
from align.errors import AlignError
from align.verdicts import Verdicts
from ontology.records import Fact
from ontology.spans import Source
from ontology.vocabulary import Vocabularies

ORDER = ("ningxia", "chuxiong", "shenzhen", "tianjin", "tongliao")
Plans = dict[str, tuple[Fact, ...]]


def facts(plans: Plans, *names: str) -> tuple[Fact, ...]:
    return tuple(chain.from_iterable(plans[name] for name in names))


@pytest.mark.parametrize("out", ORDER)
def test_a_plan_taken_out_and_added_again_gives_the_same_concepts(
    plans: Plans, vocabularies: Vocabularies, out: str, tmp_path: Path
) -> None:
    all_five = align_plans(facts(plans, *ORDER), vocabularies)
    write_register(tmp_path, all_five.register)
    without = align_plans(
        facts(plans, *(name for name in ORDER if name != out)), vocabularies, Verdicts(), read_register(tmp_path)
    )
    assert set(without.alignments) == {one for one in all_five.alignments if one.plan_id != out}
    assert without.register == all_five.register
    back = (*(name for name in ORDER if name != out), out)
    again = align_plans(facts(plans, *back), vocabularies, Verdicts(), without.register)
    assert again == all_five


@pytest.mark.parametrize("added", ORDER)
def test_a_plan_is_added_by_its_own_facts_and_the_register_alone(
    plans: Plans, vocabularies: Vocabularies, added: str
) -> None:
    order = (*(name for name in ORDER if name != added), added)
    before = align_plans(facts(plans, *order[:-1]), vocabularies)
    alone = align_plans(plans[added], vocabularies, Verdicts(), before.register)
    together = align_plans(facts(plans, *order), vocabularies)
    assert set(alone.alignments) == set(together.alignments) - set(before.alignments)
    assert alone.register == together.register


def test_the_same_plans_tell_the_same_state_whether_or_not_they_were_aligned_before(
    plans: Plans, vocabularies: Vocabularies
) -> None:
    sources = [plans[name][0].span.source for name in ORDER]
    register = align_plans(facts(plans, *ORDER), vocabularies).register
    assert register.digest(sources) == ConceptRegister().digest(sources)
    assert register.digest(sources[1:]) != ConceptRegister().digest(sources[1:])
    assert register.digest(sources[::-1]) == register.digest(sources)


def test_another_text_under_the_same_id_is_another_plan() -> None:
    register = ConceptRegister((PlanEntry("甲", Source("甲", "旧").sha256),))
    assert register.digest([Source("甲", "新")]) != ConceptRegister().digest([Source("甲", "新")])


def test_a_register_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    assert read_register(tmp_path) == ConceptRegister()
    (tmp_path / FILE).write_text('{"plan_id": "甲"}\n', encoding="utf-8")
    with pytest.raises(AlignError, match="expected a plan a line"):
        read_register(tmp_path)

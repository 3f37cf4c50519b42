"""What clauses speak of and whom units serve, on the built-in plans."""

from itertools import chain

import pytest

from align.tags import Tag, find_tags
from ontology.records import Clause, Fact, SpecialAction
from ontology.vocabulary import Vocabularies


@pytest.fixture(scope="module")
def tags(plans: dict[str, tuple[Fact, ...]], vocabularies: Vocabularies) -> tuple[Tag, ...]:
    return find_tags(tuple(chain.from_iterable(plans.values())), vocabularies)


def of_clause(tags: tuple[Tag, ...], plans: dict[str, tuple[Fact, ...]], plan: str, beginning: str) -> dict[str, str]:
    clause = next(fact for fact in plans[plan] if isinstance(fact, Clause) and fact.text.startswith(beginning))
    return {tag.concept: tag.evidence for tag in tags if tag.fact_id == clause.id}


def test_a_clause_is_tagged_with_the_words_that_show_it(
    tags: tuple[Tag, ...], plans: dict[str, tuple[Fact, ...]]
) -> None:
    found = of_clause(tags, plans, "ningxia", "开展社区残疾人康复服务")
    assert found["theme/disability"] == "残疾人康复"
    assert found["theme/health"] == "家庭医生"
    assert found["beneficiary/disabled-people"] == "残疾人"
    assert "theme/facilities" not in found


def test_a_list_of_means_speaks_of_no_theme(tags: tuple[Tag, ...], plans: dict[str, tuple[Fact, ...]]) -> None:
    """天津: all of 乡镇街道、村社区综合服务设施 is only what the stations for jobs are set up with."""
    found = of_clause(tags, plans, "tianjin", "依托乡镇街道、村社区综合服务设施设立就业服务站点")
    assert [concept for concept in found if concept.startswith("theme/")] == ["theme/employment"]


def test_a_list_of_bodies_speaks_of_no_theme(tags: tuple[Tag, ...], plans: dict[str, tuple[Fact, ...]]) -> None:
    found = of_clause(tags, plans, "tianjin", "市教委、市科技局")
    assert not [concept for concept in found if concept.startswith("theme/")]


def test_an_action_serves_the_people_its_title_names(tags: tuple[Tag, ...], plans: dict[str, tuple[Fact, ...]]) -> None:
    action = next(
        fact for fact in plans["ningxia"] if isinstance(fact, SpecialAction) and fact.title == "残疾人康复服务提升行动"
    )
    assert "beneficiary/disabled-people" in {tag.concept for tag in tags if tag.fact_id == action.id}


def test_every_tag_is_a_concept_of_a_vocabulary_and_stands_once(
    tags: tuple[Tag, ...], vocabularies: Vocabularies
) -> None:
    assert len({(tag.fact_id, tag.concept) for tag in tags}) == len(tags)
    assert all(tag.concept in vocabularies.themes or tag.concept in vocabularies.beneficiaries for tag in tags)

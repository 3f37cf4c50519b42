"""How things of one plan after another join concepts or found them."""

from align.judgements import Judgements
from align.measures import Measure, difference, likeness, telling
from align.pool import ConceptPool
from ontology.records import Fact, Target


def concepts(pool: ConceptPool, *subjects: str, unit: str = "%") -> list[str]:
    things = {str(number): Measure.read(subject, unit) for number, subject in enumerate(subjects)}
    return [joined.concept for joined in pool.bring(things, "target", 0.65).values()]


def empty_pool() -> ConceptPool:
    return ConceptPool(Judgements.none())


def test_what_joins_nothing_founds_a_concept_named_by_its_own_wording() -> None:
    pool = empty_pool()
    assert concepts(pool, "村（社区）残疾人协会") == ["target/村社区残疾人协会"]
    assert concepts(pool, "村社区残疾人协会覆盖率") == ["target/村社区残疾人协会"]


def test_one_thing_said_twice_in_a_plan_is_one_and_two_things_are_two() -> None:
    pool = empty_pool()
    assert concepts(pool, "村(社区)警务室", "实现村(社区)警务室", "村(社区)法律顾问") == [
        "target/村社区警务室",
        "target/村社区警务室",
        "target/村社区法律顾问",
    ]


def test_the_same_words_for_another_unit_found_a_second_concept() -> None:
    pool = empty_pool()
    assert concepts(pool, "服务站点") == ["target/服务站点"]
    assert concepts(pool, "服务站点", unit="个") == ["target/服务站点-2"]


def test_a_thing_is_never_joined_through_one_that_joined_before() -> None:
    """培训基地 is like 培训基地和教材, that is like 教材建设; the first and the last have nothing in common."""
    pool = empty_pool()
    first = concepts(pool, "职业技能培训基地")
    assert concepts(pool, "职业技能培训基地教材编写") == first
    assert concepts(pool, "教材编写审定") != first


def test_of_two_things_of_a_plan_the_more_alike_joins() -> None:
    pool = empty_pool()
    founded = concepts(pool, "社区服务群众满意度调查")
    joined = concepts(pool, "物业服务群众满意度调查抽样", "社区服务群众满意度调查覆盖所有社区")
    assert joined[1] == founded[0]
    assert joined[0] != founded[0]


def test_every_thing_that_is_like_enough_is_found_through_the_index(
    plans: dict[str, tuple[Fact, ...]],
) -> None:
    read = [
        Measure.read(fact.subject, fact.unit_of_measure)
        for plan in plans.values()
        for fact in plan
        if isinstance(fact, Target)
    ]
    for founder in read:
        pool = empty_pool()
        pool.bring({"founder": founder}, "target", 0.65)
        for thing in read:
            alike = difference(thing, founder) is None and likeness(thing, founder) >= 0.65
            meet = alike and not telling(thing).isdisjoint(telling(founder))
            assert (pool.nearest("thing", thing, 0.65) is not None) == meet

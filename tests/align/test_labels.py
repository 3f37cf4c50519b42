"""Labels found in text: the longer of two that overlap, and both concepts of a shared one."""

from align.labels import LabelIndex
from ontology.vocabulary import Vocabularies


def test_of_two_labels_that_overlap_the_longer_counts(vocabularies: Vocabularies) -> None:
    index = LabelIndex(vocabularies.themes)
    text = "加强社区物业党建联建"
    assert [(one.concept, text[one.start : one.end], one.named) for one in index.mentions(text)] == [
        ("theme/property-party-building", "物业党建联建", True)
    ]


def test_a_shared_label_mentions_each_of_its_concepts(vocabularies: Vocabularies) -> None:
    index = LabelIndex(vocabularies.themes)
    assert [one.concept for one in index.mentions("优化文体服务")] == ["theme/culture", "theme/sports"]


def test_a_hint_is_not_a_name(vocabularies: Vocabularies) -> None:
    index = LabelIndex(vocabularies.themes)
    assert [(one.concept, one.named) for one in index.mentions("家庭医生")] == [("theme/health", False)]


def test_offsets_count_code_points(vocabularies: Vocabularies) -> None:
    text = "𠀀𠀀志愿服务"
    (mention,) = LabelIndex(vocabularies.themes).mentions(text)
    assert text[mention.start : mention.end] == "志愿服务"

"""Labels in running text: the longest first, at their places, each of one concept."""

import pytest

from ontology.label_table import ConceptMatch, LabelTable
from ontology.skos import Concept, VocabularyError


def concept(concept_id: str, pref: str, *hidden: str) -> Concept:
    return Concept(
        id=concept_id,
        pref_label=pref,
        label_en=None,
        alt_labels=(),
        hidden_labels=hidden,
        broader=(),
        related=(),
        collections=(),
        definition=None,
        notation=None,
    )


TABLE = LabelTable.of(
    [concept("a", "邻里互助", "邻居"), concept("b", "邻里不和", "跟邻居吵架"), concept("c", "急救", "打120")]
)


def test_of_two_labels_that_overlap_the_longer_is_found() -> None:
    assert TABLE.find("邻居跟邻居吵架") == (
        ConceptMatch("a", "邻居", "hidden", 0, 2),
        ConceptMatch("b", "跟邻居吵架", "hidden", 2, 7),
    )


def test_the_place_is_that_in_the_text_as_it_was_given() -> None:
    text = "與鄰 居，打 １２０"
    assert [(text[one.start : one.end], one.label) for one in TABLE.find(text)] == [
        ("鄰 居", "邻居"),
        ("打 １２０", "打120"),
    ]


@pytest.mark.parametrize("text", ["打1200", "邻", "", "跟邻", "打12"])
def test_a_part_of_a_label_or_of_a_number_is_none(text: str) -> None:
    assert TABLE.find(text) == ()


def test_a_long_text_is_read_to_its_end() -> None:
    assert TABLE.find("邻" * 100_000 + "邻居") == (ConceptMatch("a", "邻居", "hidden", 100_000, 100_002),)


def test_a_label_of_two_concepts_is_told_with_both() -> None:
    with pytest.raises(VocabularyError, match="b: found the label 甲乙, which is a's"):
        LabelTable.of([concept("a", "甲乙"), concept("b", "丙丁", "甲乙")])


def test_a_label_of_one_letter_is_told() -> None:
    with pytest.raises(VocabularyError, match="found the label 甲, expected two letters"):
        LabelTable.of([concept("a", "甲")])

"""What a text speaks of by the thesaurus alone, and the ways from its words to those of a clause."""

from __future__ import annotations

from search.concept_reading import ConceptReader, Way

READER = ConceptReader()


def test_a_query_in_official_terms_keeps_what_has_none() -> None:
    assert READER.officially("街坊吵架没人管").startswith("邻里互助")
    assert READER.officially("量子计算机") == "量子计算机"


def test_a_concept_is_worth_most_by_itself_and_less_by_those_linked_to_it() -> None:
    (links,) = READER.asked("街坊").values()
    (itself,) = READER.asked("街坊")
    assert links[itself] == 1.0
    assert len(links) > 1
    assert all(0 < worth < 1 for concept, worth in links.items() if concept != itself)


def test_a_concept_that_the_thesaurus_has_not_is_linked_to_itself_alone() -> None:
    assert READER.linked("nowhere") == {"nowhere": 1.0}


def test_the_words_of_a_figure_are_no_concepts_unless_they_go_on_beyond_it() -> None:
    assert [match.label for match in READER.beside("街坊", ())] == ["街坊"]
    assert READER.beside("街坊", ((0, 2),)) == []
    assert [match.label for match in READER.beside("街坊", ((0, 1),))] == ["街坊"]


def test_the_way_to_other_words_is_told_and_the_same_words_are_none() -> None:
    assert [*READER.ways("街坊", "开展邻里互助活动。")] == [Way("街坊", "邻里互助", 2, 6)]
    assert str(Way("街坊", "邻里互助", 2, 6)) == "街坊 → 邻里互助"
    assert [*READER.ways("邻里互助", "开展邻里互助活动。")] == []
    assert [*READER.ways("街坊", "建设农村公路。")] == []

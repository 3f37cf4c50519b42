"""The thesaurus as SKOS: whole, without loops, each word with one meaning; and what it makes of a resident's words."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from ontology.plain_text import PlainText
from ontology.skos import VocabularyError, read_concepts
from ontology.thesaurus import FOLDER, Thesaurus, load_thesaurus
from ontology.vocabulary import load_vocabulary

TERM = "https://w3id.org/crossplan/id/term/"
LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)


@pytest.fixture(scope="module")
def scheme() -> Graph:
    graph = Graph()
    for path in sorted(FOLDER.glob("*.ttl")):
        graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return load_thesaurus()


def concepts(graph: Graph) -> Iterator[URIRef]:
    return (one for one in graph.subjects(RDF.type, SKOS.Concept) if isinstance(one, URIRef))


def labels(graph: Graph) -> Iterator[tuple[URIRef, URIRef, Literal]]:
    for concept in concepts(graph):
        for kind in LABELS:
            for label in graph.objects(concept, kind):
                assert isinstance(label, Literal), concept
                yield concept, kind, label


def test_it_has_the_concepts_and_the_everyday_words_of_the_field(scheme: Graph) -> None:
    known = set(concepts(scheme))
    everyday = Counter(concept for concept, kind, _ in labels(scheme) if kind == SKOS.hiddenLabel)
    assert len(known) >= 1200
    assert sum(count >= 2 for count in everyday.values()) >= 0.95 * len(known)


def test_every_concept_is_in_the_scheme_and_stands_under_a_top_concept(scheme: Graph) -> None:
    tops = {one for one in concepts(scheme) if (one, SKOS.topConceptOf, URIRef(TERM)) in scheme}
    for concept in concepts(scheme):
        assert concept.startswith(TERM)
        assert list(scheme.objects(concept, SKOS.inScheme)) == [URIRef(TERM)], concept
        assert (concept in tops) != ((concept, SKOS.broader, None) in scheme), concept
        assert tops & set(scheme.transitive_objects(concept, SKOS.broader)), concept


def test_a_file_is_named_after_its_one_top_concept_and_holds_what_is_below_it() -> None:
    for path in FOLDER.glob("*.ttl"):
        found = {concept.id: concept for concept in read_concepts(path)}
        assert [one for one, concept in found.items() if not concept.broader] == [f"term/{path.stem}"] * bool(found)
        assert all(set(concept.broader) <= set(found) for concept in found.values()), path


def test_no_concept_is_broader_than_itself(scheme: Graph) -> None:
    known = set(concepts(scheme))
    for concept in known:
        above = {one for parent in scheme.objects(concept, SKOS.broader) for one in _above(scheme, parent)}
        assert concept not in above
        assert above <= known


def _above(scheme: Graph, concept: object) -> set[object]:
    assert isinstance(concept, URIRef)
    return set(scheme.transitive_objects(concept, SKOS.broader))


def test_what_is_related_is_another_concept_and_neither_broader_nor_narrower(scheme: Graph) -> None:
    known = set(concepts(scheme))
    for concept, other in scheme.subject_objects(SKOS.related):
        assert other in known, concept
        assert other not in _above(scheme, concept), (concept, other)
        assert concept not in _above(scheme, other), (concept, other)
        assert (other, SKOS.related, concept) not in scheme, f"{concept} and {other} both say that they are related"


def test_every_label_has_a_language_and_every_concept_one_name_in_each(scheme: Graph) -> None:
    names = Counter((concept, label.language) for concept, kind, label in labels(scheme) if kind == SKOS.prefLabel)
    assert set(names) == {(concept, language) for concept in concepts(scheme) for language in ("zh", "en")}
    assert set(names.values()) == {1}
    assert {label.language for _, kind, label in labels(scheme) if kind != SKOS.prefLabel} == {"zh"}


def test_a_label_is_of_one_concept(scheme: Graph) -> None:
    holders = Counter((normalize("NFKC", label).lower(), label.language) for _, _, label in labels(scheme))
    assert [label for label, count in holders.items() if count > 1] == []


def test_a_label_has_two_letters_and_is_simplified_without_blanks(scheme: Graph) -> None:
    written = [str(label) for _, _, label in labels(scheme) if label.language == "zh"]
    plain = PlainText.of("/".join(written)).text.split("/")
    assert [label for label in written if len(label) < 2] == []
    assert [pair for pair in zip(written, plain, strict=True) if normalize("NFKC", pair[0]).lower() != pair[1]] == []


def test_every_life_event_calls_for_a_service(thesaurus: Thesaurus) -> None:
    events = thesaurus.narrower("term/life-event")
    assert len(events) >= 60
    for event in events:
        services = [one for one in thesaurus.related(event) if "term/life-event" not in thesaurus.ancestors(one)]
        assert services, event


def test_matches_lead_to_themes_and_groups_that_are_there(thesaurus: Thesaurus) -> None:
    known = {one.id for name in ("themes", "beneficiaries") for one in load_vocabulary(name)}
    for concept in thesaurus:
        assert set(concept.matches) <= known, concept.id


def test_narrower_is_the_inverse_of_broader_and_related_goes_both_ways(thesaurus: Thesaurus) -> None:
    for concept in thesaurus:
        assert all(concept.id in thesaurus.narrower(one) for one in thesaurus.broader(concept.id))
        assert all(concept.id in thesaurus.broader(one) for one in thesaurus.narrower(concept.id))
        assert all(concept.id in thesaurus.related(one) for one in thesaurus.related(concept.id))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("街坊半夜装修", [("街坊", "邻里互助"), ("半夜", "夜间"), ("装修", "装修管理")]),
        ("我媽腿腳不便，沒人做飯", [("腿脚不便", "无障碍环境建设"), ("没人做饭", "老年助餐服务")]),
        ("打 １２０ 还是 1190", [("打120", "医疗急救")]),
        ("跟邻居吵架了找谁评理", [("跟邻居吵架", "邻里不和"), ("找谁", "政务服务热线"), ("评理", "人民调解")]),
        ("停电了", [("停电了", "供电服务")]),
        ("今天天气不错", []),
    ],
)
def test_a_residents_words_are_brought_to_concepts(
    thesaurus: Thesaurus, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(one.label, thesaurus[one.concept_id].pref_label) for one in thesaurus.find(text)] == expected


def test_a_concept_takes_the_theme_and_the_groups_of_the_concept_above_it(thesaurus: Thesaurus) -> None:
    assert thesaurus["term/bath-help"].matches == ("beneficiary/older-people-in-need",)
    assert thesaurus.ancestors("term/bath-help") == ("term/home-care", "term/elderly-care")
    assert thesaurus.themes("term/bath-help") == ("theme/elderly-care",)
    assert thesaurus.beneficiaries("term/bath-help") == ("beneficiary/older-people-in-need",)
    assert thesaurus.beneficiaries("term/home-care") == ("beneficiary/older-people",)
    assert thesaurus.themes("term/night") == ()


def test_an_expansion_says_how_its_label_is_linked(thesaurus: Thesaurus) -> None:
    expansions = thesaurus.expand("term/power-cut")
    assert [(one.label, one.link) for one in expansions[:3]] == [
        ("突发停电", "same"),
        ("供电中断", "same"),
        ("停电事故", "same"),
    ]
    assert ("供电服务", "term/power-supply", "related") in [(one.label, one.concept_id, one.link) for one in expansions]
    narrower = [one.concept_id for one in thesaurus.expand("term/power-supply") if one.link == "narrower"]
    assert set(narrower) == {"term/power-repair", "term/overhead-lines"}


def test_a_concept_that_is_pointed_to_and_missing_is_named(tmp_path: Path) -> None:
    turtle = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix term: <https://w3id.org/crossplan/id/term/> .
        term:a a skos:Concept ; skos:prefLabel "甲乙"@zh ; skos:related term:b ."""
    (tmp_path / "a.ttl").write_text(turtle, encoding="utf-8")
    with pytest.raises(VocabularyError, match="term/a points to term/b, which is not in the thesaurus"):
        load_thesaurus(tmp_path)

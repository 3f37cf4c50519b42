"""The SKOS files: whole, without loops, and each word with one meaning."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from ontology.skos import read_concepts
from ontology.vocabulary import FOLDER, VocabularyError, VocabularyName, load_vocabularies, load_vocabulary

NAMES: tuple[VocabularyName, ...] = ("themes", "beneficiaries", "departments", "indicators")
FILES = sorted(FOLDER.glob("*.ttl"))
# Counties are 2,846 names that are only looked up; they have no English ones.
DESCRIBED = [path for path in FILES if path.stem != "districts"]


@pytest.fixture(scope="module", params=DESCRIBED, ids=lambda path: path.stem)
def scheme(request: pytest.FixtureRequest) -> Graph:
    path: Path = request.param
    return Graph().parse(path, format="turtle")


def concepts(graph: Graph) -> Iterator[URIRef]:
    return (one for one in graph.subjects(RDF.type, SKOS.Concept) if isinstance(one, URIRef))


def test_the_folder_holds_the_six_schemes() -> None:
    assert [path.stem for path in FILES] == [
        "beneficiaries",
        "departments",
        "districts",
        "indicators",
        "regions",
        "themes",
    ]


def test_every_concept_has_one_preferred_label_in_chinese_and_one_in_english(scheme: Graph) -> None:
    for concept in concepts(scheme):
        labels = [label for label in scheme.objects(concept, SKOS.prefLabel) if isinstance(label, Literal)]
        assert sorted(str(label.language) for label in labels) == ["en", "zh"], concept


def test_every_concept_is_in_its_scheme_and_is_its_top_or_has_a_broader_one(scheme: Graph) -> None:
    for concept in concepts(scheme):
        assert (concept, SKOS.inScheme, None) in scheme
        assert ((concept, SKOS.topConceptOf, None) in scheme) != ((concept, SKOS.broader, None) in scheme), concept


def test_no_broader_concept_is_missing_and_none_is_broader_than_itself(scheme: Graph) -> None:
    known = set(concepts(scheme))
    for concept in known:
        above = set(scheme.transitive_objects(concept, SKOS.broader)) - {concept}
        assert above <= known
        assert all(concept not in set(scheme.transitive_objects(one, SKOS.broader)) for one in above)


def test_a_label_of_two_concepts_is_noted_on_both(scheme: Graph) -> None:
    holders = defaultdict(set)
    for kind in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
        for concept in concepts(scheme):
            for label in scheme.objects(concept, kind):
                if isinstance(label, Literal) and label.language == "zh":
                    holders[str(label)].add(concept)
    for label, several in holders.items():
        if len(several) > 1:
            notes = [str(scheme.value(concept, SKOS.editorialNote)) for concept in several]
            assert all(f"“{label}”" in note for note in notes), (label, several)


@pytest.mark.parametrize("name", NAMES)
def test_every_concept_is_defined_and_its_id_is_its_address(name: VocabularyName) -> None:
    prefix = {"themes": "theme", "beneficiaries": "beneficiary", "departments": "function", "indicators": "indicator"}
    for concept in load_vocabulary(name):
        assert concept.definition, concept.id
        assert concept.id.startswith(f"{prefix[name]}/")


def test_a_national_body_is_related_to_the_function_it_leads_and_stands_apart() -> None:
    departments = load_vocabulary("departments")
    ministry = departments["function/central-civil-affairs"]
    assert (ministry.pref_label, ministry.broader, ministry.related) == (
        "民政部",
        ("function/central-bodies",),
        ("function/civil-affairs",),
    )
    assert departments.ancestors("function/fire-rescue") == (
        "function/emergency-management",
        "function/government-bodies",
    )


def test_umbrella_themes_are_top_concepts_of_the_themes() -> None:
    themes = load_vocabulary("themes")
    umbrellas = [concept for concept in themes if "theme/umbrellas" in concept.collections]
    assert [concept.pref_label for concept in umbrellas] == [
        "社区治理体制",
        "公共服务",
        "便民服务",
        "服务机制",
        "数字化建设",
        "人才队伍",
        "实施保障",
        "经济发展",
    ]
    assert not any(concept.broader for concept in umbrellas)


def test_all_vocabularies_load_together() -> None:
    known = load_vocabularies()
    assert known.themes["theme/elderly-care"].pref_label == "养老服务"
    assert "beneficiary/older-people" in known.beneficiaries
    assert known.indicators["indicator/facility-area-per-hundred-households"].properties["unitText"] == "平方米"
    assert known.regions.by_code["640000"].short_name == "宁夏"


PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix theme: <https://w3id.org/crossplan/id/theme/> .
"""


@pytest.mark.parametrize(
    ("turtle", "message"),
    [
        ("theme:a a skos:Concept", "no vocabulary in Turtle could be read"),
        ('theme:a a skos:Concept ; skos:prefLabel "A"@en .', "no preferred label in Chinese"),
        ('<http://other/a> a skos:Concept ; skos:prefLabel "甲"@zh .', "expected one under"),
    ],
)
def test_a_broken_file_is_told_with_what_was_found(tmp_path: Path, turtle: str, message: str) -> None:
    path = tmp_path / "themes.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    with pytest.raises(VocabularyError, match=message):
        read_concepts(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"themes\.ttl"):
        read_concepts(tmp_path / "themes.ttl")


def test_a_broader_concept_that_is_missing_is_named(tmp_path: Path) -> None:
    turtle = 'theme:a a skos:Concept ; skos:prefLabel "甲"@zh ; skos:broader theme:b .'
    (tmp_path / "themes.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    with pytest.raises(VocabularyError, match="theme/a points to theme/b"):
        load_vocabulary("themes", tmp_path)

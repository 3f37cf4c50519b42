"""crossplan.ttl as a document: every word is there, told in two languages, and keeps to OWL 2 DL."""

from __future__ import annotations

from collections import Counter

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, URIRef

from ontology.chains import chains
from ontology.definitions import definitions
from ontology.hermit import HermiT
from ontology.terms import CROSSPLAN, ONTOLOGY_FILE, Terms, local_name

GLOSSARY = {
    "Plan": "规划",
    "Region": "地区",
    "Section": "章节",
    "Clause": "条款",
    "TaskGroup": "任务组",
    "Task": "任务",
    "Safeguard": "保障措施",
    "SpecialColumn": "专栏",
    "SpecialAction": "专项行动",
    "Indicator": "指标",
    "IndicatorConcept": "指标概念",
    "Target": "量化目标",
    "Baseline": "基期成效",
    "Department": "部门",
    "DepartmentConcept": "职能部门",
    "Responsibility": "责任",
    "PolicyDocument": "引用文件",
    "Theme": "主题",
    "Beneficiary": "服务对象",
}
KINDS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
BUILT_IN = (str(OWL), str(RDF), str(RDFS), str(XSD))


@pytest.fixture(scope="module")
def triples(terms: Terms) -> Graph:
    return terms.triples


def own_terms(triples: Graph) -> list[URIRef]:
    return sorted({s for s in triples.subjects() if isinstance(s, URIRef) and s.startswith(CROSSPLAN)})


def test_every_word_of_the_glossary_is_a_class_with_its_chinese_name(triples: Graph) -> None:
    for name, chinese in GLOSSARY.items():
        assert (CROSSPLAN[name], RDF.type, OWL.Class) in triples
        assert (CROSSPLAN[name], RDFS.label, Literal(chinese, lang="zh")) in triples


@pytest.mark.parametrize("said", [RDFS.label, SKOS.definition])
def test_every_term_has_one_label_and_one_definition_in_each_language(triples: Graph, said: URIRef) -> None:
    terms = own_terms(triples)
    assert len(terms) > 130
    for term in terms:
        languages = sorted(str(each.language) for each in triples.objects(term, said) if isinstance(each, Literal))
        assert languages == ["en", "zh"], f"{local_name(term)} has {said} in {languages}"


def test_no_two_terms_of_one_kind_have_one_label(triples: Graph) -> None:
    for kind in KINDS - {OWL.AnnotationProperty}:
        terms = [term for term in own_terms(triples) if (term, RDF.type, kind) in triples]
        labels = Counter(label for term in terms for label in triples.objects(term, RDFS.label))
        assert [label for label, count in labels.items() if count > 1] == []


def test_every_term_is_declared_and_is_one_kind_of_property(triples: Graph) -> None:
    used = {term for triple in triples for term in triple if isinstance(term, URIRef)}
    mentioned = {str(term) for term in triples.objects(None, RDFS.seeAlso)}
    for term in used - {URIRef("https://w3id.org/crossplan/ontology")}:
        if str(term).startswith(BUILT_IN) or str(term) in mentioned:
            continue
        kinds = KINDS & set(triples.objects(term, RDF.type))
        assert len(kinds) == 1 or (term, RDF.type, OWL.NamedIndividual) in triples, f"{term} is declared {kinds}"


def test_every_property_in_use_is_declared(triples: Graph) -> None:
    for predicate in set(triples.predicates()):
        assert str(predicate).startswith(BUILT_IN) or (predicate, RDF.type, OWL.AnnotationProperty) in triples, (
            predicate
        )


def test_what_a_chain_gives_is_not_counted_or_barred(terms: Terms, triples: Graph) -> None:
    """OWL 2 DL: a property that follows from others must not be functional, asymmetric, irreflexive or in a self."""
    barred = {OWL.FunctionalProperty, OWL.AsymmetricProperty, OWL.IrreflexiveProperty, OWL.InverseFunctionalProperty}
    for chain in chains(terms):
        for above in triples.transitive_objects(chain.gives, RDFS.subPropertyOf):
            assert not barred & set(triples.objects(above, RDF.type))
            assert terms.classes_with_self(URIRef(str(above))) == frozenset()


def test_chains_have_an_order(terms: Terms) -> None:
    """OWL 2 DL: no chain passes through a property that follows from what the chain gives, but at its own start."""
    gives = {chain.gives: set(chain.steps) for chain in chains(terms)}
    for chain in chains(terms):
        for step in chain.steps[chain.steps[0] == chain.gives :]:
            assert step not in gives or chain.gives not in gives[step]


def test_blank_nodes_form_trees(triples: Graph) -> None:
    """OWL 2 DL: an anonymous class or list is used in one place."""
    uses = Counter(o for _, p, o in triples if isinstance(o, BNode))
    assert [node for node, count in uses.items() if count > 1] == []


def test_labels_are_the_leaves_of_the_class_tree(terms: Terms, triples: Graph) -> None:
    for label in terms.labels:
        below = [each for each in triples.subjects(RDFS.subClassOf, CROSSPLAN[label]) if isinstance(each, URIRef)]
        assert below == []


def test_no_two_labels_share_a_member(terms: Terms) -> None:
    pairs = [(one, other) for one in terms.labels for other in terms.labels if one < other]
    assert all(terms.are_disjoint(one, other) for one, other in pairs)
    assert not terms.are_disjoint("Task", "PlanUnit")


def test_every_stored_relation_has_an_inverse_with_a_name(terms: Terms) -> None:
    given = {chain.gives for chain in chains(terms)}
    for term in terms.stored(OWL.ObjectProperty):
        assert term in given or len(terms.inverses(term)) == 1, local_name(term)


def test_defined_classes_mark_their_members(terms: Terms) -> None:
    assert [(local_name(each.term), each.mark, each.closed) for each in definitions(terms)] == [
        ("BindingIndicator", "binding", False),
        ("FullCoverageTarget", "fullCoverage", False),
        ("UnassignedTask", "unassigned", True),
    ]


@pytest.mark.parametrize(
    ("term", "above"),
    [
        ("Plan", "http://data.europa.eu/eli/ontology#LegalResource"),
        ("Clause", "http://data.europa.eu/eli/ontology#LegalResourceSubdivision"),
        ("Department", "http://www.w3.org/ns/org#Organization"),
        ("Theme", "http://www.w3.org/2004/02/skos/core#Concept"),
        ("Alignment", "http://www.w3.org/ns/oa#Annotation"),
        ("Target", "http://qudt.org/schema/qudt/QuantityValue"),
        ("Task", "http://www.w3.org/ns/prov#Entity"),
    ],
)
def test_classes_build_on_those_of_other_vocabularies(terms: Terms, term: str, above: str) -> None:
    assert URIRef(above) in terms.superclasses(CROSSPLAN[term])


@pytest.mark.parametrize("name", ["role", "comparator", "method"])
def test_every_word_that_a_property_takes_is_told_in_two_languages(terms: Terms, triples: Graph, name: str) -> None:
    words = [str(triples.value(word, SKOS.notation)) for word in triples.subjects(CROSSPLAN.wordOf, CROSSPLAN[name])]
    assert sorted(words) == sorted(terms.choices(CROSSPLAN[name]))


def test_the_file_is_what_the_reader_is_told(terms: Terms) -> None:
    assert len(Graph().parse(ONTOLOGY_FILE, format="turtle")) == len(terms.triples)


@pytest.mark.java
def test_every_class_can_have_a_member(terms: Terms) -> None:
    assert HermiT(terms).unsatisfiable_classes() == ()

"""The small plan as RDF: what is written for one thing, and that both forms of text give the same triples back."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph as Triples
from rdflib import Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from ontology.elements import Graph, Node, Relation
from ontology.rdf import to_rdf
from ontology.reasoning import infer
from ontology.serialisation import serialise
from ontology.terms import Terms

# rdflib's reader of JSON-LD makes a graph of a kind that rdflib itself has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
BASE = "http://127.0.0.1:8000/id/"
ID = Namespace(BASE)
TARGET = "p/2.1.1/column-1/action-1#c1/target-1"
TURTLE = """
@prefix crossplan: <https://w3id.org/crossplan/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix qudt: <http://qudt.org/schema/qudt/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix unit: <http://qudt.org/vocab/unit/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <http://127.0.0.1:8000/id/> .

<p/2.1.1/column-1/action-1#c1/target-1> a crossplan:Target, qudt:QuantityValue, prov:Entity ;
    crossplan:id "p/2.1.1/column-1/action-1#c1/target-1" ; crossplan:planId "p" ;
    crossplan:subject "设施" ; crossplan:comparator ">=" ; crossplan:value 12345678.25 ;
    crossplan:unitOfMeasure "平方米" ; qudt:hasUnit unit:M2 ; crossplan:fullCoverage false ;
    crossplan:quote "新建设施12345678.25平方米。" ; crossplan:start 115 ; crossplan:end 134 ;
    crossplan:place [ a oa:SpecificResource ; oa:hasSource <p> ; oa:hasSelector
        [ a oa:TextPositionSelector ;
          oa:start "115"^^xsd:nonNegativeInteger ; oa:end "134"^^xsd:nonNegativeInteger ] ,
        [ a oa:TextQuoteSelector ; oa:exact "新建设施12345678.25平方米。" ] ] ;
    crossplan:rule "read/by-hand" ; prov:wasGeneratedBy <rule/read/by-hand> ;
    crossplan:inPlan <p> ; crossplan:ofUnit <p/2.1.1/column-1/action-1> .

<rule/read/by-hand> a crossplan:Rule, prov:Activity ; rdfs:label "read/by-hand" .
"""


def only(graph: Graph, id_: str) -> Graph:
    """One node and the relations that start at it."""
    return Graph(
        tuple(node for node in graph.nodes if node.id == id_),
        tuple(each for each in graph.relations if each.start_id == id_),
    )


def test_a_target_is_written_with_its_place_its_rule_and_its_unit(small: Graph, text: str) -> None:
    assert text[115:134] == "新建设施12345678.25平方米。"
    expected = Triples().parse(data=TURTLE, format="turtle")
    assert isomorphic(to_rdf(only(infer(small), TARGET), BASE), expected)


def test_an_inferred_relation_says_what_it_follows_from(small: Graph) -> None:
    action = only(infer(small), "p/2.1.1/column-1/action-1")
    rows = to_rdf(action, BASE).query(
        """
        PREFIX crossplan: <https://w3id.org/crossplan/ontology#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?subject ?property ?object ?axiom ?from WHERE {
            ?inference a crossplan:Inference ; crossplan:inferredBy ?axiom ; prov:wasDerivedFrom ?from ;
                crossplan:inferredSubject ?subject ; crossplan:inferredProperty ?property ;
                crossplan:inferredObject ?object .
            ?subject ?property ?object . }
        """
    )
    assert [tuple(row) for row in rows] == [
        (
            ID["p/2.1.1/column-1/action-1"],
            URIRef("https://w3id.org/crossplan/ontology#inheritsResponsibility"),
            ID["p/2.1.1#c1/responsibility-1"],
            Literal("isSpecialAction o supports o hasUnitFact o isResponsibility"),
            ID["p/2.1.1/task"],
        )
    ]


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("theme/elderly", "a skos:Concept ; skos:prefLabel '养老服务'@zh ; rdfs:label '养老服务'@zh"),
        ("theme/elderly", "skos:broader <theme/service>"),
        ("p", "a eli:LegalResource ; eli:relevant_for <region/532300> ; rdfs:label '某州“十四五”社区服务规划'@zh"),
        ("p", "crossplan:issuers '某州民政局' , '某州人民政府'"),
        ("p/2.1.1", "a eli:LegalResourceSubdivision ; eli:is_part_of <p/2.1>"),
        ("p/department/民政局", "a org:Organization ; org:classification <function/民政>"),
        ("alignment/1", "a oa:Annotation ; oa:hasTarget <p/1/table-1/row-1> ; oa:hasBody <indicator/设施面积>"),
        ("p/1/table-1/row-1", "a qudt:QuantityValue ; qudt:hasUnit qudt-unit:M2 ; crossplan:binding true"),
    ],
)
def test_those_who_know_other_vocabularies_can_read_it(small: Graph, id_: str, said: str) -> None:
    triples = to_rdf(only(infer(small), id_), BASE)
    assert triples.query(f"BASE <{BASE}> ASK {{ <{id_}> {said} }}").askAnswer


@pytest.mark.parametrize("form", ["turtle", "json-ld"])
def test_the_text_gives_the_same_triples_back(small: Graph, form: str) -> None:
    triples = to_rdf(infer(small), BASE)
    assert isomorphic(Triples().parse(data=serialise(triples, form), format=form), triples)


@pytest.mark.parametrize("value", [80.5, 12345678.25, 1e-7, 1e22, 0.1, 100.0, 30])
def test_a_number_keeps_every_digit(changed: Callable[..., Graph], value: float) -> None:
    graph = only(changed(of=TARGET, value=value), TARGET)
    for form in ("turtle", "json-ld"):
        text = serialise(to_rdf(graph, BASE), form)
        back = Triples().parse(data=text, format=form)
        (found,) = back.objects(None, URIRef("https://w3id.org/crossplan/ontology#value"))
        assert float(found) == value


def test_json_ld_reads_as_plain_json(small: Graph) -> None:
    document = json.loads(serialise(to_rdf(only(infer(small), TARGET), BASE), "json-ld"))
    target, rule = document["@graph"]
    assert rule["@id"] == BASE + "rule/read/by-hand"
    assert target.pop("place") == {
        "@type": "oa:SpecificResource",
        "oa:hasSource": BASE + "p",
        "oa:hasSelector": [
            {
                "@type": "oa:TextPositionSelector",
                "oa:start": {"@type": "xsd:nonNegativeInteger", "@value": "115"},
                "oa:end": {"@type": "xsd:nonNegativeInteger", "@value": "134"},
            },
            {"@type": "oa:TextQuoteSelector", "oa:exact": "新建设施12345678.25平方米。"},
        ],
    }
    assert target == {
        "@id": BASE + TARGET,
        "@type": ["Target", "prov:Entity", "qudt:QuantityValue"],
        "id": TARGET,
        "planId": "p",
        "subject": "设施",
        "comparator": ">=",
        "value": "12345678.25",
        "unitOfMeasure": "平方米",
        "fullCoverage": False,
        "quote": "新建设施12345678.25平方米。",
        "start": 115,
        "end": 134,
        "rule": "read/by-hand",
        "inPlan": BASE + "p",
        "ofUnit": BASE + "p/2.1.1/column-1/action-1",
        "prov:wasGeneratedBy": BASE + "rule/read/by-hand",
        "qudt:hasUnit": "http://qudt.org/vocab/unit/M2",
    }


def test_terms_may_be_read_once_for_many(small: Graph, terms: Terms) -> None:
    once = to_rdf(small, BASE, terms)
    assert set(once) == set(to_rdf(small, BASE))
    assert serialise(once, "json-ld", terms) == serialise(once, "json-ld")


def test_text_that_no_xml_or_turtle_likes_comes_back(terms: Terms) -> None:
    odd = '"""\\ \n\r\t<&>\u0001\u2028😀'
    graph = Graph((Node("Theme", "theme/odd", {"name": odd}),), ())
    for form in ("turtle", "json-ld"):
        back = Triples().parse(data=serialise(to_rdf(graph, BASE, terms), form, terms), format=form)
        assert Literal(odd) in set(back.objects(None, URIRef("https://w3id.org/crossplan/ontology#name")))


WRITE = """
import pickle, sys
from ontology.rdf import to_rdf
from ontology.serialisation import serialise
triples = to_rdf(pickle.loads(sys.stdin.buffer.read()), "http://127.0.0.1:8000/id/")
sys.stdout.buffer.write(serialise(triples, sys.argv[1]))
"""


@pytest.mark.parametrize("form", ["turtle", "json-ld"])
def test_another_process_writes_the_same_bytes(small: Graph, form: str) -> None:
    """Sets are ordered by a hash that differs from process to process."""
    graph = infer(small)
    given = pickle.dumps(graph)
    command = [sys.executable, "-c", WRITE, form]
    root = Path(__file__).parents[2]
    runs = [
        subprocess.run(command, input=given, capture_output=True, check=True, cwd=root, env={"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout == serialise(to_rdf(graph, BASE), form)


def test_a_relation_alone_is_written(terms: Terms) -> None:
    relation = Relation("IN_GROUP", "Task", "p/2.1.1/task", "TaskGroup", "p/2.1/group")
    triples = to_rdf(Graph((), (relation,)), BASE, terms)
    assert [tuple(map(str, triple)) for triple in triples] == [
        (BASE + "p/2.1.1/task", "https://w3id.org/crossplan/ontology#inGroup", BASE + "p/2.1/group")
    ]

from __future__ import annotations

import json

import httpx
import pytest
from rdflib import PROV, RDF, SKOS, Graph, Literal, URIRef

from graph_api.addresses import preferred
from graph_api.errors import BadUserInput

# rdflib's own reader of JSON-LD uses a class that rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
ONTOLOGY = "https://w3id.org/crossplan/ontology#"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "html"),
        ("*/*", "html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
        ("text/turtle", "turtle"),
        ("application/ld+json, text/turtle;q=0.5", "json-ld"),
        ("text/html;q=0.2, text/turtle;q=0.9", "turtle"),
        ("application/json", "json-ld"),
        ("text/turtle;q=0, */*;q=0.1", "html"),
    ],
)
def test_the_form_is_the_one_asked_for_most(accept: str, form: str) -> None:
    assert preferred(accept) == form


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0", "text/turtle;q=x"])
def test_a_form_that_there_is_not_is_refused(accept: str) -> None:
    with pytest.raises(BadUserInput, match="expected one of: text/html, text/turtle"):
        preferred(accept)


async def graph_at(client: httpx.AsyncClient, address: str, media_type: str) -> Graph:
    """The RDF at an address."""
    response = await client.get(address, headers={"accept": media_type})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith(media_type)
    assert response.headers["vary"].lower().startswith("accept")
    return Graph().parse(data=response.text, format="turtle" if media_type == "text/turtle" else "json-ld")


@pytest.mark.parametrize("media_type", ["text/turtle", "application/ld+json"])
async def test_the_document_about_a_section_describes_it_with_its_clauses_and_facts(
    media_type: str, client: httpx.AsyncClient
) -> None:
    found = await graph_at(client, "/id/jia/2.1", media_type)
    base = "http://test/id/"
    kinds = {
        str(subject).removeprefix(base): str(kind).removeprefix(ONTOLOGY)
        for subject, kind in found.subject_objects(RDF.type)
        if str(kind).startswith(ONTOLOGY) and str(subject).startswith(base + "jia")
    }
    assert kinds == {
        "jia/2.1": "Section",
        "jia/2.1#c1": "Clause",
        "jia/2.1#c2": "Clause",
        "jia/2.1#c3": "Clause",
        "jia/2.1#c2/responsibility-1": "Responsibility",
        "jia/2.1#c2/responsibility-2": "Responsibility",
        "jia/2.1#c3/target-1": "Target",
    }
    target = URIRef(base + "jia/2.1#c3/target-1")
    assert (target, URIRef(ONTOLOGY + "subject"), Literal("助餐点覆盖率")) in found
    assert (target, URIRef(ONTOLOGY + "statedIn"), URIRef(base + "jia/2.1#c3")) in found


async def test_both_forms_say_the_same(client: httpx.AsyncClient) -> None:
    turtle = await graph_at(client, "/id/jia/2.1/task", "text/turtle")
    json_ld = await graph_at(client, "/id/jia/2.1/task", "application/ld+json")
    named = [sorted(t for t in map(str, graph.subjects()) if t.startswith("http")) for graph in (turtle, json_ld)]
    assert len(turtle) == len(json_ld) > 10
    assert named[0] == named[1]


@pytest.mark.parametrize("address", ["/id/jia/2.1%23c1", "/id/jia%2F2.1%23c1"])
async def test_an_id_with_a_fragment_is_also_found_by_itself(address: str, client: httpx.AsyncClient) -> None:
    response = await client.get(address, headers={"accept": "text/html"})
    assert response.status_code == 200
    assert "发展社区助餐，方便老年人就近用餐。" in response.text
    rdf = await client.get(address, headers={"accept": "application/ld+json"})
    assert "发展社区助餐，方便老年人就近用餐。" in json.dumps(rdf.json(), ensure_ascii=False)


async def test_a_page_about_a_section_has_a_place_for_each_clause_and_fact(client: httpx.AsyncClient) -> None:
    html = (await client.get("/id/jia/2.1")).text
    for place in ("c1", "c2", "c2/responsibility-1", "c3", "c3/target-1"):
        assert f'id="{place}"' in html
    action = (await client.get("/id/jia/2.1/column-1/action-1")).text
    assert 'id="c1"' in action
    assert "推定" in action  # the responsibility that it inherits is marked as inferred


async def test_what_stands_before_the_first_chapter_has_an_address_too(client: httpx.AsyncClient) -> None:
    html = (await client.get("/id/jia/0")).text
    assert 'id="c1"' in html
    assert "依据《社区服务条例》（国发〔2021〕1号）制定本规划。" in html
    rdf = await graph_at(client, "/id/jia/0%23c1", "text/turtle")
    assert (URIRef("http://test/id/jia/0#c1"), RDF.type, URIRef(ONTOLOGY + "Clause")) in rdf


async def test_words_of_the_ontology_are_shown_in_chinese(client: httpx.AsyncClient) -> None:
    html = (await client.get("/id/jia/2.1/task")).text
    for word in ("任务", "标题", "所在章节", "属于任务组", "主要任务"):
        assert word in html
    assert ">tasks<" not in (await client.get("/id/jia/2.1%23c1")).text


@pytest.mark.parametrize("media_type", ["text/html", "text/turtle", "application/ld+json"])
async def test_an_id_that_nothing_has_is_not_found(media_type: str, client: httpx.AsyncClient) -> None:
    response = await client.get("/id/jia/99", headers={"accept": media_type})
    assert response.status_code == 404


@pytest.mark.parametrize("media_type", ["text/turtle", "application/ld+json"])
async def test_a_rule_has_an_address_that_tells_what_it_relies_on(media_type: str, client: httpx.AsyncClient) -> None:
    found = await graph_at(client, "/id/rule/responsibility.lead", media_type)
    rule = URIRef("http://test/id/rule/responsibility.lead")
    assert set(found.objects(rule, RDF.type)) == {URIRef(ONTOLOGY + "Rule"), PROV.Activity}
    assert found.value(rule, SKOS.definition) == Literal("the body before 牵头 leads", lang="en")
    examples = set(map(str, found.objects(rule, SKOS.example)))
    assert "建立健全民政、发展改革部门牵头的规划实施推进机制" in examples
    assert [str(each) for each in found.objects(rule, URIRef(ONTOLOGY + "counterExample"))] == [
        "按照任务分工向牵头部门报送相关工作进展情况。"
    ]


async def test_the_page_of_a_rule_marks_what_is_under_question(client: httpx.AsyncClient) -> None:
    response = await client.get("/id/rule/quantity.named")
    assert response.status_code == 200
    assert "推动全民健身站点和城市社区“<mark>10分钟</mark>健身圈”建设" in response.text
    assert "a number in quotes without a comparator or a share is part of a name" in response.text


@pytest.mark.parametrize("accept", ["text/html", "text/turtle"])
async def test_a_rule_that_there_is_not_is_not_found(accept: str, client: httpx.AsyncClient) -> None:
    assert (await client.get("/id/rule/statement.guess", headers={"accept": accept})).status_code == 404

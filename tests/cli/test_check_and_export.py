"""`crossplan check` finds what was put in wrong on purpose; `crossplan export` writes RDF that is whole."""

from __future__ import annotations

import asyncio
import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path

import networkx
import openpyxl
import pyshacl
import pytest
import rdflib

from graph.dump import dump
from graph.embedded import EmbeddedStore, write_graph
from ontology.elements import Graph, Node
from ontology.schema import load_schema
from tests.cli.conftest import crossplan, records, refusal

ONTOLOGY = Path(__file__).parents[2] / "ontology"


def stored(data: Path) -> tuple[Path, Graph]:
    directory = data / "versions" / (data / "current").read_text().strip() / "graph"

    async def read() -> Graph:
        store = EmbeddedStore.open(directory)
        try:
            return await dump(store, load_schema())
        finally:
            await store.close()

    return directory, asyncio.run(read())


def a_task_that_is_a_department(graph: Graph) -> tuple[Graph, str]:
    task = next(node for node in graph.nodes if node.label == "Task")
    twin = Node("Department", task.id, {"name": "某局", "planId": task.properties["planId"]})
    return replace(graph, nodes=(*graph.nodes, twin)), task.id


def an_indicator_without_a_plan(graph: Graph) -> tuple[Graph, str]:
    row = next(node for node in graph.nodes if node.label == "Indicator")
    kept = [one for one in graph.relations if (one.type, one.start_id) != ("IN_PLAN", row.id)]
    return replace(graph, relations=tuple(kept)), row.id


def a_quote_that_is_not_in_its_source(graph: Graph) -> tuple[Graph, str]:
    target = next(node for node in graph.nodes if node.label == "Target")
    wrong = replace(target, properties={**target.properties, "quote": "到2025年达到101%"})
    return replace(graph, nodes=tuple(wrong if node is target else node for node in graph.nodes)), target.id


def test_what_was_ingested_is_sound(data: Path) -> None:
    done = crossplan(data, "check")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("0 problems in ")


def test_every_defect_is_found_and_named(data: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(data, tmp_path / "data"))
    directory, graph = stored(own)
    graph, task = a_task_that_is_a_department(graph)
    graph, row = an_indicator_without_a_plan(graph)
    graph, target = a_quote_that_is_not_in_its_source(graph)
    shutil.rmtree(directory)
    write_graph(directory, graph, load_schema())
    done = crossplan(own, "check")
    assert done.code == 1
    problems = [json.loads(line) for line in done.out.strip().split("\n")]
    for check, where, told in (
        ("consistency", task, "disjoint"),
        ("shape", row, "plan"),
        ("quote", target, "its quote is not in its source"),
    ):
        assert any((one["check"], one["where"]) == (check, where) and told in one["message"] for one in problems), (
            problems
        )


def test_the_turtle_export_holds_every_node_and_passes_the_shapes(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "plans.ttl"
    assert crossplan(data, "export", "--format", "ttl", "-o", path).code == 0
    triples = rdflib.Graph().parse(path)
    _, graph = stored(data)
    crossplan_terms = rdflib.Namespace("https://w3id.org/crossplan/ontology#")
    for label in ("Plan", "Task", "Indicator", "Target", "Responsibility", "Clause", "Alignment"):
        expected = sum(node.label == label for node in graph.nodes)
        assert len(set(triples.subjects(rdflib.RDF.type, crossplan_terms[label]))) == expected > 0
    classes = rdflib.Graph().parse(ONTOLOGY / "crossplan.ttl")
    for tree in classes.subject_objects(rdflib.RDFS.subClassOf):
        triples.add((tree[0], rdflib.RDFS.subClassOf, tree[1]))
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    conforms, _, report = pyshacl.validate(triples, shacl_graph=shapes, inplace=True)
    assert conforms, report


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own JSON-LD parser still uses it
def test_turtle_and_json_ld_say_the_same(data: Path, tmp_path: Path) -> None:
    for form in ("ttl", "jsonld"):
        assert crossplan(data, "export", "--format", form, "-o", tmp_path / f"plans.{form}").code == 0
    turtle = rdflib.Graph().parse(tmp_path / "plans.ttl")
    json_ld = rdflib.Graph().parse(tmp_path / "plans.jsonld", format="json-ld")
    assert len(turtle) == len(json_ld) > 50_000


def test_the_tables_hold_every_node(data: Path, tmp_path: Path) -> None:
    _, graph = stored(data)
    for form in ("csv", "xlsx", "graphml"):
        assert crossplan(data, "export", "--format", form, "-o", tmp_path / f"plans.{form}").code == 0
    with (tmp_path / "plans.csv").open(encoding="utf-8-sig", newline="") as file:
        table = {(row["class"], row["id"]): row for row in csv.DictReader(file)}
    assert len(table) == len(graph.nodes)
    for node in graph.nodes:
        if "quote" in node.properties:
            assert table[node.label, node.id]["quote"] == node.properties["quote"]
    book = openpyxl.load_workbook(tmp_path / "plans.xlsx", read_only=True)
    counted = {sheet.title: sum(1 for _ in sheet.iter_rows()) - 1 for sheet in book.worksheets}
    assert counted["指标"] == sum(node.label == "Indicator" for node in graph.nodes)
    assert counted["关系"] == len(graph.relations)
    network = networkx.read_graphml(tmp_path / "plans.graphml")
    assert (len(network), network.number_of_edges()) == (len(graph.nodes), len(graph.relations))


def test_an_export_into_no_folder_is_refused(data: Path, tmp_path: Path) -> None:
    assert "expected a folder" in refusal(crossplan(data, "export", "-o", tmp_path / "none" / "plans.ttl"))


def test_alignments_name_members_that_are_facts(data: Path) -> None:
    found = records(crossplan(data, "align"))
    assert {one["kind"] for one in found} == {"indicator", "special_action", "department", "task_theme", "target"}
    assert all(0 < one["score"] <= 1 for one in found)
    assert all("row" in one for one in found if one["kind"] == "indicator")
    assert all(one["quote"] for one in found if one["kind"] == "target")

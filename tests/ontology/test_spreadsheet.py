"""The graph as CSV, workbook and GraphML, read back by the libraries that its users have."""

from __future__ import annotations

import csv
import io

import networkx
import openpyxl

from ontology.elements import Graph, Node, Relation
from ontology.graphml import to_graphml
from ontology.schema import schema_of
from ontology.spreadsheet import to_csv, to_xlsx
from ontology.terms import Terms

BASE = "http://localhost/id/"
TERMS = Terms()
SCHEMA = schema_of(TERMS)
QUOTE = "到2025年，覆盖率达到90%"
GRAPH = Graph(
    nodes=(
        Node("Plan", "p", {"planId": "p", "title": "某市规划", "quote": "某市规划", "start": 0, "end": 4}),
        Node("Region", "region/1", {"name": "某市", "shortName": "某"}),
        Node(
            "Section", "p/1.2", {"planId": "p", "title": "目标", "path": ["总则", "目标"], "level": 2, "quote": "目标"}
        ),
        Node("Clause", "p/1.2#c1", {"planId": "p", "text": QUOTE, "quote": QUOTE, "start": 10, "end": 24}),
        Node(
            "Target",
            "p/1.2#c1/target-1",
            {
                "planId": "p",
                "subject": "覆盖率",
                "comparator": "=",
                "value": 90.0,
                "quote": QUOTE,
                "start": 10,
                "end": 24,
            },
        ),
        Node("Theme", "theme/a", {"name": "=1+1"}),
    ),
    relations=(
        Relation("COVERS_REGION", "Plan", "p", "Region", "region/1"),
        Relation("IN_SECTION", "Clause", "p/1.2#c1", "Section", "p/1.2"),
        Relation("STATED_IN", "Target", "p/1.2#c1/target-1", "Clause", "p/1.2#c1"),
        Relation("HAS_THEME", "Clause", "p/1.2#c1", "Theme", "theme/a"),
        Relation("HAS_THEME", "Clause", "p/1.2#c1", "Theme", "theme/b"),
        Relation(
            "HAS_BROADER_THEME",
            "Clause",
            "p/1.2#c1",
            "Theme",
            "theme/a",
            {"inferredBy": "链", "derivedFrom": ["x", "y"]},
        ),
    ),
)


def table() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(to_csv(GRAPH, SCHEMA, BASE).decode("utf-8-sig")))}


def sheets() -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(GRAPH, SCHEMA, BASE, TERMS)))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_a_row_of_the_table_can_be_cited_alone() -> None:
    row = {name: value for name, value in table()["p/1.2#c1/target-1"].items() if value}
    assert row == {
        "class": "Target",
        "id": "p/1.2#c1/target-1",
        "url": "http://localhost/id/p/1.2#c1/target-1",
        "plan": "某市规划",
        "region": "某",
        "section": "总则 / 目标",
        "subject": "覆盖率",
        "comparator": "=",
        "planId": "p",
        "value": "90.0",
        "quote": QUOTE,
        "start": "10",
        "end": "24",
        "STATED_IN": "p/1.2#c1",
    }


def test_what_a_node_leads_to_stands_in_one_cell() -> None:
    assert table()["p/1.2#c1"]["HAS_THEME"] == "theme/a; theme/b"


def test_a_text_that_begins_like_a_formula_stays_text() -> None:
    assert table()["theme/a"]["name"] == "'=1+1"
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(GRAPH, SCHEMA, BASE, TERMS)))
    cells = [cell for row in book["主题"].iter_rows(min_row=2) for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in cells] == ["s"]


def test_the_workbook_has_a_sheet_a_class_headed_in_chinese() -> None:
    found = sheets()
    assert list(found) == ["说明", "条款", "规划", "地区", "章节", "量化目标", "主题", "关系"]
    head, target = found["量化目标"]
    values = dict(zip(head, target, strict=True))
    assert (values["规划"], values["章节"], values["数值"], values["原文"]) == ("某市规划", "总则 / 目标", 90, QUOTE)


def test_the_workbook_says_what_its_columns_mean() -> None:
    assert ("量化目标", "数值", "value", "value") in sheets()["说明"]


def test_an_inferred_relation_says_from_what_it_follows() -> None:
    assert sheets()["关系"][-1][-2:] == ("链", "x; y")


def test_graphml_is_read_back_whole() -> None:
    network = networkx.read_graphml(io.BytesIO(to_graphml(GRAPH)))
    assert isinstance(network, networkx.MultiDiGraph)
    assert network.nodes["Target p/1.2#c1/target-1"]["value"] == 90.0
    assert [data["type"] for *_, data in network.out_edges("Target p/1.2#c1/target-1", data=True)] == ["STATED_IN"]
    assert "Theme theme/b" in network  # what a relation leads to is not lost, though the graph lacks it


def test_a_character_that_xml_lacks_does_not_break_the_file() -> None:
    damaged = Graph((Node("Theme", "theme/a", {"name": "养\x0b老"}),), ())
    network = networkx.read_graphml(io.BytesIO(to_graphml(damaged)))
    assert network.nodes["Theme theme/a"]["name"] == "养\ufffd老"

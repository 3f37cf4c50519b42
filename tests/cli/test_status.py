"""`crossplan status` says what is stored, or in one line why it cannot be read."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from graph.embedded import write_graph
from graph.settings import StoreSettings
from ontology.elements import Graph, Node
from ontology.schema import load_schema
from tests.cli.conftest import crossplan, records, refusal

ONE_PLAN = Graph((Node("Plan", "east", {"title": "东规划"}),), ())


def test_store_versions_counts_and_last_ingest_are_told(data: Path) -> None:
    done = crossplan(data, "status")
    (record,) = records(done)
    live = (data / "current").read_text().strip()
    assert (record["store"], record["data"], record["version"]) == ("embedded", str(data), live)
    assert record["engine"].startswith("KGLite 0.")
    assert record["ontology"] == load_schema().release
    assert record["labels"]["Plan"] == 5
    assert record["relations"]["COVERS_REGION"] == 5
    assert record["problems"] == []
    ago = datetime.datetime.now(datetime.UTC) - datetime.datetime.fromisoformat(record["loaded"])
    assert datetime.timedelta(seconds=-1) < ago < datetime.timedelta(hours=2)
    assert done.err.startswith(
        f"embedded: {record['engine']}, version {live}, ontology {record['ontology']}, 5 plans, "
    )


def test_before_the_first_ingest_there_is_nothing_to_tell(tmp_path: Path) -> None:
    assert refusal(crossplan(tmp_path / "data", "status")).endswith(
        "nothing is ingested yet; `crossplan ingest` does it"
    )


def test_a_graph_of_an_older_ontology_is_refused_until_it_is_ingested_anew(data: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(data, tmp_path / "data"))
    live = (copy / "current").read_text().strip()
    write_graph(copy / "versions" / live / "graph", ONE_PLAN, replace(load_schema(), release="0.0.9"))
    for command in (("status",), ("check",), ("export", "-o", str(tmp_path / "plans.ttl"))):
        line = refusal(crossplan(copy, *command))
        assert "loaded by ontology 0.0.9, this program speaks" in line
        assert line.endswith("; `crossplan ingest` loads it anew")
    assert crossplan(copy, "ingest").code == 0
    (record,) = records(crossplan(copy, "status"))
    assert (record["labels"]["Plan"], record["problems"]) == (5, [])


@pytest.mark.neo4j
def test_a_server_that_holds_another_version_than_the_data_directory_is_told(
    data: Path, tmp_path: Path, neo4j_settings: StoreSettings
) -> None:
    server = {"CROSSPLAN_STORE": neo4j_settings.store, "CROSSPLAN_NEO4J_PASSWORD": neo4j_settings.password()}
    copy = Path(shutil.copytree(data, tmp_path / "data"))
    assert crossplan(copy, "ingest", settings=server).code == 0
    (held,) = records(crossplan(copy, "status", settings=server))
    assert held["engine"].startswith("Neo4j/")
    assert held["version"] == (copy / "current").read_text().strip().partition(".")[0]
    assert held["labels"] == records(crossplan(data, "status"))[0]["labels"]
    other = Path(shutil.copytree(data, tmp_path / "other"))
    (other / "versions" / held["version"]).rename(other / "versions" / "older")
    (other / "current").write_text("older\n")
    done = crossplan(other, "status", settings=server)
    assert done.code == 1
    assert (
        done.err.strip()
        .split("\n")[-1]
        .startswith(f"{neo4j_settings.store}: holds version {held['version']}, but {other} holds older; ")
    )

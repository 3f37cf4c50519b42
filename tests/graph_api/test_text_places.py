"""A citation of a plan that came as a document says on which page or in which paragraph the words stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.settings import StoreSettings
from graph.versions import SOURCES, Versions
from graph_api.app import create_app
from graph_api.library import Library
from graph_api.settings import ApiSettings
from graph_api.text_places import TextPlaces
from ingest.collection import PLACES, store_sources
from ingest.text import read_source
from ontology.places import Places
from tests.graph_api.conftest import Publish, client_of
from tests.ingest.rendered import as_docx, as_pdf

TEXT = (Path(__file__).parents[1] / "gold/sources/fire_145_district.txt").read_text("utf-8")
CITED = "{ tasks { nodes { citation { planId start place { page paragraph } } } } }"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A version that holds the text of a Word file, a PDF and a text file."""
    plain = tmp_path / "plain.txt"
    plain.write_text(TEXT, "utf-8")
    paths = [as_docx(TEXT, tmp_path / "word.docx"), as_pdf(TEXT, tmp_path / "pages.pdf"), plain]
    store_sources([read_source(path, path.stem) for path in paths], tmp_path / SOURCES)
    return tmp_path


def place(documents: Path, plan_id: str, words: str) -> tuple[int | None, int | None] | None:
    offset = (documents / SOURCES / f"{plan_id}.txt").read_text("utf-8").index(words)
    found = TextPlaces(documents).of(plan_id, offset)
    return (found.page, found.paragraph) if found else None


def test_a_place_is_a_page_of_a_pdf_a_paragraph_of_a_word_file_and_nothing_of_a_text(documents: Path) -> None:
    first, last = "规划基础", "加强督导评估"
    assert (place(documents, "pages", first), place(documents, "pages", last)) == ((1, None), (4, None))
    paragraphs = [line for line in TEXT.split("\n") if line.strip()]
    counted = [next(n for n, line in enumerate(paragraphs, 1) if words in line) for words in (first, last)]
    assert [place(documents, "word", words) for words in (first, last)] == [(None, n) for n in counted]
    assert place(documents, "plain", first) is None


async def test_a_citation_tells_the_place_where_its_text_has_one(tmp_path: Path, publish: Publish) -> None:
    publish(tmp_path)
    plan_id = sorted(path.stem for path in (Versions(tmp_path).live() / SOURCES).glob("*.txt"))[0]
    places = Places("page", (0, 40), (1, 2))
    (Versions(tmp_path).live() / SOURCES / f"{plan_id}{PLACES}").write_text(json.dumps(places.record()), "utf-8")
    library = Library(StoreSettings(data=tmp_path))
    async with client_of(create_app(ApiSettings(), library)) as client:
        response = await client.post("/graphql", json={"query": CITED})
    await library.close()
    cited = [node["citation"] for node in response.json()["data"]["tasks"]["nodes"]]
    assert {one["planId"] for one in cited} > {plan_id}
    for one in cited:
        paged = {"page": places.at(one["start"]), "paragraph": None}
        assert one["place"] == (paged if one["planId"] == plan_id else None)

"""The same plan gives the same facts, whatever document it comes in, and every fact knows its page or paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from ingest.reading import read_facts
from ingest.register import FOLDER
from ingest.text import read_document, read_source, read_text
from ontology.places import Places, PlacesDamaged
from ontology.regions import Regions
from ontology.vocabulary import load_regions
from tests.ingest.rendered import WEB_PAGES, as_docx, as_html, as_pdf, bulletin_page

KUNMING = Path(__file__).parents[1] / "cli/texts/kunming.txt"
RENDERINGS: dict[str, Callable[[str, Path], Path]] = {
    "plan.docx": as_docx,
    "plan.pdf": as_pdf,
    "columns.pdf": partial(as_pdf, columns=2),
    **{f"{page.__name__}.html": partial(as_html, page=page) for page in WEB_PAGES},
}


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load_regions()


def told(path: Path, regions: Regions) -> list[tuple[str, object]]:
    """What the facts of a document say: all their fields but offsets, texts without whitespace."""
    left_out = {"start", "end", "page", "paragraph", "rule"}
    facts = read_facts(read_source(path, "plan"), regions)
    return [
        (name, re.sub(r"\s", "", value) if isinstance(value, str) else value)
        for fact in facts
        for name, value in fact.record().items()
        if name not in left_out
    ]


@pytest.mark.parametrize("name", RENDERINGS)
@pytest.mark.parametrize("plan", [KUNMING, FOLDER / "ningxia.txt"], ids=lambda path: path.stem)
def test_a_plan_gives_the_same_facts_in_every_format(tmp_path: Path, regions: Regions, plan: Path, name: str) -> None:
    path = RENDERINGS[name](read_text(plan), tmp_path / name)
    assert told(path, regions) == told(plan, regions)


def test_the_text_of_markdown_is_the_file_itself(tmp_path: Path) -> None:
    text = "# 昆明市规划\r\n\r\n| 指标 | 2025年 |\n|---|---|\n| 覆盖率 | 80% |\n"
    path = tmp_path / "plan.md"
    path.write_bytes(text.encode())
    assert (read_text(path), read_document(path).places) == (text, None)


@pytest.mark.parametrize(
    ("name", "unit"), [("plan.docx", "paragraph"), ("plan.pdf", "page"), ("bulletin_page.html", "paragraph")]
)
def test_every_fact_of_a_document_knows_its_place(tmp_path: Path, regions: Regions, name: str, unit: str) -> None:
    path = RENDERINGS[name](read_text(FOLDER / "ningxia.txt"), tmp_path / name)
    source = read_source(path, "plan")
    records = [fact.record() for fact in read_facts(source, regions)]
    assert all(source.text[int(str(one["start"])) : int(str(one["end"]))] == one["quote"] for one in records)
    numbers = [one[unit] for one in records if one["kind"] == "section"]
    assert numbers == sorted(numbers, key=int)
    assert len(set(numbers)) > 5


def test_a_plain_text_has_no_places(regions: Regions) -> None:
    record = read_facts(read_source(KUNMING, "plan"), regions)[0].record()
    assert not {"page", "paragraph"} & record.keys()


def test_a_place_lasts_until_the_next_begins() -> None:
    places = Places("page", (0, 10, 25), (1, 2, 4))
    assert [places.at(offset) for offset in (0, 9, 10, 24, 25, 999)] == [1, 1, 2, 2, 4, 4]
    assert Places.read(places.record()) == places


@pytest.mark.parametrize("record", [None, [], {}, {"unit": "page", "starts": [0], "numbers": []}, {"unit": "line"}])
def test_a_damaged_map_is_named(record: object) -> None:
    with pytest.raises(PlacesDamaged, match="expected a map of places"):
        Places.read(record)


def test_a_page_says_when_its_document_was_published(tmp_path: Path, regions: Regions) -> None:
    text = read_text(KUNMING)
    page = bulletin_page(*text.split("\n", 1)).replace("来源：", "发布时间：2022-12-15 10:30　来源：")
    path = tmp_path / "plan.html"
    path.write_text(page, encoding="utf-8")
    assert read_text(path).split("\n")[:2] == ["昆明市“十四五”社区服务发展规划", "发布时间：2022-12-15"]
    assert read_facts(read_source(path, "plan"), regions)[0].record()["published"] == "2022-12-15"

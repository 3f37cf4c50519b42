"""`crossplan search`: the record's shape, batches, and refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.register import read_registered
from tests.cli.conftest import crossplan, records, refusal


def test_hits_cite_their_place_and_say_why(data: Path) -> None:
    (record,) = records(crossplan(data, "search", "灾害信息员", "--limit", "3"))
    assert (record["query"], record["no_result"]) == ("灾害信息员", False)
    hits = record["hits"]
    assert len(hits) == 3
    for hit in hits:
        text = read_registered(hit["plan_id"]).text
        assert text[hit["start"] : hit["end"]] == hit["quote"]
        assert "灾害信息员" in hit["matched"]
        assert [text[start:end] for start, end in hit["highlights"]]
        assert hit["path"]
        assert hit["lanes"]["lexical"] > 0


def test_a_query_that_no_plan_speaks_to_has_no_result(data: Path) -> None:
    (record,) = records(crossplan(data, "search", "核电站选址"))
    assert (record["no_result"], record["hits"]) == (True, [])


def test_only_the_plans_asked_for_are_searched(data: Path) -> None:
    (record,) = records(crossplan(data, "search", "灾害信息员", "--plan", "ningxia", "--plan", "tongliao"))
    assert {hit["plan_id"] for hit in record["hits"]} == {"ningxia"}


def test_a_batch_answers_each_line_under_its_id(data: Path, tmp_path: Path) -> None:
    lines = [{"id": "a", "query": "灾害信息员"}, {"id": "b", "query": "核电站\u2028选址"}]
    batch = tmp_path / "queries.jsonl"
    batch.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\n", encoding="utf-8")
    found = records(crossplan(data, "search", "--batch", batch))
    assert [(record["id"], record["no_result"]) for record in found] == [("a", False), ("b", True)]


@pytest.mark.parametrize(
    ("line", "told"),
    [("{", "line 1: found no JSON"), ('{"id": 1, "query": "x"}', "line 1: found"), ("[]", "line 1: found []")],
)
def test_a_batch_line_that_is_no_query_is_named(data: Path, tmp_path: Path, line: str, told: str) -> None:
    batch = tmp_path / "queries.jsonl"
    batch.write_text(line, encoding="utf-8")
    assert told in refusal(crossplan(data, "search", "--batch", batch))


def test_the_lines_of_a_batch_that_are_none_are_named_and_the_others_answered(data: Path, tmp_path: Path) -> None:
    batch = tmp_path / "queries.jsonl"
    good = b'{"id": "a", "query": "\\ud800"}', b'{"id": "\\udfff", "query": "5G"}'
    batch.write_bytes(b"\n".join((good[0], b"{", b'"\xff"', b"[" * 100_000, b'{"id": "c"}', good[1])))
    done = crossplan(data, "search", "--batch", batch)
    found = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 2
    assert [(record["id"], record["query"], record["no_result"]) for record in found] == [
        ("a", "\ud800", True),
        ("\udfff", "5G", False),
    ]
    assert found[0]["notes"][0] == "characters that are damaged: 1, each read as \ufffd"
    expected = 'expected {"id": text, "query": text}'
    assert done.err.splitlines() == [
        f"crossplan: {batch} line 2: found no JSON, {expected}",
        f"crossplan: {batch} line 3: found no UTF-8, {expected}",
        f"crossplan: {batch} line 4: found no JSON, {expected}",
        f'crossplan: {batch} line 5: found {{"id": "c"}}, {expected}',
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--like", "nowhere\udcff"], "clause: 'nowhere\\udcff' found, expected the id of a clause"),
        (["灾害", "--plan", "nowhere"], "filter plans: 'nowhere' found, expected one of: chuxiong"),
        (["灾害", "--only", "colour=red"], "found 'colour=red', expected FILTER=VALUE"),
        (["灾害", "--only", "kinds=poem"], "filter kinds: 'poem' found"),
        (["灾害", "--min-score", "2"], "min score: 2.0 found, expected 0 to 1"),
        (["--like", "nowhere#c1"], "expected the id of a clause"),
        (["灾害", "--mode", "psychic"], "expected one of: hybrid"),
        ([], "expected a query, --batch FILE or --like CLAUSE"),
        (["灾害", "--batch", "queries.jsonl"], "one of the three"),
        (["--batch", "nowhere.jsonl"], "nowhere.jsonl"),
    ],
)
def test_what_cannot_be_searched_is_refused_in_one_line(data: Path, arguments: list[str], told: str) -> None:
    assert told in refusal(crossplan(data, "search", *arguments))


def test_before_the_first_ingest_the_way_out_is_named(tmp_path: Path) -> None:
    assert "`crossplan ingest` does it" in refusal(crossplan(tmp_path / "none", "search", "灾害"))

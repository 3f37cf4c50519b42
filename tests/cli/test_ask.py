from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import crossplan


def test_a_question_prints_one_record_with_reading_answer_citations_and_a_sentence(data: Path) -> None:
    done = crossplan(data, "ask", "宁夏的行政村5G比例目标是多少？")
    assert done.code == 0
    record = json.loads(done.out)
    assert set(record) == {"question", "understood", "answer", "citations", "text"}
    assert record["answer"]["values"]["ningxia"]["value"] == "80%"


def test_a_batch_prints_a_record_a_line_with_its_id(data: Path, tmp_path: Path) -> None:
    batch = tmp_path / "questions.jsonl"
    lines = [{"id": "a", "question": "哪些规划提到“雪亮工程”？"}, {"id": "b", "question": ""}]
    batch.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    done = crossplan(data, "ask", "--batch", batch)
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [record["id"] for record in records] == ["a", "b"]
    assert records[0]["answer"]["plans"] == ["ningxia", "shenzhen"]


def test_a_line_of_a_batch_that_is_none_is_named_and_the_others_answered(data: Path, tmp_path: Path) -> None:
    batch = tmp_path / "questions.jsonl"
    batch.write_text('[]\n{"id": "a", "question": "\\ud800"}\n{"id": "b", "question": "哪些规划提到“雪亮工程”？"}')
    done = crossplan(data, "ask", "--batch", batch)
    records = [json.loads(line) for line in done.out.splitlines()]
    assert done.code == 2
    assert done.err == f'crossplan: {batch} line 1: found [], expected {{"id": text, "question": text}}\n'
    assert [record["id"] for record in records] == ["a", "b"]
    assert records[0]["question"] == "\ufffd"
    assert records[0]["understood"]["words"].endswith("；有损坏的字符没有读")
    assert records[1]["answer"]["plans"] == ["ningxia", "shenzhen"]


@pytest.mark.parametrize("arguments", [(), ("问", "--batch", "x.jsonl")])
def test_neither_or_both_of_question_and_batch_is_bad_usage(data: Path, arguments: tuple[str, ...]) -> None:
    done = crossplan(data, "ask", *arguments)
    assert done.code == 2
    assert "expected a question or --batch FILE" in done.err

"""`crossplan facts` and `crossplan text`: what a plan says, and refusals of what is no plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.register import read_registered
from tests.cli.conftest import PLANS, TEXTS, crossplan, records, refusal

KINDS = {
    "plan", "section", "task", "safeguard", "indicator", "special_column", "special_action", "responsibility", "target",
    "baseline", "reference",
}  # fmt: skip
FIELDS = {"kind", "id", "plan_id", "quote", "start", "end", "rule"}


@pytest.mark.parametrize("plan", PLANS)
def test_every_record_stands_at_its_place_in_the_source(tmp_path: Path, plan: str) -> None:
    text = read_registered(plan).text
    found = records(crossplan(tmp_path, "facts", plan))
    assert {record["kind"] for record in found} <= KINDS
    assert {"plan", "section", "task", "safeguard", "target", "responsibility", "baseline", "reference"} <= {
        record["kind"] for record in found
    }
    assert all(text[record["start"] : record["end"]] == record["quote"] for record in found)
    assert all(record.keys() >= FIELDS and record["plan_id"] == plan for record in found)
    assert len({record["id"] for record in found}) == len(found)


def test_all_eleven_kinds_come_out_of_the_five_plans(tmp_path: Path) -> None:
    assert {record["kind"] for plan in PLANS for record in records(crossplan(tmp_path, "facts", plan))} == KINDS


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (crossplan(tmp_path, "facts", "tianjin").out for _ in range(2))
    assert first == second != ""


def test_a_file_is_read_like_a_built_in_plan(tmp_path: Path) -> None:
    found = records(crossplan(tmp_path, "facts", TEXTS / "kunming.txt"))
    (plan,) = (record for record in found if record["kind"] == "plan")
    assert plan["title"] == "昆明市“十四五”社区服务发展规划"
    assert (plan["region"], plan["level"], plan["start_year"], plan["end_year"]) == ("昆明市", "city", 2021, 2025)
    rows = [record for record in found if record["kind"] == "indicator"]
    assert [
        (row["row"], row["name"], row["base_value"], row["comparator"], row["value"], row["unit"]) for row in rows
    ] == [
        (1, "每百户居民拥有社区综合服务设施面积", "25平方米", ">=", 30.0, "平方米"),
        (2, "每万城镇常住人口拥有社区工作者", "15人", "=", 18.0, "人"),
    ]
    assert [record["title"] for record in found if record["kind"] == "task"] == [
        "建设服务设施", "发展助餐服务", "配备应急力量",
    ]  # fmt: skip
    assert [record["title"] for record in found if record["kind"] == "safeguard"] == ["加强组织领导", "强化经费保障"]
    duties = {
        (record["unit"], record["department"], record["role"]) for record in found if record["kind"] == "responsibility"
    }
    assert {("发展助餐服务", "市民政局", "lead"), ("发展助餐服务", "市卫生健康委", "joint")} <= duties


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("missing.txt", None, "found no such file"),
        ("empty.txt", b"", "found an empty file"),
        ("blank.txt", b" \n\n", "found an empty file"),
        ("binary.txt", bytes(range(256)) * 40, "found binary data"),
        ("plan.exe", b"MZ", "expected one of .txt, .md"),
        ("poem.txt", (TEXTS / "poem.txt").read_bytes(), "expected a plan"),
        ("recipe.txt", (TEXTS / "recipe.txt").read_bytes(), "expected a plan"),
        ("cut.txt", "规划".encode("utf-16-le")[:-1] * 30, "found binary data"),
    ],
)
def test_what_is_no_plan_is_refused_in_one_line(tmp_path: Path, name: str, content: bytes | None, told: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert told in refusal(crossplan(tmp_path, "facts", path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_any_usual_encoding_gives_the_same_facts(tmp_path: Path, encoding: str) -> None:
    original = TEXTS / "kunming.txt"
    path = tmp_path / "kunming.txt"
    path.write_bytes(original.read_text(encoding="utf-8").encode(encoding))
    told = [
        [(record["id"], record["quote"]) for record in records(crossplan(tmp_path, "facts", file))]
        for file in (original, path)
    ]
    assert told[0] == told[1]


def test_the_text_is_printed_exactly_as_offsets_count_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes("\ufeff一、目标\r\n到2025年\u2028达到80%\r".encode())
    assert crossplan(tmp_path, "text", path).out == "\ufeff一、目标\r\n到2025年\u2028达到80%\r"

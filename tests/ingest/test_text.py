"""A file's text is read exactly as stored, in whatever encoding it is in."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from ingest.errors import UnreadableText
from ingest.text import decode, read_source, read_text

PLAN = "一、总体要求\r\n（一）指导思想。坚持以人民为中心，健全社区服务体系。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_text_is_decoded_without_touching_its_newlines(encoding: str) -> None:
    assert decode((PLAN * 30).encode(encoding), "plan.txt") == PLAN * 30


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_stays_where_it_is_stored(mark: bytes, encoding: str) -> None:
    assert decode(mark + PLAN.encode(encoding), "plan.txt") == "\ufeff" + PLAN


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("plan.txt", b"", "found an empty file"),
        ("plan.txt", b" \n\n ", "found an empty file"),
        ("plan.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20, "found binary data"),
        ("plan.txt", bytes(range(128, 256)) * 40, "found binary data"),
        ("plan.xls", b"a", "found a .xls file"),
        ("plan", b"a", "found a nameless file"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, name: str, data: bytes, found: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableText, match=found) as caught:
        read_text(path)
    assert str(path) in str(caught.value)
    assert "expected" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match=r"gone\.txt: found no such file, expected a plan"):
        read_text(tmp_path / "gone.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableText, match="found an unreadable file"):
        read_text(tmp_path / "folder.txt")


def test_a_source_carries_its_plan_id(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_bytes(PLAN.encode())
    source = read_source(path, "plan")
    assert (source.plan_id, source.text) == ("plan", PLAN)

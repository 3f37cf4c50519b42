"""A document made to fill the memory or to take hours is refused in one line, within ten seconds and 500 MB."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import repeat
from pathlib import Path

import pytest

from ingest.text import read_text
from tests.ingest.word_files import word_file

Made = Callable[[Path], Path]
COMMAND = str(Path(sys.executable).parent / "crossplan")
_SECONDS, _KILOBYTES = 10, 500 * 1024
# Runs a command and prints its exit code, processor seconds and peak memory.  It is small itself: Linux counts the
# memory of whoever starts a process as the new process's own until it has begun.
_WATCH = """
import json, resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""
ENTITIES = '<!ENTITY a0 "规划">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


def docx(*body: str) -> Made:
    return lambda folder: word_file(folder / "plan.docx", pieces(body))


def pieces(body: tuple[str, ...]) -> Iterator[str]:
    """The pieces of a body; one written "NUMBER*TEXT" so many times."""
    for piece in body:
        times, star, text = piece.partition("*")
        yield from repeat(text, int(times)) if star and times.isdecimal() else (piece,)


def page(html: str) -> Made:
    def make(folder: Path) -> Path:
        path = folder / "plan.html"
        path.write_text(f"<html><body>{html}</body></html>", encoding="utf-8")
        return path

    return make


def pdf(unit: bytes, times: int = 1, pages: int = 1, twice: bool = False) -> Made:
    """A PDF of one content, `unit` so many thousand times, compressed once or twice."""

    def make(folder: Path) -> Path:
        pack = zlib.compressobj(1)
        content = b"".join(pack.compress(unit * 1000) for _ in range(times)) + pack.flush()
        content = zlib.compress(content) if twice else content
        filters = "/FlateDecode " * (1 + twice)
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [" + b"4 0 R " * pages + b"] /Count %d >>" % pages,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>",
            b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(content), filters.encode(), content),
        ]
        data = b"%PDF-1.5\n"
        places = []
        for number, inner in enumerate(objects, 1):
            places.append(len(data))
            data += b"%d 0 obj\n%s\nendobj\n" % (number, inner)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        tail = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        path = folder / "plan.pdf"
        path.write_bytes(data + tail % (table, len(data)))
        return path

    return make


def entity_docx(folder: Path) -> Path:
    path = folder / "plan.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"<!DOCTYPE d [{ENTITIES}]><d>&a11;</d>")
    return path


def raw(name: str, data: bytes) -> Made:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


_ROW = "<w:tr>" + "<w:tc><w:p><w:r><w:t>数</w:t></w:r></w:p></w:tc>" * 100 + "</w:tr>"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_ENDLESS = "more time or memory than any plan|more memory than any plan|more than 500000 elements|cannot be parsed"
HOSTILE: dict[str, tuple[Made, str]] = {
    "a zip bomb": (docx("200*" + "<w:p><w:r><w:t>规划</w:t></w:r></w:p>" * 20_000), "more than 64 MB"),
    "a million cells": (docx("<w:tbl>", "10000*" + _ROW, "</w:tbl>"), "more than 50000 table cells"),
    "a paragraph of ten million runs": (docx("<w:p>", "100*" + "<w:r/>" * 100_000, "</w:p>"), _ENDLESS),
    "XML nested a million deep": (docx("10*" + "<w:sdt>" * 100_000), "nested more than 100 deep"),
    "an entity bomb in Word": (entity_docx, "found a document type"),
    "a Word file cut short": (raw("plan.docx", b"PK\x03\x04" + bytes(99)), "found no zip archive"),
    "an encrypted Word file": (
        raw("plan.docx", _COMPOUND + "EncryptedPackage".encode("utf-16-le")), "an encrypted Word document",
    ),
    "an older Word file": (raw("plan.docx", _COMPOUND), "a Word document of the older kind"),
    "a page nested a million deep": (page("<div>" * 1_000_000), _ENDLESS),
    "bold type never ended": (page("<p><b><i>规划，" * 300_000), _ENDLESS),
    "a page of a million cells": (page("<table>" + "<tr>" + "<td>数</td>" * 1_000_000 + "</table>"), _ENDLESS),
    "600 MB of blanks in a PDF": (pdf(b" ", 600_000), _ENDLESS),
    "a PDF compressed twice": (pdf(b"q Q ", 130_000, twice=True), _ENDLESS),
    "a PDF of 200,000 pages": (pdf(b" ", pages=200_000), "found 200000 pages"),
    "a PDF without pages": (pdf(b" ", pages=0), "found no PDF or a damaged one"),
    "a PDF that is none": (raw("plan.pdf", "规划".encode() * 99), "found no PDF or a damaged one"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_document_is_refused_in_time(tmp_path: Path, kind: str) -> None:
    make, told = HOSTILE[kind]
    path = make(tmp_path)
    watched = subprocess.run(
        [sys.executable, "-c", _WATCH, COMMAND, "text", path], capture_output=True, text=True, check=False
    )
    (line,) = watched.stderr.splitlines()
    code, seconds, kilobytes = json.loads(watched.stdout)
    assert code == 2
    assert re.search(told, line)
    assert str(path) in line
    assert seconds < _SECONDS
    assert kilobytes < _KILOBYTES


def test_entities_of_a_page_are_not_unfolded(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    path.write_text(f"<!DOCTYPE html [{ENTITIES}]><html><body><p>规划，&a11;</p></body></html>", encoding="utf-8")
    assert len(read_text(path)) < 2000

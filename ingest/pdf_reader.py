"""The program that reads one PDF: `python -m ingest.pdf_reader FILE`.

In: the path of a PDF.  Out: on standard output one JSON object with its text and places, or with why it is refused.
Relied on: the operating system stops a process that goes past its share of memory, or of time for one page.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from ingest.errors import UnreadableText
from ingest.extracted import ExtractedText
from ingest.pdf_document import Sheet, check_readable, read_sheet, write_sheets
from ingest.pdf_page import read_pages

try:
    import resource
except ImportError:  # where the operating system has no such limits, there are none
    resource = None  # type: ignore[assignment]

_MEMORY = 480 * 2**20
_SECONDS_A_PAGE = 6


def main(path: Path) -> int:
    """Prints what the file says, or why it is not read; 0 in both cases."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        found = _read(path)
        told: dict[str, object] = {"text": found.text, "places": found.places.record() if found.places else None}
    except UnreadableText as error:
        told = {"refused": str(error)}
    sys.stdout.write(json.dumps(told))
    return 0


def _read(path: Path) -> ExtractedText:
    sheets: list[Sheet] = []
    counts: list[tuple[int, int, int]] = []
    _allow_a_page()
    for page in read_pages(path):
        counts.append((len(page.glyphs), page.unreadable, page.pictures))
        sheets.append(read_sheet(page))
        _allow_a_page()
    check_readable(counts, path)
    return write_sheets(sheets)


def _allow_a_page() -> None:
    """Lets the process go on for the time that one page may take."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + _SECONDS_A_PAGE, hard))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

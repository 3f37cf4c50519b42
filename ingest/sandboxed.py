r"""The program that reads one document: `python -m ingest.sandboxed FILE`.

In: the path of a .docx, .html or .pdf file.  Out: on standard output one JSON object with its text and places, or with
why it is refused.  Relied on: the operating system stops a process that goes past its share of memory or of time.
Example: `{"text": "一、总体要求\n", "places": {"unit": "page", "starts": [0], "numbers": [1]}}`.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

from ingest.errors import UnreadableText
from ingest.extracted import ExtractedText
from ingest.text import WEB_PAGES, read_bytes_as_text

# Where the operating system has no such limits, there are none.
resource = importlib.import_module("resource") if importlib.util.find_spec("resource") else None
_MEMORY = 480 * 2**20
_SECONDS = 5  # of the processor: for a whole document, and for each page of a PDF


def main(path: Path) -> int:
    """Prints what the document says, or why it is not read; 0 in both cases."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    allow_time()
    try:
        found = _read(path)
        told: dict[str, object] = {"text": found.text, "places": found.places.record() if found.places else None}
    except UnreadableText as error:
        told = {"refused": str(error)}
    except MemoryError:
        told = {"refused": f"{path}: found a document that takes more memory than any plan, expected a plan"}
    sys.stdout.write(json.dumps(told))
    return 0


def allow_time() -> None:
    """Lets the process go on for a few seconds."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + _SECONDS, hard))


def _read(path: Path) -> ExtractedText:
    """The text by the reader of its kind, which is loaded only here."""
    kind = path.suffix.lower()
    if kind == ".docx":
        from ingest.docx_text import read_docx

        return read_docx(path)
    if kind in WEB_PAGES:
        from ingest.html_text import read_html

        return read_html(read_bytes_as_text(path), path)
    from ingest.pdf_document import read_pdf

    return read_pdf(path, allow_time)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

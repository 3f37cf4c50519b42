"""The text of a PDF, read in a process of its own.

In: a PDF file.  Out: its `ExtractedText`; pages that are pictures, a password, or a file that takes more time or memory
than any plan are refused.  Relied on: PDFium is fast but written in C, where a broken or hostile file can stop the
program, fill the memory or never end; a process of its own can be stopped without harm.
Example: a scan gives "plan.pdf: found a scanned PDF (12 of 12 pages are pictures without text), expected a text layer".
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from ingest.errors import UnreadableText
from ingest.extracted import ExtractedText
from ontology.places import Places

_READER = "ingest.pdf_reader"
_LONGEST_SECONDS = 300


def read_pdf(path: Path) -> ExtractedText:
    """The text of the PDF at `path`; raises UnreadableText."""
    command = [sys.executable, "-m", _READER, str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_LONGEST_SECONDS, check=False)
        told = json.loads(done.stdout) if done.returncode == 0 else {}
    except subprocess.TimeoutExpired:
        told = {}
    if "refused" in told:
        raise UnreadableText(told["refused"])
    if "text" not in told:
        raise UnreadableText(
            f"{path}: found a PDF that takes more time or memory than any plan, or is damaged, expected a plan"
        )
    return ExtractedText(told["text"], Places.read(told["places"]) if told["places"] else None)

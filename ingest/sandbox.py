"""A document that is no plain text is read in a process of its own.

In: the path of a .docx, .html or .pdf file.  Out: its `ExtractedText`.  Relied on: a few kilobytes can be made to fill
the memory, to take hours, or to stop a reader written in C; a process can be stopped by the operating system without
harm to this one.
Example: a page of a million nested elements gives "page.html: found a document that takes more time or memory than any
plan, or is damaged, expected a plan" after five seconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from ingest.errors import UnreadableText
from ingest.extracted import ExtractedText
from ontology.places import Places

_PROGRAM = "ingest.sandboxed"
_LONGEST_SECONDS = 600  # of all pages; each has a limit of its own


class ReaderFailed(RuntimeError):
    """A reader that failed by a mistake of its own."""


def extract(path: Path) -> ExtractedText:
    """The text of the document at `path`; raises UnreadableText."""
    command = [sys.executable, "-m", _PROGRAM, str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_LONGEST_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise _stopped(path) from None
    if done.returncode < 0:
        raise _stopped(path)
    if done.returncode > 0:
        raise ReaderFailed(f"{path}: the reader failed: {done.stderr.decode(errors='replace').strip()}")
    told = json.loads(done.stdout)
    if "refused" in told:
        raise UnreadableText(told["refused"])
    return ExtractedText(told["text"], Places.read(told["places"]) if told["places"] else None)


def _stopped(path: Path) -> UnreadableText:
    return UnreadableText(
        f"{path}: found a document that takes more time or memory than any plan, or is damaged, expected a plan"
    )

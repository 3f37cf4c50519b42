"""`crossplan text`: the text that offsets refer to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ingest.text import read_text


def text(file: Annotated[Path, typer.Argument(help="A plan document.")]) -> None:
    """Prints the text of a document exactly as offsets count it.

    Example: `crossplan text plan.txt`
    """
    sys.stdout.buffer.write(read_text(file).encode("utf-8"))

"""Many queries or questions in one file, a JSON record a line, as `crossplan search` and `crossplan ask` take them.

In: a file.  Out: the id and the text of each line.  A line that is none is named behind the last, the others answered.
Example: `{"id": "a", "query": "灾害信息员"}`
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from cli.errors import BadLines, CommandError


def read_batch(path: Path, field: str) -> Iterator[tuple[str, str]]:
    """Id and text of each line of a batch file; raises BadLines behind the last, naming those that are none."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise CommandError(f"{path}: found no readable file ({error}), expected JSON Lines") from error
    mistakes = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _asked(line, field)
            except ValueError as error:
                expected = f'expected {{"id": text, "{field}": text}}'
                mistakes.append(f"{path} line {number}: found {error}, {expected}")
    if mistakes:
        raise BadLines(mistakes)


def _asked(line: bytes, field: str) -> tuple[str, str]:
    """Id and text of one line; raises ValueError with what it is instead."""
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError("no UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise ValueError("no JSON") from error
    if not isinstance(record, dict) or not all(isinstance(record.get(key), str) for key in ("id", field)):
        raise ValueError(line.decode("utf-8")[:60])
    return record["id"], record[field]

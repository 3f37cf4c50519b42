"""What commands print: records as JSON Lines on standard output, everything for the eye on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping


def print_records(records: Iterable[Mapping[str, object]]) -> None:
    """Prints one JSON object a line, in UTF-8 whatever the locale says; half a character of an input as its escape."""
    out = sys.stdout.buffer
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    out.flush()


def say(line: str) -> None:
    """Prints one line for the person at the terminal."""
    print(line, file=sys.stderr, flush=True)

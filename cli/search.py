"""`crossplan search`: clauses that speak to a query, one record a query."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.errors import CommandError
from cli.output import print_records
from cli.stored import live_version
from graph.versions import INDEX

if TYPE_CHECKING:
    from search.index import Mode, SearchResult


def search(
    query: Annotated[str | None, typer.Argument(help="Words to look for, in Chinese.")] = None,
    batch: Annotated[Path | None, typer.Option(help='JSON Lines of {"id", "query"} instead of one query.')] = None,
    plan: Annotated[list[str] | None, typer.Option(help="Only this plan; may be given again.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many hits at most.")] = 10,
    mode: Annotated[str, typer.Option(help="hybrid: all lanes there are; lexical; semantic.")] = "hybrid",
) -> None:
    """Searches the clauses of the loaded plans; one JSON record a query.

    Examples:

    * `crossplan search 灾害信息员`

    * `crossplan search 老年人助餐 --plan PLAN_ID --limit 5`

    * `crossplan search --batch queries.jsonl`, with {"id": …, "query": …} on each line
    """
    from search.filters import Filters
    from search.index import ClauseIndex

    if (query is None) == (batch is None):
        raise CommandError("search: expected a query or --batch FILE, one of the two")
    index = ClauseIndex.open(live_version() / INDEX)
    filters = Filters(plans=tuple(plan or ()))

    def answer(text: str) -> dict[str, object]:
        return _record(index.search(text, filters, limit=limit, mode=_mode(mode)))

    if query is not None:
        print_records([answer(query)])
    elif batch is not None:
        print_records({"id": one_id, **answer(text)} for one_id, text in read_batch(batch, "query"))


def read_batch(path: Path, field: str) -> Iterator[tuple[str, str]]:
    """Id and text of each line of a batch file; raises CommandError naming the line that is not as expected."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: found no readable UTF-8 file ({error}), expected JSON Lines") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        expected = f'{{"id": text, "{field}": text}}'
        try:
            record = json.loads(line)
        except ValueError as error:
            raise CommandError(f"{path} line {number}: found no JSON, expected {expected}") from error
        if not isinstance(record, dict) or not all(isinstance(record.get(key), str) for key in ("id", field)):
            raise CommandError(f"{path} line {number}: found {line[:60]}, expected {expected}")
        yield record["id"], record[field]


def _mode(text: str) -> Mode:
    return text  # type: ignore[return-value]  # the index names the modes it knows


def _record(result: SearchResult) -> dict[str, object]:
    return {
        "query": result.query,
        "no_result": result.no_result,
        "total": result.total,
        "hits": [asdict(hit) for hit in result.hits],
        **({"notes": list(result.notes)} if result.notes else {}),
    }

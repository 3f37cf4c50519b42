"""`crossplan search`: clauses that speak to a query, one record a query."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cli.errors import BadLines, CommandError
from cli.output import print_records
from cli.stored import live_version, search_settings, store_settings
from graph.versions import INDEX

if TYPE_CHECKING:
    from search.filters import Filters
    from search.hits import SearchResult
    from search.wanted import Mode, Order

FILTERS = ("plans", "regions", "periods", "levels", "years", "themes", "beneficiaries", "kinds")


def search(
    query: Annotated[str | None, typer.Argument(help="Words to look for, in Chinese.")] = None,
    batch: Annotated[Path | None, typer.Option(help='JSON Lines of {"id", "query"} instead of one query.')] = None,
    like: Annotated[str | None, typer.Option(help="The id of a clause: what do the other plans say here?")] = None,
    plan: Annotated[list[str] | None, typer.Option(help="Only this plan; may be given again.")] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(help=f"FILTER=VALUE, may be given again; filters: {', '.join(FILTERS)}."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many hits at most.")] = 10,
    offset: Annotated[int, typer.Option(min=0, help="How many hits to leave out.")] = 0,
    mode: Annotated[str, typer.Option(help="hybrid: all lanes there are; lexical; semantic.")] = "hybrid",
    order: Annotated[str, typer.Option(help="score: best first; plan: as they stand in the plans.")] = "score",
    min_score: Annotated[float, typer.Option(help="Least score, 0 to 1.")] = 0.0,
    group: Annotated[bool, typer.Option("--group", help="Near-identical clauses of different plans as one.")] = False,
    facets: Annotated[bool, typer.Option("--facets", help="Count all that is found by each filter.")] = False,
) -> None:
    """Searches the clauses of the loaded plans by words and by meaning; one JSON record a query.

    Examples:

    * `crossplan search 灾害信息员`

    * `crossplan search 孩子放学没人接怎么办 --only kinds=task --only years=2025`

    * `crossplan search --like PLAN_ID/3.1#c2`, what the other plans say of the same

    * `crossplan search --batch queries.jsonl`, with {"id": …, "query": …} on each line
    """
    from search.opening import open_index
    from search.wanted import Wanted

    if (query is not None) + (batch is not None) + (like is not None) != 1:
        raise CommandError("search: expected a query, --batch FILE or --like CLAUSE, one of the three")
    filters = _filters(plan or (), only or ())
    wanted = Wanted(
        limit=limit,
        offset=offset,
        mode=cast("Mode", mode),  # the words are checked there, and named
        order=cast("Order", order),
        min_score=min_score,
        group=group,
        facets=facets,
    )
    with closing(open_index(store_settings(), live_version() / INDEX, search_settings().opener())) as index:
        if like is not None:
            hits = index.similar(like, filters, limit=limit)
            print_records([{"like": like, "no_result": not hits, "hits": [asdict(hit) for hit in hits]}])
        elif query is not None:
            print_records([_record(index.search(query, filters, wanted))])
        elif batch is not None:
            asked = read_batch(batch, "query")
            print_records({"id": one, **_record(index.search(text, filters, wanted))} for one, text in asked)


def _filters(plans: Sequence[str], only: Sequence[str]) -> Filters:
    from search.filters import Filters

    chosen: dict[str, tuple[str, ...]] = {"plans": tuple(plans)}
    for one in only:
        name, given, value = one.partition("=")
        if name not in FILTERS or not given:
            raise CommandError(f"--only: found {one!r}, expected FILTER=VALUE with one of: {', '.join(FILTERS)}")
        chosen[name] = (*chosen.get(name, ()), value)
    return Filters(**chosen)


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


def _record(result: SearchResult) -> dict[str, object]:
    facets = [(name, counts) for name, counts in result.facets.items() if counts]
    return {
        "query": result.query,
        "no_result": result.no_result,
        "total": result.total,
        "hits": [asdict(hit) for hit in result.hits],
        **({"nearest": [asdict(hit) for hit in result.nearest]} if result.nearest else {}),
        **({"facets": {name: {one.value: one.count for one in counts} for name, counts in facets}} if facets else {}),
        **({"notes": list(result.notes)} if result.notes else {}),
    }

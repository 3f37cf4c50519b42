"""`crossplan search`: clauses that speak to a query, one record a query."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cli.batch import read_batch
from cli.errors import CommandError
from cli.neighbours import with_neighbours
from cli.output import print_records
from cli.stored import live_version, search_settings, store_settings
from graph.versions import INDEX

if TYPE_CHECKING:
    from search.chosen import Chosen
    from search.filters import Filters
    from search.hits import SearchResult
    from search.index import ClauseIndex
    from search.wanted import Mode, Order, Wanted

# The names in `search/filters.py`, which takes long to import.
FILTERS = ("plans", "regions", "periods", "levels", "years", "themes", "beneficiaries", "kinds")


def search(
    query: Annotated[
        str | None, typer.Argument(help="Words to look for, in Chinese; - reads them from standard input.")
    ] = None,
    batch: Annotated[Path | None, typer.Option(help='JSON Lines of {"id", "query"} instead of one query.')] = None,
    like: Annotated[str | None, typer.Option(help="The id of a clause: what do the other plans say here?")] = None,
    plan: Annotated[list[str] | None, typer.Option(help="Only this plan; may be given again.")] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(help=f"FILTER=VALUE, may be given again; filters: {', '.join(FILTERS)}."),
    ] = None,
    own_plan: Annotated[bool, typer.Option("--own-plan", help="With --like: in the clause's own plan too.")] = False,
    context: Annotated[int, typer.Option(min=0, help="How many clauses before and after each hit to show.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many hits at most.")] = 10,
    offset: Annotated[int, typer.Option(min=0, help="How many hits to leave out.")] = 0,
    mode: Annotated[
        str, typer.Option(help="hybrid: all lanes there are; or one alone: lexical, semantic, concept, figures.")
    ] = "hybrid",
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

    * `crossplan search - < letter.txt`, where the words are too long for an argument
    """
    from search.chosen import filters_of
    from search.opening import open_index
    from search.wanted import Wanted

    if (query is not None) + (batch is not None) + (like is not None) != 1:
        raise CommandError("search: expected a query, --batch FILE or --like CLAUSE, one of the three")
    wanted = Wanted(
        limit=limit,
        offset=offset,
        mode=cast("Mode", mode),  # the words are checked there, and named
        order=cast("Order", order),
        min_score=min_score,
        group=group,
        facets=facets,
    )
    if like is not None:
        _refuse_beside_like(wanted)
    elif own_plan:
        raise CommandError("--own-plan: expected --like CLAUSE beside it")
    words = "" if query is None else _words(query)
    chosen = _chosen(plan or (), only or ())
    with closing(open_index(store_settings(), live_version() / INDEX, search_settings().opener())) as index:
        filters = filters_of(index, chosen)
        records: Iterator[dict[str, object]]
        if like is not None:
            records = iter([_alike(index, like, filters, limit, own_plan)])
        elif batch is not None:
            asked = read_batch(batch, "query")
            records = ({"id": one, **_record(index.search(text, filters, wanted))} for one, text in asked)
        else:
            records = iter([_record(index.search(words, filters, wanted))])
        print_records(with_neighbours(records, context))


def _refuse_beside_like(wanted: Wanted) -> None:
    """Refuses what only a search by words takes; raises CommandError."""
    odd = [one.name for one in fields(wanted) if one.name != "limit" and getattr(wanted, one.name) != one.default]
    if odd:
        found = ", ".join(f"--{name.replace('_', '-')}" for name in odd)
        raise CommandError(f"--like: found {found}, expected only --plan, --only, --own-plan, --limit and --context")


def _words(query: str) -> str:
    """The words asked for, those of standard input for -; raises CommandError where there are none."""
    if query == "-":
        try:
            query = sys.stdin.buffer.read().decode("utf-8")
        except UnicodeDecodeError as error:
            raise CommandError(f"-: found no UTF-8 ({error}), expected the words of one query") from error
    if not query.strip():
        raise CommandError("query: found no words, expected some")
    return query


def _chosen(plans: Sequence[str], only: Sequence[str]) -> Chosen:
    chosen: dict[str, list[str]] = {"plans": [*plans]}
    for one in only:
        name, given, value = one.partition("=")
        if name not in FILTERS or not given:
            raise CommandError(f"--only: found {one!r}, expected FILTER=VALUE with one of: {', '.join(FILTERS)}")
        chosen.setdefault(name, []).append(value)
    return chosen


def _alike(index: ClauseIndex, like: str, filters: Filters, limit: int, own_plan: bool) -> dict[str, object]:
    """What says the like, and a note where the clause's own plan was asked for and is left out."""
    hits = index.similar(like, filters, limit=limit, own_plan=own_plan)
    own, record = like.partition("/")[0], {"like": like, "no_result": not hits, "hits": [asdict(hit) for hit in hits]}
    if own_plan or own not in filters.plans:
        return record
    return {**record, "notes": [f"{own} is the clause's own plan and is left out; --own-plan looks there too"]}


def _record(result: SearchResult) -> dict[str, object]:
    from search.query import MAX_CHARACTERS

    facets = {name: {one.value: one.count for one in values} for name, values in result.facets.items() if values}
    return {
        "query": result.query[:MAX_CHARACTERS],
        "no_result": result.no_result,
        "total": result.total,
        "hits": [asdict(hit) for hit in result.hits],
        **({"nearest": [asdict(hit) for hit in result.nearest]} if result.nearest else {}),
        **({"facets": facets} if facets else {}),
        **({"notes": list(result.notes)} if result.notes else {}),
    }

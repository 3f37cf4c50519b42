"""`crossplan evaluate`: how right the program is, measured against what readers wrote down."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from cli.errors import CommandError
from cli.output import print_records
from cli.stored import search_settings

if TYPE_CHECKING:
    from graph_api.ask.asking import Asker
    from ingest.score import Score

# The project's own annotated plans, where the program runs from its repository.
GOLD = Path(__file__).parents[1] / "tests" / "gold"

evaluate = typer.Typer(
    name="evaluate", help="Measures the program against what readers wrote down.", no_args_is_help=True
)


@evaluate.callback()
def what() -> None:
    """Measures the program against what readers wrote down."""


@evaluate.command("facts")
def facts(
    gold: Annotated[Path, typer.Option(help="The folder of annotated plans.")] = GOLD,
    plan: Annotated[list[str] | None, typer.Option(help="Only this plan; may be given again.")] = None,
) -> None:
    """Reads every annotated plan and prints precision, recall and F1 of each kind of fact, with the misses.

    One record a plan and kind, then one a kind over all plans together (`plan_id` is null).

    Examples:

    * `crossplan evaluate facts`

    * `crossplan evaluate facts --gold my-gold --plan my-city`
    """
    from ingest.gold import annotated_plans

    print_records(_records(gold, tuple(plan or annotated_plans(gold))))


@evaluate.command("search")
def search(
    queries: Annotated[Path, typer.Option(help="Judged queries, JSON Lines.")] = GOLD / "queries.jsonl",
    sources: Annotated[Path, typer.Option(help="The folder with the plans they are about, ID.txt.")] = GOLD / "sources",
    held_out: Annotated[
        bool | None, typer.Option("--held-out/--tuned-on", help="Only the queries nothing was chosen by, or the rest.")
    ] = None,
) -> None:
    """Searches for every judged query and prints nDCG@10, Recall@20, MRR and refusals of each style and system.

    Systems: BM25 alone, each lane alone, all together (hybrid).  The plans are made searchable for it, in memory.

    Examples:

    * `crossplan evaluate search`

    * `crossplan evaluate search --held-out`

    * `crossplan evaluate search --queries my.jsonl --sources my-plans`
    """
    from ingest.judged_plans import judged_sources, placed, source_entries
    from search.evaluation import evaluate as measure
    from search.evaluation import records, systems
    from search.index import ClauseIndex
    from search.judged import read_judged

    judged = read_judged(queries)
    texts = judged_sources(judged, sources)
    entries = source_entries(texts)
    opener = search_settings().opener()
    index = ClauseIndex.build(entries, opener() if opener else None)
    asked = [query for query in placed(judged, texts) if held_out is None or query.held_out == held_out]
    for name, system in systems(index, entries).items():
        print_records(records(measure(asked, system), name))


@evaluate.command("ask")
def ask(
    questions: Annotated[Path, typer.Option(help="Questions with their answers, JSON Lines.")] = GOLD
    / "questions.jsonl",
    sources: Annotated[Path, typer.Option(help="The folder with the plans beside the built-in.")] = GOLD / "sources",
    part: Annotated[list[str] | None, typer.Option(help="Only this round; may be given again.")] = None,
) -> None:
    """Asks every public question and prints how many are right by kind, by round and together, with the misses.

    Each is asked of the plans of its collection (`collections.toml` beside the questions), ingested for it.

    Examples:

    * `crossplan evaluate ask`

    * `crossplan evaluate ask --part twelfth`
    """
    from graph_api.ask.evaluation import read_collections, read_questions, tallies

    asked = [one for one in read_questions(questions) if not part or one.part in part]
    collections = read_collections(questions.parent / "collections.toml", sources)
    with TemporaryDirectory() as data:
        askers = {
            name: _asker(Path(data) / name, collections, name) for name in sorted({one.collection for one in asked})
        }
        found = tallies(asked, lambda one: askers[one.collection].ask(one.question).answer.fields)
    print_records(asdict(tally) for tally in found)


def _asker(data: Path, collections: Mapping[str, tuple[Path, ...]], name: str) -> Asker:
    from graph_api.ask.evaluation import open_collection

    if name not in collections:
        raise CommandError(f"ask: collection {name!r} found, expected one of: {', '.join(collections)}")
    return asyncio.run(open_collection(data, collections[name], search_settings()))


def _records(folder: Path, plans: tuple[str, ...]) -> Iterator[dict[str, object]]:
    from ingest.evaluation import evaluate_plan
    from ingest.gold import read_gold
    from ingest.score import Score
    from ontology.vocabulary import load_regions

    regions = load_regions()
    together: dict[str, Score] = {}
    for plan_id in plans:
        for kind, score in evaluate_plan(read_gold(folder, plan_id), regions).items():
            yield _record(plan_id, kind, score)
            together[kind] = together.get(kind, Score()) + score
    for kind, score in together.items():
        yield _record(None, kind, score)


def _record(plan_id: str | None, kind: str, score: Score) -> dict[str, object]:
    return {
        "plan_id": plan_id,
        "kind": kind,
        "precision": round(score.precision, 4),
        "recall": round(score.recall, 4),
        "f1": round(score.f1, 4),
        "right": score.right,
        "missed": list(score.missed) if plan_id else len(score.missed),
        "extra": list(score.extra) if plan_id else len(score.extra),
        "fields": {name: f"{agreeing}/{compared}" for name, (agreeing, compared) in score.fields.items()},
    }

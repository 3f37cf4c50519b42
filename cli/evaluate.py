"""`crossplan evaluate`: how right the program is, measured against what readers wrote down."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.output import print_records

if TYPE_CHECKING:
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

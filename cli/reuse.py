"""`crossplan reuse`: which sentences of a plan stand in other loaded plans, and what was changed in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from cli.errors import CommandError
from cli.output import print_records
from cli.stored import live_sources, live_version
from ontology.records import Clause, Plan

if TYPE_CHECKING:
    from align.reuse import Passage, Reuse


def reuse(
    plan_id: Annotated[str, typer.Argument(help="The plan whose sentences are looked for.")],
    with_: Annotated[
        list[str] | None, typer.Option("--with", metavar="PLAN_ID", help="Only in this plan; may be given again.")
    ] = None,
) -> None:
    """Prints each sentence of a plan that stands, word for word or nearly, in another loaded plan; a JSON record each.

    The last record has the plan's shares of own, shared and adapted text.

    Examples:

    * `crossplan reuse PLAN_ID`

    * `crossplan reuse PLAN_ID --with OTHER_PLAN_ID`
    """
    from align.provenance import by_date, shares
    from align.reuse import find_reuse

    passages, dates = _passages(plan_id, with_)
    ordered = by_date(passages, dates)
    found = find_reuse(ordered, of_plan=plan_id)
    own = [passage for passage in ordered if passage.plan_id == plan_id]
    print_records(_record(one, dates) for one in found)
    print_records({"kind": "shares", **asdict(one)} for one in shares(own, found))


def _passages(plan_id: str, others: list[str] | None) -> tuple[list[Passage], dict[str, str]]:
    """The clauses of the plans to be compared, and their dates as far as they are printed; raises CommandError."""
    from align.reuse import Passage
    from ingest.stored_facts import stored_facts

    version, sources = live_version(), live_sources()
    for wanted in (plan_id, *(others or ())):
        if wanted not in sources:
            raise CommandError(f"reuse: found no plan {wanted!r}, expected one of: {', '.join(sources)}")
    passages: list[Passage] = []
    dates: dict[str, str] = {}
    for plan, source in sources.items():
        if others and plan not in {plan_id, *others}:
            continue
        for fact in stored_facts(version, source):
            if isinstance(fact, Clause):
                passages.append(Passage(plan, fact.id, fact.span.start, fact.span.quote))
            if isinstance(fact, Plan) and (date := fact.issued or fact.published):
                dates[plan] = date
    return passages, dates


def _record(one: Reuse, dates: Mapping[str, str]) -> dict[str, object]:
    from align.provenance import direction

    return {
        "kind": "reuse",
        **dict(_place(one.passage, "")),
        **dict(_place(one.other, "other_")),
        "reuse": one.kind,
        "share": one.share,
        "direction": direction(one, dates),
        "edits": [asdict(edit) for edit in one.edits],
    }


def _place(passage: Passage, prefix: str) -> Iterator[tuple[str, object]]:
    yield f"{prefix}plan_id", passage.plan_id
    yield f"{prefix}clause_id", passage.id
    yield f"{prefix}quote", passage.quote
    yield f"{prefix}start", passage.start
    yield f"{prefix}end", passage.start + len(passage.quote)

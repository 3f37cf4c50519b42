"""`crossplan check`: whether what is stored is sound."""

from __future__ import annotations

from dataclasses import asdict

import typer

from cli.output import print_records, say
from cli.stored import live_sources, stored_graph


def check() -> None:
    """Checks the stored graph: consistent with the ontology, in its shapes, every quote in its source.

    Prints one JSON record a problem; the exit code is 1 where there is one.

    Example: `crossplan check`
    """
    from ontology.validation import check_graph

    graph = stored_graph()
    problems = check_graph(graph, {plan_id: source.text for plan_id, source in live_sources().items()})
    print_records(asdict(problem) for problem in problems)
    say(f"{len(problems)} problems in {len(graph.nodes):,} nodes and {len(graph.relations):,} relations")
    if problems:
        raise typer.Exit(1)

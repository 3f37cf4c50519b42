"""`crossplan check`: whether what is stored is sound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict

import typer

from cli.output import print_records, say
from cli.stored import live_sources, store_settings, stored_graph
from ontology.problems import Problem
from ontology.spans import Source


def check() -> None:
    """Checks the stored graph: consistent with the ontology, in its shapes, every quote in its source.

    Verdicts in curation.toml and alignment.toml are held against the sources too.

    Prints one JSON record a problem; the exit code is 1 where there is one.

    Example: `crossplan check`
    """
    from ontology.validation import check_graph

    graph, sources = stored_graph(), live_sources()
    problems = check_graph(graph, {plan_id: source.text for plan_id, source in sources.items()})
    problems += _verdict_problems(sources)
    problems += _alignment_problems(sources)
    print_records(asdict(problem) for problem in problems)
    say(f"{len(problems)} problems in {len(graph.nodes):,} nodes and {len(graph.relations):,} relations")
    if problems:
        raise typer.Exit(1)


def _verdict_problems(sources: Mapping[str, Source]) -> list[Problem]:
    """The verdicts that cannot be carried out as the plans read now."""
    from ingest.curation import strays
    from ingest.reading import read_curated
    from ingest.verdict_file import read_verdicts
    from ontology.vocabulary import load_regions

    verdicts = read_verdicts(store_settings().verdicts)
    problems = [*strays(verdicts, sources)]
    for plan_id, source in sources.items():
        if verdicts.of_plan(plan_id):
            problems += read_curated(source, load_regions(), verdicts).problems
    return problems


def _alignment_problems(sources: Mapping[str, Source]) -> Sequence[Problem]:
    """The verdicts on alignments whose facts are not in the plans as they read now."""
    from align.judgements import Judgements
    from align.verdict_file import read_verdicts as read_alignment_verdicts
    from ingest.reading import read_curated
    from ingest.verdict_file import read_verdicts
    from ontology.vocabulary import load_regions

    settings, regions = store_settings(), load_regions()
    judged, curated = read_alignment_verdicts(settings.alignment_verdicts), read_verdicts(settings.verdicts)
    named = {member.plan_id for verdict in judged.entries for member in verdict.members}
    plans = [read_curated(source, regions, curated) for plan_id, source in sources.items() if plan_id in named]
    return Judgements(judged, [fact for plan in plans for fact in plan.facts], {}).problems

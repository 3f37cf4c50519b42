"""All stages from a source to its facts, in their order, and what a person decided about these at the end.

In: a `Source`.  Out: its facts, plan first, each with its place; the same source gives the same facts.  Raises NotAPlan
for a text that is none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.baselines import find_baselines
from ingest.clauses import split_clauses
from ingest.curation import Curated, curate
from ingest.indicators import find_indicators
from ingest.outline import build_outline
from ingest.plan import find_plan
from ingest.references import find_references
from ingest.responsibilities import find_responsibilities
from ingest.sections import find_sections
from ingest.special_actions import find_special_actions, find_special_columns
from ingest.structure import Outline
from ingest.targets import find_targets
from ingest.tasks import find_safeguards, find_tasks
from ingest.verdicts import Verdicts
from ontology.records import Clause, Fact
from ontology.regions import Regions
from ontology.spans import Source

# What stands in headings and boxes, then what stands in clauses: one finder a kind of fact.
OUTLINE_FINDERS: tuple[Callable[[Outline], Sequence[Fact]], ...] = (
    find_sections,
    find_tasks,
    find_safeguards,
    find_special_columns,
    find_special_actions,
    find_indicators,
)
CLAUSE_FINDERS: tuple[Callable[[Outline, tuple[Clause, ...]], Sequence[Fact]], ...] = (
    find_responsibilities,
    find_targets,
    find_baselines,
    find_references,
)


def read_curated(source: Source, regions: Regions, verdicts: Verdicts) -> Curated:
    """The facts of a plan with a person's verdicts carried out; raises NotAPlan and CurationError."""
    return curate(read_facts(source, regions), verdicts)


def read_facts(source: Source, regions: Regions) -> tuple[Fact, ...]:
    """The facts that the rules find in a plan, clauses included; raises NotAPlan."""
    outline = build_outline(source)
    clauses = split_clauses(outline)
    found: list[Fact] = [find_plan(outline, regions)]
    for find in OUTLINE_FINDERS:
        found += find(outline)
    found += clauses
    for find_in_clauses in CLAUSE_FINDERS:
        found += find_in_clauses(outline, clauses)
    return tuple(found)

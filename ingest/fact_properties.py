"""What a fact's own fields are called in the graph.

In: a fact.  Out: its properties under the ontology's names; a field that the text does not state is left out.
Fields that name other records (ids, and the region of a plan) are relations and stand in `ingest.graph_elements`.
"""

from __future__ import annotations

from dataclasses import fields

from ontology.elements import Property
from ontology.records import (
    Baseline,
    Clause,
    Fact,
    Indicator,
    Plan,
    Reference,
    Responsibility,
    Safeguard,
    Section,
    SpecialAction,
    SpecialColumn,
    Target,
    Task,
)

LABELS: dict[type[Fact], str] = {
    kind: kind.__name__
    for kind in (
        Plan,
        Section,
        Clause,
        Task,
        Safeguard,
        SpecialColumn,
        SpecialAction,
        Indicator,
        Responsibility,
        Target,
        Baseline,
        Reference,
    )
}
# Fields whose property has another name than the field in camel case.
_NAMES = {"unit": "unitTitle", "department": "departmentName", "column": "columnTitle", "parent": "parentTitle"}
_NAMES_OF: dict[type[Fact], dict[str, str]] = {
    Indicator: {"unit": "unit"},  # a unit of measure, not a unit of the outline
    Reference: {"title": "citedTitle"},
}
_RELATIONS = {"id", "span", "region", "region_code"}


def properties(fact: Fact) -> dict[str, Property]:
    """The fact's own fields and its place, as node properties."""
    own = _NAMES_OF.get(type(fact), {})
    found: dict[str, Property] = {}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name in _RELATIONS or field.name.endswith("_id") or value is None:
            continue
        name = own.get(field.name) or _NAMES.get(field.name) or _camel(field.name)
        found[name] = list(value) if isinstance(value, tuple) else value
    span = fact.span
    return {**found, "planId": fact.plan_id, "quote": span.quote, "start": span.start, "end": span.end}


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)

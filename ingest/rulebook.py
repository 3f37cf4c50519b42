"""All reading rules by their names: what a fact's `rule` field leads to.

In: nothing.  Out: the rulebook.  Relied on: a module of `ingest` that has rules lists them under RULES, and each fact
names one of them; a fact that a person decided on names `CURATED`, whose reason stands in their verdict.
Example: `rulebook()["statement.amount"].relies_on` is "a figure with the unit it counts in, or …".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ingest import (
    baselines,
    bodies,
    boxes,
    clauses,
    dates,
    front_rules,
    heading_rules,
    indicator_table,
    issuers,
    joined_table,
    leads,
    note_marks,
    numbering,
    plan_rules,
    quantity_rules,
    references,
    responsibility_rules,
    schemes,
    statement_rules,
    subject_rules,
    table_words,
    tables,
    targets,
    tasks,
    zones,
)
from ingest.outline_rules import OutlineRule
from ingest.rules import Rule, check_names
from ontology.records import CURATED
from ontology.rules import RuleNote

AnyRule = Rule | OutlineRule
# Every module that lists rules.
MODULES = (
    baselines,
    bodies,
    boxes,
    clauses,
    dates,
    front_rules,
    heading_rules,
    indicator_table,
    issuers,
    joined_table,
    leads,
    note_marks,
    numbering,
    plan_rules,
    quantity_rules,
    references,
    responsibility_rules,
    schemes,
    statement_rules,
    subject_rules,
    table_words,
    tables,
    targets,
    tasks,
    zones,
)


VERDICT = RuleNote(
    CURATED,
    "a person read the source and decided; the reason stands in their verdict",
    examples=(),
    counter_examples=(),
)


def all_rules() -> tuple[AnyRule, ...]:
    """The rules of all modules, in their order."""
    return tuple(rule for module in MODULES for rule in module.RULES)


@cache
def rulebook() -> Mapping[str, RuleNote]:
    """What each rule relies on, by its name; raises RuleError where two have one name."""
    rules = all_rules()
    check_names(rules)
    notes = (RuleNote(rule.name, rule.relies_on, rule.examples, rule.counter_examples) for rule in rules)
    return MappingProxyType({note.name: note for note in (*notes, VERDICT)})

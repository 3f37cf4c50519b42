"""Every rule does what its examples say, and no two rules have one name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import ingest
from ingest.rules import Rule, check_names


def rules() -> Iterator[Rule]:
    """The rules that the modules of `ingest` list under RULES, each once."""
    seen: set[int] = set()
    for found in pkgutil.iter_modules(ingest.__path__, "ingest."):
        for rule in getattr(importlib.import_module(found.name), "RULES", ()):
            if id(rule) not in seen:
                seen.add(id(rule))
                yield rule


ALL = tuple(rules())


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_a_rule_finds_its_examples_and_not_its_counter_examples(rule: Rule) -> None:
    assert rule.examples
    rule.check()


def test_no_two_rules_have_one_name() -> None:
    check_names(ALL)

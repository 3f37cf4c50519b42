"""A reading rule as data: what it is called, what of the text it relies on, and the sentences that show it right.

In: nothing.  Out: `Rule`, whose `name` stands in the `rule` field of every fact the rule finds.  Relied on: a rule is
only as good as the sentences it was checked on, so they stand beside it, verbatim, and one test runs them all.
Example: `Rule("outline.chapter", "a chapter opens with 第…章", …, examples=("第三章 主要任务",), …)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol


class RuleError(ValueError):
    """A rule that does not do what its examples say."""


@dataclass(frozen=True, slots=True, eq=False)  # a rule is itself: two are never compared by what they hold
class Rule:
    """A named pattern over cleaned text with the examples that hold it.

    `pattern` is searched, so one that reads from the beginning says so by `^`.  `examples` match; `counter_examples`,
    which look alike, do not.
    """

    name: str  # "<stage>.<what it finds>", unique over all stages
    relies_on: str  # one line: the habit of the text that makes the rule right
    pattern: re.Pattern[str] = field(repr=False)
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()

    def match(self, text: str) -> re.Match[str] | None:
        """The first place in `text` that the rule finds, or None."""
        return self.pattern.search(text)

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in `text` that the rule finds, from left to right."""
        return self.pattern.finditer(text)

    def check(self) -> None:
        """Raise RuleError where an example is missed or a counter-example is found."""
        for text in self.examples:
            if not self.match(text):
                raise RuleError(f"{self.name}: missed its example {text!r}")
        for text in self.counter_examples:
            if found := self.match(text):
                raise RuleError(f"{self.name}: found {found.group()!r} in its counter-example {text!r}")


class Named(Protocol):
    """Anything with the name of a rule."""

    @property
    def name(self) -> str:
        """The name."""


def check_names(rules: Iterable[Named]) -> None:
    """Raise RuleError where two rules have one name."""
    seen: set[str] = set()
    for rule in rules:
        if rule.name in seen:
            raise RuleError(f"{rule.name}: found twice, expected one rule of a name")
        seen.add(rule.name)

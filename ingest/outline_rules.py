"""A reading rule over the outline as data: what it is called, what it relies on, and the outlines that show it right.

In: nothing.  Out: `OutlineRule`, the sibling of `Rule` for what stands in the structure of a plan instead of in the
words of one line.  Relied on: what a heading is depends on the headings around it, so an example is a small plan, a
heading a line, with the one under question marked.
Example: in "三、主要任务 / ⟦（一）发展助餐服务⟧" the marked heading is a task, as no heading stands under it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ingest.outline import build_outline
from ingest.rules import RuleError
from ingest.structure import Outline
from ontology.records import Fact
from ontology.spans import Source

_TITLE = "社区服务发展规划\n"  # what makes an example a plan


@dataclass(frozen=True, slots=True)
class OutlineRule:
    """A named reading of the outline with the examples that hold it.

    `find` gives the facts of an outline.  In each of `examples` one of them has the marked title; in each of
    `counter_examples`, which look alike, none has.
    """

    name: str  # "<stage>.<what it finds>", unique over all stages
    relies_on: str  # one line: the habit of the text that makes the rule right
    find: Callable[[Outline], Iterable[Fact]] = field(repr=False)
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()

    def check(self) -> None:
        """Raise RuleError where an example is missed or a counter-example is found."""
        for text in self.examples:
            if not self._finds(text):
                raise RuleError(f"{self.name}: missed its example {text!r}")
        for text in self.counter_examples:
            if self._finds(text):
                raise RuleError(f"{self.name}: found its counter-example {text!r}")

    def _finds(self, text: str) -> bool:
        """Whether a fact with this rule's name stands at the marked place."""
        before, marked, after = (_TITLE + text).replace("⟧", "⟦").split("⟦")
        start, end = len(before), len(before) + len(marked)
        outline = build_outline(Source("example", before + marked + after))
        spans = [fact.span for fact in self.find(outline) if fact.rule == self.name]
        return any(start <= span.start and span.end <= end for span in spans)

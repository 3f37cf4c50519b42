"""How an ingest shows itself: a line a finished step, and on a terminal a live line for the one that runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

from ingest.progress import Report, Step


@contextmanager
def shown() -> Iterator[Report]:
    """A report that prints to standard error; plain lines where that is no terminal."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    if not console.is_terminal:
        yield lambda step: console.print(_line(step)) if step.seconds is not None else None
        return
    with console.status("") as status:

        def report(step: Step) -> None:
            if step.seconds is None:
                done = f"{step.count:,} {step.unit}" if step.count else ""
                status.update(f"{step.stage} {step.plan_id or ''} {done}")
            else:
                console.print(_line(step))

        yield report


def _line(step: Step) -> str:
    """One finished step: stage, plan, count and rate, in columns."""
    count = f"{step.count:>7,} {step.unit}" if step.unit else ""
    rate = f"{step.rate:>10,.0f}/s" if step.unit and step.rate else ""
    return f"{step.stage:<11}{step.plan_id or 'all plans':<14}{count:<24}{rate}".rstrip()

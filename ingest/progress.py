"""How far an ingest is: one event when a stage begins and one when it ends."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(slots=True)
class Step:
    """One stage of an ingest, on one plan or on all (`plan_id` None); counts are set by the stage itself."""

    stage: str
    plan_id: str | None = None
    count: int = 0
    unit: str = ""
    seconds: float | None = None  # None while it runs

    @property
    def rate(self) -> float | None:
        """Units a second, once the step has ended."""
        return self.count / self.seconds if self.seconds else None


Report = Callable[[Step], None]


@contextmanager
def step(report: Report, stage: str, plan_id: str | None = None) -> Iterator[Step]:
    """A step that is reported when it begins and when it ends well."""
    current = Step(stage, plan_id)
    report(current)
    began = time.perf_counter()
    yield current
    current.seconds = time.perf_counter() - began
    report(current)

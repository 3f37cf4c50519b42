"""What a check found wrong: where, and what was found beside what was expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Check = Literal["consistency", "shape", "quote", "curation"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding of a check about one thing of a graph."""

    check: Check
    where: str  # the id, or what else names the place
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"

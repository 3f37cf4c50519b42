"""What was decided before facts are aligned: a person's verdicts, and the concepts that plans founded.

In: the file of verdicts and the live version's directory.  Out: `Precedents`.  Relied on: a version keeps the register
that its alignment left, and the next one begins with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from align.alignment import NO_CONCEPTS, NO_VERDICTS
from align.concept_register import ConceptRegister, read_register
from align.verdict_file import read_verdicts
from align.verdicts import Verdicts
from ontology.spans import Source


@dataclass(frozen=True, slots=True)
class Precedents:
    """Verdicts on what is the same, and the register of concepts."""

    verdicts: Verdicts = NO_VERDICTS
    register: ConceptRegister = NO_CONCEPTS

    def digest(self, sources: Sequence[Source]) -> str:
        """What tells apart two states that bring these texts to other concepts."""
        return self.verdicts.digest + self.register.digest(sources)


NONE = Precedents()


def read_precedents(verdicts: Path, live: Path | None) -> Precedents:
    """The precedents in a file of verdicts and a live version, either of which need not be there; raises AlignError."""
    return Precedents(read_verdicts(verdicts), read_register(live) if live else NO_CONCEPTS)

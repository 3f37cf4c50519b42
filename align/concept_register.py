"""The concepts that plans founded, remembered in the order in which the plans were first added.

In: what each plan founded.  Out: `ConceptRegister`, and the same as a file.  Relied on: a plan that is taken out keeps
its place and its concepts here, so that the others stay where they are, and all is as it was when it comes back.
Example: 村社区警务室, founded by a plan's commitment, is kept as {"concept": "target/村社区警务室", "label": …}.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from align.errors import AlignError
from align.measures import Measure
from ontology.spans import Source

FILE = "concepts.jsonl"


@dataclass(frozen=True, slots=True)
class Founded:
    """A concept with the thing that founded it, from which its measure can be read again."""

    concept: str
    label: str
    wording: str
    unit: str
    sentence: str

    @classmethod
    def of(cls, concept: str, thing: Measure) -> Founded:
        """The concept that a thing founds."""
        return cls(concept, thing.label, thing.wording, thing.family, thing.sentence)

    @property
    def measure(self) -> Measure:
        """The thing that founded it."""
        return replace(Measure.read(self.wording, self.unit, self.sentence), label=self.label)


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A plan's text, and what it founded."""

    plan_id: str
    sha256: str
    founded: tuple[Founded, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What tells this text from any other."""
        return self.plan_id, self.sha256


@dataclass(frozen=True, slots=True)
class ConceptRegister:
    """All plans that were ever added, the first first."""

    entries: tuple[PlanEntry, ...] = ()

    def digest(self, sources: Sequence[Source]) -> str:
        """What tells apart two registers that bring these texts to other concepts.

        That is the order of the texts, and what texts founded that are not among these.
        """
        present = {(source.plan_id, source.sha256) for source in sources}
        state = hashlib.sha256()
        for entry in self.entries:
            kept = replace(entry, founded=()) if entry.key in present else entry
            state.update(json.dumps(asdict(kept), ensure_ascii=False).encode() + b"\n")
        known = {entry.key for entry in self.entries}
        for source in sources:
            if (source.plan_id, source.sha256) not in known:
                entry = PlanEntry(source.plan_id, source.sha256)
                state.update(json.dumps(asdict(entry), ensure_ascii=False).encode() + b"\n")
        return state.hexdigest()


def write_register(directory: Path, register: ConceptRegister) -> None:
    """Writes the register into a version's directory, a plan a line."""
    with (directory / FILE).open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in register.entries)


def read_register(directory: Path) -> ConceptRegister:
    """The register of a version; an empty one where it has none; raises AlignError where it cannot be read."""
    path = directory / FILE
    try:
        lines = path.read_text(encoding="utf-8").split("\n")  # nothing else ends a line: titles may hold U+2028
        return ConceptRegister(tuple(_entry(line) for line in lines if line))
    except FileNotFoundError:
        return ConceptRegister()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise AlignError(
            f"{path}: found no readable register of concepts, expected a plan a line; without it they are founded anew"
        ) from error


def _entry(line: str) -> PlanEntry:
    said = json.loads(line)
    return PlanEntry(said["plan_id"], said["sha256"], tuple(Founded(**one) for one in said["founded"]))

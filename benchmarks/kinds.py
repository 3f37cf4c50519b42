"""Learns which kind a question is of, and keeps it: `python -m benchmarks.kinds`, after new wordings or rules.

Writes `graph_api/ask/kinds.npz` and `kinds.json` from the wordings of `benchmarks/wordings`; prints how the rules, the
judge and both do on wordings left out, by kind.  `--on FILE` writes nothing: it tells of other questions over the
built-in plans how the rules do, and both with the weights that are kept; one a line, as `tests/gold/questions.jsonl`:
`{"kind", "question"}`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from graph.settings import StoreSettings
from graph.store import open_store
from graph_api.ask.asking import Asker
from graph_api.ask.bodies import Bodies
from graph_api.ask.intents import Intent, ruled, settled
from graph_api.ask.kind_rules import Given
from graph_api.ask.kinds import UNLEARNED, Facts, Judge, stretches
from graph_api.ask.knowledge import load_knowledge
from graph_api.ask.reading import Reader
from graph_api.ask.relevance import flat
from graph_api.ask.wording import content, plain
from ontology.vocabulary import load_vocabulary

WORDINGS = Path(__file__).parent / "wordings"
PLACES = re.compile(r"(青岚|云渡|北屏|岚川|平沅)(?:自治区|[市省州县区])?")  # invented, for the plans of the wordings
MARKS = re.compile("[⟦⟧⟪⟫]")  # around the subject and around bodies, where they are marked
FIGURES = frozenset(("indicator_compare", "target_compare", "baseline"))
NAMED = {"action_alignment": Intent.ACTIONS, "references": Intent.DOCUMENTS}
FOLDS = 5
OFTEN = 3  # the wordings that a stretch must stand in
PULL = 0.03  # toward 0
STEPS = 400


@dataclass(frozen=True, slots=True)
class Worded:
    """A question, what is known beside its words, and its kind."""

    text: str
    given: Given
    kind: Intent


def read_wordings() -> list[Worded]:
    """The wordings of every kind; each file is named by its kind and begins with a line that tells of it."""
    bodies = Bodies((), (body.pref_label for body in load_vocabulary("departments")))
    return [
        _worded(plain(MARKS.sub("", line)), _kind(path.stem), bodies)
        for path in sorted(WORDINGS.rglob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]


def _worded(text: str, kind: Intent, bodies: Bodies) -> Worded:
    rest, body = PLACES.sub("", text), bodies.find(flat(text))
    said = body.said if body else None
    plans = len(set(PLACES.findall(text)))
    return Worded(rest, Given(plans, False, said, bool(said) and not content(rest.replace(str(said), ""))), kind)


def learned(wordings: Sequence[Worded]) -> Judge:
    """The weights that wordings teach: multinomial logistic regression by accelerated gradient steps."""
    kinds = sorted({one.kind.name for one in wordings})
    found = [stretches(one.text, one.given.department) for one in wordings]
    often = Counter(stretch for those in found for stretch in those)
    columns = {stretch: at for at, stretch in enumerate(sorted(one for one in often if often[one] >= OFTEN))}
    rows = np.zeros((len(found), len(columns) + 1), np.float32)
    for row, those in zip(rows, found, strict=True):
        row[[columns[one] for one in those if one in columns]] = 1.0
        row /= max(1.0, float(np.sqrt(row.sum())))
    rows[:, -1] = 1.0
    wanted = np.array([kinds.index(one.kind.name) for one in wordings])
    return Judge(kinds, columns, _weights(rows, np.eye(len(kinds), dtype=np.float32)[wanted]))


def _weights(rows: NDArray[np.float32], wanted: NDArray[np.float32]) -> NDArray[np.float64]:
    """Nesterov's steps for a convex sum whose slope changes by at most `steep`."""
    steep = 0.5 * _widest(rows) + PULL
    pull = np.full((rows.shape[1], 1), PULL, np.float32)
    pull[-1] = 0
    now = ahead = np.zeros((rows.shape[1], wanted.shape[1]), np.float32)
    for step in range(STEPS):
        odds = rows @ ahead
        chances = np.exp(odds - odds.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        later = ahead - (rows.T @ (chances - wanted) + pull * ahead) / steep
        now, ahead = later, later + step / (step + 3) * (later - now)
    return now.astype(np.float64)


def _widest(rows: NDArray[np.float32]) -> float:
    """The largest eigenvalue of the products of the columns, by power iteration, and a little more."""
    towards = np.ones(rows.shape[1], np.float32)
    for _ in range(30):
        towards = rows.T @ (rows @ (towards / np.linalg.norm(towards)))
    return 1.05 * float(np.linalg.norm(towards))


def told(wordings: Sequence[Worded], right: Mapping[str, Sequence[bool]]) -> dict[str, float]:
    """Prints the shares of right kinds by each of several readings, kind by kind, and returns those of all."""
    print(f"{'':17} {'':5}", *(f"{name:>5}" for name in right))
    for kind in sorted({one.kind for one in wordings}, key=lambda one: one.name):
        these = [at for at, one in enumerate(wordings) if one.kind is kind]
        print(
            f"{kind.name:17} {len(these):5}", *(f"{fmean(those[at] for at in these):.3f}" for those in right.values())
        )
    shares = {name: round(fmean(those), 3) for name, those in right.items()}
    print(f"{'all':17} {len(wordings):5}", *(f"{share:.3f}" for share in shares.values()))
    return shares


def compared(wordings: Sequence[Worded], judges: Sequence[Judge]) -> dict[str, list[bool]]:
    """Whether the kind of each wording is right by the rules, its judge, and both."""
    right: dict[str, list[bool]] = {"rules": [], "judge": [], "both": []}
    for one, judge in zip(wordings, judges, strict=True):
        found, chances = ruled(one.text, one.given), judge.chances(one.text, one.given.department)
        for name, kind in (
            ("rules", settled(found, {})[0]),
            ("judge", settled((), chances)[0]),
            ("both", settled(found, chances)[0]),
        ):
            right[name].append(kind is one.kind)
    return right


def left_out(wordings: Sequence[Worded]) -> list[Judge]:
    """For each wording a judge that has not seen it."""
    folds = [crc32(one.text.encode()) % FOLDS for one in wordings]
    judges = [learned([one for one, fold in zip(wordings, folds, strict=True) if fold != out]) for out in range(FOLDS)]
    return [judges[fold] for fold in folds]


async def others(path: Path) -> None:
    """Tells of the questions of a file over the built-in plans; not of what no plan says, which may be of any kind."""
    store = open_store(StoreSettings.from_environment(os.environ))
    try:
        knowledge = await load_knowledge(store)
    finally:
        await store.close()
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    asked = [one for one in lines if one.get("collection", "five") == "five" and one["kind"] != "unanswerable"]
    wordings = [Worded(one["question"], Given(0, False), _kind(one["kind"])) for one in asked]
    readers = {"rules": Asker(knowledge, judge=UNLEARNED).reader, "both": Asker(knowledge).reader}
    told(wordings, {name: [_kind_read(reader, one) for one in wordings] for name, reader in readers.items()})


def _kind_read(reader: Reader, one: Worded) -> bool:
    read = reader.read(one.text).intent
    return (Intent.VALUE if read is Intent.BASELINE else read) is one.kind


def _kind(name: str) -> Intent:
    return Intent.VALUE if name in FIGURES else NAMED.get(name) or Intent[name.upper()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--on", type=Path)
    given = parser.parse_args()
    if given.on:
        asyncio.run(others(given.on))
        return
    wordings = read_wordings()
    shares = told(wordings, compared(wordings, left_out(wordings)))
    judge = learned(wordings)
    judge.write(Facts(len(wordings), judge.size, **shares))


if __name__ == "__main__":
    main()

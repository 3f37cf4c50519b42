"""What amounts are about, on sentences that were annotated before the rules had read them."""

from __future__ import annotations

import json
from pathlib import Path

from ingest.statements import read_statements

SENTENCES = Path(__file__).parents[1] / "gold" / "subjects.jsonl"
# Of the amounts that are annotated, how many are found and are about what is written there; see docs/evaluation.md.
LEAST_RIGHT = 155 / 158


def test_sentences_of_another_kind_of_text_are_read_as_annotated() -> None:
    annotated = right = extra = 0
    for line in SENTENCES.read_text("utf-8").splitlines():
        sentence = json.loads(line)
        found = [(one.quantity.value, one.subject) for one in read_statements(sentence["text"])]
        for amount in sentence["amounts"]:
            annotated += 1
            fitting = [one for one in found if abs(one[0] - amount["number"]) <= 1e-9 * amount["number"]]
            if fitting:
                found.remove(fitting[0])
                right += fitting[0][1] in amount["subject"]
        extra += sum(value not in sentence.get("neutral", ()) for value, _ in found)
    assert annotated == 158
    assert right / annotated >= LEAST_RIGHT
    assert extra == 0

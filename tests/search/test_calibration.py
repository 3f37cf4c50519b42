"""The fitted numbers: they belong to the encoder that is shipped, and say what refuses a query."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from search.background import OTHER_MATTERS, background_of, sentences, usual
from search.calibration import Calibration
from search.encoder.opening import open_encoder
from search.errors import IndexDamaged
from search.judged import read_judged
from search.refusal import Observed, Refusal, observed
from tests.search.conftest import LetterEncoder

GOLD = Path(__file__).parents[1] / "gold"


def test_the_numbers_and_the_background_are_of_the_encoder_that_is_shipped() -> None:
    encoder = open_encoder()
    assert Calibration.read().encoder == encoder.name, "another encoder: run python -m benchmarks.calibrate"
    kept = background_of(encoder)
    said = sentences()
    assert len(kept) == len(said)
    made = encoder.encode_clauses(said[::250])
    nearness = (kept[::250] * made).sum(axis=1)
    assert nearness.min() > 0.99, "run python -m benchmarks.calibrate"


def test_another_encoder_has_a_background_of_its_own(encoder: LetterEncoder) -> None:
    made = background_of(encoder)
    assert made.shape == (len(sentences()), encoder.dimensions)
    assert background_of(encoder, known=made) is made
    assert len(background_of(encoder, known=made[:2000])) == len(made), "of a release that had fewer"


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    fitted = replace(Calibration.read(), encoder="letters@1")
    fitted.write(tmp_path / "calibration.json")
    assert Calibration.read(tmp_path / "calibration.json") == fitted


@pytest.mark.parametrize(
    "damage", ["", "{", '{"encoder": "a"}', '{"encoder": "a", "weights": {"x": 1}, "refusal": {}}']
)
def test_a_damaged_file_is_one_clear_line(tmp_path: Path, damage: str) -> None:
    (tmp_path / "calibration.json").write_text(damage, encoding="utf-8")
    with pytest.raises(IndexDamaged, match=r"calibration\.json: no readable calibration found"):
        Calibration.read(tmp_path / "calibration.json")


def test_the_best_the_ten_nearest_the_background_and_the_length_are_observed() -> None:
    closeness = np.arange(20, dtype=np.float32) / 20
    found = observed(closeness * 2, closeness, 0.3, "机场扩建跑道！")
    assert found == Observed(pytest.approx(1.9), pytest.approx(0.725), 0.3, math.log(6))


def test_what_is_nearer_elsewhere_is_refused() -> None:
    refusal = Refusal(best=1.0, around=2.0, elsewhere=-3.0, letters=0.0, start=0.5, least=0.0)
    assert refusal.odds(Observed(0.5, 0.25, 0.5, 2.0)) == 0.0
    assert refusal.answers(Observed(0.5, 0.25, 0.5, 2.0), named=0.0)
    assert not refusal.answers(Observed(0.5, 0.25, 0.6, 2.0), named=0.0)


def test_what_a_clause_has_in_its_concepts_is_answered_however_little_is_near() -> None:
    refusal = Refusal(best=1.0, around=2.0, elsewhere=-3.0, letters=0.0, start=0.5, least=0.0)
    assert refusal.answers(Observed(0.5, 0.0, 0.9, 2.0), named=0.85)
    assert not refusal.answers(Observed(0.5, 0.0, 0.9, 2.0), named=0.7)


def test_how_near_the_background_comes_is_told_by_all_of_it_and_by_its_nearest(encoder: LetterEncoder) -> None:
    background = background_of(encoder)
    vector = encoder.encode_queries(["灾害信息员"])[0]
    cosines = background @ vector
    found = usual(background, vector)
    assert found.mean == pytest.approx(cosines.mean())
    assert found.deviation == pytest.approx(cosines.std())
    assert found.nearest == pytest.approx(np.sort(cosines)[-5:].mean())


def test_no_other_matter_is_named_twice_or_is_a_judged_query() -> None:
    named = OTHER_MATTERS.read_text(encoding="utf-8").splitlines()
    judged = [query.query for path in sorted(GOLD.glob("queries*.jsonl")) for query in read_judged(path)]
    lines = [
        line for name in ("refusals", "foreign") for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    foreign = [json.loads(line)["query"] for line in lines]
    assert len(set(named)) == len(named) > 5000
    assert not {*named} & {*judged, *foreign}

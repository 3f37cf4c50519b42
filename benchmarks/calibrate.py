"""Fits what search counts and when it refuses, and keeps it: `python -m benchmarks.calibrate`, after another encoder.

Writes `search/background.npz` and `search/calibration.json`; prints both fits as they do on queries left out of them.
Answered are the judged queries of `tests/gold/queries.jsonl` that are not held out, over their four documents, and the
held-out training pairs, whose clauses are put among those of the built-in plans.  Not answered are the queries of other
fields (`tests/gold/refusals.jsonl`), over those documents and over the built-in plans.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean
from zlib import crc32

import numpy as np

from ingest.judged_plans import judged_sources, placed, source_entries
from ingest.register import read_all_registered
from search.background import keep
from search.calibration import Calibration
from search.encoder.encoder import Encoder
from search.encoder.opening import open_encoder
from search.entries import Entry
from search.evaluation import ALL, evaluate
from search.fusion import Scores, Weights
from search.judged import JudgedQuery, read_judged
from search.lanes import SEMANTIC, Lanes
from search.query import read_query
from search.refusal import Observed, Refusal, observed
from search.training.mixing import Ranked, mixed, sureness
from search.training.odds import Doubles, fitted, left_out, quantile, separation
from search.training.pairs import read_pairs, split

GOLD = Path(__file__).parents[1] / "tests" / "gold"
DOCUMENTS, PLANS, PAIRS = "four documents", "built-in plans", "built-in plans and clauses of pairs"
FOLDS, DEEP = 5, 20
LOST = 0.03  # of the answered queries left out of the fit, how many may be refused


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, what is searched, whether it has an answer there, and what it must not be parted from in the trial."""

    text: str
    where: str
    answered: bool
    group: str


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    encoder = open_encoder()
    keep(encoder)
    judged = read_judged(GOLD / "queries.jsonl")
    texts = judged_sources(judged, GOLD / "sources")
    tuned = [query for query in placed(judged, texts) if not query.held_out]
    where = searched(source_entries(texts), encoder)
    weights = mix([query for query in tuned if query.relevant], where[DOCUMENTS])
    asked = [*of_judged(tuned), *of_pairs(), *foreign()]
    found = observations(asked, where, weights)
    answered = np.array([one.answered for one in asked])
    judged_ones = np.array([one.where == DOCUMENTS for one in asked])
    weights = sureness(weights, found[judged_ones, 0], answered[judged_ones])
    Calibration(encoder.name, weights, refuse(asked, found)).write()
    print(json.dumps(asdict(Calibration.read())))


def searched(documents: Sequence[Entry], encoder: Encoder) -> Mapping[str, Lanes]:
    """The lanes over what is searched."""
    plans = source_entries({source.plan_id: source for source in read_all_registered()})
    clauses = dict.fromkeys(pair.clause for pair in split(read_pairs()).held_out)
    added = [_entry(number, clause) for number, clause in enumerate(clauses)]
    print(f"{len(documents)} clauses of documents, {len(plans)} of plans, {len(added)} of pairs", flush=True)
    lanes = {PLANS: Lanes.build(plans, encoder), DOCUMENTS: Lanes.build(documents, encoder)}
    known = lanes[PLANS].meaning
    return lanes | {PAIRS: Lanes.build([*plans, *added], encoder, known.vectors if known else None)}


def _entry(number: int, clause: str) -> Entry:
    return Entry(
        clause_id=f"pairs#{number}",
        plan_id="pairs",
        start=0,
        end=len(clause),
        quote=clause,
        path=(),
        kind="section",
        region=None,
        period=None,
    )


def of_judged(queries: Iterable[JudgedQuery]) -> Iterable[Asked]:
    return (Asked(query.query, DOCUMENTS, bool(query.relevant), query.id) for query in queries)


def of_pairs() -> Iterable[Asked]:
    return (Asked(pair.query, PAIRS, True, pair.clause) for pair in split(read_pairs()).held_out)


def foreign() -> Iterable[Asked]:
    lines = (GOLD / "refusals.jsonl").read_text(encoding="utf-8").splitlines()
    queries = [json.loads(line)["query"] for line in lines]
    return (Asked(query, where, False, query) for where in (DOCUMENTS, PLANS) for query in queries)


def mix(queries: Sequence[JudgedQuery], lanes: Lanes) -> Weights:
    """The weights of the lanes, with how they do."""
    ranked = [_ranked(query, lanes) for query in queries]
    weights, unseen = mixed(ranked)
    fitted_on = fmean(one.goodness(weights.evidence(one.lanes)) for one in ranked)
    print(f"nDCG@10 on {len(ranked)} tuned queries {fitted_on:.3f}, left out of the fit {unseen.mean():.3f}")
    return weights


def _ranked(query: JudgedQuery, lanes: Lanes) -> Ranked:
    found = lanes.evidence(read_query(query.query))

    def goodness(evidence: Scores) -> float:
        best = np.lexsort((-found.bm25, -evidence))[:DEEP].tolist()
        spans = [(entry.plan_id, entry.start, entry.end) for entry in (lanes.entries[row] for row in best)]
        return evaluate([query], lambda _: spans)[ALL].ndcg10 or 0.0

    return Ranked(found.lanes, goodness)


def observations(asked: Sequence[Asked], where: Mapping[str, Lanes], weights: Weights) -> Doubles:
    """What is observed of each query, a row each."""

    def row(one: Asked) -> Observed:
        query = read_query(one.text)
        found = where[one.where].evidence(query)
        return observed(weights.evidence(found.lanes), found.lanes[SEMANTIC], found.elsewhere, query.text)

    return np.array([row(one) for one in asked], dtype=np.float64)


def refuse(asked: Sequence[Asked], found: Doubles) -> Refusal:
    """The numbers of refusal, with how they do; each place counts alike among the answered and among the others."""
    kinds = np.array([float(one.answered) for one in asked])
    parts = np.array([f"{one.answered} {one.where}" for one in asked])
    counts = np.array([len(asked) / (4 * np.count_nonzero(parts == part)) for part in parts])
    folds = np.array([crc32(one.group.encode()) % FOLDS for one in asked])
    odds = left_out(found, kinds, counts, folds)
    least = quantile(odds[kinds == 1], counts[kinds == 1], LOST)
    for part in sorted(set(parts)):
        print(f"{part}: {np.count_nonzero(parts == part)} queries, refused {np.mean(odds[parts == part] < least):.3f}")
    print(f"one with an answer stands above one without in {separation(odds, kinds):.3f}, all left out of the fit")
    whole = fitted(found, kinds, counts)
    adds = dict(zip(Observed._fields, (round(add, 3) for add in whole.adds.tolist()), strict=True))
    return Refusal(**adds, start=round(whole.start, 3), least=round(least, 3))


if __name__ == "__main__":
    main()

"""Fits what search counts and when it refuses, and keeps it: `python -m benchmarks.calibrate`, after another encoder.

Writes `search/background.npz` and `search/calibration.json`; prints both fits as they do on queries left out of them.
Answered are the judged queries that are not held out, of `tests/gold/queries.jsonl` over their four documents and of
four sets over the built-in plans, and the held-out training pairs, whose clauses are put among those of the plans.
Not answered are the queries of other fields (`tests/gold/refusals.jsonl`), over both.
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
from search.evaluation import ALL, evaluate, is_same
from search.fusion import Scores, Sureness, Weights, shares
from search.judged import JudgedQuery, read_judged
from search.lanes import SEMANTIC, Lanes
from search.query import read_query
from search.refusal import Observed, Refusal, observed
from search.training.mixing import Ranked, mixed, sureness
from search.training.odds import Doubles, fitted, left_out, quantile, separation
from search.training.pairs import read_pairs, split

GOLD = Path(__file__).parents[1] / "tests" / "gold"
DOCUMENTS, PLANS, PAIRS = "four documents", "built-in plans", "built-in plans and clauses of pairs"
JUDGED = {
    DOCUMENTS: ("queries.jsonl",),
    PLANS: tuple(f"queries_{name}.jsonl" for name in ("builtin", "second", "third", "fourth")),
}
FOLDS, DEEP = 5, 20
LISTED = 50  # clauses of a query that are compared with what a reader listed
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
    judged = {place: [one for name in names for one in read_judged(GOLD / name)] for place, names in JUDGED.items()}
    texts = {
        DOCUMENTS: judged_sources(judged[DOCUMENTS], GOLD / "sources"),
        PLANS: {source.plan_id: source for source in read_all_registered()},
    }
    tuned = {
        place: [query for query in placed(queries, texts[place]) if not query.held_out]
        for place, queries in judged.items()
    }
    where = searched({place: source_entries(sources) for place, sources in texts.items()}, encoder)
    weights = mix(tuned, where)
    asked = [*of_judged(tuned), *of_pairs(), *foreign()]
    found = observations(asked, where, weights)
    Calibration(encoder.name, weights, sure(weights, tuned, where), refuse(asked, found)).write()
    print(json.dumps(asdict(Calibration.read())))


def searched(entries: Mapping[str, Sequence[Entry]], encoder: Encoder) -> Mapping[str, Lanes]:
    """The lanes over what is searched."""
    clauses = dict.fromkeys(pair.clause for pair in split(read_pairs()).held_out)
    added = [_entry(number, clause) for number, clause in enumerate(clauses)]
    print(*(f"{place}: {len(those)} clauses" for place, those in entries.items()), f"pairs: {len(added)}", flush=True)
    lanes = {place: Lanes.build(those, encoder) for place, those in entries.items()}
    known = lanes[PLANS].meaning
    return lanes | {PAIRS: Lanes.build([*entries[PLANS], *added], encoder, known.vectors if known else None)}


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


def of_judged(tuned: Mapping[str, Sequence[JudgedQuery]]) -> Iterable[Asked]:
    return (
        Asked(query.query, place, bool(query.relevant), query.id)
        for place, queries in tuned.items()
        for query in queries
    )


def of_pairs() -> Iterable[Asked]:
    return (Asked(pair.query, PAIRS, True, pair.clause) for pair in split(read_pairs()).held_out)


def foreign() -> Iterable[Asked]:
    lines = (GOLD / "refusals.jsonl").read_text(encoding="utf-8").splitlines()
    queries = [json.loads(line)["query"] for line in lines]
    return (Asked(query, where, False, query) for where in (DOCUMENTS, PLANS) for query in queries)


def mix(tuned: Mapping[str, Sequence[JudgedQuery]], where: Mapping[str, Lanes]) -> Weights:
    """The weights of the lanes, with how they do."""
    ranked = [_ranked(query, where[place]) for place, queries in tuned.items() for query in queries if query.relevant]
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


def sure(weights: Weights, tuned: Mapping[str, Sequence[JudgedQuery]], where: Mapping[str, Lanes]) -> Sureness:
    """What evidence says of how sure it is; what no reader listed for a query does not speak to it."""
    evidence, share, right = [], [], []
    for place, queries in tuned.items():
        for query in queries:
            worth = weights.evidence(where[place].evidence(read_query(query.query)).lanes)
            best = np.argsort(-worth, kind="stable")[:LISTED]
            evidence.append(worth[best])
            share.append(shares(worth)[best])
            entries = [where[place].entries[row] for row in best.tolist()]
            spans = [(entry.plan_id, entry.start, entry.end) for entry in entries]
            right.append([any(is_same(span, one) for one in query.relevant) for span in spans])
    told, relative = (np.concatenate(values).astype(np.float64) for values in (evidence, share))
    return sureness(told, relative, np.concatenate(right))


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
    places = {kind: len({one.where for one in asked if one.answered is kind}) for kind in (True, False)}
    counts = np.array(
        [
            len(asked) / (2 * places[one.answered] * np.count_nonzero(parts == part))
            for one, part in zip(asked, parts, strict=True)
        ]
    )
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

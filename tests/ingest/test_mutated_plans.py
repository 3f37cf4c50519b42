"""Plans that were cut, doubled, shuffled or filled with noise are read to the end, in time, with true quotes.

Every stage runs, up to the records that `crossplan facts` prints.  `python -m benchmarks.facts --mutated 10000` draws
more of the same mutations.
"""

from __future__ import annotations

import json
import time
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutations import MUTATIONS, Mutation, mutated, plan_texts
from ingest.errors import NotAPlan
from ingest.reading import read_facts
from ontology.records import Clause
from ontology.spans import Source
from ontology.vocabulary import load_regions

REGIONS = load_regions()
TEXTS = plan_texts()
FRAME = "某市“十四五”规划\n一、发展基础\n{0}\n二、主要任务\n（一）加强建设\n{0}\n三、保障措施\n抓好落实。\n"

# What costs most where a pattern is not linear: one character or word over and over, never closed, never ended.
DENSE = {
    "digits": "1234567890" * 20_000,
    "numbers": "1个" * 60_000,
    "shares": "80%、" * 40_000,
    "grouped": "1,234," * 30_000,
    "ratios": "1:3:" * 40_000,
    "numerals": "一千二百三十" * 20_000,
    "years": "到2025年" * 30_000,
    "letters": "a" * 150_000,
    "coverage": "全覆盖" * 50_000,
    "bodies": "市民政局、" * 30_000,
    "duties": "督促由牵头会同责任" * 15_000,
    "names": "“五社联动”" * 30_000,
    "titles": "《" * 60_000 + "规划" + "》" * 60_000,
    "brackets": "（" * 60_000 + "站点50个" + "）" * 60_000,
    "no line break": "发展社区服务，健全服务体系，" * 20_000,
    "surrogates": "\ud800建设50个" * 20_000,
}


def read(text: str) -> list[dict[str, Any]]:
    """The records of the text, none where it is no plan."""
    try:
        facts = read_facts(Source("plan", text), REGIONS)
    except NotAPlan:
        return []
    return [fact.record() for fact in facts if not isinstance(fact, Clause)]


def check(text: str) -> None:
    """Every record of the text quotes it truly, has an id of its own and can be printed."""
    records = read(text)
    for record in records:
        assert text[record["start"] : record["end"]] == record["quote"]
        json.dumps(record, ensure_ascii=True, allow_nan=False)
    assert len({record["id"] for record in records}) == len(records)


@pytest.mark.parametrize("seed", range(200))
def test_a_mutated_plan_is_read_with_true_quotes(seed: int) -> None:
    check(mutated(Random(seed), TEXTS))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TEXTS), st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=3), st.randoms())
def test_mutations_of_mutations_are_read_with_true_quotes(text: str, mutations: list[Mutation], draw: Random) -> None:
    for mutate in mutations:
        text = mutate(draw, text)
    check(text)


@pytest.mark.parametrize("name", DENSE)
def test_repetition_costs_no_more_than_its_length(name: str) -> None:
    """The bound is many times what linear reading takes on a busy machine: only what is not linear breaks it."""
    text = FRAME.format(DENSE[name])
    start = time.process_time()
    check(text)
    assert time.process_time() - start < 10


def test_a_plan_without_a_line_break_is_read_in_time() -> None:
    text = "".join(TEXTS).replace("\n", "")
    start = time.process_time()
    check(text)
    assert time.process_time() - start < 10 * len(text.encode("utf-8", "surrogatepass")) / 1e6

"""Whatever the text, reading it ends soon, its quotes are true, and its addresses are single."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.clauses import split_clauses
from ingest.errors import NotAPlan
from ingest.outline import build_outline
from ingest.plan import find_plan
from ingest.register import read_all_registered
from ingest.sections import find_sections
from ingest.special_actions import find_special_actions, find_special_columns
from ingest.tasks import find_safeguards, find_tasks
from ontology.records import Fact
from ontology.spans import Source
from ontology.vocabulary import load_regions

TEXTS = tuple(source.text for source in read_all_registered())
REGIONS = load_regions()
NOISE = "\x00\x07\u200b\ud800\x1f\ufeff\u2028*#|>（“《①。；\n\u3000"


def facts(text: str) -> Sequence[Fact]:
    """The facts of the text that the outline carries; none where it is no plan."""
    try:
        outline = build_outline(Source("plan", text))
    except NotAPlan:
        return ()
    finders = (find_sections, find_tasks, find_safeguards, find_special_columns, find_special_actions, split_clauses)
    return (find_plan(outline, REGIONS), *(fact for find in finders for fact in find(outline)))


def _cut(draw: random.Random, text: str) -> str:
    start, end = sorted(draw.randrange(len(text) + 1) for _ in range(2))
    return text[start:end]


def _double(draw: random.Random, text: str) -> str:
    part = _cut(draw, text)
    return text + part * draw.randrange(3)


def _shuffle(draw: random.Random, text: str) -> str:
    lines = text.split("\n")
    draw.shuffle(lines)
    return "\n".join(lines)


def _sprinkle(draw: random.Random, text: str) -> str:
    return "".join(c + draw.choice(NOISE) if draw.random() < 0.01 else c for c in text)


def _drop(draw: random.Random, text: str) -> str:
    return "".join(c for c in text if draw.random() > 0.02)


def _renumber(draw: random.Random, text: str) -> str:
    marks = ("一、", "（一）", "1.", "——", "专栏1", "第一章", "附件", "", "", "")
    return "\n".join(draw.choice(marks) + line for line in text.split("\n"))


def _rebreak(draw: random.Random, text: str) -> str:
    return text.replace("\n", draw.choice(["", "\r", "\u2028", " ", "　　", "\n\n\n"]))


MUTATIONS: tuple[Callable[[random.Random, str], str], ...] = (
    _cut,
    _double,
    _shuffle,
    _sprinkle,
    _drop,
    _renumber,
    _rebreak,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(TEXTS), st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=3), st.randoms())
def test_a_mutated_plan_gives_true_quotes(
    text: str, mutations: list[Callable[[random.Random, str], str]], draw: random.Random
) -> None:
    for mutate in mutations:
        text = mutate(draw, text)
    found = facts(text)
    assert all(text[fact.span.start : fact.span.end] == fact.span.quote for fact in found)
    ids = [fact.id for fact in found[1:]]
    assert len(ids) == len(set(ids))


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("一二、（）1.。；专栏章第规划目标指标预期性—“”\n\t 　\x00\ud800a"), max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    for fact in facts(text):
        assert text[fact.span.start : fact.span.end] == fact.span.quote


def test_the_same_text_gives_the_same_facts() -> None:
    for text in TEXTS:
        assert [fact.record() for fact in facts(text)] == [fact.record() for fact in facts(text)]


HOSTILE = {
    "no line break": "发展社区服务，健全服务体系。" * 70_000,
    "brackets": "（“《" * 10_000 + "》”）" * 10_000,
    "open brackets": "社区（" * 100_000,
    "blanks": "规划" + " " * 300_000 + "目标",
    "full stops": "。" * 300_000,
    "line breaks": "\n" * 300_000,
    "numerals": "1.2." * 100_000,
    "dates": "2022年" * 60_000,
    "quotes": "《关于印发" * 60_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_makes_a_pattern_explode(name: str) -> None:
    """The bound is a hundred times what linear reading takes: only what is not linear breaks it."""
    start = time.process_time()
    facts("某市社区服务规划\n一、总体要求\n" + HOSTILE[name] + "\n二、保障措施\n加强领导，抓好落实。\n")
    assert time.process_time() - start < 30

"""The learned judge, as it is shipped: what it is sure of, what it passes over, and what it was learned from."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from benchmarks.kinds import MARKS
from graph_api.ask.intents import Intent
from graph_api.ask.kinds import FACTS, UNLEARNED, Facts, Judge, stretches
from tests.graph_api.ask.conftest import GOLD

WORDINGS = Path(__file__).parents[3] / "benchmarks" / "wordings"
JUDGE = Judge.read()


def likeliest(text: str, body: str | None = None) -> str:
    chances = JUDGE.chances(text, body)
    return max(chances, key=chances.__getitem__)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("风电制氢打算搞到多少万吨？", Intent.VALUE),
        ("愿意给养路工建驿站的，是几家里的哪几个？", Intent.WHO_HAS),
        ("河豚养殖，有一家压根没提，是哪家？", Intent.WHO_LACKS),
        ("雪橇公园，四家都没写，就一家写了，是哪家？", Intent.UNIQUE),
        ("路灯照度谁家定得最高，高到多少？", Intent.EXTREME),
        ("大坝加固这摊事由哪几个部门牵头？", Intent.RESPONSIBLE),
        ("把市粮食局挂名的条目都给我找出来", Intent.DEPARTMENT_SCOPE),
        ("通篇一共分了几章几节？", Intent.COUNT),
        ("“护河行动”换到那边对应哪个行动？", Intent.ACTIONS),
        ("为管好码头先后出过哪两个办法？", Intent.DOCUMENTS),
    ],
)
def test_the_frame_of_a_question_tells_its_kind(question: str, kind: Intent) -> None:
    assert likeliest(question) == kind.name


def test_what_is_quoted_numbers_and_the_body_are_passed_over() -> None:
    assert JUDGE.chances("哪份规划没写“河豚”？") == JUDGE.chances("哪份规划没写“自动驾驶接驳车”。")
    assert JUDGE.chances("2025年要建3座？") == JUDGE.chances("2031年要建120座？")
    assert JUDGE.chances("市盐务局管哪些事", "市盐务局") == JUDGE.chances("水利厅管哪些事", "水利厅")
    assert JUDGE.chances("盐务局管哪些事", "市盐务局") == JUDGE.chances("水利厅管哪些事", "水利厅")


def test_that_an_action_is_quoted_is_not_passed_over() -> None:
    assert stretches("“护河行动”呢") != stretches("“护河”呢")


def test_the_chances_of_all_kinds_add_up_to_one() -> None:
    for question in ("", "谁", "海上牧场出现在哪几份规划里？" * 30):
        assert sum(map(math.exp, JUDGE.chances(question).values())) == pytest.approx(1.0)


def test_the_kinds_are_those_that_rules_find() -> None:
    assert set(JUDGE.chances("谁")) == {one.name for one in Intent if one not in (Intent.BASELINE, Intent.OUTSIDE)}


def test_nothing_learned_says_nothing() -> None:
    assert UNLEARNED.chances("谁没写？") == {}


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    kept, told = tmp_path / "kinds.npz", tmp_path / "kinds.json"
    facts = Facts(1, JUDGE.size, 0.1, 0.2, 0.3)
    JUDGE.write(facts, kept, told)
    assert Judge.read(kept).chances("谁没写？") == JUDGE.chances("谁没写？")
    assert Facts(**json.loads(told.read_text(encoding="utf-8"))) == facts


def test_it_was_learned_from_the_wordings_that_are_kept_none_of_which_is_a_public_question() -> None:
    files = sorted(WORDINGS.rglob("*.txt"))
    lines = [MARKS.sub("", line) for file in files for line in file.read_text(encoding="utf-8").splitlines()[1:]]
    asked = {
        json.loads(line)["question"] for line in (GOLD / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    }
    assert json.loads(FACTS.read_text(encoding="utf-8"))["wordings"] == len(lines) == len(set(lines))
    assert not asked.intersection(lines)

"""`crossplan align` with a person's verdicts: they outlast an ingest, and a contradiction loads nothing."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import crossplan, records

GUIDE = Path(__file__).parents[2] / "docs" / "alignment.md"
(EXAMPLE,) = re.findall(r"^```toml\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"), re.M | re.S)
SAME = EXAMPLE[: EXAMPLE.index("[[different]]")]
CONTRADICTION = SAME + re.sub(r"name = .*\n", "", SAME).replace("[[same]]", "[[different]]")


@pytest.fixture
def copy(data: Path, tmp_path: Path) -> Path:
    """A data directory of the test's own."""
    return Path(shutil.copytree(data, tmp_path / "data"))


def test_the_example_of_the_guide_does_what_the_guide_says_and_outlasts_an_ingest(copy: Path) -> None:
    (copy / "alignment.toml").write_text(EXAMPLE, encoding="utf-8")
    before = crossplan(copy, "align")
    assert crossplan(copy, "ingest").err.splitlines()[-1].startswith("loaded: 5 plans")
    assert crossplan(copy, "ingest").err.splitlines()[-1].startswith("unchanged: 5 plans")
    found = records(crossplan(copy, "align"))
    assert found == records(before)
    curated = {(one["plan_id"], one["title"], one["concept"]) for one in found if one["method"] == "curated"}
    assert curated == {("shenzhen", "社区共建共治共享行动", "action/party-leadership")}
    visits = [one["concept"] for one in found if one["title"] == "特殊困难老年人月探访率"]
    assert visits == ["indicator/elderly-visit-rate", "target/特殊困难老年人月探访率"]
    ids = [one["fact_id"] for one in found if one["title"] == "特殊困难老年人月探访率"]
    (told,) = records(crossplan(copy, "align", "--explain", *ids))
    assert (told["same"], told["rule"]) == (False, "verdict")
    assert told["why"] == "different by alignment.toml:9: 一个按月统计，一个按年统计"


def test_verdicts_that_contradict_each_other_are_named_and_nothing_is_loaded(copy: Path) -> None:
    before = (copy / "current").read_text(encoding="utf-8")
    (copy / "alignment.toml").write_text(CONTRADICTION, encoding="utf-8")
    done = crossplan(copy, "ingest")
    assert done.code == 2
    assert done.err.splitlines()[-1] == (
        "crossplan: alignment.toml:9: found different, against same in alignment.toml:1; expected one verdict"
    )
    assert (copy / "current").read_text(encoding="utf-8") == before


def test_a_verdict_about_nothing_is_told_by_ingest_align_and_check(copy: Path) -> None:
    (copy / "alignment.toml").write_text(SAME.replace("社区共建共治共享行动", "没有的行动"), encoding="utf-8")
    line = (
        "alignment.toml:1: same: found no special_action '没有的行动' of shenzhen, "
        "expected the fact that the verdict is about"
    )
    assert line in crossplan(copy, "ingest").err.splitlines()
    assert line in crossplan(copy, "align").err.splitlines()
    done = crossplan(copy, "check")
    assert done.code == 1
    assert json.loads(done.out)["where"] == "alignment.toml:1"


def test_an_unknown_id_is_told_in_one_line(data: Path) -> None:
    done = crossplan(data, "align", "--explain", "nowhere/1", "nowhere/2")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("crossplan: nowhere/1: found no such fact, expected the id of an indicator")

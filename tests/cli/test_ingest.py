"""`crossplan ingest`: whole versions, one after the other, whatever happens in between."""

from __future__ import annotations

import fcntl
import os
import random
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.register import read_registered
from tests.cli.conftest import COMMAND, PLANS, TEXTS, crossplan, environment, process, records, refusal

KILLS = 6


def content(directory: Path) -> dict[str, bytes]:
    """Every file of the live version."""
    live = directory / "versions" / (directory / "current").read_text().strip()
    return {str(path.relative_to(live)): path.read_bytes() for path in sorted(live.rglob("*")) if path.is_file()}


@pytest.fixture
def copy(data: Path, tmp_path: Path) -> Path:
    """A data directory of one's own, ingested."""
    return Path(shutil.copytree(data, tmp_path / "data"))


def test_progress_names_stage_plan_count_and_rate_on_plain_lines(tmp_path: Path) -> None:
    done = process(tmp_path / "data", "ingest")
    assert (done.code, done.out) == (0, "")
    lines = done.err.split("\n")
    for plan in PLANS:
        assert any(line.split()[:2] == ["facts", plan] and line.endswith("/s") for line in lines), done.err
    assert [line.split()[0] for line in lines if "all plans" in line] == ["read", "align", "graph", "index"]
    assert "\x1b" not in done.err


def test_two_ingests_from_nothing_give_the_same_bytes(data: Path, tmp_path: Path) -> None:
    assert crossplan(tmp_path / "again", "ingest").code == 0
    assert content(tmp_path / "again") == content(data)


def test_a_second_ingest_changes_nothing(copy: Path) -> None:
    before = content(copy)
    done = crossplan(copy, "ingest")
    assert done.err.strip().split("\n")[-1].startswith("unchanged: 5 plans")
    assert content(copy) == before


def test_the_sources_are_stored_byte_for_byte(data: Path) -> None:
    stored = {path.stem: path.read_bytes() for path in (data / "versions").glob("*/sources/*.txt")}
    assert stored == {plan: read_registered(plan).text.encode() for plan in PLANS}


def test_a_sixth_plan_joins_and_stays(copy: Path) -> None:
    assert "loaded: 6 plans" in crossplan(copy, "ingest", TEXTS / "kunming.txt").err
    assert "unchanged: 6 plans" in crossplan(copy, "ingest").err
    assert "unchanged: 6 plans" in crossplan(copy, "ingest", TEXTS / "kunming.txt").err
    (found,) = records(crossplan(copy, "search", "每个社区配备1名灾害信息员", "--plan", "kunming"))
    assert [hit["quote"] for hit in found["hits"]] == ["每个社区配备1名灾害信息员。"]


def test_a_further_plan_renames_no_concept(copy: Path) -> None:
    before = {(one["fact_id"], one["concept"]) for one in records(crossplan(copy, "align"))}
    crossplan(copy, "ingest", TEXTS / "kunming.txt")
    after = records(crossplan(copy, "align"))
    assert {(one["fact_id"], one["concept"]) for one in after if one["plan_id"] != "kunming"} == before
    joined = {
        one["title"]: one["concept"] for one in after if one["plan_id"] == "kunming" and one["kind"] == "indicator"
    }
    assert set(joined.values()) <= {concept for _, concept in before}
    assert len(joined) == 2


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("tianjin.txt", "天津市另一份规划", "expected a free file name"),
        ("copy-of-a-plan.txt", None, "found the text of plan 'tianjin'"),
        ("poem.txt", (TEXTS / "poem.txt").read_text(encoding="utf-8"), "expected a plan"),
        ("。.txt", "规划", "expected one to make the plan's id from"),
    ],
)
def test_a_file_that_cannot_join_leaves_everything_as_it_was(
    copy: Path, name: str, text: str | None, told: str
) -> None:
    before = content(copy)
    path = copy.parent / name
    path.write_text(read_registered("tianjin").text if text is None else text, encoding="utf-8", newline="")
    done = crossplan(copy, "ingest", path)
    assert done.code == 2
    assert told in done.err.strip().split("\n")[-1]
    assert content(copy) == before


def test_an_ingest_while_another_runs_is_refused(copy: Path) -> None:
    with (copy / "lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert "is ingesting into it" in refusal(crossplan(copy, "ingest"))


@pytest.mark.parametrize("part", ["graph/graph.kgl", "index/entries.bin", "index/index.json", "manifest.json"])
def test_a_damaged_part_is_built_anew(copy: Path, data: Path, part: str) -> None:
    path = copy / "versions" / (copy / "current").read_text().strip() / part
    path.write_bytes(path.read_bytes()[:30])
    assert "loaded: 5 plans" in crossplan(copy, "ingest").err
    assert content(copy).keys() == content(data).keys()
    assert "unchanged: 5 plans" in crossplan(copy, "ingest").err


def test_a_kill_at_any_moment_leaves_the_old_version_whole(copy: Path) -> None:
    before = content(copy)
    chance = random.Random(5)
    for _ in range(KILLS):
        running = subprocess.Popen(
            [COMMAND, "ingest", TEXTS / "kunming.txt"], env=environment(copy), stderr=subprocess.PIPE, text=True
        )
        assert running.stderr is not None
        running.stderr.readline()  # it has begun to work
        time.sleep(chance.uniform(0, 0.6))
        running.send_signal(signal.SIGKILL)
        running.communicate()
        if content(copy) != before:  # it was quicker than the signal: then the new version must be whole
            assert (
                crossplan(copy, "ingest", TEXTS / "kunming.txt").err.strip().split("\n")[-1].startswith("unchanged: 6")
            )
            return
    assert "loaded: 6 plans" in crossplan(copy, "ingest", TEXTS / "kunming.txt").err
    assert not list((copy / "versions").glob(".*"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB, which the five plans do not fit into."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True, check=False)
    if mounted.returncode != 0:
        if os.environ.get("CROSSPLAN_REQUIRE") == "all":
            pytest.fail(f"cannot mount a small file system: {mounted.stderr.decode()}")
        pytest.skip("not run: mounting a file system needs root; sudo make test")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_is_one_line_and_leaves_nothing_half_done(small_disk: Path) -> None:
    done = crossplan(small_disk / "data", "ingest")
    assert done.code == 2
    assert "No space left" in done.err.strip().split("\n")[-1]
    assert not (small_disk / "data" / "current").exists()
    assert list((small_disk / "data" / "versions").iterdir()) == []


@pytest.mark.neo4j
def test_a_server_named_after_an_embedded_ingest_is_filled_too(copy: Path) -> None:
    left = (Path(__file__).parents[2] / ".neo4j.env").read_text(encoding="utf-8")
    server = dict(re.findall(r"^export (\w+)=(.*)$", left, re.M))
    assert "unchanged: 5 plans" in crossplan(copy, "ingest").err
    crossplan(copy, "ingest", TEXTS / "kunming.txt", settings=server)
    assert "unchanged: 6 plans" in crossplan(copy, "ingest").err
    assert "unchanged: 6 plans" in crossplan(copy, "ingest", settings=server).err
    (counted,) = records(crossplan(copy, "ask", "昆明的规划有几个任务？", settings=server))
    assert counted["answer"]["count"] == 3

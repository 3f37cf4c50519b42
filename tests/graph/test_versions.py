"""The data directory, with real processes that are killed and real disks that are full."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.embedded import EmbeddedStore, write_graph
from graph.errors import StoreDamaged, StoreError, StoreFull, StoreLocked, StoreUnavailable
from graph.settings import StoreSettings
from graph.store import GRAPH, open_store
from graph.versions import Versions
from ontology.elements import Graph, Node
from ontology.schema import GraphSchema

PUBLISHER = Path(__file__).with_name("publisher.py")
COUNT = "MATCH (t:Theme) RETURN count(t) AS themes"


def themes(count: int) -> Graph:
    return Graph(tuple(Node("Theme", f"theme/{number}", {"name": "养老服务"}) for number in range(count)), ())


def publish(versions: Versions, schema: GraphSchema, count: int, name: str | None = None) -> Path:
    with versions.build() as build:
        write_graph(build.path / GRAPH, themes(count), schema)
        return build.publish(name or f"n{count}")


async def count_of(directory: Path) -> object:
    store = EmbeddedStore.open(directory / GRAPH)
    (row,) = await store.read(COUNT, {})
    await store.close()
    return row["themes"]


def names(data: Path) -> set[str]:
    return {path.name for path in (data / "versions").iterdir()}


async def test_a_published_version_is_live(tmp_path: Path, schema: GraphSchema) -> None:
    versions = Versions(tmp_path / "new" / "data")
    assert publish(versions, schema, 3) == versions.live()
    assert versions.live_name() == "n3"
    store = open_store(StoreSettings(data=tmp_path / "new" / "data"))
    assert await store.read(COUNT, {}) == [{"themes": 3}]
    await store.close()


def test_before_the_first_ingest_the_store_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="`crossplan ingest` does it"):
        open_store(StoreSettings(data=tmp_path / "nothing"))


async def test_a_reader_of_an_old_version_keeps_it_while_newer_ones_come_and_go(
    tmp_path: Path, schema: GraphSchema
) -> None:
    versions = Versions(tmp_path)
    publish(versions, schema, 1)
    reader = open_store(StoreSettings(data=tmp_path))
    for count in (2, 3, 4):
        publish(versions, schema, count)
    assert names(tmp_path) == {"n3", "n4"}
    assert await reader.read(COUNT, {}) == [{"themes": 1}]
    await reader.close()


async def test_publishing_the_same_bytes_again_changes_nothing(tmp_path: Path, schema: GraphSchema) -> None:
    versions = Versions(tmp_path)
    first = publish(versions, schema, 2)
    written = first.stat().st_mtime_ns, (tmp_path / "current").stat().st_mtime_ns
    assert publish(versions, schema, 2) == first
    assert (first.stat().st_mtime_ns, (tmp_path / "current").stat().st_mtime_ns) == written
    assert names(tmp_path) == {"n2"}


async def test_a_damaged_version_is_built_anew_under_the_same_name(tmp_path: Path, schema: GraphSchema) -> None:
    versions = Versions(tmp_path)
    file = publish(versions, schema, 2) / GRAPH / "graph.kgl"
    file.write_bytes(file.read_bytes()[:-10])
    with pytest.raises(StoreDamaged):
        open_store(StoreSettings(data=tmp_path))
    assert publish(versions, schema, 2).name == "n2.2"
    assert await count_of(versions.live()) == 2


async def test_a_build_that_fails_leaves_the_live_version_and_nothing_else(tmp_path: Path, schema: GraphSchema) -> None:
    versions = Versions(tmp_path)
    publish(versions, schema, 2)
    with pytest.raises(ZeroDivisionError), versions.build() as build:
        write_graph(build.path / GRAPH, themes(5 // 0), schema)
    assert names(tmp_path) == {"n2"}
    assert await count_of(versions.live()) == 2


@pytest.mark.parametrize("content", ["", "\n", "../n2\n", ".build-x\n", "n2/graph\n", "\x00", "é" * 300])
def test_a_pointer_that_names_no_version_is_damaged(tmp_path: Path, schema: GraphSchema, content: str) -> None:
    versions = Versions(tmp_path)
    publish(versions, schema, 2)
    (tmp_path / "current").write_text(content, encoding="utf-8")
    with pytest.raises(StoreDamaged, match="current"):
        versions.live()


async def test_a_pointer_to_a_missing_version_is_damaged_and_the_next_build_mends_it(
    tmp_path: Path, schema: GraphSchema
) -> None:
    versions = Versions(tmp_path)
    publish(versions, schema, 2)
    (tmp_path / "current").write_text("gone\n", encoding="utf-8")
    with pytest.raises(StoreDamaged, match="names gone, which is missing"):
        versions.live()
    publish(versions, schema, 2)
    assert await count_of(versions.live()) == 2


def test_two_builds_exclude_each_other_and_the_second_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time; from pathlib import Path; from graph.versions import Versions\n"
            "with Versions(Path(sys.argv[1])).build(): print('holding', flush=True); time.sleep(60)",
            str(tmp_path),
        ],
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(StoreLocked, match=f"process {holder.pid} is ingesting"), Versions(tmp_path).build():
            pass
    finally:
        holder.kill()
        holder.communicate()
    with Versions(tmp_path).build():  # the lock ended with its holder, and what it left is swept
        assert len(names(tmp_path)) == 1


async def test_a_kill_at_any_moment_leaves_a_whole_version(tmp_path: Path, schema: GraphSchema) -> None:
    versions = Versions(tmp_path)
    publish(versions, schema, 300, "n300")
    moments = random.Random(20)
    for _ in range(20):
        publisher = subprocess.Popen([sys.executable, PUBLISHER, tmp_path], stdout=subprocess.PIPE)
        assert publisher.stdout is not None
        assert publisher.stdout.readline() == b"ready\n"
        time.sleep(moments.uniform(0, 0.15))
        os.kill(publisher.pid, signal.SIGKILL)
        publisher.communicate()
        live = versions.live()
        assert await count_of(live) == int(live.name.removeprefix("n"))
    reached = int(versions.live_name().removeprefix("n"))
    assert reached > 300
    publish(versions, schema, 7)
    assert names(tmp_path) == {f"n{reached}", "n7"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 200 KB; where mounting one is not allowed, files that may not grow beyond 100 KB."""
    mounted = os.geteuid() == 0 and not os.system(f"mount -t tmpfs -o size=200k none {tmp_path} 2>/dev/null")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    if not mounted:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    yield tmp_path
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    if mounted:
        subprocess.run(["umount", tmp_path], check=True)


async def test_a_full_disk_is_said_and_the_live_version_stays(small_disk: Path, schema: GraphSchema) -> None:
    versions = Versions(small_disk)
    publish(versions, schema, 2)
    with pytest.raises(StoreFull, match=r"space left|too large"):
        publish(versions, schema, 40_000)
    with (
        pytest.raises(StoreFull, match="the live version is untouched"),
        versions.build() as build,
        (build.path / "facts.jsonl").open("wb") as facts,
    ):
        facts.write(bytes(300_000))
    assert await count_of(versions.live()) == 2
    assert names(small_disk) == {"n2"}
    publish(versions, schema, 3)
    assert await count_of(versions.live()) == 3


def test_a_data_directory_that_is_a_file_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StoreError, match="data: cannot be written"), Versions(tmp_path / "data").build():
        pass
    with pytest.raises(StoreError, match="data"):
        Versions(tmp_path / "data").live()

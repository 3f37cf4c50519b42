"""`crossplan serve`, and the command itself: addresses, a port in use, help, completion."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import urllib.request
from pathlib import Path

from tests.cli.conftest import COMMAND, crossplan, environment, process, refusal


def test_the_service_says_where_it_listens_answers_and_stops_when_told(data: Path) -> None:
    running = subprocess.Popen(
        [COMMAND, "serve", "--port", "0"], env=environment(data), stderr=subprocess.PIPE, text=True
    )
    try:
        assert running.stderr is not None
        words = running.stderr.readline().split()
        page, graphql, health = (words[words.index(name) + 1] for name in ("page", "GraphQL", "health"))
        with urllib.request.urlopen(health, timeout=20) as answer:
            assert json.load(answer) == {"status": "alive"}
        body = json.dumps({"query": "{ plans { totalCount } }"}).encode()
        request = urllib.request.Request(graphql, body, {"content-type": "application/json"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert json.load(answer) == {"data": {"plans": {"totalCount": 5}}}
        with urllib.request.urlopen(page, timeout=20) as answer:
            assert "天津市十四五城乡社区服务体系建设规划" in answer.read().decode()
        running.send_signal(signal.SIGTERM)
        assert running.wait(timeout=10) in {0, -signal.SIGTERM}
        assert running.stderr.read() == ""
    finally:
        running.kill()
        running.communicate()


def test_a_port_in_use_is_named(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = refusal(crossplan(data, "serve", "--port", str(port)))
    assert f"127.0.0.1 port {port}: Address already in use" in told


def test_an_address_that_is_not_ours_is_named(data: Path) -> None:
    assert "192.0.2.1 port 0" in refusal(crossplan(data, "serve", "--host", "192.0.2.1", "--port", "0"))


def test_help_names_every_command_and_each_has_examples(tmp_path: Path) -> None:
    told = process(tmp_path, "--help")
    assert told.code == 0
    for name in ("facts", "text", "align", "search", "ingest", "serve", "check", "export"):
        assert name in told.out
        assert f"crossplan {name}" in crossplan(tmp_path, name, "--help").out


def test_completion_is_offered(tmp_path: Path) -> None:
    assert "crossplan" in process(tmp_path, "--show-completion", "bash").out


def test_a_command_that_is_not_there_is_bad_usage(tmp_path: Path) -> None:
    done = crossplan(tmp_path, "conquer")
    assert done.code == 2
    assert "No such command 'conquer'" in done.err


def test_a_setting_that_cannot_be_used_is_named(data: Path) -> None:
    wrong = environment(data) | {"CROSSPLAN_STORE": "mysql://host"}
    done = subprocess.run([COMMAND, "check"], env=wrong, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("crossplan: CROSSPLAN_STORE: found 'mysql://host', expected")
    assert done.stderr.count("\n") == 1

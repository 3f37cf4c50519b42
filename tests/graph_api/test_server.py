"""The service as it is run: uvicorn on a socket, with the middleware of the whole application."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from graph.settings import StoreSettings
from graph_api.app import create_app
from graph_api.library import Library
from graph_api.settings import ApiSettings


@contextlib.contextmanager
def served(data: Path, settings: ApiSettings) -> Iterator[str]:
    """The address of a running service, which ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(settings, Library(StoreSettings(data=data)))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    settings = ApiSettings(allow_origins=("https://app.example",), public_url="https://plans.example")
    with served(data, settings) as address:
        yield address


def test_a_question_is_answered_over_a_socket(address: str) -> None:
    query = '{ compareIndicator(name: "每百户设施面积") { rows { planId citation { url } } } }'
    answer = httpx.post(f"{address}/graphql", json={"query": query}).json()
    rows = answer["data"]["compareIndicator"]["rows"]
    assert [row["planId"] for row in rows] == ["jia", "yi", "bing"]
    assert rows[0]["citation"]["url"].startswith("https://plans.example/plans/jia/source?")


def test_a_question_may_stand_in_the_address(address: str) -> None:
    answer = httpx.get(f"{address}/graphql", params={"query": "{ statistics { plans } }"}).json()
    assert answer == {"data": {"statistics": {"plans": 3}}}


def test_pages_of_named_origins_may_call_and_others_may_not(address: str) -> None:
    def allowed(origin: str) -> str | None:
        headers = {
            "origin": origin,
            "access-control-request-method": "POST",
            "access-control-request-headers": "content-type",
        }
        return httpx.options(f"{address}/graphql", headers=headers).headers.get("access-control-allow-origin")

    assert allowed("https://app.example") == "https://app.example"
    assert allowed("https://other.example") is None


def test_a_long_answer_is_compressed_for_those_who_take_it(address: str) -> None:
    response = httpx.get(f"{address}/schema.graphql", headers={"accept-encoding": "gzip"})
    assert response.headers["content-encoding"] == "gzip"
    assert len(response.content) > 100_000


def test_a_large_body_is_refused_with_its_connection(address: str) -> None:
    response = httpx.post(f"{address}/graphql", content=b" " * 10_000_000, headers={"content-type": "application/json"})
    assert response.status_code == 413
    assert response.json()["errors"][0]["extensions"] == {"code": "LIMIT_EXCEEDED"}


def test_many_ask_at_once_and_each_gets_its_answer(address: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def title(plan: str) -> str:
        query = {"query": "query ($id: ID!) { plan(id: $id) { id } }", "variables": {"id": plan}}
        found: str = httpx.post(f"{address}/graphql", json=query).json()["data"]["plan"]["id"]
        return found

    asked = ["jia", "yi", "bing"] * 20
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(title, asked)) == asked

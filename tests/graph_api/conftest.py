"""The real application over the small world, asked over HTTP without a socket."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from small_world import write_data

from graph.settings import StoreSettings
from graph_api.app import create_app
from graph_api.library import Library
from graph_api.settings import ApiSettings

Ask = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the two plans."""
    directory = tmp_path_factory.mktemp("data")
    write_data(directory)
    return directory


@pytest.fixture
def settings() -> ApiSettings:
    return ApiSettings()


@pytest.fixture
async def client(data: Path, settings: ApiSettings) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application."""
    library = Library(StoreSettings(data=data))
    transport = httpx.ASGITransport(create_app(settings, library), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as opened:
        yield opened
    await library.close()


@pytest.fixture
def ask(client: httpx.AsyncClient) -> Ask:
    """Asks a GraphQL question and gives the whole answer."""

    async def ask(query: str, **variables: object) -> dict[str, Any]:
        response = await client.post("/graphql", json={"query": query, "variables": variables})
        answer: dict[str, Any] = response.json()
        return answer

    return ask

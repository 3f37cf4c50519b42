"""A real Neo4j server that cannot be used: one line that says why, and nothing left open."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import SettingsError, StoreError, StoreUnavailable
from graph.neo4j_driver import connect, told
from graph.neo4j_store import Neo4jStore
from graph.settings import StoreSettings

pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"neo4j_password": "wrong"}, "user 'neo4j' is refused; wrong user or password"),
        ({"neo4j_user": "nobody"}, "user 'nobody' is refused; wrong user or password"),
        ({"neo4j_database": "nosuch"}, "there is no database 'nosuch' (CROSSPLAN_NEO4J_DATABASE)"),
        ({"store": "bolt://127.0.0.1:1"}, "the server cannot be reached"),
        ({"store": "neo4j://127.0.0.1:1"}, "the server cannot be reached"),
        ({"store": "bolt://no-such-host.invalid:7687"}, "the server cannot be reached"),
    ],
)
async def test_a_server_that_does_not_let_in_is_told_in_one_line(
    neo4j_settings: StoreSettings, changed: dict[str, str], line: str
) -> None:
    unusable = Neo4jStore(replace(neo4j_settings, **changed))  # type: ignore[arg-type]
    began = time.monotonic()
    with pytest.raises(StoreUnavailable) as refused:
        await unusable.ready()
    with pytest.raises(StoreUnavailable):
        await unusable.read("RETURN 1 AS one", {})
    await unusable.close()
    assert time.monotonic() - began < 10
    assert line in str(refused.value)
    assert str(refused.value).startswith(changed.get("store", neo4j_settings.store))
    assert len(str(refused.value).splitlines()) == 1
    assert "wrong" not in str(refused.value).replace("wrong user or password", "")


async def test_encryption_that_the_server_does_not_speak_is_told(neo4j_settings: StoreSettings) -> None:
    encrypted = Neo4jStore(replace(neo4j_settings, store=neo4j_settings.store.replace("bolt:", "bolt+s:")))
    with pytest.raises(StoreUnavailable, match="the server cannot be reached"):
        await encrypted.ready()
    await encrypted.close()


async def test_a_password_file_that_is_missing_is_told_when_it_is_needed(neo4j_settings: StoreSettings) -> None:
    with pytest.raises(SettingsError, match="CROSSPLAN_NEO4J_PASSWORD_FILE"):
        await Neo4jStore(replace(neo4j_settings, neo4j_password_file=Path("/nowhere"))).ready()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("CREATE CONSTRAINT x FOR (n:Plan) REQUIRE n.title IS NOT NULL", "Enterprise Edition"),
        ("SHOW ROLES YIELD role RETURN role", "Unsupported administration command"),
    ],
)
async def test_what_the_community_edition_lacks_is_told_in_its_own_line(
    neo4j_settings: StoreSettings, statement: str, said: str
) -> None:
    async with connect(neo4j_settings) as driver:
        with pytest.raises(StoreError, match=said) as refused, told(neo4j_settings):
            await driver.execute_query(statement)
    assert len(str(refused.value).splitlines()) == 1


async def test_a_closed_store_is_unavailable(neo4j_settings: StoreSettings) -> None:
    closed = Neo4jStore(neo4j_settings)
    await closed.ready()
    await closed.close()
    with pytest.raises(StoreUnavailable, match="closed"):
        await closed.read("RETURN 1 AS one", {})

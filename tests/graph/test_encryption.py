"""A real server that speaks in the clear to nobody: `bolt+s://` where its certificate is trusted, else `bolt+ssc://`."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.neo4j_store import Neo4jStore
from graph.server import home
from graph.server.server import Server
from graph.settings import StoreSettings
from ontology.elements import Graph, Node
from ontology.schema import GraphSchema

pytestmark = pytest.mark.neo4j
ENCRYPTED = """\
server.bolt.tls_level=REQUIRED
dbms.ssl.policy.bolt.enabled=true
dbms.ssl.policy.bolt.base_directory={folder}
dbms.ssl.policy.bolt.private_key=key.pem
dbms.ssl.policy.bolt.public_certificate=certificate.pem
"""
ONE_PLAN = Graph((Node("Plan", "east", {"title": "东规划"}),), ())


def certificate(folder: Path) -> Path:
    """A certificate for this machine that it signed itself."""
    made = folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(folder / "key.pem")]
    subprocess.run([*command, *names, "-out", str(made)], check=True, capture_output=True)
    return made


@pytest.fixture
def encrypted(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StoreSettings]:
    """Where the test's own server answers; its certificate lies in `tmp_path`."""
    certificate(tmp_path)
    monkeypatch.setattr(home, "_CONFIGURATION", home._CONFIGURATION + ENCRYPTED.format(folder=tmp_path))
    monkeypatch.setattr("graph.server.server._answers", lambda _: True)  # it asks in the clear
    running = server.start()
    yield StoreSettings(store=running.uri, neo4j_password=running.password, query_timeout=60)
    with warnings.catch_warnings():  # the driver leaves the socket of a refused handshake behind, for any later test
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


async def asked(settings: StoreSettings, scheme: str) -> list[object]:
    store = Neo4jStore(replace(settings, store=settings.store.replace("bolt:", f"{scheme}:")))
    try:
        rows = await store.read("MATCH (p:Plan) RETURN p.title AS title", {})
    finally:
        await store.close()
    return [row["title"] for row in rows]


async def fill(settings: StoreSettings, schema: GraphSchema) -> None:
    """Loads one plan as soon as the server answers."""
    store = Neo4jStore(replace(settings, store=settings.store.replace("bolt:", "bolt+ssc:")))
    for _ in range(600):
        try:
            await store.replace(ONE_PLAN, schema, "one")
        except StoreUnavailable:
            await asyncio.sleep(0.2)
        else:
            break
    await store.close()


async def test_an_encrypted_server_is_read_by_whoever_trusts_it(
    encrypted: StoreSettings, schema: GraphSchema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(encrypted, schema)
    for scheme in ("bolt+ssc", "neo4j+ssc"):
        assert await asked(encrypted, scheme) == ["东规划"]
    for scheme in ("bolt", "bolt+s", "neo4j+s"):
        with pytest.raises(StoreUnavailable, match="the server cannot be reached") as told:
            await asked(encrypted, scheme)
        assert len(str(told.value).splitlines()) == 1
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    for scheme in ("bolt+s", "neo4j+s"):
        assert await asked(encrypted, scheme) == ["东规划"]

"""docker-compose.yml keeps the Compose specification, the start order, the password out, and the settings' names.

compose-spec.json is the specification's own schema, as check-jsonschema 0.39 ships it (licence beside it).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from graph.environment import read_environment, variables
from graph.settings import StoreSettings
from graph_api.settings import ApiSettings

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
PASSWORD = "${CROSSPLAN_NEO4J_PASSWORD:?set it in .env}"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(TEXT)
    return loaded


def test_the_file_keeps_the_compose_specification(compose: dict[str, Any]) -> None:
    schema = json.loads((Path(__file__).parent / "compose-spec.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(compose)] == []
    broken = compose | {"services": compose["services"] | {"api": {"imge": "crossplan"}}}
    assert [error.message for error in validator.iter_errors(broken)] != []


def test_every_service_starts_after_what_it_needs_is_healthy(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert services["ingest"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["api"]["depends_on"] == {
        "neo4j": {"condition": "service_healthy"},
        "ingest": {"condition": "service_completed_successfully"},
    }
    assert all("healthcheck" in services[name] for name in ("neo4j", "api"))


def test_the_server_is_neo4j_community_of_the_line_that_the_tests_run_against(compose: dict[str, Any]) -> None:
    pinned = re.search(r"<neo4j.version>(\d+\.\d+)\.", (ROOT / "graph/server/pom.xml").read_text(encoding="utf-8"))
    assert pinned
    assert compose["services"]["neo4j"]["image"] == f"neo4j:{pinned[1]}-community"


def test_the_password_comes_from_the_environment_and_must_be_given(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert services["neo4j"]["environment"]["NEO4J_AUTH"] == f"neo4j/{PASSWORD}"
    for name in ("ingest", "api"):
        assert services[name]["environment"]["CROSSPLAN_NEO4J_PASSWORD"] == PASSWORD


def test_the_settings_are_ones_that_the_code_reads(compose: dict[str, Any]) -> None:
    known = {variable.name for kind in (StoreSettings, ApiSettings) for variable, _ in variables(kind)}
    for name in ("ingest", "api"):
        environment = compose["services"][name]["environment"]
        assert environment.keys() <= known
        given = {key: value.replace(PASSWORD, "secret-123") for key, value in environment.items()}
        store, api = read_environment(StoreSettings, given), read_environment(ApiSettings, given)
        assert (store.store, store.password(), store.data) == ("bolt://neo4j:7687", "secret-123", Path("/data"))
        assert (api.host, api.port) == (("0.0.0.0", 8000) if name == "api" else ("127.0.0.1", 8000))


def test_data_lies_in_named_volumes_that_both_sides_share(compose: dict[str, Any]) -> None:
    services = compose["services"]
    used = {volume.partition(":")[0] for service in services.values() for volume in service["volumes"]}
    assert used == set(compose["volumes"])
    assert services["ingest"]["volumes"] == services["api"]["volumes"] == ["crossplan-data:/data"]


def test_ports_are_open_on_this_machine_only(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", ())]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_our_containers_can_write_nothing_but_data_and_temporary_files(compose: dict[str, Any]) -> None:
    for name in ("ingest", "api"):
        service = compose["services"][name]
        assert service["read_only"] is True
        assert (service["tmpfs"], service["cap_drop"]) == (["/tmp"], ["ALL"])
        assert service["security_opt"] == ["no-new-privileges:true"]


def probes(compose: dict[str, Any]) -> Iterator[str]:
    yield compose["services"]["api"]["healthcheck"]["test"][-1]
    yield from re.findall(r'CMD \["python", "-c", "(.+)"\]', (ROOT / "Dockerfile").read_text(encoding="utf-8"))


def test_the_health_checks_are_python_that_asks_the_port_of_the_service(compose: dict[str, Any]) -> None:
    found = list(probes(compose))
    assert len(found) == 2
    for probe, path in zip(found, ("ready", "health"), strict=True):
        compile(probe, "healthcheck", "exec")
        assert f"http://127.0.0.1:8000/{path}" in probe

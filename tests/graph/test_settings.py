"""Settings from the environment, and what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.environment import variables
from graph.errors import SettingsError
from graph.settings import StoreSettings


def test_without_any_variable_the_store_is_embedded_in_the_working_directory() -> None:
    settings = StoreSettings.from_environment({"CROSSPLAN_STORE": " ", "HOME": "/root"})
    assert settings == StoreSettings()
    assert settings.embedded
    assert settings.data == Path(".crossplan")


def test_every_field_has_a_variable_of_its_own() -> None:
    names = [variable.name for variable, _ in variables(StoreSettings)]
    assert len(names) == len(set(names)) > 8
    assert all(name.startswith("CROSSPLAN_") for name in names)


def test_the_variables_become_values_of_their_types() -> None:
    settings = StoreSettings.from_environment(
        {
            "CROSSPLAN_STORE": "neo4j+s://plans.example.org:7687",
            "CROSSPLAN_QUERY_TIMEOUT": "2.5",
            "CROSSPLAN_NEO4J_CONNECTIONS": "7",
            "CROSSPLAN_NEO4J_PASSWORD": "secret",
        }
    )
    assert not settings.embedded
    assert (settings.query_timeout, settings.neo4j_connections, settings.password()) == (2.5, 7, "secret")


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(StoreSettings(neo4j_password="secret"))


def test_a_password_file_is_read_in_place_of_the_variable(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("from-a-file\n", encoding="utf-8")
    settings = StoreSettings.from_environment(
        {"CROSSPLAN_NEO4J_PASSWORD_FILE": str(file), "CROSSPLAN_NEO4J_PASSWORD": "from-a-variable"}
    )
    assert settings.password() == "from-a-file"
    file.unlink()
    with pytest.raises(SettingsError, match=r"CROSSPLAN_NEO4J_PASSWORD_FILE: .*No such file"):
        settings.password()


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("CROSSPLAN_STORE", "sqlite", "found 'sqlite', expected embedded, or an address bolt|"),
        ("CROSSPLAN_STORE", "http://localhost:7474", "expected embedded, or an address bolt|"),
        ("CROSSPLAN_STORE", "bolt://", "expected embedded, or an address bolt|"),
        ("CROSSPLAN_STORE", "bolt://neo4j:secret@localhost", "HOST:PORT without user and password"),
        ("CROSSPLAN_STORE", "bolt://localhost:seven", "HOST:PORT without user and password"),
        ("CROSSPLAN_QUERY_TIMEOUT", "soon", "found 'soon', expected a number from 0.01 to 3600"),
        ("CROSSPLAN_QUERY_TIMEOUT", "nan", "found 'nan', expected a number from 0.01 to 3600"),
        ("CROSSPLAN_QUERY_TIMEOUT", "0", "found '0', expected a number from 0.01 to 3600"),
        ("CROSSPLAN_NEO4J_CONNECTIONS", "2.5", "found '2.5', expected a whole number from 1 to 1000"),
        ("CROSSPLAN_NEO4J_CONNECTIONS", "²", "expected a whole number from 1 to 1000"),
    ],
)
def test_a_value_of_no_use_is_said_with_what_is_expected(name: str, value: str, line: str) -> None:
    with pytest.raises(SettingsError) as refused:
        StoreSettings.from_environment({name: value})
    assert str(refused.value).startswith(f"{name}: found ")
    assert line in str(refused.value)
    assert "secret" not in str(refused.value)

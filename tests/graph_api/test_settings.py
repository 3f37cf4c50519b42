from __future__ import annotations

import pytest

from graph.errors import SettingsError
from graph_api.settings import ApiSettings


def test_what_the_environment_does_not_say_is_the_default() -> None:
    assert ApiSettings.from_environment({"CROSSPLAN_PORT": "", "PATH": "/bin"}) == ApiSettings()


def test_the_environment_is_read() -> None:
    said = {
        "CROSSPLAN_HOST": "0.0.0.0",
        "CROSSPLAN_PORT": "9000",
        "CROSSPLAN_TIMEOUT": "2.5",
        "CROSSPLAN_ALLOW_ORIGINS": "https://a.example, https://b.example",
        "CROSSPLAN_PUBLIC_URL": "https://plans.example/",
    }
    settings = ApiSettings.from_environment(said)
    assert (settings.host, settings.port, settings.timeout) == ("0.0.0.0", 9000, 2.5)
    assert settings.allow_origins == ("https://a.example", "https://b.example")
    assert settings.public_url == "https://plans.example"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("CROSSPLAN_PORT", "http"),
        ("CROSSPLAN_PORT", "70000"),
        ("CROSSPLAN_MAX_DEPTH", "0"),
        ("CROSSPLAN_TIMEOUT", "-1"),
        ("CROSSPLAN_ALLOW_ORIGINS", "example"),
        ("CROSSPLAN_PUBLIC_URL", "plans.example"),
    ],
)
def test_a_value_of_no_use_is_told_by_its_variable(name: str, text: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name}: found '{text}', expected "):
        ApiSettings.from_environment({name: text})

""".env.example lists every setting that the code reads, with its meaning and its default, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from graph.environment import variables
from graph.settings import StoreSettings
from graph_api.settings import ApiSettings
from search.settings import SearchSettings

ROOT = Path(__file__).parents[2]
SETTINGS = (StoreSettings, ApiSettings, SearchSettings)
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


def shown(default: object) -> str:
    if default is None or default == ():
        return ""
    return f"{default:g}" if isinstance(default, float) else str(default)


def test_the_example_has_each_setting_with_its_meaning_and_default() -> None:
    expected = [
        (variable.meaning, variable.name, shown(default)) for kind in SETTINGS for variable, default in variables(kind)
    ]
    assert re.findall(r"^# (.+)\n#(\w+)=(.*)$", EXAMPLE, re.M) == expected


def test_the_example_sets_nothing_by_itself() -> None:
    assert [line for line in EXAMPLE.splitlines() if line and not line.startswith("#")] == []


def product_code() -> Iterator[Path]:
    for folder in ("ontology", "graph", "queries", "search", "align", "ingest", "graph_api", "cli"):
        yield from (ROOT / folder).rglob("*.py")


def test_only_settings_classes_name_variables_and_only_programs_read_the_environment() -> None:
    known = {variable.name for kind in SETTINGS for variable, _ in variables(kind)}
    for path in product_code():
        text = path.read_text(encoding="utf-8")
        named = set(re.findall(r'"(CROSSPLAN_[A-Z0-9_]*[A-Z0-9])"', text))
        assert named <= known, f"{path.relative_to(ROOT)} names {named - known}"
        if re.search(r"\bos\.(environ|getenv)\b", text):
            assert path.parent.name in {"cli", "server"}, f"{path.relative_to(ROOT)} reads the environment by itself"

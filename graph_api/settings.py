"""Where the service listens and how much one request may ask for: the settings of `graph_api`.

In: the environment, e.g. `CROSSPLAN_PORT=8080`.  Out: one frozen `ApiSettings`, passed to everything that needs it.
Where the data lies is another folder's: `graph.settings`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph.environment import number, read_environment, variable, whole

T = TypeVar("T")


def _setting(default: T, name: str, read: Callable[[str], object], meaning: str) -> T:
    made: T = field(default=default, metadata=variable(f"CROSSPLAN_{name}", read, meaning))
    return made


def _origins(text: str) -> tuple[str, ...]:
    origins = tuple(text.replace(",", " ").split())
    if any(origin != "*" and "://" not in origin for origin in origins):
        raise ValueError("*, or origins like https://plans.example.org, separated by commas")
    return origins


def _public_url(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise ValueError("an address that starts with http:// or https://")
    return text.rstrip("/")


@dataclass(frozen=True, slots=True)
class ApiSettings:
    """Address, limits and time of the service."""

    host: str = _setting("127.0.0.1", "HOST", str, "the address to listen on")
    port: int = _setting(8000, "PORT", whole(1, 65535), "the port to listen on")
    public_url: str = _setting("", "PUBLIC_URL", _public_url, "what addresses in answers begin with; empty: with /")
    allow_origins: tuple[str, ...] = _setting((), "ALLOW_ORIGINS", _origins, "origins whose pages may call, or *")
    max_depth: int = _setting(12, "MAX_DEPTH", whole(1, 1000), "fields within fields of a document")
    max_aliases: int = _setting(30, "MAX_ALIASES", whole(0, 100_000), "renamed fields of a document")
    max_tokens: int = _setting(2000, "MAX_TOKENS", whole(10, 1_000_000), "words and brackets of a document")
    max_document: int = _setting(262_144, "MAX_DOCUMENT", whole(1024, 100_000_000), "characters of a document")
    max_rows: int = _setting(10_000, "MAX_ROWS", whole(10, 10_000_000), "rows read for one answer")
    max_page: int = _setting(200, "MAX_PAGE", whole(1, 100_000), "items of one page")
    max_body: int = _setting(1_048_576, "MAX_BODY", whole(1024, 1_000_000_000), "bytes of a request")
    timeout: float = _setting(10.0, "TIMEOUT", number(0.01, 3600), "seconds for one answer")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> ApiSettings:
        """The settings that the variables say; raises graph.errors.SettingsError."""
        return read_environment(cls, environ)

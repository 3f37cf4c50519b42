"""Where the data lives and how the store is reached: the settings of `graph`.

In: the environment, e.g. `CROSSPLAN_STORE=bolt://127.0.0.1:7687`.  Out: one frozen `StoreSettings`.
The password comes from a variable or from a file (a secret that a container engine mounts), never from the address.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from graph.environment import number, read_environment, variable, whole
from graph.errors import SettingsError

EMBEDDED = "embedded"
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


def _store(text: str) -> str:
    expected = f"{EMBEDDED}, or an address {'|'.join(SCHEMES)}://HOST:PORT without user and password"
    try:
        address = urlsplit(text)
        usable = address.scheme in SCHEMES and address.hostname and address.port != 0 and address.username is None
    except ValueError as error:
        raise ValueError(expected) from error
    if text != EMBEDDED and not usable:
        raise ValueError(expected)
    return text


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """The data directory, the engine, and how a Neo4j server is reached."""

    data: Path = field(default=Path(".crossplan"), metadata=variable("CROSSPLAN_DATA", Path, "the data directory"))
    store: str = field(
        default=EMBEDDED,
        metadata=variable("CROSSPLAN_STORE", _store, "embedded, or the address of a Neo4j server"),
    )
    curation: Path | None = field(
        default=None,
        metadata=variable(
            "CROSSPLAN_CURATION", Path, "the file of verdicts on facts, else curation.toml in the data directory"
        ),
    )
    query_timeout: float = field(
        default=10.0,
        metadata=variable("CROSSPLAN_QUERY_TIMEOUT", number(0.01, 3600), "seconds that one statement may take"),
    )
    neo4j_user: str = field(
        default="neo4j", metadata=variable("CROSSPLAN_NEO4J_USER", str, "the user at the Neo4j server")
    )
    neo4j_password: str = field(
        default="",
        repr=False,
        metadata=variable("CROSSPLAN_NEO4J_PASSWORD", str, "the password at the Neo4j server"),
    )
    neo4j_password_file: Path | None = field(
        default=None,
        metadata=variable("CROSSPLAN_NEO4J_PASSWORD_FILE", Path, "a file that holds the password instead"),
    )
    neo4j_database: str = field(
        default="neo4j", metadata=variable("CROSSPLAN_NEO4J_DATABASE", str, "the database at the Neo4j server")
    )
    neo4j_connections: int = field(
        default=20,
        metadata=variable("CROSSPLAN_NEO4J_CONNECTIONS", whole(1, 1000), "connections to the Neo4j server at most"),
    )
    neo4j_connect_timeout: float = field(
        default=5.0,
        metadata=variable("CROSSPLAN_NEO4J_CONNECT_TIMEOUT", number(0.01, 600), "seconds to wait for a connection"),
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> StoreSettings:
        """The settings that the variables give; raises SettingsError for one that cannot be used."""
        return read_environment(cls, environ)

    @property
    def verdicts(self) -> Path:
        """The file of a person's verdicts on facts, which need not be there."""
        return self.curation or self.data / "curation.toml"

    @property
    def alignment_verdicts(self) -> Path:
        """The file of a person's verdicts on what is the same, beside those on facts; it need not be there."""
        return self.verdicts.with_name("alignment.toml")

    @property
    def embedded(self) -> bool:
        """Whether the graph lives in the data directory instead of a Neo4j server."""
        return self.store == EMBEDDED

    def password(self) -> str:
        """The password at the Neo4j server; raises SettingsError for a file that cannot be read."""
        if self.neo4j_password_file is None:
            return self.neo4j_password
        try:
            return self.neo4j_password_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"CROSSPLAN_NEO4J_PASSWORD_FILE: {self.neo4j_password_file}: {error}") from error

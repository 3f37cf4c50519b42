"""The driver to a Neo4j server, set up from the settings, and what it raises as the store's own errors.

In: `StoreSettings`.  Out: an async driver (one a process), and for each failure a StoreError of one line, such as
`bolt://127.0.0.1:7687: user 'neo4j' is refused; wrong user or password (CROSSPLAN_NEO4J_USER, …_PASSWORD)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import AsyncDriver, AsyncGraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConnectionAcquisitionTimeoutError,
    DriverError,
    Neo4jError,
    UnsupportedServerProduct,
)

from graph.errors import (
    SettingsError,
    StatementError,
    StoreError,
    StoreFull,
    StoreTimeout,
    StoreUnavailable,
    StoreVersionMismatch,
)
from graph.settings import StoreSettings

OLDEST_SERVER = (5, 23)  # the first that reads CALL (x) { … }

_SERVER = re.compile(r"Neo4j/(\d+)\.(\d+)")
_TIMED_OUT = re.compile(r"\.Transaction\.(TransactionTimedOut|Terminated)")
_NO_ROOM = re.compile(r"OutOfMemory|OutOfDisk|NoSpace")


def connect(settings: StoreSettings) -> AsyncDriver:
    """A driver for the server that the settings name; nothing is sent until it is used. Raises SettingsError."""
    with told(settings):
        return AsyncGraphDatabase.driver(
            settings.store,
            auth=(settings.neo4j_user, settings.password()),
            user_agent="crossplan",
            max_connection_pool_size=settings.neo4j_connections,
            connection_timeout=settings.neo4j_connect_timeout,
            connection_acquisition_timeout=settings.neo4j_connect_timeout,
            liveness_check_timeout=30,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
        )


async def check_server(driver: AsyncDriver, settings: StoreSettings) -> str:
    """What the server calls itself, once it answers, lets the user in and is new enough; raises StoreError."""
    with told(settings):
        server = await driver.get_server_info()
    found = _SERVER.match(server.agent)
    if not found or (int(found[1]), int(found[2])) < OLDEST_SERVER:
        oldest = ".".join(map(str, OLDEST_SERVER))
        raise StoreVersionMismatch(f"{settings.store}: found {server.agent}, expected Neo4j {oldest} or newer")
    return server.agent


@contextmanager
def told(settings: StoreSettings) -> Iterator[None]:
    """Turns what the driver raises within the block into a StoreError that says which server and what helps."""
    try:
        yield
    except StoreError:
        raise
    except Neo4jError as error:
        raise _refusal(error, settings) from error
    except (UnsupportedServerProduct, ConfigurationError) as error:
        raise SettingsError(f"{settings.store}: {_line(error)}") from error
    except ConnectionAcquisitionTimeoutError as error:
        raise StoreUnavailable(
            f"{settings.store}: no connection free within {settings.neo4j_connect_timeout:g} s "
            f"(CROSSPLAN_NEO4J_CONNECTIONS is {settings.neo4j_connections})"
        ) from error
    except (DriverError, OSError) as error:
        raise StoreUnavailable(f"{settings.store}: the server cannot be reached ({_line(error)})") from error
    except (TypeError, ValueError, OverflowError) as error:  # a parameter that Bolt cannot carry
        raise StatementError(_line(error)) from error


def _refusal(error: Neo4jError, settings: StoreSettings) -> StoreError:
    """What a server that answered said, in the store's words."""
    where, code = settings.store, error.code or ""
    if isinstance(error, AuthError):
        helps = "wrong user or password (CROSSPLAN_NEO4J_USER, CROSSPLAN_NEO4J_PASSWORD)"
        return StoreUnavailable(f"{where}: user {settings.neo4j_user!r} is refused; {helps}")
    if code.endswith("DatabaseNotFound"):
        name = settings.neo4j_database
        return StoreUnavailable(f"{where}: there is no database {name!r} (CROSSPLAN_NEO4J_DATABASE)")
    if _TIMED_OUT.search(code):
        return StoreTimeout(f"{where}: no answer within {settings.query_timeout:g} s")
    if _NO_ROOM.search(code):
        return StoreFull(f"{where}: the server has no room for this: {_line(error)}")
    if error.is_retryable():
        return StoreUnavailable(f"{where}: the server cannot answer now: {_line(error)}")
    if isinstance(error, ClientError):
        return StatementError(_line(error))
    return StoreError(f"{where}: the server failed: {_line(error)}")


def _line(error: Exception) -> str:
    text = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    return " ".join(text.split())[:500]

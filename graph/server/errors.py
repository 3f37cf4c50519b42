"""What keeps a local Neo4j server from running."""

from __future__ import annotations

from graph.errors import StoreError


class ServerError(StoreError):
    """Java or Maven is missing, or the server does not start; one line says which and what helps."""

"""What can go wrong with a store: one root, one class a cause, a message of one line each.

A message says where (file, address or statement), what was found and what was expected or helps.
"""

from __future__ import annotations


class StoreError(Exception):
    """Anything that keeps the store from answering."""


class StoreUnavailable(StoreError):
    """The store is closed or the server cannot be reached; trying later may help."""


class StoreEmpty(StoreUnavailable):
    """Nothing was ingested into the data directory, or loaded into the server, yet."""


class StoreDamaged(StoreError):
    """The stored graph is not whole: truncated, altered, or its files are missing."""


class StoreVersionMismatch(StoreError):
    """The graph, or the server that holds it, is of a version that this program does not read."""


class StoreLocked(StoreError):
    """Another process is writing the same store."""


class StoreFull(StoreError):
    """There is no space left for the graph that is being built; the live one is untouched."""


class StoreTimeout(StoreError):
    """A statement took longer than the settings allow."""


class StatementError(StoreError):
    """The engine refused a statement: its syntax, its types, a missing parameter, or a write where only reads are."""


class GraphError(StoreError):
    """A graph that cannot be loaded: it breaks the schema, or states something about a node that it lacks."""


class SettingsError(StoreError, ValueError):
    """A setting whose value cannot be used."""

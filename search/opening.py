"""The clause index that the settings name: over the files of a version, or over what a Neo4j server holds.

In: the settings of the store, and where the live version keeps its index.  Out: a `ClauseIndex`, which answers the same
either way.  A server is asked when something is first searched, so that a service may start before it.
Example: with `CROSSPLAN_STORE=bolt://127.0.0.1:7687` the files are not opened at all.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from graph.settings import StoreSettings
from search.index import ClauseIndex

if TYPE_CHECKING:
    from search.encoder.encoder import Encoder


def open_index(settings: StoreSettings, directory: Path, opener: Callable[[], Encoder] | None) -> ClauseIndex:
    """The index; `opener` gives the encoder when a query first asks for meaning. Raises IndexDamaged for the files."""
    if settings.embedded:
        return ClauseIndex.open(directory, opener)
    from graph.neo4j_search import Neo4jSearch  # the driver is heavy, and most searches do without it
    from search.served import ServedClauses

    return ClauseIndex(ServedClauses(Neo4jSearch(settings), opener))

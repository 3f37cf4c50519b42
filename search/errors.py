"""What can be wrong with a search, said in one line."""

from __future__ import annotations


class SearchError(Exception):
    """A search that cannot be carried out as asked."""


class BadQuery(SearchError):
    """The query, a filter or the mode is not one this index understands."""


class IndexDamaged(SearchError):
    """The index on disk is missing, truncated or of another format."""

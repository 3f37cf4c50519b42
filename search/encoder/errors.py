"""What can be wrong with an encoder, said in one line."""

from __future__ import annotations

from search.errors import SearchError


class EncoderUnavailable(SearchError):
    """The encoder that was asked for cannot be had: a file is missing or damaged, a library or a model is not there."""

"""What can be wrong with an encoder, said in one line."""

from __future__ import annotations

from search.errors import SearchError

_SAID = 200


class EncoderUnavailable(SearchError):
    """The encoder that was asked for cannot be had: a file is missing or damaged, a library or a model is not there."""


def one_line(error: Exception) -> str:
    """The beginning of what a library says of its failure, whose lines are many."""
    return " ".join(str(error).split())[:_SAID]

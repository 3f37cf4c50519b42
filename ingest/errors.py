"""What can be wrong with a document: one line that says where, what was found and what was expected."""

from __future__ import annotations


class IngestError(ValueError):
    """A document that cannot be read as a plan."""


class UnreadableText(IngestError):
    """A file whose text cannot be had: missing, empty, binary, of an unknown kind or encoding."""


class NotAPlan(IngestError):
    """A text that is read, but is no plan."""

"""What can be wrong with a command itself."""

from __future__ import annotations


class CommandError(Exception):
    """Arguments that cannot be carried out together, or a file that a command cannot read or write."""

"""The root of this folder's errors."""

from __future__ import annotations


class AlignError(ValueError):
    """One line that says where, what was found, and what was expected."""

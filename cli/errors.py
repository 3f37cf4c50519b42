"""What can be wrong with a command itself."""

from __future__ import annotations

from collections.abc import Sequence


class CommandError(Exception):
    """Arguments that cannot be carried out together, or a file that a command cannot read or write."""


class BadLines(CommandError):
    """The lines of a batch that could not be asked, each named; the others were."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)

"""What was read of a short text, kept for the next that is the same.

In: a function that reads a text and nothing else.  Out: the function with a bounded memory.  Relied on: plans, and bad
files far more, say short things over and over, and several stages ask the same of one line; long texts differ, and are
not held on to.  Example: of five thousand lines "4 次。" one is read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

_MOST = 1024  # texts a function keeps
_LONGEST = 400  # characters

Further = ParamSpec("Further")
Read = TypeVar("Read")


def remembered(read: Callable[Concatenate[str, Further], Read]) -> Callable[Concatenate[str, Further], Read]:
    """`read`, which gives the same for the same arguments, with what it gave for the last short texts."""
    kept = cast(Callable[Concatenate[str, Further], Read], lru_cache(maxsize=_MOST)(read))

    @wraps(read)
    def look_up(text: str, /, *args: Further.args, **named: Further.kwargs) -> Read:
        return kept(text, *args, **named) if len(text) <= _LONGEST else read(text, *args, **named)

    return look_up

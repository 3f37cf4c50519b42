"""Settings from the environment: one frozen dataclass a folder, read once where a program starts.

In: the environment as a mapping.  Out: the dataclass, or a SettingsError such as
`CROSSPLAN_QUERY_TIMEOUT: found 'soon', expected a number of at least 0.01`.
An empty value counts as not set, as `docker compose` and `.env` files write it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from graph.errors import SettingsError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_VARIABLE = "variable"
_CREDENTIALS = re.compile(r"//[^/]*@")
T = TypeVar("T", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of the environment: its name, what it is for, and how its text becomes a value."""

    name: str
    read: Callable[[str], object]
    meaning: str


def variable(name: str, read: Callable[[str], object], meaning: str) -> Mapping[str, Variable]:
    """The metadata of a dataclass field that is filled from the environment.

    `read` turns the variable's text into the value, or raises a ValueError that says what it expects.
    """
    return {_VARIABLE: Variable(name, read, meaning)}


def variables(settings: type[DataclassInstance]) -> Iterator[tuple[Variable, object]]:
    """Every variable that a settings class reads, with the default of its field."""
    for field in dataclasses.fields(settings):
        yield field.metadata[_VARIABLE], field.default


def read_environment(settings: type[T], environ: Mapping[str, str]) -> T:
    """An instance of the settings class filled from the environment; raises SettingsError for a value of no use."""
    found: dict[str, object] = {}
    for field in dataclasses.fields(settings):
        spec: Variable = field.metadata[_VARIABLE]
        text = environ.get(spec.name, "").strip()
        if text:
            found[field.name] = _read(spec, text)
    return settings(**found)


def _read(spec: Variable, text: str) -> object:
    try:
        return spec.read(text)
    except ValueError as error:
        shown = _CREDENTIALS.sub("//…@", text)
        raise SettingsError(f"{spec.name}: found {shown!r}, expected {error}") from error


def number(least: float, most: float) -> Callable[[str], float]:
    """Reads a number between `least` and `most`."""

    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not least <= value <= most:
            raise ValueError(f"a number from {least:g} to {most:g}")
        return value

    return read


def whole(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number between `least` and `most`."""

    def read(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise ValueError(f"a whole number from {least} to {most}")
        return int(text)

    return read

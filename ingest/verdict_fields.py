"""Which fields of a fact a person may state, and what may stand in each.

In: the fact records.  Out: `FIELDS`, for each kind of fact its fields and the values they take.  Relied on: what a
person states is what the text says (a subject, a number, a body); ids, zones and places follow from where it stands.
Example: a target takes `value`, a number, and `by_year`, a whole number that may be left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, TypeAlias, get_args, get_origin, get_type_hints

from ontology.records import (
    Baseline,
    Fact,
    Indicator,
    Plan,
    Reference,
    Responsibility,
    Safeguard,
    Section,
    SpecialAction,
    SpecialColumn,
    Target,
    Task,
)

FieldValue: TypeAlias = str | int | float | tuple[str, ...]

# Verdicts may change facts of every kind; the outline stands on plan and sections, which are neither wrong nor missing.
OUTLINE_KINDS = ("plan", "section")
# Fields that follow from the place of a fact where its verdict says nothing of them.
DERIVED = frozenset({"unit", "row", "comparator"})
_NOT_STATED = frozenset({"id", "span", "rule", "reason", "zone"})
_WORDS: Mapping[type, str] = {str: "a text", int: "a whole number", float: "a number"}


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What one field takes."""

    type: type  # str, int, float, or tuple for a list of texts
    choices: tuple[str, ...]  # the only words it takes; empty: any
    optional: bool  # whether a plan may leave it unsaid
    required: bool  # whether a fact cannot be added without it

    def read(self, value: object) -> FieldValue:
        """The value as the field keeps it; raises ValueError that says what is expected."""
        if self.type is tuple and isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(value)
        if self.type is float and isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        if isinstance(value, str | int) and type(value) is self.type and (not self.choices or value in self.choices):
            return value
        raise ValueError(self.expected)

    @property
    def expected(self) -> str:
        """What the field takes, in words."""
        return f"one of {', '.join(self.choices)}" if self.choices else _WORDS.get(self.type, "a list of texts")


def _spec(hint: Any, *, derived: bool, default: object) -> FieldSpec:
    parts = get_args(hint) if isinstance(hint, UnionType) or NoneType in get_args(hint) else (hint,)
    optional = NoneType in parts
    (kept,) = (part for part in parts if part is not NoneType)
    required = not (optional or derived) and default is MISSING
    if get_origin(kept) is Literal:
        return FieldSpec(str, get_args(kept), optional, required)
    return FieldSpec(get_origin(kept) or kept, (), optional, required)


def _fields_of(kind: type[Fact]) -> Mapping[str, FieldSpec]:
    hints = get_type_hints(kind)
    return MappingProxyType(
        {
            field.name: _spec(hints[field.name], derived=_is_derived(kind, field.name), default=field.default)
            for field in fields(kind)
            if field.name not in _NOT_STATED and not field.name.endswith("_id")
        }
    )


def _is_derived(kind: type[Fact], name: str) -> bool:
    return name in DERIVED and (name != "unit" or kind is not Indicator)


CLASSES: Mapping[str, type[Fact]] = MappingProxyType(
    {
        kind.kind: kind
        for kind in (
            Plan,
            Section,
            Task,
            Safeguard,
            SpecialColumn,
            SpecialAction,
            Indicator,
            Responsibility,
            Target,
            Baseline,
            Reference,
        )
    }
)
FIELDS: Mapping[str, Mapping[str, FieldSpec]] = MappingProxyType(
    {name: _fields_of(kind) for name, kind in CLASSES.items()}
)

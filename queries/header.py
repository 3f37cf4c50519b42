"""The header of a query file: which question it answers, what it takes, and what each row of the answer holds.

In: the lines of a `.cypher` file.  Out: a `Header`.  Relied on: the comment lines at the top stand in this order, each
with its Chinese before its English, and nothing else stands among them.  Example:

    // question.zh: 按 id 取地区
    // question.en: Regions by id
    // param: ids [String!]! 地区的 id，不存在的略去 | ids of the regions; unknown ones are left out
    // column: name String! 全称 | full name
    // row: Region
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

# Which lines may follow which; a header begins after "" and ends after "row".
_NEXT: dict[str, tuple[str, ...]] = {
    "": ("question.zh",),
    "question.zh": ("question.en",),
    "question.en": ("param", "column"),
    "param": ("param", "column"),
    "column": ("column", "row"),
    "row": (),
}
_LINE = re.compile(r"// (?P<key>[a-z.]+): (?P<value>\S.*)")
_FIELD = re.compile(r"(?P<name>[a-z][A-Za-z0-9]*) (?P<type>\S+) (?P<zh>[^|]*[^| ]) \| (?P<en>[^|]*[^| ])")
_TYPE = re.compile(r"(?P<open>\[)?(?P<name>[A-Z][A-Za-z]*)(?P<inner>!)?(?(open)\](?P<outer>!)?)")
_ROW = re.compile(r"[A-Z][A-Za-z]*")

# What a value of each type is in Python.  A Citation is a map whose keys are CITATION, a Statement one
# whose keys are STATEMENT; Properties is a map of any keys.
_PYTHON: dict[str, tuple[type, ...]] = {
    "String": (str,),
    "Int": (int,),
    "Float": (float, int),
    "Boolean": (bool,),
    "Citation": (dict,),
    "Statement": (dict,),
    "Properties": (dict,),
}
STATEMENT = (
    *("planId", "factId", "factKind", "baseYear", "baseValue", "targetYear", "targetValue", "comparator", "value"),
    *("unit", "method", "evidence"),
)
CITATION = ("planId", "planTitle", "sectionId", "section", "quote", "start", "end")
_KEYS = {"Citation": frozenset(CITATION), "Statement": frozenset(STATEMENT)}


class QueryError(ValueError):
    """A query file that is not well formed, a query that does not exist, or a parameter that it does not take."""


@dataclass(frozen=True, slots=True)
class FieldType:
    """The type of a parameter or a column, as GraphQL writes it: `String`, `Int!`, `[String!]!`, `Citation`."""

    name: str
    many: bool
    required: bool  # never null
    required_items: bool  # a list without nulls

    @classmethod
    def parse(cls, text: str) -> FieldType:
        """The type that `text` writes; raises QueryError for any other text."""
        match = _TYPE.fullmatch(text)
        if not match or match["name"] not in _PYTHON:
            raise QueryError(f"found type {text!r}, expected one of {', '.join(_PYTHON)}, with ! or as a list")
        many = match["open"] is not None
        inner = match["inner"] is not None
        return cls(match["name"], many, match["outer"] is not None if many else inner, many and inner)

    def __str__(self) -> str:
        if not self.many:
            return self.name + "!" * self.required
        return f"[{self.name}{'!' * self.required_items}]{'!' * self.required}"

    def accepts(self, value: object) -> bool:
        """Whether `value` is of this type."""
        if value is None:
            return not self.required
        if self.many:
            return isinstance(value, list) and all(self._accepts_item(item) for item in value)
        return self._accepts_one(value)

    def _accepts_item(self, item: object) -> bool:
        return not self.required_items if item is None else self._accepts_one(item)

    def _accepts_one(self, value: object) -> bool:
        if isinstance(value, bool) and self.name != "Boolean":
            return False
        if self.name in _KEYS:
            return isinstance(value, dict) and value.keys() == _KEYS[self.name]
        return isinstance(value, _PYTHON[self.name])


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter or one column."""

    name: str
    type: FieldType
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Header:
    """What a query file declares; `lines` is how many lines that took."""

    question_zh: str
    question_en: str
    params: tuple[Field, ...]
    columns: tuple[Field, ...]
    row: str  # the GraphQL type whose fields the columns are
    lines: int


def parse_header(where: str, lines: Sequence[str]) -> Header:
    """The header at the top of `lines`; raises QueryError naming `where`, the line, what was found and expected."""
    once: dict[str, str] = {}
    fields: dict[str, list[Field]] = {"param": [], "column": []}
    key = ""
    count = 0
    for line in itertools.takewhile(lambda line: line.startswith("//"), lines):
        count += 1
        key, value = _entry(f"{where}:{count}", line, key)
        if key in fields:
            fields[key].append(_field(f"{where}:{count}", value, fields[key]))
        else:
            once[key] = value
    if key != "row":
        raise QueryError(f"{where}:{count + 1}: found the end of the header, expected {_expected(key)}")
    if not _ROW.fullmatch(once["row"]):
        raise QueryError(f"{where}:{count}: found row {once['row']!r}, expected the name of a GraphQL type")
    params, columns = tuple(fields["param"]), tuple(fields["column"])
    return Header(once["question.zh"], once["question.en"], params, columns, once["row"], count)


def _entry(where: str, line: str, before: str) -> tuple[str, str]:
    match = _LINE.fullmatch(line)
    if not match or match["key"] not in _NEXT[before]:
        raise QueryError(f"{where}: found {line!r}, expected {_expected(before)}")
    return match["key"], match["value"]


def _expected(before: str) -> str:
    return " or ".join(f"'// {key}: …'" for key in _NEXT[before]) or "the statement"


def _field(where: str, value: str, before: Sequence[Field]) -> Field:
    match = _FIELD.fullmatch(value)
    if not match:
        raise QueryError(f"{where}: found {value!r}, expected 'name Type Chinese | English'")
    if match["name"] in {field.name for field in before}:
        raise QueryError(f"{where}: found {match['name']!r} again, expected each name once")
    try:
        kind = FieldType.parse(match["type"])
    except QueryError as error:
        raise QueryError(f"{where}: {error}") from error
    return Field(match["name"], kind, match["zh"], match["en"])

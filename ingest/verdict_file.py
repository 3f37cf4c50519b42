"""The curation file: a person's verdicts on facts, read and checked.

In: a TOML file of `[[wrong]]`, `[[change]]` and `[[add]]` entries.  Out: `Verdicts`; or a CurationError with one line a
mistake, and nothing of the file is used.  Relied on: an entry stands below its header, whose line names it.
Example: `[[wrong]]`, `plan = "my-city"`, `kind = "target"`, `quote = "每个街道1名"`, `reason = "说的是现状"`.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ingest.verdict_fields import FIELDS, OUTLINE_KINDS, FieldValue
from ingest.verdicts import CurationError, Decision, Verdict, Verdicts, clean, contradictions

DECISIONS: tuple[Decision, ...] = ("wrong", "change", "add")
_TEXTS = ("plan", "kind", "quote", "reason")
# What an entry may hold beside these: which fact is meant, what it shall say, what it shall no longer say.
_TABLES: Mapping[Decision, tuple[str, ...]] = {
    "wrong": ("where",),
    "change": ("where", "to", "without"),
    "add": ("fact",),
}
_HEADER = re.compile(rf"^[ \t]*\[\[[ \t]*(?P<decision>{'|'.join(DECISIONS)})[ \t]*\]\]", re.M)
_SYNTAX = re.compile(r"(?P<found>.+?) \(at line (?P<line>\d+), .*\)")


def read_verdicts(path: Path) -> Verdicts:
    """The verdicts of a file; none where there is no file; raises CurationError with one line a mistake."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except FileNotFoundError:
        return Verdicts()
    except (OSError, UnicodeDecodeError) as error:
        raise CurationError((f"{path}: found no readable text ({error}), expected TOML in UTF-8",)) from error
    entries = _parse(text, path.name)
    reader = _Reader()
    verdicts = tuple(verdict for entry in entries for verdict in reader.read(entry))
    mistakes = (*reader.mistakes, *contradictions(verdicts))
    if mistakes:
        raise CurationError(mistakes)
    return Verdicts(verdicts, hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class _Entry:
    place: str
    decision: Decision
    said: Mapping[str, Any]


def _parse(text: str, name: str) -> list[_Entry]:
    """The entries of the file in their order, each with its line."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = _SYNTAX.fullmatch(str(error))
        place, found = (f"{name}:{told['line']}", told["found"]) if told else (name, str(error))
        raise CurationError((f"{place}: found {found}, expected TOML",)) from error
    lists = {key: value for key, value in tables.items() if isinstance(value, list)}
    if odd := [key for key in tables if key not in DECISIONS or key not in lists]:
        expected = ", ".join(f"[[{decision}]]" for decision in DECISIONS)
        raise CurationError(tuple(f"{name}: found {key}, expected {expected}" for key in odd))
    counts = dict.fromkeys(DECISIONS, 0)
    entries = []
    for line, decision in _headers(text, sum(map(len, lists.values()))):
        entries.append(_Entry(f"{name}:{line}", decision, lists[decision][counts[decision]]))
        counts[decision] += 1
    return entries


def _headers(text: str, count: int) -> Iterator[tuple[int, Decision]]:
    """The line and the decision of each entry; a line of a quoted text that looks like one is none."""
    found = list(_HEADER.finditer(text))
    for header in found:
        if len(found) == count or _is_toml(text[: header.start()]):
            decision = next(each for each in DECISIONS if each == header["decision"])
            yield text.count("\n", 0, header.start("decision")) + 1, decision


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


@dataclass(slots=True)
class _Reader:
    """Reads entries, and keeps a line for each mistake."""

    mistakes: list[str] = field(default_factory=list)

    def read(self, entry: _Entry) -> Iterator[Verdict]:
        """The verdict of an entry; none where it holds a mistake."""
        known = len(self.mistakes)
        said, allowed = entry.said, (*_TEXTS, *_TABLES[entry.decision])
        for name in said.keys() - set(allowed):
            self._note(entry, name, f"expected one of {', '.join(allowed)}")
        texts = {name: self._text(entry, name) for name in _TEXTS}
        kind = texts["kind"]
        if kind and kind not in FIELDS:
            self._note(entry, f"kind {kind!r}", f"expected one of {', '.join(FIELDS)}")
        if len(self.mistakes) > known:
            return
        if entry.decision != "change" and kind in OUTLINE_KINDS:
            self._note(entry, f"{entry.decision} for a {kind}", "expected change: the outline stands on it")
        where, fields = self._fields(entry, "where", kind), self._said(entry, kind)
        if len(self.mistakes) == known:
            yield Verdict(
                decision=entry.decision,
                plan_id=texts["plan"],
                kind=kind,
                quote=clean(texts["quote"]),
                reason=texts["reason"],
                where=where,
                fields=fields,
                place=entry.place,
            )

    def _note(self, entry: _Entry, found: str, expected: str) -> None:
        self.mistakes.append(f"{entry.place}: {entry.decision}: found {found}, {expected}")

    def _text(self, entry: _Entry, name: str) -> str:
        value = entry.said.get(name)
        if isinstance(value, str) and clean(value):
            return value
        self._note(entry, f"no {name}" if value is None else f"{name} = {value!r}", "expected a text")
        return ""

    def _said(self, entry: _Entry, kind: str) -> Mapping[str, FieldValue | None]:
        """What the fact shall say."""
        if entry.decision == "wrong":
            return {}
        said = self._fields(entry, "fact" if entry.decision == "add" else "to", kind)
        if entry.decision == "add":
            missing = [name for name, spec in FIELDS[kind].items() if spec.required and name not in said]
            if missing:
                self._note(entry, f"no {', '.join(missing)} in fact", f"expected all that a {kind} needs")
            return said
        cleared = self._cleared(entry, kind)
        if not said and not cleared:
            self._note(entry, "nothing to change", "expected fields under to, or names in without")
        return {**said, **cleared}

    def _cleared(self, entry: _Entry, kind: str) -> Mapping[str, None]:
        names = entry.said.get("without", [])
        optional = [name for name, spec in FIELDS[kind].items() if spec.optional]
        if not isinstance(names, list) or not all(name in optional for name in names):
            self._note(entry, f"without = {names!r}", f"expected a list of {', '.join(optional) or 'nothing'}")
            return {}
        return dict.fromkeys(names)

    def _fields(self, entry: _Entry, table: str, kind: str) -> Mapping[str, FieldValue]:
        said = entry.said.get(table, {})
        if not isinstance(said, dict):
            self._note(entry, f"{table} = {said!r}", "expected a table of fields")
            return {}
        read: dict[str, FieldValue] = {}
        for name, value in said.items():
            spec = FIELDS[kind].get(name)
            if spec is None:
                self._note(entry, f"{table}.{name}", f"expected a field of a {kind}: {', '.join(FIELDS[kind])}")
                continue
            try:
                read[name] = spec.read(value)
            except ValueError as error:
                self._note(entry, f"{table}.{name} = {value!r}", f"expected {error}")
        return read

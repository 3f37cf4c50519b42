"""The file of verdicts on alignments, read and checked.

In: a TOML file of `[[same]]` and `[[different]]` entries.  Out: `Verdicts`; or an AlignmentVerdictError with one line a
mistake, and nothing of the file is used.  Relied on: an entry stands below its header, whose line names it.
Example: `[[same]]`, `reason = "两地同一行动"`, `name = "党建引领"` and `facts = [{ plan = "a", kind = "special_action",
quote = "社区固本强基行动" }, { plan = "b", kind = "special_action", quote = "党建引领社区服务创新行动" }]`.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast, get_args

from align.verdicts import AlignmentVerdictError, Decision, Member, MemberKind, Statement, Verdict, Verdicts
from align.verdicts import contradictions as contradictions_of
from align.wording import plain

DECISIONS: tuple[Decision, ...] = ("same", "different")
KINDS: tuple[MemberKind, ...] = get_args(MemberKind)
# Kinds of which one fact can be the same as one of the other.
_ALIKE = {"target": "indicator"}
_FIELDS: Mapping[Decision, tuple[str, ...]] = {"same": ("facts", "reason", "name"), "different": ("facts", "reason")}
_MEMBER = ("plan", "kind", "quote")
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*(?P<decision>same|different)[ \t]*\]\]", re.M)
_SYNTAX = re.compile(r"(?P<found>.+?) \(at line (?P<line>\d+), .*\)")


def read_verdicts(path: Path) -> Verdicts:
    """The verdicts of a file; none where there is no file; raises AlignmentVerdictError with one line a mistake."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except FileNotFoundError:
        return Verdicts()
    except (OSError, UnicodeDecodeError) as error:
        line = f"{path}: found no readable text ({error}), expected TOML in UTF-8"
        raise AlignmentVerdictError((line,)) from error
    reader = _Reader()
    verdicts = tuple(verdict for entry in _entries(text, path.name) for verdict in reader.read(entry))
    mistakes = (*reader.mistakes, *contradictions_of([Statement(one, one.members) for one in verdicts]))
    if mistakes:
        raise AlignmentVerdictError(mistakes)
    return Verdicts(verdicts, hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class _Entry:
    place: str
    decision: Decision
    said: Mapping[str, Any]


def _entries(text: str, name: str) -> Iterator[_Entry]:
    """The entries of the file in their order, each with its line."""
    tables = _tables(text, name)
    odd = [key for key, value in tables.items() if key not in DECISIONS or not isinstance(value, list)]
    if odd:
        raise AlignmentVerdictError([f"{name}: found {key}, expected [[same]] or [[different]]" for key in odd])
    left = {decision: list(tables.get(decision, ())) for decision in DECISIONS}
    for header in _HEADER.finditer(text):
        decision = cast(Decision, header["decision"])
        if left[decision] and _is_toml(text[: header.start()]):
            line = text.count("\n", 0, header.start("decision")) + 1
            yield _Entry(f"{name}:{line}", decision, left[decision].pop(0))


def _tables(text: str, name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = _SYNTAX.fullmatch(str(error))
        place, found = (f"{name}:{told['line']}", told["found"]) if told else (name, str(error))
        raise AlignmentVerdictError((f"{place}: found {found}, expected TOML",)) from error


def _is_toml(text: str) -> bool:
    """Whether the text before a header is whole, so that the header stands within no quoted text."""
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
        self._check_names(entry, entry.said, _FIELDS[entry.decision])
        reason = self._text(entry, entry.said, "reason")
        name = self._text(entry, entry.said, "name") if "name" in entry.said else None
        members = self._members(entry)
        if len(self.mistakes) == known:
            yield Verdict(
                decision=entry.decision, members=members, reason=reason, name=name and name.strip(), place=entry.place
            )

    def _note(self, entry: _Entry, found: str, expected: str) -> None:
        self.mistakes.append(f"{entry.place}: {entry.decision}: found {found}, expected {expected}")

    def _check_names(self, entry: _Entry, said: Mapping[str, Any], allowed: tuple[str, ...]) -> None:
        for name in sorted(said.keys() - set(allowed)):
            self._note(entry, name, f"one of {', '.join(allowed)}")

    def _text(self, entry: _Entry, said: Mapping[str, Any], name: str) -> str:
        value = said.get(name)
        if isinstance(value, str) and plain(value):
            return value
        self._note(entry, f"no {name}" if value is None else f"{name} = {value!r}", "a text")
        return ""

    def _members(self, entry: _Entry) -> tuple[Member, ...]:
        facts = entry.said.get("facts")
        if not isinstance(facts, list) or len(facts) < 2 or not all(isinstance(one, dict) for one in facts):
            self._note(entry, "no two facts", "facts = [{ plan, kind, quote }, …]")
            return ()
        members = []
        for said in facts:
            self._check_names(entry, said, _MEMBER)
            plan, kind, quote = (self._text(entry, said, name) for name in _MEMBER)
            if kind and kind not in KINDS:
                self._note(entry, f"kind {kind!r}", f"one of {', '.join(KINDS)}")
            members.append(Member.of(plan, cast(MemberKind, kind), quote))
        if len({_ALIKE.get(member.kind, member.kind) for member in members}) > 1:
            kinds = ", ".join(dict.fromkeys(member.kind for member in members))
            self._note(entry, f"facts of the kinds {kinds}", "one kind, or indicators and targets")
        return tuple(members)

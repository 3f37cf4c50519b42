"""What the plans state, as questions are answered from it: one record a row of the list queries.

In: rows of `queries/*.cypher`.  Out: `Plan`, `Statement`, `Thing`, `Duty` and `Cited`, unchanged in meaning.
Relied on: the columns that the queries' headers declare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph_api.ask.figures import verbatim
from graph_api.ask.record import Citation

_PART = re.compile(r"其中")


@dataclass(frozen=True, slots=True)
class Plan:
    """规划 as a question may name it."""

    id: str
    title: str
    region: str | None
    region_code: str | None
    period: str | None
    start_year: int | None
    end_year: int | None
    issued: str | None  # the date of issue, else of publication, as precise as the text
    length: int  # characters of the source
    citation: Citation  # of its title
    issuers: tuple[str, ...] = ()
    document_number: str | None = None  # its own

    @property
    def short(self) -> str:
        """What a sentence calls it: its region, or its title."""
        return self.region or self.title


@dataclass(frozen=True, slots=True)
class Statement:
    """A stated value: a row of the indicator table, a target in running text, or an achievement of the past."""

    id: str
    kind: str  # indicator, target, baseline
    plan_id: str
    subject: str
    value: str | None  # verbatim
    number: float | None
    unit: str
    comparator: str
    year: str | None
    base: str | None
    context: str  # the clause and the titles it stands under
    clause_id: str | None
    concepts: tuple[str, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class Thing:
    """A part of a plan that can be counted or named: task, safeguard, action, column, group, section, clause."""

    id: str
    kind: str
    plan_id: str
    title: str  # of a clause: its text
    parent: str  # the title of what it stands under
    parent_id: str | None
    number: str | None
    concepts: tuple[str, ...]
    citation: Citation
    zone: str | None = None  # of a section or clause: what its chapter is for


@dataclass(frozen=True, slots=True)
class Duty:
    """One body made responsible."""

    plan_id: str
    unit_id: str | None
    unit: str
    unit_kind: str
    department: str
    functions: tuple[str, ...]
    role: str
    clause_id: str | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that a plan cites."""

    plan_id: str
    title: str
    document_id: str | None
    issuer: str | None
    document_number: str | None
    section: str
    clause_id: str | None
    citation: Citation


def _citation(row: Mapping[str, Any]) -> Citation:
    place = row["citation"]
    return Citation(place["planId"], place["start"], place["end"], place["quote"])


def read_plan(row: Mapping[str, Any]) -> Plan:
    """A row of `plans`."""
    return Plan(
        id=row["id"],
        title=row["title"],
        region=row["region"],
        region_code=row["regionCode"],
        period=row["period"],
        start_year=row["startYear"],
        end_year=row["endYear"],
        issued=row["issued"] or row["published"],
        length=row["sourceLength"],
        citation=_citation(row),
        issuers=tuple(row["issuers"]),
        document_number=row["documentNumber"],
    )


def read_things(
    kind: str, rows: Iterable[Mapping[str, Any]], parent: str | None, parent_id: str | None
) -> tuple[Thing, ...]:
    """Rows of a list of named parts; `parent` and `parent_id` are the columns of what they stand under."""
    return tuple(
        Thing(
            id=row["id"],
            kind=kind,
            plan_id=row["planId"],
            title=row["title"] if "title" in row else row["name"],
            parent=(row[parent] or "") if parent else "",
            parent_id=row[parent_id] if parent_id else None,
            number=row.get("number"),
            concepts=tuple(row.get("conceptIds") or row.get("themeIds") or row.get("functionIds") or ()),
            citation=_citation(row),
            zone=row.get("zone"),
        )
        for row in rows
    )


def read_clause(row: Mapping[str, Any]) -> Thing:
    """A row of `clauses`; its text is the title, the titles it stands under its parent."""
    titles = "/".join(title for title in (*row["path"], row["unitTitle"]) if title)
    return Thing(
        id=row["id"],
        kind="clause",
        plan_id=row["planId"],
        title=row["text"],
        parent=titles,
        parent_id=row["unitId"],
        number=None,
        concepts=tuple(row["themeIds"]),
        citation=_citation(row),
        zone=row["zone"],
    )


def read_indicator(row: Mapping[str, Any]) -> Statement:
    """A row of `indicators`."""
    # A row whose name the source lost is known by what it was aligned with.
    name = row["name"] or "/".join(row["concepts"])
    return Statement(
        id=row["id"],
        kind="indicator",
        plan_id=row["planId"],
        subject=name,
        value=row["targetValue"],
        number=row["value"],
        unit=row["unit"] or "",
        comparator=row["comparator"],
        year=str(row["targetYear"]) if row["targetYear"] else None,
        base=row["baseValue"],
        context="/".join([row["attribute"] or "", "指标"]),
        clause_id=None,
        concepts=tuple(row["conceptIds"]),
        citation=_citation(row),
    )


def read_statement(kind: str, row: Mapping[str, Any], clauses: Mapping[str, Thing]) -> Statement:
    """A row of `targets` or `baselines`, with the clause that states it as its context."""
    citation = _citation(row)
    clause = clauses.get(row["clauseId"] or "")
    year = row["byYear"] if kind == "target" else row["asOf"]
    return Statement(
        id=row["id"],
        kind=kind,
        plan_id=row["planId"],
        subject=row["subject"],
        value=verbatim(citation.quote, row["value"], row["unitOfMeasure"]),
        number=row["value"],
        unit=row["unitOfMeasure"],
        comparator=row.get("comparator") or "=",
        year=str(year) if year else None,
        base=None,
        context=f"{clause.title}/{clause.parent}{_whole(clause, clauses)}" if clause else "",
        clause_id=row["clauseId"],
        concepts=tuple(row.get("conceptIds") or ()),
        citation=citation,
    )


def _whole(clause: Thing, clauses: Mapping[str, Thing]) -> str:
    """What the sentence before says, of which a clause that begins with 其中 tells a part."""
    place, _, number = clause.id.rpartition("#c")
    before = clauses.get(f"{place}#c{int(number) - 1}") if _PART.match(clause.title) and number.isdigit() else None
    return f"/{before.title}" if before else ""


def read_duty(row: Mapping[str, Any]) -> Duty:
    """A row of `responsibilities`."""
    return Duty(
        plan_id=row["planId"],
        unit_id=row["unitId"],
        unit=row["unitTitle"] or "",
        unit_kind=row["unitKind"],
        department=row["departmentName"],
        functions=tuple(row["functions"]),
        role=row["role"],
        clause_id=row["clauseId"],
        citation=_citation(row),
    )


def read_cited(row: Mapping[str, Any]) -> Cited:
    """A row of `references`."""
    return Cited(
        plan_id=row["planId"],
        title=row["citedTitle"],
        document_id=row["documentId"],
        issuer=row["issuer"],
        document_number=row["documentNumber"],
        section=row["sectionId"] or "",
        clause_id=row["clauseId"],
        citation=_citation(row),
    )

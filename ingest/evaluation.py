"""How right the facts of a plan are: what was found, beside what a reader found.

In: the records of a plan's facts and its `Gold`.  Out: a `Score` a kind: how many are right, which are missed, which
are too many, and for those that are right how many of their further fields are.  Relied on: whitespace, width and
closing punctuation are the printer's, so they count for nothing; a neutral row neither pays nor costs.
Example: the target "到2025年，覆盖率达到80%" is found where a target of 80 shares at least half its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from ingest.gold import Gold, Row
from ingest.reading import read_facts
from ingest.score import Score, plain
from ontology.records import Clause
from ontology.regions import Regions
from ontology.spans import Source

Key = Hashable

PLAN_SLOTS = ("title", "period", "start_year", "end_year", "document_number", "issued", "published", "issuers")

_BLANK = re.compile(r"\s+")
_YEARS = re.compile(r"[（(]\d{4}[-—–~至]+\d{4}年?[）)]$")
_DASHES = re.compile(r"[-‐‑–—―~]+")
_TITLE_MARKS = re.compile(r"[《》“”\"']")


def evaluate_plan(gold: Gold, regions: Regions) -> dict[str, Score]:
    """Reads the text of a gold as any plan is read, and scores what was found."""
    facts = read_facts(gold.source, regions)
    return evaluate((fact.record() for fact in facts if not isinstance(fact, Clause)), gold)


def evaluate(records: Iterable[Row], gold: Gold) -> dict[str, Score]:
    """The score of each kind of fact, in the order of the guide."""
    found: dict[str, list[Row]] = defaultdict(list)
    for record in records:
        found[record["kind"]].append(record)
    scores = {"plan": _score_plan(found["plan"], gold)}
    for kind, (key, fields) in LISTED.items():
        scores[kind] = _score_listed(found[kind], gold.rows[kind], key, fields)
    scores["responsibility"] = _score_responsibilities(found["responsibility"], gold.rows["responsibility"])
    for kind, fields in AMOUNTS.items():
        scores[kind] = _score_amounts(found[kind], gold.rows[kind], gold.source, fields)
    scores["reference"] = _score_references(found["reference"], gold)
    return scores


def _title(row: Row) -> Key:
    return plain(row["title"])


def _heading(row: Row) -> Key:
    return row["level"], plain(row["title"])


def _cells(row: Row) -> Key:
    value = row.get("value")
    base, target = (plain(row.get(cell)).replace("—", "") for cell in ("base_value", "target_value"))
    number = None if value is None else float(value)
    return plain(row["name"]), base, target, plain(row.get("attribute")), row.get("comparator") or "=", number


# Kinds whose facts are told apart by what they are called: the key, and the further fields compared where it is equal.
LISTED: Mapping[str, tuple[Callable[[Row], Key], tuple[str, ...]]] = {
    "section": (_heading, ()),
    "task": (_title, ("parent",)),
    "safeguard": (_title, ("parent",)),
    "indicator": (_cells, ("base_year", "target_year", "unit")),
    "special_column": (_title, ("under_task",)),
    "special_action": (_title, ("column", "under_task")),
}
# Kinds whose facts are told apart by their number and place: the further fields compared.
AMOUNTS: Mapping[str, tuple[str, ...]] = {
    "target": ("comparator", "by_year", "unit_of_measure"),
    "baseline": ("unit_of_measure", "as_of"),
}


def _score_plan(found: Sequence[Row], gold: Gold) -> Score:
    """Slot by slot: a wrong slot is both missed and too many."""
    stated = gold.rows["plan"][0]
    said = found[0] if found else {}
    wrong = [slot for slot in PLAN_SLOTS if not _slot_right(slot, said, stated, gold.accept)]
    return Score(
        len(PLAN_SLOTS) - len(wrong),
        tuple(f"{slot}: {stated.get(slot)}" for slot in wrong),
        tuple(f"{slot}: {said.get(slot)}" for slot in wrong),
    )


def _slot_right(slot: str, said: Row, stated: Row, accept: Mapping[str, tuple[object, ...]]) -> bool:
    forms = (stated.get(slot), *accept.get(slot, ()))
    return _slot(slot, said.get(slot)) in [_slot(slot, form) for form in forms]


def _slot(slot: str, value: object) -> Key:
    """A slot as it is compared: a title without the years in brackets behind it, issuers in any order."""
    if isinstance(value, list | tuple):
        return frozenset(plain(one) for one in value)
    return _YEARS.sub("", plain(value)) if slot == "title" else plain(value)


def _score_listed(
    found: Sequence[Row], stated: Sequence[Row], key: Callable[[Row], Key], fields: tuple[str, ...]
) -> Score:
    """Keys as a bag: two headings of one title are two."""
    neutral = {key(row) for row in stated if row.get("borderline")}
    wanted: dict[Key, list[Row]] = defaultdict(list)
    for row in stated:
        if not row.get("borderline"):
            wanted[key(row)].append(row)
    neutral -= set(wanted)
    extra, pairs = [], []
    for row in found:
        if wanted[key(row)]:
            pairs.append((row, wanted[key(row)].pop(0)))
        elif key(row) not in neutral:
            extra.append(_shown(key(row)))
    missed = [_shown(name) for name, rows in wanted.items() for _ in rows]
    return Score(len(pairs), tuple(missed), tuple(extra), _agreement(pairs, fields))


def _score_responsibilities(found: Sequence[Row], stated: Sequence[Row]) -> Score:
    """Pairs of unit and body, each once; a body may stand in one unit with two roles, either is right."""
    roles: dict[Key, set[object]] = defaultdict(set)
    for row in stated:
        roles[_duty(row)].add(row["role"])
    firm = {_duty(row) for row in stated if not row.get("borderline")}
    read: dict[Key, set[object]] = defaultdict(set)
    for row in found:
        read[_duty(row)].add(row["role"])
    right = read.keys() & firm
    agreeing = sum(bool(read[pair] & roles[pair]) for pair in right)
    missed = tuple(sorted(map(_shown, firm - read.keys())))
    extra = tuple(sorted(map(_shown, read.keys() - roles.keys())))
    return Score(len(right), missed, extra, {"role": (agreeing, len(right))})


def _duty(row: Row) -> Key:
    return plain(row["unit"]), plain(row["department"])


def _score_amounts(found: Sequence[Row], stated: Sequence[Row], source: Source, fields: tuple[str, ...]) -> Score:
    """One to one: the same number, and spans that share at least half of the shorter one."""
    text, offsets = _without_blanks(source.text)
    left = list(found)
    pairs, missed = [], []
    for row in sorted(stated, key=lambda row: bool(row.get("borderline"))):
        places = _places(text, _BLANK.sub("", row["quote"]))
        hit = next((one for one in left if _same_amount(one, row, places, offsets)), None)
        if hit is not None:
            left = [one for one in left if one is not hit]
            if not row.get("borderline"):
                pairs.append((hit, row))
        elif not row.get("borderline"):
            missed.append(row["quote"])
    neutral = [(row, _places(text, _BLANK.sub("", row["quote"]))) for row in stated if row.get("borderline")]
    extra = [one["quote"] for one in left if not any(_same_amount(one, row, at, offsets) for row, at in neutral)]
    return Score(len(pairs), tuple(missed), tuple(extra), _agreement(pairs, fields))


def _same_amount(one: Row, row: Row, places: Sequence[tuple[int, int]], offsets: Sequence[int]) -> bool:
    wanted = row.get("value")
    if wanted is not None and (one["value"] is None or abs(one["value"] - wanted) > 1e-6 * max(1.0, abs(wanted))):
        return False
    start, end = offsets[one["start"]], offsets[one["end"]]
    return any((min(end, high) - max(start, low)) * 2 >= min(end - start, high - low) for low, high in places)


def _score_references(found: Sequence[Row], gold: Gold) -> Score:
    """Titles, each once; dashes and quotation marks are the printer's, and a plan that names itself cites nothing."""
    stated = gold.rows["reference"]
    neutral = {_cited(gold.rows["plan"][0]), *(_cited(row) for row in stated if row.get("borderline"))}
    wanted = {key: row for row in stated if (key := _cited(row)) not in neutral}
    read = {key: row for row in reversed(found) if (key := _cited(row)) not in neutral}
    pairs = [(read[key], wanted[key]) for key in wanted if key in read]
    missed = tuple(str(wanted[key]["title"]) for key in wanted if key not in read)
    extra = tuple(str(read[key]["title"]) for key in read if key not in wanted)
    return Score(len(pairs), missed, extra, _agreement(pairs, ("document_number", "issuer")))


def _cited(row: Row) -> str:
    return _DASHES.sub("-", _TITLE_MARKS.sub("", plain(row["title"])))


def _agreement(pairs: Sequence[tuple[Row, Row]], fields: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """Of the facts that are right, how many also agree in a further field that the gold gives."""
    compared = {name: [(one, row) for one, row in pairs if name in row] for name in fields}
    return {
        name: (sum(plain(one.get(name)) == plain(row[name]) for one, row in rows), len(rows))
        for name, rows in compared.items()
        if rows
    }


def _without_blanks(text: str) -> tuple[str, list[int]]:
    """The text without whitespace, and for each of its offsets the one without."""
    offsets, position = [], 0
    for character in text:
        offsets.append(position)
        position += not character.isspace()
    return _BLANK.sub("", text), [*offsets, position]


def _places(text: str, words: str) -> list[tuple[int, int]]:
    return [(match.start(), match.start() + len(words)) for match in re.finditer(f"(?={re.escape(words)})", text)]


def _shown(key: Key) -> str:
    return " / ".join(str(part) for part in key if part is not None) if isinstance(key, tuple) else str(key)

"""The subset of Cypher that both engines read alike, as rules; each with a line that breaks it.

In: a statement.  Out: what in it is outside the subset.  Where the engines differ without an error, a rule is the only
thing that notices: `properties(n)` lists a title in one engine that the other does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.queries.statement import uses, without_texts

FUNCTIONS = re.compile(
    "all|any|none|coalesce|collect|count|head|labels|last|range|reduce|size|type|toLower|toUpper|trim|replace|split|"
    "substring|left|right|toString|toInteger|abs|ceil|startNode|endNode|nodes|length|min|max|sum|avg"
)
# What stands before a parenthesis and is no function.
_WORDS = re.compile("MATCH|WHERE|AND|OR|NOT|XOR|IN|CALL|WHEN|THEN|ELSE|WITH|RETURN|UNWIND|EXISTS|COUNT|AS|BY")
_CALLED = re.compile(r"\b([A-Za-z_][\w.]*)\s*\(")
_CLAUSES = re.compile(r"\n(?=\s*(?:OPTIONAL MATCH|MATCH|WITH|RETURN|CALL|UNWIND)\b)")
_LAST_RETURN = re.compile(r"(?:^|\n)RETURN\n(?P<columns>.*?)(?:\nORDER BY (?P<order>.*))?\s*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that is outside the subset, why, and a line in which it stands."""

    pattern: str
    why: str
    example: str


RULES = (
    Rule(
        r"(?i)\b(CREATE|MERGE|SET|DELETE|DETACH|REMOVE|DROP|FOREACH|LOAD)\b",
        "a question only reads",
        "MATCH (n:Plan) SET n.title = ''",
    ),
    Rule(r"(?i)\b(apoc|gds|db|dbms)\.\w", "only one engine has procedures", "CALL apoc.meta.stats()"),
    Rule(r"[^\x00-\x7f]", "names are ASCII: the embedded engine reads no others", "MATCH (规划:Plan)"),
    Rule(r"/\*", "the embedded engine reads no block comments", "/* all plans */ MATCH (p:Plan)"),
    Rule(
        r"\w\s*\{\s*\.",
        "a map projection is null on relations and lists a title that is not there",
        "RETURN n {.*} AS map",
    ),
    Rule(r"\bCOLLECT\s*\{", "the embedded engine has no COLLECT subquery", "RETURN COLLECT { MATCH (n:Plan) } AS ids"),
    Rule(r"[)\]][-\w>]*\{\d", "the embedded engine has no quantified paths", "MATCH (a)-[:BROADER]->{1,3}(b)"),
    Rule(r"[)\]]->?[+*]|\)[+*]", "the embedded engine has no quantified paths", "MATCH (a)-[:BROADER]->+(b)"),
    Rule(
        r"(?i)\b(shortest|any shortest|all shortest)\b",
        "the embedded engine has no SHORTEST",
        "MATCH p = SHORTEST 1 (a)--(b)",
    ),
    Rule(
        r"[\w)]\s*(<=|>=|<|>)\s*[\w.$]+\s*(<=|>=|<|>)(?!-)",
        "the embedded engine compares two values only",
        "WHERE 1 <= n.row < 5",
    ),
    Rule(r"\bCALL\s*\{", "a subquery names what it takes: CALL (x) { … }", "CALL { MATCH (n:Plan) RETURN n.id AS id }"),
    Rule(
        r"[\w)\]]\s/\s[\w(]", "division by zero is null in one engine, infinite in the other", "RETURN a.x / a.y AS x"
    ),
    Rule(r"\*(?!\d\.\.\d\]|\))", "a path of several steps says how many", "MATCH (a)-[:BROADER*]->(b)"),
    Rule(
        r"ORDER BY[^\n]*\b(count|collect|sum|avg|min|max)\(",
        "order by an alias, not by an aggregate",
        "RETURN n.id AS id ORDER BY count(n)",
    ),
    Rule(r"\[\w+\s*:[^\]]*\]\s*\{|\{[^}]*\w\.id\(\)", "an id is the property id", "RETURN [r:X] {w: 1}"),
)


def departures(statement: str) -> list[str]:
    """What is outside the subset, a line each; none for a statement that both engines read alike."""
    text = without_texts(statement)
    found = [f"{match[0]!r}: {rule.why}" for rule in RULES if (match := re.search(rule.pattern, text))]
    return [*found, *_functions(text), *_returned(statement), *_seeking(text)]


def _functions(text: str) -> Iterator[str]:
    for name in _CALLED.findall(text):
        if not FUNCTIONS.fullmatch(name) and not _WORDS.fullmatch(name):
            yield f"{name}(): not one of the functions that both engines have alike"


def _returned(statement: str) -> Iterator[str]:
    match = _LAST_RETURN.search("\n" + statement)
    if not match:
        yield "no last RETURN with its columns below it"
        return
    columns = re.findall(r"\bAS (\w+)(?=,\n|$)", match["columns"])
    nodes = uses(statement).node_variables
    names = nodes | set(re.findall(r"\bAS (\w+)", statement[: match.start()]))
    for column in columns:
        if column in names:
            yield f"{column}: a column is named as a variable is"
    for returned in re.findall(r"(?:^|\n)  (\w+) AS", match["columns"]):
        if returned in nodes:
            yield f"{returned}: a node is returned whole"
    for collected in re.findall(r"\bcollect\((?:DISTINCT )?(\w+)\)", statement):
        if collected in nodes:
            yield f"{collected}: a list of nodes is copied with every row; collect their ids"
    last = (match["order"] or "").split(", ")[-1].strip()
    one_row = not re.search(r"\b(MATCH|UNWIND|CALL)\b", re.sub(r"COUNT \{.*?\}", "", statement))
    if not one_row and not (last in columns and (last == "id" or last.endswith("Id"))):
        yield f"ORDER BY … {last}: the order ends in the id of a column"


def _seeking(text: str) -> Iterator[str]:
    """Matches from a node that an optional match may have left null: the embedded engine then reads all nodes."""
    known: set[str] = set()
    unsure: set[str] = set()
    for clause in _CLAUSES.split(text):
        pattern = clause.strip().partition("WHERE")[0]
        names = set(re.findall(r"\((\w+)", pattern))
        if pattern.startswith("OPTIONAL MATCH"):
            yield from (f"{name}: an optional match from a node that may be null" for name in sorted(names & unsure))
            unsure |= names - known
        elif pattern.startswith("MATCH"):
            unsure -= names
        elif pattern.startswith("CALL"):
            taken = set(re.findall(r"\w+", pattern.partition(")")[0]))
            yield from (f"{name}: a subquery from a node that may be null" for name in sorted(taken & unsure))
        known |= names | set(re.findall(r"\bAS (\w+)", clause))

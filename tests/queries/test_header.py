"""A query file that is not well formed is refused with one line: file, line, what was found, what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from queries.header import STATEMENT, FieldType, QueryError
from queries.query import all_queries, read_query

PARAM = "// param: level String 行政层级 | administrative level\n"
COLUMN = "// column: id String! 地区的 id | id of the region\n"
GOOD = f"""\
// question.zh: 有哪些地区？
// question.en: Which regions are there?
{PARAM}{COLUMN}// row: Region
MATCH (r:Region)
WHERE $level IS NULL OR r.level = $level
RETURN
  r.id AS id
ORDER BY id
"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("// question.zh: 有哪些地区？\n", "", "regions.cypher:1: found '// question.en: Which regions are there?', "),
        (
            "// row: Region\n",
            "",
            "regions.cypher:5: found the end of the header, expected '// column: …' or '// row: …'",
        ),
        ("row: Region", "row: the regions", "regions.cypher:5: found row 'the regions', expected the name of a"),
        ("String! 地区", "Text! 地区", "regions.cypher:4: found type 'Text!', expected one of String, Int, Float"),
        (" | id of the region", "", "regions.cypher:4: found 'id String! 地区的 id', expected 'name Type Chinese | "),
        ("// row: Region", "// rows: Region", "regions.cypher:5: found '// rows: Region', expected '// column: …'"),
        ("// row: Region", "// a remark", "regions.cypher:5: found '// a remark', expected '// column: …' or "),
        (
            PARAM + COLUMN,
            COLUMN + PARAM,
            f"regions.cypher:4: found {PARAM[:-1]!r}, expected '// column: …' or '// row: …'",
        ),
        (
            "// row: Region",
            "// column: id String 又一个 | again\n// row: Region",
            "regions.cypher:5: found 'id' again, expected each name once",
        ),
        ("r.level = $level", "r.level = $grade", "regions.cypher: found parameter 'grade' used but not declared"),
        (
            "$level IS NULL OR r.level = $level",
            "r.level = 1",
            "regions.cypher: found parameter 'level' declared but not",
        ),
        ("r.id AS id", "r.id AS code", "regions.cypher: found columns id, expected as returned code"),
        ("RETURN\n  r.id", "RETURN r.id", "regions.cypher: expected a last line 'RETURN' with one column a line below"),
    ],
)
def test_a_file_that_is_not_well_formed_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    path = tmp_path / "regions.cypher"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(QueryError) as refused:
        read_query(path)
    assert str(refused.value).startswith(message)
    assert "\n" not in str(refused.value)


def test_a_well_formed_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "regions.cypher"
    path.write_text(GOOD, encoding="utf-8")
    query = read_query(path)
    assert (query.name, query.row, query.question_en) == ("regions", "Region", "Which regions are there?")
    assert [(param.name, str(param.type), param.zh, param.en) for param in query.params] == [
        ("level", "String", "行政层级", "administrative level")
    ]
    assert query.text.startswith("MATCH (r:Region)\n")


def test_a_page_needs_its_total(tmp_path: Path) -> None:
    paged = GOOD.replace(
        "// column", "// param: skip Int! 跳过 | skip\n// param: limit Int! 最多 | limit\n// column", 1
    )
    path = tmp_path / "regions.cypher"
    path.write_text(paged.replace("r.id AS id", "[r.id, $skip, $limit] AS id"), encoding="utf-8")
    with pytest.raises(QueryError, match="skip and limit together with a column 'total'"):
        read_query(path)


@pytest.mark.parametrize(
    "text", ["String", "Int!", "[String!]!", "[String!]", "[Float]!", "[Citation!]!", "Properties!"]
)
def test_a_type_is_written_as_it_was_read(text: str) -> None:
    assert str(FieldType.parse(text)) == text


@pytest.mark.parametrize("text", ["string", "String!!", "[String", "[[Int]]", "Int?", "[Int!]!!", ""])
def test_what_is_no_type_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="expected one of"):
        FieldType.parse(text)


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        ("String!", ["", "x"], [None, 1, True, ["x"]]),
        ("Int", [None, 0, -1], [True, 1.0, "1"]),
        ("Float!", [1.5, 2], [None, True, "2"]),
        ("Boolean!", [True], [None, 1, "true"]),
        ("[String!]", [None, [], ["x"]], ["x", [None], [1]]),
        ("[Int]!", [[None, 1]], [None, [True]]),
        ("Properties!", [{}, {"title": None}], [None, []]),
        ("Citation", [None], [{}, {"planId": "x"}]),
        ("[Statement!]!", [[], [dict.fromkeys(STATEMENT)]], [None, [None], [{}], [{"planId": "x"}]]),
    ],
)
def test_a_type_accepts_its_values_only(type_: str, good: list[object], bad: list[object]) -> None:
    kind = FieldType.parse(type_)
    assert all(kind.accepts(value) for value in good)
    assert not any(kind.accepts(value) for value in bad)


def test_every_row_type_has_the_same_fields_in_every_file() -> None:
    fields: dict[str, object] = {}
    for query in all_queries().values():
        assert fields.setdefault(query.row, query.fields) == query.fields, query.name


def test_the_columns_of_a_row_type_are_built_alike_in_a_list_and_by_id() -> None:
    built: dict[str, str] = {}
    for query in all_queries().values():
        if query.paged or any(param.name == "ids" for param in query.params):
            columns = (
                query.text.rpartition("\nRETURN\n")[2].partition("\nORDER BY")[0].replace(",\n  hits AS total", "")
            )
            assert built.setdefault(query.row, columns) == columns, query.name


def test_every_list_can_be_narrowed_to_plans_regions_and_a_period_in_the_same_words() -> None:
    scope = """($plans IS NULL OR p.id IN $plans)
  AND ($period IS NULL OR p.period = $period)
  AND ($regions IS NULL OR EXISTS { MATCH (p)-[:COVERS_REGION|LIES_WITHIN]->(w:Region) WHERE w.id IN $regions })"""
    for query in all_queries().values():
        if "$plans" in query.text:
            every = " ".join(query.text.split()).count("$plans IS NULL OR")
            assert " ".join(query.text.split()).count(" ".join(scope.split())) == every >= 1, query.name

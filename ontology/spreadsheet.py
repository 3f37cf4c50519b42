"""The graph for Excel and pandas: one CSV table, or a workbook with a sheet a class.

In: a graph, the schema, the ontology's names.  Out: bytes.  Columns of the CSV have the ontology's own words.  The
workbook is headed in Chinese, its sheet 说明 says what each column means, and its sheet 关系 has every relation with
what an inferred one follows from.
Relied on: texts are written as text, whatever they look like (`ontology.sheets`).
Example: the sheet 指标 has a line for each row of an indicator table, with its quote and place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ontology.elements import Graph
from ontology.names import Names
from ontology.schema import GraphSchema
from ontology.sheets import Sheet, to_csv_table, to_workbook
from ontology.tables import ABOUT, CITED, Row, all_columns, columns, plain, rows
from ontology.terms import Terms

_OWN_NAMES = {"class": "类别", "id": "标识", "url": "网址", "plan": "规划", "region": "地区", "section": "章节"}
_WIDTHS = {"url": 12, "quote": 60, "text": 60, "title": 30, "name": 30, "plan": 24, "section": 30}
_RELATION_COLUMNS = ("关系", "起点类别", "起点", "终点类别", "终点", "推理依据", "由何推出")


def to_csv(graph: Graph, schema: GraphSchema, base: str) -> bytes:
    """One table of all nodes; a relation is a column with the ids it leads to, joined by "; "."""
    head = all_columns(schema)
    return to_csv_table(head, (tuple(row.values.get(column) for column in head) for row in rows(graph, base)))


def to_xlsx(graph: Graph, schema: GraphSchema, base: str, terms: Terms) -> bytes:
    """A workbook: 说明, a sheet for each class that has nodes, 关系.  Raises SheetTooLong."""
    by_label: dict[str, list[Row]] = {}
    for row in rows(graph, base):
        by_label.setdefault(row.label, []).append(row)
    used = {label: columns(schema, label) for label in by_label}
    return to_workbook(_Sheets(Names.read(terms), Names.read(terms, "en")).of(graph, used, by_label))


class _Sheets:
    """The sheets of one workbook."""

    def __init__(self, names: Names, english: Names) -> None:
        self._names = names
        self._in_english = english

    def of(
        self, graph: Graph, used: Mapping[str, Sequence[str]], by_label: Mapping[str, Sequence[Row]]
    ) -> Iterator[Sheet]:
        """All sheets; `used` are the columns of each class."""
        yield self._legend(used)
        for label in sorted(by_label):
            yield self._label(label, used[label], by_label[label])
        yield self._relations(graph)

    def _legend(self, used: Mapping[str, Sequence[str]]) -> Sheet:
        """What each column of each sheet is called in the ontology, in Chinese and in English."""
        lines = [
            (self._names.of(label), self._title(column), column, self._english(column))
            for label in sorted(used)
            for column in used[label]
        ]
        return Sheet("说明", ("工作表", "列", "术语", "English"), lines, {"English": 40})

    def _label(self, label: str, head: Sequence[str], found: Sequence[Row]) -> Sheet:
        """The nodes of one class."""
        lines = [tuple(row.values.get(column) for column in head) for row in found]
        titles = tuple(self._title(column) for column in head)
        return Sheet(
            self._names.of(label), titles, lines, {self._title(column): width for column, width in _WIDTHS.items()}
        )

    def _relations(self, graph: Graph) -> Sheet:
        """Every relation, an inferred one with its axiom and the ids it follows from."""
        lines = [
            (
                self._names.relation(each.type),
                *(self._names.of(each.start_label), each.start_id),
                *(self._names.of(each.end_label), each.end_id),
                *(plain(each.properties.get(name, "")) for name in ("inferredBy", "derivedFrom")),
            )
            for each in graph.relations
        ]
        return Sheet("关系", _RELATION_COLUMNS, lines, {"起点": 40, "终点": 40, "由何推出": 40})

    def _title(self, column: str) -> str:
        return _OWN_NAMES.get(column) or (self._names.relation(column) if column.isupper() else self._names.of(column))

    def _english(self, column: str) -> str:
        if column in (*ABOUT, *CITED):
            return column
        return self._in_english.relation(column) if column.isupper() else self._in_english.of(column)

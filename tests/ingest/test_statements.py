"""Whatever a clause holds, its duties and amounts are places in it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.duties import read_duties
from ingest.statements import read_statements

PIECES = (
    "到2025年,",
    *(
        "各区人民政府",
        "市民政局",
        "乡镇（街道）",
        "、",
        "，",
        "和",
        "牵头",
        "等按职责分工负责",
        "由",
        "要",
        "责任单位：",
    ),
    *("压实", "主体责任", "会同", "配合", "（", "）", "“", "”", "《", "。", "；", "\u3000", "\ud800"),
    *("全覆盖", "80%", "不低于", "每百户", "12个", "以上", "的社区", "一名", "300户—500户", "1:3", "由52%提高到", "5G"),
)
CLAUSES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(CLAUSES)
def test_duties_and_amounts_are_places_in_the_clause(text: str) -> None:
    for duty in read_duties(text):
        assert 0 <= duty.start < duty.end <= len(text)
        assert 0 <= duty.name.start < duty.name.end <= len(text)
    for statement in read_statements(text):
        assert 0 <= statement.start < statement.end <= len(text)
        assert statement.subject

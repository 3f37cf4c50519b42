"""docs/queries.md says what the headers say."""

from __future__ import annotations

from pathlib import Path

from queries.query import all_queries
from queries.questions import markdown

PAGE = Path(__file__).parents[2] / "docs" / "queries.md"


def test_the_page_of_questions_is_written_from_the_headers() -> None:
    written = markdown(all_queries().values())
    assert PAGE.read_text(encoding="utf-8") == written, "python -m queries.questions > docs/queries.md"


def test_every_question_and_every_row_type_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for query in all_queries().values():
        assert f"| `{query.name}` | {query.question_zh}<br>{query.question_en} |" in page
        assert f"\n### {query.row}\n" in page

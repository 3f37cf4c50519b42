"""The page of questions, docs/queries.md: what can be asked, written from the headers of the query files.

In: all queries.  Out: Markdown.  Write it anew with `python -m queries.questions > docs/queries.md`; a test compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from queries.header import CITATION, Field
from queries.query import Query, all_queries

_INTRODUCTION = f"""\
# What can be asked

<!-- Written by `python -m queries.questions`; edit the headers of queries/*.cypher instead. -->

One file in `queries/` answers one question. Its header declares the question, the parameters, the columns and the type
of a row; the statement below it runs unchanged in the embedded engine and in Neo4j. From Python:

```python
from graph.settings import StoreSettings
from graph.store import open_store
from queries.query import page, run

store = open_store(StoreSettings())
rows = await run(store, "indicator_cells", minPlans=2)
tasks = await page(store, "tasks", skip=0, limit=20, contains="养老")  # .rows and .total
```

A parameter marked `!` has to be given; any other is a filter, and without it nothing is left out. A plan that does not
state what is asked has a row that says so (`stated` or `has` is false, counts are 0). A `Citation` is a map of
{", ".join(f"`{key}`" for key in CITATION)}: `start` and `end` are code points into the
source of the plan, and the quote is what stands there.
"""


def markdown(queries: Iterable[Query]) -> str:
    """The whole page."""
    every = list(queries)
    listed = {query.row for query in every if query.paged or _by_id(query)}
    things = [query for query in every if query.row in listed]
    others = [query for query in every if query not in things]
    parts = [
        _INTRODUCTION,
        "## Comparisons and other questions\n\n" + _table(others),
        "## Lists, and things by id\n\nA list with `skip` and `limit` is asked by page and tells its total.\n\n"
        + _table(things),
        "## Rows\n\n" + "\n".join(_rows(every)),
    ]
    return "\n".join(parts)


def _by_id(query: Query) -> bool:
    return [param.name for param in query.params] == ["ids"]


def _table(queries: Iterable[Query]) -> str:
    lines = ["| file | question | parameters | rows |", "|---|---|---|---|"]
    for query in queries:
        params = ", ".join(f"`{param.name}: {param.type}`" for param in query.params)
        lines.append(f"| `{query.name}` | {query.question_zh}<br>{query.question_en} | {params} | {query.row} |")
    return "\n".join(lines) + "\n"


def _rows(queries: Iterable[Query]) -> Iterator[str]:
    fields: dict[str, tuple[Field, ...]] = {query.row: query.fields for query in queries}
    for row in sorted(fields):
        yield f"### {row}\n\n| column | type | 含义 | meaning |\n|---|---|---|---|"
        yield from (f"| `{field.name}` | `{field.type}` | {field.zh} | {field.en} |" for field in fields[row])
        yield ""


if __name__ == "__main__":
    print(markdown(all_queries().values()), end="")

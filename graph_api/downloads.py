"""Comparisons as files: Excel and CSV, each line with where the plan says so.

In: the address of a table and of what it is narrowed to, as on its page.  Out: a file.  The workbook may have several
sheets; the CSV has the first of them.  Example: /download/commitments.xlsx?as=indicator
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from graph_api.context import Context
from graph_api.download_tables import (
    asked_table,
    commitments_table,
    compared_table,
    coverage_table,
    departments_table,
    indicators_table,
    reuse_table,
    searched_table,
)
from graph_api.errors import NotFound
from ontology.sheets import Sheet, to_csv_table, to_workbook

Table = Callable[[QueryParams, Context], Awaitable[list[Sheet]]]
TABLES: Mapping[str, Table] = {
    "ask": asked_table,
    "commitments": commitments_table,
    "compare": compared_table,
    "coverage": coverage_table,
    "departments": departments_table,
    "indicators": indicators_table,
    "reuse": reuse_table,
    "search": searched_table,
}
MOST_LINES = 1_000_000  # a sheet of Excel has no more
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS = {"csv": "text/csv; charset=utf-8", "xlsx": _XLSX}


async def download(request: Request, context: Context) -> Response:
    """The file; raises NotFound for a table or a form that there is not."""
    name, form = request.path_params["table"], request.path_params["form"]
    if name not in TABLES or form not in FORMS:
        raise NotFound(f"download: found no {name[:40]}.{form[:10]}, expected {', '.join(TABLES)} as csv or xlsx")
    sheets = await TABLES[name](request.query_params, for_file(context, request))
    content = await asyncio.to_thread(_csv if form == "csv" else to_workbook, sheets)
    named = {"content-disposition": f'attachment; filename="crossplan-{name}.{form}"'}
    return Response(content, media_type=FORMS[form], headers=named)


def for_file(context: Context, request: Request) -> Context:
    """The context with whole addresses, as a file is opened where there is no page that they could be read from.

    A file has all that is loaded, and is asked for by its name: the rows that it reads are not counted against a limit.
    """
    base = context.settings.public_url or str(request.base_url).rstrip("/")
    return Context.of(context.holdings, replace(context.settings, public_url=base, max_rows=MOST_LINES))


def _csv(sheets: list[Sheet]) -> bytes:
    return to_csv_table(sheets[0].head, sheets[0].lines)

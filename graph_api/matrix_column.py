"""The columns that two-dimensional answers share: the plans that are compared.

In: the rows of `compared_plans`.  Out: `MatrixColumn`s, by the code of their region.
"""

from __future__ import annotations

from typing import Any

import strawberry

from graph_api.rows import row


@row("compared_plans", "表的一列：一份规划 | One column of a table: a plan")
class MatrixColumn:
    """A plan as a column."""

    plan_id: strawberry.ID
    plan_title: str
    region_id: strawberry.ID | None
    region: str | None
    period: str | None


def cells(zh: str, en: str) -> Any:
    """A field that is a list with one item a column."""
    return strawberry.field(description=f"{zh}，次序同 columns | {en}, in the order of `columns`")

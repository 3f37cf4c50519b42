"""The columns that a question returns.

In: the text of a statement.  Out: the names of its columns, in its order.  Relied on: a question's last line `RETURN`
has one column a line below it, each with its alias, and ORDER BY after them; other statements have no such line.
Example: `RETURN / p.id AS planId, / p.title AS title / ORDER BY planId`, a line each, has `planId` and `title`.
"""

from __future__ import annotations

import re

RETURN = "\nRETURN\n"

_ALIAS = re.compile(r"\bAS ([A-Za-z]\w*)(?=,\n|\n|$)")


def returned(statement: str) -> list[str]:
    """The columns of a question; none for a statement that does not end as questions do."""
    _, found, tail = f"\n{statement}".rpartition(RETURN)
    return _ALIAS.findall(tail.partition("\nORDER BY ")[0]) if found else []

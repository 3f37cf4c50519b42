r"""The lines that a table of a document becomes.

In: the rows of a table with their merged cells.  Out: its lines: a row is one line with a tab between two cells, a
merged cell is filled at its first place and empty at the others, so that every line has all columns.
Relied on: a table of one column, and a row whose cells hold paragraphs of running text, lay out text (a 专栏 box) and
hold no data: their paragraphs are lines of their own; so is a row that is one cell from edge to edge, which heads the
rows below it.
Example: the cell 规划目标 over 2020年 and 2025年 gives the lines "指标\t规划目标\t" and "\t2020年\t2025年".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_BLANKS = re.compile(r"\s+")
_SENTENCE = re.compile("[。；;]$")
_LATIN = re.compile("[0-9A-Za-z]")
_WIDEST = 200  # columns that one cell may claim


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its paragraphs, and how many columns and rows it takes; one that `continues` belongs to that above."""

    paragraphs: tuple[str, ...]
    columns: int = 1
    rows: int = 1
    continues: bool = False


def table_lines(rows: Iterable[Sequence[GridCell]]) -> Iterator[tuple[int, str]]:
    """The lines of the table, each with the index of its row."""
    spread = [_spread(row) for row in _filled(rows)]
    width = max((len(row) for row in spread), default=0)
    single = width <= 1 or all(sum(cell is not None for cell in row) <= 1 for row in spread)
    for index, row in enumerate(spread):
        full = [cell for cell in row if cell and any(cell.paragraphs)]
        alone = len(full) == 1 and full[0].columns >= width > 1
        if single or alone or any(_is_running(cell) for cell in full):
            yield from ((index, text) for cell in full for text in cell.paragraphs if text.strip())
        elif full:
            cells = [_joined(cell.paragraphs) if cell else "" for cell in row]
            yield index, "\t".join(cells + [""] * (width - len(cells)))


def _filled(rows: Iterable[Sequence[GridCell]]) -> Iterator[list[GridCell]]:
    """The rows with an empty cell wherever a cell of a row above reaches down."""
    reaching: dict[int, tuple[int, int]] = {}  # by column: how many rows a cell above still takes, and its columns
    for row in rows:
        filled: list[GridCell] = []
        column = 0
        waiting = list(row)[::-1]
        while waiting or column in reaching:
            if column in reaching:
                left, columns = reaching.pop(column)
                filled.append(GridCell((), columns, continues=True))
                if left > 1:
                    reaching[column] = (left - 1, columns)
                column += columns
                continue
            cell = waiting.pop()
            columns = min(max(cell.columns, 1), _WIDEST)
            filled.append(GridCell(cell.paragraphs, columns, cell.rows, cell.continues))
            if cell.rows > 1:
                reaching[column] = (cell.rows - 1, columns)
            column += columns
        yield filled


def _spread(row: Sequence[GridCell]) -> list[GridCell | None]:
    """The row with one entry a column, None where a merged cell goes on."""
    spread: list[GridCell | None] = []
    for cell in row:
        spread.append(None if cell.continues else cell)
        spread += [None] * (cell.columns - 1)
    return spread


def _is_running(cell: GridCell) -> bool:
    """Whether the cell holds paragraphs of text, or the rows of a table within it."""
    texts = [text for text in cell.paragraphs if text.strip()]
    return any("\t" in text for text in texts) or (len(texts) > 1 and any(_SENTENCE.search(text) for text in texts))


def _joined(paragraphs: Sequence[str]) -> str:
    """The paragraphs of a cell on one line; only Latin words and numbers are kept apart."""
    joined = ""
    for paragraph in paragraphs:
        text = _BLANKS.sub(" ", paragraph).strip()
        meant = joined and text and _LATIN.match(joined[-1]) and _LATIN.match(text[0])
        joined += (" " if meant else "") + text
    return joined

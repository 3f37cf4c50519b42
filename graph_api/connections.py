"""Lists in pages, as the Relay specification has them: edges with cursors, and how many there are in all.

In: the rows of a list in their order, `first` and `after`.  Out: `Connection`.  A cursor is a place in the list of one
version of the data, which never changes; a cursor of another version, or of another question, is refused instead of
skipping rows unnoticed.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import strawberry

from graph_api.context import Context
from graph_api.errors import BadUserInput, LimitExceeded

T = TypeVar("T")
DEFAULT_PAGE = 50  # `first` where a document does not say
_MARK = 8  # characters of the version's name that a cursor carries
_QUESTION = 4  # bytes of the hash of what was asked


@strawberry.type(description="这一页在整个列表中的位置 | Where this page stands in the whole list")
class PageInfo:
    """The Relay page info; paging goes forward only."""

    has_next_page: bool = strawberry.field(description="后面是否还有 | Whether more follow")
    has_previous_page: bool = strawberry.field(description="前面是否还有 | Whether some stand before")
    start_cursor: str | None = strawberry.field(description="本页第一项的游标 | Cursor of the first item here")
    end_cursor: str | None = strawberry.field(
        description="本页最后一项的游标，作下一页的 after | Cursor of the last item here, `after` of the next page"
    )


@strawberry.type(description="列表的一项及其游标 | One item of a list with its cursor")
class Edge(Generic[T]):
    """One item with its cursor."""

    cursor: str = strawberry.field(description="这一项的游标 | The cursor of this item")
    node: T = strawberry.field(description="这一项 | The item")


@strawberry.type(description="列表的一页 | One page of a list")
class Connection(Generic[T]):
    """One page of a list."""

    total_count: int = strawberry.field(description="整个列表的项数 | How many items the whole list has")
    page_info: PageInfo = strawberry.field(description="本页的位置 | Where this page stands")
    edges: list[Edge[T]] = strawberry.field(description="各项及其游标 | Items with their cursors")
    nodes: list[T] = strawberry.field(description="各项 | The items")


@dataclass(frozen=True, slots=True)
class PageWanted:
    """Which page is asked for: how many rows, after how many, and the mark of the list that cursors carry."""

    size: int
    skip: int
    mark: str

    @classmethod
    def read(cls, first: int | None, after: str | None, context: Context, asked: object) -> PageWanted:
        """The page that the arguments ask for; raises BadUserInput and LimitExceeded.

        `asked` is what the list depends on: the question and its other arguments, which `repr` must tell apart.
        """
        question = hashlib.blake2b(repr(asked).encode(), digest_size=_QUESTION).hexdigest()
        mark = f"{context.holdings.version[:_MARK]}.{question}"
        skip = 0 if after is None else _position(after, mark) + 1
        return cls(_size(first, context.settings.max_page), skip, mark)

    def connection(self, rows: Sequence[T], total: int) -> Connection[T]:
        """The page as a connection; `total` is how many rows the whole list has."""
        edges = [Edge(cursor=_cursor(number, self.mark), node=row) for number, row in enumerate(rows, self.skip)]
        info = PageInfo(
            has_next_page=self.skip + len(rows) < total,
            has_previous_page=self.skip > 0,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        )
        return Connection(total_count=total, page_info=info, edges=edges, nodes=list(rows))


def _size(first: int | None, max_page: int) -> int:
    size = min(DEFAULT_PAGE, max_page) if first is None else first
    if size < 1:
        raise BadUserInput(f"first: found {size}, expected at least 1")
    if size > max_page:
        raise LimitExceeded(f"first: found {size}, expected at most {max_page}")
    return size


def _cursor(position: int, mark: str) -> str:
    return base64.urlsafe_b64encode(f"{position}@{mark}".encode()).decode().rstrip("=")


def _position(cursor: str, mark: str) -> int:
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode("ascii")
        position, _, found = text.partition("@")
        number = int(position)
    except ValueError as error:
        raise BadUserInput(f"after: found {cursor[:40]!r}, expected a cursor that this service gave") from error
    if found.rpartition(".")[0] != mark.rpartition(".")[0]:
        raise BadUserInput("after: found a cursor from before the data was renewed, expected none: begin again")
    if found != mark:
        raise BadUserInput("after: found a cursor of another question, expected one of this, its arguments unchanged")
    return number

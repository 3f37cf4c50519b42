"""Where a plan says something: the plan, the section, the words themselves, their place, and an address that shows it.

In: the column `citation` of a query.  Out: `Citation`.
Example: `/plans/ningxia/source?start=4120&end=4141#quote` shows those words marked in the plan's text.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import strawberry

from graph_api.text_places import TextPlace

if TYPE_CHECKING:
    from graph_api.context import Context


@strawberry.type(description="出处：原文在哪里这样说 | Where a plan says so, word for word")
class Citation:
    """A place in a plan's text."""

    plan_id: strawberry.ID = strawberry.field(description="规划的 id | Id of the plan")
    plan: str = strawberry.field(description="规划名称 | Title of the plan")
    section_id: strawberry.ID | None = strawberry.field(description="所在最内层章节的 id | Id of the innermost section")
    section: str | None = strawberry.field(description="所在章节的标题 | Title of that section")
    quote: str = strawberry.field(description="原文，一字不改 | The plan's own words, unchanged")
    start: int = strawberry.field(description="在原文中的起点，按字符计 | Where they begin, in characters of the text")
    end: int = strawberry.field(description="在原文中的终点（不含） | Where they end (exclusive)")
    url: str = strawberry.field(
        description="打开原文并标出这段话的地址 | Address that shows the words marked in the plan's text"
    )

    def _place(self, info: strawberry.Info[Context, None]) -> TextPlace | None:
        """Where the words begin in the document that the text was taken from."""
        return info.context.holdings.places.of(self.plan_id, self.start)

    place = strawberry.field(
        resolver=_place,
        description="在原文件中的页或段落；纯文本为空 | Page or paragraph of the document; null for a plain text",
    )

    @classmethod
    def read(cls, value: Mapping[str, Any], public_url: str) -> Citation:
        """The citation that a query returned."""
        return cls(
            plan_id=value["planId"],
            plan=value["planTitle"],
            section_id=value["sectionId"],
            section=value["section"],
            quote=value["quote"],
            start=value["start"],
            end=value["end"],
            url=source_url(value["planId"], value["start"], value["end"], public_url),
        )


def source_url(plan_id: str, start: int, end: int, public_url: str = "") -> str:
    """The address of a plan's text with one stretch of it marked."""
    return f"{public_url}/plans/{_in_path(plan_id)}/source?start={start}&end={end}#quote"


@lru_cache(1024)
def _in_path(plan_id: str) -> str:
    return quote(plan_id, safe="")

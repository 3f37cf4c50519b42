"""Where in its document a place of a plan's text stands: the page of a PDF, the paragraph of a Word file or a web page.

In: a version's directory.  Out: `TextPlace`s for offsets into the plans' texts.  Relied on: the map of a text lies
beside it in the version; a plain text file has none, since its offsets are those of the file.  The map of a plan is
read when it is first asked for.
Example: offset 2000 of a plan read from a PDF is on page 2: `TextPlace(page=2, paragraph=None)`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import strawberry

if TYPE_CHECKING:
    from ontology.places import Places


@strawberry.type(description="在原文件中的位置 | Where in the original document")
class TextPlace:
    """The page or the paragraph, counted from one."""

    page: int | None = strawberry.field(description="PDF 的页码，从 1 起 | The page of a PDF, from 1")
    paragraph: int | None = strawberry.field(
        description="Word 文件或网页的段落序号，从 1 起 | The paragraph of a Word file or a web page, from 1"
    )


class TextPlaces:
    """The places of one version's texts."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._read: dict[str, Places | None] = {}

    def of(self, plan_id: str, offset: int) -> TextPlace | None:
        """The place of the character at `offset`; None for a plain text; raises StoreDamaged."""
        if plan_id not in self._read:
            from ingest.collection import stored_places  # with the readers of documents, which a plain text never needs

            self._read[plan_id] = stored_places(self._directory, plan_id)
        places = self._read[plan_id]
        if places is None:
            return None
        number = places.at(offset)
        on_page = places.unit == "page"
        return TextPlace(page=number if on_page else None, paragraph=None if on_page else number)

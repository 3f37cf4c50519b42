"""The raised marks that lead to a footnote, and are no part of the sentence they stand in.

In: a raised stretch of a document and the character before it.  Out: whether it is such a mark.  Relied on: a mark is a
number in brackets or in a circle, or a bare number behind a Chinese word; raised figures behind a unit or a number
(m², 10³, 平方米 written 米²) are meant.
Example: "床位[2]" with the mark raised reads as "床位".
"""

from __future__ import annotations

import re

from ingest.rules import Rule

NOTE_MARK = Rule(
    "text.note_mark",
    "a raised number in brackets, in a circle, or bare behind a Chinese word leads to a note",
    re.compile(
        r"(?:\A|.)⟦\s*(?:[\[［(（【〔]\s*[0-9]{1,3}\s*[\]］)）】〕]|[①-⑳*＊※]{1,3})\s*⟧|[\u4e00-\u9fff”’）》。，；](?<!米)⟦\s*[0-9]{1,2}\s*⟧"
    ),
    examples=("位⟦[2]⟧", "位⟦①⟧", "位⟦2⟧", "”⟦12⟧", "⟦[1]⟧"),
    counter_examples=("m⟦2⟧", "0⟦3⟧", "米⟦2⟧", "位⟦th⟧", "O⟦+⟧"),
)
RULES = (NOTE_MARK,)


def is_note_mark(raised: str, before: str) -> bool:
    """Whether the raised stretch, which stands behind `before`, is the mark of a note."""
    return NOTE_MARK.match(f"{before[-1:]}⟦{raised}⟧") is not None

"""One wording for what plans print in several: the form in which names are compared.

In: a name, title or quote.  Out: the same without width variants, blanks, quotation marks, brackets and end marks.
Relied on: none of these tells two names apart; what stands within brackets does, and stays.
Example: "乡镇（街道）党（工）委" and "乡镇(街道)党(工)委" are both "乡镇街道党工委".
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"[\s“”‘’\"'《》〈〉()\[\]【】·]+")
_END = re.compile(r"[。，,；;：:、.]+$")


def plain(text: str) -> str:
    """The text in the form in which names are compared."""
    return _END.sub("", _MARKS.sub("", unicodedata.normalize("NFKC", text)))

r"""From a file to its text, exactly as stored: no newline changed, no mark dropped, because every offset counts.

In: a path to a .txt or .md file.  Out: the text, or a `Source` that facts point into.  Relied on: plans are stored in
UTF-8 (with or without its mark), UTF-16 or GB18030, and a Chinese text read in a wrong encoding is full of control
characters and rare letters.  Example: the bytes `b"\xb9\xe6\xbb\xae"` are no UTF-8 and read as GB18030 they are "规划".
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ingest.errors import UnreadableText
from ontology.spans import Source

EXTENSIONS = (".txt", ".md")

# Characters that no plan has: control characters besides whitespace, private use, unassigned specials.
_STRANGE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff]")
# What Chinese running text is made of: ideographs, Chinese and full-width punctuation, ASCII, spaces.
_USUAL = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\x20-\x7e\\s]")


def read_text(path: Path) -> str:
    """The text of a .txt or .md file exactly as stored; raises UnreadableText."""
    if path.suffix.lower() not in EXTENSIONS:
        raise UnreadableText(
            f"{path}: found a {path.suffix or 'nameless'} file, expected one of {', '.join(EXTENSIONS)}"
        )
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableText(f"{path}: found no such file, expected a plan") from None
    except OSError as error:
        raise UnreadableText(f"{path}: found an unreadable file ({error.strerror}), expected a plan") from error
    return decode(data, str(path))


def read_source(path: Path, plan_id: str) -> Source:
    """The text of a file as the source of plan `plan_id`; raises UnreadableText."""
    return Source(plan_id, read_text(path))


def decode(data: bytes, where: str) -> str:
    """The text that the bytes of file `where` encode; raises UnreadableText where they encode none."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise UnreadableText(f"{where}: found an empty file, expected a plan")
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plausible(text):
            return text
    raise UnreadableText(f"{where}: found binary data, expected text in UTF-8, UTF-16 or GB18030")


def _candidates(data: bytes) -> tuple[str, ...]:
    """The encodings to try, the surest first; a UTF-16 mark stays in the text, as a UTF-8 mark does."""
    if data.startswith(codecs.BOM_UTF16_LE):
        return ("utf-16-le",)
    if data.startswith(codecs.BOM_UTF16_BE):
        return ("utf-16-be",)
    if b"\x00" in data[:4096]:
        return ("utf-16-le", "utf-16-be")
    return ("utf-8", "gb18030", "utf-16-le", "utf-16-be")


def _plausible(text: str) -> bool:
    sample = text[:20_000]
    strange = len(_STRANGE.findall(sample))
    usual = len(_USUAL.findall(sample))
    return strange * 200 <= len(sample) and usual * 10 >= len(sample) * 6

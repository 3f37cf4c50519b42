r"""From a file to its text: a plain text exactly as stored; of any other document what is read in it.

In: a path to a .txt, .md, .html, .docx or .pdf file.  Out: the text, or a `Source` that facts point into.  Relied on:
texts are stored in UTF-8 (with or without its mark), UTF-16 or GB18030, and a Chinese text read in a wrong encoding is
full of control characters and rare letters.  Example: the bytes
`b"\xb9\xe6\xbb\xae"` are no UTF-8 and read as GB18030 they are "规划".
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ingest.errors import UnreadableText
from ingest.extracted import ExtractedText
from ontology.spans import Source

# The plain texts, whose offsets are those of the file, and the documents, whose text is extracted.
PLAIN = (".txt", ".md")
WEB_PAGES = (".html", ".htm")
_LARGEST_MB = {".txt": 100, ".md": 100, ".html": 32, ".htm": 32, ".docx": 100, ".pdf": 200}
EXTENSIONS = tuple(_LARGEST_MB)

# Characters that no plan has: control characters besides whitespace, private use, unassigned specials.
_STRANGE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffe\uffff]")
# What Chinese running text is made of: ideographs, Chinese and full-width punctuation, ASCII, spaces.
_USUAL = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\x20-\x7e\\s]")


def read_document(path: Path) -> ExtractedText:
    """The text of a document with the map back to its pages or paragraphs; raises UnreadableText."""
    kind = path.suffix.lower()
    if kind not in EXTENSIONS:
        raise UnreadableText(
            f"{path}: found a {path.suffix or 'nameless'} file, expected one of {', '.join(EXTENSIONS)}"
        )
    try:
        found = _read(path, kind)
    except FileNotFoundError:
        raise UnreadableText(f"{path}: found no such file, expected a plan") from None
    except OSError as error:
        raise UnreadableText(f"{path}: found an unreadable file ({error.strerror}), expected a plan") from error
    if not found.text.strip():
        raise UnreadableText(f"{path}: found a document without text, expected a plan")
    return found


def read_text(path: Path) -> str:
    """The text of a document: of a plain text file exactly as stored; raises UnreadableText."""
    return read_document(path).text


def read_source(path: Path, plan_id: str) -> Source:
    """The text of a document as the source of plan `plan_id`; raises UnreadableText."""
    found = read_document(path)
    return Source(plan_id, found.text, found.places)


def read_bytes_as_text(path: Path) -> str:
    """What the bytes of the file say, in whatever encoding; raises UnreadableText."""
    return decode(path.read_bytes(), str(path))


def _read(path: Path, kind: str) -> ExtractedText:
    most = _LARGEST_MB[kind]
    if path.stat().st_size > most * 2**20:
        raise UnreadableText(f"{path}: found a file of more than {most} MB, expected a plan")
    if kind in PLAIN:
        return ExtractedText(read_bytes_as_text(path))
    from ingest.sandbox import extract  # most sources are plain text

    return extract(path)


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

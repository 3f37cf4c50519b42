"""The parts of a Word file, read within bounds.

In: a .docx file.  Out: its XML parts as streams of elements.  Relied on: a .docx is a zip archive that names its main
part in `_rels/.rels`; a few kilobytes of it can unfold to gigabytes, so nothing is believed of its own account and
everything is counted while it is read.  No part of a real document declares a document type, so one that does is
refused: entities that unfold each other need it.
Example: the part "word/document.xml" of a plan of 100 pages is 2 to 10 MB of XML.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Protocol
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from ingest.errors import UnreadableText

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an OLE file: a .doc, or the wrapping of an encrypted .docx
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LARGEST_PART = 64 * 2**20
_MOST_PARTS = 20_000
_DEEPEST = 100
_OFFICE_DOCUMENT = "/officeDocument"
_WHAT = "expected a Word document"
_DAMAGE = (ParseError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class DocxPackage:
    """An open .docx file."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self.main = self._target("_rels/.rels", _OFFICE_DOCUMENT) or "word/document.xml"
        folder, name = str(PurePosixPath(self.main).parent), PurePosixPath(self.main).name
        self._relations = f"{folder}/_rels/{name}.rels"

    def related(self, kind: str) -> str | None:
        """The part that the main part names as its "numbering", "styles" and so on; None where it names none."""
        return self._target(self._relations, f"/{kind}")

    def elements(self, part: str) -> Iterator[tuple[str, Element]]:
        """The start and end events of the elements of a part; raises UnreadableText where it is no XML within bounds.

        An element is whole at its end; who has read it clears it.
        """
        try:
            if self._archive.getinfo(part).file_size > _LARGEST_PART:
                raise UnreadableText(f"{self._path}: found more than {_LARGEST_PART // 2**20} MB in {part!r}, {_WHAT}")
            with self._archive.open(part) as stream:
                yield from self._events(_Bounded(stream, f"{self._path}: found more than", part))
        except KeyError:
            raise UnreadableText(f"{self._path}: found no part {part!r}, {_WHAT}") from None
        except DefusedXmlException:
            raise UnreadableText(f"{self._path}: found a document type in {part!r}, expected XML without any") from None
        except _DAMAGE as error:
            raise UnreadableText(f"{self._path}: found a damaged part {part!r} ({error}), {_WHAT}") from None

    def _events(self, stream: _Readable) -> Iterator[tuple[str, Element]]:
        depth = 0
        for event, element in iterparse(stream, ("start", "end"), forbid_dtd=True):
            depth += 1 if event == "start" else -1
            if depth > _DEEPEST:
                raise UnreadableText(f"{self._path}: found XML nested more than {_DEEPEST} deep, {_WHAT}")
            yield event, element

    def _target(self, relations: str, kind: str) -> str | None:
        if relations not in self._archive.NameToInfo:
            return None
        found = None
        for event, element in self.elements(relations):
            if event == "end" and element.get("Type", "").endswith(kind) and element.get("TargetMode") != "External":
                found = found or element.get("Target")
        if found is None:
            return None
        folder = PurePosixPath(relations).parent.parent
        return found.lstrip("/") if found.startswith("/") else str(folder / found).removeprefix("./")


class _Bounded:
    """A stream that is read up to the largest size of a part and no further."""

    def __init__(self, stream: IO[bytes], found: str, part: str) -> None:
        self._stream = stream
        self._found = found
        self._part = part
        self._left = _LARGEST_PART

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; raises UnreadableText past the bound."""
        data = self._stream.read(size if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableText(f"{self._found} {_LARGEST_PART // 2**20} MB in {self._part!r}, {_WHAT}")
        return data


@contextmanager
def open_docx(path: Path) -> Iterator[DocxPackage]:
    """The .docx file at `path`; raises UnreadableText where it is none, is encrypted, or is an older .doc."""
    with path.open("rb") as file:
        head = file.read(2**20)
    if head.startswith(_COMPOUND):
        kind = "an encrypted Word document" if _ENCRYPTED in head else "a Word document of the older kind (.doc)"
        raise UnreadableText(f"{path}: found {kind}, expected a .docx that opens without a password")
    try:
        with zipfile.ZipFile(path) as archive:
            if len(archive.filelist) > _MOST_PARTS:
                raise UnreadableText(f"{path}: found {len(archive.filelist)} parts, expected at most {_MOST_PARTS}")
            yield DocxPackage(path, archive)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        if isinstance(error, UnreadableText):
            raise
        raise UnreadableText(f"{path}: found no zip archive ({error}), {_WHAT}") from None

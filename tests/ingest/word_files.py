"""Word files made by hand, part by part, for what no library writes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def word_file(path: Path, body: str | Iterable[str], numbering: str = "", styles: str = "") -> Path:
    """A .docx whose body, numbering and styles are given as XML with the prefix w."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations(officeDocument="word/document.xml"))
        parts = relations(numbering="numbering.xml", styles="/word/styles.xml")
        archive.writestr("word/_rels/document.xml.rels", parts)
        archive.writestr("word/numbering.xml", element("numbering", numbering))
        archive.writestr("word/styles.xml", element("styles", styles))
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            opening, closing = element("document", "<w:body>|</w:body>").split("|")
            part.write(opening.encode())
            for piece in [body] if isinstance(body, str) else body:
                part.write(piece.encode())
            part.write(closing.encode())
    return path


def element(name: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} xmlns:w="{NAMESPACE}">{inner}</w:{name}>'


def relations(**targets: str) -> str:
    found = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{found}</Relationships>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, level: int = 0, list_id: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def levels(*forms: tuple[str, str]) -> str:
    """A list 1 with a level for each (format, pattern)."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (form, pattern) in enumerate(forms)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

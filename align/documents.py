"""Cited documents: one id for one document, however a plan prints its title.

In: the title between 《 and 》.  Out: the document's id.  Relied on: titles of one document differ in quotation marks,
brackets, dashes and blanks, in whether the issuer stands in them, and in whether the notice that publishes a document
is named or the document itself.
Example: 《国务院办公厅关于印发“十四五”城乡社区服务体系建设规划的通知》 and 《“十四五”城乡社区服务体系建设规划》.
"""

from __future__ import annotations

import re

from align.wording import plain

_NOTICE = re.compile(r"^.{0,40}?关于(?:印发|发布|公布)(.{4,})的通知$")
_ISSUER = re.compile(r"^(?:中共中央|国务院|[^关]{2,12}?(?:办公厅|办公室|人民政府|委员会|部|厅|局|委))+(?=关于)")
_DASHES = re.compile(r"[-‐‑–—―~至]+")


def document_id(title: str) -> str:
    """The id of the document cited by this title: "document/十四五城乡社区服务体系建设规划"."""
    wording = _DASHES.sub("-", plain(title))
    notice = _NOTICE.match(wording)
    return f"document/{notice[1] if notice else _ISSUER.sub('', wording)}"

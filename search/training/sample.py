"""Draws the sample of official sentences that training needs, once, from a large corpus.

In: a folder with `corpus/*.txt.xz` (a sentence a line, a blank line between documents) and `more-plans/*.txt`, and the
plans that must stay unseen.  Out: `sentences.tsv.xz`.  Relied on: a line that begins with a number and does not end a
sentence is a heading.
Run: `python -m search.training.sample CORPUS_FOLDER ingest/plans`.
"""

from __future__ import annotations

import lzma
import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from search.training.sentences import FILE, Sentence

SEED = 20250601
LAWS = 24_000
LONGEST, SHORTEST = 160, 9
_COUNT = "[一二三四五六七八九十百]+"
_NUMBERED = rf"(?:第{_COUNT}[章节篇条]|{_COUNT}、|（{_COUNT}）|\d+[.．、])\s*"
_NUMBER = re.compile(f"^{_NUMBERED}")
_HEADING = re.compile(rf"(?:#+ *|\*+|{_NUMBERED})\s*(?P<title>\S.*)")
_END = re.compile(r"(?<=[。；！？])")
_PLAIN = re.compile(r"\W+")


def draw(corpus: Path, unseen: Path) -> list[Sentence]:
    """The sample, without any sentence that stands in a file of `unseen`."""
    forbidden = _PLAIN.sub("", "".join(path.read_text(encoding="utf-8") for path in sorted(unseen.glob("*.txt"))))
    laws = list(_sentences(_lines(corpus / "corpus/laws.txt.xz"), with_headings=False))
    chosen = random.Random(SEED).sample(laws, LAWS)
    chosen += _sentences(_lines(corpus / "corpus/government_reports.txt.xz"), with_headings=True)
    for path in sorted((corpus / "more-plans").glob("*.txt")):
        chosen += _sentences(path.read_text(encoding="utf-8").splitlines(), with_headings=True)
    once = dict.fromkeys(chosen)
    return [sentence for sentence in once if _PLAIN.sub("", sentence.text) not in forbidden]


def _lines(path: Path) -> list[str]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return file.read().splitlines()


def _sentences(lines: Iterable[str], *, with_headings: bool) -> Iterator[Sentence]:
    heading = ""
    for line in map(str.strip, lines):
        found = _HEADING.fullmatch(line)
        if found and len(line) < 40:
            title = _NUMBER.sub("", found["title"]).strip("*# 。：")
            heading = title if with_headings and 3 < len(title) < 30 else ""
            continue
        for part in _END.split(_NUMBER.sub("", line.replace("\t", " "))):
            if SHORTEST <= len(part) <= LONGEST:
                yield Sentence(heading, part.strip())


def main(corpus: str, unseen: str) -> None:
    """Writes the sample."""
    drawn = draw(Path(corpus), Path(unseen))
    with lzma.open(FILE, "wt", encoding="utf-8", preset=9) as file:
        file.writelines(f"{sentence.heading}\t{sentence.text}\n" for sentence in drawn)
    print(f"{FILE.name}: {len(drawn)} sentences, {FILE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:3])

"""Plans as bad files give them: cut, doubled, shuffled, filled with noise, without a line break, nested too deep.

In: the texts of plans and a source of chance.  Out: one mutated text; the same seed gives the same one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from ingest.register import read_all_registered

SOURCES = Path(__file__).parents[1] / "tests" / "gold" / "sources"

Mutation = Callable[[Random, str], str]

# Control characters, invisible ones, a lone surrogate, marks of layout, and what opens or ends something.
NOISE = "\x00\x07\x1b\u200b\u202e\ud800\udfff\ufeff\u2028\x85*#|>（）“”《》①。；，%1万到至\n\r\t\u3000"
NUMBERS = ("一、", "（一）", "1.", "——", "专栏1", "第一章", "附件", "目录", "")
_SOME = 12  # how many times a local mutation is made


def plan_texts() -> tuple[str, ...]:
    """The texts of the registered and of the annotated plans."""
    annotated = tuple(path.read_bytes().decode("utf-8") for path in sorted(SOURCES.glob("*.txt")))
    return tuple(source.text for source in read_all_registered()) + annotated


def mutated(draw: Random, texts: Sequence[str]) -> str:
    """One of the texts after one to three mutations."""
    text = draw.choice(texts)
    for mutate in draw.choices(MUTATIONS, k=draw.randint(1, 3)):
        text = mutate(draw, text)
    return text


def cut(draw: Random, text: str) -> str:
    """Any stretch of it."""
    start, end = sorted(draw.randrange(len(text) + 1) for _ in range(2))
    return text[start:end]


def double(draw: Random, text: str) -> str:
    """A stretch of it said again at the end."""
    return text + cut(draw, text)


def stammer(draw: Random, text: str) -> str:
    """A few characters of it said over and over."""
    at = draw.randrange(len(text) + 1)
    return text[:at] + text[at : at + draw.randint(1, 8)] * draw.choice((2, 50, 5000)) + text[at:]


def shuffle(draw: Random, text: str) -> str:
    """Its lines in any order."""
    lines = text.split("\n")
    draw.shuffle(lines)
    return "\n".join(lines)


def sprinkle(draw: Random, text: str) -> str:
    """Noise between its characters."""
    return "".join(one + draw.choice(NOISE) if draw.random() < 0.01 else one for one in text)


def drop(draw: Random, text: str) -> str:
    """Without some of its characters."""
    return "".join(one for one in text if draw.random() > 0.02)


def renumber(draw: Random, text: str) -> str:
    """Its lines numbered at random."""
    return "\n".join(draw.choice(NUMBERS) + line for line in text.split("\n"))


def rebreak(draw: Random, text: str) -> str:
    """Its line breaks lost, or others."""
    return text.replace("\n", draw.choice(("", "\r", "\r\n", "\u2028", "\x85", " ", "　　", "\n\n\n")))


def splinter(draw: Random, text: str) -> str:
    """Line breaks within its sentences and words."""
    return "".join(one + "\n" if draw.random() < 0.03 else one for one in text)


def nest(draw: Random, text: str) -> str:
    """Brackets in brackets in a few places, closed or not."""
    for _ in range(_SOME):
        at = draw.randrange(len(text) + 1)
        opening, closing = draw.choice((("（", "）"), ("“", "”"), ("《", "》"), ("[", "]")))
        depth = draw.choice((3, 100, 1000))
        text = text[:at] + opening * depth + text[at : at + 20] + closing * draw.choice((0, depth)) + text[at + 20 :]
    return text


def widen(_draw: Random, text: str) -> str:
    """Digits and marks in full width."""
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


MUTATIONS: tuple[Mutation, ...] = (
    cut,
    double,
    stammer,
    shuffle,
    sprinkle,
    drop,
    renumber,
    rebreak,
    splinter,
    nest,
    widen,
)

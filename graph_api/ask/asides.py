"""A question without what is told before or beside what it asks.

In: a question as typed, and what reads questions.  Out: the same without first sentences that only say why it is
asked, and without how each place reckons.  Relied on: a sentence that asks nothing and names no plan, before one that
says itself what is asked for, is of the asker; one that is pointed back to, or that quotes, is of the question.
Example: of "我们这儿一到汛期就靠大喇叭。应急广播一个字都没写的是谁" the second sentence is what is asked.
"""

from __future__ import annotations

import re

from graph_api.ask.reading import Reader

_SENTENCE = re.compile(r"[。！!;；]|…+|\.{3,}")
_ASKS = re.compile(r"谁|哪|什么|啥|几(?!乎)|多少|多[大高长久]|怎|如何|[吗呢?？]|是否|有没有|有无|请|列|找|把")
_POINTS_BACK = re.compile(
    r"(?:^|[,，、对把给像按照在写提有做搞推讲说定到了过])[这那此其它](?![几两三四五])|前者|后者|两者|上述|呢|一样|同样"
)
_QUOTES = re.compile(r"[“\"「『《‘']")
_LEAST = 4  # letters of what is asked for that make a question of itself
# "宁夏按每个城市社区算，天津按占比算，": how each place reckons.
_RECKONS = re.compile(
    r"([一-鿿]{2,6}?)(?:那边|这边|呢)?(?:是|则|却)?(?:按|以|用|拿|论)[^,，。?？;；]{2,18}?(?:算|计|论|来定)[,，;；]"
)
_RECKONED = re.compile(rf"(?:{_RECKONS.pattern}){{2,}}")


def asked_alone(typed: str, reader: Reader) -> str:
    """What of a typed question asks."""
    return _RECKONED.sub(_places, _without_setting(typed, reader))


def _without_setting(typed: str, reader: Reader) -> str:
    """The question from the sentence on that asks, where that says by itself what is asked for."""
    parts = [one for one in _SENTENCE.split(typed) if one.strip()]
    first = next((at for at, part in enumerate(parts) if _ASKS.search(part)), 0)
    if not first:
        return typed
    setting, _, rest = typed.partition(parts[first])
    rest = f"{parts[first]}{rest}"
    if _QUOTES.search(setting) or _POINTS_BACK.search(rest) or reader.read(setting).scope.named:
        return typed
    return rest if len("".join(reader.read(rest).pieces)) >= _LEAST else typed


def _places(found: re.Match[str]) -> str:
    """The places alone."""
    return "".join(f"{one[1]}，" for one in _RECKONS.finditer(found[0]))

"""What an amount is about, in the words of the text.

In: the stretch of a clause that states an amount, and what the clause has said so far.  Out: the subject, and what the
next stretch may lean on.  Relied on: the stretch says what is counted (`ingest.subject_words`); what it leaves out was
said before (whom, of what, what is done), and `ingest.subject_rules` tell when.
Example: "到2025年,力争在50%的社区配备托育服务设施" is about 社区配备托育服务设施的比例.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from ingest.quantities import read_quantities
from ingest.statement_pieces import Piece, things_in_order
from ingest.subject_rules import AMONG, BARE, DOING, EACH, EACH_IN_ORDER, LISTED_ON, MAKING, SHARE_OF_MANY, SIZE, TOPIC
from ingest.subject_words import DOERS, MARKS, PURPOSE, OwnWords, head_words, read_own_words

# Words of change at the end of what was spoken of before: the next stretch says how much.
_CHANGE = re.compile(r"(?:年均|平均)?(?:增长|增加|提高|下降|减少|降低|比.{2,12}(?:增加|提高|下降|减少))\Z")
# How a whole is measured, at its end: of 人才总量 a part is 人才中…的.
_TOTAL = re.compile(r"(?:的比例|总量|总数|总面积|总人数|数量|人数|(?<=[\u4e00-\u9fff]{3})数)\Z")
_MEASURED = re.compile(r"(?:面积|率|比例|占比|比重|人数|数量|总数|总量)\Z")
# Words that open a stretch about what was spoken of before: 占总数的27%, 年均增长6%.
_CONTINUES = re.compile(
    r"占|比(?!例|重)|较(?!大|多)|同比|(?:年均|平均)(?:增[长速加]|递增|达)?\Z|增[长加]|达到.{1,14}总[数量]"
    r"|(?:提升|提高|下降|降低|减少)\Z|(?:超过|高于|低于|高出|快于)(?:全[国省市区州县]|上年|去年|平均)"
)
# A level that what was spoken of comes to: 迈上3万亿元台阶, 突破5000亿元大关.
_LEVEL = re.compile(r"(?:迈上|站上|跨上|跃上|突破|跨越|超|超过)?(?:新?台阶|大关|关口)?")
# A subject no longer than this may be a bare piece of work: 维修改造, 培训.
_SHORT = 4
_URGED = re.compile(r"\A(?:加强|强化|实施|开展|推进|推动|健全|完善|优化|深化|加大|加快|抓好|做好)")
_HAVING = re.compile(r"\A(?:共|均|都)?(?:有|拥有|建有|设有|配有)")
# Where the thing is, which 每个村 before it says: 每个村(城乡社区)综合服务设施.
_PLACED = re.compile(r"\A(?:城乡社区|城市社区|农村社区|城乡|社区|村级)")
# What the things of a list are compared with: 比“十二五”期间分别下降.
_COMPARED = re.compile(r"(?:比(?![例重])|较|与)[^，。、]{2,14}\Z|\A(?:同比|环比)\Z")
# A word of doing without what it is done to: what follows the comma says that.
_BARE_DOING = re.compile(r"(?:完成|达到|新增|建设|实现|投入|建成|完成其余)(?:目标)?")
_SPENDING = "投入"


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause has said so far that a later amount may lean on; "" where it said nothing of the kind."""

    subject: str = ""  # of the last amount that had one of its own
    each: str = ""  # whom each amount holds for, with what they do: 每个社区配备
    unit: str = ""
    many: str = ""  # those that a share was taken of
    making: str = ""  # what is done to all that is listed: 新建
    counted_first: bool = False  # the number stood before its thing: 3000名教师
    doers: str = ""  # who has what the next number counts
    listed: tuple[str, ...] = ()  # the subjects so far
    topic: str = ""  # what the last stretch without a number opened with


def read_subjects(pieces: Sequence[Piece], said: Said) -> tuple[tuple[str, ...], Said]:
    """The subjects of the pieces of one stretch, and what has been said after it."""
    in_order = _in_order(pieces, said)
    if in_order:
        return in_order, Said(subject=in_order[-1], topic=said.topic)
    subjects: list[str] = []
    for piece in pieces:
        subject, said = _read_subject(piece, said)
        subjects.append(subject)
    return tuple(subjects), replace(said, listed=(*said.listed, *subjects))


def told_by_sentence_before(subject: str, before: str) -> str:
    """The subject, told by that of the sentence before where it is nothing but a size: 划分基础网格。适度调整规模."""
    size = SIZE.match(subject) if before else None
    return before + size["size"] if size else subject


def told_by_heading(subject: str, heading: str) -> str:
    """The subject, told by the heading it stands under where that says what is done to what: 服务站维修改造提质工程."""
    place = heading.find(subject) if len(subject) <= _SHORT else -1
    return _URGED.sub("", heading[: place + len(subject)]) if place > 0 else subject


def with_what_follows(subject: str, following: str) -> str:
    """The subject, told by the stretch after it where it is nothing but a word of doing: 投入60多亿元,实施项目6万件."""
    if not following or not _BARE_DOING.fullmatch(subject):
        return subject
    amounts = [text for quantity in read_quantities(following) for text in [following[quantity.start : quantity.end]]]
    done = reduce(lambda text, amount: text.replace(amount, "", 1), amounts, following)
    return subject + done if subject == _SPENDING else done


def after_words(said: Said, stretches: Sequence[str]) -> Said:
    """What has been said after stretches that hold no amount: whom and what was done do not go on behind them."""
    behind = [stretch for stretch in stretches if not AMONG.match(stretch)]
    if not behind:
        return said
    topics = (topic["topic"] for stretch in reversed(behind) if (topic := TOPIC.match(stretch)))
    return replace(said, each="", many="", making="", doers="", topic=next(topics, said.topic))


def _in_order(pieces: Sequence[Piece], said: Said) -> tuple[str, ...]:
    """What each of several amounts is of that 分别 deals out; () where nothing is dealt out.

    Where no things are listed beside it, it is the amounts before that are spoken of: 起数、死亡人数, 同比分别下降.
    """
    dealt = EACH_IN_ORDER.match(pieces[0].marked)
    if len(pieces) < 2 or not dealt:
        return ()
    listing = _COMPARED.sub("", head_words(pieces[0].before[: dealt.start()]))
    things = things_in_order(listing, len(pieces)) or (listing,) * len(pieces)
    if not listing:
        things = said.listed[-len(pieces) :]
    return tuple(thing + (dealt["change"] or "") for thing in things) if len(things) == len(pieces) else ()


def _read_subject(piece: Piece, said: Said) -> tuple[str, Said]:
    """The subject of the piece, and what has been said after it."""
    own = read_own_words(piece)
    if said.subject and (not own.subject or _LEVEL.fullmatch(own.subject)):
        same = piece.quantity.unit == said.unit and not own.subject
        return said.subject if same else _CHANGE.sub("", said.subject), said
    share = piece.quantity.unit == "%" and not own.head and SHARE_OF_MANY.match(piece.marked)
    if share:
        many = share["many"] or said.many
        subject = f"{own.subject if share['many'] else said.many + own.subject}的比例"
        return subject, replace(said, subject=subject, many=many, each="", making="", doers="")
    if said.subject and AMONG.match(piece.text[max(0, piece.start - 4) : piece.quantity.start]):
        return _part(said.subject, own), said
    if said.subject and _CONTINUES.match(own.head):
        return _CHANGE.sub("", said.subject) + own.subject, said
    subject = _led(piece, own, said)
    return subject, _after(piece, replace(own, subject=subject), said)


def _part(whole: str, own: OwnWords) -> str:
    """A part of the whole: 社区工作者中大专及以上文化程度."""
    subject = own.subject.removeprefix("其中").strip(MARKS)
    subject = subject.removesuffix("的占").removesuffix("占")
    return _TOTAL.sub("", whole) + ("" if _MEASURED.search(subject) else "中") + subject


def _led(piece: Piece, own: OwnWords, said: Said) -> str:
    """The subject with what the stretch leaves to what was said before."""
    subject, head = own.subject, own.head
    if said.doers and head.startswith(said.doers):
        rest = subject[len(said.doers) :]
        having = _HAVING.match(rest)
        return rest[having.end() :] if having else said.subject + rest
    if said.each and not head and piece.quantity.unit == said.unit:
        return said.each + subject
    if said.each and re.fullmatch(DOING, head):
        return _whom(said.each) + subject
    if said.making and (head or piece.in_list or said.counted_first) and LISTED_ON.match(piece.marked):
        return said.making + subject
    bare = BARE.match(subject)
    thing = PURPOSE.sub("", piece.listed) or said.topic
    if bare and thing:
        counted = bare["each"] and bare["each"].endswith("户")
        return thing + subject if not bare["each"] else subject + (thing if counted else _PLACED.sub("", thing))
    return subject or piece.text[piece.start : piece.end].strip(MARKS)


def _whom(each: str) -> str:
    named = EACH.match(f"{each}⟦")
    return named["each"] if named else each


def _after(piece: Piece, own: OwnWords, said: Said) -> Said:
    """What has been said once the piece was read."""
    making, each = MAKING.match(own.subject), EACH.match(f"{own.head}⟦")
    carried = said.each if not own.head or re.fullmatch(DOING, own.head) else ""
    doers = DOERS.match(piece.after.removeprefix("的")) if piece.leads_on else None
    return replace(
        said,
        subject=own.subject,
        each=own.head if each else carried,
        unit=piece.quantity.unit,
        making=making["making"] if making else "",
        counted_first=bool(own.tail),
        doers=doers["doers"] if doers else "",
    )

from __future__ import annotations

from graph_api.source_text import Block, Heading, Piece, lay_out

TEXT = "一、目标\n  到2025年，服务便利。\r\n\n(一)办好养老。一是发展助餐。二是\n扩大托育。\n"


def heading(id_: str, level: int, words: str) -> Heading:
    start = TEXT.index(words)
    return Heading(id_, level, None, words, start, start + len(words))


def test_a_line_is_a_block_and_a_line_that_is_a_heading_is_one() -> None:
    blocks = list(lay_out(TEXT, [heading("p/1", 1, "一、目标")]))
    assert blocks == [
        Block(1, "p/1", (Piece("一、目标", False, None),)),
        Block(0, None, (Piece("到2025年，服务便利。", False, None),)),
        Block(0, None, (Piece("(一)办好养老。一是发展助餐。二是", False, None),)),
        Block(0, None, (Piece("扩大托育。", False, None),)),
    ]


def test_a_lead_inside_a_paragraph_is_an_anchor_at_its_place() -> None:
    blocks = list(lay_out(TEXT, [heading("p/1.1", 2, "(一)办好养老"), heading("p/1.1.1", 3, "一是发展助餐")]))
    assert blocks[2].pieces == (
        Piece("(一)办好养老。", False, "p/1.1"),
        Piece("一是发展助餐。二是", False, "p/1.1.1"),
    )


def test_a_quote_over_two_lines_is_marked_in_both() -> None:
    start = TEXT.index("二是")
    end = start + len("二是\n扩大")
    blocks = list(lay_out(TEXT, [], start, end))
    marked = [piece.text for block in blocks for piece in block.pieces if piece.marked]
    assert marked == ["二是", "扩大"]
    assert TEXT[start:end].split("\n") == marked


def test_nothing_of_the_text_is_lost_but_blanks_around_lines() -> None:
    blocks = lay_out(TEXT, [heading("p/1", 1, "一、目标")], 3, 9)
    assert ["".join(piece.text for piece in block.pieces) for block in blocks] == [
        line.strip() for line in TEXT.split("\n") if line.strip()
    ]

"""One form for what is written in several, and the way back."""

import pytest

from ontology.plain_text import PlainText


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("樓上１２Ｈ", "楼上12h"),
        ("社 区\n服务", "社区服务"),
        ("互联网＋（试点）", "互联网+(试点)"),
        ("㎡", "m2"),
        ("", ""),
    ],
)
def test_a_text_is_simplified_half_width_and_without_blanks(text: str, plain: str) -> None:
    assert PlainText.of(text).text == plain


def test_a_letter_that_becomes_two_keeps_its_one_place() -> None:
    plain = PlainText.of("30 ㎡大")
    assert plain.text == "30m2大"
    assert plain.place(2, 4) == (3, 4)
    assert plain.place(4, 5) == (4, 5)


@pytest.mark.parametrize(("start", "end", "whole"), [(0, 3, False), (0, 4, True), (4, 5, True), (1, 4, False)])
def test_a_number_is_whole_or_cut(start: int, end: int, whole: bool) -> None:
    assert PlainText.of("1190户").is_whole(start, end) is whole

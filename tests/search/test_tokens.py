"""Tokens: what is read from a text, and from where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from search.highlight import highlight
from search.tokens import terms, tokenize


def test_a_chinese_run_gives_its_bigrams_and_its_words() -> None:
    assert set(terms("灾害信息员")) == {"灾害", "害信", "信息", "息员", "灾害/word", "信息/word", "信息员/word"}


def test_numbers_and_latin_words_stay_whole() -> None:
    assert terms("99.9% 5G APP") == ["99.9", "5g", "app"]


def test_a_single_character_is_its_own_term() -> None:
    assert terms("村") == ["村"]


def test_a_blank_inside_a_chinese_run_is_no_boundary_and_offsets_skip_it() -> None:
    assert next((token.term, token.start, token.end) for token in tokenize("社 区")) == ("社区", 0, 3)


def test_full_width_reads_as_half_width() -> None:
    assert terms("８０％５Ｇ") == ["80", "5g"]


@given(st.text(alphabet=st.sampled_from("社区服务 设施\n５5GgA。，㎡①"), max_size=60))
def test_every_token_lies_in_the_text_and_reads_the_same_alone(text: str) -> None:
    for token in tokenize(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.term in terms(text[token.start : token.end])


def test_highlights_join_what_touches() -> None:
    marks = highlight("在村（社区）普遍设置灾害信息员岗位", set(terms("灾害信息员")))
    assert marks.spans == ((10, 15),)
    assert marks.words == ("灾害信息员",)


@given(st.text(alphabet="ab 5G\n\u3000中文社区１２ＡⅣ㎡½.%，é\u0301\x1f", max_size=30))
def test_terms_are_those_of_the_tokens_in_their_order(text: str) -> None:
    assert terms(text) == [token.term for token in tokenize(text)]

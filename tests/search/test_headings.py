"""A clause under a heading: which texts count, and that each heading is encoded once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from search.headings import Headed, HeadedEncoder
from tests.search.conftest import LetterEncoder
from tests.search.test_index import ENTRIES

ENTRY = replace(ENTRIES[0], quote="发展餐饮、\n零售。", path=("便民", "发展 便民服务"))


def test_the_texts_are_the_clause_and_the_innermost_title_without_blanks() -> None:
    assert Headed.of(ENTRY) == ("发展餐饮、零售。", "发展便民服务")
    assert Headed.of(replace(ENTRY, path=())) == ("发展餐饮、零售。", "")


def test_a_key_tells_the_two_texts_apart_and_nothing_else() -> None:
    key = Headed.of(ENTRY).key
    assert key == Headed.of(replace(ENTRY, clause_id="b/1#c0", quote="发展餐饮、零售。")).key
    assert key != Headed.of(replace(ENTRY, path=())).key
    assert key != Headed("发展便民服务", "发展餐饮、零售。").key


def test_a_heading_is_encoded_once_and_draws_the_clause_towards_it(encoder: LetterEncoder) -> None:
    headed = HeadedEncoder(encoder)
    under, _, alone = headed.encode([Headed("餐饮", "便民"), Headed("零售", "便民"), Headed("餐饮", "")])
    assert encoder.asked == ["餐饮", "零售", "餐饮", "便民"]
    clause, heading = LetterEncoder().encode_clauses(["餐饮", "便民"])
    assert np.allclose(alone, clause)
    assert clause @ heading < under @ heading
    encoder.asked.clear()
    headed.encode([Headed("零售", "便民")])
    assert encoder.asked == ["零售"]

"""Which actions correspond, where a question tells what one is for in words of its own."""

from __future__ import annotations

import pytest

from tests.graph_api.ask.conftest import Collection

pytestmark = pytest.mark.xdist_group("ask")  # the plans are ingested once


def test_an_action_is_known_by_other_words_for_what_its_title_says(five: Collection) -> None:
    titles = five.asker.ask("天津管治安的行动，楚雄对应哪个？").record()["answer"]["titles"]
    assert titles == {"chuxiong": ["平安社区建设行动"], "tianjin": ["平安社区建设行动"]}


def test_what_titles_have_whatever_they_are_for_tells_no_action(five: Collection) -> None:
    reply = five.asker.ask("宁夏的老年人服务提升行动，通辽有没有对得上的？").record()
    assert "未成年人关爱保护服务提升行动" not in reply["answer"]["titles"]["ningxia"]

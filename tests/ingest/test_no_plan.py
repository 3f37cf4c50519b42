"""A text that is no plan is refused, and the answer says what is missing."""

from __future__ import annotations

import pytest

from ingest.errors import NotAPlan
from ingest.outline import build_outline
from ontology.spans import Source

RECIPE = """红烧肉的做法
一、准备食材
五花肉500克，冰糖30克，生抽、老抽、料酒适量。
二、制作步骤
1.焯水。五花肉切块，冷水下锅，焯水捞出。
2.炒糖色。锅中放油，下冰糖，小火炒至枣红色。
三、小贴士
收汁时要不停翻动，以免糊锅。
"""
POEM = "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (RECIPE, "found 5 headings but no title of a plan"),
        (POEM, "found no chapter heading"),
        ("", "found an empty text"),
        (" \n\u3000\n", "found an empty text"),
        ("The quick brown fox.\n1. Jump.\n", "found no Chinese text"),
        ("规" * 5000, "found no chapter heading"),
    ],
)
def test_a_text_that_is_no_plan_is_refused_in_one_line(text: str, missing: str) -> None:
    with pytest.raises(NotAPlan, match=missing) as caught:
        build_outline(Source("text", text))
    message = str(caught.value)
    assert message.startswith("text: found ")
    assert "expected a plan" in message
    assert "\n" not in message

from __future__ import annotations

import pytest

from align.fingerprints import candidates
from align.reuse import Changed, Edit, EditKind, Passage, find_reuse


def passages(**plans: str) -> list[Passage]:
    return [
        Passage(plan, f"{plan}#c{place}", 100 * place, quote)
        for plan, text in plans.items()
        for place, quote in enumerate(text.split("\n"), start=1)
    ]


def edits(here: str, other: str) -> list[tuple[EditKind, Changed, str, str]]:
    """The edits of the one passage that has something from the other."""
    (found,) = find_reuse(passages(other=other, here=here), of_plan="here")
    return [(edit.kind, edit.changed, edit.other_text, edit.text) for edit in found.edits]


@pytest.mark.parametrize(
    ("here", "other", "expected"),
    [
        (
            "建立社区志愿服务站点，志愿服务站点覆盖率达到90%以上。",
            "建立社区志愿服务站点，志愿服务站点覆盖率达到80%以上。",
            [("replaced", "figure", "80%", "90%")],
        ),
        (
            "由市民政局统筹城乡社区服务体系建设工作，定期开展评估。",
            "由市民政厅统筹城乡社区服务体系建设工作，定期开展评估。",
            [("replaced", "body", "厅", "局")],
        ),
        (
            "到2025年末，全州城市社区综合服务设施实现全覆盖。",
            "到2025年末，全市城市社区综合服务设施实现全覆盖。",
            [("replaced", "place", "市", "州")],
        ),
        (
            "鼓励有条件的院校开展社区服务人才培养和社区工作者能力提升培训。",
            "鼓励有条件的院校、专业社会组织开展社区服务相关人才培养和社区工作者能力提升培训，强化供给。",
            [
                ("dropped", "words", "、专业社会组织", ""),
                ("dropped", "words", "相关", ""),
                ("dropped", "words", "，强化供给", ""),
            ],
        ),
        (
            "落实城乡社区服务税收、公用事业收费和社会组织登记等优惠政策。",
            "落实社区服务税收、公用事业收费等优惠政策。",
            [("inserted", "words", "", "城乡"), ("inserted", "words", "", "和社会组织登记")],
        ),
    ],
)
def test_what_was_changed_is_told_passage_by_passage(
    here: str, other: str, expected: list[tuple[EditKind, Changed, str, str]]
) -> None:
    assert edits(here, other) == expected


def test_word_for_word_is_shared_whatever_the_width_of_marks_and_the_blanks() -> None:
    here = "落实党 领导下的社区协商制度,围绕群众关心的服务事项开展议 事协商。"
    other = "（一）落实党领导下的社区协商制度，围绕群众关心的服务事项开展议事协商；"
    (found,) = find_reuse(passages(other=other, here=here), of_plan="here")
    assert (found.kind, found.share, found.edits) == ("shared", 1.0, ())


def test_an_edit_has_its_place_in_both_sources() -> None:
    here = "建立社区志愿 服务站点，志愿服务站点覆盖率达到 90% 以上。"
    other = "建立社区志愿服务站点，志愿服务站点覆盖率达到80%以上。"
    (found,) = find_reuse(passages(other=other, here=here), of_plan="here")
    assert found.edits == (Edit("replaced", "figure", "90%", 100 + here.index("90%"), "80%", 100 + other.index("80%")),)
    assert found.share == 0.96  # 24 of 25 signs, of which 90% is one


def test_other_sentences_and_short_ones_are_no_reuse() -> None:
    one = "推动基本公共服务资源向村（社区）下沉，按照常住人口规模配置公共服务资源。\n（民政厅牵头）"
    two = "加强社区综合服务设施建设，鼓励社会力量参与运营管理与服务。\n（民政厅牵头）"
    assert find_reuse(passages(a=one, b=two)) == ()
    assert find_reuse([]) == ()


def test_a_passage_has_one_source_a_plan_and_repeats_within_a_plan_are_none() -> None:
    text = "推动物流配送、快递、再生资源回收网点设施辐射符合条件的村（社区）。"
    found = find_reuse(passages(a=f"{text}\n{text}", b=text.replace("快递", "邮政快递")))
    assert [(reuse.passage.id, reuse.other.id, reuse.kind) for reuse in found] == [
        ("a#c1", "b#c1", "adapted"),
        ("a#c2", "b#c1", "adapted"),
        ("b#c1", "a#c1", "adapted"),
    ]


def test_a_sentence_that_everybody_has_is_found_in_the_first_plans_that_have_it() -> None:
    text = "坚持以人民为中心的发展思想，把服务居民群众作为出发点和落脚点。"
    plans = {f"plan{number:02}": text for number in range(30)}
    found = find_reuse(passages(**plans), of_plan="plan29")
    assert [reuse.other.plan_id for reuse in found] == ["plan00", "plan01", "plan02", "plan03", "plan04"]


def test_candidates_share_eleven_letters_in_a_row() -> None:
    eleven = "甲乙丙丁戊己庚辛壬癸子"
    assert candidates([f"天地玄黄{eleven}", f"{eleven}日月盈昃", "丑寅卯辰巳午未申酉戌亥宇宙"]) == [(0, 1)]
    assert candidates(["", "短", ""]) == []

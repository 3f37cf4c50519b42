"""How a plan is cited in a paper: one line in the manner of GB/T 7714, from what the plan itself states.

In: a plan and the words cited.  Out: the line.  What a plan does not state (who issued it, its number, its date) is
left out, never filled in.  Example:

    乙市民政局. 乙市“十四五”社区服务规划[Z]. 目标任务: “每百户设施面积不少于40平方米”.
"""

from __future__ import annotations

import re

from graph_api.places import Plan

_BLANKS = re.compile(r"\s+")
_LONGEST = 200  # characters of a quote; a longer one is cut, which "……" tells


def reference(plan: Plan, section: str | None, quote: str) -> str:
    """The line: who issued it, title, number, date, section, words."""
    date = plan.issued or plan.published
    head = [", ".join(plan.issuers), f"{plan.title}[Z]", plan.document_number or "", date or ""]
    said = _BLANKS.sub(" ", quote.strip())
    words = f"{said[:_LONGEST]}……" if len(said) > _LONGEST else said
    place = f"{section}: “{words}”." if section else f"“{words}”."
    return ". ".join([*(part for part in head if part), place])

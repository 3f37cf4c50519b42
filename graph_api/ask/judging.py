"""Whether an answer is right: the answers written down by reading against those given.

In: the answer of the gold, and the answer given.  Out: right or not.  Relied on: values are compared as numbers, or as
words where the gold has words; sets of plans, departments, units and titles have to be the same; a question that no
plan answers is right with `not_stated`, or with nothing but empty values.  Example: "≥60%" is right where the gold
accepts "60%以上" beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any


def right(gold: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    """Whether an answer is what the gold has."""
    if gold.get("not_stated"):
        values = answer.get("values") or {}
        return bool(answer.get("not_stated")) or (bool(values) and all(value is None for value in values.values()))
    if "values" in gold:
        stated = answer.get("values", {})
        accepted = gold.get("accept", {})
        return all(
            _same_value(stated.get(plan), value, accepted.get(plan, ())) for plan, value in gold["values"].items()
        )
    if "plans" in gold:
        return set(answer.get("plans", ())) == set(gold["plans"])
    if "plan" in gold:
        return (answer.get("plan") == gold["plan"] or answer.get("plans") == [gold["plan"]]) and (
            "number" not in gold or answer.get("number", gold["number"]) == gold["number"]
        )
    if "departments" in gold:
        given = _names(answer.get("departments", ()))
        return bool(given) and given in (_names(gold["departments"]), _names(gold.get("accept", ())))
    if "units" in gold:
        return answer.get("count") == gold["count"] and _names(answer.get("units", ())) == _names(gold["units"])
    if "count" in gold:
        return bool(answer.get("count") == gold["count"])
    return _same_titles(answer.get("titles", {}), gold)


def _same_value(given: Any, gold: Any, accepted: Iterable[str]) -> bool:
    if given is None or gold is None:
        return given is None and gold is None
    options = given if isinstance(given, list) else [given]
    if isinstance(gold, list):
        return all(any(_same_value(option, one, accepted) for option in options) for one in gold)
    if isinstance(gold, dict):
        return any(option["number"] == gold["number"] for option in options)
    return any(_plain(option["value"]) in {_plain(one) for one in (gold, *accepted)} for option in options)


def _same_titles(given: Any, gold: Mapping[str, Any]) -> bool:
    if isinstance(gold["titles"], dict):
        return all(_names(given.get(plan, ())) == _names(titles) for plan, titles in gold["titles"].items())
    other = {_plain(one): _plain(title) for title, forms in gold.get("accept", {}).items() for one in forms}
    return {other.get(one, one) for one in _names(given)} == _names(gold["titles"])


def _names(names: Iterable[str]) -> set[str]:
    return set(map(_plain, names))


def _plain(text: str) -> str:
    return re.sub(r"[\s《》“”\"'—–-]+", "", unicodedata.normalize("NFKC", text))

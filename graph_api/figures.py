"""A figure as it is shown: as printed where a table has it, else from comparator, number and unit.

Example: `figure(None, ">=", 95.0, "%")` is "≥95%"; `figure("≥80%", ">=", 80.0, "%")` is "≥80%".
"""

from __future__ import annotations

_SIGNS = {"=": "", ">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "约"}


def figure(printed: str | None, comparator: str | None, value: float | None, unit: str | None) -> str | None:
    """The figure in words of the plan, or None where there is none."""
    if printed is not None or value is None:
        return printed
    return f"{_SIGNS.get(comparator or '=', '')}{value:,.10g}{unit or ''}".replace(",", "")

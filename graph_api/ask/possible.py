"""Which kinds a question can be of at all, whatever the learned judge finds likely.

In: the plain question, what its words mark, and the kind of the first rule that fits.  Out: the likelihoods of the
judge without the kinds that the words rule out.  Relied on: who has the most, or alone has something, is a plan where
a plan is asked for; what says at its end who has it not does not ask who alone has it.
Example: "残疾人协会家家都提，唯独哪份没提" can ask who lacks it, and not who alone has it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph_api.ask.intents import PRESENCE, Intent
from graph_api.ask.slots import SET_BY_ANY, Asked, Slots

# Who has it not, at the end: "唯独哪份没提?".
_HAS_NOT = re.compile(r"(?:谁|哪)[^,，。?？没未]{0,4}(?:没有?|未)[一-鿿]{0,6}[?？。]*$")
# The plans that cite something are asked for, and not what they cite: "这份文件,哪些规划引用了".
_WHO_CITES = re.compile(
    r"(?:谁|哪[些几一两]?[份家个]?(?:规划|地[方区]|家)?)(?:都|也|曾)?(?:引用?|援引|提到|提及|点名|依据|参照)了?[?？。]*$"
)
# When something is or was that is no document.
_WHEN = re.compile(r"哪一?[年天]|什么时候|何时|几月|几号")
_ISSUED = re.compile(r"出台|印发|发布(?!会)|制定|下发|颁布|公布")


def possible(
    text: str, slots: Slots, plans: int, rule: Intent | None, chances: Mapping[str, float]
) -> dict[str, float]:
    """The likelihoods of the kinds that a text, in which so many plans are named, can be of."""
    of_plans, out = Asked.PLAN in slots.asked, set[Intent]()
    if not plans and of_plans and (Asked.DOCUMENT not in slots.asked or _WHO_CITES.search(text)):
        out.add(Intent.DOCUMENTS)
    if _WHEN.search(text) and Asked.DOCUMENT not in slots.asked and not _ISSUED.search(text):
        out.add(Intent.DOCUMENTS)
    if plans == 1 and _WHEN.search(text) and not slots.who and Asked.BODY not in slots.asked:
        out |= PRESENCE | {Intent.RESPONSIBLE}
    if rule in (Intent.EXTREME, Intent.UNIQUE) and of_plans:
        out |= set(Intent) - PRESENCE - {Intent.EXTREME}
    if rule is Intent.WHO_LACKS and _HAS_NOT.search(text):
        out.add(Intent.UNIQUE)
    if SET_BY_ANY.search(text):
        out |= PRESENCE
    return {kind: chance for kind, chance in chances.items() if Intent[kind] not in out}

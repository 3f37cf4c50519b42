"""Bodies that plans make responsible, brought to what they are for.

In: responsibilities.  Out: one alignment a plan, name and function.  Relied on: a body's name is its place or level
(市, 自治区, 各级), what it is for, and its kind (局, 厅, 委, 部门); only the middle says the function, so 市民政局,
自治区民政厅 and 民政 are one.  National bodies (民政部, 国家…, 国务院…) stand apart from the local ones they lead.
Example: "市住房城乡建设委" is 住房城乡建设.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from align.judgements import Judgements
from align.wording import plain
from ontology.records import Alignment, AlignmentMethod, Fact, Responsibility
from ontology.regions import Regions
from ontology.vocabulary import Vocabularies, Vocabulary

GENERIC = "function/generic-bodies"
_LEVEL = r"设区的?市|自治区|自治州|直辖市|地级市|县级市|地区|新区|省|市|州|盟|县|区|旗"
_BEFORE = re.compile(
    rf"地方各级|各级|各地|各|地方|所在|基层|全[省市区州县盟旗]|所辖|本级|相关|有关|(?:{_LEVEL})[级直、]?|党?委(?=.+[部办委室])"
)
_AFTER = re.compile(
    r"(?:行政主管|主管|行政|职能|管理)?(?:部门|机关|机构|系统|单位)$"
    r"|(?:委员会|办公室|总局|总队|支队|大队|中心|组织|署|局|厅|委|办|部)$"
)
_NATIONAL = re.compile(r"^(?:国务院|中央|国家|全国)(?:有关|相关)?")
_BUREAU = re.compile(r"部(?!门).+[司局厅]$")  # a part of a ministry
_AND = re.compile(r"[、和与及]|以及")
# A government is named by its tiers alone: 各县市人民政府, 旗县市区, 市、县(区)人民政府, 城市政府.
_GOVERNMENT = re.compile(
    rf"^(?:各级|地方|各|所辖|有关|城(?=市))*(?P<tiers>(?:{_LEVEL}|、|和|级)*)(?:以上)?(?P<kind>(?:地方)?(?:各级)?(?:人民)?政府)?$"
)
_PARTY_COMMITTEE = re.compile(rf"^各?(?:级|{_LEVEL})委$")
_COUNTY = re.compile(r"[县区旗]")
_ABOVE_COUNTY = re.compile(r"省|市|州|盟|自治区|直辖市")


@dataclass(frozen=True, slots=True)
class Function:
    """What a name is brought to."""

    concept: str
    label: str
    method: AlignmentMethod
    score: float


@dataclass(frozen=True, slots=True)
class FunctionReader:
    """Reads the function from a body's name."""

    departments: Vocabulary = field(repr=False)
    regions: Regions = field(repr=False)
    stems: dict[str, str] = field(repr=False)  # label in plain wording -> concept id

    @classmethod
    def of(cls, vocabularies: Vocabularies) -> FunctionReader:
        """The reader over the department vocabulary."""
        stems: dict[str, str] = {}
        for concept in vocabularies.departments:
            for name in concept.names:
                stems.setdefault(plain(name), concept.id)
        return cls(vocabularies.departments, vocabularies.regions, stems)

    def read(self, name: str) -> tuple[Function, ...]:
        """The functions of a body: several for a merged body, a new one where the vocabulary knows none."""
        wording = plain(name)
        if wording in self.stems:
            method: AlignmentMethod = "exact" if wording == plain(self._label(self.stems[wording])) else "vocabulary"
            return (Function(self.stems[wording], self._label(self.stems[wording]), method, 1.0),)
        found = self._national(wording) or _authority(self._tiers(wording)) or self._local(wording)
        if found:
            return tuple(Function(one, self._label(one), "vocabulary", 0.95) for one in found)
        return (Function(f"function/{wording}", name, "exact", 1.0),)

    def _label(self, concept_id: str) -> str:
        return self.departments[concept_id].pref_label

    def _national(self, wording: str) -> tuple[str, ...]:
        """The national body that leads a function, from 国务院民政部门 or 工商总局, or has 民政部社会组织管理局."""
        lead = _NATIONAL.match(wording)
        led = self._local(wording[lead.end() if lead else 0 :]) if lead or wording.endswith("总局") else ()
        leading = tuple(
            concept.id
            for concept in self.departments
            if "function/central-bodies" in concept.broader and set(concept.related) & set(led)
        )
        if leading or not _BUREAU.search(wording):
            return leading
        return tuple(self.stems[wording[:n]] for n in range(len(wording), 2, -1) if self._is_national(wording[:n]))[:1]

    def _is_national(self, stem: str) -> bool:
        return stem in self.stems and "function/central-bodies" in self.departments[self.stems[stem]].broader

    def _tiers(self, wording: str) -> str:
        """The name with its region's tier alone: 市人民政府 for 长沙市人民政府."""
        region = self.regions.leading(wording)
        tier = re.search(rf"(?:{_LEVEL})$", wording[:region])
        return tier[0] + wording[region:] if tier else wording

    def _local(self, wording: str) -> tuple[str, ...]:
        """The functions of a local body; empty where no part of its name is known."""
        for rest in self._without_place(wording):
            for stem in _without_kind(rest):
                if stem in self.stems:
                    return (self.stems[stem],)
        for rest in self._without_place(wording):
            for stem in _without_kind(rest):
                parts = self._merged(stem)
                if parts:
                    return parts
        return ()

    def _without_place(self, wording: str) -> Iterator[str]:
        """The name, then the name without its region, its level, its second level."""
        yield wording
        region = self.regions.leading(wording)
        rest = wording[region:] if region else wording
        while rest:
            yield rest
            before = _BEFORE.match(rest)
            if before is None:
                return
            rest = rest[before.end() :]

    def _merged(self, stem: str) -> tuple[str, ...]:
        """The functions of a name that is nothing but stems: 教育体育, 民政、卫生健康."""
        parts: list[str] = []
        rest = stem
        while rest:
            part = next((rest[:n] for n in range(len(rest), 1, -1) if rest[:n] in self.stems), None)
            joint = _AND.match(rest)
            if part is not None:
                parts.append(self.stems[part])
                rest = rest[len(part) :]
            elif joint is not None:
                rest = rest[joint.end() :]
            else:
                return ()
        return tuple(dict.fromkeys(parts))


def align_departments(facts: Sequence[Fact], reader: FunctionReader, judgements: Judgements) -> Iterator[Alignment]:
    """Each plan's bodies, each with its functions; a body's place is the first responsibility that names it."""
    seen: set[tuple[str, str]] = set()
    for fact in _responsibilities(facts):
        if (fact.plan_id, fact.department) not in seen:
            seen.add((fact.plan_id, fact.department))
            found = [_alignment(fact, function) for function in reader.read(fact.department)]
            yield from judgements.revise(found, department_id(fact))


def department_id(fact: Responsibility) -> str:
    """The id of a plan's body, whichever responsibility names it."""
    return f"{fact.plan_id}/department/{fact.department}"


def _alignment(fact: Responsibility, function: Function) -> Alignment:
    return Alignment(
        kind="department",
        concept=function.concept,
        label=function.label,
        fact_id=department_id(fact),
        plan_id=fact.plan_id,
        title=fact.department,
        score=function.score,
        method=function.method,
        evidence=None,
    )


def _responsibilities(facts: Iterable[Fact]) -> Iterator[Responsibility]:
    return (fact for fact in facts if isinstance(fact, Responsibility))


def _authority(wording: str) -> tuple[str, ...]:
    """The party committee (市委), or the tier of a government that is named by its tiers."""
    if _PARTY_COMMITTEE.match(wording):
        return ("function/party-committee",)
    named = _GOVERNMENT.match(wording)
    if named is None or not (named["tiers"] or named["kind"]):
        return ()
    county = _COUNTY.search(named["tiers"].replace("自治区", "省"))
    above = _ABOVE_COUNTY.search(named["tiers"])
    if "以上" in wording or (county and above and above.start() < county.start()):
        return ("function/governments",)
    if county:
        return ("function/county-government",)
    if above:
        provincial = re.search(r"省|自治区|直辖市", named["tiers"])
        return ("function/provincial-government" if provincial else "function/municipal-government",)
    return ("function/governments",)


def _without_kind(name: str) -> Iterator[str]:
    """The name, then the name without its kind of body, outermost first."""
    yield name
    while (after := _AFTER.search(name)) is not None and after.start():
        name = name[: after.start()]
        yield name
        if name.endswith("管理"):
            yield name.removesuffix("管理")

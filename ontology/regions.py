"""The administrative regions, and the one that a title or a body's name speaks of.

In: the concepts of `regions.ttl`, and of `districts.ttl` where a text needs them.  Out: `Regions`, with `find(text)`.
Relied on: a full name (通辽市, 楚雄彝族自治州) stands for the region anywhere; a short name only where a phrase begins,
since short names also stand inside other words ("发展海南北部"); a county's name, which several cities may share
(鼓楼区), only after the region it lies in or, where it is unique, at the beginning of a phrase.
Example: "云南省楚雄州“十四五”城乡社区服务体系建设规划" speaks of 楚雄彝族自治州.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, cast

from ontology.records import Level
from ontology.skos import Concept

SUB_PROVINCIAL = "region/sub-provincial"  # the collection of cities of that rank
# Where a name stands for its region: wherever it occurs, where a phrase begins, or only after a region it lies in.
_Place = Literal["anywhere", "beginning", "address"]
# A phrase begins at the start, after anything that is no Chinese character, and after the words that titles lead with.
_BEGINNING = re.compile(r"(?:^|[^一-鿿]|印发|关于|中共|批准|支持)$")
# What makes a short name a part of another name: 上海路, 南京大学, 国家级.
_LONGER = re.compile(r"[路街巷桥港话菜级]|大[学道厦]|时间|会议|宣言|合作组织")
# A county may be named: 区 that is not 社区, 自治区, 各区 …, 县 or 旗.
_COUNTY = re.compile(r"(?<![各全我本社治园辖地牧景])区|(?<![各全我本])[县旗]")


@dataclass(frozen=True, slots=True)
class Region:
    """地区: one administrative division."""

    code: str  # GB/T 2260: "532300"
    name: str  # "楚雄彝族自治州"
    short_name: str  # "楚雄"
    level: Level
    parent_code: str | None
    sub_provincial: bool


class Regions:
    """Regions by code and by name; the counties are read when a text first seems to name one."""

    def __init__(self, concepts: Iterable[Concept], counties: Callable[[], Iterable[Concept]] = tuple) -> None:
        self._concepts = tuple(concepts)
        self._counties = counties
        self.by_code = {region.code: region for region in map(_region, self._concepts)}
        self._names: dict[str, list[tuple[Region, _Place]]] = {}
        for concept in self._concepts:
            region = self.by_code[cast(str, concept.notation)]
            for name, place in _places(concept, region).items():
                self._names.setdefault(name, []).append((region, place))
        self._lengths = sorted({len(name) for name in self._names}, reverse=True)

    @cached_property
    def with_counties(self) -> Regions:
        """The same with the counties, districts and banners."""
        return Regions((*self._concepts, *self._counties()))

    def within(self, region: Region) -> tuple[Region, ...]:
        """The regions it lies in, from the nearest to the nation."""
        parents: list[Region] = []
        code = region.parent_code
        while code is not None:
            parents.append(self.by_code[code])
            code = parents[-1].parent_code
        return tuple(parents)

    def find(self, text: str) -> Region | None:
        """The region a title or name speaks of: the first named, narrowed by what follows it; the nation only alone."""
        region = self._first(text)
        unnamed_city = "市" in text and (region is None or not region.name.endswith("市"))
        return self.with_counties._first(text) if unnamed_city or _COUNTY.search(text) else region

    def leading(self, text: str) -> int:
        """How much of a text the region's name at its beginning takes: 3 of 天津市民政局, 0 of 市民政局."""
        found = self._at(text, 0)
        return found[1] if found else 0

    def _first(self, text: str) -> Region | None:
        nation: Region | None = None
        for region, end in self._mentions(text):
            if region.level != "national":
                return self._narrowed(text, region, end)
            nation = region
        return nation

    def _narrowed(self, text: str, region: Region, end: int) -> Region:
        """The smallest region of an address such as 广东省深圳市龙华区, where `region`'s name ends at `end`."""
        for length in self._lengths:
            for inner, _ in self._names.get(text[end : end + length], ()):
                if region in self.within(inner) and not _LONGER.match(text, end + length):
                    return self._narrowed(text, inner, end + length)
        return region

    def _mentions(self, text: str) -> Iterator[tuple[Region, int]]:
        start = 0
        while start < len(text):
            found = self._at(text, start)
            if found is None:
                start += 1
            else:
                yield found
                start = found[1]

    def _at(self, text: str, start: int) -> tuple[Region, int] | None:
        """The region whose name stands at `start`, by the longest name, and where that name ends."""
        begins = _BEGINNING.search(text[max(0, start - 2) : start]) is not None
        for length in self._lengths:
            end = start + length
            bearers = [one for one in self._names.get(text[start:end], ()) if one[1] != "address"]
            if len(bearers) == 1:
                region, place = bearers[0]
                if place == "anywhere" or (begins and not _LONGER.match(text, end)):
                    return region, end
        return None


def _region(concept: Concept) -> Region:
    own = concept.properties
    return Region(
        code=cast(str, concept.notation),
        name=concept.pref_label,
        short_name=own.get("shortName", concept.pref_label),
        level=cast(Level, own["level"]),
        parent_code=concept.broader[0].rpartition("/")[2] if concept.broader else None,
        sub_provincial=SUB_PROVINCIAL in concept.collections,
    )


def _places(concept: Concept, region: Region) -> dict[str, _Place]:
    """The names of a region, each with where it stands for the region."""
    places: dict[str, _Place] = {region.short_name: "address"}
    for name in (*concept.alt_labels, *concept.hidden_labels):
        # A name with its kind (楚雄州, 宁夏自治区) is as good as the full one.
        places[name] = "anywhere" if name.endswith(("州", "区")) and region.short_name != name else "beginning"
    places[region.name] = "beginning" if region.level == "district" else "anywhere"
    return places

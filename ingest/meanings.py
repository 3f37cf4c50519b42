"""What the facts mean across plans, as nodes and relations: alignments, their concepts, and the regions.

In: alignments, tags (theme or beneficiary of a single clause), vocabularies.  Out: the elements that join the plans'
own facts into one graph.  An alignment is a node of its own (score, method, evidence) beside the direct relation that
queries follow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from align.alignment import align_plans
from align.concept_register import ConceptRegister
from align.tags import Tag, find_tags
from ingest.fact_book import FactBook
from ingest.fact_properties import LABELS
from ingest.precedents import NONE, Precedents
from ontology.elements import Graph, Node, Property, Relation
from ontology.problems import Problem
from ontology.records import Alignment, Fact, Plan
from ontology.regions import Region, Regions
from ontology.vocabulary import Vocabularies, Vocabulary

# For each kind of alignment: the relation from the fact to its concept.
RELATIONS = {
    "indicator": "MEASURES",
    "target": "MEASURES",
    "special_action": "HAS_COUNTERPART_CONCEPT",
    "department": "HAS_FUNCTION",
    "task_theme": "HAS_THEME",
}
# A concept's class, by the first part of its id.
CONCEPT_LABELS = {
    "indicator": "IndicatorConcept",
    "target": "IndicatorConcept",
    "action": "ActionConcept",
    "function": "DepartmentConcept",
    "theme": "Theme",
    "beneficiary": "Beneficiary",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """All that is known of the facts beyond their own text."""

    alignments: Sequence[Alignment]
    tags: Sequence[Tag]
    vocabularies: Vocabularies
    register: ConceptRegister
    problems: Sequence[Problem]  # verdicts about facts that are not there


def find_meanings(facts: Sequence[Fact], vocabularies: Vocabularies, precedents: Precedents = NONE) -> Meanings:
    """What these facts mean; those of a plan stand together, the plan added first first; raises AlignError."""
    aligned = align_plans(facts, vocabularies, precedents.verdicts, precedents.register)
    return Meanings(
        alignments=aligned.alignments,
        tags=find_tags(facts, vocabularies),
        vocabularies=vocabularies,
        register=aligned.register,
        problems=aligned.problems,
    )


def meaning_elements(book: FactBook, meanings: Meanings) -> Graph:
    """Concept and region nodes, alignments, and the relations to them."""
    nodes: list[Node] = []
    relations: list[Relation] = []
    known = meanings.vocabularies
    # Every theme, beneficiary and function has its node, so that what no plan speaks of can be counted as none.
    parts = [_concepts(vocabulary) for vocabulary in (known.themes, known.beneficiaries, known.departments)]
    for part in (*parts, _regions(book, known.regions), _alignments(book, meanings.alignments)):
        nodes += part.nodes
        relations += part.relations
    relations += _tags(book, meanings.tags)
    return Graph(tuple(nodes), tuple(relations))


def _concepts(vocabulary: Vocabulary) -> Graph:
    def label(concept_id: str) -> str:
        return CONCEPT_LABELS[concept_id.partition("/")[0]]

    nodes = tuple(Node(label(concept.id), concept.id, {"name": concept.pref_label}) for concept in vocabulary)
    broader = (
        Relation("BROADER", label(concept.id), concept.id, label(parent), parent)
        for concept in vocabulary
        for parent in concept.broader
    )
    return Graph(nodes, tuple(broader))


def _regions(book: FactBook, regions: Regions) -> Graph:
    """The regions of the plans, with those they lie in."""
    nodes: list[Node] = []
    relations: list[Relation] = []
    for plan in book.facts:
        region = regions.by_code.get(plan.region_code or "") if isinstance(plan, Plan) else None
        if region is None:
            continue
        relations.append(Relation("COVERS_REGION", "Plan", plan.id, "Region", _region_id(region)))
        for inner, outer in zip((region, *regions.within(region)), regions.within(region), strict=False):
            relations.append(Relation("WITHIN", "Region", _region_id(inner), "Region", _region_id(outer)))
        nodes += [_region_node(one) for one in (region, *regions.within(region))]
    return Graph(tuple(nodes), tuple(relations))


def _region_id(region: Region) -> str:
    return f"region/{region.code}"


def _region_node(region: Region) -> Node:
    names = {"name": region.name, "shortName": region.short_name, "code": region.code, "level": region.level}
    return Node("Region", _region_id(region), names)


def _alignments(book: FactBook, alignments: Sequence[Alignment]) -> Graph:
    nodes: list[Node] = []
    relations: list[Relation] = []
    for one in alignments:
        label, fact_id = _member(book, one)
        concept_label = CONCEPT_LABELS[one.concept.partition("/")[0]]
        alignment_id = f"alignment/{fact_id}/{one.concept}"
        nodes.append(Node(concept_label, one.concept, {"name": one.label}))
        nodes.append(Node("Alignment", alignment_id, _alignment_properties(one, fact_id)))
        relations.append(Relation(RELATIONS[one.kind], label, fact_id, concept_label, one.concept))
        relations.append(Relation("ALIGNS_FACT", "Alignment", alignment_id, label, fact_id))
        relations.append(Relation("ALIGNS_TO", "Alignment", alignment_id, concept_label, one.concept))
    return Graph(tuple(nodes), tuple(relations))


def _member(book: FactBook, one: Alignment) -> tuple[str, str]:
    """Class and id of what is aligned; a department is aligned once a plan, however many duties name it."""
    if one.kind == "department":
        return "Department", f"{one.plan_id}/department/{one.title}"
    return LABELS[type(book.by_id[one.fact_id])], one.fact_id


def _alignment_properties(one: Alignment, fact_id: str) -> Mapping[str, Property]:
    stated: dict[str, Property] = {
        "kind": one.kind,
        "score": float(one.score),
        "method": one.method,
        "factId": fact_id,
        "conceptId": one.concept,
    }
    return {**stated, **({"evidence": one.evidence} if one.evidence else {})}


def _tags(book: FactBook, tags: Sequence[Tag]) -> Iterator[Relation]:
    for tag in tags:
        concept_label = CONCEPT_LABELS[tag.concept.partition("/")[0]]
        kind = "HAS_THEME" if concept_label == "Theme" else "SERVES"
        yield Relation(kind, LABELS[type(book.by_id[tag.fact_id])], tag.fact_id, concept_label, tag.concept)

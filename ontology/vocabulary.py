"""The controlled vocabularies beside this module: what the plans' words mean.

In: the SKOS files of `ontology/vocabulary/`.  Out: `Vocabulary` records and `Regions`.  Nothing is kept between calls:
a caller loads once and hands the result on.
"""

from __future__ import annotations

from pathlib import Path

from ontology.regions import Region, Regions
from ontology.skos import Concept, VocabularyError, read_concepts

__all__ = ["Concept", "Region", "Regions", "VocabularyError", "load_regions"]

FOLDER = Path(__file__).parent / "vocabulary"


def load_regions() -> Regions:
    """The regions of China; takes some 30 ms, and 200 ms more when a text first seems to name a county."""
    return Regions(read_concepts(FOLDER / "regions.ttl"), lambda: read_concepts(FOLDER / "districts.ttl"))

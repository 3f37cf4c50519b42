"""The vocabularies, and the facts of the five built-in plans as ingest reads them."""

from pathlib import Path

import pytest

from ingest.reading import read_facts
from ontology.records import Fact
from ontology.spans import Source
from ontology.vocabulary import Vocabularies, load_vocabularies

PLANS = Path(__file__).parents[2] / "ingest" / "plans"


@pytest.fixture(scope="session")
def vocabularies() -> Vocabularies:
    return load_vocabularies()


@pytest.fixture(scope="session")
def plans(vocabularies: Vocabularies) -> dict[str, tuple[Fact, ...]]:
    """The facts of each plan, by the plan's id."""
    sources = (Source(path.stem, path.read_bytes().decode("utf-8")) for path in sorted(PLANS.glob("*.txt")))
    return {source.plan_id: read_facts(source, vocabularies.regions) for source in sources}

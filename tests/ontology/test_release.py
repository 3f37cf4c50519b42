from __future__ import annotations

from ontology.release import RELEASE
from ontology.schema import load_schema


def test_the_release_that_is_read_without_rdf_is_that_of_the_file() -> None:
    assert load_schema().release == RELEASE

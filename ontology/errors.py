"""The root of this folder's errors: whatever is wrong with the ontology, or with what claims to be in its words."""

from __future__ import annotations


class OntologyError(ValueError):
    """One line that says where, what was found, and what was expected."""

"""What can be wrong while a model is made, said in one line."""

from __future__ import annotations


class TrainingError(Exception):
    """The model cannot be made from what is there."""

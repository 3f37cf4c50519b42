"""The one set of weights, opened by sentence-transformers and by onnxruntime: both give the same vectors."""

from __future__ import annotations

import lzma

import numpy as np
import pytest

from search.encoder.onnx_encoder import OnnxEncoder
from search.encoder.opening import SHIPPED

SENTENCES = SHIPPED.parents[1] / "training" / "sentences.tsv.xz"
pytestmark = pytest.mark.models


def test_both_ways_of_running_agree_on_every_one_of_a_thousand_clauses() -> None:
    from sentence_transformers import SentenceTransformer

    with lzma.open(SENTENCES, "rt", encoding="utf-8") as file:
        clauses = [line.rstrip("\n").partition("\t")[2] for line in file][::40][:1000]
    assert len(clauses) == 1000
    served = OnnxEncoder.open(SHIPPED).encode_clauses(clauses)
    trained = SentenceTransformer(str(SHIPPED)).encode_document(clauses, show_progress_bar=False)
    agreement = (served * np.asarray(trained)).sum(axis=1)
    assert float(agreement.min()) >= 0.99

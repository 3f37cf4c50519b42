"""Which encoder a setting means.

In: the value of CROSSPLAN_ENCODER, or None.  Out: an `Encoder`.  None is the model that is shipped; a folder with an
ONNX file is run by onnxruntime; anything else is a sentence-transformers model.
Example: `open_encoder("BAAI/bge-small-zh-v1.5")` asks the extra `models` for that model.
"""

from __future__ import annotations

from pathlib import Path

from search.encoder.encoder import Encoder
from search.encoder.hub_encoder import HubEncoder
from search.encoder.manifest import MANIFEST, onnx_file
from search.encoder.onnx_encoder import OnnxEncoder

SHIPPED = Path(__file__).parent / "model"


def open_encoder(setting: str | None = None, threads: int | None = None) -> Encoder:
    """The encoder that `setting` names; raises EncoderUnavailable where it cannot be had."""
    folder = Path(setting) if setting else SHIPPED
    if not setting or onnx_file(folder) or (folder / MANIFEST).is_file():
        return OnnxEncoder.open(folder, threads)
    assert setting is not None
    return HubEncoder.open(setting)

"""Which encoder a setting means.

In: the value of CROSSPLAN_ENCODER, or None.  Out: an `Encoder`.  None is the model that is shipped; a folder with an
ONNX file is run by onnxruntime, another one by sentence-transformers, as is what has the form of an id of a hub.
Example: `open_encoder("BAAI/bge-small-zh-v1.5")` asks the extra `models` for that model.
"""

from __future__ import annotations

import re
from pathlib import Path

from search.encoder.encoder import Encoder
from search.encoder.errors import EncoderUnavailable
from search.encoder.hub_encoder import HubEncoder
from search.encoder.manifest import MANIFEST, onnx_file
from search.encoder.onnx_encoder import OnnxEncoder

SHIPPED = Path(__file__).parent / "model"
_ID = re.compile(r"[A-Za-z0-9][\w.-]*(?:/[\w.-]+)?", re.ASCII)


def open_encoder(setting: str | None = None, threads: int | None = None) -> Encoder:
    """The encoder that `setting` names; raises EncoderUnavailable where it cannot be had."""
    if not setting:
        return OnnxEncoder.open(SHIPPED, threads)
    folder = _folder(setting)
    if folder is None:
        return HubEncoder.open(setting)
    if onnx_file(folder) or (folder / MANIFEST).is_file():
        return OnnxEncoder.open(folder, threads)
    return HubEncoder.open(str(folder))


def _folder(setting: str) -> Path | None:
    """The folder that is named; None for what may be an id of a hub.  Raises EncoderUnavailable for anything else."""
    try:
        folder = Path(setting).expanduser()
        if folder.is_dir():
            return folder
        found = "a file" if folder.exists() else "no folder"
    except (OSError, RuntimeError) as error:  # what may not be looked at, has too long a name, or a home that is none
        raise EncoderUnavailable(f"CROSSPLAN_ENCODER: {setting[:60]!r}: no folder that can be read: {error}") from error
    if found == "no folder" and _ID.fullmatch(setting):
        return None
    raise EncoderUnavailable(f"CROSSPLAN_ENCODER: {setting!r}: {found} found, expected the folder of a model")

"""Which encoder a setting opens, and what is said where it cannot be had."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from search.encoder.errors import EncoderUnavailable
from search.encoder.hub_encoder import HubEncoder
from search.encoder.onnx_encoder import OnnxEncoder
from search.encoder.opening import SHIPPED, open_encoder

HAS_MODELS = importlib.util.find_spec("sentence_transformers") is not None


def test_no_setting_opens_the_shipped_model() -> None:
    assert isinstance(open_encoder(None), OnnxEncoder)
    assert open_encoder("").name == open_encoder(str(SHIPPED)).name


@pytest.mark.skipif(HAS_MODELS, reason="the extra is installed")
def test_a_hub_id_without_the_extra_says_what_to_install() -> None:
    with pytest.raises(EncoderUnavailable) as found:
        open_encoder("BAAI/bge-base-zh-v1.5")
    assert str(found.value) == (
        "CROSSPLAN_ENCODER: 'BAAI/bge-base-zh-v1.5': no folder found, and an id of a hub needs sentence-transformers, "
        "which is not installed; expected: pip install 'crossplan[models]'"
    )


@pytest.mark.skipif(HAS_MODELS, reason="the extra is installed")
def test_a_folder_without_an_onnx_file_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(EncoderUnavailable, match="that folder has no ONNX file, so it needs sentence-transformers"):
        open_encoder(str(tmp_path))


@pytest.mark.parametrize(
    "setting", ["/nowhere/model", "~/no such model", "./model", "a/b/c", "模型", "models/", "~nobody/x"]
)
def test_a_folder_that_is_not_there_is_said_not_to_be(setting: str) -> None:
    with pytest.raises(
        EncoderUnavailable, match=r"CROSSPLAN_ENCODER: '.*': no folder (found|that can be read)"
    ) as told:
        open_encoder(setting)
    assert "pip" not in str(told.value)


def test_a_file_or_a_name_too_long_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").touch()
    with pytest.raises(EncoderUnavailable, match=r"model\.onnx': a file found, expected the folder of a model$"):
        open_encoder(str(tmp_path / "model.onnx"))
    with pytest.raises(EncoderUnavailable, match=r"^CROSSPLAN_ENCODER: 'x{60}': no folder that can be read: "):
        open_encoder("x" * 5000)


def test_the_folder_of_a_home_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(SHIPPED.parent))
    assert open_encoder(f"~/{SHIPPED.name}").name == open_encoder().name


@pytest.mark.models
def test_a_folder_without_an_onnx_file_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(EncoderUnavailable, match="no such model, expected a hub id or a model folder"):
        open_encoder(str(tmp_path))


@pytest.mark.models
def test_a_sentence_transformers_folder_gives_what_the_shipped_runtime_gives() -> None:
    ours, theirs = open_encoder(None), HubEncoder.open(str(SHIPPED))
    assert theirs.dimensions == ours.dimensions
    for ways in (("encode_queries", ["楼上漏水谁管"]), ("encode_clauses", ["推进老旧小区电梯加装和无障碍改造"])):
        name, texts = ways
        assert float((getattr(ours, name)(texts) * getattr(theirs, name)(texts)).sum()) > 0.99

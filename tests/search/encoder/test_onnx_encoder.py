"""The shipped encoder, run as it is served: what its vectors are, and what is said of a folder that cannot be run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from search.encoder.errors import EncoderUnavailable
from search.encoder.onnx_encoder import OnnxEncoder
from search.encoder.opening import SHIPPED, open_encoder
from tests.search.encoder.token_graph import token_graph

CLAUSES = (
    "开展学龄少年儿童课后托管和寒暑假集中看护服务",
    "推进老旧小区电梯加装和无障碍改造",
    "规范养犬行为，及时清理犬只粪便",
    "每百户居民拥有社区综合服务设施面积不低于30平方米",
)


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return OnnxEncoder.open(SHIPPED, threads=2)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


@pytest.mark.parametrize(
    ("query", "place"), [("孩子放学早，大人还没下班", 0), ("楼上老人腿脚不好下不来", 1), ("满地狗屎没人管", 2)]
)
def test_a_resident_s_words_lie_nearest_to_the_clause_that_answers_them(
    encoder: OnnxEncoder, query: str, place: int
) -> None:
    closeness = encoder.encode_clauses(CLAUSES) @ encoder.encode_queries([query])[0]
    assert int(closeness.argmax()) == place


def test_every_vector_has_length_one_and_the_stated_dimensions(encoder: OnnxEncoder) -> None:
    vectors = encoder.encode_clauses([*CLAUSES, "", "a", "👵", "。", "长" * 100_000])
    assert vectors.shape == (9, encoder.dimensions)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(9), abs=1e-5)


def test_a_clause_has_the_same_vector_alone_and_among_others(encoder: OnnxEncoder) -> None:
    together = encoder.encode_clauses(CLAUSES)
    alone = np.vstack([encoder.encode_clauses([clause]) for clause in CLAUSES])
    assert np.array_equal(together, alone)


def test_texts_of_one_length_run_by_themselves_or_together_as_the_manifest_says(
    encoder: OnnxEncoder, copy: Path
) -> None:
    alike = [clause[:20] for clause in CLAUSES if len(clause) >= 16]
    texts = [*alike, *CLAUSES, *(text[::-1] for text in alike)]
    alone = np.vstack([encoder.encode_clauses([text]) for text in texts])
    assert np.array_equal(encoder.encode_clauses(texts), alone)
    manifest = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["batches"] is True
    (copy / "manifest.json").write_text(json.dumps({**manifest, "batches": False}), encoding="utf-8")
    assert np.array_equal(OnnxEncoder.open(copy).encode_clauses(texts), alone)


def test_nothing_asked_is_nothing_encoded(encoder: OnnxEncoder) -> None:
    assert encoder.encode_queries([]).shape == (0, encoder.dimensions)


def test_progress_tells_how_far_it_is_and_how_far_it_goes(encoder: OnnxEncoder) -> None:
    told: list[tuple[int, int]] = []
    encoder.encode_clauses(["一"] * 700, lambda done, total: told.append((done, total)))
    assert told == [(512, 700), (700, 700)]


def test_the_name_changes_with_the_model(encoder: OnnxEncoder, copy: Path) -> None:
    assert open_encoder(str(copy)).name == encoder.name
    manifest = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    del manifest["files"]
    (copy / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert open_encoder(str(copy)).name != encoder.name


def test_a_folder_without_a_manifest_is_run_as_sentence_transformers_describes_it(
    encoder: OnnxEncoder, copy: Path
) -> None:
    (copy / "manifest.json").unlink()
    other = open_encoder(str(copy))
    assert np.array_equal(other.encode_queries(["老人吃饭"]), encoder.encode_queries(["老人吃饭"]))


def test_a_model_changed_in_place_has_another_name(encoder: OnnxEncoder, copy: Path) -> None:
    manifest = json.loads((copy / "manifest.json").read_text(encoding="utf-8"))
    (copy / "manifest.json").write_text(json.dumps({**manifest, "queryPrefix": "q: "}), encoding="utf-8")
    assert OnnxEncoder.open(copy).name != encoder.name
    (copy / "manifest.json").write_text(json.dumps({**manifest, "dimensions": 128}), encoding="utf-8")
    assert (OnnxEncoder.open(copy).name, OnnxEncoder.open(copy).dimensions) == (f"{encoder.name}/128", 128)
    (copy / "manifest.json").unlink()
    before = OnnxEncoder.open(copy).name
    (copy / "1_Pooling" / "config.json").write_text('{"pooling_mode_mean_tokens": true}', encoding="utf-8")
    assert OnnxEncoder.open(copy).name != before


def test_a_prompt_for_documents_is_put_before_them(encoder: OnnxEncoder, copy: Path) -> None:
    (copy / "manifest.json").unlink()
    prompts = {"prompts": {"query": "问：", "document": "答："}}
    (copy / "config_sentence_transformers.json").write_text(json.dumps(prompts), encoding="utf-8")
    prompted = OnnxEncoder.open(copy).encode_clauses(CLAUSES)
    assert np.array_equal(prompted, encoder.encode_clauses([f"答：{clause}" for clause in CLAUSES]))


@pytest.mark.parametrize(
    ("file", "said"), [("modules.json", "module Dense"), ("1_Pooling/config.json", "pooling max_tokens")]
)
def test_what_would_be_run_wrongly_is_refused(tmp_path: Path, file: str, said: str) -> None:
    """The folder's graph gives a vector a token, as others export it; the shipped one ends with one a text."""
    token_graph(tmp_path)
    assert OnnxEncoder.open(tmp_path).encode_queries(["老人吃饭"]).shape == (1, 4)
    described = {"modules.json": [{"type": "x.Dense"}], "1_Pooling/config.json": {"pooling_mode_max_tokens": True}}
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(json.dumps(described[file]), encoding="utf-8")
    with pytest.raises(EncoderUnavailable, match=f"model.onnx: {said} found, which onnxruntime alone does not run"):
        OnnxEncoder.open(tmp_path)


@pytest.mark.parametrize("name", ["model.onnx", "model.safetensors", "tokenizer.json"])
def test_a_missing_or_damaged_file_is_named_in_one_line(copy: Path, name: str) -> None:
    (copy / name).write_bytes((copy / name).read_bytes()[:1000])
    with pytest.raises(EncoderUnavailable, match=rf"{name}: damaged: found sha256 \w+…, expected \w+…$") as damaged:
        OnnxEncoder.open(copy)
    (copy / name).unlink()
    with pytest.raises(EncoderUnavailable, match=rf"{name}: no readable file found, expected a part of the model$"):
        OnnxEncoder.open(copy)
    assert "\n" not in str(damaged.value)


@pytest.mark.parametrize(
    ("name", "said"),
    [("model.onnx", "no ONNX model that runs"), ("tokenizer.json", "no readable tokenizer found")],
)
def test_a_file_of_another_kind_is_named_where_no_manifest_stands_guard(copy: Path, name: str, said: str) -> None:
    (copy / "manifest.json").unlink()
    (copy / name).write_text("{}", encoding="utf-8")
    with pytest.raises(EncoderUnavailable, match=f"{name}: {said}"):
        OnnxEncoder.open(copy)


def test_a_manifest_that_is_no_json_is_named(copy: Path) -> None:
    (copy / "manifest.json").write_text("[", encoding="utf-8")
    with pytest.raises(EncoderUnavailable, match=r"manifest\.json: no readable JSON found"):
        OnnxEncoder.open(copy)


def test_the_shipped_model_fits_a_package() -> None:
    size = sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file())
    assert size <= 20_000_000

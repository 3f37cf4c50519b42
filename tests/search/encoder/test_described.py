"""What a folder in sentence-transformers' format says of prompts and pooling, and what of it is not run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from search.encoder.described import Described, described
from search.encoder.opening import SHIPPED

MODULES = ("Transformer", "Pooling", "Normalize")


def say(folder: Path, name: str, said: object) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps(said), encoding="utf-8")


def modules(*kinds: str) -> list[dict[str, object]]:
    paths = {"Pooling": "1_Pooling"}
    return [{"path": paths.get(kind, ""), "type": f"sentence_transformers.models.{kind}"} for kind in kinds]


def test_a_folder_that_says_nothing_has_no_prefix_and_the_mean(tmp_path: Path) -> None:
    assert described(tmp_path) == Described("", "", mean=True, unrun="")


def test_the_shipped_model_has_a_dense_module_that_its_graph_runs_itself() -> None:
    assert described(SHIPPED) == Described("问：", "", mean=False, unrun="module Dense")


@pytest.mark.parametrize(
    ("prompts", "expected"),
    [
        ({"query": "问：", "document": "答："}, ("问：", "答：")),
        ({"query": "q: ", "passage": "p: "}, ("q: ", "p: ")),
        ({"query": "q: ", "corpus": "c: ", "other": "o: "}, ("q: ", "c: ")),
        ({"other": "o: "}, ("o: ", "o: ")),
        (None, ("", "")),
        ([], ("", "")),
    ],
)
def test_prompts_are_put_before_queries_and_documents(
    tmp_path: Path, prompts: object, expected: tuple[str, str]
) -> None:
    say(tmp_path, "config_sentence_transformers.json", {"prompts": prompts, "default_prompt_name": "other"})
    told = described(tmp_path)
    assert (told.query_prefix, told.document_prefix) == expected


@pytest.mark.parametrize(
    ("pooling", "mean", "unrun"),
    [
        ({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}, False, ""),
        ({"pooling_mode_mean_tokens": True}, True, ""),
        ({"pooling_mode": "cls"}, False, ""),
        ({"pooling_mode": "mean"}, True, ""),
        ({"pooling_mode": "lasttoken"}, False, "pooling lasttoken"),
        ({"pooling_mode_max_tokens": True}, False, "pooling max_tokens"),
        ({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": True}, False, "pooling cls and mean"),
    ],
)
def test_pooling_other_than_by_first_token_or_mean_is_not_run(
    tmp_path: Path, pooling: dict[str, object], mean: bool, unrun: str
) -> None:
    say(tmp_path, "modules.json", modules(*MODULES))
    say(tmp_path, "1_Pooling/config.json", {"word_embedding_dimension": 8, **pooling})
    told = described(tmp_path)
    assert (told.mean, told.unrun) == (mean, unrun)


def test_pooling_lies_where_the_modules_say(tmp_path: Path) -> None:
    say(tmp_path, "modules.json", [{"path": "pool", "type": "sentence_transformers.models.Pooling"}])
    say(tmp_path, "pool/config.json", {"pooling_mode_cls_token": True})
    assert not described(tmp_path).mean


def test_a_mean_that_leaves_out_the_prompt_is_not_run(tmp_path: Path) -> None:
    say(tmp_path, "config_sentence_transformers.json", {"prompts": {"query": "q: "}})
    say(tmp_path, "1_Pooling/config.json", {"pooling_mode_mean_tokens": True, "include_prompt": False})
    assert described(tmp_path).unrun == "pooling without the prompt"


@pytest.mark.parametrize("kind", ["Dense", "LayerNorm", "WeightedLayerPooling"])
def test_a_module_beyond_pooling_is_not_run(tmp_path: Path, kind: str) -> None:
    say(tmp_path, "modules.json", modules(*MODULES, kind))
    assert described(tmp_path).unrun == f"module {kind}"

"""A model that was changed in place has another identity; one that was only read or told of has not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from search.encoder import model_files
from search.encoder.errors import EncoderUnavailable
from search.encoder.model_files import identity, read_json

FILES = ("model.safetensors", "tokenizer.json", "1_Pooling/config.json", "2_Dense/model.safetensors", "modules.json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*FILES, "README.md", ".git/index"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("one", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_each_file_that_changes_vectors_changes_it(folder: Path, name: str) -> None:
    before = identity(folder, "model")
    (folder / name).write_text("two", encoding="utf-8")
    assert identity(folder, "model") != before
    (folder / name).write_text("one", encoding="utf-8")
    assert identity(folder, "model") == before
    (folder / name).unlink()
    assert identity(folder, "model") != before


@pytest.mark.parametrize("name", ["README.md", ".git/index"])
def test_what_is_for_people_or_hidden_does_not(folder: Path, name: str) -> None:
    before = identity(folder, "model")
    (folder / name).write_text("two", encoding="utf-8")
    assert identity(folder, "model") == before


def test_a_large_file_counts_by_size_and_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_files, "_SMALL", 2)
    large = folder / "model.safetensors"
    os.utime(large, (1, 1))
    before = identity(folder, "model")
    large.write_text("two", encoding="utf-8")
    os.utime(large, (2, 2))
    assert identity(folder, "model") != before
    large.write_text("one", encoding="utf-8")
    os.utime(large, (1, 1))
    assert identity(folder, "model") == before


@pytest.mark.parametrize(("written", "said"), [("[", "no readable JSON"), ("[]", "list found, expected dict")])
def test_json_of_another_kind_is_named(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "config.json").write_text(written, encoding="utf-8")
    with pytest.raises(EncoderUnavailable, match=rf"config\.json: {said}"):
        read_json(tmp_path / "config.json", {})
    assert read_json(tmp_path / "none.json", {"a": 1}) == {"a": 1}

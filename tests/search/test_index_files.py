"""Whatever happened to a file of an index, it is told in one line: at the opening, or where a query comes upon it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random
from shutil import copytree

import numpy as np
import pytest
from numpy.typing import NDArray

from search.errors import IndexDamaged, SearchError
from search.filters import Filters
from search.held import HeldClauses
from search.index import ClauseIndex
from search.index_files import mapped
from search.wanted import Wanted
from tests.search.conftest import LetterEncoder
from tests.search.test_index import ENTRIES

FILES = (
    *("index.json", "entries.bin", "entries-starts.npy"),
    *("origin.json", "origin.npy", "subject.json", "subject.npy"),
    *(f"{folder}/{name}.npy" for folder in ("bm25", "concepts", "places") for name in ("keys", "starts", "steps")),
    *("bm25/lengths.npy", "concepts/concepts.json", "vectors/vectors.json"),
    *(f"vectors/{name}.npy" for name in ("rows", "scales", "keys", "background", "background-scales")),
)
WRONG = ("", "{", "{}", "[]", "null", "1", '"x"', "[{}]", "[[[]]]", "[" * 100_000, '{"format": 6, "entries": "6"}')


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("whole") / "index"
    HeldClauses.build(ENTRIES, LetterEncoder()).save(directory)
    return directory


@pytest.fixture
def stored(whole: Path, tmp_path: Path) -> Path:
    return Path(copytree(whole, tmp_path / "index"))


def use(directory: Path) -> None:
    """Opens an index and asks all that it can be asked."""
    index = ClauseIndex.open(directory, LetterEncoder)
    for mode in ("hybrid", "semantic"):
        index.search("灾害信息员5G街坊", Filters(plans=("a",)), Wanted(mode=mode, facets=True, group=True))
    index.similar("a/1#c0")


def told(directory: Path) -> str:
    with pytest.raises(IndexDamaged, match=r"; run `crossplan ingest`$") as caught:
        use(directory)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_these_are_all_the_files(stored: Path) -> None:
    assert {path.relative_to(stored).as_posix() for path in stored.rglob("*") if path.is_file()} == set(FILES)
    use(stored)


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_cut_or_longer_is_told(stored: Path, name: str) -> None:
    written = (stored / name).read_bytes()
    for cut in (written[:0], written[:20], written[:-2], written + written):
        (stored / name).write_bytes(cut)
        told(stored)
    (stored / name).unlink()
    told(stored)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".json")])
def test_json_of_another_kind_is_told(stored: Path, name: str) -> None:
    for wrong in WRONG:
        (stored / name).write_text(wrong, encoding="utf-8")
        told(stored)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".npy")])
def test_an_array_of_another_kind_shape_or_length_is_told(stored: Path, name: str) -> None:
    right = np.load(stored / name)
    for wrong in (right.astype(np.complex64), right[np.newaxis], right[:-1], np.append(right, right[-1:], axis=0)):
        np.save(stored / name, wrong)
        told(stored)


@pytest.mark.parametrize("array", [np.zeros(7, np.uint64), np.zeros((3, 64), np.int8), np.zeros(0, np.float32)])
def test_a_byte_of_a_header_that_changed_is_told(tmp_path: Path, array: NDArray[np.generic]) -> None:
    path, kind = tmp_path / "rows.npy", array.dtype.type
    np.save(path, array)
    assert (mapped(path, kind, dimensions=array.ndim) == array).all()
    written = path.read_bytes()
    for at in range(len(written) - array.nbytes):
        for flip in (1, 128):
            path.write_bytes(written[:at] + bytes((written[at] ^ flip,)) + written[at + 1 :])
            with pytest.raises(IndexDamaged, match=r"rows\.npy: .* found, .* expected; run `crossplan ingest`$"):
                mapped(path, kind, dimensions=array.ndim)


@pytest.mark.parametrize("name", FILES)
def test_bytes_that_changed_anywhere_end_in_no_other_error(stored: Path, name: str) -> None:
    written, chance = (stored / name).read_bytes(), Random(name)
    for _ in range(3):
        at = chance.randrange(len(written))
        changed = bytes((written[at] ^ chance.randrange(1, 256),))
        (stored / name).write_bytes(written[:at] + changed + written[at + 1 :])
        with suppress(SearchError):  # a query of an id or a filter that is no longer there is a bad one
            use(stored)

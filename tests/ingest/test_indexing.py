"""A model that cannot be had takes nothing away: vectors stay, and are taken over when it is back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import rmtree

import numpy as np
import pytest

from graph.versions import INDEX
from ingest.indexing import Indexer
from ingest.progress import Step
from search.encoder.encoder import Encoder
from search.encoder.errors import EncoderUnavailable
from search.entries import Entry
from search.held import HeldClauses
from search.index import ClauseIndex
from search.publishing import search_content
from search.settings import SearchSettings
from search.wanted import Wanted
from tests.search.conftest import LetterEncoder
from tests.search.test_index import ENTRIES

NEW = replace(ENTRIES[2], clause_id="b/1#c9", plan_id="b", quote="开展老年助餐服务。")


@dataclass(frozen=True)
class Settings(SearchSettings):
    """Settings that name this encoder; none: one that cannot be had."""

    made: LetterEncoder | None = None

    def opener(self) -> Callable[[], Encoder]:
        def opened() -> Encoder:
            if self.made is None:
                raise EncoderUnavailable("CROSSPLAN_ENCODER: '/nowhere': no folder found")
            return self.made

        return opened


class Data:
    """Versions side by side, as ingests leave them."""

    def __init__(self, folder: Path) -> None:
        self.versions = [folder / "v0"]

    @property
    def index(self) -> Path:
        """Where the live version has its index."""
        return self.versions[-1] / INDEX

    def ingest(self, encoder: LetterEncoder | None, entries: list[Entry]) -> Indexer:
        indexer = Indexer.of(Settings(made=encoder), self.versions[-1])
        self.versions.append(self.versions[0].with_name(f"v{len(self.versions)}"))
        indexer.build(entries, Step("index"), lambda _: None).save(self.index)
        return indexer


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return Data(tmp_path)


@pytest.fixture
def encoder() -> LetterEncoder:
    return LetterEncoder()


def test_without_the_model_nothing_changes_where_no_clause_did(data: Data, encoder: LetterEncoder) -> None:
    data.ingest(encoder, ENTRIES)
    before = HeldClauses.vectors(data.index)
    indexer = data.ingest(None, ENTRIES)
    assert indexer.problems == (
        "the vectors by letters@1 stay, but with a new or changed clause all are found by their words alone: "
        "CROSSPLAN_ENCODER: '/nowhere': no folder found",
    )
    assert np.array_equal(HeldClauses.vectors(data.index).rows, before.rows)
    result = ClauseIndex.open(data.index, lambda: encoder).search("员信息灾害个每村", None, Wanted(mode="semantic"))
    assert result.hits[0].quote == "每个村培育1名灾害信息员。"
    assert result.notes == ()


def test_a_clause_that_is_new_leaves_words_alone_and_says_so(data: Data, encoder: LetterEncoder) -> None:
    data.ingest(encoder, ENTRIES)
    data.ingest(None, [*ENTRIES, NEW])
    index = ClauseIndex.open(data.index, lambda: encoder)
    result = index.search("老年助餐服务")
    assert [hit.quote for hit in result.hits] == ["开展老年助餐服务。"]
    assert result.notes == ("searched by words alone: 1 of 7 clauses have no vector yet; run `crossplan ingest`",)
    assert index.lanes == ("lexical", "concept", "figures")
    built = HeldClauses.build([*ENTRIES, NEW], None, HeldClauses.vectors(data.index))
    assert {text.vector for text in search_content(built).texts} == {None}


def test_when_the_model_is_back_only_what_is_new_is_encoded(data: Data, encoder: LetterEncoder) -> None:
    data.ingest(encoder, ENTRIES)
    for _ in range(3):
        data.ingest(None, [*ENTRIES, NEW])
    encoder.asked.clear()
    data.ingest(encoder, [*ENTRIES, NEW])
    assert encoder.asked == ["开展老年助餐服务。", "儿童关爱行动"]
    kept, built = HeldClauses.vectors(data.index), HeldClauses.build([*ENTRIES, NEW], encoder).own_lanes.meaning
    assert built is not None
    assert np.array_equal(kept.rows, built.vectors.rows)
    assert kept.lacking == 0


def test_a_model_that_comes_back_finds_its_vectors_behind_those_of_another(data: Data, encoder: LetterEncoder) -> None:
    data.ingest(encoder, ENTRIES)
    data.ingest(LetterEncoder(name="letters@2"), ENTRIES)
    encoder.asked.clear()
    data.ingest(encoder, ENTRIES)
    assert encoder.asked == []


@pytest.mark.parametrize("damage", ["rows.npy", "vectors.json", ""])
def test_an_index_whose_vectors_are_damaged_or_gone_is_not_whole(
    data: Data, encoder: LetterEncoder, damage: str
) -> None:
    data.ingest(encoder, ENTRIES)
    version = data.versions[-1]
    indexer = Indexer.of(Settings(made=encoder), version)
    assert indexer.opens(version)
    if damage:
        (data.index / "vectors" / damage).write_bytes(b"")
    else:
        rmtree(data.index / "vectors")
    assert not indexer.opens(version)
    assert Indexer(None).opens(version)


def test_before_anything_was_encoded_there_are_words_and_the_line_says_so(data: Data) -> None:
    indexer = data.ingest(None, ENTRIES)
    assert indexer.problems[0].startswith("clauses are found by their words alone: CROSSPLAN_ENCODER: ")
    assert indexer.model != Indexer(None).model
    assert ClauseIndex.open(data.index, LetterEncoder).search("灾害信息员").total == 2

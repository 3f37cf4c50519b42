"""The row of every id is found again, and none for an id that no clause has."""

from __future__ import annotations

from pathlib import Path

from search.places import Places
from tests.search.test_stored_entries import MANY


def test_each_id_has_its_row_before_and_after_saving(tmp_path: Path) -> None:
    Places.build(MANY).save(tmp_path)
    for places in (Places.build(MANY), Places.open(tmp_path, len(MANY))):
        assert [places.row(entry.clause_id, MANY) for entry in MANY] == list(range(len(MANY)))
        assert places.row("a/1#c100", MANY) is None
        assert places.row("", MANY) is None
        assert places.row("a/1#c\ud800", MANY) is None

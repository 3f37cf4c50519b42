"""What a server is asked for texts, without a server: terms that hold syntax, and the slot that a statement is for."""

from __future__ import annotations

from graph.looks import Passing, by_id, by_meaning, by_words, full_text
from graph.searchable import Edition

EDITION = Edition("B", "2026-01-01T00:00:00+00:00", "")


def test_terms_are_weighed_and_what_is_syntax_to_the_index_is_not_in_them() -> None:
    assert full_text("words", {"养老": 1, "养老/word": 1, "5.5": 0.5}) == r"words:(养老 养老\/word 5\.5^0.5)"


def test_a_statement_is_for_the_slot_of_its_edition_and_for_that_load_alone() -> None:
    passing = Passing([["plans=a"]], 250)
    for look in (by_words("words:(养老)", passing), by_meaning([0.5], 250, passing), by_id("a/1#c1")):
        statement = look.statement(EDITION)
        assert "SearchableB" in statement or "'searchableB" in statement
        assert statement.startswith("MATCH (v:StoreVersion {search: $slot, loaded: $loaded})")


def test_a_look_that_everything_passes_lets_the_index_stop_early() -> None:
    assert by_words("words:(养老)", Passing((), 250)).params["options"] == {"limit": 250}
    assert by_words("words:(养老)", Passing((), 250, "plans=a")).params["options"] == {}

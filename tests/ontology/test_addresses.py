"""Ids as addresses: each id has one, and each leads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from ontology.addresses import AddressError, address, document_of, id_at

BASE = "http://127.0.0.1:8000/id/"


@pytest.mark.parametrize(
    ("id_", "below"),
    [
        ("ningxia/3.1.2", "ningxia/3.1.2"),
        ("ningxia/3.1.2#c4/target-1", "ningxia/3.1.2#c4/target-1"),
        ("ningxia/department/民政厅", "ningxia/department/民政厅"),
        ("document/社区 条例", "document/社区%20条例"),
        ("document/50%<目标>", "document/50%25%3C目标%3E"),
        ("a?b", "a%3Fb"),
        ("a#b#c", "a#b%23c"),
        ("𠮷/3", "𠮷/3"),
    ],
)
def test_what_may_stand_in_an_address_stands_as_it_is(id_: str, below: str) -> None:
    assert address(BASE, id_) == BASE + below
    assert id_at(BASE, BASE + below) == id_


def test_an_address_that_is_encoded_throughout_leads_back_too() -> None:
    encoded = BASE + "ningxia/department/%E6%B0%91%E6%94%BF%E5%8E%85"
    assert id_at(BASE, encoded) == "ningxia/department/民政厅"


@given(st.text(min_size=1))
def test_every_id_leads_back_from_its_address(id_: str) -> None:
    assert id_at(BASE, address(BASE, id_)) == id_


@given(st.text(min_size=1))
def test_every_address_is_an_iri(id_: str) -> None:
    iri = URIRef(address(BASE, id_))
    assert iri.n3() == f"<{iri}>"  # rdflib refuses to write what is none
    assert iri.count("#") <= 1


@pytest.mark.parametrize("iri", ["http://elsewhere/id/x", BASE, ""])
def test_an_address_elsewhere_is_refused(iri: str) -> None:
    with pytest.raises(AddressError, match="expected an address below http://127"):
        id_at(BASE, iri)


def test_what_stands_after_the_hash_is_found_in_the_document_before_it() -> None:
    assert document_of("ningxia/3.1.2#c4/target-1") == "ningxia/3.1.2"
    assert document_of("ningxia") == "ningxia"

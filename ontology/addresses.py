"""Ids as addresses: `<base><id>`, and back.

In: the base that a deployment answers at ("http://127.0.0.1:8000/id/") and an id.  Out: an IRI.  Relied on: Chinese may
stand in an IRI as it is (RFC 3987); what may not (blanks, quotes, a second '#') is percent-encoded, so that each id
has one address, and an address that a browser has percent-encoded throughout leads back to the same id.
Example: "ningxia/3.1.2#c4/target-1" keeps its '#': it is found in the document about ningxia/3.1.2.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from ontology.errors import OntologyError

# What may not stand in the path or fragment of an IRI: '%' introduces an encoded character, '?' a query.
_ENCODED = re.compile(
    "[^A-Za-z0-9._~!$&'()*+,;=:@/#\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd"
    "\U00030000-\U0003fffd-]"
)


class AddressError(OntologyError):
    """An address that is none of this base's."""


def address(base: str, id_: str) -> str:
    """The IRI of an id below the base."""
    path, hash_, fragment = id_.partition("#")
    return base + _encoded(path) + hash_ + _encoded(fragment).replace("#", "%23")


def id_at(base: str, iri: str) -> str:
    """The id at an address; raises AddressError where the address is not below the base."""
    if not iri.startswith(base) or iri == base:
        raise AddressError(f"{iri}: expected an address below {base}")
    return unquote(iri.removeprefix(base), errors="surrogatepass")


def document_of(id_: str) -> str:
    """The id whose document an id is looked up in: itself, or what stands before its '#'."""
    return id_.partition("#")[0]


def _encoded(text: str) -> str:
    return _ENCODED.sub(lambda found: quote(found[0], safe="", errors="surrogatepass"), text)

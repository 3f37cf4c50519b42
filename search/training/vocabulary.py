"""The teacher's vocabulary cut to what plans and their readers write.

In: the teacher's tokenizer and the texts of training.  Out: the smaller tokenizer and the rows of the word embeddings
that it keeps.  Kept are the special tokens, every single character, every number, and the word pieces that the texts
use: a character of a plan that nobody has seen yet is still a token of its own.
Example: of 21,128 tokens `##务` goes, since Chinese is always split into characters; `务`, `5`, `##g` and `2030` stay.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator
from typing import Any

from tokenizers import Tokenizer

_CONTINUED = "##"


def cut(tokenizer: dict[str, Any], texts: Iterable[str]) -> tuple[dict[str, Any], list[int]]:
    """The tokenizer over the kept tokens, numbered anew in the old order, and the old numbers of those tokens.

    Latin letters are read in lower case, as the teacher's makers did: its vocabulary has hardly any others.
    """
    lower = copy.deepcopy(tokenizer)
    lower["normalizer"]["lowercase"] = True
    vocabulary: dict[str, int] = lower["model"]["vocab"]
    special = {token["content"] for token in lower["added_tokens"] if not token["content"].startswith("[unused")}
    used = _used(lower, texts)
    in_order = sorted(vocabulary, key=vocabulary.__getitem__)
    kept = [token for token in in_order if token in special or _basic(token) or vocabulary[token] in used]
    rows = [vocabulary[token] for token in kept]
    lower["model"]["vocab"] = {token: number for number, token in enumerate(kept)}
    lower["added_tokens"] = list(_renumbered(lower["added_tokens"], lower["model"]["vocab"]))
    for token in lower["post_processor"]["special_tokens"].values():
        token["ids"] = [lower["model"]["vocab"][token["id"]]]
    return lower, rows


def _basic(token: str) -> bool:
    stem = token.removeprefix(_CONTINUED)
    return len(token) == 1 or stem.isdecimal() or (len(stem) == 1 and stem.isascii())


def _used(tokenizer: dict[str, Any], texts: Iterable[str]) -> set[int]:
    made = Tokenizer.from_str(json.dumps(tokenizer))
    return {number for encoding in made.encode_batch_fast(list(texts)) for number in encoding.ids}


def _renumbered(tokens: Iterable[dict[str, Any]], vocabulary: dict[str, int]) -> Iterator[dict[str, Any]]:
    for token in tokens:
        if token["content"] in vocabulary:
            yield {**token, "id": vocabulary[token["content"]]}

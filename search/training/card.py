"""The model card: what the model is, what it was made of, and how well it does, from its manifest.

In: a model folder and its scores.  Out: the scores in `manifest.json`, and `README.md` with all that a user must know.
Example: the row `| trained, 512 dimensions | .64 | … |`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from search.encoder.manifest import MANIFEST
from search.training.measure import Scores

_CARD = """---
language: zh
library_name: sentence-transformers
license: apache-2.0
base_model: {base}
pipeline_tag: sentence-similarity
---
# {name}

Finds the clause of a Chinese government plan that answers a resident's words. {dimensions} dimensions, {layers} layers,
{vocabulary:,} tokens; compare vectors by their product.

```python
SentenceTransformer("search/encoder/model")  # with the extra `models`
open_encoder(None)  # from search.encoder.opening: onnxruntime, without torch
```

A query has `{prefix}` before it, a clause nothing; both ways of running know that. `model.safetensors` holds the only
weights, in int8 with a scale a row; `model.onnx` points into it.

**Made from** {base} (MIT, see `NOTICE`; the Maven artifact `{artifact}`,
sha256 `{sha256}`).
Its vocabulary was cut to what plans and their readers write; then it was trained on {learned:,} of the project's own
question and clause pairs (`search/training/pairs`) and on pairs made by rule from headings, key words and the
thesaurus, and held to the original's vectors on official sentences (`search/training/sentences.tsv.xz`; laws, work
reports and plans, outside copyright by article 5 of the PRC Copyright Law). At last {layers} of its layers, with
{units:,} units each, learned to give the vectors of all of them (`trained` below). No clause of the built-in plans is
among these texts, and no query of a test set{but}.

**Licence** Apache-2.0, as the project; the original's MIT notice stays with it.

**Scores** on {held_out:,} held-out pairs (their clauses were never learned from), searched among all clauses of the
pairs and {distractors:,} official sentences; nDCG@10 by style. A second clause that says the same counts as wrong.

{table}

**Limits.** Trained on questions written for the purpose, in Mandarin and dialect-tinged Mandarin, about public and
community services; other subjects stand where the original stood. Texts are cut at 512 tokens.

Seed, recipe, versions and the hashes of data and files stand in `manifest.json`; `python -m search.training` makes it
anew.
"""


def finish(folder: Path, found: Mapping[str, Mapping[str, Scores]]) -> None:
    """Adds the scores to the manifest and writes the card."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    manifest["scores"] = {name: {style: asdict(one) for style, one in by.items()} for name, by in found.items()}
    (folder / MANIFEST).write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(_card(manifest, _table(found)), encoding="utf-8")


def _card(manifest: Mapping[str, Any], table: str) -> str:
    return _CARD.format(
        name=manifest["name"],
        base=manifest["derivedFrom"]["model"],
        artifact=manifest["derivedFrom"]["artifact"],
        sha256=manifest["derivedFrom"]["sha256"],
        dimensions=manifest["dimensions"],
        layers=len(manifest["recipe"]["smaller"]["layers"]),
        units=manifest["recipe"]["smaller"]["units"],
        vocabulary=manifest["vocabulary"],
        prefix=manifest["queryPrefix"],
        but=_but(manifest["pairs"].get("takenOutSince", ())),
        learned=manifest["pairs"]["learned"],
        held_out=manifest["pairs"]["heldOut"],
        distractors=manifest["recipe"]["distractors"],
        table=table,
    )


def _but(queries: Sequence[str]) -> str:
    return f" but these, which\nhave been taken out of the pairs since: {', '.join(queries)}" if queries else ""


def _table(found: Mapping[str, Mapping[str, Scores]]) -> str:
    first = next(iter(found.values()))
    rows = [f"| questions | {' | '.join(f'{style} ({one.queries})' for style, one in first.items())} |"]
    rows.append(f"|---|{'---|' * len(first)}")
    for name, by in found.items():
        rows.append(f"| {name} | {' | '.join(f'{by[style].ndcg:.3f}'.lstrip('0') for style in first)} |")
    return "\n".join(rows)

"""A smaller network learns to give the vectors of the one it was made from.

In: the trained model, all texts of the repository that are not held out, and the recipe.  Out: the smaller model.
Relied on: of a text the vectors shall be the same; of a question and the clauses of others beside its own, how it ranks
them shall be the same too, which is what a search is about; at last its own clause shall stand above a wrong one.
Example: three layers of 1,536 units follow four of 2,048, and score within .01 of them (docs/encoder.md).
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import torch
from sentence_transformers import SentenceTransformer
from torch.nn.functional import cross_entropy, kl_div, normalize

from search.training.lessons import Material
from search.training.recipe import Pass, Recipe
from search.training.smaller import smaller
from search.training.student import student, weights_of

Tokens: TypeAlias = Sequence[int]
Three: TypeAlias = tuple[int, int, int]  # the places of a question, its clause, and one that only looks right
Network: TypeAlias = Any  # a network of transformers, which torch shows as Any

_LONGEST = 96  # tokens
_AT_ONCE = 128  # texts, when nothing is learned
_ALIKE = 40  # batches whose texts are put in order of length
_SAMPLE = 600  # texts by which the units of a layer are judged
_WARM_UP = 100  # steps
_DECAY = 0.01
_NEVER = -1e4  # the ranking of a clause that stands twice among those of a step
_STEEPNESS = 20.0  # of the shares that a question gives its clauses
_TEXTS, _BOTH, _RANKING = 10.0, 5.0, 0.5  # what each part of the loss counts


@dataclass(frozen=True)
class Course:
    """All texts in tokens, the vectors to come to, and which are a question, its clause, and a wrong one for it."""

    texts: Sequence[Tokens]
    vectors: torch.Tensor
    pairs: Sequence[Three]

    @classmethod
    def of(cls, material: Material, wrong: Sequence[str], leader: SentenceTransformer, prefix: str) -> Course:
        """The course of the repository's texts, as the leader has them; nothing that is held out is among them."""
        said = material.unheld()
        places = {text: place for place, text in enumerate(said)}
        pairs = [
            (len(said) + place, places[pair.clause], places[other])
            for place, (pair, other) in enumerate(zip(material.spoken.learn, wrong, strict=True))
        ]
        labels = (label for concept in material.concepts for label in (*concept.alt_labels, *concept.hidden_labels))
        asked = [f"{prefix}{text}" for text in (*(pair.query for pair in material.spoken.learn), *labels)]
        texts = [one.ids[:_LONGEST] for one in leader.tokenizer.backend_tokenizer.encode_batch([*said, *asked])]
        return cls(texts, _all_vectors(leader[0].auto_model, texts), pairs)

    def batches(self, size: int, chance: random.Random) -> Iterator[list[int]]:
        """The places of texts for ever, in batches of like length."""
        while True:
            order = chance.sample(range(len(self.texts)), len(self.texts))
            for start in range(0, len(order), size * _ALIKE):
                alike = sorted(order[start : start + size * _ALIKE], key=lambda place: len(self.texts[place]))
                together = [alike[at : at + size] for at in range(0, len(alike), size)]
                yield from chance.sample(together, len(together))

    def pair_batches(self, size: int, chance: random.Random) -> Iterator[Sequence[Three]]:
        """Pairs for ever, in batches."""
        while True:
            order = chance.sample(self.pairs, len(self.pairs))
            yield from (order[at : at + size] for at in range(0, len(order) - size, size))


def follow(
    leader: SentenceTransformer, material: Material, wrong: Sequence[str], recipe: Recipe, scratch: Path
) -> SentenceTransformer:
    """The smaller model, after it has learned to give the vectors of `leader`; `wrong` has a clause for every pair."""
    course = Course.of(material, wrong, leader, recipe.prefix)
    chance = random.Random(recipe.seed)
    answers = _answers(leader, chance.sample(course.texts, min(_SAMPLE, len(course.texts))))
    small = recipe.smaller
    weights = smaller(weights_of(leader), small.layers, small.units, answers)
    model = student(weights, json.loads(leader.tokenizer.backend_tokenizer.to_str()), recipe.prefix, scratch)
    network = model[0].auto_model.train()
    network.embeddings.word_embeddings.requires_grad_(requires_grad=False)  # as in every round (fit.py)
    network.embeddings.position_embeddings.requires_grad_(requires_grad=False)
    for one in small.passes:
        _learn(network, course, one, chance)
    return model.eval()


def _learn(network: Network, course: Course, one: Pass, chance: random.Random) -> None:
    """One pass over some of the course."""
    learned = [weight for weight in network.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW(learned, lr=one.learning_rate, weight_decay=_DECAY)
    pace = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _pace(step, one.steps))
    texts, pairs = course.batches(one.texts, chance), course.pair_batches(one.pairs, chance)
    for _ in range(one.steps):
        batch = next(texts)
        (_TEXTS * _apart(_vectors(network, [course.texts[at] for at in batch]), course.vectors[batch])).backward()
        _of_pairs(network, course, next(pairs), one.right).backward()
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimiser.step()
        pace.step()
        optimiser.zero_grad(set_to_none=True)


def _of_pairs(network: Network, course: Course, batch: Sequence[Three], right: float) -> torch.Tensor:
    """How far questions and clauses are from their vectors, and the ranking of the clauses from the leader's.

    With `right`, which then counts so much, wrong clauses stand among the others and the own one shall be the first.
    """
    questions, own, wrong = (list(side) for side in zip(*batch, strict=True))
    clauses = [*own, *wrong] if right else own
    asked, said = (_vectors(network, [course.texts[at] for at in side]) for side in (questions, clauses))
    asked_there, said_there = course.vectors[questions], course.vectors[clauses]
    here = _ranking(asked, said)
    ranking = kl_div(here, _ranking(asked_there, said_there), log_target=True, reduction="batchmean")
    followed = _BOTH * (_apart(asked, asked_there) + _apart(said, said_there)) + _RANKING * ranking
    if not right:
        return followed
    again = torch.tensor([[other == one for other in clauses] for one in own]).fill_diagonal_(fill_value=False)
    return followed + right * cross_entropy(here.masked_fill(again, _NEVER), torch.arange(len(own)))


def _ranking(asked: torch.Tensor, said: torch.Tensor) -> torch.Tensor:
    """What share each question gives to each clause, in logarithms."""
    return (asked @ said.T * _STEEPNESS).log_softmax(dim=1)


def _apart(vectors: torch.Tensor, others: torch.Tensor) -> torch.Tensor:
    return (1 - (vectors * others).sum(dim=1)).mean()


def _pace(step: int, steps: int) -> float:
    """What of the learning rate a step has: it rises, then falls along half a wave."""
    return min(1.0, step / _WARM_UP) * (1 + math.cos(math.pi * step / max(1, steps))) / 2


def _vectors(network: Network, texts: Sequence[Tokens]) -> torch.Tensor:
    """The vectors of the texts, of length 1."""
    longest = max(map(len, texts))
    tokens = torch.tensor([[*text, *[0] * (longest - len(text))] for text in texts])
    lengths = torch.tensor([[len(text)] for text in texts])
    seen = (torch.arange(longest) < lengths).long()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        first = network(input_ids=tokens, attention_mask=seen).last_hidden_state[:, 0]
    return normalize(first.float(), dim=-1)


def _all_vectors(network: Network, texts: Sequence[Tokens]) -> torch.Tensor:
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    found = torch.empty(len(texts), network.config.hidden_size)
    for start in range(0, len(order), _AT_ONCE):
        places = order[start : start + _AT_ONCE]
        with torch.no_grad():
            found[places] = _vectors(network, [texts[place] for place in places])
    return found


def _answers(leader: SentenceTransformer, texts: Sequence[Tokens]) -> dict[int, npt.NDArray[np.float32]]:
    """How strongly each unit of each feed-forward layer answers to the texts, in the mean."""
    network = leader[0].auto_model
    sums = [torch.zeros(network.config.intermediate_size) for _ in network.encoder.layer]

    def adding(total: torch.Tensor) -> Callable[..., None]:
        def add(_layer: Network, _given: object, answer: torch.Tensor) -> None:
            total.add_(answer.float().abs().mean((0, 1)))

        return add

    hooks = [
        layer.intermediate.register_forward_hook(adding(total))
        for layer, total in zip(network.encoder.layer, sums, strict=True)
    ]
    _all_vectors(network, texts)
    for hook in hooks:
        hook.remove()
    return {layer: total.numpy() for layer, total in enumerate(sums)}

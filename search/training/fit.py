"""Training itself: sentence-transformers' trainer over the project's pairs.

In: a model, pairs with wrong answers, official sentences with the teacher's vectors, and the recipe.  Out: the same
model, trained in place.  Three kinds of batches take turns: pairs against wrong answers and against each other, pairs
made by rule against each other, and official sentences held to the teacher's vectors, so that nothing is forgotten.
Example: `fit(model, lessons, recipe, recipe.rounds[0])`.
"""

from __future__ import annotations

from collections.abc import Sequence
from tempfile import TemporaryDirectory

import torch
from datasets import Dataset
from sentence_transformers import SentenceTransformer, SentenceTransformerTrainer, SentenceTransformerTrainingArguments
from sentence_transformers.sentence_transformer.evaluation import InformationRetrievalEvaluator
from sentence_transformers.sentence_transformer.losses import (
    EmbedDistillLoss,
    MatryoshkaLoss,
    MultipleNegativesRankingLoss,
)
from sentence_transformers.sentence_transformer.training_args import BatchSamplers, MultiDatasetBatchSamplers

from search.training.lessons import Lessons
from search.training.pairs import Pair
from search.training.recipe import Recipe, Round


class Weighted(torch.nn.Module):  # type: ignore[misc,unused-ignore]  # torch is seen as Any
    """A loss that counts more, or less."""

    def __init__(self, loss: torch.nn.Module, weight: float) -> None:
        super().__init__()
        self.loss = loss
        self.weight = weight

    def forward(self, features: object, labels: object) -> torch.Tensor:
        """The loss, weighed."""
        return self.loss(features, labels) * self.weight


def fit(model: SentenceTransformer, lessons: Lessons, recipe: Recipe, one: Round) -> None:
    """Trains the model for one round."""
    remembered = {"text": list(lessons.remembered), "label": lessons.vectors.tolist()}
    data = {
        "pairs": _columns(lessons.pairs, lessons.wrong),
        "made": _columns(lessons.made, [()] * len(lessons.made)),
        "remembered": Dataset.from_dict(remembered),
    }
    ranking = MultipleNegativesRankingLoss(model, scale=1 / recipe.temperature)
    nested = MatryoshkaLoss(model, ranking, matryoshka_dims=list(recipe.dimensions))
    distilling = Weighted(EmbedDistillLoss(model, distance_metric="cosine"), recipe.remember_weight)
    longest, model.max_seq_length = model.max_seq_length, recipe.longest
    model[0].auto_model.embeddings.requires_grad_(requires_grad=False)  # rare words stay where the teacher put them
    with TemporaryDirectory() as scratch:
        SentenceTransformerTrainer(
            model=model,
            args=_arguments(recipe, one, scratch),
            train_dataset={name: rows for name, rows in data.items() if len(rows)},
            loss={"pairs": nested, "made": nested, "remembered": distilling},
            evaluator=_evaluator(lessons.held_out, recipe),
        ).train()
    model.max_seq_length = longest
    model.eval()


def _columns(pairs: Sequence[Pair], wrong: Sequence[Sequence[str]]) -> Dataset:
    columns = {"anchor": [pair.query for pair in pairs], "positive": [pair.clause for pair in pairs]}
    for place in range(len(wrong[0]) if wrong else 0):
        columns[f"negative_{place}"] = [row[place] for row in wrong]
    return Dataset.from_dict(columns)


def _evaluator(pairs: Sequence[Pair], recipe: Recipe) -> InformationRetrievalEvaluator:
    """How well the held-out questions find their clauses among each other: a sign of the way it goes, each epoch."""
    corpus = {clause: clause for clause in dict.fromkeys(pair.clause for pair in pairs)}
    queries = {pair.query: pair.query for pair in pairs}
    relevant: dict[str, set[str]] = {}
    for pair in pairs:
        relevant.setdefault(pair.query, set()).add(pair.clause)
    return InformationRetrievalEvaluator(
        queries, corpus, relevant, name="held-out", batch_size=32, query_prompt=recipe.prefix, write_csv=False
    )


def _arguments(recipe: Recipe, one: Round, scratch: str) -> SentenceTransformerTrainingArguments:
    return SentenceTransformerTrainingArguments(
        output_dir=scratch,
        num_train_epochs=one.epochs,
        per_device_train_batch_size=recipe.batch,
        learning_rate=one.learning_rate,
        warmup_steps=0.1,  # of all steps
        weight_decay=0.01,
        lr_scheduler_type="cosine",
        seed=recipe.seed,
        data_seed=recipe.seed,
        bf16=True,
        use_cpu=True,
        prompts={"anchor": recipe.prefix},
        batch_sampler=BatchSamplers.NO_DUPLICATES,
        multi_dataset_batch_sampler=MultiDatasetBatchSamplers.PROPORTIONAL,
        eval_strategy="epoch",
        save_strategy="no",
        logging_steps=20,
        report_to="none",
        disable_tqdm=True,
    )

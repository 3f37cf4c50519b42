"""What a question comes back as: the reading, the answer, the citations and the sentence.

In: what an answering module found.  Out: `Reply`, whose `record()` is the record of the command line.  An answer has
only the fields that its kind has (`values`, `plans`, `count` …), in the shapes that the interface promises.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.values import Json


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a plan says something: code points into its source, and what stands there."""

    plan_id: str
    start: int
    end: int
    quote: str

    def record(self) -> dict[str, Json]:
        """The citation as the command line prints it."""
        return {"plan_id": self.plan_id, "start": self.start, "end": self.end, "quote": self.quote}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answering module found: the fields of the answer, where they stand, and the sentence."""

    fields: Mapping[str, Json]
    text: str
    citations: tuple[Citation, ...] = ()
    nearest: tuple[Citation, ...] = ()  # the clauses that come nearest to what no plan states

    @classmethod
    def silent(cls, reason: str, nearest: Iterable[Citation] = (), **fields: Json) -> Answer:
        """The answer that the plans do not say it."""
        return cls({**fields, "not_stated": True, "reason": reason}, reason, (), tuple(nearest))


@dataclass(frozen=True, slots=True)
class Understood:
    """How the question was read."""

    intent: str
    words: str  # the reading as a Chinese sentence
    plans: tuple[str, ...] = ()
    subject: str = ""
    parameters: Mapping[str, Json] = field(default_factory=dict)
    otherwise: str | None = None  # the other thing the question could mean

    def record(self) -> dict[str, Json]:
        """The reading as the command line prints it."""
        told: dict[str, Json] = {"intent": self.intent, "words": self.words, "plans": list(self.plans)}
        told |= {"subject": self.subject, "parameters": dict(self.parameters)}
        return told | ({"otherwise": self.otherwise} if self.otherwise else {})


@dataclass(frozen=True, slots=True)
class Reply:
    """A question answered."""

    question: str
    understood: Understood
    answer: Answer

    def record(self) -> dict[str, Json]:
        """The record of the command line; `nearest` is there only where the plans do not say it."""
        told: dict[str, Json] = {"question": self.question, "understood": self.understood.record()}
        told["answer"] = dict(self.answer.fields)
        told["citations"] = [citation.record() for citation in self.answer.citations]
        if self.answer.nearest:
            told["nearest"] = [citation.record() for citation in self.answer.nearest]
        return told | {"text": self.answer.text}

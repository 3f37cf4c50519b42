"""Questions made from official sentences by rule: titles, key words, and everyday words of the thesaurus.

In: sentences with their headings, and the concepts of the thesaurus.  Out: `Pair`s of the styles title, keyword and
everyday.  Relied on: a heading names what stands under it; a concept's hidden labels are what people say for its
preferred and alternative labels.
Example: 托儿所 (hidden) and "新增公办幼儿园托班托额3630个，发展托育服务。" (托育服务 stands in it).
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

import rjieba
from ahocorasick_rs import AhoCorasick

from ontology.skos import Concept
from search.training.pairs import Pair
from search.training.sentences import Sentence

LEAST_LETTERS = 15
# What people put around the word they came for.
FRAMES = (
    "{}",
    "{}",
    "{}怎么办",
    "{}找谁",
    "想问问{}的事",
    "我家{}",
    "有没有管{}的",
    "{}能帮忙吗",
    "我们这儿{}",
    "{}有补贴吗",
)


def titles(sentences: Sequence[Sentence], count: int, seed: int) -> list[Pair]:
    """Headings, each with one of the sentences under it."""
    under: defaultdict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        if sentence.heading and len(sentence.text) >= LEAST_LETTERS:
            under[sentence.heading].append(sentence.text)
    chance = random.Random(seed)
    headings = sorted(heading for heading, texts in under.items() if len(texts) <= 20)
    chosen = chance.sample(headings, min(count, len(headings)))
    return [Pair(heading, chance.choice(under[heading]), "title", "") for heading in chosen]


def keywords(sentences: Sequence[Sentence], count: int, seed: int) -> list[Pair]:
    """Two or three long words of a sentence, or a stretch between its commas, each with the sentence."""
    chance = random.Random(seed)
    usable = [sentence.text for sentence in sentences if len(sentence.text) >= LEAST_LETTERS]
    pairs = []
    for text in chance.sample(usable, min(count, len(usable))):
        words = [word for word in dict.fromkeys(rjieba.cut(text)) if len(word) > 1 and not word.isascii()]
        stretches = [part for part in text.replace("、", "，").rstrip("。；").split("，") if 4 <= len(part) <= 14]
        if stretches and chance.random() < 0.5:
            pairs.append(Pair(chance.choice(stretches), text, "keyword", ""))
        elif len(words) > 3:
            places = sorted(chance.sample(range(len(words)), chance.choice((2, 3))))
            pairs.append(Pair(" ".join(words[place] for place in places), text, "keyword", ""))
    return pairs


def everyday(concepts: Sequence[Concept], texts: Sequence[str], count: int, seed: int) -> list[Pair]:
    """Everyday words of a concept, each with a text in which one of its official names stands."""
    chance = random.Random(seed)
    names = {name: concept.id for concept in concepts for name in concept.names if len(name) > 2}
    patterns, ids = list(names), list(names.values())
    automaton = AhoCorasick(patterns)
    saying: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        for concept_id in {ids[found] for found, _, _ in automaton.find_matches_as_indexes(text)}:
            saying[concept_id].append(text)
    pairs = []
    for concept in concepts:
        for label in concept.hidden_labels:
            official = saying[concept.id]
            answer = chance.choice(official) if official else "、".join(concept.names)
            pairs.append(Pair(chance.choice(FRAMES).format(label), answer, "everyday", concept.id))
    chance.shuffle(pairs)
    return pairs[:count]

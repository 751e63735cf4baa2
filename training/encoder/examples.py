"""What the encoder learns from: questions with the passage that is meant, and passages that only look like it."""

import random
from dataclasses import dataclass
from pathlib import Path

from training.encoder.synonyms import Substitutes
from training.reader.questions import read_questions
from training.texts import corpora as read
from training.texts.split import passage_held_out
from training.texts.text import fold, with_typo

# How often a kind of question is drawn, per text of it.
SHARES = {
    "plain_nl": 1,
    "everyday_nl": 2,
    "question_en": 1,
    "gist_en": 0.5,
    "journalist": 1,
    "citizen": 1,
    "official": 1,
    "pupil": 1,
    "english": 1,
    "gist_nl": 0.5,
    "read": 1.5,
}
# Which part of the batches each source fills.
SOURCES = {"questions": 0.74, "headings": 0.13, "parallel": 0.13}
ENGLISH = {"question_en", "gist_en", "english"}


@dataclass
class Example:
    kind: str
    question: str
    passage: int


class Examples:
    """Questions over numbered passages, and weak pairs; draws batches by seed and step alone."""

    def __init__(self, corpora: Path, reading: Path | None = None):
        self.passages: list[str] = []
        self.examples: list[Example] = []
        place: dict[str, int] = {}

        def add(key: str, text: str) -> int:
            if key not in place:
                place[key] = len(self.passages)
                self.passages.append(text)
            return place[key]

        for row in read.questions(corpora, False):
            number = add(row["id"], row["text"])
            self.examples += [Example(kind, row[kind], number) for kind in read.KINDS]
        for key, asker, question, text in read.more_questions(corpora, False):
            self.examples.append(Example(asker, question, add(key, fold(text))))
        for key, question, text in answered(reading, corpora) if reading else []:
            if not passage_held_out(key):
                self.examples.append(Example("read", question, add(key, text)))
        self.headings = [(h, t) for _, h, t in read.headings(corpora)[0] if len(h) >= 12 and len(t) >= 120]
        rng = random.Random(0)
        self.headings = rng.sample(self.headings, min(len(self.headings), 40_000))
        pairs = [(nl, en) for nl, en in read.treaties(corpora) if 60 <= len(nl) <= 600]
        self.parallel = rng.sample(pairs, 20_000) + read.tatoeba(corpora) + read.parallel(corpora)
        self.substitutes = Substitutes(read.thesaurus(corpora))
        self.weights = [SHARES[e.kind] for e in self.examples]

    def batch(self, seed: int, step: int, size: int, hard: list[list[int]]):
        """(questions, passages): the first `size` passages are the right ones, in order; the rest are hard ones."""
        rng = random.Random(f"{seed} {step}")
        source = rng.choices(list(SOURCES), list(SOURCES.values()))[0]
        if source != "questions":
            rows = rng.sample(self.headings if source == "headings" else self.parallel, 2 * size)
            if source == "parallel":
                rows = [r if rng.random() < 0.5 else (r[1], r[0]) for r in rows]
            seen: set[str] = set()
            rows = [r for r in rows if not (r[0] in seen or r[1] in seen or seen.update(r))][:size]
            return [self._said(q, "headings", rng) for q, _ in rows], [p for _, p in rows]
        chosen: dict[int, Example] = {}
        while len(chosen) < size:
            for e in rng.choices(self.examples, self.weights, k=size):
                if len(chosen) < size:
                    chosen.setdefault(e.passage, e)
        rows = list(chosen.values())
        more = []
        for e in rows:
            offered = [p for p in hard[e.passage] if p not in chosen and p not in more]
            if offered:
                more.append(rng.choice(offered))
        return ([self._said(e.question, e.kind, rng) for e in rows], [self.passages[p] for p in [*chosen, *more]])

    def _said(self, question: str, kind: str, rng: random.Random) -> str:
        """The question as somebody might type it: other words of the thesaurus, no capitals, a slip of the fingers."""
        if rng.random() < 0.15:
            question = self.substitutes.replace(question, rng, 0.5, language="en" if kind in ENGLISH else "nl")
        if rng.random() < 0.25:
            question = question.lower().rstrip("?. ")
        if rng.random() < 0.12:
            question = with_typo(question, rng)
        return question


def answered(reading: Path, corpora: Path):
    """(passage id, question, passage) of the answerable questions written for the reader."""
    for row in read_questions(reading, corpora):
        if row.kind == "a":
            yield row.passage, row.question, row.text

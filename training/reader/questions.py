"""The questions written for the reader: what a passage answers, what it only speaks of, and what it does not."""

import json
from dataclasses import dataclass
from pathlib import Path

from training.texts import corpora as read
from training.texts.places import QUESTIONS
from training.texts.text import fold, sentences

FILE = QUESTIONS / "reading.tsv"
# a: the passage answers it; n: a near miss, the subject is there but not the detail; f: the same field; o: off topic.
KINDS = "anfo"
# The questions from this one on were written so that their words alone tell little of their kind.
BALANCED_FROM = 19_703


@dataclass(frozen=True)
class Written:
    passage: str
    kind: str
    # The number of the sentence that answers (a) or comes closest (n), from 1; 0 for f and o.
    sentence: int
    question: str
    text: str


def passage_texts(reading: Path, corpora: Path) -> dict[str, str]:
    """Id to text: the passages that `training.reader.passages` found, and those of the questions before."""
    with reading.open(encoding="utf-8") as lines:
        found = {row["id"]: row["text"] for row in map(json.loads, lines)}
    return {p["id"]: fold(p["text"]) for p in read.passages(corpora)} | found


def read_questions(reading: Path, corpora: Path, file: Path = FILE) -> list[Written]:
    """Every written question; raises ValueError where a line does not fit its passage."""
    texts = passage_texts(reading, corpora)
    rows = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()[1:], 2):
        passage, kind, sentence, question = line.split("\t")
        text = texts[passage]
        fits = kind in KINDS and (0 < int(sentence) <= len(sentences(text)) if kind in "an" else sentence == "0")
        if not fits:
            raise ValueError(f"{file}:{number}: {kind} {sentence} does not fit passage {passage}")
        rows.append(Written(passage, kind, int(sentence), question, text))
    return rows

"""What `npm run eval -- --shelves DIR --holdout DIR --evidence FILE` writes: what was known about each question."""
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass
class Evidence:
    """`names`: the program's own lists of signals, of those that are fitted, of pieces of evidence with what they speak
    for, of places where the kind of thing asked for may stand, of a thesaurus's columns. `rows`: one question each."""

    names: dict
    rows: list[dict]


def read_evidence(file: Path) -> Evidence:
    with open(file, encoding="utf-8") as lines:
        return Evidence(json.loads(next(lines)), [json.loads(line) for line in lines])


class Choices:
    """Questions with the candidates found for them, at least one of which answers; candidates lie one after the other.
    Each set of questions counts as much as another."""

    def __init__(self, rows: list[dict]):
        self.rows = [row for row in rows if any(row["right"])]
        counts = [len(row["right"]) for row in self.rows]
        self.starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(int)
        self.question = np.repeat(np.arange(len(counts)), counts)
        self.right = np.concatenate([row["right"] for row in self.rows])
        self.signals = np.concatenate([row["signals"] for row in self.rows])
        sets = [row["set"] for row in self.rows]
        self.weights = np.array([1 / sets.count(name) / len(set(sets)) for name in sets])
        self.groups = np.array([f"{row['set']} {row['group']}" for row in self.rows])

    def chosen(self, some: np.ndarray) -> "Choices":
        return Choices([row for row, kept in zip(self.rows, some, strict=True) if kept])

    def loss(self, scores: np.ndarray) -> tuple[float, np.ndarray]:
        """How unlikely scores, as log-odds, make the candidates that answer (conditional logit: McFadden 1974), and its
        slope for each score."""
        odds = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.question])
        total = np.add.reduceat(odds, self.starts)
        good = np.add.reduceat(odds * self.right, self.starts)
        slope = odds / total[self.question] - odds * self.right / good[self.question]
        return float(-(self.weights * np.log(good / total)).sum()), self.weights[self.question] * slope

    def ranks(self, scores: np.ndarray) -> np.ndarray:
        """The rank of each question's first candidate that answers, from 1."""
        best = np.maximum.reduceat(np.where(self.right, scores, -np.inf), self.starts)
        return 1 + np.add.reduceat((scores > best[self.question]) & ~self.right, self.starts)


def reciprocal_ranks(rows: list[dict], choices: Choices, scores: np.ndarray) -> dict[str, float]:
    """MRR@10 over all answerable questions of each set, by kind (written questions) or language (shelves)."""
    asked, found = {}, {}
    kind = lambda row: f"{row['set']} {row['type'] if row['set'] == 'holdout' else row['language']}"  # noqa: E731
    for row in rows:
        if row["answerable"]:
            asked[kind(row)] = asked.get(kind(row), 0) + 1
    for row, rank in zip(choices.rows, choices.ranks(scores), strict=True):
        found[kind(row)] = found.get(kind(row), 0.0) + (1 / rank if rank <= 10 else 0)
    return {name: found.get(name, 0.0) / count for name, count in asked.items()}

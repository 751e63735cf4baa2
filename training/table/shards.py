"""Pairs as token ids on disk: one .npz of uint16 matrices a source, made once."""
import json
from pathlib import Path

import numpy as np

from training.table.pairs import all_pairs
from training.table.vocabulary import Vocabulary
from training.texts import corpora as read

QUERY_TOKENS, PASSAGE_TOKENS = 28, 96


def write_shards(corpora: Path, vocabulary: Vocabulary, folder: Path, seed: int = 1) -> None:
    if (folder / "done.json").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for name, pairs in all_pairs(corpora, seed).items():
        a = vocabulary.matrix([p[0] for p in pairs], QUERY_TOKENS)
        b = vocabulary.matrix([p[1] for p in pairs], PASSAGE_TOKENS)
        keep = (a != 0).any(1) & (b != 0).any(1)
        np.savez_compressed(folder / f"{name}.npz", a=a[keep], b=b[keep])
        sizes[name] = int(keep.sum())
        print(f"shard {name}: {sizes[name]} pairs", flush=True)
    write_graded(corpora, vocabulary, folder)
    (folder / "done.json").write_text(json.dumps(sizes, indent=1) + "\n")


class Source:
    """One source's pairs, dealt in batches without repeating a text within a batch."""

    def __init__(self, path: Path, seed: int):
        with np.load(path) as file:
            self.a, self.b = file["a"], file["b"]
        self.rng = np.random.default_rng(seed)
        self.passages = len({row.tobytes() for row in self.b[:, :24]})
        self.plain = Deal(lambda: self.rng.permutation(len(self.a)))
        self.alike: Deal | None = None

    def group(self, vectors: np.ndarray, size: int = 16) -> None:
        """From now on batches can be made of groups of passages that are alike: hard negatives for each other."""
        self.alike = Deal(lambda: np.concatenate(leaves(vectors, size, self.rng)))

    def batch(self, size: int, query_tokens: int, passage_tokens: int, alike: bool = False):
        deal = self.alike if alike and self.alike else self.plain
        chosen, seen = [], set()
        while len(chosen) < min(size, self.passages // 2 + 1):
            i = deal.next()
            key = self.b[i, :24].tobytes()
            if key not in seen:
                seen.add(key)
                chosen.append(i)
        return self.a[chosen][:, :query_tokens], self.b[chosen][:, :passage_tokens]


class Deal:
    """Indices in an order that is made anew when it runs out."""

    def __init__(self, make):
        self.make, self.order, self.at = make, (), 0

    def next(self) -> int:
        if self.at >= len(self.order):
            self.order, self.at = self.make(), 0
        self.at += 1
        return self.order[self.at - 1]


def leaves(vectors: np.ndarray, size: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Groups of at most `size` vectors that are alike, in random order: halved again and again across the line
    between two random members."""
    done, open_ = [], [np.arange(len(vectors))]
    while open_:
        members = open_.pop()
        if len(members) <= size:
            done.append(members)
            continue
        one, other = rng.choice(members, 2, replace=False)
        along = vectors[members] @ (vectors[one] - vectors[other])
        order = np.argsort(along, kind="stable")
        half = len(members) // 2
        open_ += [members[order[:half]], members[order[half:]]]
    return [done[i] for i in rng.permutation(len(done))]


class Lessons:
    """Texts that should get the same vector of the teacher, two at a time (the shorter first), with that vector."""

    def __init__(self, path: Path, seed: int):
        with np.load(path) as file:
            self.ids, of, self.vectors, self.factors = file["a"], file["of"], file["vectors"], file["factors"]
        order = np.argsort(of, kind="stable")
        self.found, self.starts, self.counts = np.unique(of[order], return_index=True, return_counts=True)
        self.ids = self.ids[order]
        self.lengths = (self.ids != 0).sum(1)
        self.rng = np.random.default_rng(seed)

    def batch(self, size: int, query_tokens: int, passage_tokens: int, alike: bool = False):
        groups = self.rng.choice(len(self.found), min(size, len(self.found)), replace=False)
        counts = self.counts[groups]
        one = self.rng.integers(counts)
        other = (one + 1 + self.rng.integers(np.maximum(counts - 1, 1))) % counts
        a, b = self.starts[groups] + one, self.starts[groups] + other
        a, b = np.where(self.lengths[a] <= self.lengths[b], (a, b), (b, a))
        teacher = self.found[groups]
        vectors = self.vectors[teacher].astype(np.float32) * self.factors[teacher]
        return self.ids[a][:, :passage_tokens], self.ids[b][:, :passage_tokens], vectors


class Graded:
    """Pairs of sentences with how alike people found them (0 to 5)."""

    def __init__(self, path: Path, seed: int):
        with np.load(path) as file:
            self.a, self.b, self.scores = file["a"], file["b"], file["scores"]
        self.rng = np.random.default_rng(seed)

    def batch(self, size: int, query_tokens: int, passage_tokens: int, alike: bool = False):
        at = self.rng.choice(len(self.a), min(size, len(self.a)), replace=False)
        return self.a[at], self.b[at], self.scores[at]


def open_source(folder: Path, name: str, seed: int):
    kind = Graded if name == "graded" else Lessons if name.startswith("lessons") else Source
    return kind(folder / f"{name}.npz", seed)


def write_graded(corpora: Path, vocabulary: Vocabulary, folder: Path) -> None:
    """STS-b's training sentences within and across the two languages."""
    nl, en = (read.stsb(corpora, language, "train") for language in ("nl", "en"))
    mixed = [(x[0], y[1], x[2]) for x, y in zip(nl, en)] + [(y[0], x[1], x[2]) for x, y in zip(nl, en)]
    rows = nl + en + mixed
    a, b = (vocabulary.matrix([r[side] for r in rows], QUERY_TOKENS) for side in (0, 1))
    np.savez_compressed(folder / "graded.npz", a=a, b=b, scores=np.array([r[2] for r in rows], dtype=np.float32))

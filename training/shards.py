"""Pairs as token ids on disk: one .npz of uint16 matrices a source, made once."""
import json
from pathlib import Path

import numpy as np

from pairs import all_pairs
from vocabulary import Vocabulary

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
        np.savez(folder / f"{name}.npz", a=a[keep], b=b[keep])
        sizes[name] = int(keep.sum())
        print(f"shard {name}: {sizes[name]} pairs", flush=True)
    (folder / "done.json").write_text(json.dumps(sizes, indent=1) + "\n")


class Source:
    """One source's pairs, dealt in batches without repeating a text within a batch."""

    def __init__(self, path: Path, seed: int):
        with np.load(path) as file:
            self.a, self.b = file["a"], file["b"]
        self.rng = np.random.default_rng(seed)
        self.order = self.rng.permutation(len(self.a))
        self.at = 0

    def batch(self, size: int, query_tokens: int, passage_tokens: int):
        chosen, seen = [], set()
        while len(chosen) < min(size, len(self.a) // 2):
            if self.at >= len(self.order):
                self.order, self.at = self.rng.permutation(len(self.a)), 0
            i = self.order[self.at]
            self.at += 1
            key = self.b[i, :24].tobytes()
            if key not in seen:
                seen.add(key)
                chosen.append(i)
        return self.a[chosen][:, :query_tokens], self.b[chosen][:, :passage_tokens]

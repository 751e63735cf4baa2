"""Which Dutch words English words translate to, estimated from the parallel texts.

    python -m training.retrieval.translations --corpora ../shared/corpora --out src/retrieval/data/translations.tsv

IBM model 1 (Brown and others 1993) over content words, in both directions; a pair counts by the geometric mean of the
two probabilities. Only English words that the thesaurus lacks are written, as entries of one: what people wrote is
better.
"""
import argparse
import re
from collections import Counter
from pathlib import Path

import numpy as np

from training.texts import corpora as read
from training.texts.places import CORPORA, RETRIEVAL_DATA
from training.texts.text import stop_words

WORD = re.compile(r"[a-zà-ÿ]+(?:-[a-zà-ÿ]+)*")
LEAST_COUNT = 8
LEAST_SCORE = 0.2
MOST = 3
ROUNDS = 6
LONGEST = 40


THESAURUS = RETRIEVAL_DATA / "thesaurus.tsv"


def thesaurus_words() -> set[str]:
    rows = THESAURUS.read_text(encoding="utf-8").splitlines()[1:]
    return {term.strip().lower() for row in rows for term in (row.split("\t") + [""] * 4)[3].split(",")}


def sentence_pairs(corpora: Path) -> list[tuple[list[str], list[str]]]:
    stop = stop_words("nl", "en")

    def words(text: str) -> list[str]:
        return [w for w in dict.fromkeys(WORD.findall(text.lower())) if len(w) > 2 and w not in stop]

    sts = zip(read.stsb(corpora, "nl", "train"), read.stsb(corpora, "en", "train"), strict=True)
    texts = read.treaties(corpora) + read.tatoeba(corpora)
    texts += [pair for nl, en in sts for pair in zip(nl[:2], en[:2], strict=True)]
    pairs = [(words(nl), words(en)) for nl, en in texts]
    return [(nl, en) for nl, en in pairs if 0 < len(nl) <= LONGEST and 0 < len(en) <= LONGEST]


class Words:
    def __init__(self, texts: list[list[str]]):
        self.counts = Counter(word for text in texts for word in text)
        self.names = [word for word, count in self.counts.items() if count >= LEAST_COUNT]
        self.ids = {word: i for i, word in enumerate(self.names)}


def cooccurrences(pairs, dutch: Words, english: Words):
    """For each pair of words in each pair of texts: the two words, and the text of either."""
    nl_ids, en_ids, of = [], [], []
    for number, (nl, en) in enumerate(pairs):
        a = np.array([dutch.ids[w] for w in nl if w in dutch.ids], dtype=np.int32)
        b = np.array([english.ids[w] for w in en if w in english.ids], dtype=np.int32)
        if len(a) and len(b):
            nl_ids.append(np.repeat(a, len(b)))
            en_ids.append(np.tile(b, len(a)))
            of.append(np.full(len(a) * len(b), number, dtype=np.int32))
    return np.concatenate(nl_ids), np.concatenate(en_ids), np.concatenate(of)


def model_1(source: np.ndarray, target: np.ndarray, of: np.ndarray, sizes: tuple[int, int]):
    """t(target | source) for each pair of words that meet: expectation and maximisation from equal shares."""
    pair, place = np.unique(source.astype(np.int64) * sizes[1] + target, return_inverse=True)
    _, slot = np.unique(of.astype(np.int64) * sizes[1] + target, return_inverse=True)
    owner = pair // sizes[1]
    t = np.ones(len(pair))
    for _ in range(ROUNDS):
        share = t[place]
        share /= np.bincount(slot, share)[slot]
        t = np.bincount(place, share, len(pair))
        t /= np.bincount(owner, t, sizes[0])[owner]
    return pair, t


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    pairs = sentence_pairs(options.corpora)
    dutch, english = Words([nl for nl, _ in pairs]), Words([en for _, en in pairs])
    nl, en, of = cooccurrences(pairs, dutch, english)
    words = f"{len(dutch.names)} Dutch and {len(english.names)} English words"
    print(f"{len(pairs)} pairs of texts, {words}, {len(nl)} meetings")
    there, given_english = model_1(en, nl, of, (len(english.names), len(dutch.names)))
    back, given_dutch = model_1(nl, en, of, (len(dutch.names), len(english.names)))
    reverse = dict(zip(back.tolist(), given_dutch.tolist(), strict=True))
    known = thesaurus_words()
    found: dict[str, list[tuple[float, str]]] = {}
    for key, probability in zip(there.tolist(), given_english.tolist(), strict=True):
        if probability < LEAST_SCORE**2:
            continue
        e, n = divmod(key, len(dutch.names))
        score = (probability * reverse.get(n * len(english.names) + e, 0.0)) ** 0.5
        word = english.names[e]
        if score >= LEAST_SCORE and word not in known and dutch.names[n] != word:
            found.setdefault(word, []).append((score, dutch.names[n]))
    lines = [f"{', '.join(n for _, n in sorted(found[w], reverse=True)[:MOST])}\t\t\t{w}" for w in sorted(found)]
    options.out.write_text("headword\tformal\teveryday\tenglish\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} English words in {options.out}")


if __name__ == "__main__":
    main()

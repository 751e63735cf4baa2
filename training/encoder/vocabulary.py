"""The Dutch and English part of the tokenizer's 250,000 pieces: what the corpora and word lists use, and every
character to fall back on. Scores stay, ids are mapped; a text is cut as before wherever the pieces it used are kept.

    python -m training.encoder.vocabulary --packages FOLDER --corpora ../shared/corpora --out training/work/tokenizer
"""

import argparse
import gzip
import json
import random
from collections import Counter
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from training.encoder.pretrained import TOKENIZER
from training.texts import corpora as read

SPECIAL = 4  # <s>, <pad>, </s>, <unk>; <mask> is dropped
SIZE = 36_000
LETTERS = (0x20, 0x250)  # Latin, its extensions; every piece that is one such character stays
WORDS = "src/retrieval/data/words.{}.tsv"


def texts(corpora: Path, root: Path):
    """(weight, text) of all that tells how often a piece is needed; no letters and no evaluation sets."""
    rng = random.Random(1)
    for _name, paragraphs in read.manifestos(corpora):
        yield from ((1, p) for p in paragraphs)
    for nl, en in read.treaties(corpora):
        yield 1, nl
        yield 1, en
    with gzip.open(corpora / "laws/paragraphs.nl.txt.gz", "rt", encoding="utf-8") as lines:
        yield from ((1, line) for line in lines if rng.random() < 0.12)
    for nl, en in read.tatoeba(corpora) + read.parallel(corpora):
        yield 2, nl
        yield 2, en
    for row in read.questions(corpora, False):
        for kind in read.KINDS:
            yield 5, row[kind]
    for _, _, question, _ in read.more_questions(corpora, False):
        yield 5, question
    for entry in read.thesaurus(corpora):
        for words in entry.values():
            yield from ((10, w) for w in words)
    for language in ("nl", "en"):
        for line in (root / WORDS.format(language)).read_text(encoding="utf-8").splitlines():
            word = line.split("\t")[0]
            yield 3, word
            yield 1, word.capitalize()


def count(tokenizer: Tokenizer, pairs, block: int = 4096) -> Counter:
    counts: Counter = Counter()
    held: list[tuple[int, str]] = []

    def flush():
        for (weight, _), e in zip(
            held, tokenizer.encode_batch([t for _, t in held], add_special_tokens=False), strict=False
        ):
            for i in e.ids:
                counts[i] += weight
        held.clear()

    for pair in pairs:
        held.append(pair)
        if len(held) == block:
            flush()
    flush()
    return counts


def choose(pieces: list[list], counts: Counter, size: int) -> list[int]:
    """Ids kept, in their old order: the special ones, single characters of Latin and what is used, most used first."""
    kept = set(range(SPECIAL))
    for i, (piece, _) in enumerate(pieces):
        bare = piece.removeprefix("▁")
        if len(bare) <= 1 and all(LETTERS[0] <= ord(c) < LETTERS[1] or c in "€–—‘’“”…•§°" for c in bare):
            kept.add(i)
    for i, _ in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        if len(kept) >= size:
            break
        if i < len(pieces) and pieces[i][0] != "<mask>":
            kept.add(i)
    return sorted(kept)


def cut(tokenizer: dict, kept: list[int]) -> dict:
    """The tokenizer.json of the kept pieces. The character map of the original, 300 kB, is NFKC with spaces folded
    for everything these languages write."""
    pieces = tokenizer["model"]["vocab"]
    special = [t for t in tokenizer["added_tokens"] if t["id"] < SPECIAL]
    return {
        **tokenizer,
        "truncation": None,
        "padding": None,
        "added_tokens": special,
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "NFKC"},
                {"type": "Replace", "pattern": {"Regex": "[\\s\\u200b\\ufeff▁]+"}, "content": " "},
                {"type": "Strip", "strip_left": True, "strip_right": True},
            ],
        },
        "pre_tokenizer": {
            "type": "Metaspace",
            "replacement": "▁",
            "add_prefix_space": True,
            "prepend_scheme": "always",
        },
        "model": {**tokenizer["model"], "vocab": [[pieces[i][0], round(pieces[i][1], 4)] for i in kept]},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, required=True, help="the two unzipped packages")
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    path = next(options.packages.rglob(TOKENIZER))
    source = json.loads(path.read_text(encoding="utf-8"))
    counts = count(Tokenizer.from_file(str(path)), texts(options.corpora, Path(__file__).parents[2]))
    kept = choose(source["model"]["vocab"], counts, options.size)
    options.out.mkdir(parents=True, exist_ok=True)
    new = cut(source, kept)
    (options.out / "tokenizer.json").write_text(
        json.dumps(new, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    np.save(options.out / "kept.npy", np.array(kept))
    total = sum(counts.values())
    print(f"{len(kept)} pieces, {sum(counts[i] for i in kept) / total:.4%} of what is used, of {len(counts)} used")


if __name__ == "__main__":
    main()

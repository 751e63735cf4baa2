"""The word lists of retrieval, `src/retrieval/data/words.{nl,en}.tsv`: how many of a million paragraphs hold a word.

    python -m training.retrieval.word_frequencies --corpora ../shared/corpora --out src/retrieval/data
"""
import argparse
import collections
import gzip
import itertools
import re
import unicodedata
from pathlib import Path

from training.texts.manifestos import manifestos
from training.texts.places import CORPORA, RETRIEVAL_DATA

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
LONGEST = 30


def fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def count(paragraphs) -> tuple[collections.Counter, int]:
    """In how many paragraphs each word stands, and how many paragraphs there are."""
    counts, total = collections.Counter(), 0
    for paragraph in paragraphs:
        words = set(WORD.findall(fold(paragraph)))
        if words:
            counts.update(words)
            total += 1
    return counts, total


def laws(corpora: Path):
    """Every third paragraph: enough to know how common a word is."""
    with gzip.open(corpora / "laws/paragraphs.nl.txt.gz", "rt", encoding="utf-8") as lines:
        yield from itertools.islice(lines, 0, None, 3)


def manifesto_runs(corpora: Path):
    """Runs of 60 words of the manifestos; their lines are broken."""
    for _, raw in manifestos(corpora):
        text = re.sub(r"(\w)-\s*\n\s*(?=[a-zà-ÿ])", r"\1", raw)
        words = re.sub(r"\s+", " ", text).split(" ")
        for start in range(0, len(words), 60):
            yield " ".join(words[start : start + 60])


def column(path: Path, number: int):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) > number:
                yield fields[number]


def write(path: Path, sources) -> None:
    """Mixes (counts, weight, least count) of several sources into paragraphs per million."""
    mixed = collections.Counter()
    for (counts, total), weight, _ in sources:
        for word, occurrences in counts.items():
            mixed[word] += weight * occurrences / total
    known = (w for w in mixed if any(counts[w] >= least for (counts, _), _, least in sources))
    kept = sorted(w for w in known if len(w) <= LONGEST and not re.search("[-'’]", w))
    with open(path, "w", encoding="utf-8") as out:
        out.write("word\tper million paragraphs\n")
        for word in kept:
            out.write(f"{word}\t{max(1, round(mixed[word] * 1e6))}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--out", type=Path, default=RETRIEVAL_DATA)
    options = parser.parse_args()
    corpora = options.corpora
    manuals = [corpora / f"software/{name}.nl-en.tsv" for name in ("opensource_guide", "gnome_user_docs")]
    write(
        options.out / "words.nl.tsv",
        [
            (count(laws(corpora)), 0.25, 15),
            (count(manifesto_runs(corpora)), 0.6, 6),
            (count(column(corpora / "tatoeba/sentences.nl-en.tsv", 0)), 0.15, 2),
        ],
    )
    write(
        options.out / "words.en.tsv",
        [
            (count(column(corpora / "treaties/treaties.nl-en.tsv.gz", 1)), 0.4, 6),
            (count(column(corpora / "tatoeba/sentences.nl-en.tsv", 1)), 0.35, 2),
            (count(column(corpora / "government/covid_dashboard.nl-en.tsv", 1)), 0.15, 3),
            (count(itertools.chain.from_iterable(column(path, 1) for path in manuals)), 0.1, 3),
        ],
    )


if __name__ == "__main__":
    main()

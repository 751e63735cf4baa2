"""The documents of the shelves: stretches of manifestos and treaties, referred to by source and offsets in
`questions/shelves/shelves.tsv` and never copied."""
import gzip
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from training.texts.manifestos import manifestos
from training.texts.places import QUESTIONS
from training.texts.text import fold, join_lines

FOLDER = QUESTIONS / "shelves"
RUN = 8  # words in a row that two texts share where one was taken from the other
SENTENCE_END = re.compile(r"(?<=[a-z0-9)»”\"'][.!?])\s+(?=[A-ZÀ-Þ“\"'(])")


def sources(corpora: Path) -> dict[str, str]:
    """Name to text: manifestos of 1986 and later, and treaties (Dutch side), a paragraph a line."""
    texts = {name: paragraphs(join_lines(raw)) for name, raw in manifestos(corpora, since=1986)}
    treaties = defaultdict(list)
    with gzip.open(corpora / "treaties/treaties.nl-en.tsv.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            dutch, _, path = row.rstrip("\n").split("\t")[:3]
            treaties[re.sub(r"/README.md$", "", path).rsplit("/", 1)[-1]].append(fold(dutch))
    return texts | {name: "\n".join(lines) for name, lines in treaties.items()}


def paragraphs(text: str, least: int = 350) -> str:
    """Running text without paragraphs of its own, cut at sentence ends into paragraphs."""
    held, lines = "", []
    for sentence in SENTENCE_END.split(text):
        held = f"{held} {sentence}".strip()
        if len(held) >= least:
            lines.append(held)
            held = ""
    return "\n".join([*lines, held] if held else lines)


def title(source: str) -> str:
    party, _, year = source.partition("_")
    return f"Verdrag {source}" if source.startswith("BWBV") else f"Verkiezingsprogramma {party} {year}"


@cache
def documents(corpora: Path) -> dict[str, dict[str, str]]:
    """Shelf to file name to the document's text: its title, then its paragraphs."""
    texts = sources(corpora)
    shelves = defaultdict(dict)
    for line in (FOLDER / "shelves.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        shelf, document, source, start, end = line.split("\t")
        # Control characters of bad PDFs; each becomes one space, so that offsets stay.
        lines = re.sub(r"[\x00-\x09\x0b-\x1f]", " ", texts[source][int(start) : int(end)]).split("\n")
        shelves[shelf][f"{document}.txt"] = "\n\n".join([title(source), *lines]) + "\n"
    return shelves


def shelf_texts(corpora: Path) -> list[str]:
    """The texts of all documents: what no encoder is to be trained on."""
    return [text for files in documents(corpora).values() for text in files.values()]

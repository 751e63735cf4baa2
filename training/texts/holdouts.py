"""The hold-outs, as data: none of this is trained on."""
import json
import re
from dataclasses import dataclass
from pathlib import Path

from training.texts import corpora as read
from training.texts.text import join_lines


@dataclass
class Passage:
    file: str
    start: int
    end: int
    text: str


def letter_passages(seeds: Path, most: int = 900) -> list[Passage]:
    """The letters' paragraphs (parted by blank lines), long ones cut at sentence ends, the shortest left out."""
    found = []
    for path in sorted(seeds.glob("*.txt")):
        source = path.read_text(encoding="utf-8")
        for block in re.finditer(r"\S(?:.|\n(?!\s*\n))*", source):
            for start, end in _cut(source, block.start(), block.end(), most):
                text = join_lines(source[start:end])
                if len(text) >= 40:
                    found.append(Passage(path.name, start, end, text))
    return found


def _cut(source: str, start: int, end: int, most: int):
    while end - start > most:
        ends = [m.end() for m in re.finditer(r"[.!?]\s+(?=[A-Z])", source[start : start + most])]
        cut = start + (ends[-1] if ends else most)
        yield start, cut
        start = cut
    yield start, end


@dataclass
class LetterQuestion:
    language: str
    kind: str
    text: str
    right: set[int]


def letter_questions(path: Path, seeds: Path, passages: list[Passage]) -> list[LetterQuestion]:
    """Answerable questions; right passages cover at least half of a gold or acceptable quote."""
    sources = {p.name: p.read_text(encoding="utf-8") for p in seeds.glob("*.txt")}
    questions = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        right = set()
        for quote in row["gold"] + row["acceptable"]:
            start = sources[quote["file"]].find(quote["quote"])
            end = start + len(quote["quote"])
            for i, p in enumerate(passages):
                overlap = min(end, p.end) - max(start, p.start)
                if p.file == quote["file"] and start >= 0 and 2 * overlap >= end - start:
                    right.add(i)
        if row["gold"]:
            questions.append(LetterQuestion(row["lang"], row["type"], row["question"], right))
    return questions


def held_out_questions(corpora: Path) -> tuple[list[str], dict[str, list[tuple[str, int]]]]:
    """All passages' texts, and by kind the held-out (question, index of its passage)."""
    rows = read.questions(corpora, False) + read.questions(corpora, True)
    rows.sort(key=lambda r: r["id"])
    place = {r["id"]: i for i, r in enumerate(rows)}
    held = read.questions(corpora, True)
    return [r["text"] for r in rows], {k: [(r[k], place[r["id"]]) for r in held] for k in read.KINDS}

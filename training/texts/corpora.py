"""Readers of the training texts: one function a source, each yielding plain tuples of strings."""
import csv
import gzip
import json
import re
from pathlib import Path

from training.texts.manifestos import manifestos as manifesto_files
from training.texts.more_passages import sample as sample_more
from training.texts.places import QUESTIONS, WORK
from training.texts.shelves import RUN, shelf_texts
from training.texts.split import passage_held_out, split_headings
from training.texts.text import fold, join_lines, normalise, sentences, word_runs


def _lines(path: Path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\r\n")


def _rows(path: Path, columns: int):
    for line in _lines(path):
        cells = line.split("\t")
        if len(cells) >= columns:
            yield cells


def treaties(corpora: Path) -> list[tuple[str, str]]:
    """(Dutch, English) paragraphs of treaties that agree well enough and stand on no shelf."""
    held = {line for text in shelf_texts(corpora) for line in text.split("\n\n")}
    return [
        (c[0], c[1])
        for c in _rows(corpora / "treaties/treaties.nl-en.tsv.gz", 5)
        if (float(c[3]) >= 0.261 or int(c[4]) < 4) and fold(c[0]) not in held
    ]



def headings(corpora: Path) -> tuple[list, list]:
    """(train, held out) rows (law title, heading, text)."""
    rows = [(c[1], c[0], c[2]) for c in _rows(corpora / "laws/heading-text.nl.tsv.gz", 3) if len(c[2]) >= 60]
    return split_headings(sorted(set(rows)))



def manifestos(corpora: Path):
    """(name, paragraphs) of each manifesto of 1971 and later, paragraphs of 40 to 140 words; without what stands in
    a held-out passage or on a shelf, so that nothing is learnt from its text either."""
    texts = [p["text"] for p in passages(corpora) + more_passages(corpora) if passage_held_out(p["id"])]
    held = {g for text in texts + shelf_texts(corpora) for g in word_runs(text, RUN)}
    for name, raw in manifesto_files(corpora):
        paragraphs = _windows(sentences(join_lines(raw)))
        yield name, [p for p in paragraphs if held.isdisjoint(word_runs(p, RUN))]


def _windows(parts: list[str], least: int = 40, most: int = 140):
    held: list[str] = []
    for part in parts:
        held.extend(part.split(" "))
        if len(held) >= least:
            yield " ".join(held[:most])
            held = []


def tatoeba(corpora: Path) -> list[tuple[str, str]]:
    """(Dutch, English) without rows that share a side with the test."""
    test_nl, test_en = tatoeba_test(corpora)
    banned = {normalise(s) for s in test_nl + test_en}
    rows = [(c[0], c[1]) for c in _rows(corpora / "tatoeba/sentences.nl-en.tsv", 2)]
    return [r for r in rows if normalise(r[0]) not in banned and normalise(r[1]) not in banned]


def tatoeba_test(corpora: Path) -> tuple[list[str], list[str]]:
    base = corpora / "tatoeba"
    return tuple([s for s in _lines(base / f"tatoeba.nld-eng.{side}") if s] for side in ("nld", "eng"))


def parallel(corpora: Path) -> list[tuple[str, str]]:
    """(Dutch, English) segments of the government dashboard and of manuals."""
    paths = [corpora / "government/covid_dashboard.nl-en.tsv", *sorted((corpora / "software").glob("*.tsv"))]
    return [(c[0].strip('"'), c[1].strip('"')) for p in paths for c in _rows(p, 2) if c[0] != c[1]]


def stsb(corpora: Path, language: str, part: str) -> list[tuple[str, str, float]]:
    with open(corpora / f"stsb/stsb-{language}-{part}.csv", encoding="utf-8", newline="") as file:
        return [(r[0], r[1], float(r[2])) for r in csv.reader(file)]


def sick(corpora: Path) -> list[tuple[str, str, float]]:
    rows = list(_rows(corpora / "sick/SICK_NL.txt", 12))
    return [(c[1], c[2], float(c[4])) for c in rows[1:]]



KINDS = ("plain_nl", "everyday_nl", "question_en", "gist_en")


def questions(corpora: Path, held_out: bool) -> list[dict]:
    """Passages of one side of the split: {id, text, plain_nl, everyday_nl, question_en, gist_en}."""
    text = {p["id"]: fold(p["text"]) for p in passages(corpora)}
    rows = list(_rows(QUESTIONS / "questions.tsv", 5))[1:]
    return [
        {"id": c[0], "text": text[c[0]], **dict(zip(KINDS, c[1:5], strict=True))}
        for c in rows
        if c[0] in text and passage_held_out(c[0]) == held_out
    ]


ASKERS = ("journalist", "citizen", "official", "pupil", "english", "gist_nl")


def more_questions(corpora: Path, held_out: bool) -> list[tuple[str, str, str, str]]:
    """(passage id, asker, question, passage) of the later questions, `more-*.tsv`, over further manifesto passages."""
    files = sorted(QUESTIONS.glob("more-*.tsv"))
    text = {p["id"]: re.sub(r"\u00ad\s*", "", p["text"]) for p in more_passages(corpora)}
    rows = [c for f in files for c in _rows(f, 3)]
    return [(c[0], c[1], c[2], text[c[0]]) for c in rows if c[0] in text and passage_held_out(c[0]) == held_out]


def more_passages(corpora: Path) -> list[dict]:
    """The passages that later questions were written over; found again once, then kept in the work folder."""
    kept = WORK / "more-passages.jsonl"
    if not kept.exists():
        kept.parent.mkdir(exist_ok=True)
        rows = sample_more(corpora, 1200)
        kept.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    return [json.loads(line) for line in _lines(kept)]


def passages(corpora: Path) -> list[dict]:
    return [json.loads(line) for line in _lines(corpora / "questions/passages.jsonl")]


def thesaurus(corpora: Path) -> list[dict[str, list[str]]]:
    """Entries {headword: [one], formal, everyday, english, related}."""
    names = ("headword", "formal", "everyday", "english", "related")
    entries = []
    for cells in list(_rows(corpora / "thesaurus/thesaurus.tsv", 2))[1:]:
        cells = (cells + [""] * 5)[:5]
        entries.append({n: [t.strip() for t in c.split(",") if t.strip()] for n, c in zip(names, cells, strict=True)})
    return entries

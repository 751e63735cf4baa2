"""Shelves: small collections of four or five documents, as a policy team has them, to fit refusals and ranking on.

    python -m training.retrieval.shelves --corpora ../shared/corpora --out training/work/shelves

Each shelf becomes a folder with `letters/*.txt` and `questions.jsonl`, as `npm run eval -- --letters --questions` reads
them. The texts are stretches of manifestos and treaties, referred to by source and offsets in `questions/shelves/
shelves.tsv` and never copied; `questions.tsv` there holds the written questions, gold quotes as offsets into a text.
`--choose` picks the stretches anew.
"""
import argparse
import hashlib
import json
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from pathlib import Path

from training.texts.places import CORPORA, WORK
from training.texts.shelves import FOLDER, RUN, documents, sources
from training.texts.text import word_runs

LENGTH = 10_000
DOCUMENTS = 5

# A shelf's subject, and the words that a stretch on it is full of.
MANIFESTO_SUBJECTS = {
    "army": r"defensie|krijgsmacht|militair|leger|soldaat|soldaten|navo|vloot|luchtmacht|dienstplicht|kernwapen",
    "europe": r"europe|unie\b|brussel|lidstaten|euro\b|verdrag van|commissie",
    "aid": r"ontwikkelings|derde wereld|arme landen|hulp|afrika|schuld",
    "asylum": r"asiel|vluchteling|migra|vreemdeling|inburger|immigra",
    "police": r"politie|criminali|misdaad|straf|justitie|gevangen|drugs",
    "climate": r"klimaat|co2|energie|uitstoot|milieu|kernenergie|windmolen|duurza",
    "farming": r"landbouw|boer|vee|mest|visserij|natuur|platteland|dieren",
    "health": r"zorg|ziekenhu|huisarts|patiënt|verpleeg|gezondheid|ouderen",
    "schools": r"onderwijs|school|leraar|leerling|student|universiteit",
    "housing": r"woning|huur|huizen|hypothe|bouw|stad|wonen",
    "work": r"werkgelegenheid|werknemers|uitkering|arbeid|loon|werkloos|pensioen|aow",
    "state": r"grondwet|referendum|gemeente|provincie|kiez|burgemeester|parlement|bestuur",
}
TREATY_SUBJECTS = {
    "extradition": r"uitlever|strafbaar|rechtshulp|veroordeel|verdachte",
    "weapons": r"wapen|strijdkrachten|krijgsmacht|militair|ontplof|mijnen|nucleair",
    "sea": r"schip|schepen|zee|haven|bemanning|lading|kapitein",
    "nature": r"milieu|verontreinig|natuur|soorten|afval|klimaat|bescherming van",
}


def choose(texts: dict[str, str], known: set[str]) -> list[tuple[str, int, str, int, int]]:
    """For each subject the five stretches fullest of it, of as many parties and years; none with a passage that has
    written questions already."""
    rows, taken = [], set()
    spread = Counter(word for text in texts.values() for word in set(re.findall(r"[a-zà-ÿ]+", text)))
    common = {word for word, count in spread.items() if count >= 12}
    for subjects, treaty in ((MANIFESTO_SUBJECTS, False), (TREATY_SUBJECTS, True)):
        for subject, words in subjects.items():
            pattern = re.compile(words, re.IGNORECASE)
            found = []
            for name, text in texts.items():
                if name.startswith("BWBV") == treaty and name not in taken:
                    fullest = sorted(stretches(name, text, pattern), reverse=True)[:8]
                    best = next((f for f in fullest if readable(text[f[2] : f[3]], common, known)), None)
                    if best:
                        found.append((best, hashlib.sha1(f"{subject} {name}".encode()).hexdigest()))
            # Among the forty fullest by chance, so that not only the longest manifestos of today come.
            found = sorted(sorted(found, reverse=True)[:40], key=lambda f: f[1])
            authors = set()
            for (_, name, start, end), _ in found:
                author = name.split("_")[0]
                if author in authors or len(authors) == DOCUMENTS:
                    continue
                authors.add(author)
                taken.add(name)
                rows.append((subject, len(authors), name, start, end))
    return rows


def stretches(name: str, text: str, pattern: re.Pattern):
    """(words of the subject, name, start, end) of stretches of whole paragraphs."""
    found = [m.start() for m in pattern.finditer(text)]
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    for start in starts[::8]:
        end = text.find("\n", start + LENGTH)
        if 0 < end - start <= LENGTH * 1.3:
            yield bisect_left(found, end) - bisect_left(found, start), name, start, end


def readable(part: str, common: set[str], known: set[str]) -> bool:
    """Whether a stretch is whole words rather than a bad scan, and holds no passage that has questions already."""
    words = re.findall(r"[a-zà-ÿ]+", part.lower())
    own = word_runs(part, RUN)
    return sum(word in common for word in words) >= 0.96 * len(words) and len(own & known) <= len(own) / 20


def questions(texts: dict[str, dict[str, str]]) -> dict[str, list[dict]]:
    """Shelf to its questions in the form that `npm run eval` reads."""
    found = defaultdict(list)
    for line in (FOLDER / "questions.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        shelf, language, kind, question, gold, acceptable = line.split("\t")
        identity = f"{shelf}-{len(found[shelf]) + 1:03}"
        found[shelf].append({"id": identity, "lang": language, "type": kind, "question": question,
                             "gold": places(gold, texts[shelf]), "acceptable": places(acceptable, texts[shelf])})
    return found


def places(cell: str, files: dict[str, str]) -> list[dict]:
    """`2:140-260;3:10-90`: document, start and end of each quote."""
    parts = [re.fullmatch(r"(\d):(\d+)-(\d+)", part).groups() for part in cell.split(";") if part]
    return [{"file": f"{d}.txt", "quote": files[f"{d}.txt"][int(start) : int(end)]} for d, start, end in parts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--out", type=Path, default=WORK / "shelves")
    parser.add_argument("--choose", action="store_true")
    options = parser.parse_args()
    if options.choose:
        from training.texts.corpora import more_passages, passages

        asked = passages(options.corpora) + more_passages(options.corpora)
        known = {run for passage in asked for run in word_runs(passage["text"], RUN)}
        rows = choose(sources(options.corpora), known)
        lines = ["\t".join(map(str, row)) for row in [("shelf", "document", "source", "start", "end"), *rows]]
        (FOLDER / "shelves.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    shelves = documents(options.corpora)
    asked = questions(shelves) if (FOLDER / "questions.tsv").exists() else {}
    for shelf, files in shelves.items():
        folder = options.out / shelf / "letters"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in asked.get(shelf, []))
        (options.out / shelf / "questions.jsonl").write_text(rows, encoding="utf-8")
    print(f"{len(shelves)} shelves, {sum(map(len, asked.values()))} questions in {options.out}")


if __name__ == "__main__":
    main()

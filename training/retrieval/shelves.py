"""Shelves: small collections of four or five documents, as a policy team has them, to fit refusals and ranking on.

    python -m training.retrieval.shelves --corpora ../shared/corpora --out training/work/shelves

Each shelf becomes a folder with `letters/*.txt` and `questions.jsonl`, as `npm run eval -- --letters --questions` reads
them. The texts are stretches of manifestos and treaties, referred to by source and offsets in `questions/shelves/
shelves.tsv` and never copied; `questions.tsv` there holds the written questions, gold quotes as offsets into a text.
`--choose` picks stretches for the subjects that have no shelf yet and adds them.
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
POOL = 8  # sources that the documents are drawn from
COINCIDENCE = 16  # runs of known words, in a whole stretch, that are turns of phrase and no passage

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
    "transport": r"verkeer|spoor|trein|vervoer|\bbus|weggebruik|snelweg|fiets|schiphol|luchtha|luchtvaart|vlieg|"
    r"kilometer",
    "taxes": r"belasting|\bbtw\b|accijns|tarief|fiscaal|fiscale|begroting|tekort|staatsschuld|overheidsfinanci|"
    r"uitgaven|lasten",
    "culture": r"cultu|kunst|media|omroep|muse|bibliothe|theater|muziek|monument|erfgoed|journalis|televisie|krant|"
    r"zender",
    "water": r"water(?!stof)|dijk|rivier|delta|kust|overstrom|wadden|natuurgebied|natuurbe|bos\b|bossen|biodivers|"
    r"droogte",
}
TREATY_SUBJECTS = {
    "extradition": r"uitlever|strafbaar|rechtshulp|veroordeel|verdachte",
    "weapons": r"wapen|strijdkrachten|krijgsmacht|militair|ontplof|mijnen|nucleair",
    "sea": r"schip|schepen|zee|haven|bemanning|lading|kapitein",
    "nature": r"milieu|verontreinig|natuur|soorten|afval|klimaat|bescherming van",
}


def choose(texts: dict[str, str], known: set[str], held: list[list[str]]) -> list[tuple[str, int, str, int, int]]:
    """For each subject without a shelf five of the stretches fullest of it, of as many parties, from sources that no
    shelf holds; none with a passage that has written questions already. `held` is the rows of `shelves.tsv`."""
    rows, done, taken = [], {row[0] for row in held}, {row[2] for row in held}
    spread = Counter(word for text in texts.values() for word in set(re.findall(r"[a-zà-ÿ]+", text)))
    common = {word for word, count in spread.items() if count >= 12}
    asked = {name: known_runs(text, known) for name, text in texts.items() if name not in taken}
    for subjects, treaty in ((MANIFESTO_SUBJECTS, False), (TREATY_SUBJECTS, True)):
        for subject, words in subjects.items():
            if subject in done:
                continue
            pattern = re.compile(words, re.IGNORECASE)
            found = []
            for name in asked:
                if name.startswith("BWBV") == treaty and name not in taken:
                    fullest = sorted(stretches(name, texts[name], pattern, asked[name]), reverse=True)
                    best = next((f for f in fullest if readable(texts[name][f[2] : f[3]], common)), None)
                    if best:
                        found.append((best, hashlib.sha1(f"{subject} {name}".encode()).hexdigest()))
            # Among the fullest by chance, so that not only the longest manifestos of today come.
            found = sorted(sorted(found, reverse=True)[:POOL], key=lambda f: f[1])
            authors = set()
            for (_, name, start, end), _ in found:
                author = name.split("_")[0]
                if author in authors or len(authors) == DOCUMENTS:
                    continue
                authors.add(author)
                taken.add(name)
                rows.append((subject, len(authors), name, start, end))
    return rows


def known_runs(text: str, known: set[str]) -> list[int]:
    """Where the runs of words begin that are known."""
    words = [(m[0].lower(), m.start()) for m in re.finditer(r"\w+", text)]
    runs = zip(*(words[i:] for i in range(RUN)), strict=False)
    return [run[0][1] for run in runs if " ".join(word for word, _ in run) in known]


def stretches(name: str, text: str, pattern: re.Pattern, asked: list[int]):
    """(words of the subject, name, start, end) of stretches of whole paragraphs without a passage that has questions
    already: `asked` is where the runs of such passages begin."""
    found = [m.start() for m in pattern.finditer(text)]
    for start in [0, *(m.end() for m in re.finditer("\n", text))]:
        end = text.find("\n", start + LENGTH)
        if 0 < end - start <= LENGTH * 1.3 and bisect_left(asked, end) - bisect_left(asked, start) < COINCIDENCE:
            yield bisect_left(found, end) - bisect_left(found, start), name, start, end


def readable(part: str, common: set[str]) -> bool:
    """Whether a stretch is whole words rather than a bad scan, and does not say things twice."""
    words = re.findall(r"[a-zà-ÿ]+", part.lower())
    whole = sum(word in common for word in words) >= 0.94 * len(words)
    return whole and len(word_runs(part, RUN)) >= 0.9 * part.count(" ")


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


def write_shelf(folder: Path, files: dict[str, str], rows: list[dict]) -> None:
    """A shelf's texts and questions, as `npm run eval` reads them."""
    (folder / "letters").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / "letters" / name).write_text(text, encoding="utf-8")
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "questions.jsonl").write_text(lines, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--out", type=Path, default=WORK / "shelves")
    parser.add_argument("--choose", action="store_true")
    parser.add_argument("--avoid", type=Path, nargs="*", default=[], help="JSON lines: further texts with questions")
    options = parser.parse_args()
    if options.choose:
        from training.texts.corpora import more_passages, passages

        held = (FOLDER / "shelves.tsv").read_text(encoding="utf-8")
        avoided = [json.loads(line)["text"] for file in options.avoid for line in file.open(encoding="utf-8")]
        asked = passages(options.corpora) + more_passages(options.corpora)
        known = {run for text in [p["text"] for p in asked] + avoided for run in word_runs(text, RUN)}
        rows = choose(sources(options.corpora), known, [line.split("\t") for line in held.splitlines()[1:]])
        added = "".join("\t".join(map(str, row)) + "\n" for row in rows)
        (FOLDER / "shelves.tsv").write_text(held + added, encoding="utf-8")
    shelves = documents(options.corpora)
    asked = questions(shelves) if (FOLDER / "questions.tsv").exists() else {}
    for shelf, files in shelves.items():
        write_shelf(options.out / shelf, files, asked.get(shelf, []))
    print(f"{len(shelves)} shelves, {sum(map(len, asked.values()))} questions in {options.out}")


if __name__ == "__main__":
    main()

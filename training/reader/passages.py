"""Passages of every field of policy for the reader's questions, referred to by source and place, never copied.

    python -m training.reader.passages --corpora ../shared/corpora --out training/work/reading-passages.jsonl

Manifestos of 1986 and later (source and offsets into the joined text) and running text of laws, circulars and
explanatory notes (line of `paragraphs.nl.txt.gz`), as `questions/reading-passages.tsv` names them. `--choose` draws
passages anew, by hash: none that is known from the questions before, and nothing that stands on a shelf.
"""

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

from training.texts.manifestos import manifestos
from training.texts.places import CORPORA, QUESTIONS
from training.texts.shelves import shelf_texts
from training.texts.text import fold, join_lines, word_runs

CHOSEN = QUESTIONS / "reading-passages.tsv"
FIELDS = {
    "health": r"zorg|ziekenhu|huisarts|patiënt|verpleeg|gezondheid|medicijn|ggz",
    "justice": r"politie|criminali|straf|rechter|justitie|gevangen|advocaat|slachtoffer",
    "schools": r"onderwijs|scholen|leraar|leraren|leerling|student|universiteit|mbo",
    "farming": r"landbouw|boeren|vee|mest|visserij|stikstof|dieren|tuinbouw",
    "roads": r"verkeer|spoor|trein|snelweg|openbaar vervoer|fiets|luchtvaart|schiphol|haven",
    "taxes": r"belasting|btw|accijns|fiscal|tarief|begroting|toeslag",
    "migration": r"asiel|vluchteling|migra|vreemdeling|inburger|opvang",
    "housing": r"woning|huur|huizen|hypothe|bouwen|corporatie",
    "energy": r"energie|klimaat|co2|uitstoot|gas|windmolen|kernenergie|duurza",
    "work": r"werknemer|uitkering|loon|werkloos|pensioen|aow|arbeidsmarkt|zzp",
    "culture": r"cultuur|kunst|museum|omroep|media|sport|bibliothe",
    "state": r"gemeente|provincie|grondwet|referendum|burgemeester|rechtsstaat|digitale overheid|privacy",
    "abroad": r"ontwikkelings|europese unie|handel|ambassade|mensenrechten|verdrag|afrika|consula",
    "water": r"water|dijk|rivier|delta|natuur|bos|kust|overstroming",
}
LAWS = "laws"
CONCRETE = re.compile(
    r"\d|euro|miljoen|miljard|procent|jaar|uiterlijk|omdat|daarom|minister|kabinet|inspectie|commissie"
)
LEGAL = re.compile(r"\blid\b|[Aa]rtikel|Handeling:|Verdrag|partijen")
LENGTH = range(300, 720)
RUN = 6  # words in a row that make a passage known already
PER_FIELD, PER_SOURCE, OF_LAWS = 72, 9, 250


def running_texts(corpora: Path) -> dict[str, str]:
    """Name to running text, of 1986 and later."""
    return {name: re.sub(r"[\x00-\x1f]", " ", join_lines(raw)) for name, raw in manifestos(corpora, 1986)}


def law_lines(corpora: Path):
    with gzip.open(corpora / "laws/paragraphs.nl.txt.gz", "rt", encoding="utf-8") as lines:
        yield from ((number, fold(line)) for number, line in enumerate(lines))


def stretches(text: str):
    """Runs of whole sentences of a passage's length."""
    start = 0
    for match in re.finditer(r"[a-z0-9)»”\"'%][.!?](?= [A-ZÀ-Þ])", text):
        end = match.end()
        if end - start in LENGTH:
            yield start, end
        if end - start >= LENGTH.start:
            start = end + 1


def clean(text: str, common: set[str]) -> bool:
    words = re.findall(r"[a-zà-ÿ]+", text.lower())
    letters = sum(c.isalpha() or c in " ,.'-" for c in text) / len(text)
    return len(words) > 30 and letters > 0.93 and sum(w in common for w in words) >= 0.97 * len(words)


def order(*key: object) -> bytes:
    return hashlib.sha1(" ".join(map(str, key)).encode("utf-8")).digest()


def choose(corpora: Path) -> list[dict]:
    texts = running_texts(corpora)
    spread = Counter(w for t in texts.values() for w in set(re.findall(r"[a-zà-ÿ]+", t.lower())))
    common = {w for w, n in spread.items() if n >= 8}
    with open(corpora / "questions/passages.jsonl", encoding="utf-8") as lines:
        known = {g for line in lines for g in word_runs(json.loads(line)["text"], RUN)}
    known |= {g for text in shelf_texts(corpora) for g in word_runs(text, RUN)}
    chosen: list[dict] = []

    def take(prefix: str, source: str, start: int, end: int, field: str, text: str) -> bool:
        own = word_runs(text, RUN)
        if len(own & known) > len(own) / 10:
            return False
        known.update(own)
        key = prefix + order(source, start).hex()[:8]
        chosen.append({"id": key, "source": source, "start": start, "end": end, "field": field})
        return True

    pool = [(name, s, e) for name, t in texts.items() for s, e in stretches(t) if CONCRETE.search(t[s:e])]
    pool.sort(key=lambda c: order(*c))
    per_source: Counter = Counter()
    for field, words in FIELDS.items():
        pattern, taken = re.compile(words, re.IGNORECASE), 0
        for name, start, end in pool:
            text = texts[name][start:end]
            fits = per_source[name] < PER_SOURCE and len(pattern.findall(text)) >= 3 and clean(text, common)
            if taken < PER_FIELD and fits and take("r", name, start, end, field, text):
                per_source[name] += 1
                taken += 1
    laws = [(n, t) for n, t in law_lines(corpora) if len(t) in LENGTH and telling(t) and clean(t, common)]
    taken = 0
    for number, text in sorted(laws, key=lambda c: order(*c)):
        if taken < OF_LAWS and take("w", LAWS, number, number + 1, LAWS, text):
            taken += 1
    return chosen


def telling(text: str) -> bool:
    """Whether a law's paragraph is running text that says something, rather than a rule."""
    says = re.search(r"\b(19[89]\d|20\d\d)\b|miljoen|euro|procent|%", text)
    return bool(says and re.match(r"[A-Z].*[.] [A-Z]", text) and not LEGAL.search(text))


def chosen_passages(corpora: Path) -> list[dict]:
    """The chosen passages with their texts; raises KeyError where the corpora hold another text."""
    rows = [line.split("\t") for line in CHOSEN.read_text(encoding="utf-8").splitlines()[1:]]
    texts = running_texts(corpora)
    numbers = {int(start) for _, source, start, _, _ in rows if source == LAWS}
    laws = {number: text for number, text in law_lines(corpora) if number in numbers}
    return [
        {
            "id": key,
            "source": source,
            "field": field,
            "text": laws[int(start)] if source == LAWS else texts[source][int(start) : int(end)],
        }
        for key, source, start, end, field in rows
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--choose", action="store_true", help=f"draw passages anew and write {CHOSEN.name}")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    if options.choose:
        rows = sorted(choose(options.corpora), key=lambda r: r["id"])
        lines = ["\t".join(map(str, r.values())) for r in rows]
        CHOSEN.write_text("\n".join(["passage\tsource\tstart\tend\tfield", *lines]) + "\n", encoding="utf-8")
    rows = chosen_passages(options.corpora)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with options.out.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    print(f"{len(rows)} passages in {options.out}: {dict(Counter(r['field'] for r in rows))}")


if __name__ == "__main__":
    main()

"""Checks the written questions (`questions/*.tsv`): by program, and by readers who have not seen the passages.

    python -m training.questions.check --corpora ../shared/corpora

By program: no two texts of different passages are nearly the same (Jaccard of character trigrams over 0.9), and an
everyday question shares at most a fifth of its content stems with its passage. Prints what offends and exits 1 if there
is anything; everyday questions of held-out passages are printed and counted only, for figures are measured on them.

By readers: `--sheets FOLDER` draws 200 questions, each with twenty passages of the same kind of source, on two sheets
with a key. A reader writes lines `question<TAB>passage`; `--answers FILE...` scores them with the key beside the file.
"""
import argparse
import json
import random
import re
from collections import Counter, defaultdict
from functools import cache
from math import ceil
from pathlib import Path

import snowballstemmer

from training.texts import corpora as read
from training.texts.places import CORPORA, QUESTIONS
from training.texts.split import passage_held_out
from training.texts.text import WORD, fold, normalise, stop_words

EVERYDAY = ("everyday_nl", "journalist", "citizen", "official", "pupil")
KEY = "reader-key.json"


def rows(file: Path) -> list[list[str]]:
    return [line.split("\t") for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]


def written() -> list[dict]:
    """Every written text: {file, passage, kind, text}, in the order of the files."""
    passages = rows(QUESTIONS / "questions.tsv")[1:]
    texts = [
        ("questions.tsv", passage, kind, text)
        for passage, *all_ in passages
        for kind, text in zip(read.KINDS, all_, strict=False)
    ]
    for file in sorted(QUESTIONS.glob("more-*.tsv")):
        texts += [(file.name, *c) for c in rows(file)[1:]]
    return [dict(zip(("file", "passage", "kind", "text"), t, strict=True)) for t in texts]


def trigrams(text: str) -> frozenset[str]:
    text = f" {normalise(text)} "
    return frozenset(text[i : i + 3] for i in range(len(text) - 2))


def near_duplicates(questions: list[dict], most: float = 0.9):
    """Pairs of texts of different passages whose trigrams overlap by more than `most` (Jaccard).

    Two such sets share one of the few rarest trigrams of either and are of about one size, so only those are compared.
    """
    grams = [trigrams(q["text"]) for q in questions]
    common = Counter(g for own in grams for g in own)
    seen = defaultdict(list)
    for i, own in enumerate(grams):
        rarest = sorted(own, key=lambda g: (common[g], g))[: len(own) - ceil(most * len(own)) + 1]
        least, largest = most * len(own), len(own) / most
        for j in sorted({j for g in rarest for j in seen[g] if least < len(grams[j]) < largest}):
            overlap = len(own & grams[j]) / len(own | grams[j])
            if overlap > most and questions[i]["passage"] != questions[j]["passage"]:
                yield overlap, questions[j], questions[i]
        for g in rarest:
            seen[g].append(i)


def content_stems():
    """A function from a text to the Snowball stems of its words that are no stop words."""
    stem, stops = cache(snowballstemmer.stemmer("dutch").stemWord), stop_words("nl")
    return lambda text: {stem(w) for w in WORD.findall(normalise(text)) if w not in stops}


def too_close(questions: list[dict], passages: dict[str, dict], most: float = 0.2):
    """Everyday questions that share more than `most` of their content stems with their passage."""
    stems = content_stems()
    of_passage = cache(lambda id: stems(re.sub(r"\u00ad\s*", "", passages[id]["text"])))
    for question in questions:
        own = stems(question["text"]) if question["kind"] in EVERYDAY else set()
        shared = own & of_passage(question["passage"]) if own else set()
        if len(shared) > most * len(own):
            yield len(shared) / len(own), sorted(shared), question


def place(question: dict) -> str:
    return f"{question['file']} {'held out' if passage_held_out(question['passage']) else 'training'}"


def check(questions: list[dict], passages: dict[str, dict]) -> bool:
    alike, close = list(near_duplicates(questions)), list(too_close(questions, passages))
    for overlap, one, other in alike:
        for q in (one, other):
            print(f"alike {overlap:.2f}  {q['passage']} {q['kind']} ({place(q)}): {q['text']}")
    for share, shared, q in close:
        print(f"close {share:.2f}  {q['passage']} {q['kind']} ({place(q)}): {q['text']}  [{', '.join(shared)}]")
    found = f"{len(alike)} pairs alike, {len(close)} everyday questions too close to their passage"
    print(f"{len(questions)} texts: {found}")
    asked = Counter(place(q) for q in questions if q["kind"] in EVERYDAY)
    found = Counter(place(q) for _, _, q in close)
    for group in sorted(asked):
        print(f"  {group}: {found[group]} of {asked[group]} too close")
    return not alike and all(passage_held_out(q["passage"]) for _, _, q in close)


def source_kind(passage: dict) -> str:
    if passage["source"].startswith("BWB"):
        return "treaty"
    return "manifesto" if re.search(r"_(19|20)\d\d", passage["source"]) else "government"


def draw(questions: list[dict], passages: dict[str, dict], count: int = 200, choices: int = 20) -> list[dict]:
    """Questions (no gists) with shuffled passages, one of them their own. The same files give the same draw."""
    rng = random.Random(4)
    of_kind = defaultdict(list)
    for passage in passages.values():
        of_kind[source_kind(passage)].append(passage["id"])
    drawn = []
    for question in rng.sample([q for q in questions if not q["kind"].startswith("gist")], count):
        others = [p for p in of_kind[source_kind(passages[question["passage"]])] if p != question["passage"]]
        shown = [*rng.sample(others, choices - 1), question["passage"]]
        rng.shuffle(shown)
        drawn.append({**question, "shown": shown, "right": shown.index(question["passage"]) + 1})
    return drawn


def write_sheets(folder: Path, drawn: list[dict], passages: dict[str, dict], characters: int = 350) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    half = len(drawn) // 2
    for sheet, start in ((1, 0), (2, half)):
        with open(folder / f"reader-{sheet}.txt", "w", encoding="utf-8") as out:
            for number, question in enumerate(drawn[start : start + half], start + 1):
                out.write(f"=== QUESTION {number}: {question['text']}\n")
                for choice, id in enumerate(question["shown"], 1):
                    out.write(f"{choice}. {fold(passages[id]['text'])[:characters]}\n")
                out.write("\n")
    key = dict(enumerate(drawn, 1))
    (folder / KEY).write_text(json.dumps(key, ensure_ascii=False, indent=1), encoding="utf-8")


def score(answers: list[Path]) -> None:
    """Prints how often the readers chose the right passage, by kind of question and in all."""
    right, asked = Counter(), Counter()
    for file in answers:
        key = json.loads((file.parent / KEY).read_text(encoding="utf-8"))
        for number, choice in rows(file):
            question = key[number.strip()]
            for group in (question["kind"], "all"):
                asked[group] += 1
                right[group] += int(choice) == question["right"]
    for group, count in sorted(asked.items(), key=lambda item: (item[0] == "all", item[0])):
        print(f"{group:12} {right[group]:4} of {count:4}  {right[group] / count:.2f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--sheets", type=Path, metavar="FOLDER")
    parser.add_argument("--answers", type=Path, metavar="FILE", nargs="+")
    options = parser.parse_args()
    if options.answers:
        score(options.answers)
        return 0
    passages = {p["id"]: p for p in read.passages(options.corpora) + read.more_passages(options.corpora)}
    questions = written()
    if options.sheets:
        write_sheets(options.sheets, draw(questions, passages), passages)
        return 0
    return 0 if check(questions, passages) else 1


if __name__ == "__main__":
    raise SystemExit(main())

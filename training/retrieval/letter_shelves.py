"""Made-up letters as shelves, as `npm run eval -- --shelves DIR` reads them, beside those of `retrieval.shelves`.

    python -m training.retrieval.letter_shelves --out training/work/shelves

Their questions are worded alike whether a letter answers them or not, which those of the other shelves are not.
"""
import argparse
from pathlib import Path

from training.reader.letters import SHELVES, Asked, MadeLetter, MadePassage, made_letters
from training.retrieval.shelves import write_shelf
from training.texts.places import WORK
from training.texts.text import sentences

KINDS = {"n": "near_miss", "f": "near_domain"}
ENGLISH = {"the", "of", "what", "how", "who", "which", "does", "did", "are", "when", "why", "for", "to"}


def as_file(letter: MadeLetter) -> str:
    """A letter as people keep it, laid out for the program's parser."""
    ministry, day, *_ = letter.about
    parts = [
        f"Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDatum {day}\nBetreft {letter.subject}",
        "Geachte voorzitter,",
    ]
    above, number = "", 0
    for passage in letter.passages:
        if passage.above != above and passage.answers:
            number += 1
            parts += [f"Vraag {number}\n{passage.above}", f"Antwoord op vraag {number}"]
        elif passage.above != above:
            parts.append(passage.above)
        above = passage.above
        parts.append(passage.text)
    return "\n\n".join([*parts, f"De minister van {ministry},"]) + "\n"


def question(identity: str, letter: MadeLetter, passage: MadePassage, asked: Asked) -> dict:
    words = set(asked.question.lower().replace("?", "").split())
    quote = sentences(passage.text)[asked.sentence - 1]
    return {
        "id": identity,
        "lang": "en" if asked.form == "english" or words & ENGLISH else "nl",
        "type": KINDS.get(asked.kind, asked.form),
        "question": asked.question,
        "gold": [{"file": f"{letter.name}.txt", "quote": quote}] if asked.kind == "a" else [],
        "acceptable": [],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=WORK / "shelves")
    options = parser.parse_args()
    letters = made_letters()
    for shelf in SHELVES:
        own = [letter for letter in letters if letter.name.startswith(shelf)]
        folder = options.out / f"letters{shelf}"
        asked = [(letter, passage, one) for letter in own for passage in letter.passages for one in passage.asked]
        rows = [question(f"{folder.name}-{n:03}", *one) for n, one in enumerate(asked, 1)]
        write_shelf(folder, {f"{letter.name}.txt": as_file(letter) for letter in own}, rows)
        print(f"{len(own)} letters, {len(rows)} questions in {folder}")


if __name__ == "__main__":
    main()

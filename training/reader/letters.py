"""The made-up letters: invented for training, in the form and words of ministers' letters, with their questions.

A file a letter (`questions/letters/README.md`): its ministry and day, its subject, then headings or members'
questions, passages, and behind each passage what is asked of it. Its name begins with its set: two sets are shelves,
which no reader learns from (`training.retrieval.letter_shelves`).
"""

import re
from dataclasses import dataclass
from functools import cache

from training.texts.places import QUESTIONS
from training.texts.text import sentences

FOLDER = QUESTIONS / "letters"
SHELVES = ("b", "n")
ASKED = re.compile(r"([anf])(\d*) (plain|everyday|short|english|indirect) \| (\S.*)")


@dataclass(frozen=True)
class Asked:
    kind: str
    # The number of the sentence that answers (a) or comes closest (n), from 1; 0 for f.
    sentence: int
    form: str
    question: str


@dataclass(frozen=True)
class MadePassage:
    """`id` is its letter's name, a slash and its place: a letter is held out as a whole."""

    id: str
    # Heading or question above it, as `== ` or `=? ` says.
    above: str
    answers: bool
    # What the program puts before a passage: the letter's subject, and the heading or question above it.
    context: str
    text: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class MadeLetter:
    name: str
    # Ministry, day and kind, as its first line has them.
    about: tuple[str, ...]
    subject: str
    passages: tuple[MadePassage, ...]


@cache
def made_letters() -> list[MadeLetter]:
    """All of them, by name; raises ValueError where a line does not fit."""
    return [read_letter(file.stem, file.read_text(encoding="utf-8")) for file in sorted(FOLDER.glob("*.txt"))]


def made_passages() -> list[MadePassage]:
    """Those of letters that are no shelves."""
    return [p for letter in made_letters() if not letter.name.startswith(SHELVES) for p in letter.passages]


def read_letter(name: str, text: str) -> MadeLetter:
    about = subject = above = ""
    answers = False
    found: list[tuple[str, bool, str, list[Asked]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        asked = ASKED.fullmatch(line)
        if line.startswith("@ "):
            about = line[2:]
        elif line.startswith("= "):
            subject = line[2:]
        elif line.startswith(("== ", "=? ")):
            above, answers = line[3:], line.startswith("=? ")
        elif asked:
            kind, sentence, form, question = asked.groups()
            fits = found and (kind == "f" or 0 < int(sentence or 0) <= len(sentences(found[-1][2])))
            if not fits:
                raise ValueError(f"{name}:{number}: {kind}{sentence} does not fit its passage")
            found[-1][3].append(Asked(kind, 0 if kind == "f" else int(sentence), form, question))
        elif line:
            found.append((above, answers, line, []))
    passages = [
        MadePassage(f"{name}/{place}", above, answers, f"{subject}. {above}.", passage, tuple(asked))
        for place, (above, answers, passage, asked) in enumerate(found, 1)
    ]
    return MadeLetter(name, tuple(part.strip() for part in about.split(";")), subject, tuple(passages))

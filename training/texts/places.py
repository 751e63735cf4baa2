"""Where things lie."""
from pathlib import Path

TRAINING = Path(__file__).parents[1]
# Made by these programs and git-ignored.
WORK = TRAINING / "work"
QUESTIONS = TRAINING / "questions"
# What retrieval knows beforehand; the program reads it too.
RETRIEVAL_DATA = TRAINING.parent / "src/retrieval/data"
CORPORA = Path("../shared/corpora")

"""`question-form.tsv`: how much each word or pair of words of a question speaks for or against its being answered.

    python -m training.retrieval.question_form

Questions whose answer is not there, though their subject is, ask for numbers, dates, names and lists more often than
others do. A logistic regression over the words and pairs of words of the written questions (`questions/reading.tsv`),
without any passage: what it tells is no reading, and is kept apart from reading so that trees can weigh the two.
"""
import itertools
import re
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from training.texts.places import QUESTIONS, RETRIEVAL_DATA
from training.texts.split import passage_held_out

FILE = RETRIEVAL_DATA / "question-form.tsv"
OPENS = "^"
# Whose views are asked for is another rule's: the sender's own stand in a letter, others' seldom do.
VIEWS = re.compile(r"\b(?:vind(?:t|en)|vond(?:en)?|denk(?:t|en)|thinks?|thought|says?|said)\b")
LEAST_QUESTIONS = 8  # that hold a word
PENALTY = 3.3
LEAST_WEIGHT = 0.05


def words_of(question: str) -> set[str]:
    """Its words and pairs of neighbours, lower case; `^` stands before the first. The program does the same."""
    found = [OPENS, *re.findall(r"\w+", question.lower())]
    return {*found[1:], *(f"{a} {b}" for a, b in itertools.pairwise(found))}


def fit(questions: list[str], answered: np.ndarray) -> dict[str, float]:
    """Log-odds of an answer, by word or pair (L1-penalised logistic regression: Tibshirani 1996)."""
    sets = [words_of(question) for question in questions]
    counts = Counter(word for words in sets for word in words)
    names = sorted(word for word, count in counts.items() if count >= LEAST_QUESTIONS)
    place = {word: n for n, word in enumerate(names)}
    cells = [(row, place[word]) for row, words in enumerate(sets) for word in words if word in place]
    rows, columns = np.array(cells).T
    held = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(sets), len(names)))
    model = LogisticRegression(C=1 / PENALTY, penalty="l1", solver="liblinear", max_iter=300, random_state=1)
    found = model.fit(held, answered).coef_[0]
    weights = {word: round(float(value), 2) for word, value in zip(names, found, strict=True)}
    return {word: weight for word, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}


def main() -> None:
    rows = [line.split("\t") for line in (QUESTIONS / "reading.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    rows = [row for row in rows if not VIEWS.search(row[3].lower())]
    learnt = [row for row in rows if not passage_held_out(row[0])]
    weights = fit([row[3] for row in learnt], np.array([row[1] == "a" for row in learnt]))
    lines = [f"{word}\t{weight:g}" for word, weight in sorted(weights.items(), key=lambda item: (item[1], item[0]))]
    Path(FILE).write_text("\n".join(["words\tlog-odds", *lines]) + "\n", encoding="utf-8")
    kept = [row for row in rows if passage_held_out(row[0]) and row[1] in "an"]
    scores = np.array([sum(weights.get(word, 0.0) for word in words_of(row[3])) for row in kept])
    value = roc_auc_score([row[1] == "a" for row in kept], scores)
    print(f"{len(weights)} words in {FILE.name}; held-out near misses, AUROC: {value:.3f}")


if __name__ == "__main__":
    main()

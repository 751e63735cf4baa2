"""The written questions that the reader learns from, and what programs make of them."""
import random

from training.reader.passages import CHOSEN
from training.reader.questions import FILE, KINDS
from training.reader.swaps import swapped
from training.texts.places import QUESTIONS


def rows():
    return [line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines()[1:]]


def test_every_written_question_is_of_a_known_passage_and_kind():
    known = {line.split("\t")[0] for file in (CHOSEN, QUESTIONS / "questions.tsv")
             for line in file.read_text(encoding="utf-8").splitlines()}
    for passage, kind, sentence, question in rows():
        assert passage in known
        assert kind in KINDS
        assert (sentence == "0") == (kind in "fo")
        assert question == question.strip() != ""


def test_no_question_is_written_twice():
    questions = [question.lower() for *_, question in rows()]
    assert len(questions) == len(set(questions))


def test_a_swap_asks_for_what_the_passage_does_not_hold():
    passage = "In 2004 kost het museum in Duitsland 30 miljoen euro."
    for seed in range(20):
        other = swapped("Wat kostte het museum in Duitsland in 2004?", passage, random.Random(seed))
        assert other is not None
        assert ("2004" in other) != ("Duitsland" in other)
    assert swapped("Wat kostte het museum?", passage, random.Random(1)) is None

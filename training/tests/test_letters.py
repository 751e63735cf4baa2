"""The made-up letters: whether each is read, and what is held out of them."""
import pytest

from training.reader.letters import SHELVES, made_letters, made_passages, read_letter
from training.retrieval.letter_shelves import as_file, question
from training.texts.split import passage_held_out

LETTER = """@ Financiën; 3 mei 2016; voortgangsbrief
= Voortgang muntstukken
=? Wat kosten munten?
De munt van Zwolle kost 12 cent. Dat is meer dan verwacht.
a1 plain | Wat kost de munt van Zwolle?
n2 short | cost overrun reason
== Vervolg
In de herfst volgt een brief.
f short | accijns op tabak
"""


def test_a_letter_is_read_with_what_stands_above_each_passage():
    letter = read_letter("z01", LETTER)
    first, second = letter.passages
    assert (first.id, first.context, first.answers) == ("z01/1", "Voortgang muntstukken. Wat kosten munten?.", True)
    assert [(a.kind, a.sentence, a.form) for a in first.asked] == [("a", 1, "plain"), ("n", 2, "short")]
    assert (second.context, second.asked[0].kind) == ("Voortgang muntstukken. Vervolg.", "f")


def test_what_does_not_fit_its_passage_is_named():
    with pytest.raises(ValueError, match="z01:5: a3 does not fit"):
        read_letter("z01", LETTER.replace("a1 plain", "a3 plain"))


def test_every_letter_is_read_and_every_passage_asked_about():
    for letter in made_letters():
        assert letter.subject
        assert len(letter.about) == 3
        for passage in letter.passages:
            assert passage.above, passage.id
            assert sum(a.kind != "f" for a in passage.asked) == 5, passage.id


def test_shelves_are_not_learnt_from_and_a_letter_is_held_out_whole():
    passages = made_passages()
    assert passages
    assert not any(p.id.startswith(SHELVES) for p in passages)
    held_out = {p.id.split("/")[0] for p in passages if passage_held_out(p.id)}
    assert all(passage_held_out(p.id) == (p.id.split("/")[0] in held_out) for p in passages)


def test_a_shelf_asks_with_quotes_that_stand_in_its_letter():
    letter = read_letter("z01", LETTER)
    text = as_file(letter)
    assert "Vraag 1\nWat kosten munten?\n\nAntwoord op vraag 1\n\nDe munt van Zwolle" in text
    answered, missed = (question(str(n), letter, letter.passages[0], a) for n, a in enumerate(letter.passages[0].asked))
    assert answered["gold"] == [{"file": "z01.txt", "quote": "De munt van Zwolle kost 12 cent."}]
    assert answered["gold"][0]["quote"] in text
    assert (missed["type"], missed["gold"], missed["lang"]) == ("near_miss", [], "nl")

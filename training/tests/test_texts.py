"""What all rooms read."""
import tarfile

from training.retrieval.results import between, markdown
from training.retrieval.weights import FILE, read, text
from training.texts.manifestos import manifestos
from training.texts.places import QUESTIONS
from training.texts.split import passage_held_out, split_headings
from training.texts.text import join_lines, stop_words


def test_a_tenth_of_the_written_questions_is_held_out():
    lines = (QUESTIONS / "questions.tsv").read_text(encoding="utf-8").splitlines()[1:]
    held = [line for line in lines if passage_held_out(line.split("\t")[0])]
    assert len(held) == 383


def test_no_text_of_a_held_out_heading_stays_in_training():
    rows = [("law", f"Heading number {i} of the law", f"text {i % 40} " * 20) for i in range(60)]
    train, held = split_headings(rows)
    assert held
    assert not {text for *_, text in train} & {text for *_, text in held}


def test_stop_words_are_those_that_retrieval_reads():
    assert "waarom" in stop_words("nl")
    assert "the" not in stop_words("nl")
    assert {"waarom", "the"} <= stop_words("nl", "en")


def test_lines_of_a_pdf_become_running_text():
    assert join_lines("de verde-\ndiging van\n  Europa\u00ad se landen") == "de verdediging van Europase landen"


def test_manifestos_come_in_order_without_what_is_too_old(tmp_path):
    files = {"VVD_2021.txt": "nieuw", "ARP_1971.txt": "oud", "ARP_1946.txt": "te oud", "._VVD_2021.txt": "rest"}
    (tmp_path / "manifestos").mkdir()
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    with tarfile.open(tmp_path / "manifestos/manifestos.nl.tar.gz", "w:gz") as tar:
        for name in files:
            tar.add(tmp_path / name, f"./{name}")
    assert list(manifestos(tmp_path)) == [("ARP_1971", "oud"), ("VVD_2021", "nieuw")]
    assert [name for name, _ in manifestos(tmp_path, since=1986)] == ["VVD_2021"]


def test_weights_are_written_as_they_stand():
    assert text(read()) + "\n" == FILE.read_text(encoding="utf-8")


def test_tables_go_between_their_marks():
    filled = between("a\n<!-- x -->\nold\n<!-- /x -->\nb\n", "x", markdown([["system", "MRR"], ["ours", "0.785"]]))
    assert filled == "a\n<!-- x -->\n| system | MRR |\n|---|---|\n| ours | .785 |\n<!-- /x -->\nb\n"

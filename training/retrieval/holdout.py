"""The held-out texts as files that `npm run eval -- --holdout DIR --laws DIR` reads.

    python -m training.retrieval.holdout --corpora ../shared/corpora --out training/work/holdout

`passages.jsonl` holds all passages with written questions, `questions.jsonl` the questions of the held-out tenth,
`headings.jsonl` the held-out headings of laws with their texts.
"""
import argparse
import json
from pathlib import Path

from training.texts import corpora as read
from training.texts.places import CORPORA, WORK

# Kinds of `questions.tsv` as tables of measurements call them, with their languages.
KINDS = {"plain_nl": ("plain", "nl"), "everyday_nl": ("everyday", "nl"), "question_en": ("english", "en")}


def write(file: Path, rows: list[dict]) -> None:
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def questions(corpora: Path) -> list[dict]:
    return [
        {"passage": row["id"], "kind": kind, "language": language, "text": row[column]}
        for row in read.questions(corpora, held_out=True)
        for column, (kind, language) in KINDS.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--out", type=Path, default=WORK / "holdout")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    passages = [{"id": row["id"], "text": row["text"]} for row in read.passages(options.corpora)]
    asked = questions(options.corpora)
    _, headings = read.headings(options.corpora)
    write(options.out / "passages.jsonl", passages)
    write(options.out / "questions.jsonl", asked)
    write(options.out / "headings.jsonl", [{"heading": heading, "text": text} for _, heading, text in headings])
    print(f"{len(passages)} passages, {len(asked)} questions, {len(headings)} headings in {options.out}")


if __name__ == "__main__":
    main()

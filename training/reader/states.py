"""What the encoder makes of the reader's questions and passages, once, so that training the reader takes minutes.

python -m training.reader.states --model training/work/encoder/round-6.pt --tokenizer FOLDER --reading FILE --out FILE
"""

import argparse
import random
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from training.encoder.model import PREFIX, Tokens, load
from training.reader.letters import made_passages
from training.reader.questions import KINDS, passage_texts, read_questions
from training.reader.swaps import swapped
from training.texts import corpora as read
from training.texts.places import CORPORA
from training.texts.split import bucket
from training.texts.text import fold, sentences

QUESTION, PASSAGE = 40, 256  # tokens


@dataclass
class Text:
    """A text's token vectors in whole numbers, and of a passage the sentence of each token, from 0."""

    rows: np.ndarray
    weights: np.ndarray
    sentence: np.ndarray
    pooled: np.ndarray


# The largest number of a row: a passage's are kept in four bits by the index, a question's are not kept.
LARGEST = {"query": 127, "passage": 7}


def quantised(rows: torch.Tensor, largest: int) -> torch.Tensor:
    """Rows as whole numbers up to `largest`, each by its own scale."""
    return (rows / rows.abs().amax(-1, keepdim=True).clamp_min(1e-9) * largest).round().to(torch.int8)


def in_parts(tokens: Tokens, parts: list[str], kind: str, context: str = "") -> tuple[list[int], list[int]]:
    """A text's ids, context and parts cut into pieces one by one as the program does, and the part of each or -1."""
    pieces = tokens.tokenizer.encode_batch([PREFIX[kind].rstrip(), context, *parts], add_special_tokens=False)
    ids = [0, *(i for e in pieces for i in e.ids)]
    part = [-1, *(max(n, -1) for n, e in enumerate(pieces, -2) for _ in e.ids)]
    return [*ids[: tokens.most - 1], 2], [*part[: tokens.most - 1], -1]


@torch.no_grad()
def encode(model, tokens: Tokens, texts: list[tuple[str, list[str]]], kind: str) -> list[Text]:
    """Token vectors of texts, each its context and its parts; of the parts alone, as the program's reader gets them."""
    order = sorted(range(len(texts)), key=lambda i: sum(map(len, texts[i][1])))
    out: list = [None] * len(texts)
    for at in range(0, len(order), 32):
        numbers = order[at : at + 32]
        lists, parts = zip(*(in_parts(tokens, texts[i][1], kind, texts[i][0]) for i in numbers), strict=True)
        ids = torch.full((len(lists), max(map(len, lists))), 1)
        for row, found in zip(ids, lists, strict=False):
            row[: len(found)] = torch.tensor(found)
        with torch.autocast("cpu", torch.bfloat16):
            rows, weights, pooled = model(ids, ids != 1)
        for k, i in enumerate(numbers):
            own = np.array(parts[k])
            keep = np.flatnonzero(own >= 0)
            out[i] = Text(
                quantised(rows[k, keep].float(), LARGEST[kind]).numpy(),
                weights[k, keep].float().numpy(),
                own[keep].astype(np.int16),
                F.normalize(pooled[k].float(), dim=0).numpy().astype(np.float16),
            )
    return out


def all_passages(reading: Path, corpora: Path) -> dict[str, str]:
    """Id to text of every passage that questions were written over."""
    return (
        passage_texts(reading, corpora)
        | {p["id"]: fold(p["text"]) for p in read.more_passages(corpora)}
        | {p.id: p.text for p in made_passages()}
    )


def in_context(ids: list[str], passages: dict[str, str]) -> list[tuple[str, list[str]]]:
    """Passages as the program encodes them: what stands before each, if anything, and its sentences."""
    before = {p.id: p.context for p in made_passages()}
    return [(before.get(key, ""), sentences(passages[key])) for key in ids]


def asked_questions(reading: Path, corpora: Path) -> list[tuple[str, str, int, str]]:
    """(passage, kind, the sentence that answers from 0 or -1, question): those written for the reader, their swaps, and
    those written before."""
    rows = read_questions(reading, corpora)
    questions = [(r.passage, r.kind, r.sentence - 1, r.question) for r in rows]
    questions += [(p.id, a.kind, a.sentence - 1, a.question) for p in made_passages() for a in p.asked]
    rng = random.Random(1)
    for row in rows:
        other = swapped(row.question, row.text, rng) if row.kind == "a" else None
        if other:
            questions.append((row.passage, "s", -1, other))
    for held_out in (False, True):
        for row in read.questions(corpora, held_out):
            questions += [(row["id"], kind, -1, row[kind]) for kind in ("plain_nl", "everyday_nl", "question_en")]
        questions += [(p, "more", -1, q) for p, a, q, _ in read.more_questions(corpora, held_out) if a != "gist_nl"]
    return questions


def plain(texts: list[Text]) -> list[tuple]:
    return [astuple(text) for text in texts]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--reading", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--older", type=float, default=1, help="which part of the questions written before is taken along"
    )
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    model = load(options.model).eval()
    passages = all_passages(options.reading, options.corpora)
    questions = asked_questions(options.reading, options.corpora)
    questions = [q for q in questions if q[1] in KINDS + "s" or bucket("older " + q[0], 1000) < 1000 * options.older]
    asked_of = {q[0] for q in questions}
    ids = sorted(key for key in passages if key in asked_of)
    # As plain tuples: a class would tie the file to where this program was started from.
    torch.save(
        {
            "ids": ids,
            "passages": plain(
                encode(model, Tokens(options.tokenizer, PASSAGE), in_context(ids, passages), "passage")
            ),
            "asked": questions,
            "questions": plain(
                encode(model, Tokens(options.tokenizer, QUESTION), [("", [q[3]]) for q in questions], "query")
            ),
        },
        options.out,
    )
    print(f"{len(ids)} passages, {len(questions)} questions")


if __name__ == "__main__":
    main()

"""Trains the reader on the token vectors that `training.reader.states` wrote.

    python -m training.reader.train --states FILE --out training/work/reader.pt

Each epoch a question meets its own passage and some that the pooled vectors find like it. Of those it is only known
that they were not what it was written over, so they teach "does not answer" alone, and the likest are left out.
"""

import argparse
import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from torch.nn import functional as F

from training.reader.model import Reader
from training.reader.states import Text
from training.texts.split import passage_held_out

CLASS = {"a": 0, "n": 1, "s": 1, "f": 2, "o": 2}
OLDER = -1  # a question written before: its passage answers it, as far as that is known
MOST_QUESTION, MOST_PASSAGE = 40, 240


@dataclass(frozen=True)
class Pair:
    question: int
    passage: int
    # 0, 1, 2: the class; 3: anything but "answers"; 4: "answers", of an older question
    label: int
    sentence: int = -1


def nearest(q: torch.Tensor, p: torch.Tensor, ids: list[str], asked: list[tuple]) -> list[list[int]]:
    """Of each question the 24 passages whose pooled vectors are most like its own, best first: never the one it was
    written over, and never a held-out one for a question that is trained on."""
    shut = torch.tensor([passage_held_out(key) for key in ids])
    place = {key: i for i, key in enumerate(ids)}
    near = []
    for at in range(0, len(q), 512):
        scores = q[at : at + 512] @ p.T
        for row, (key, *_) in zip(scores, asked[at : at + 512], strict=True):
            if not passage_held_out(key):
                row[shut] = -1
            row[place[key]] = -1
        near += scores.topk(24, dim=1).indices.tolist()
    return near


class States:
    def __init__(self, path: Path):
        found = torch.load(path, weights_only=False)
        self.ids, self.asked = found["ids"], found["asked"]
        self.questions, self.passages = ([Text(*t) for t in found[k]] for k in ("questions", "passages"))
        self.place = {key: i for i, key in enumerate(self.ids)}
        self.held_out = [passage_held_out(key) for key, *_ in self.asked]
        q = torch.tensor(np.stack([t.pooled for t in self.questions])).float()
        p = torch.tensor(np.stack([t.pooled for t in self.passages])).float()
        self.near = nearest(q, p, self.ids, self.asked)

    def batch(self, pairs: list[Pair]):
        q = [self.questions[p.question] for p in pairs]
        t = [self.passages[p.passage] for p in pairs]
        rows = [torch.from_numpy(x.rows[:MOST_QUESTION]).float() for x in q]
        texts = [torch.from_numpy(x.rows[:MOST_PASSAGE]).float() for x in t]
        pad = torch.nn.utils.rnn.pad_sequence
        weights = pad([torch.from_numpy(x.weights[:MOST_QUESTION]) for x in q], batch_first=True)
        sentence = pad(
            [torch.from_numpy(x.sentence[:MOST_PASSAGE].astype(np.int64)) for x in t],
            batch_first=True,
            padding_value=-1,
        )
        return (
            F.normalize(pad(rows, batch_first=True), dim=2),
            weights,
            F.normalize(pad(texts, batch_first=True), dim=2),
            (sentence >= 0).float(),
            sentence,
        )


def pairs_of(states: States, rng: random.Random, negatives: int) -> list[Pair]:
    pairs = []
    for number, (key, kind, sentence, _) in enumerate(states.asked):
        if states.held_out[number]:
            continue
        own = states.place[key]
        if kind in CLASS:
            pairs.append(Pair(number, own, CLASS[kind], sentence if kind == "a" else -1))
            pairs += [Pair(number, p, 3) for p in rng.sample(states.near[number][1:], negatives)]
        elif rng.random() < 0.35:
            pairs.append(Pair(number, own, 4))
            pairs += [Pair(number, p, 3) for p in rng.sample(states.near[number][4:], 1)]
    rng.shuffle(pairs)
    return pairs


def loss_of(classes: torch.Tensor, points: torch.Tensor, sentence: torch.Tensor, pairs: list[Pair]) -> torch.Tensor:
    label = torch.tensor([p.label for p in pairs])
    known = label <= 2
    log = classes.log_softmax(1)
    loss = F.nll_loss(log[known], label[known], reduction="sum") if known.any() else 0
    answers, not_answers = log[:, 0], torch.logsumexp(log[:, 1:], 1)
    loss = loss - 0.5 * answers[label == 4].sum() - 0.7 * not_answers[label == 3].sum()
    wanted = torch.tensor([p.sentence for p in pairs])
    pointed = (wanted >= 0).nonzero().squeeze(1)
    if len(pointed):
        scores = by_sentence(points[pointed], sentence[pointed])
        fits = wanted[pointed] < scores.shape[1]
        loss = loss + 0.5 * F.cross_entropy(scores[fits], wanted[pointed][fits], reduction="sum")
    return loss / len(pairs)


def by_sentence(points: torch.Tensor, sentence: torch.Tensor) -> torch.Tensor:
    """The mean of each sentence's tokens [batch, sentences]; what has no token scores very low."""
    count = int(sentence.max()) + 1
    member = F.one_hot(sentence.clamp_min(0), count).float() * (sentence >= 0).unsqueeze(2)
    sums = (points.unsqueeze(2) * member).sum(1)
    held = member.sum(1)
    return torch.where(held > 0, sums / held.clamp_min(1), torch.full_like(sums, -1e4))


@torch.no_grad()
def judge(model: Reader, states: States, pairs: list[Pair]) -> tuple[np.ndarray, list]:
    model.eval()
    out, pointed = [], []
    for at in range(0, len(pairs), 64):
        part = pairs[at : at + 64]
        *inputs, sentence = states.batch(part)
        classes, points = model(*inputs)
        out.append(classes.softmax(1).numpy())
        pointed += by_sentence(points, sentence).argmax(1).tolist()
    return np.concatenate(out), pointed


def measure(model: Reader, states: States) -> dict:
    """On held-out passages: how well `answers` parts the answerable from the rest; whether the sentence is right."""
    pairs = [
        Pair(n, states.place[k], CLASS[kind], s)
        for n, (k, kind, s, _) in enumerate(states.asked)
        if states.held_out[n] and kind in CLASS
    ]
    found, pointed = judge(model, states, pairs)
    kinds = np.array([p.label for p in pairs])
    right = [p.sentence == s for p, s in zip(pairs, pointed, strict=False) if p.label == 0]
    older = [
        Pair(n, states.place[k], 4)
        for n, (k, kind, *_) in enumerate(states.asked)
        if states.held_out[n] and kind == "everyday_nl"
    ]
    near = [Pair(p.question, states.near[p.question][r], 3) for p in older for r in (0, 3)]
    yes, no = (judge(model, states, p)[0][:, 0] for p in (older, near))
    return {
        "near": roc_auc_score(kinds[kinds < 2] == 0, found[kinds < 2, 0]),
        "other": roc_auc_score(kinds[kinds != 1] == 0, found[kinds != 1, 0]),
        "accuracy": float((found.argmax(1) == kinds).mean()),
        "sentence": float(np.mean(right)),
        "everyday": roc_auc_score([1] * len(yes) + [0] * len(no), np.concatenate([yes, no])),
        "n": len(pairs),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--states", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="a reader to go on from")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=48)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--negatives", type=int, default=1)
    parser.add_argument("--dropout", type=float, default=0.15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    states = States(options.states)
    size = states.passages[0].rows.shape[1]
    model = Reader(options.dropout, size)
    if options.start:
        model.load_state_dict(torch.load(options.start))
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=0.02)
    length = len(pairs_of(states, rng, options.negatives)) // options.batch
    total = options.epochs * length
    step = 0
    for epoch in range(options.epochs):
        model.train()
        pairs = pairs_of(states, rng, options.negatives)
        losses = []
        for at in range(0, len(pairs) - options.batch, options.batch):
            factor = min(1, (step + 1) / 200) * max(0.02, 1 - step / total)
            for group in optimizer.param_groups:
                group["lr"] = options.rate * factor
            part = pairs[at : at + options.batch]
            *inputs, sentence = states.batch(part)
            with torch.autocast("cpu", torch.bfloat16):
                classes, points = model(*inputs)
            loss = loss_of(classes.float(), points.float(), sentence, part)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(loss.item())
            step += 1
        print(
            json.dumps(
                {
                    "epoch": epoch,
                    "loss": round(float(np.mean(losses)), 4),
                    **{k: round(v, 4) for k, v in measure(model, states).items()},
                }
            ),
            flush=True,
        )
    torch.save(model.state_dict(), options.out)


if __name__ == "__main__":
    main()

"""Trains the cross-encoder on the states that `training.cross_encoder.states` wrote.

    python -m training.cross_encoder.train --packages FOLDER --tokenizer training/work/tokenizer \
        --states training/work/cross --out training/work/cross.pt

Each question meets its own passage and one that the pooled vectors find like it. Of those it is only known that they
were not what it was written over, so they teach "does not answer" alone, and the likest are left out. What was broken
off goes on at the last checkpoint.

What a question's words alone tell of its kind is told to the loss beforehand, and a passage without the sentence that
answers is met as well: so that what is learnt is to read.
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from training.cross_encoder.model import CrossEncoder, begun_from
from training.cross_encoder.states import Texts
from training.encoder.model import start, write
from training.reader.questions import BALANCED_FROM
from training.reader.train import CLASS, Pair, by_sentence, loss_of, nearest
from training.texts.split import bucket, passage_held_out

MOST_PASSAGE = 240
# Steps between two looks at what is held out, which take as long as fifty steps.
MEASURED_EVERY = 1000
# Without AMX 16-bit floats take half as long again as 32-bit ones, also where AVX-512 knows them.
SMALL_FLOATS = torch.cpu._is_amx_tile_supported()


class States:
    def __init__(self, folder: Path):
        found = json.loads((folder / "asked.json").read_text())
        self.asked = [tuple(q) for q in found["asked"]]
        self.questions, self.passages = Texts.load(folder, "questions"), Texts.load(folder, "passages")
        self.place = {key: i for i, key in enumerate(found["ids"])}
        self.held_out = [passage_held_out(key) for key, *_ in self.asked]
        self.without = {tuple(key): len(found["ids"]) + n for n, key in enumerate(found["without"])}
        self.form = form_of(self.asked, self.held_out)
        q, p = (torch.from_numpy(t.pooled).float() for t in (self.questions, self.passages))
        # Behind the passages themselves lie those without a sentence.
        self.near = nearest(q, p[: len(found["ids"])], found["ids"], self.asked)

    def batch(self, pairs: list[Pair]):
        """States [pairs, tokens, 384], mask, side, and the passage's sentence of each token or -1."""
        rows, sides, sentences = [], [], []
        for pair in pairs:
            q = slice(*self.questions.starts[pair.question : pair.question + 2])
            p = slice(*self.passages.starts[pair.passage : pair.passage + 2])
            p = slice(p.start, min(p.stop, p.start + MOST_PASSAGE))
            rows.append(torch.from_numpy(np.concatenate([self.questions.states[q], self.passages.states[p]])))
            of_question = q.stop - q.start
            sides.append(
                torch.cat([torch.zeros(of_question, dtype=torch.long), torch.ones(p.stop - p.start, dtype=torch.long)])
            )
            sentences.append(
                torch.cat([torch.full((of_question,), -1), torch.from_numpy(self.passages.parts[p].astype(np.int64))])
            )
        pad = torch.nn.utils.rnn.pad_sequence
        side = pad(sides, batch_first=True, padding_value=-1)
        return (
            pad(rows, batch_first=True).float(),
            side >= 0,
            side.clamp_min(0),
            pad(sentences, batch_first=True, padding_value=-1),
        )


def pairs_of(states: States, rng: random.Random, older: float, leaning: float) -> list[Pair]:
    pairs = []
    for number, (key, kind, sentence, _) in enumerate(states.asked):
        if states.held_out[number] or (number < BALANCED_FROM and rng.random() >= leaning):
            continue
        own = states.place[key]
        if kind in CLASS:
            pairs.append(Pair(number, own, CLASS[kind], sentence if kind == "a" else -1))
            if kind == "a" and (key, sentence) in states.without and rng.random() < 0.8:
                pairs.append(Pair(number, states.without[key, sentence], 3))
            if rng.random() < (0.4 if kind == "a" else 0.15):
                pairs.append(Pair(number, rng.choice(states.near[number][1:]), 3))
        elif rng.random() < older:
            pairs.append(Pair(number, own, 4))
            pairs.append(Pair(number, rng.choice(states.near[number][4:]), 3))
    rng.shuffle(pairs)
    return pairs


NO_FORM = np.zeros(3)


def form_of(asked: list[tuple], held_out: list[bool]) -> np.ndarray:
    """Of each question the log-odds of the three classes as its words alone tell them, without any passage; by a model
    of the questions over other passages."""
    form = np.zeros((len(asked), 3))
    known = [n for n, (_, kind, *_) in enumerate(asked) if kind in CLASS]
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=3, token_pattern=r"\w+|\?").fit_transform(
        [asked[n][3] for n in known]
    )
    labels = np.array([CLASS[asked[n][1]] for n in known])
    fold = np.array([bucket("form " + asked[n][0], 5) for n in known])
    for part in range(5):
        own = fold == part
        others = ~own & ~np.array([held_out[n] for n in known])
        model = LogisticRegression(max_iter=300).fit(words[others], labels[others])
        form[np.array(known)[own]] = model.predict_log_proba(words[own])
    return form


@torch.no_grad()
def judge(model: CrossEncoder, states: States, pairs: list[Pair]) -> tuple[np.ndarray, list]:
    model.eval()
    out, pointed = [], []
    order = sorted(
        range(len(pairs)),
        key=lambda i: states.passages.starts[pairs[i].passage + 1] - states.passages.starts[pairs[i].passage],
    )
    places: list = [None] * len(pairs)
    for at in range(0, len(order), 32):
        numbers = order[at : at + 32]
        *inputs, sentence = states.batch([pairs[i] for i in numbers])
        with torch.autocast("cpu", torch.bfloat16, enabled=SMALL_FLOATS):
            classes, points = model(*inputs)
        chosen = by_sentence(points.float(), sentence).argmax(1).tolist()
        for k, i in enumerate(numbers):
            places[i] = (classes[k].float().softmax(0).numpy(), chosen[k])
    out, pointed = zip(*places, strict=True)
    return np.stack(out), list(pointed)


def measure(model: CrossEncoder, states: States, some: float = 1) -> dict:
    """On held-out passages: how well `answers` parts the answerable from the rest; whether the sentence is right."""
    pairs = [
        Pair(n, states.place[k], CLASS[kind], s)
        for n, (k, kind, s, _) in enumerate(states.asked)
        if states.held_out[n] and kind in CLASS
    ]
    older = [
        Pair(n, states.place[k], 4)
        for n, (k, kind, *_) in enumerate(states.asked)
        if states.held_out[n] and kind == "everyday_nl"
    ]
    if some < 1:
        pairs, older = pairs[:: round(1 / some)], older[:: round(1 / some)]
    found, pointed = judge(model, states, pairs)
    kinds = np.array([p.label for p in pairs])
    odds = np.log(found[:, 0] + 1e-6) - np.log(1 - found[:, 0] + 1e-6)
    form = np.array([states.form[p.question] for p in pairs])
    whole = odds + form[:, 0] - np.logaddexp(form[:, 1], form[:, 2])
    missing = [
        (p, Pair(p.question, states.without[k, p.sentence], 3))
        for p in pairs
        if p.label == 0
        for k in [states.asked[p.question][0]]
        if (k, p.sentence) in states.without
    ]
    cut = judge(model, states, [b for _, b in missing])[0][:, 0]
    own = {p.question: f for p, f in zip(pairs, found[:, 0], strict=True)}
    right = [p.sentence == s for p, s in zip(pairs, pointed, strict=False) if p.label == 0]
    near = [Pair(p.question, states.near[p.question][r], 3) for p in older for r in (0, 3)]
    yes, no = (judge(model, states, p)[0][:, 0] for p in (older, near))
    return {
        "near": roc_auc_score(kinds[kinds < 2] == 0, found[kinds < 2, 0]),
        "near with form": roc_auc_score(kinds[kinds < 2] == 0, whole[kinds < 2]),
        "form": roc_auc_score(kinds[kinds < 2] == 0, form[kinds < 2, 0] - form[kinds < 2, 1]),
        "without": float(np.mean([own[a.question] > c for (a, _), c in zip(missing, cut, strict=True)])),
        "other": roc_auc_score(kinds[kinds != 1] == 0, found[kinds != 1, 0]),
        "accuracy": float((found.argmax(1) == kinds).mean()),
        "sentence": float(np.mean(right)),
        "everyday": roc_auc_score([1] * len(yes) + [0] * len(no), np.concatenate([yes, no])),
        "n": len(pairs),
    }


def batches(states: States, pairs: list[Pair], size: int, rng: random.Random) -> list[list[Pair]]:
    """Pairs of like lengths together, within stretches of thirty batches, so that little is padded."""
    length = lambda p: int(states.passages.starts[p.passage + 1] - states.passages.starts[p.passage])  # noqa: E731
    found = []
    for at in range(0, len(pairs), 30 * size):
        part = sorted(pairs[at : at + 30 * size], key=length)
        own = [part[k : k + size] for k in range(0, len(part) - size + 1, size)]
        rng.shuffle(own)
        found += own
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True, help="what training.encoder.vocabulary wrote")
    parser.add_argument("--states", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--older", type=float, default=0.25, help="which part of the older questions an epoch takes")
    parser.add_argument(
        "--leaning", type=float, default=1, help="which part of the questions whose words tell their kind is taken"
    )
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--rate-end", type=float, default=0.02, help="which part of the rate is left at the end")
    parser.add_argument("--start", type=Path, help="what this program wrote before, to begin from")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, help="as many at most; the rate falls to its end by then")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    states = States(options.states)
    model = begun_from(start(options.packages, options.tokenizer), options.layers, options.dropout)
    if options.start:
        model.load_state_dict({name: values.float() for name, values in torch.load(options.start).items()})
    plan = []
    for epoch in range(options.epochs):
        rng = random.Random(f"{options.seed} {epoch}")
        plan += batches(states, pairs_of(states, rng, options.older, options.leaning), options.batch, rng)
    heads = [p for n, p in model.named_parameters() if not n.startswith("layers.")]
    groups = [
        {"params": list(model.layers.parameters()), "rate": options.rate},
        {"params": heads, "rate": 5 * options.rate},
    ]
    optimizer = torch.optim.AdamW(groups, lr=options.rate, weight_decay=0.01)
    checkpoint = options.out.with_suffix(".checkpoint")
    first = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        first = saved["step"]
    started, losses = time.time(), []
    total = min(len(plan), options.steps or len(plan))
    for step in range(first, total):
        model.train()
        torch.manual_seed(options.seed * 1_000_003 + step)
        factor = min(1, (step + 1) / 100) * max(options.rate_end, 1 - step / total)
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * factor
        part = plan[step]
        *inputs, sentence = states.batch(part)
        with torch.autocast("cpu", torch.bfloat16, enabled=SMALL_FLOATS):
            classes, points = model(*inputs)
        # A product of experts (Clark and others 2019): what a question's form alone tells is taken as told, so that
        # what is learnt is what the passage says.
        form = torch.tensor(np.stack([states.form[p.question] if p.label <= 2 else NO_FORM for p in part])).float()
        loss = loss_of(classes.float() + form, points.float(), sentence, part)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        losses.append(loss.item())
        if (step + 1) % 50 == 0:
            said = {
                "step": step + 1,
                "of": total,
                "loss": round(float(np.mean(losses[-50:])), 4),
                "seconds": round(time.time() - started),
            }
            if (step + 1) % MEASURED_EVERY == 0:
                said |= {k: round(v, 4) for k, v in measure(model, states, 1 / 3).items()}
            if (step + 1) % 250 == 0:
                write({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step + 1}, checkpoint)
            print(json.dumps(said), flush=True)
    print(json.dumps({k: round(v, 4) for k, v in measure(model, states).items()}))
    write({k: v.half() for k, v in model.state_dict().items()}, options.out)


if __name__ == "__main__":
    main()

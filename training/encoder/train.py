"""Fine-tunes the cut model for late interaction and pooled search together.

    python -m training.encoder.train --packages FOLDER --tokenizer FOLDER --corpora ../shared/corpora \
        --round 1 --seed 1 --steps 300 --out training/work/encoder

A round starts from the mean of what the round before left (`round-0.pt`: the pre-trained model) and is run by twins
with seeds of their own, a thread each; `--mean` makes the next start. What was broken off goes on at its checkpoint.
"""

import argparse
import json
import math
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from training.encoder.examples import Examples
from training.encoder.model import (
    LATE,
    LAYERS,
    ContextualEncoder,
    Tokens,
    describe,
    late,
    load,
    mean_of,
    save,
    start,
    write,
)

FROZEN = 6  # layers below stay as they were pre-trained, like the piece vectors
QUESTION, PASSAGE = 40, 144  # tokens
SCALES = (30.0, 30.0, 20.0)  # of late, pooled and their sum, before the softmax


def initial(packages: Path, tokenizer: Path, texts: list[str]) -> ContextualEncoder:
    """The pre-trained model; its projection to the principal directions of token states, its weights to their IDF."""
    model = start(packages, tokenizer).eval()
    tokens = Tokens(tokenizer)
    with torch.no_grad():
        states = []
        seen = torch.zeros(len(model.words.weight))
        for at in range(0, len(texts), 32):
            ids, mask = tokens(texts[at : at + 32], "passage")
            for row in ids:
                seen[row.unique()] += 1
            if at < 480:
                states.append(model.below(ids, mask, LAYERS))
        x = torch.cat(states)
        x = x - x.mean(0)
        directions = torch.linalg.eigh(x.T @ x)[1].flip(1)[:, :LATE]
        model.project.weight.copy_(directions.T)
        model.project.bias.copy_(-(directions.T @ torch.cat(states).mean(0)))
        idf = ((len(texts) + 1) / (seen + 0.5)).log().clamp_min(0.05)
        model.piece_weight.weight.copy_((idf / idf.max()).log().unsqueeze(1))
    return model


def freeze(model: ContextualEncoder) -> ContextualEncoder:
    """The piece vectors and the lower layers stay as they were pre-trained."""
    for part in (model.words, model.positions, model.norm, model.layers[:FROZEN]):
        part.requires_grad_(False).eval()
    return model


def groups_of(model: ContextualEncoder, highest: float) -> list[dict]:
    """What is learnt, for an optimizer: each group with the rate it begins with."""
    return [
        {"params": list(model.layers[FROZEN:].parameters()), "rate": highest},
        {"params": [*model.project.parameters(), *model.context_weight.parameters()], "rate": 5 * highest},
        {"params": list(model.piece_weight.parameters()), "rate": 50 * highest},
    ]


class FrozenStates:
    """What the frozen layers give of a text. It never changes, so that of a passage is kept, as bfloat16."""

    def __init__(self, model: ContextualEncoder, tokens: Tokens, kind: str, keep: bool):
        self.model, self.tokens, self.kind, self.keep = model, tokens, kind, keep
        self.kept: dict[str, torch.Tensor] = {}

    def __call__(self, texts: list[str]):
        """(ids, mask, (layers, packed states)), as the model takes them."""
        new = [t for t in texts if t not in self.kept]
        states = self.kept if self.keep else {}
        if new:
            ids, mask = self.tokens(new, self.kind)
            with torch.no_grad():
                packed = self.model.below(ids, mask, FROZEN)
            rows = packed.bfloat16().split(mask.sum(1).tolist())
            states.update((text, own.clone()) for text, own in zip(new, rows, strict=True))
        return *self.tokens(texts, self.kind), (FROZEN, torch.cat([states[t] for t in texts]).float())


def loss_of(
    model: ContextualEncoder,
    below: tuple[FrozenStates, FrozenStates],
    questions: list[str],
    passages: list[str],
):
    right = torch.arange(len(questions))
    q, q_weights, q_pooled = model(*below[0](questions))
    p, _, p_pooled = model(*below[1](passages))
    by_late = late(q, q_weights, p)
    by_pooled = q_pooled @ p_pooled.T
    losses = [
        F.cross_entropy(scores * scale, right)
        for scores, scale in zip((by_late, by_pooled, by_late + by_pooled), SCALES, strict=False)
    ]
    hits = (by_late.argmax(1) == right).float().mean()
    return losses, hits


@torch.no_grad()
def pooled_of(model: ContextualEncoder, tokens: Tokens, texts: list[str], kind: str) -> torch.Tensor:
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    out = torch.zeros(len(texts), model.words.weight.shape[1])
    with torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), 48):
            part = order[at : at + 48]
            out[part] = model(*tokens([texts[i] for i in part], kind))[2]
    return out


def mine(model: ContextualEncoder, tokens: Tokens, passages: list[str], ranks: range = range(1, 21)) -> list[list[int]]:
    """For each passage those most like it by the pooled vector, but for its own copies."""
    vectors = pooled_of(model.eval(), tokens, passages, "passage")
    found = []
    for at in range(0, len(passages), 512):
        scores = vectors[at : at + 512] @ vectors.T
        best = scores.topk(ranks.stop, dim=1)
        for row, (ids, values) in enumerate(zip(best.indices.tolist(), best.values.tolist(), strict=False)):
            found.append([i for i, v in zip(ids, values, strict=False) if i != at + row and v < 0.97])
    return found


def rate(step: int, total: int, warm: int = 20) -> float:
    return min(1, (step + 1) / warm) * max(0.02, 1 - step / total)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--reading", type=Path, help="passages of the reader's questions, which are learnt from too")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--round", type=int, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--mine", action="store_true", help="write the round's hard passages and stop")
    parser.add_argument("--mean", nargs="+", type=Path, help="write their mean as the end of the round and stop")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed * 1000 + options.round)
    options.out.mkdir(parents=True, exist_ok=True)
    begin, end = (options.out / f"round-{n}.pt" for n in (options.round - 1, options.round))
    if options.mean:
        torch.save({k: v.half() for k, v in mean_of([torch.load(p) for p in options.mean]).items()}, end)
        return
    examples = Examples(options.corpora, options.reading)
    tokens_of = Tokens(options.tokenizer, QUESTION), Tokens(options.tokenizer, PASSAGE)
    if not begin.exists():
        save(initial(options.packages, options.tokenizer, examples.passages), begin)
    mined = options.out / f"hard-{options.round}.json"
    if options.mine:
        mined.write_text(json.dumps(mine(load(begin), tokens_of[1], examples.passages)))
        return
    hard = json.loads(mined.read_text())
    model = freeze(load(begin, dropout=0.1).train())
    below = (FrozenStates(model, tokens_of[0], "query", False), FrozenStates(model, tokens_of[1], "passage", True))
    optimizer = torch.optim.AdamW(groups_of(model, options.rate), lr=options.rate, weight_decay=0.01)
    own = options.out / f"round-{options.round}-{options.seed}.pt"
    checkpoint = own.with_suffix(".checkpoint")
    first = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        first = saved["step"]
    total = options.steps * options.rounds
    curve = (options.out / f"curve-{options.seed}.jsonl").open("a", encoding="utf-8")
    started = time.time()
    for step in range(first, options.steps):
        torch.manual_seed(options.seed * 1_000_003 + options.round * 10_007 + step)
        factor = rate((options.round - 1) * options.steps + step, total) * min(1, (step + 1) / 10)
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * factor
        questions, passages = examples.batch(options.seed, options.round * 100_000 + step, options.batch, hard)
        with torch.autocast("cpu", torch.bfloat16):
            losses, hits = loss_of(model, below, questions, passages)
        loss = sum(losses)
        if not math.isfinite(loss.item()):
            raise SystemExit(f"the loss is {loss.item()} at step {step}")
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        row = {
            "round": options.round,
            "step": step,
            "late": losses[0].item(),
            "pooled": losses[1].item(),
            "hits": hits.item(),
            "passages": len(passages),
            "seconds": time.time() - started,
        }
        curve.write(describe(row) + "\n")
        curve.flush()
        if (step + 1) % 50 == 0 and step + 1 < options.steps:
            kept = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
            write(kept | {"step": step + 1}, checkpoint)
    save(model, own)
    checkpoint.unlink(missing_ok=True)


if __name__ == "__main__":
    main()

"""Trains encoder and reader together: what the reader needs to tell reaches the token vectors.

    python -m training.reader.together --encoder training/work/encoder/round-3.pt --reader training/work/reader-3.pt \
        --states FILE --tokenizer FOLDER --reading FILE --out training/work/together --seed 1 --steps 400

Each step is one batch of `training.encoder.train` and one of the reader's pairs, read over passage vectors of four
bits as the index keeps them, their rounding passed over in the gradient (Bengio and others 2013). Twins with seeds of
their own start from the same encoder and reader; `--mean` makes one of them. What was broken off goes on.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from training.encoder.examples import Examples
from training.encoder.model import ContextualEncoder, Tokens, describe, load, mean_of, write
from training.encoder.train import FROZEN, PASSAGE, QUESTION, FrozenStates, freeze, groups_of, loss_of, mine, rate
from training.reader.model import Reader
from training.reader.states import LARGEST, all_passages, in_parts, quantised
from training.reader.states import PASSAGE as READ_PASSAGE
from training.reader.train import Pair, States, pairs_of
from training.reader.train import loss_of as reading_loss
from training.texts.text import sentences


class ReadPassages:
    """Passages as the index reads them, in sentences; what the frozen layers give of each is kept."""

    def __init__(self, model: ContextualEncoder, tokens: Tokens):
        self.model, self.tokens = model, tokens
        self.kept: dict[str, tuple[torch.Tensor, torch.Tensor, torch.Tensor]] = {}

    def __call__(self, texts: list[str]):
        """(ids, mask, (layers, packed states), the sentence of each token or -1)."""
        for text in texts:
            if text not in self.kept:
                ids, sentence = in_parts(self.tokens, sentences(text), "passage")
                ids = torch.tensor(ids)
                with torch.no_grad():
                    states = self.model.below(ids[None], torch.ones(1, len(ids), dtype=torch.bool), FROZEN)
                self.kept[text] = ids, states.bfloat16(), torch.tensor(sentence)
        rows = [self.kept[t] for t in texts]
        pad = torch.nn.utils.rnn.pad_sequence
        ids = pad([r[0] for r in rows], batch_first=True, padding_value=1)
        sentence = pad([r[2] for r in rows], batch_first=True, padding_value=-1)
        return ids, ids != 1, (FROZEN, torch.cat([r[1] for r in rows]).float()), sentence


def in_few_bits(rows: torch.Tensor) -> torch.Tensor:
    """Unit rows as whole numbers of four bits give them back; the gradient passes as if nothing were rounded."""
    exact = rows.detach()
    return rows + (F.normalize(quantised(exact, LARGEST["passage"]).float(), dim=-1) - exact)


def only_text(rows: torch.Tensor, keep: torch.Tensor) -> torch.Tensor:
    """What is kept of each row moved to its front, zeros behind: special tokens and the prefix are not read."""
    pad = torch.nn.utils.rnn.pad_sequence
    return pad([row[k] for row, k in zip(rows, keep, strict=True)], batch_first=True)


def read(model: ContextualEncoder, reader: Reader, ask, passages: ReadPassages, questions: list[str], texts: list[str]):
    """Classes and points of each question with its passage, and the sentence of each token."""
    ids, mask, below = ask(questions)
    q, weights, _ = model(ids, mask, below)
    # `<s>`, the prefix's pieces, the text, `</s>`.
    inside = mask.clone()
    inside[:, : ask.before] = False
    inside[torch.arange(len(ids)), mask.sum(1) - 1] = False
    ids, mask, below, sentence = passages(texts)
    p, _, _ = model(ids, mask, below)
    keep = sentence >= 0
    sentence = only_text(sentence + 1, keep) - 1
    classes, points = reader(
        only_text(q, inside), only_text(weights, inside), in_few_bits(only_text(p, keep)), (sentence >= 0).float()
    )
    return classes, points, sentence


class Questions(FrozenStates):
    def __init__(self, model: ContextualEncoder, tokens: Tokens):
        super().__init__(model, tokens, "query", False)
        self.before = 1 + len(tokens.tokenizer.encode("query:", add_special_tokens=False).ids)


def mean(paths: list[Path], end: Path) -> None:
    found = [torch.load(p) for p in paths]
    encoder = mean_of([f["encoder"] for f in found])
    torch.save({k: v.half() for k, v in encoder.items()}, end / "encoder.pt")
    torch.save(mean_of([f["reader"] for f in found]), end / "reader.pt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--reader", type=Path)
    parser.add_argument("--states", type=Path, help="of the encoder that is started from")
    parser.add_argument("--tokenizer", type=Path)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--reading", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--pairs", type=int, default=40, help="pairs a step that are read")
    parser.add_argument("--rate", type=float, default=3e-5)
    parser.add_argument("--reader-rate", type=float, default=4e-4)
    parser.add_argument("--mine", action="store_true", help="write the hard passages and stop")
    parser.add_argument("--mean", nargs="+", type=Path, help="write encoder.pt and reader.pt, their mean, and stop")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.mean:
        mean(options.mean, options.out)
        return
    examples = Examples(options.corpora, options.reading)
    tokens = Tokens(options.tokenizer, QUESTION), Tokens(options.tokenizer, PASSAGE)
    mined = options.out / "hard.json"
    if options.mine:
        mined.write_text(json.dumps(mine(load(options.encoder), tokens[1], examples.passages)))
        return
    hard = json.loads(mined.read_text())
    torch.manual_seed(options.seed)
    model = freeze(load(options.encoder, dropout=0.1).train())
    reader = Reader(0.15).train()
    reader.load_state_dict(torch.load(options.reader))
    states = States(options.states)
    by_id = all_passages(options.reading, options.corpora)
    texts = [by_id[i] for i in states.ids]
    ask = Questions(model, tokens[0])
    below = (ask, FrozenStates(model, tokens[1], "passage", True))
    passages = ReadPassages(model, Tokens(options.tokenizer, READ_PASSAGE))
    groups = [*groups_of(model, options.rate), {"params": list(reader.parameters()), "rate": options.reader_rate}]
    optimizer = torch.optim.AdamW(groups, lr=options.rate, weight_decay=0.01)
    own = options.out / f"twin-{options.seed}.pt"
    checkpoint = own.with_suffix(".checkpoint")
    first = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["encoder"])
        reader.load_state_dict(saved["reader"])
        optimizer.load_state_dict(saved["optimizer"])
        first = saved["step"]
    pairs: list[Pair] = []
    while len(pairs) < options.steps * options.pairs:
        pairs += pairs_of(states, random.Random(f"{options.seed} {len(pairs)}"), 1)
    curve = (options.out / f"curve-{options.seed}.jsonl").open("a", encoding="utf-8")
    started = time.time()
    for step in range(first, options.steps):
        torch.manual_seed(options.seed * 1_000_003 + step)
        for group in optimizer.param_groups:
            group["lr"] = group["rate"] * rate(step, options.steps)
        asked, found = examples.batch(options.seed, 9_000_000 + step, 32, hard)
        with torch.autocast("cpu", torch.bfloat16):
            losses, hits = loss_of(model, below, asked, found)
        sum(losses).backward()
        part = pairs[step * options.pairs : (step + 1) * options.pairs]
        with torch.autocast("cpu", torch.bfloat16):
            classes, points, sentence = read(
                model,
                reader,
                ask,
                passages,
                [states.asked[p.question][3] for p in part],
                [texts[p.passage] for p in part],
            )
        reading = reading_loss(classes.float(), points.float(), sentence, part)
        reading.backward()
        if not math.isfinite(reading.item()):
            raise SystemExit(f"the reader's loss is {reading.item()} at step {step}")
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        row = {
            "step": step,
            "late": losses[0].item(),
            "pooled": losses[1].item(),
            "hits": hits.item(),
            "reading": reading.item(),
            "seconds": time.time() - started,
        }
        curve.write(describe(row) + "\n")
        curve.flush()
        if (step + 1) % 50 == 0 and step + 1 < options.steps:
            kept = {"encoder": model.state_dict(), "reader": reader.state_dict(), "optimizer": optimizer.state_dict()}
            write(kept | {"step": step + 1}, checkpoint)
    torch.save({"encoder": model.state_dict(), "reader": reader.state_dict()}, own)
    checkpoint.unlink(missing_ok=True)


if __name__ == "__main__":
    main()

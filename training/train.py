"""Training in stages over token-id shards; a stage that was broken off goes on from its checkpoint."""
import json
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from model import TokenTable
from shards import Source


@dataclass
class Stage:
    """`mix`: source name to share of the batches. `late`: share of the late-interaction loss beside the pooled one."""
    name: str
    steps: int
    batch: int
    rate: float
    late: float
    mix: dict[str, float]
    query_tokens: int = 24
    passage_tokens: int = 64
    seed: int = 1
    extra: dict = field(default_factory=dict)


def inverse_frequencies(folder: Path, size: int) -> torch.Tensor:
    """A weight a token from how many passages hold it; about 1 to 12."""
    counts, texts = np.zeros(size), 0
    for name in ("treaties", "cloze_laws", "cloze_manifestos", "q_gist_en", "tatoeba"):
        with np.load(folder / f"{name}.npz") as file:
            for side in ("a", "b"):
                for row in file[side][:40_000]:
                    counts[np.unique(row)] += 1
                texts += min(len(file[side]), 40_000)
    return torch.tensor(np.log((texts + 1) / (counts + 1)), dtype=torch.float32).clamp_min(0.3)


def contrast(scores: torch.Tensor) -> torch.Tensor:
    target = torch.arange(len(scores))
    return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2


def losses(table: TokenTable, stage: Stage, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    loss = torch.zeros(())
    if stage.late < 1:
        loss = loss + (1 - stage.late) * contrast(table.scale(0) * table.pooled(a) @ table.pooled(b).T)
    if stage.late > 0:
        loss = loss + stage.late * contrast(table.scale(1) * table.late(a, b))
    return loss


def run_stage(table: TokenTable, stage: Stage, shards: Path, folder: Path, every: int = 250) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    end = folder / f"{stage.name}.pt"
    if end.exists():
        table.load_state_dict(torch.load(end))
        return
    optimizer = torch.optim.Adam(table.parameters(), lr=stage.rate, betas=(0.9, 0.98), fused=True)
    part, first = folder / f"{stage.name}.part.pt", 0
    if part.exists():
        state = torch.load(part)
        table.load_state_dict(state["table"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["step"]
    sources = {n: Source(shards / f"{n}.npz", stage.seed + first) for n in stage.mix}
    names, shares = list(stage.mix), np.array(list(stage.mix.values()), dtype=float)
    dice = np.random.default_rng(stage.seed * 7919 + first)
    log = open(folder / "curve.jsonl", "a", encoding="utf-8")
    sums, started = {}, time.time()
    for step in range(first, stage.steps):
        for group in optimizer.param_groups:
            group["lr"] = stage.rate * min(1.0, (step + 1) / 50) * (1 - step / stage.steps)
        name = names[dice.choice(len(names), p=shares / shares.sum())]
        a, b = sources[name].batch(stage.batch, stage.query_tokens, stage.passage_tokens)
        loss = losses(table, stage, torch.from_numpy(a.astype(np.int64)), torch.from_numpy(b.astype(np.int64)))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        sums.setdefault(name, []).append(loss.item())
        if (step + 1) % every == 0:
            line = {"stage": stage.name, "step": step + 1, "seconds": round(time.time() - started, 1),
                    "scales": [round(table.scale(i).item(), 1) for i in (0, 1)],
                    "loss": {n: round(float(np.mean(v)), 3) for n, v in sorted(sums.items())}}
            log.write(json.dumps(line) + "\n")
            log.flush()
            print(json.dumps(line), flush=True)
            sums = {}
        if (step + 1) % (4 * every) == 0:
            torch.save({"table": table.state_dict(), "optimizer": optimizer.state_dict(), "step": step + 1}, part)
    log.close()
    torch.save(table.state_dict(), end)
    part.unlink(missing_ok=True)

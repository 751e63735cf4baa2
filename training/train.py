"""Training in stages over token-id shards; a stage that was broken off goes on from its checkpoint."""
import json
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from model import TokenTable, Words
from shards import Source, open_source

TEACHER_SCALE = 15.0


@dataclass
class Stage:
    """`mix`: source name to share of the batches. `late`: share of the late-interaction loss beside the pooled one.
    `drop`: share of tokens left out.
    `alike`: share of batches made of groups of passages that are alike. `joint`: share of the loss of both scores summed.
    `twins`: how often the stage is run from the same start with other batches; the results are averaged.
    """

    name: str
    steps: int
    batch: int
    rate: float
    late: float
    mix: dict[str, float]
    query_tokens: int = 24
    passage_tokens: int = 64
    drop: float = 0.0
    alike: float = 0.0
    joint: float = 0.0
    seed: int = 1
    twins: int = 1


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


def contrast(scores: torch.Tensor, teacher: torch.Tensor | None = None) -> torch.Tensor:
    """Which text belongs to which: one right one a row, or shared out as alike as the teacher finds the texts."""
    if teacher is None:
        target = torch.arange(len(scores))
    else:
        target = (TEACHER_SCALE * teacher @ teacher.T).softmax(1)
    return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2


def in_order(cosines: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
    """Pairs that people found more alike ought to have the higher cosine (CoSENT)."""
    behind = 20.0 * (cosines.unsqueeze(0) - cosines.unsqueeze(1))
    behind = behind.masked_fill(scores.unsqueeze(1) <= scores.unsqueeze(0), -1e4)
    return torch.logsumexp(torch.cat([torch.zeros(1), behind.flatten()]), 0)


def dropped(ids: torch.Tensor, share: float) -> torch.Tensor:
    """The texts with a share of their tokens left out (a text keeps at least its first)."""
    keep = torch.rand(ids.shape) >= share
    keep[:, 0] = True
    return ids * keep


def losses(table: TokenTable, stage: Stage, a: torch.Tensor, b: torch.Tensor,
           teacher: torch.Tensor | None = None) -> torch.Tensor:
    if stage.drop:
        a, b = dropped(a, stage.drop), dropped(b, stage.drop)
    words, (a, b) = table.words(a, b)
    if teacher is not None and teacher.ndim == 1:
        return in_order((words.pooled(a) * words.pooled(b)).sum(1), teacher)
    pooled = table.scale(0) * words.pooled(a) @ words.pooled(b).T
    if not stage.late:
        return contrast(pooled, teacher)
    late = table.scale(1) * words.late(a, b)
    apart = (1 - stage.late) * contrast(pooled, teacher) + stage.late * contrast(late, teacher)
    return apart if not stage.joint else (1 - stage.joint) * apart + stage.joint * contrast(pooled + late, teacher)


GROUPED = ("cloze_manifestos", "cloze_substituted", "everyday_bags", "headings")


def group_sources(table: TokenTable, sources: dict[str, Source]) -> None:
    for name, source in sources.items():
        if name in GROUPED or name.startswith("q_"):
            with torch.no_grad():
                rows = table.rows()
                parts = np.array_split(source.b, len(source.b) // 4096 + 1)
                vectors = [Words(rows, torch.ones(len(rows))).pooled(torch.from_numpy(p.astype(np.int64))) for p in parts]
            source.group(torch.cat(vectors).numpy())


def run_round(table: TokenTable, stage: Stage, shards: Path, folder: Path) -> None:
    """A stage, or its twins one after the other and their mean."""
    if stage.twins == 1:
        return run_stage(table, stage, shards, folder)
    start = {k: v.clone() for k, v in table.state_dict().items()}
    found = []
    for twin in range(stage.twins):
        table.load_state_dict(start)
        run_stage(table, replace(stage, name=f"{stage.name}-{twin}", seed=stage.seed + twin), shards, folder)
        found.append({k: v.clone() for k, v in table.state_dict().items()})
        found[-1]["vectors"] = F.normalize(found[-1]["vectors"], dim=1)
    table.load_state_dict({k: torch.stack([f[k] for f in found]).mean(0) for k in start})


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
    sources = {n: open_source(shards, n, stage.seed + first) for n in stage.mix}
    if stage.alike:
        group_sources(table, sources)
    names, shares = list(stage.mix), np.array(list(stage.mix.values()), dtype=float)
    dice = np.random.default_rng(stage.seed * 7919 + first)
    log = open(folder / "curve.jsonl", "a", encoding="utf-8")
    sums, started = {}, time.time()
    for step in range(first, stage.steps):
        for group in optimizer.param_groups:
            group["lr"] = stage.rate * min(1.0, (step + 1) / 50) * (1 - step / stage.steps)
        name = names[dice.choice(len(names), p=shares / shares.sum())]
        alike = dice.random() < stage.alike
        a, b, *teacher = sources[name].batch(stage.batch, stage.query_tokens, stage.passage_tokens, alike)
        a, b = (torch.from_numpy(ids.astype(np.int64)) for ids in (a, b))
        loss = losses(table, stage, a, b, *(torch.from_numpy(t).float() for t in teacher))
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
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

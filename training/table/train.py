"""Training in stages over token-id shards; a stage that was broken off goes on from its checkpoint."""
import json
import time
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from training.encoder.checkpoints import discard, exists, load, save
from training.table.model import TokenTable, Words
from training.table.shards import Source, open_source

TEACHER_SCALE, AWAY_SCALE = 15.0, 10.0


@dataclass
class Stage:
    """`mix`: source name to share of the batches. `late`: share of the late-interaction loss beside the pooled one.
    `drop`: share of tokens left out.
    `joint`: share of the loss of both scores summed. `distil`: of the loss on the teacher's lessons, the share that draws
    texts to the teacher's own vectors; the rest is which texts of the batch it finds alike.
    `alike`: sources half of whose batches are groups of texts that are alike.
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
    alike: tuple[str, ...] = ()
    joint: float = 0.0
    distil: float = 0.0
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
        target = torch.arange(len(scores), device=scores.device)
    else:
        target = (TEACHER_SCALE * teacher @ teacher.T).softmax(1)
    return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2


def in_order(cosines: torch.Tensor, scores: torch.Tensor) -> torch.Tensor:
    """Pairs that people found more alike ought to have the higher cosine (CoSENT)."""
    behind = 20.0 * (cosines.unsqueeze(0) - cosines.unsqueeze(1))
    behind = behind.masked_fill(scores.unsqueeze(1) <= scores.unsqueeze(0), -1e4)
    return torch.logsumexp(torch.cat([behind.new_zeros(1), behind.flatten()]), 0)


def dropped(ids: torch.Tensor, share: float) -> torch.Tensor:
    """The texts with a share of their tokens left out (a text keeps at least its first)."""
    keep = torch.rand(ids.shape, device=ids.device) >= share
    keep[:, 0] = True
    return ids * keep


def trimmed(ids: np.ndarray) -> np.ndarray:
    """Without the columns that hold padding alone."""
    return ids[:, : (ids != 0).sum(1).max()].astype(np.int64)


def losses(table: TokenTable, stage: Stage, a: torch.Tensor, b: torch.Tensor,
           teacher: torch.Tensor | None = None) -> torch.Tensor:
    if stage.drop:
        a, b = dropped(a, stage.drop), dropped(b, stage.drop)
    words, (a, b) = table.words(a, b)
    one, other = words.pooled(a), words.pooled(b)
    if teacher is not None and teacher.ndim == 1:
        return in_order((one * other).sum(1), teacher)
    pooled = table.scale(0) * one @ other.T
    loss = contrast(pooled, teacher)
    if stage.late:
        late = table.scale(1) * words.late(a, b)
        loss = (1 - stage.late) * loss + stage.late * contrast(late, teacher)
        loss = (1 - stage.joint) * loss + stage.joint * contrast(pooled + late, teacher)
    if teacher is not None and stage.distil:
        away = 2 - (one * teacher).sum(1) - (other * teacher).sum(1)
        loss = (1 - stage.distil) * loss + stage.distil * AWAY_SCALE * away.mean()
    return loss


def group_sources(table: TokenTable, sources: dict[str, Source], names: tuple[str, ...]) -> None:
    words = Words(table.rows(), (torch.arange(len(table.vectors)) > 0).float())
    for name in names:
        parts = np.array_split(sources[name].b, len(sources[name].b) // 4096 + 1)
        vectors = [words.pooled(torch.from_numpy(part.astype(np.int64))) for part in parts]
        sources[name].group(torch.cat(vectors).numpy())


class OutOfTime(Exception):
    """The run's minutes are over; a checkpoint was written."""


@dataclass
class Run:
    """Where a form's stages read and write, on which device, until when (seconds since the epoch), and how many twins
    at a time (a thread each)."""

    shards: Path
    folder: Path
    device: str = "cpu"
    deadline: float = float("inf")
    processes: int = 1


def run_round(table: TokenTable, stage: Stage, run: Run) -> None:
    """A stage, or its twins from the same start (each a process of its own where asked for) and their mean."""
    if stage.twins == 1:
        return run_stage(table, stage, run)
    twins = [replace(stage, name=f"{stage.name}-{i}", seed=stage.seed + i, twins=1) for i in range(stage.twins)]
    if run.processes > 1:
        with ProcessPoolExecutor(run.processes, get_context("spawn")) as pool:
            list(pool.map(run_twin, repeat(table), twins, repeat(run)))
    start = {k: v.clone() for k, v in table.state_dict().items()}
    found = []
    for twin in twins:
        table.load_state_dict(start)
        run_stage(table, twin, run)
        found.append({k: v.clone() for k, v in table.state_dict().items()})
    table.load_state_dict(mean(found))


def run_twin(table: TokenTable, stage: Stage, run: Run) -> None:
    torch.set_num_threads(1)
    run_stage(deepcopy(table), stage, run)


def mean(states: list[dict]) -> dict:
    """The mean of some tables; of each vector only the direction counts."""
    found = [{**s, "vectors": F.normalize(s["vectors"], dim=1)} for s in states]
    return {k: torch.stack([f[k] for f in found]).mean(0) for k in found[0]}


def run_stage(table: TokenTable, stage: Stage, run: Run, every: int = 250) -> None:
    """Batches and random numbers depend on the seed and the step alone: a run that was broken off and taken up again
    gives what an unbroken one gives."""
    run.folder.mkdir(parents=True, exist_ok=True)
    end, part = run.folder / stage.name, run.folder / f"{stage.name}.part"
    if exists(end):
        table.load_state_dict(load(end))
        return
    optimizer = torch.optim.Adam(table.parameters(), lr=stage.rate, betas=(0.9, 0.98), fused=True)
    sources = {n: open_source(run.shards, n, stage.seed) for n in stage.mix}
    group_sources(table, sources, stage.alike)
    names, shares = list(stage.mix), np.array(list(stage.mix.values()), dtype=float)
    dice, first = np.random.default_rng(stage.seed * 7919), 0
    if exists(part):
        state = load(part)
        table.load_state_dict(state["table"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["step"]

    def batch() -> tuple[str, list[torch.Tensor]]:
        name = names[dice.choice(len(names), p=shares / shares.sum())]
        alike = name in stage.alike and dice.random() < 0.5
        a, b, *teacher = sources[name].batch(stage.batch, stage.query_tokens, stage.passage_tokens, alike)
        arrays = [trimmed(a), trimmed(b), *(t.astype(np.float32) for t in teacher)]
        return name, [torch.from_numpy(array).to(run.device) for array in arrays]

    def checkpoint(step: int) -> None:
        save(part, {"table": table.state_dict(), "optimizer": optimizer.state_dict(), "step": step})

    for _ in range(first):
        batch()
    sums, started = {}, time.time()
    for step in range(first, stage.steps):
        if time.time() > run.deadline:
            checkpoint(step)
            raise OutOfTime(f"stopped in {stage.name} before step {step + 1} of {stage.steps}")
        for group in optimizer.param_groups:
            group["lr"] = stage.rate * min(1.0, (step + 1) / 50) * (1 - step / stage.steps)
        torch.manual_seed(stage.seed * 1_000_003 + step)
        name, tensors = batch()
        loss = losses(table, stage, *tensors)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        sums.setdefault(name, []).append(loss.item())
        if (step + 1) % every == 0:
            line = {"stage": stage.name, "step": step + 1, "seconds": round(time.time() - started, 1),
                    "scales": [round(table.scale(i).item(), 1) for i in (0, 1)],
                    "loss": {n: round(float(np.mean(v)), 3) for n, v in sorted(sums.items())}}
            with open(run.folder / "curve.jsonl", "a", encoding="utf-8") as log:
                log.write(json.dumps(line) + "\n")
            print(json.dumps(line), flush=True)
            sums = {}
        if (step + 1) % (4 * every) == 0:
            checkpoint(step + 1)
    save(end, table.state_dict())
    discard(part)

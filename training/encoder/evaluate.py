"""Measures the encoder on every hold-out: held-out questions, law headings, and, where it is at hand, on the letters.

python -m training.encoder.evaluate --model training/work/encoder/round-6.pt --tokenizer FOLDER [--int8 MODEL FOLDER]
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from training.encoder.model import Tokens, load
from training.texts import corpora as read
from training.texts import holdouts
from training.texts.places import CORPORA

BLOCK = 48


class TorchModel:
    def __init__(self, path: Path, tokenizer: Path):
        self.model, self.tokens = load(path).eval(), Tokens(tokenizer, 256)

    def __call__(self, texts: list[str], kind: str):
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            ids, mask = self.tokens(texts, kind)
            rows, weights, pooled = self.model(ids, mask)
        return rows.float(), weights.float(), pooled.float()


class ShippedModel:
    """The ONNX file, one text at a time, as the program runs it."""

    def __init__(self, folder: Path, name: str = "model_quantized", most: int = 256):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = torch.get_num_threads()
        self.session = onnxruntime.InferenceSession(str(folder / f"onnx/{name}.onnx"), options)
        self.tokens = Tokens(folder, most)

    def __call__(self, texts: list[str], kind: str):
        ids, mask = self.tokens(texts, kind)
        rows, pooled = [], []
        for own, present in zip(ids, mask, strict=True):
            own = own[present].unsqueeze(0)
            feeds = {"input_ids": own.numpy(), "attention_mask": torch.ones_like(own).numpy()}
            row, vector = self.session.run(["last_hidden_state", "pooled"], feeds)
            rows.append(torch.from_numpy(row[0]))
            pooled.append(torch.from_numpy(vector[0]))
        rows = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True)
        weights = rows.norm(dim=2)
        return rows / weights.unsqueeze(2).clamp_min(1e-9), weights, torch.stack(pooled)


def encode(model, texts: list[str], kind: str) -> list[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    """Of each text its token vectors [tokens, 96], their weights and its pooled vector."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    out: list = [None] * len(texts)
    for at in range(0, len(order), BLOCK):
        part = order[at : at + BLOCK]
        for i, rows, weights, pooled in zip(part, *model([texts[i] for i in part], kind), strict=True):
            present = weights > 0
            out[i] = rows[present], weights[present], pooled
    return out


def scores(questions: list, passages: list) -> dict[str, torch.Tensor]:
    pooled = torch.stack([q[2] for q in questions]) @ torch.stack([p[2] for p in passages]).T
    late = torch.zeros_like(pooled)
    tokens = torch.cat([q[0] for q in questions])
    weights = torch.cat([q[1] for q in questions])
    owner = torch.repeat_interleave(torch.arange(len(questions)), torch.tensor([len(q[1]) for q in questions]))
    total = torch.zeros(len(questions)).index_add_(0, owner, weights).clamp_min(1e-6)
    for column, (rows, _, _) in enumerate(passages):
        best = (tokens.bfloat16() @ rows.bfloat16().T).amax(1).float().relu().square()
        late[:, column] = torch.zeros(len(questions)).index_add_(0, owner, weights * best) / total
    return {"late": late, "pooled": pooled, "both": late + pooled}


def ranks(found: torch.Tensor, right: list[set[int]]) -> np.ndarray:
    """Rank of the best right passage of each question; 1 is first."""
    order = found.argsort(dim=1, descending=True).tolist()
    return np.array(
        [next((i + 1 for i, p in enumerate(row) if p in good), 10**6) for row, good in zip(order, right, strict=True)]
    )


def figures(found: np.ndarray) -> dict:
    hits = {f"hit@{k}": round(float((found <= k).mean()), 3) for k in (1, 3, 5)}
    return {**hits, "mrr": round(float(np.where(found <= 10, 1 / found, 0).mean()), 3), "n": len(found)}


def measure(model, passages: list[str], asked: list[tuple[str, str, set[int]]]) -> dict:
    """@param asked kind, question, numbers of the right passages"""
    found = scores(encode(model, [q for _, q, _ in asked], "query"), encode(model, passages, "passage"))
    out = {}
    for kind in dict.fromkeys(k for k, _, _ in asked):
        chosen = [i for i, (k, _, _) in enumerate(asked) if k == kind]
        for name, table in found.items():
            out[f"{kind} {name}"] = figures(ranks(table[chosen], [asked[i][2] for i in chosen]))
    return out


def held_out(corpora: Path, most: int | None) -> tuple[list[str], list[tuple[str, str, set[int]]]]:
    texts, kinds = holdouts.held_out_questions(corpora)
    right = {place for rows in kinds.values() for _, place in rows}
    kept = sorted(right | set(range(0, len(texts), max(1, len(texts) // most)))) if most else list(range(len(texts)))
    number = {place: i for i, place in enumerate(kept)}
    asked = [(k, q, {number[p]}) for k, rows in kinds.items() if k != "gist_en" for q, p in rows]
    return [texts[i] for i in kept], asked


def on_letters(shared: Path) -> tuple[list[str], list[tuple[str, str, set[int]]]]:
    passages = holdouts.letter_passages(shared / "seeds")
    asked = holdouts.letter_questions(shared / "eval/questions.jsonl", shared / "seeds", passages)
    return [p.text for p in passages], [(f"letters {q.language}", q.text, q.right) for q in asked]


def on_headings(corpora: Path) -> tuple[list[str], list[tuple[str, str, set[int]]]]:
    _, rows = read.headings(corpora)
    return [r[2] for r in rows], [("headings", r[1], {i}) for i, r in enumerate(rows)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--tokenizer", type=Path)
    parser.add_argument("--int8", type=Path, help="measure a model folder as it ships")
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument(
        "--most", type=int, help="only about so many passages beside the right ones: quicker, and easier"
    )
    parser.add_argument("--headings", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    model = ShippedModel(options.int8) if options.int8 else TorchModel(options.model, options.tokenizer)
    out = measure(model, *held_out(options.corpora, options.most))
    if (options.shared / "eval/questions.jsonl").exists():
        out |= measure(model, *on_letters(options.shared))
    if options.headings:
        out |= measure(model, *on_headings(options.corpora))
    print("\n".join(f"{name:24} {json.dumps(row)}" for name, row in out.items()))


if __name__ == "__main__":
    main()

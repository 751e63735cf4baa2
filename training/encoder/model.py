"""The encoder: a BERT of 12 layers over the kept pieces, and what it gives of a text.

Token vectors: the last layer projected to 96 dimensions, each at unit length, times a learned weight.
Pooled vector: the mean of the last layer over all tokens, at unit length, as the pre-trained model has it.

    late(q, p) = sum_i w_i max_j relu(cos(q_i, p_j))^2 / sum_i w_i      (after ColBERT, Khattab and Zaharia 2020)
"""

import json
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F

from training.encoder.pretrained import WEIGHTS, tensors

HIDDEN, LAYERS, HEADS, INNER = 384, 12, 12, 1536
LATE = 96
EPSILON = 1e-12
PREFIX = {"query": "query: ", "passage": "passage: "}
PAD = 1


class Layer(nn.Module):
    """A post-norm transformer layer over packed tokens: linear parts see no padding, attention is padded."""

    def __init__(self, dropout: float):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out, self.out_norm = nn.Linear(HIDDEN, HIDDEN), nn.LayerNorm(HIDDEN, EPSILON)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.down_norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        batch, length = mask.shape
        qkv = self.qkv(x)
        padded = qkv.new_zeros(batch, length, 3 * HIDDEN)
        padded[mask] = qkv
        q, k, v = padded.view(batch, length, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: torch's fused attention takes four times as long on a CPU at these lengths.
        scores = (q * (HIDDEN // HEADS) ** -0.5) @ k.transpose(2, 3)
        mixed = scores.masked_fill(~mask[:, None, None, :], -1e4).softmax(3).to(v.dtype) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)[mask]
        x = self.out_norm(x + self.dropout(self.out(mixed)))
        return self.down_norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class ContextualEncoder(nn.Module):
    def __init__(self, pieces: int, dropout: float = 0.0):
        super().__init__()
        self.words = nn.Embedding(pieces, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.project = nn.Linear(HIDDEN, LATE)
        # A token's log weight: what its piece is worth, and what its context adds.
        self.piece_weight = nn.Embedding(pieces, 1)
        self.context_weight = nn.Linear(HIDDEN, 1)
        nn.init.zeros_(self.context_weight.weight)
        nn.init.zeros_(self.context_weight.bias)

    def below(self, ids: torch.Tensor, mask: torch.Tensor, layers: int) -> torch.Tensor:
        """Packed token states [tokens, 384] after the first `layers` layers."""
        places = torch.arange(ids.shape[1]).expand_as(ids)[mask]
        x = self.norm(self.words(ids[mask]) + self.positions(places))
        for layer in self.layers[:layers]:
            x = layer(x, mask)
        return x

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, below: tuple[int, torch.Tensor] | None = None):
        """Token vectors [batch, length, 96] at unit length, weights [batch, length], pooled [batch, 384].

        `below`: how many layers were run already, and the packed states that they gave.
        """
        first, x = below or (LAYERS, self.below(ids, mask, LAYERS))
        for layer in self.layers[first:]:
            x = layer(x, mask)
        x = x.float()
        tokens = x.new_zeros(*mask.shape, LATE)
        tokens[mask] = F.normalize(self.project(x).float(), dim=1)
        weights = x.new_zeros(mask.shape)
        weights[mask] = (self.piece_weight(ids[mask]) + self.context_weight(x)).float().squeeze(1).clamp(-6, 4).exp()
        sums = x.new_zeros(*mask.shape, HIDDEN)
        sums[mask] = x
        pooled = F.normalize(sums.sum(1), dim=1)
        return tokens, weights, pooled


def late(q: torch.Tensor, q_weights: torch.Tensor, p: torch.Tensor) -> torch.Tensor:
    """Late interaction of every question with every passage [questions, passages]; padding is zero vectors."""
    similar = torch.einsum("qid,pjd->qpij", q, p)
    best = similar.amax(3).relu().square()
    return torch.einsum("qi,qpi->qp", q_weights, best) / q_weights.sum(1, keepdim=True).clamp_min(1e-6)


class Tokens:
    """Texts to padded ids, by the cut tokenizer."""

    def __init__(self, folder: Path, most: int = 192):
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.most = most

    def __call__(self, texts: list[str], kind: str) -> tuple[torch.Tensor, torch.Tensor]:
        lists = [e.ids for e in self.tokenizer.encode_batch([PREFIX[kind] + t for t in texts])]
        lists = [ids if len(ids) <= self.most else [*ids[: self.most - 1], ids[-1]] for ids in lists]
        out = torch.full((len(lists), max(map(len, lists))), PAD)
        for row, ids in zip(out, lists, strict=False):
            row[: len(ids)] = torch.tensor(ids)
        return out, out != PAD


def start(packages: Path, tokenizer: Path) -> ContextualEncoder:
    """The pre-trained model, cut to the kept pieces; the projection and the weights are still to be set."""
    found = tensors(next(packages.rglob(WEIGHTS)))
    kept = np.load(tokenizer / "kept.npy")
    model = ContextualEncoder(len(kept))

    def give(parameter: torch.Tensor, values: np.ndarray) -> None:
        with torch.no_grad():
            parameter.copy_(torch.from_numpy(np.ascontiguousarray(values)).view_as(parameter))

    give(model.words.weight, found["emb.word"].reshape(-1, HIDDEN)[kept])
    # Every text is of segment 0: its vector is added to the positions.
    give(model.positions.weight, found["emb.pos"].reshape(-1, HIDDEN) + found["emb.type"].reshape(-1, HIDDEN)[0])
    give(model.norm.weight, found["emb.ln.w"])
    give(model.norm.bias, found["emb.ln.b"])
    for n, layer in enumerate(model.layers):
        for end in ("weight", "bias"):
            mark = f"l{n}.{{}}.{end[0]}"
            give(getattr(layer.qkv, end), np.concatenate([found[mark.format(part)] for part in "qkv"]))
            for name, part in (("out", "ao"), ("up", "fi"), ("down", "fo"), ("out_norm", "aln"), ("down_norm", "oln")):
                give(getattr(getattr(layer, name), end), found[mark.format(part)])
    return model


def save(model: ContextualEncoder, path: Path) -> None:
    """float16, written whole or not at all."""
    write({k: v.half() for k, v in model.state_dict().items()}, path)


def write(state: dict, path: Path) -> None:
    """Whole or not at all."""
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def mean_of(states: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of each weight of models that began alike, as float32."""
    return {k: sum(s[k].float() for s in states) / len(states) for k in states[0]}


def load(path: Path, dropout: float = 0.0) -> ContextualEncoder:
    state = torch.load(path)
    model = ContextualEncoder(len(state["words.weight"]), dropout)
    model.load_state_dict({k: v.float() for k, v in state.items()})
    return model


def describe(values: dict) -> str:
    return json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in values.items()})

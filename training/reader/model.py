"""The reader: two layers over the token vectors of a question and a passage, frozen as the encoder gives them.

It says whether the passage answers the question, only bears on it, or neither, and which sentence answers.
"""

import torch
from torch import nn
from torch.nn import functional as F

from training.encoder.model import LATE

WIDTH, LAYERS, HEADS = 128, 2, 4
CLASSES = ("answers", "bears", "nothing")


class Layer(nn.Module):
    def __init__(self, dropout: float):
        super().__init__()
        self.first, self.second = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(3 * WIDTH, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            part.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in self.qkv(self.first(x)).split(WIDTH, dim=2)
        )
        mixed = ((q * (WIDTH // HEADS) ** -0.5) @ k.transpose(2, 3) + bias).softmax(3) @ v
        x = x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH)))
        return x + self.dropout(self.down(F.gelu(self.up(self.second(x)))))


class Reader(nn.Module):
    def __init__(self, dropout: float = 0.0, size: int = LATE):
        super().__init__()
        self.question, self.passage = nn.Linear(size + 2, WIDTH), nn.Linear(size + 2, WIDTH)
        self.whole = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.places = nn.Embedding(320, WIDTH)
        nn.init.normal_(self.places.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.norm = nn.LayerNorm(WIDTH)
        self.judge = nn.Sequential(
            nn.Linear(2 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(dropout), nn.Linear(WIDTH, len(CLASSES))
        )
        self.point = nn.Linear(WIDTH, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, question: torch.Tensor, weights: torch.Tensor, passage: torch.Tensor, passage_mask: torch.Tensor):
        """Question [batch, q, 96] at unit length, its tokens' weights [batch, q] with 0 for padding, passage
        [batch, p, 96] at unit length, its mask [batch, p]; logits of the classes [batch, 3], of tokens [batch, p]."""
        asked = (weights > 0).to(question.dtype)
        cosines = question @ passage.transpose(1, 2)
        cosines = cosines * asked.unsqueeze(2) * passage_mask.unsqueeze(1)
        share = weights / weights.sum(1, keepdim=True).clamp_min(1e-6)
        met = cosines.max(2).values
        q = self.question(torch.cat([question, met.unsqueeze(2), share.unsqueeze(2) * 4], dim=2))
        wanted = (cosines * share.unsqueeze(2)).sum(1) * 4
        p = self.passage(torch.cat([passage, cosines.max(1).values.unsqueeze(2), wanted.unsqueeze(2)], dim=2))
        q = q + self.places.weight[: q.shape[1]]
        p = p + self.places.weight[64 : 64 + p.shape[1]]
        whole = self.whole.expand(q.shape[0], 1, WIDTH)
        x = self.dropout(torch.cat([whole, q, p], dim=1))
        mask = torch.cat([torch.ones_like(asked[:, :1]), asked, passage_mask], dim=1)
        bias = (1 - mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        x = self.norm(x)
        said = x[:, 1 : 1 + q.shape[1]] * share.unsqueeze(2)
        classes = self.judge(torch.cat([x[:, 0], said.sum(1)], dim=1))
        return classes, self.point(x[:, 1 + q.shape[1] :]).squeeze(2)

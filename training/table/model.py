"""The encoder: one vector and one weight a token, and the two ways in which texts are compared."""
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

LEAST_WEIGHT, MOST_WEIGHT = 0.02, 20.0


class TokenTable(nn.Module):
    """Row i of `rows()` is token i's unit vector times its weight: mean pooling of rows is then the weighted mean,
    and the cosine of rows with their norms as weights is late interaction."""

    def __init__(self, size: int, dimension: int, weights: Tensor | None = None):
        super().__init__()
        self.vectors = nn.Parameter(torch.randn(size, dimension) / dimension**0.5)
        start = torch.ones(size) if weights is None else weights.clamp(LEAST_WEIGHT, MOST_WEIGHT)
        self.log_weights = nn.Parameter(start.log())
        self.log_scales = nn.Parameter(torch.tensor([3.0, 3.0]))

    def words(self, *texts: Tensor) -> tuple["Words", list[Tensor]]:
        """The tokens that occur in some matrices of ids (0 is padding), and those matrices as indices into them."""
        present, local = torch.unique(torch.cat([t.flatten() for t in texts]), return_inverse=True)
        real = present != 0
        unit = F.normalize(F.embedding(present, self.vectors), dim=-1) * real.unsqueeze(1)
        weights = self.log_weights[present].exp().clamp(LEAST_WEIGHT, MOST_WEIGHT) * real
        parts = local.split([t.numel() for t in texts])
        return Words(unit, weights), [part.view_as(t) for part, t in zip(parts, texts)]

    def scale(self, index: int) -> Tensor:
        return self.log_scales[index].exp().clamp(max=60.0)

    @torch.no_grad()
    def rows(self) -> Tensor:
        words, _ = self.words(torch.arange(len(self.vectors), device=self.vectors.device))
        return words.rows().cpu()


@dataclass
class Words:
    """Unit vectors and weights of some tokens; padding has neither."""

    unit: Tensor
    weights: Tensor

    def rows(self) -> Tensor:
        return self.unit * self.weights.unsqueeze(1)

    def pooled(self, texts: Tensor) -> Tensor:
        """Unit vectors of texts (rows of indices): the weighted means of their tokens."""
        real = self.weights[texts] > 0
        lengths = real.sum(1)
        sums = F.embedding_bag(texts[real], self.rows(), lengths.cumsum(0) - lengths, mode="sum")
        return F.normalize(sums, dim=-1)

    def late(self, queries: Tensor, passages: Tensor) -> Tensor:
        """Scores of each query against each passage: sum_i w_i max_j relu(cos)^2 / sum_i w_i."""
        q_present, q_local = torch.unique(queries, return_inverse=True)
        p_present, p_local = torch.unique(passages, return_inverse=True)
        similar = self.unit[p_present].bfloat16() @ self.unit[q_present].bfloat16().T
        best = BestMatch.apply(similar, p_local).float().relu().square()
        weights = self.weights[queries]
        scores = torch.bmm(weights.unsqueeze(1), best.T[q_local]).squeeze(1)
        return scores / weights.sum(1, keepdim=True).clamp_min(1e-6)


class BestMatch(torch.autograd.Function):
    """For each passage (row of indices into the rows of `similar`): the best row by column."""

    @staticmethod
    def forward(ctx, similar: Tensor, passages: Tensor) -> Tensor:
        best = similar.new_empty(len(passages), similar.shape[1])
        at = passages.new_empty(best.shape)
        for i, rows in enumerate(passages):
            value, index = similar[rows].max(0)
            best[i] = value
            at[i] = rows[index]
        ctx.save_for_backward(at)
        ctx.rows = len(similar)
        return best

    @staticmethod
    def backward(ctx, gradient: Tensor):
        (at,) = ctx.saved_tensors
        out = torch.zeros(ctx.rows, gradient.shape[1], device=gradient.device)
        return out.scatter_add_(0, at, gradient.float()).to(gradient.dtype), None

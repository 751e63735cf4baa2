"""The encoder: one vector and one weight a token, and the two ways in which texts are compared."""
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

    def weights(self, ids: Tensor) -> Tensor:
        """Weights of tokens; padding (0) weighs nothing."""
        return self.log_weights[ids].exp().clamp(LEAST_WEIGHT, MOST_WEIGHT) * (ids != 0)

    def unit(self, ids: Tensor) -> Tensor:
        return F.normalize(F.embedding(ids, self.vectors), dim=-1)

    def scale(self, index: int) -> Tensor:
        return self.log_scales[index].exp().clamp(max=60.0)

    @torch.no_grad()
    def rows(self) -> Tensor:
        ids = torch.arange(len(self.vectors))
        return self.unit(ids) * self.weights(ids).unsqueeze(1)

    def pooled(self, ids: Tensor) -> Tensor:
        """Unit vectors of texts (rows of ids)."""
        present, local = torch.unique(ids, return_inverse=True)
        vectors = self.unit(present) * self.weights(present).unsqueeze(1)
        return F.normalize(F.embedding_bag(local, vectors, mode="sum"), dim=-1)

    def late(self, queries: Tensor, passages: Tensor) -> Tensor:
        """Scores of each query against each passage: sum_i w_i max_j relu(cos)^2 / sum_i w_i."""
        q_present, q_local = torch.unique(queries, return_inverse=True)
        p_present, p_local = torch.unique(passages, return_inverse=True)
        similar = self.unit(p_present) @ self.unit(q_present).T
        similar = similar * (p_present != 0).unsqueeze(1)
        best = BestMatch.apply(similar, p_local).relu().square()
        weights = self.weights(queries)
        scores = (best.T[q_local] * weights.unsqueeze(-1)).sum(1)
        return scores / weights.sum(1, keepdim=True).clamp_min(1e-6)


class BestMatch(torch.autograd.Function):
    """For each passage (row of indices into the rows of `similar`): the best row by column."""

    @staticmethod
    def forward(ctx, similar: Tensor, passages: Tensor) -> Tensor:
        best = similar.new_empty(len(passages), similar.shape[1])
        at = passages.new_empty(best.shape)
        for i, rows in enumerate(passages):
            rows = torch.unique_consecutive(rows.sort().values)
            value, index = similar[rows].max(0)
            best[i] = value
            at[i] = rows[index]
        ctx.save_for_backward(at)
        ctx.rows = len(similar)
        return best

    @staticmethod
    def backward(ctx, gradient: Tensor):
        (at,) = ctx.saved_tensors
        out = gradient.new_zeros(ctx.rows, gradient.shape[1])
        return out.scatter_add_(0, at, gradient), None

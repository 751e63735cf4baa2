"""The cross-encoder: the upper layers of the pre-trained model over a question and a passage at once.

The lower layers see each text alone, as the encoder has them (PreTTR, MacAvaney and others 2020), so that what they
give need not be made for every pair. Upper layers start as the pre-trained ones.

It says whether the passage answers the question, only bears on it, or neither, and which sentence answers.
"""

import torch
from torch import nn

from training.encoder.model import HIDDEN, ContextualEncoder, Layer
from training.encoder.train import FROZEN
from training.reader.model import CLASSES


class CrossEncoder(nn.Module):
    def __init__(self, layers: int, dropout: float = 0.0):
        super().__init__()
        # Which of the two texts a token is of.
        self.sides = nn.Embedding(2, HIDDEN)
        nn.init.zeros_(self.sides.weight)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.judge = nn.Sequential(
            nn.Dropout(dropout),
            nn.Linear(2 * HIDDEN, HIDDEN),
            nn.Tanh(),
            nn.Dropout(dropout),
            nn.Linear(HIDDEN, len(CLASSES)),
        )
        self.point = nn.Linear(HIDDEN, 1)

    def forward(self, states: torch.Tensor, mask: torch.Tensor, side: torch.Tensor):
        """States [batch, tokens, 384] of the question, then the passage; mask [batch, tokens] of bool; side [batch,
        tokens], 0 for the question; logits of the classes [batch, 3], of tokens [batch, tokens]."""
        x = states[mask] + self.sides(side[mask])
        for layer in self.layers:
            x = layer(x, mask)
        x = x.float()
        padded = x.new_zeros(*mask.shape, HIDDEN)
        padded[mask] = x
        asked = ((side == 0) & mask).unsqueeze(2).to(x.dtype)
        mean = (padded * asked).sum(1) / asked.sum(1)
        classes = self.judge(torch.cat([padded[:, 0], mean], dim=1))
        return classes, self.point(padded).squeeze(2)


def begun_from(model: ContextualEncoder, layers: int, dropout: float) -> CrossEncoder:
    """Upper layers as the pre-trained model has them, the first `layers` of those after the lower ones."""
    made = CrossEncoder(layers, dropout)
    for own, given in zip(made.layers, model.layers[FROZEN:], strict=False):
        own.load_state_dict(given.state_dict())
    return made

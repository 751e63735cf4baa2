"""Weights of the signals, as log-odds: those that make the candidates that answer most likely."""
import numpy as np
from scipy.optimize import minimize

from training.retrieval.evidence import Choices

SHRINKAGE = 1e-3


def fit_fusion(choices: Choices, names: dict, weights: dict[str, float]) -> dict[str, float]:
    """Of the signals that can be fitted; the others keep their weights. None counts against a passage.

    By hand because scikit-learn has no conditional logit; its logistic regression would compare candidates of different
    questions."""
    at = [names["signals"].index(name) for name in names["fitted"]]
    kept = sum(
        weights.get(name, 0.0) * choices.signals[:, i] for i, name in enumerate(names["signals"]) if i not in at
    )

    def loss(values: np.ndarray):
        lost, slope = choices.loss(kept + choices.signals[:, at] @ values)
        return lost + SHRINKAGE / 2 * values @ values, choices.signals[:, at].T @ slope + SHRINKAGE * values

    start = np.array([weights.get(name, 0.0) for name in names["fitted"]])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(at))
    return weights | {name: round(float(value), 1) for name, value in zip(names["fitted"], found.x, strict=True)}


def fused(choices: Choices, names: dict, weights: dict[str, float]) -> np.ndarray:
    return choices.signals @ [weights.get(name, 0.0) for name in names["signals"]]


def cross_validated(choices: Choices, names: dict, weights: dict[str, float]) -> np.ndarray:
    """The score of each candidate by weights fitted on the other groups of questions."""
    scores = np.zeros(len(choices.signals))
    for group in sorted(set(choices.groups)):
        own = choices.groups == group
        fitted = fit_fusion(choices.chosen(~own), names, weights)
        scores[own[choices.question]] = fused(choices, names, fitted)[own[choices.question]]
    return scores

"""What the cross-encoder's word counts for beside the trees of `confidence`: a logistic regression over the shelves of
made-up letters, which the trees were not fitted on, and no cross-encoder learnt from.
"""
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from training.retrieval.confidence import KINDS, THRESHOLDS, weights, weights_of_some

SHELVES = "letters"
# So many of the answerable questions over them are to be answered at the threshold of .50.
KEPT = 0.94


def tree_odds(tree, evidence: dict) -> float:
    """The log-odds of one tree, as `weights.json` has it."""
    while isinstance(tree, dict):
        tree = tree["yes"] if evidence[tree["feature"]] <= tree["atMost"] else tree["no"]
    return tree


def log_odds(confidence: dict, evidence: dict) -> float:
    trees = sum(tree_odds(tree, evidence) for tree in confidence["trees"])
    return confidence["base"] + trees + confidence["stated"] * evidence["stated"]


def fit_close_reading(rows: list[dict], confidence: dict) -> tuple[dict, list]:
    """The weights of `closely` in `confidence`, and what they give on the shelf that they were not fitted on."""
    rows = [row for row in rows if row["group"].startswith(SHELVES) and row["evidence"]["closely"] is not None]
    told = np.array([[log_odds(confidence, row["evidence"]), row["evidence"]["closely"]] for row in rows])
    labels = np.array([int(row["answerable"]) for row in rows])
    groups = np.array([row["group"] for row in rows])
    found = np.zeros(len(rows))
    for shelf in sorted(set(groups)):
        own = groups == shelf
        found[own] = fitted(told[~own], labels[~own], weights_of_some(rows, ~own)).predict_proba(told[own])[:, 1]
    whole = fitted(told, labels, weights(rows))
    (trees, close), (base,) = whole.coef_[0].tolist(), whole.intercept_.tolist()
    # What the answerable questions that are told least are told becomes .50.
    doubtful = np.quantile(found[labels == 1], 1 - KEPT)
    shift = np.log(doubtful / (1 - doubtful))
    found = 1 / (1 + (1 - found) / found * np.exp(shift))
    closely = {"base": round(float(base - shift), 2), "trees": round(trees, 2), "weight": round(close, 2)}
    before = 1 / (1 + np.exp(-told[:, 0]))
    return confidence | {"closely": closely}, [table(rows, labels, {"trees": before, "with close reading": found})]


def fitted(told: np.ndarray, labels: np.ndarray, weight: np.ndarray) -> LogisticRegression:
    return LogisticRegression().fit(told, labels, sample_weight=weight)


def table(rows: list[dict], labels: np.ndarray, found: dict[str, np.ndarray]) -> list[list[str]]:
    """AUROC against each kind of question without an answer; what thresholds refuse of the answerable and of these."""
    kinds = np.array([row["type"] for row in rows])
    present = [kind for kind in KINDS if (kinds == kind).any()]
    shown = [["", *(f"AUROC {kind}" for kind in present), *(f"refused below {limit:.2f}" for limit in THRESHOLDS)]]
    for name, values in found.items():
        right = values[labels == 1]
        auroc = [
            roc_auc_score([1] * len(right) + [0] * (kinds == kind).sum(), [*right, *values[kinds == kind]])
            for kind in present
        ]
        refused = [
            " / ".join(f"{(some < limit).mean():.2f}" for some in (right, *(values[kinds == k] for k in present)))
            for limit in THRESHOLDS
        ]
        shown.append([name, *(f"{value:.3f}" for value in auroc), *refused])
    return shown

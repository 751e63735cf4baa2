"""Trees that say how likely it is that an answer was found.

Gradient-boosted trees (Friedman 2001) whose result never falls with what speaks for an answer and never rises with what
speaks against one: without that they learn that a question with many of the passage's words is a trap, which is true of
near misses and of nothing else. Each shelf is judged by trees fitted on the others.
"""
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

SPEAKS = {"for": 1, "against": -1}
KINDS = ("near_miss", "near_domain", "off_topic")
# Of eleven questions eight have an answer and one is of each kind that has none.
UNANSWERABLE = 3 / 8
# Of the answerable questions that people put to letters about one in six asks for a number, a date, a name or a list;
# of those over the shelves one in eight.
DETAIL, DETAILS = -0.3, 1 / 6
THRESHOLDS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.7)


class Judged:
    """Questions over shelves, with the evidence about each as a row of numbers."""

    def __init__(self, rows: list[dict], speaks: dict[str, str]):
        self.rows, self.speaks = rows, speaks
        self.features = np.array([[row["evidence"][name] for name in speaks] for row in rows])
        self.labels = np.array([int(row["answerable"]) for row in rows])
        self.shelves = np.array([row["group"] for row in rows])
        self.kinds = np.array([row["type"] for row in rows])
        self.weights = weights(rows)

    def model(self) -> HistGradientBoostingClassifier:
        return HistGradientBoostingClassifier(
            max_iter=40, max_leaf_nodes=5, learning_rate=0.15, min_samples_leaf=15, l2_regularization=1.0,
            random_state=1, early_stopping=False, monotonic_cst=[SPEAKS[side] for side in self.speaks.values()],
        )

    def fitted(self, some: np.ndarray) -> HistGradientBoostingClassifier:
        chosen = weights_of_some(self.rows, some)
        return self.model().fit(self.features[some], self.labels[some], sample_weight=chosen)

    def cross_validated(self) -> np.ndarray:
        """The confidence of each question by trees fitted on the other shelves."""
        found = np.zeros(len(self.rows))
        for shelf in sorted(set(self.shelves)):
            own = self.shelves == shelf
            found[own] = self.fitted(~own).predict_proba(self.features[own])[:, 1]
        return found

    def trees(self) -> dict:
        whole = self.fitted(np.ones(len(self.rows), dtype=bool))
        names = list(self.speaks)
        trees = [tree(predictors[0].nodes, names) for predictors in whole._predictors]
        return {"base": round(float(whole._baseline_prediction[0, 0]), 4), "trees": trees}


def weights(rows: list[dict]) -> np.ndarray:
    counts = {kind: sum(r["type"] == kind for r in rows) for kind in KINDS}
    answerable = sum(r["answerable"] for r in rows)
    of_each = {kind: UNANSWERABLE * answerable / len(KINDS) / max(1, count) for kind, count in counts.items()}
    asked = np.array([r["answerable"] and r["evidence"]["form"] <= DETAIL for r in rows])
    share = asked.sum() / max(1, answerable)
    # The answerable questions count as much together as before.
    detail, other = DETAILS / max(share, 1e-9), (1 - DETAILS) / max(1 - share, 1e-9)
    return np.array(
        [
            (detail if is_detail else other) if row["answerable"] else of_each[row["type"]]
            for row, is_detail in zip(rows, asked, strict=True)
        ]
    )


def weights_of_some(rows: list[dict], some: np.ndarray) -> np.ndarray:
    return weights([row for row, kept in zip(rows, some, strict=True) if kept])


def tree(nodes, names: list[str], at: int = 0):
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    return {
        "feature": names[node["feature_idx"]],
        "atMost": round(float(node["num_threshold"]), 6),
        "yes": tree(nodes, names, node["left"]),
        "no": tree(nodes, names, node["right"]),
    }


def tables(judged: Judged, found: np.ndarray) -> list[list[list[str]]]:
    """AUROC against each kind of question without an answer; what each threshold refuses; what was told and was so."""
    shown = np.array([0 < row["rank"] <= 5 for row in judged.rows])
    right = found[judged.labels == 1]
    wrong = {kind: found[judged.kinds == kind] for kind in KINDS}
    auroc = [roc_auc_score([1] * len(right) + [0] * len(w), [*right, *w]) for w in wrong.values()]
    refused = [
        [f"{limit:.2f}", *(f"{(some < limit).mean():.2f}" for some in (right, found[shown], *wrong.values()))]
        for limit in THRESHOLDS
    ]
    told = [
        [f"{found[part].mean():.2f}", f"{np.average(judged.labels[part], weights=judged.weights[part]):.2f}"]
        for part in np.array_split(np.argsort(found, kind="stable"), 8)
    ]
    return [
        [["", *KINDS], ["AUROC", *(f"{value:.3f}" for value in auroc)]],
        [["threshold", "answerable refused", "of those whose answer is among the first five", *KINDS], *refused],
        [["told", "was so"], *told],
    ]

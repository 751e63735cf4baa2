"""Fits `confidence` to what `npm run eval -- --shelves DIR --evidence FILE` writes.

    python -m training.retrieval.confidence --evidence training/work/evidence.jsonl --out src/retrieval/data/confidence.json

Gradient-boosted trees (Friedman 2001) whose result never falls with what speaks for an answer and never rises with what
speaks against one: without that they learn that a question with many of the passage's words is a trap, which is true of
near misses and of nothing else. Each shelf is judged by trees fitted on the others.
"""
import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

FOR, AGAINST = 1, -1
FEATURES = {
    "cosine": FOR, "interaction": FOR, "unmet": AGAINST, "score": FOR, "ahead": FOR, "share": FOR, "names": FOR,
    "missing": AGAINST, "missingShare": AGAINST, "answerType": FOR,
}
KINDS = ("near_miss", "near_domain", "off_topic")
# Of eleven questions eight have an answer and one is of each kind that has none.
UNANSWERABLE = 3 / 8
STANDINGS = ("sentence", "passage", "nowhere")


def model() -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        max_iter=40, max_leaf_nodes=5, learning_rate=0.15, min_samples_leaf=15, l2_regularization=1.0, random_state=1,
        early_stopping=False, monotonic_cst=list(FEATURES.values()),
    )


def weights(rows: list[dict]) -> np.ndarray:
    counts = {kind: sum(r["type"] == kind for r in rows) for kind in KINDS}
    answerable = sum(r["answerable"] for r in rows)
    return np.array([1.0 if r["answerable"] else UNANSWERABLE * answerable / len(KINDS) / counts[r["type"]] for r in rows])


def cross_validated(rows, features, labels) -> np.ndarray:
    """The confidence of each question by trees fitted on the other shelves."""
    shelves = np.array([r["shelf"] for r in rows])
    found = np.zeros(len(rows))
    for shelf in set(shelves):
        others = shelves != shelf
        chosen = [r for r, other in zip(rows, others) if other]
        fitted = model().fit(features[others], labels[others], sample_weight=weights(chosen))
        found[~others] = fitted.predict_proba(features[~others])[:, 1]
    return found


def report(rows, labels, found) -> None:
    kinds = np.array([r["type"] for r in rows])
    shown = np.array([0 < r["rank"] <= 5 for r in rows])
    right = found[labels == 1]
    for kind in KINDS:
        wrong = found[kinds == kind]
        print(f"AUROC {kind}: {roc_auc_score([1] * len(right) + [0] * len(wrong), [*right, *wrong]):.3f}")
    for limit in (0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8):
        shares = ", ".join(f"{kind} {(found[kinds == kind] < limit).mean():.2f}" for kind in KINDS)
        answers = (found[shown] >= limit).mean()
        print(f"below {limit}: answerable {(right < limit).mean():.2f} (with the answer shown {1 - answers:.2f}), {shares}")
    order = np.argsort(found)
    for part in np.array_split(order, 8):
        part_weights = weights(rows)[part]
        print(f"told {found[part].mean():.2f}, was {np.average(labels[part], weights=part_weights):.2f}")


def evidence_of_types(rows) -> None:
    """The table in answer-type.ts: log-ratios of where the kind of thing asked for stands, smoothed towards all types."""
    asked = [r for r in rows if r.get("asks") and r["asks"] != "address"]
    counts = lambda some: np.array([sum(r["standing"] == s for r in some) for s in STANDINGS], float)
    prior = [counts([r for r in asked if r["answerable"] == a]) for a in (True, False)]
    for kind in sorted({r["asks"] for r in asked}):
        yes, no = (counts([r for r in asked if r["asks"] == kind and r["answerable"] == a]) for a in (True, False))
        shares = [(c + 4 * p / p.sum()) / (c.sum() + 4) + 0.02 for c, p in zip((yes, no), prior)]
        found = ", ".join(f"{s}: {x:.2f}" for s, x in zip(STANDINGS, np.log(shares[0] / shares[1])))
        print(f"{kind}: {found} ({int(yes.sum())} answerable, {int(no.sum())} not)")


def tree(nodes, at: int = 0):
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    return {
        "feature": list(FEATURES)[node["feature_idx"]],
        "atMost": round(float(node["num_threshold"]), 6),
        "yes": tree(nodes, node["left"]),
        "no": tree(nodes, node["right"]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evidence", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.evidence.read_text(encoding="utf-8").splitlines()]
    features = np.array([[r["evidence"][name] for name in FEATURES] for r in rows])
    labels = np.array([int(r["answerable"]) for r in rows])
    evidence_of_types(rows)
    report(rows, labels, cross_validated(rows, features, labels))
    if options.out:
        fitted = model().fit(features, labels, sample_weight=weights(rows))
        trees = [tree(predictors[0].nodes) for predictors in fitted._predictors]
        text = json.dumps({"base": round(float(fitted._baseline_prediction[0, 0]), 4), "trees": trees}, indent=1)
        options.out.write_text(text + "\n", encoding="utf-8")
        print(f"{len(trees)} trees in {options.out}")


if __name__ == "__main__":
    main()

"""How much more often the kind of thing asked for stands in the first passage of a question that is answered."""
import numpy as np

# Pseudo-counts towards all kinds together, and a share that no place goes below.
SMOOTHING, LEAST = 4, 0.02


def fit_answer_types(rows: list[dict], standings: list[str], weights: dict[str, dict[str, float]]) -> dict:
    """The logarithm of the ratio, by kind and by where such a thing stands; kinds too rare here keep their weights."""
    asked = [row for row in rows if row["asks"] and row["asks"] != "address"]

    def counts(some: list[dict], answerable: bool) -> np.ndarray:
        found = [row["standing"] for row in some if row["answerable"] == answerable]
        return np.array([found.count(standing) for standing in standings], float)

    prior = [counts(asked, answerable) for answerable in (True, False)]
    found = dict(weights)
    for kind in sorted({row["asks"] for row in asked}):
        own = [row for row in asked if row["asks"] == kind]
        shares = [
            (each + SMOOTHING * all_ / all_.sum()) / (each.sum() + SMOOTHING) + LEAST
            for each, all_ in zip((counts(own, True), counts(own, False)), prior, strict=True)
        ]
        ratios = np.log(shares[0] / shares[1])
        found[kind] = {standing: round(float(ratio), 2) for standing, ratio in zip(standings, ratios, strict=True)}
    return found

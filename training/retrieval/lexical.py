"""Weights of lexical search: what each way of saying a concept in other words is worth.

The evidence holds how a question's concepts stand in its candidates, so their lexical scores can be computed under
other weights. A way's worth is a product of powers, so its logarithm is linear in the logarithms of the weights; a
concept scores by the best of its ways and of its parts together, so the slope of a score is that of what was best.
"""
import numpy as np
from scipy.optimize import minimize

from training.retrieval.evidence import Choices

POWERS = ("ambiguity", "crowd", "own")
SCALARS = ("ambiguity", "crowd", "phrase", "foreign", "slip", "parts", "own")
# How far from the weights in use, in logarithms, costs as much as it gains: with few questions for some relations, what
# nothing speaks about stays as it is.
SPREAD = 0.5
SHRINKAGE = 2e-3


class Matches:
    """The hits of all candidates, one after the other: a way of saying a concept that stands in a candidate. A place is
    a candidate and a concept."""

    def __init__(self, rows: list[dict], columns: int):
        places, hits, first = {}, [], 0
        self.possible, whole_of, concept_of, candidate_of = [], [], [], []
        for row in rows:
            lexical = row["lexical"]
            concepts = lexical["concepts"]

            def place(candidate: int, concept: int, concepts=concepts) -> int:
                key = (candidate, concept)
                if key not in places:
                    whole, rarity, weighted = concepts[concept]
                    above = place(candidate, whole) if whole >= 0 else -1
                    places[key] = len(whole_of)
                    whole_of.append(above)
                    concept_of.append((rarity, weighted))
                    candidate_of.append(candidate)
                return places[key]

            for i, met in enumerate(lexical["met"]):
                for way, *impacts in met:
                    concept, source, target, entries, siblings, phrase, foreign, slips = lexical["ways"][way]
                    relation = source * columns + target if source >= 0 else columns * columns
                    counts = (-np.log(entries), -np.log(siblings), phrase, foreign, slips)
                    hits.append((place(first + i, concept), relation, counts, lexical["rarities"][way], impacts))
            first += len(lexical["met"])
            self.possible += [lexical["possible"]] * len(lexical["met"])
        # The hits of a place lie together; parts come after the wholes that they are parts of.
        hits.sort(key=lambda hit: hit[0])
        self.possible = np.array(self.possible)
        self.whole, self.candidate = np.array(whole_of), np.array(candidate_of)
        rarity, self.weighted = np.array(concept_of).T
        self.place = np.array([hit[0] for hit in hits])
        self.relation = np.array([hit[1] for hit in hits])
        self.counts = np.array([hit[2] for hit in hits])
        most = max(len(hit[4]) for hit in hits)
        # A term that isn't there has no impact; its rarity is of no account.
        self.term_rarity = np.log([hit[3] + [1.0] * (most - len(hit[3])) for hit in hits])
        self.impact = np.array([hit[4] + [0.0] * (most - len(hit[4])) for hit in hits])
        self.impact /= np.count_nonzero(self.impact, axis=1, keepdims=True)
        self.concept_rarity = np.log(np.maximum(rarity[self.place], 1e-9))
        self.starts = np.flatnonzero(np.diff(self.place, prepend=-1))
        self.depth = np.zeros(len(self.whole), dtype=int)
        for i, above in enumerate(self.whole):
            self.depth[i] = 0 if above < 0 else self.depth[above] + 1

    def scores(self, relation: np.ndarray, scalars: dict[str, float]):
        """The lexical score of each candidate, and a function from its slope to that of the logarithms of `relation`
        and of each scalar (of `ambiguity`, `crowd` and `own` themselves)."""
        logs = [scalars["ambiguity"], scalars["crowd"], *(np.log(scalars[name]) for name in SCALARS[2:5])]
        worth = np.exp(np.append(np.log(relation), 0.0)[self.relation] + self.counts @ logs)
        own = scalars["own"]
        shares = np.exp(own * self.concept_rarity[:, None] + (1 - own) * self.term_rarity) * self.impact
        values = worth * shares.sum(1)
        best = np.full(len(self.whole), -np.inf)
        best[self.place[self.starts]] = np.maximum.reduceat(values, self.starts)
        hit_of = np.full(len(self.whole), -1)
        highest = np.flatnonzero(values == best[self.place])
        hit_of[self.place[highest]] = highest
        found = np.where(hit_of >= 0, values[hit_of], 0.0)
        factor = np.where(self.weighted > 0, scalars["parts"], 1.0)
        by_parts = np.zeros(len(found), dtype=bool)
        for depth in range(self.depth.max(), 0, -1):
            part = np.flatnonzero(self.depth == depth)
            together = np.bincount(self.whole[part], found[part] * factor[part], minlength=len(found))
            by_parts |= together > found
            found = np.maximum(found, together)
        top = self.depth == 0
        score = np.bincount(self.candidate[top], found[top], minlength=len(self.possible)) / self.possible

        def slope(of_score: np.ndarray) -> tuple[np.ndarray, dict[str, float]]:
            flow = np.where(top, of_score[self.candidate] / self.possible[self.candidate], 0.0)
            parts = 0.0
            for depth in range(1, self.depth.max() + 1):
                part = np.flatnonzero(self.depth == depth)
                reached = flow[self.whole[part]] * by_parts[self.whole[part]]
                flow[part] = reached * factor[part]
                parts += (reached * found[part] * factor[part] * (self.weighted[part] > 0)).sum()
            used = (hit_of >= 0) & ~by_parts
            at = hit_of[used]
            moved = flow[used] * values[at]
            of_relation = np.bincount(self.relation[at], moved, minlength=len(relation) + 1)[:-1]
            distance = self.concept_rarity[at, None] - self.term_rarity[at]
            of_own = (flow[used] * worth[at] * (shares[at] * distance).sum(1)).sum()
            return of_relation, dict(zip(SCALARS, (*(self.counts[at].T @ moved), parts, of_own), strict=True))

        return score, slope


def fit_lexical(choices: Choices, names: dict, fusion: dict[str, float], lexical: dict) -> dict:
    """Lexical weights near those in use under which the candidates that answer are most likely; the other signals, and
    how much lexical search counts among them, stay as they are."""
    fields = names["fields"]
    matches = Matches(choices.rows, len(fields))
    at = names["signals"].index("lexical")
    others = choices.signals @ [fusion.get(name, 0.0) * (name != "lexical") for name in names["signals"]]
    start = pack(lexical, fields)
    fixed = np.isclose(choices.signals[:, at], matches.scores(*unpack(start, fields))[0], atol=1e-3)
    if not fixed.all():
        raise SystemExit(f"{(~fixed).sum()} lexical scores are not those of weights.json: write the evidence anew")

    def loss(values: np.ndarray):
        score, slope = matches.scores(*unpack(values, fields))
        lost, of_score = choices.loss(others + fusion["lexical"] * score)
        of_relation, of_scalars = slope(of_score * fusion["lexical"])
        away = (values - start) / SPREAD
        gradient = np.concatenate([of_relation, [of_scalars[name] for name in SCALARS]])
        return lost + SHRINKAGE / 2 * away @ away, gradient + SHRINKAGE * away / SPREAD

    bounds = [(None, None)] * len(fields) ** 2 + [(0, 1) if name in POWERS else (None, None) for name in SCALARS]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds)
    relation, scalars = unpack(found.x, fields)
    rounded = [round(float(value), 2) for value in relation]
    rows = {source: dict(zip(fields, rounded[i * len(fields) :], strict=False)) for i, source in enumerate(fields)}
    return {"relation": rows} | {name: round(float(scalars[name]), 2) for name in lexical if name != "relation"}


def lexical_scores(choices: Choices, names: dict, lexical: dict) -> np.ndarray:
    fields = names["fields"]
    return Matches(choices.rows, len(fields)).scores(*unpack(pack(lexical, fields), fields))[0]


def pack(lexical: dict, fields: list[str]) -> np.ndarray:
    """The weights as one row of numbers: logarithms, but for the powers."""
    relation = [np.log(lexical["relation"][source][target]) for source in fields for target in fields]
    return np.array([*relation, *(lexical[name] if name in POWERS else np.log(lexical[name]) for name in SCALARS)])


def unpack(values: np.ndarray, fields: list[str]) -> tuple[np.ndarray, dict[str, float]]:
    relation, scalars = values[: len(fields) ** 2], values[len(fields) ** 2 :]
    return np.exp(relation), {n: v if n in POWERS else np.exp(v) for n, v in zip(SCALARS, scalars, strict=True)}

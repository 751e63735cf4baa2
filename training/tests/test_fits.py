"""The fits, on questions small enough to know what should come out."""
import numpy as np
import pytest

from training.retrieval.answer_types import fit_answer_types
from training.retrieval.evidence import Choices, reciprocal_ranks
from training.retrieval.fusion import fit_fusion
from training.retrieval.lexical import SCALARS, Matches

NAMES = {"signals": ["telling", "chance", "named"], "fitted": ["telling", "chance"]}


def question(number: int, signals: list, right: list[bool], **other) -> dict:
    return {"set": "holdout", "group": f"fold {number % 2}", "type": "plain", "language": "nl", "answerable": True,
            "signals": signals, "right": right, **other}


@pytest.fixture
def rows() -> list[dict]:
    rng = np.random.default_rng(1)
    made = []
    for number in range(60):
        right = [i == number % 3 for i in range(3)]
        signals = [[float(is_right) + 0.5 * rng.random(), rng.random(), 0.0] for is_right in right]
        made.append(question(number, signals, right))
    return made


def test_the_signal_that_tells_gets_the_weight(rows):
    weights = fit_fusion(Choices(rows), NAMES, {"telling": 1.0, "chance": 1.0, "named": 3.0})
    assert weights["telling"] > 3
    assert weights["chance"] < 1
    assert weights["named"] == 3.0


def test_the_same_evidence_gives_the_same_weights(rows):
    start = {"telling": 1.0, "chance": 1.0, "named": 3.0}
    assert fit_fusion(Choices(rows), NAMES, start) == fit_fusion(Choices(rows), NAMES, start)


def test_a_signal_without_a_weight_yet_is_fitted(rows):
    assert fit_fusion(Choices(rows), NAMES, {"named": 3.0})["telling"] > 3


def test_questions_whose_answer_was_not_found_count_as_misses(rows):
    lost = question(0, [[0, 0, 0]], [False])
    choices = Choices([*rows, lost])
    scores = choices.right.astype(float)
    assert reciprocal_ranks([*rows, lost], choices, scores) == {"holdout plain": pytest.approx(60 / 61)}


def test_each_set_of_questions_counts_as_much(rows):
    other = [{**rows[0], "set": "shelves"}]
    weights = Choices([*rows, *other]).weights
    assert weights[-1] == pytest.approx(weights[:-1].sum())


LEXICAL = {
    "possible": 5.0,
    # a word; a compound with two parts
    "concepts": [[-1, 2.0, 0], [-1, 3.0, 0], [1, 1.5, 1], [1, 2.5, 1]],
    "ways": [[0, -1, -1, 1, 1, 0, 1, 0], [0, 0, 1, 2, 3, 1, 0, 1], [1, 1, 0, 1, 2, 0, 0, 0], [2, -1, -1, 1, 1, 0, 0, 0],
             [3, 0, 0, 4, 1, 0, 0, 0]],
    "rarities": [[2.0], [1.0, 3.0], [2.5], [1.5], [2.0]],
    "met": [[[0, 1.2], [1, 0.8, 1.1]], [[2, 0.9], [3, 1.0], [4, 1.3]], []],
}
RELATION = np.array([0.4, 0.7, 0.9, 0.5])
WEIGHTS = dict(zip(SCALARS, (0.1, 0.2, 1.4, 0.6, 0.7, 0.6, 0.5), strict=True))


def test_a_lexical_score_is_the_best_way_or_the_parts_together():
    scores, _ = Matches([{"lexical": LEXICAL}], 2).scores(RELATION, WEIGHTS)
    foreign = 0.6 * (2.0**0.5 * 2.0**0.5) * 1.2
    phrase = 0.7 * 1.4 / (2**0.1 * 3**0.2) * 0.7 * (2.0**0.5) * (1.0**0.5 * 0.8 + 3.0**0.5 * 1.1) / 2
    assert scores[0] == pytest.approx(max(foreign, phrase) / 5.0)
    whole = 0.9 / 2**0.2 * (3.0**0.5 * 2.5**0.5) * 0.9
    parts = 0.6 * (1.5 * 1.0 + 0.4 / 4**0.1 * (2.5**0.5 * 2.0**0.5) * 1.3)
    assert scores[1] == pytest.approx(max(whole, parts) / 5.0)
    assert scores[2] == 0


@pytest.mark.parametrize("of", [*range(4), *SCALARS])
def test_the_slope_of_lexical_scores_is_what_a_small_step_gives(of):
    matches, direction, step = Matches([{"lexical": LEXICAL}], 2), np.array([0.3, -1.1, 0.7]), 1e-6

    def moved(by: float) -> float:
        relation, scalars = RELATION.copy(), dict(WEIGHTS)
        if isinstance(of, int):
            relation[of] *= np.exp(by)
        elif of in ("ambiguity", "crowd", "own"):
            scalars[of] += by
        else:
            scalars[of] *= np.exp(by)
        return float(matches.scores(relation, scalars)[0] @ direction)

    _, slope = matches.scores(RELATION, WEIGHTS)
    of_relation, of_scalars = slope(direction)
    found = of_relation[of] if isinstance(of, int) else of_scalars[of]
    assert found == pytest.approx((moved(step) - moved(-step)) / (2 * step), abs=1e-6)


def test_a_kind_of_answer_that_stands_there_speaks_for_one():
    rows = [{"asks": "money", "standing": "sentence" if answerable else "nowhere", "answerable": answerable}
            for answerable in (True, False) for _ in range(20)]
    kept = {"sentence": 1.1, "passage": 1.1, "nowhere": -2.4}
    found = fit_answer_types(rows, ["sentence", "passage", "nowhere"], {"address": kept})
    assert found["money"]["sentence"] > 1 > -1 > found["money"]["nowhere"]
    assert found["address"] == kept

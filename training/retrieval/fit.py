"""Fits the weights of retrieval to evidence that the program wrote, and writes them into `weights.json`.

    npm run eval -- --shelves WORK/shelves --holdout WORK/holdout --evidence WORK/evidence.jsonl   # WORK: training/work
    python -m training.retrieval.fit                    # what each fit would give
    python -m training.retrieval.fit --part lexical     # and takes it

Each part changes what the next one is fitted on: take `lexical`, then `answerType`, `fusion`, `confidence` and
`closeReading`, with the evidence written anew (and the program built) in between. What is fitted on: the shelves and
the held-out written questions, never the questions about the letters; `closeReading` on the shelves of made-up letters
alone. The same evidence gives the same weights.
"""
import argparse
from pathlib import Path

import numpy as np

from training.retrieval import fusion
from training.retrieval import weights as file
from training.retrieval.answer_types import fit_answer_types
from training.retrieval.close_reading import fit_close_reading
from training.retrieval.confidence import Judged, tables
from training.retrieval.evidence import Choices, Evidence, read_evidence, reciprocal_ranks
from training.retrieval.lexical import fit_lexical, lexical_scores
from training.retrieval.results import markdown, write_results
from training.texts.places import WORK

PARTS = ("lexical", "answerType", "fusion", "confidence", "closeReading")


def lexical(evidence: Evidence, weights: dict) -> tuple[dict, list]:
    choices, names = Choices(evidence.rows), evidence.names
    at, share = names["signals"].index("lexical"), weights["fusion"]["lexical"]
    in_use = fusion.fused(choices, names, weights["fusion"])
    others = in_use - share * choices.signals[:, at]
    scores = np.zeros(len(others))
    for fold in range(5):
        # Whole groups of questions together: five parts of the shelves and of the written questions.
        names_of = sorted(set(choices.groups))
        own = np.isin(choices.groups, names_of[fold::5])
        fitted = fit_lexical(choices.chosen(~own), names, weights["fusion"], weights["lexical"])
        scores[own[choices.question]] = lexical_scores(choices.chosen(own), names, fitted)
    found = fit_lexical(choices, names, weights["fusion"], weights["lexical"])
    return found, [by_question(evidence, choices, {"in use": in_use, "fitted on others": others + share * scores})]


def answer_type(evidence: Evidence, weights: dict) -> tuple[dict, list]:
    rows = [row for row in evidence.rows if row["set"] == "shelves"]
    found = fit_answer_types(rows, evidence.names["standings"], weights["answerType"])
    return found, []


def fuse(evidence: Evidence, weights: dict) -> tuple[dict, list]:
    choices, names = Choices(evidence.rows), evidence.names
    in_use = fusion.fused(choices, names, weights["fusion"])
    on_others = fusion.cross_validated(choices, names, weights["fusion"])
    found = fusion.fit_fusion(choices, names, weights["fusion"])
    return found, [by_question(evidence, choices, {"in use": in_use, "fitted on others": on_others})]


def confidence(evidence: Evidence, weights: dict) -> tuple[dict, list]:
    judged = Judged([row for row in evidence.rows if row["set"] == "shelves"], evidence.names["evidence"])
    return weights["confidence"] | judged.trees(), tables(judged, judged.cross_validated())


def close_reading(evidence: Evidence, weights: dict) -> tuple[dict, list]:
    return fit_close_reading([row for row in evidence.rows if row["set"] == "shelves"], weights["confidence"])


FITS = dict(zip(PARTS, (lexical, answer_type, fuse, confidence, close_reading), strict=True))
# What is written of a part, where that is not its own name.
WRITTEN_AS = {"closeReading": "confidence"}


def by_question(evidence: Evidence, choices: Choices, scores: dict[str, np.ndarray]) -> list[list[str]]:
    """MRR@10 of several scores over each kind of question; the rows of a table."""
    found = {name: reciprocal_ranks(evidence.rows, choices, each) for name, each in scores.items()}
    kinds = list(next(iter(found.values())))
    return [["weights", *kinds], *([name, *(f"{own[kind]:.3f}" for kind in kinds)] for name, own in found.items())]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--evidence", type=Path, default=WORK / "evidence.jsonl")
    parser.add_argument("--part", choices=PARTS, help="take this part's fit into weights.json; else nothing is written")
    parser.add_argument("--write", action="store_true", help="put the tables into bench/eval/RESULTS.md")
    options = parser.parse_args()
    evidence, weights = read_evidence(options.evidence), file.read()
    for part in [options.part] if options.part else PARTS:
        found, shown = FITS[part](evidence, weights)
        figures = "\n\n".join(markdown(table) for table in shown)
        short = {"confidence": "", "closeReading": found.get("closely")}.get(part, file.text({part: found}))
        print(f"{part}\n\n{figures}\n\n{short}\n")
        if options.write and shown:
            write_results(f"fit of {part}", figures)
        if options.part:
            file.write(weights | {WRITTEN_AS.get(part, part): found})


if __name__ == "__main__":
    main()

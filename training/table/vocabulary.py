"""The SentencePiece vocabulary, and the same tokenizer as the tokenizer.json that transformers.js reads."""
import itertools
import json
import random
from pathlib import Path

import numpy as np
import sentencepiece
from tokenizers import Tokenizer

from training.texts import corpora as read
from training.texts.text import normalise


def _texts(corpora: Path, rng: random.Random):
    yield from (p for _, paragraphs in read.manifestos(corpora) for p in paragraphs)
    for nl, en in read.treaties(corpora):
        if rng.random() < 0.6:
            yield nl[:600]
            yield en[:600]
    for pair in read.tatoeba(corpora) + read.parallel(corpora):
        yield from pair
    for row in read.questions(corpora, held_out=False):
        yield from (row[k] for k in read.KINDS)
    for language in ("nl", "en"):
        for a, b, _ in read.stsb(corpora, language, "train"):
            yield from (a, b)
    for entry in read.thesaurus(corpora):
        yield from itertools.chain.from_iterable(entry[f] for f in entry)
    yield from (p[:600] for p in read.law_paragraphs(corpora) if rng.random() < 0.06)


def train_vocabulary(corpora: Path, size: int, folder: Path, seed: int = 1) -> Path:
    path = folder / f"pieces-{size}.model"
    if path.exists():
        return path
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=(t for t in map(normalise, _texts(corpora, random.Random(seed))) if t),
        model_prefix=str(path.with_suffix("")),
        model_type="unigram",
        vocab_size=size,
        character_coverage=0.9998,
        required_chars="«»‹›„“”‘’…€£%°§é",
        normalization_rule_name="identity",
        input_sentence_size=500_000,
        shuffle_input_sentence=True,
        max_sentencepiece_length=24,
        bos_id=-1,
        eos_id=-1,
        pad_id=0,
        unk_id=1,
        pad_piece="[PAD]",
        unk_piece="[UNK]",
        num_threads=2,
        max_sentence_length=8000,
        minloglevel=1,
    )
    return path


class Vocabulary:
    """Token ids of texts; id 0 is padding, id 1 stands for what is unknown."""

    def __init__(self, path: Path):
        self.model = sentencepiece.SentencePieceProcessor(model_file=str(path))
        self.size = self.model.get_piece_size()

    def ids(self, texts: list[str]) -> list[list[int]]:
        return self.model.encode([normalise(t) for t in texts], num_threads=2)

    def matrix(self, texts: list[str], length: int) -> np.ndarray:
        """uint16 rows of `length` ids, padded with 0."""
        rows = np.zeros((len(texts), length), dtype=np.uint16)
        for row, ids in zip(rows, self.ids(texts)):
            row[: len(ids[:length])] = ids[:length]
        return rows

    def piece(self, index: int) -> str:
        return self.model.id_to_piece(index)


class ShippedVocabulary(Vocabulary):
    """The same ids from the tokenizer.json of a model folder."""

    def __init__(self, folder: Path):
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.size = self.tokenizer.get_vocab_size()

    def ids(self, texts: list[str]) -> list[list[int]]:
        return [e.ids for e in self.tokenizer.encode_batch(list(texts), add_special_tokens=False)]

    def piece(self, index: int) -> str:
        return self.tokenizer.id_to_token(index)


def tokenizer_json(vocabulary: Vocabulary) -> dict:
    model = vocabulary.model
    pieces = [[model.id_to_piece(i), round(model.get_score(i), 5)] for i in range(vocabulary.size)]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "NFKC"},
            {"type": "Lowercase"},
            {"type": "Replace", "pattern": {"Regex": "[\\s\\ufeff▁]+"}, "content": " "},
            {"type": "Strip", "strip_left": True, "strip_right": True},
        ]},
        "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True, "prepend_scheme": "always"},
        "post_processor": None,
        "decoder": {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True, "prepend_scheme": "always"},
        "model": {"type": "Unigram", "unk_id": model.unk_id(), "vocab": pieces},
    }


def write_tokenizer(vocabulary: Vocabulary, folder: Path, max_tokens: int) -> None:
    text = json.dumps(tokenizer_json(vocabulary), ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(text + "\n", encoding="utf-8")
    config = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": max_tokens,
        "pad_token": "[PAD]",
        "unk_token": "[UNK]",
        "clean_up_tokenization_spaces": False,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")

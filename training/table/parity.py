"""Do transformers.js and this code give the same tokens and vectors? Writes 200 texts with what is expected of them;
`node training/table/parity.mjs` reads the file and compares."""
import argparse
import json
import random
from pathlib import Path

import torch

from training.table.export import load_rows
from training.table.vocabulary import Vocabulary
from training.texts import corpora as read
from training.texts.places import CORPORA, WORK

HARD = [
    "", " ", "\n\t", "a", "É", "café, naïef, coördinatie, reünie, Oekraïense, Curaçao", "«aanhalingen» en ‹enkele› en „lage” ‘en’ “hoge”",
    "defensiematerieelverwervingsprocedure en arbeidsongeschiktheidsverzekeringsmaatschappijen", "1.234,56 € op 21-10-2021 om 14.30 uur (2%)",
    "28 676, nr. 348", "😀", "👩‍👩‍👧 en 🇳🇱 vlag", "NAVO 🚀 raket", "ĲSSELMEER ĳs ﬁnanciën ½ ² № ™", "日本語 and Ελληνικά και русский",
    "lastenver-\ndeling over\r\ntwee regels", "a\u00a0b\u2009c\u200bd\ufeffe", "don't stop: it’s 5 o'clock", "x" * 300, "   rand   spaties   ",
    "ǅ ß ſ İ", "e\u0301e\u0301n", "[PAD] [UNK] [CLS]", "<s> </s>", "▁ metaspace ▁▁", "…… -- — – ‒", "#hashtag @naam https://www.example.nl/a?b=c",
]


def texts(corpora: Path, count: int = 200) -> list[str]:
    rng = random.Random(7)
    rows = read.questions(corpora, held_out=True)
    found = [r[k] for r in rows for k in (*read.KINDS, "text")]
    found += [t for pair in read.treaties(corpora)[:3000] for t in pair]
    return HARD + rng.sample(found, count - len(HARD))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--model", type=Path, default=Path("models/briefwijzer-encoder"))
    parser.add_argument("--checkpoint", type=Path, help="rows before quantisation, as train writes them")
    parser.add_argument("--vocabulary", type=Path, default=WORK / "pieces-32000.model")
    parser.add_argument("--out", type=Path, default=WORK / "parity.json")
    options = parser.parse_args()
    vocabulary = Vocabulary(options.vocabulary)
    tables = {"int8": load_rows(options.model)}
    if options.checkpoint:
        tables["float"] = torch.load(options.checkpoint)
    cases = []
    for text in texts(options.corpora):
        ids = vocabulary.ids([text])[0][:512]
        case = {"text": text, "ids": ids}
        for name, rows in tables.items():
            case[name] = torch.nn.functional.normalize(rows[ids].sum(0), dim=0).tolist() if ids else None
        cases.append(case)
    options.out.write_text(json.dumps(cases), encoding="utf-8")
    print(f"{len(cases)} texts to {options.out}; now: node training/table/parity.mjs")


if __name__ == "__main__":
    main()

"""Do the exported float model and transformers.js give what the training code gives?

    python -m training.encoder.parity --model training/work/encoder/round-3.pt --folder models/briefwijzer-encoder
        --float FOLDER

Compares the float export with the training code here, and writes texts with what is expected of them;
`npm run build && node training/encoder/parity.mjs` reads the file and compares what the program makes of them.
"""

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch

from training.encoder.evaluate import ShippedModel
from training.encoder.model import Tokens, load
from training.texts import corpora as read
from training.texts.places import CORPORA, WORK

HARD = [
    "",
    " ",
    "\n\t",
    "a",
    "É",
    "café, naïef, coördinatie, reünie, Oekraïense, Curaçao",
    "«aanhalingen» en ‹enkele› en „lage” ‘en’ “hoge”",
    "defensiematerieelverwervingsprocedure en arbeidsongeschiktheidsverzekeringsmaatschappijen",
    "1.234,56 € op 21-10-2021 om 14.30 uur (2%)",
    "28 676, nr. 348",
    "😀",
    "👩‍👩‍👧 en 🇳🇱 vlag",
    "NAVO 🚀 raket",
    "ĲSSELMEER ĳs ﬁnanciën ½ ² № ™",
    "日本語 and Ελληνικά και русский",
    "lastenver-\ndeling over\r\ntwee regels",
    "a\u00a0b\u2009c\u200bd\ufeffe",
    "don't stop: it’s 5 o'clock",
    "x" * 300,
    "   rand   spaties   ",
    "ǅ ß ſ İ",
    "e\u0301e\u0301n",
    "[PAD] [UNK] [CLS]",
    "<s> </s>",
    "▁ metaspace ▁▁",
    "…… -- — – ‒",
    "#hashtag @naam https://www.example.nl/a?b=c",
]


def texts(corpora: Path, count: int = 200) -> list[str]:
    rng = random.Random(7)
    rows = read.questions(corpora, held_out=True)
    found = [r[k] for r in rows for k in (*read.KINDS, "text")]
    found += [t for pair in read.treaties(corpora)[:3000] for t in pair]
    return [t for t in HARD if t.strip()] + rng.sample(found, count - len(HARD))


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--model", type=Path, required=True, help="the trained weights")
    parser.add_argument("--folder", type=Path, required=True, help="the model folder as it ships")
    parser.add_argument("--float", type=Path, required=True, help="a folder that holds the float export too")
    parser.add_argument("--out", type=Path, default=WORK / "parity.json")
    options = parser.parse_args()
    model, tokens = load(options.model).eval(), Tokens(options.folder, 512)
    exported = ShippedModel(options.float, "model", 512)
    cases, lowest = [], {"token": 1.0, "pooled": 1.0}
    for text in texts(options.corpora):
        ids, mask = tokens([text], "passage")
        rows, weights, pooled = model(ids, mask)
        own_rows, own_weights, own_pooled = exported([text], "passage")
        for name, a, b in (("token", rows[0], own_rows[0]), ("pooled", pooled, own_pooled)):
            lowest[name] = min(lowest[name], float(torch.cosine_similarity(a, b).min()))
        np.testing.assert_allclose(weights.numpy(), own_weights.numpy(), rtol=1e-2, atol=1e-3)
        cases.append(
            {
                "text": text,
                "ids": ids[0].tolist(),
                "pooled": pooled[0].tolist(),
                "tokens": (rows[0] * weights[0].unsqueeze(1)).flatten().tolist(),
            }
        )
    options.out.write_text(json.dumps(cases), encoding="utf-8")
    print(f"{len(cases)} texts; lowest cosines of the float export: {lowest}; now: node training/encoder/parity.mjs")


if __name__ == "__main__":
    main()

"""From the corpora to the model folder in one command; what was broken off goes on where it was.

    python training/build.py --corpora ../shared/corpora --form quick --out training/work/quick-model
    python training/build.py --corpora ../shared/corpora --form long --out models/briefwijzer-encoder
"""
import argparse
from pathlib import Path

import torch

from export import export
from forms import FORMS
from model import TokenTable
from shards import write_shards
from train import inverse_frequencies, run_round
from vocabulary import Vocabulary, train_vocabulary

PIECES = 32_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--form", choices=sorted(FORMS), default="quick")
    parser.add_argument("--out", type=Path, required=True, help="the model folder to write")
    parser.add_argument("--work", type=Path, default=Path(__file__).parent / "work")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    form = FORMS[options.form]
    options.work.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary(train_vocabulary(options.corpora, PIECES, options.work))
    shards = options.work / "shards"
    write_shards(options.corpora, vocabulary, shards)
    if any("lessons" in stage.mix for stage in form.stages):
        from teacher import write_lessons

        write_lessons(options.corpora, vocabulary, shards)
    table = TokenTable(vocabulary.size, form.dimension, inverse_frequencies(shards, vocabulary.size))
    for stage in form.stages:
        run_round(table, stage, shards, options.work / options.form)
    rows = table.rows()
    torch.save(rows, options.work / options.form / "rows.pt")
    export(rows, vocabulary, options.out)
    print(f"model in {options.out}; now: python training/evaluate.py --model {options.out}")


if __name__ == "__main__":
    main()

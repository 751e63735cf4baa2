"""From the corpora to the model folder in one command; what was broken off goes on where it was.

    python -m training.table.build --corpora ../shared/corpora --form quick --out training/work/quick-model
    python -m training.table.build --corpora ../shared/corpora --form long --out models/briefwijzer-encoder
"""
import argparse
import time
from pathlib import Path

import torch

from training.table.export import export
from training.table.forms import FORMS, Form
from training.table.model import TokenTable
from training.table.shards import write_shards
from training.table.train import OutOfTime, Run, inverse_frequencies, mean, run_round
from training.table.vocabulary import Vocabulary, train_vocabulary
from training.texts.places import CORPORA, WORK

PIECES = 32_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--form", choices=sorted(FORMS), default="quick")
    parser.add_argument("--out", type=Path, required=True, help="the model folder to write")
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--processes", type=int, default=2, help="twins trained at a time on the CPU, a thread each")
    parser.add_argument("--device", default="cpu", help="for instance cuda; the form gpu is meant for one")
    parser.add_argument("--minutes", type=float, help="stop after so many, with a checkpoint; the same command goes on")
    parser.add_argument("--prepare", action="store_true", help="only write the vocabulary and the shards")
    options = parser.parse_args()
    deadline = time.time() + 60 * options.minutes if options.minutes else float("inf")
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    form = FORMS[options.form]
    options.work.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary(train_vocabulary(options.corpora, PIECES, options.work))
    run = Run(options.work / "shards", options.work / options.form, options.device, deadline,
              options.processes if options.device == "cpu" else 1)
    write_shards(options.corpora, vocabulary, run.shards)
    if any(name.startswith("lessons") for stage in form.stages for name in stage.mix):
        from training.table.teacher import write_lessons

        write_lessons(options.corpora, vocabulary, run.shards)
    if options.prepare:
        return
    table = TokenTable(vocabulary.size, form.dimension, inverse_frequencies(run.shards, vocabulary.size)).to(options.device)
    try:
        rows = train(table, form, run)
    except OutOfTime as stop:
        raise SystemExit(f"{stop}; give the same command again to go on")
    torch.save(rows, run.folder / "rows.pt")
    export(rows, vocabulary, options.out)
    print(f"model in {options.out}; now: python -m training.table.evaluate --model {options.out}")


def train(table: TokenTable, form: Form, run: Run) -> torch.Tensor:
    """The rows of the mean of the form's last stages."""
    ends = []
    for stage in form.stages:
        run_round(table, stage, run)
        ends.append({k: v.clone() for k, v in table.state_dict().items()})
    table.load_state_dict(mean(ends[-form.averaged :]))
    return table.rows()


if __name__ == "__main__":
    main()

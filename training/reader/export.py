"""The trained reader as `onnx/reader.onnx` beside the encoder (opset 17, IR 8), its weights in eight
bits, which become 32-bit floats when it is loaded.

python -m training.reader.export --model training/work/reader.pt --out models/briefwijzer-encoder
"""

import argparse
from pathlib import Path

import onnx
import torch
from torch import nn

from training.encoder.export import IR, OPSET
from training.encoder.model import LATE
from training.encoder.packed import packed
from training.reader.model import WIDTH, Reader


class Exported(nn.Module):
    """One question, [1, q, 96], with many passages, [b, p, 96]."""

    def __init__(self, reader: Reader):
        super().__init__()
        self.reader = reader

    def forward(self, question: torch.Tensor, weights: torch.Tensor, passages: torch.Tensor, mask: torch.Tensor):
        count = passages.shape[0]
        return self.reader(question.expand(count, -1, -1), weights.expand(count, -1), passages, mask)


def export(reader: Reader, out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    example = torch.randn(1, 7, LATE), torch.rand(1, 7), torch.randn(3, 20, LATE), torch.ones(3, 20)
    torch.onnx.export(
        Exported(reader).eval(),
        example,
        str(out),
        dynamo=False,
        opset_version=OPSET,
        input_names=["question", "weights", "passages", "mask"],
        output_names=["classes", "tokens"],
        dynamic_axes={
            "question": {1: "asked"},
            "weights": {1: "asked"},
            "passages": {0: "batch", 1: "tokens"},
            "mask": {0: "batch", 1: "tokens"},
            "classes": {0: "batch"},
            "tokens": {0: "batch", 1: "tokens"},
        },
    )
    model = packed(onnx.load(out), bits=8, group=64, least=WIDTH * WIDTH)
    model.ir_version = IR
    onnx.checker.check_model(model)
    onnx.save(model, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    reader = Reader()
    reader.load_state_dict(torch.load(options.model))
    export(reader, options.out / "onnx/reader.onnx")
    print(f"{(options.out / 'onnx/reader.onnx').stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

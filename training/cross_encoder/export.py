"""The trained cross-encoder as `onnx/cross-encoder.onnx` beside the encoder (opset 17, IR 8), and the encoder with the
states that it reads as one output more.

    python -m training.cross_encoder.export --model training/work/cross.pt --layers 4 --out models/briefwijzer-encoder

Weights lie in the file as four bits each, and become 32-bit floats when it is loaded.
"""

import argparse
import tempfile
from pathlib import Path

import onnx
import torch
from torch import nn

from training.cross_encoder.model import CrossEncoder
from training.cross_encoder.states import STATES
from training.encoder.export import IR, OPSET, unpacked
from training.encoder.model import HIDDEN
from training.encoder.packed import packed

# Weights that share a scale.
GROUP = 128
ENCODER, CROSS = "onnx/model_quantized.onnx", "onnx/cross-encoder.onnx"


class Exported(nn.Module):
    """One question with one passage: states [1, tokens, 384], sides [1, tokens], 0 for the question."""

    def __init__(self, model: CrossEncoder):
        super().__init__()
        self.model = model

    def forward(self, states: torch.Tensor, sides: torch.Tensor):
        model, tokens = self.model, states.shape[1]
        x = states + model.sides(sides)
        for layer in model.layers:
            x = unpacked(layer, x, 1, tokens)
        asked = (sides == 0).unsqueeze(2).to(x.dtype)
        mean = (x * asked).sum(1) / asked.sum(1)
        return model.judge(torch.cat([x[:, 0], mean], dim=1)), model.point(x).squeeze(2)


def export(model: CrossEncoder, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "float.onnx"
        torch.onnx.export(
            Exported(model).eval(),
            (torch.randn(1, 12, HIDDEN), torch.tensor([[0] * 5 + [1] * 7])),
            str(path),
            dynamo=False,
            opset_version=OPSET,
            input_names=["states", "sides"],
            output_names=["classes", "tokens"],
            dynamic_axes={"states": {1: "tokens"}, "sides": {1: "tokens"}, "tokens": {1: "tokens"}},
        )
        made = packed(onnx.load(path), bits=4, group=GROUP, least=HIDDEN * HIDDEN)
    made.ir_version = IR
    onnx.checker.check_model(made)
    onnx.save(made, out)


def with_states(path: Path) -> None:
    """The encoder gives its lower layers' states as `states`; the rest of it stays as it is."""
    graph = onnx.load(path)
    if any(output.name == "states" for output in graph.graph.output):
        return
    graph.graph.node.append(onnx.helper.make_node("Identity", [STATES], ["states"]))
    graph.graph.output.append(
        onnx.helper.make_tensor_value_info("states", onnx.TensorProto.FLOAT, ["batch", "tokens", HIDDEN])
    )
    onnx.checker.check_model(graph)
    onnx.save(graph, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--layers", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    model = CrossEncoder(options.layers)
    model.load_state_dict({name: values.float() for name, values in torch.load(options.model).items()})
    export(model, options.out / CROSS)
    with_states(options.out / ENCODER)
    print(f"{(options.out / CROSS).stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

"""The trained encoder as the model folder that transformers.js 2.17.2 loads (opset 17, IR 8), int8.

    python -m training.encoder.export --model training/work/encoder/round-6.pt --tokenizer FOLDER --out models/NAME

Two outputs of one pass: `last_hidden_state`, rows of 96 whose norm is the token's weight, and `pooled`, 384 numbers.
Weights of linear layers are int8 a channel, activations are quantised as they come (ONNX
Runtime's dynamic quantisation); the piece table is int8 rows with a scale each.
"""

import argparse
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn import functional as F

from training.encoder.model import HEADS, HIDDEN, LATE, PREFIX, ContextualEncoder, Layer, load

NAME = "briefwijzer-encoder"
OPSET, IR = 17, 8
MOST_TOKENS = 512


def unpacked(layer: Layer, x: torch.Tensor, batch: int, tokens: int, bias: torch.Tensor | None = None) -> torch.Tensor:
    """A layer's sums over [batch, tokens, 384] that are not packed; `bias` keeps attention off padding. Both sizes are
    given, for each time they are asked for becomes nodes of the exported graph."""
    q, k, v = (
        part.view(batch, tokens, HEADS, HIDDEN // HEADS).transpose(1, 2) for part in layer.qkv(x).split(HIDDEN, dim=2)
    )
    scores = (q * (HIDDEN // HEADS) ** -0.5) @ k.transpose(2, 3)
    if bias is not None:
        scores = scores + bias
    mixed = (scores.softmax(3) @ v).transpose(1, 2).reshape(batch, tokens, HIDDEN)
    x = layer.out_norm(x + layer.out(mixed))
    return layer.down_norm(x + layer.down(F.gelu(layer.up(x))))


class Exported(nn.Module):
    """The same sums without packing; piece vectors and weights come in from outside, looked up by id."""

    def __init__(self, model: ContextualEncoder):
        super().__init__()
        self.model = model

    def forward(self, words: torch.Tensor, piece_weight: torch.Tensor, attention_mask: torch.Tensor):
        model, shape = self.model, words.shape
        mask = attention_mask.to(words.dtype)
        bias = (1 - mask)[:, None, None, :] * -1e4
        x = model.norm(words + model.positions.weight[: shape[1]])
        for layer in model.layers:
            x = unpacked(layer, x, shape[0], shape[1], bias)
        weights = (piece_weight + model.context_weight(x)).clamp(-6, 4).exp() * mask.unsqueeze(2)
        rows = model.project(x)
        rows = rows / rows.norm(dim=2, keepdim=True).clamp_min(1e-12) * weights
        pooled = (x * mask.unsqueeze(2)).sum(1)
        return rows, pooled / pooled.norm(dim=1, keepdim=True).clamp_min(1e-12)


def body(model: ContextualEncoder, path: Path) -> None:
    words, weight = torch.randn(1, 12, HIDDEN), torch.randn(1, 12, 1)
    axes = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        Exported(model).eval(),
        (words, weight, torch.ones(1, 12, dtype=torch.int64)),
        str(path),
        dynamo=False,
        input_names=["words", "piece_weight", "attention_mask"],
        output_names=["last_hidden_state", "pooled"],
        opset_version=OPSET,
        dynamic_axes={
            "words": axes,
            "piece_weight": axes,
            "attention_mask": axes,
            "last_hidden_state": axes,
            "pooled": {0: "batch"},
        },
    )


def with_lookup(graph: onnx.ModelProto, model: ContextualEncoder) -> onnx.ModelProto:
    """Puts the look-up of int8 piece rows and of weights in front."""
    table = model.words.weight.detach().numpy()
    scales = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
    constants = {
        "table": np.rint(table / scales).astype(np.int8),
        "scales": scales.astype(np.float32),
        "weights": model.piece_weight.weight.detach().numpy().astype(np.float32),
    }
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["rows8"], axis=0),
        helper.make_node("Cast", ["rows8"], ["rows32"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "input_ids"], ["row_scales"], axis=0),
        helper.make_node("Mul", ["rows32", "row_scales"], ["words"]),
        helper.make_node("Gather", ["weights", "input_ids"], ["piece_weight"], axis=0),
    ]
    inner = graph.graph
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"])
    mask = next(i for i in inner.input if i.name == "attention_mask")
    whole = helper.make_graph(
        [*nodes, *inner.node],
        NAME,
        [ids, mask],
        list(inner.output),
        [*inner.initializer, *(numpy_helper.from_array(v, k) for k, v in constants.items())],
    )
    made = helper.make_model(whole, opset_imports=list(graph.opset_import), producer_name="briefwijzer")
    made.ir_version = IR
    return made


def export(
    model: ContextualEncoder, tokenizer: Path, out: Path, quantised: bool = True, keep_float: tuple = ()
) -> None:
    (out / "onnx").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "float.onnx"
        body(model, path)
        if quantised:
            small = path.with_name("int8.onnx")
            quantize_dynamic(
                path,
                small,
                per_channel=True,
                reduce_range=False,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul"],
                nodes_to_exclude=list(keep_float),
            )
            path = small
        made = with_lookup(onnx.load(path), model)
    onnx.checker.check_model(made)
    onnx.save(made, str(out / f"onnx/{'model_quantized' if quantised else 'model'}.onnx"))
    (out / "tokenizer.json").write_bytes((tokenizer / "tokenizer.json").read_bytes())
    write_config(model, out)


def write_config(model: ContextualEncoder, out: Path) -> None:
    files = {
        "config.json": {
            "model_type": "bert",
            "architectures": ["BertModel"],
            "hidden_size": HIDDEN,
            "vocab_size": len(model.words.weight),
            "max_position_embeddings": MOST_TOKENS,
            "pad_token_id": 1,
        },
        "profile.json": {
            "name": NAME,
            "dimension": HIDDEN,
            "pooling": "output",
            "normalize": True,
            "queryPrefix": PREFIX["query"],
            "passagePrefix": PREFIX["passage"],
            "maxTokens": MOST_TOKENS,
            "quantized": True,
            "tokenDimension": LATE,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "XLMRobertaTokenizer",
            "model_max_length": MOST_TOKENS,
            "bos_token": "<s>",
            "eos_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "clean_up_tokenization_spaces": False,
        },
    }
    for name, content in files.items():
        (out / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="also the float model, for parity")
    options = parser.parse_args()
    model = load(options.model).eval()
    export(model, options.tokenizer, options.out)
    if options.float:
        export(model, options.tokenizer, options.out, quantised=False)
    size = sum(f.stat().st_size for f in options.out.rglob("*") if f.is_file())
    print(f"{options.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

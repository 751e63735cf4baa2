"""The trained table as the model folder that transformers.js loads."""
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training.table.vocabulary import Vocabulary, write_tokenizer

MAX_TOKENS = 512


def quantise(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 rows and one float32 scale a row."""
    scales = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-8) / 127
    return np.rint(rows / scales).clip(-127, 127).astype(np.int8), scales.astype(np.float32)


def graph(table: np.ndarray, scales: np.ndarray) -> onnx.ModelProto:
    """Gather of int8 rows, times the row's scale, times the mask."""
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "tokens"])
    mask = helper.make_tensor_value_info("attention_mask", TensorProto.INT64, ["batch", "tokens"])
    out = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["batch", "tokens", table.shape[1]])
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["rows8"], axis=0),
        helper.make_node("Cast", ["rows8"], ["rows"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["scales", "input_ids"], ["factor"], axis=0),
        helper.make_node("Mul", ["rows", "factor"], ["scaled"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["mask3"]),
        helper.make_node("Mul", ["scaled", "mask3"], ["last_hidden_state"]),
    ]
    constants = [
        numpy_helper.from_array(table, "table"),
        numpy_helper.from_array(scales, "scales"),
        numpy_helper.from_array(np.array([2], dtype=np.int64), "last"),
    ]
    body = helper.make_graph(nodes, "briefwijzer-encoder", [ids, mask], [out], constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", 13)], producer_name="briefwijzer")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def export(rows: torch.Tensor, vocabulary: Vocabulary, folder: Path) -> None:
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    values = rows.numpy().astype(np.float32)
    onnx.save(graph(*quantise(values)), str(folder / "onnx/model_quantized.onnx"))
    write_tokenizer(vocabulary, folder, MAX_TOKENS)
    size, dimension = values.shape
    config = {"model_type": "bert", "architectures": ["BertModel"], "hidden_size": dimension, "vocab_size": size,
              "max_position_embeddings": MAX_TOKENS, "pad_token_id": 0}
    profile = {"name": "briefwijzer-encoder", "dimension": dimension, "pooling": "mean", "normalize": True,
               "queryPrefix": "", "passagePrefix": "", "maxTokens": MAX_TOKENS, "quantized": True, "lateInteraction": True}
    for name, content in (("config.json", config), ("profile.json", profile)):
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def load_rows(folder: Path) -> torch.Tensor:
    """The token rows as the shipped int8 model gives them."""
    model = onnx.load(str(folder / "onnx/model_quantized.onnx"))
    arrays = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    return torch.from_numpy(arrays["table"].astype(np.float32) * arrays["scales"])

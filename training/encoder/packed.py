"""Weights in few bits: groups along a matrix's first side, each with a scale of its own (GGML's Q4_0 and Q8_0)."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# A group's largest value needs not be met exactly: the others lie closer where it is cut a little.
CUTS = np.linspace(0.7, 1.0, 13)


def quantised(matrix: np.ndarray, bits: int, group: int) -> tuple[np.ndarray, np.ndarray]:
    """Whole numbers of [groups, group, out], from 0, of which half of all is nothing, and scales [groups, 1, out], for
    [in, out]."""
    half = 1 << (bits - 1)
    groups = matrix.reshape(-1, group, matrix.shape[1])
    most = np.take_along_axis(groups, np.abs(groups).argmax(1, keepdims=True), 1)
    best, error = np.ones_like(most), np.full_like(most, np.inf)
    for cut in CUTS:
        # The value farthest from nothing becomes the lowest number, whatever its sign.
        scale = (most * cut / -half).astype(np.float16).astype(np.float32)
        scale[scale == 0] = 1
        off = ((np.clip(np.rint(groups / scale), -half, half - 1) * scale - groups) ** 2).sum(1, keepdims=True)
        best, error = np.where(off < error, scale, best), np.minimum(off, error)
    return (np.clip(np.rint(groups / best), -half, half - 1) + half).astype(np.uint8), best.astype(np.float16)


def restored(matrix: np.ndarray, bits: int, group: int) -> np.ndarray:
    """What is left of [in, out] after all."""
    numbers, scales = quantised(matrix, bits, group)
    return ((numbers.astype(np.float32) - (1 << (bits - 1))) * scales.astype(np.float32)).reshape(matrix.shape)


def packed(model: onnx.ModelProto, bits: int, group: int, least: int) -> onnx.ModelProto:
    """The model with matrices of at least so many numbers in four or eight bits, and the nodes that make floats of them
    again. They depend on nothing, so ONNX Runtime works them out once, when it loads the model."""
    graph = model.graph
    nodes, kept = [], []
    constants = [
        numpy_helper.from_array(np.array(4, np.uint8), "four"),
        numpy_helper.from_array(np.array(16, np.uint8), "sixteen"),
        numpy_helper.from_array(np.array(1 << (bits - 1), np.float32), "nothing"),
    ]
    for tensor in graph.initializer:
        matrix = numpy_helper.to_array(tensor)
        if matrix.ndim != 2 or matrix.size < least or matrix.shape[0] % group:
            kept.append(tensor)
            continue
        name = tensor.name
        numbers, scales = quantised(matrix.astype(np.float32), bits, group)
        if bits == 4:
            # Two a byte: the first half of a group below the second.
            numbers = numbers[:, : group // 2] | numbers[:, group // 2 :] << 4
        constants += [
            numpy_helper.from_array(numbers, f"{name}/packed"),
            numpy_helper.from_array(scales, f"{name}/scales"),
            numpy_helper.from_array(np.array(matrix.shape), f"{name}/shape"),
        ]
        apart = [
            ("Mod", ["packed", "=sixteen"], "low", {}),
            ("BitShift", ["packed", "=four"], "high", {"direction": "RIGHT"}),
            ("Concat", ["low", "high"], "whole", {"axis": 1}),
        ]
        steps = [
            *(apart if bits == 4 else []),
            ("Cast", ["whole" if bits == 4 else "packed"], "numbers", {"to": TensorProto.FLOAT}),
            ("Sub", ["numbers", "=nothing"], "signed", {}),
            ("Cast", ["scales"], "scales32", {"to": TensorProto.FLOAT}),
            ("Mul", ["signed", "scales32"], "grouped", {}),
        ]
        place = lambda part, name=name: part[1:] if part.startswith("=") else f"{name}/{part}"  # noqa: E731
        nodes += [
            helper.make_node(kind, [place(part) for part in given], [place(gives)], **options)
            for kind, given, gives, options in steps
        ]
        nodes.append(helper.make_node("Reshape", [place("grouped"), place("shape")], [name]))
    made = [*nodes, *graph.node]
    used = {name for node in made for name in node.input}
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend([*kept, *(tensor for tensor in constants if tensor.name in used)])
    graph.node.extend(made)
    return model

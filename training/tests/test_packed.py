import numpy as np
import pytest

onnx = pytest.importorskip("onnx")

from training.encoder.packed import packed, quantised, restored  # noqa: E402


@pytest.mark.parametrize(("bits", "most_off"), [(4, 0.09), (8, 0.006)])
def test_weights_come_back_nearly_as_they_were(bits, most_off):
    matrix = np.random.default_rng(1).normal(size=(128, 8)).astype(np.float32)
    back = restored(matrix, bits, 64)
    assert np.sqrt(((back - matrix) ** 2).mean()) < 2 * most_off
    assert np.abs(back - matrix).mean() < most_off


def test_what_was_nothing_stays_nothing():
    assert not restored(np.zeros((64, 3), np.float32), 4, 64).any()


def test_two_numbers_share_a_byte():
    numpy_helper, helper = onnx.numpy_helper, onnx.helper
    matrix = np.random.default_rng(2).normal(size=(128, 16)).astype(np.float32)
    float32 = onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["y"])],
        "one",
        [helper.make_tensor_value_info("x", float32, [1, 128])],
        [helper.make_tensor_value_info("y", float32, [1, 16])],
        [numpy_helper.from_array(matrix, "w")],
    )
    made = packed(helper.make_model(graph), bits=4, group=64, least=1)
    kept = {tensor.name: numpy_helper.to_array(tensor) for tensor in made.graph.initializer}
    assert kept["w/packed"].nbytes == matrix.size // 2
    low, high = kept["w/packed"] & 15, kept["w/packed"] >> 4
    assert (np.concatenate([low, high], 1) == quantised(matrix, 4, 64)[0]).all()
    assert not any(name == "w" for name in kept)

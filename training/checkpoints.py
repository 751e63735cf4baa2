"""Checkpoints as folders of pieces small enough to be carried from one machine to another."""
import io
import shutil
from pathlib import Path

import torch

PIECE = 15_000_000


def exists(folder: Path) -> bool:
    return folder.is_dir()


def save(folder: Path, state: dict) -> None:
    """Written beside its place and then put there whole."""
    whole = io.BytesIO()
    torch.save(state, whole)
    content = whole.getbuffer()
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for number, start in enumerate(range(0, len(content), PIECE)):
        (fresh / f"{number:02}").write_bytes(content[start : start + PIECE])
    discard(folder)
    fresh.rename(folder)


def load(folder: Path) -> dict:
    content = b"".join(piece.read_bytes() for piece in sorted(folder.iterdir()))
    return torch.load(io.BytesIO(content), map_location="cpu")


def discard(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)

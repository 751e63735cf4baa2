"""Checkpoints as folders of pieces small enough to be carried from one machine to another."""
import io
import shutil
from pathlib import Path

import torch

PIECE = 15_000_000
DONE = "done"


def exists(folder: Path) -> bool:
    settle(folder)
    return folder.is_dir()


def save(folder: Path, state: dict) -> None:
    """Written beside its place and then put there whole; a checkpoint stands there or beside it at every moment."""
    whole = io.BytesIO()
    torch.save(state, whole)
    content = whole.getbuffer()
    fresh = folder.with_name(folder.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for number, start in enumerate(range(0, len(content), PIECE)):
        (fresh / f"{number:02}").write_bytes(content[start : start + PIECE])
    (fresh / DONE).touch()
    settle(folder)


def settle(folder: Path) -> None:
    """Puts a checkpoint that was written whole, and no more, in its place."""
    fresh = folder.with_name(folder.name + ".new")
    if (fresh / DONE).exists():
        discard(folder)
        fresh.rename(folder)


def load(folder: Path) -> dict:
    content = b"".join(piece.read_bytes() for piece in sorted(folder.iterdir()) if piece.name != DONE)
    return torch.load(io.BytesIO(content), map_location="cpu")


def discard(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)

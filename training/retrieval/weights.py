"""`weights.json`: all weights of retrieval, which the program reads as they stand here."""
import json
from pathlib import Path

from training.texts.places import RETRIEVAL_DATA

FILE = RETRIEVAL_DATA / "weights.json"
WIDTH = 120


def read(file: Path = FILE) -> dict:
    return json.loads(file.read_text(encoding="utf-8"))


def write(weights: dict, file: Path = FILE) -> None:
    file.write_text(text(weights) + "\n", encoding="utf-8")


def text(value, before: int = 0, indent: int = 0) -> str:
    """JSON as the repository's formatter leaves it. `before`: how much of the line is taken; a comma may follow."""
    one = on_one_line(value)
    if (indent > 2 and before + len(one) < WIDTH) or not isinstance(value, dict | list):
        return one
    inner = " " * (indent + 2)
    if isinstance(value, list):
        lines = [inner + text(item, indent + 2, indent + 2) for item in value]
        return "[\n" + ",\n".join(lines) + "\n" + " " * indent + "]"
    lines = []
    for key, item in value.items():
        start = f"{inner}{json.dumps(key)}: "
        lines.append(start + text(item, len(start), indent + 2))
    return "{\n" + ",\n".join(lines) + "\n" + " " * indent + "}"


def on_one_line(value) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)}: {on_one_line(item)}" for key, item in value.items()) + " }"
    return json.dumps(value)

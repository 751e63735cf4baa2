"""Tables for RESULTS.md, which programs write between marks."""
from training.texts.places import TRAINING

RESULTS = TRAINING.parent / "bench/eval/RESULTS.md"


def markdown(rows: list[list[str]]) -> str:
    short = [[cell.removeprefix("0") if cell.startswith("0.") else cell for cell in row] for row in rows]
    head, *body = [f"| {' | '.join(row)} |" for row in short]
    return "\n".join([head, "|" + "---|" * len(rows[0]), *body])


def write_results(name: str, figures: str) -> None:
    RESULTS.write_text(between(RESULTS.read_text(encoding="utf-8"), name, figures), encoding="utf-8")


def between(text: str, name: str, figures: str) -> str:
    """A text with other figures between the marks of a name, as bench/results.ts puts them."""
    before, opened, rest = text.partition(f"\n<!-- {name} -->\n")
    _, closed, after = rest.partition(f"\n<!-- /{name} -->\n")
    if not closed:
        raise SystemExit(f'RESULTS.md lacks the marks of "{name}", each on a line of its own')
    return f"{before}{opened}{figures}{closed}{after}"

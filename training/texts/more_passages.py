"""Passages of manifestos beyond those in `passages.jsonl`, referred to by source and offsets, never copied.

    python -m training.texts.more_passages --count 1200 --out training/work/more-passages.jsonl

A reference is `m<8 hex digits>` with the manifesto's name and character offsets into its text, white space folded.
Sampling is by hash: the same corpora give the same passages.
"""
import argparse
import hashlib
import json
import re
from pathlib import Path

from training.texts.manifestos import manifestos
from training.texts.places import CORPORA
from training.texts.text import fold, word_runs

WANTED = re.compile(
    r"defensie|krijgsmacht|militair|leger|navo|veiligheid|oorlog|vrede|wapen|missie|buitenland|europe|verdrag|oekra|"
    r"rusland|china|terroris|cyber|sancti|diploma|internationa|grens|asiel|inlichting|politie|minister|kabinet|"
    r"begroting|parlement|kamer|energie|klimaat|handel|ontwikkelingssamenwerking|mensenrechten|veteran|marine|lucht",
    re.IGNORECASE,
)
LENGTH = range(280, 760)
RUN = 6  # words in a row that make a passage known already


def candidates(source: str, text: str):
    """Runs of whole sentences of a passage's length that speak of the subjects wanted."""
    ends = [m.end() for m in re.finditer(r"[a-z)»”\"'][.!?](?= [A-Z•\-])", text)]
    start = 0
    for end in ends:
        if end - start < LENGTH.start:
            continue
        words = text[start:end]
        clean = sum(c.isalpha() or c in " ,." for c in words) / len(words) > 0.95
        if end - start in LENGTH and clean and len({m.lower() for m in WANTED.findall(words)}) >= 2:
            yield source, start, end
        start = end + 1


def sample(corpora: Path, count: int) -> list[dict]:
    texts = {source: fold(raw) for source, raw in manifestos(corpora)}
    with open(corpora / "questions/passages.jsonl", encoding="utf-8") as lines:
        known = {gram for line in lines for gram in word_runs(json.loads(line)["text"], RUN)}
    found = [c for source in sorted(texts) for c in candidates(source, texts[source])]
    found.sort(key=lambda c: hashlib.sha1(repr(c).encode("utf-8")).digest())
    chosen, per_source = [], {}
    for source, start, end in found:
        text = texts[source][start:end]
        own = word_runs(text, RUN)
        if per_source.get(source, 0) >= 12 or len(own & known) > len(own) / 10:
            continue
        known |= own
        per_source[source] = per_source.get(source, 0) + 1
        key = hashlib.sha1(f"{source} {start} {end}".encode()).hexdigest()[:8]
        chosen.append({"id": f"m{key}", "source": source, "start": start, "end": end, "text": text})
        if len(chosen) == count:
            break
    return chosen


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, default=CORPORA)
    parser.add_argument("--count", type=int, default=1200)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    rows = sample(options.corpora, options.count)
    with open(options.out, "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{len(rows)} passages in {options.out}")

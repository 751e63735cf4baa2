"""Which texts are held out: decided here alone, for training and for what is measured on."""
import hashlib

HELD_OUT_HEADINGS = 2000


def bucket(key: str, buckets: int) -> int:
    return int.from_bytes(hashlib.sha1(key.encode("utf-8")).digest()[:8], "big") % buckets


def passage_held_out(passage_id: str) -> bool:
    """A tenth of the passages with written questions, by a hash of their ids; of a made-up letter all or none."""
    return bucket("passage " + passage_id.partition("/")[0], 10) == 0


def split_headings(rows: list[tuple[str, str, str]]) -> tuple[list, list]:
    """(train, held out): the 2,000 (law, heading, text) rows first in hash order; no text of theirs stays in train."""
    order = sorted(rows, key=lambda r: hashlib.sha1("\t".join(r).encode("utf-8")).digest())
    held, texts, headings = [], set(), set()
    for row in order:
        _, heading, text = row
        fits = 12 <= len(heading) <= 120 and len(text) >= 120
        if len(held) < HELD_OUT_HEADINGS and fits and text not in texts and heading.lower() not in headings:
            held.append(row)
            texts.add(text)
            headings.add(heading.lower())
    chosen = set(held)
    return [r for r in rows if r not in chosen and r[2] not in texts], held

"""The thesaurus as pairs of texts that mean the same, and as words to put in the place of others."""

import random
from collections import defaultdict

from training.texts.text import WORD

SHARES = {"headword": 0.25, "formal": 0.25, "everyday": 0.4, "related": 0.1}


def meaning_pairs(entries: list[dict]) -> list[tuple[str, str]]:
    """Headword to equivalents, everyday to formal, Dutch to English."""
    pairs = []
    for entry in entries:
        head = entry["headword"][0]
        formal, everyday, english = entry["formal"], entry["everyday"], entry["english"]
        pairs += [(t, head) for t in formal + everyday + english]
        pairs += [(e, f) for e in everyday for f in formal[:3]]
        pairs += [(e, x) for e in everyday[:3] + formal[:3] for x in english[:2]]
    return [(a, b) for a, b in pairs if a.lower() != b.lower()]


class Substitutes:
    """For a word or a phrase of up to three words: others that may stand in its place."""

    def __init__(self, entries: list[dict]):
        dutch: dict[str, dict[str, list[str]]] = {}
        english = defaultdict(list)
        back: dict[str, list[dict]] = defaultdict(list)
        for entry in entries:
            head = entry["headword"][0].lower()
            dutch.setdefault(head, entry)
            for term in entry["formal"] + entry["everyday"]:
                if len(term.split()) <= 3:
                    back[term.lower()].append(entry)
            for term in entry["english"]:
                if len(term.split()) <= 3:
                    english[term.lower()].append(entry)
        self.dutch = dutch
        self.back = {t: e for t, e in back.items() if t not in dutch and len(e) <= 4}
        self.english = {t: e for t, e in english.items() if len(e) <= 6}

    def entry(self, term: str, language: str, rng: random.Random) -> dict | None:
        if language == "en":
            found = self.english.get(term)
            return rng.choice(found) if found else None
        if term in self.dutch:
            return self.dutch[term]
        found = self.back.get(term)
        return rng.choice(found) if found else None

    def choose(self, entry: dict, into: str, rng: random.Random) -> str | None:
        if into == "english":
            return rng.choice(entry["english"]) if entry["english"] else None
        fields = [f for f in SHARES if entry[f]]
        field = rng.choices(fields, [SHARES[f] for f in fields])[0]
        return rng.choice(entry[field])

    def say(self, word: str, rng: random.Random) -> str:
        """A headword in other words: two thirds everyday ones, else formal, English or its own."""
        entry, dice = self.dutch[word], rng.random()
        for field, share in (("everyday", 0.65), ("formal", 0.75), ("english", 0.85)):
            if dice < share:
                return rng.choice(entry[field]) if entry[field] else word
        return word

    def replace(self, text: str, rng: random.Random, rate: float, into: str = "dutch", language: str = "nl") -> str:
        """The text with about `rate` of the words that have substitutes replaced by one."""
        spans = list(WORD.finditer(text))
        out, at, i = [], 0, 0
        while i < len(spans):
            step = 1
            for length in (3, 2, 1):
                if i + length > len(spans):
                    continue
                start, end = spans[i].start(), spans[i + length - 1].end()
                if length == 1 and end - start < 4:
                    continue
                entry = self.entry(text[start:end].lower(), language, rng)
                if entry is None:
                    continue
                step = length
                other = self.choose(entry, into, rng) if rng.random() < rate else None
                if other:
                    out += [text[at:start], other]
                    at = end
                break
            i += step
        return "".join(out) + text[at:]

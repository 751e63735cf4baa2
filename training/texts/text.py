"""Text as the encoder sees it, and small random changes to text."""
import re
import unicodedata

from training.texts.places import RETRIEVAL_DATA

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ0-9“\"'(])")


def normalise(text: str) -> str:
    """What the normalizer in tokenizer.json does: NFKC, lower case, white space (and ▁) folded, ends stripped."""
    text = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[\s\ufeff▁]+", " ", text).strip()


def stop_words(*languages: str) -> frozenset[str]:
    """The words that retrieval leaves out in a language (`nl`, `en`), from the list that it reads."""
    files = [RETRIEVAL_DATA / f"stop-words.{language}.txt" for language in languages]
    return frozenset(word for file in files for word in file.read_text(encoding="utf-8").split())


def word_runs(text: str, length: int) -> set[str]:
    """Runs of so many words, to recognise a text that is known already."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def join_lines(text: str) -> str:
    """Lines of a PDF to running text; a hyphen at a line end is taken out."""
    text = re.sub(r"\u00ad\s*", "", text)
    text = re.sub(r"(\w)-\s*\n\s*(?=[a-zà-ÿ])", r"\1", text)
    return fold(text)


def sentences(text: str) -> list[str]:
    return [s for s in SENTENCE_END.split(text) if s]


def typo(word: str, rng) -> str:
    """One slip of the fingers: two letters swapped, one dropped or one doubled."""
    if len(word) < 4:
        return word
    i = rng.randrange(1, len(word) - 1)
    kind = rng.random()
    if kind < 0.4:
        return word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    if kind < 0.7:
        return word[:i] + word[i + 1 :]
    return word[:i] + word[i] + word[i:]


def with_typo(text: str, rng) -> str:
    words = text.split(" ")
    long = [i for i, w in enumerate(words) if len(w) > 4]
    if long:
        i = rng.choice(long)
        words[i] = typo(words[i], rng)
    return " ".join(words)

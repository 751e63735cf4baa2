"""Pairs of texts that belong together, by source: what the encoder learns from."""
import math
import random
from collections import Counter
from pathlib import Path

from training.table.synonyms import Substitutes, meaning_pairs
from training.texts import corpora as read
from training.texts.text import WORD, sentences, with_typo

OPENINGS = ("wat is", "wat zegt", "waarom", "hoe", "wie", "wanneer", "welke", "hoeveel", "wat wil", "hoe zit het met",
            "klopt het dat", "moet", "mag", "wat gebeurt er met", "wat doet nederland aan")
STOP = set("de het een en van in op te dat die voor met is zijn aan door bij er als om ook niet naar uit of worden wordt "
           "zal deze dit tot over hun ze zij wij we the of and to in a for is that on with by be as".split())


def query_from(sentence: str, rng: random.Random) -> str:
    """A sentence cut to 6 to 16 words: some as keywords, some with a question's opening, some with a typo."""
    words = sentence.split(" ")
    length = rng.randint(6, 16)
    start = rng.randint(0, max(0, len(words) - length))
    words = words[start : start + length]
    kind = rng.random()
    if kind < 0.25:
        words = [w for w in WORD.findall(" ".join(words)) if w.lower() not in STOP]
        rng.shuffle(words)
        words = words[: rng.randint(2, 6)]
    elif kind < 0.65:
        words = [rng.choice(OPENINGS), *words]
    text = " ".join(words)
    return with_typo(text, rng) if rng.random() < 0.15 else text


def cloze(paragraphs: list[str], rng: random.Random, subs: Substitutes, rate: float) -> list[tuple[str, str]]:
    """Inverse cloze: a question made of a sentence, and its passage, most often without that sentence.
    With a rate, words of the question are replaced by everyday, formal or English equivalents and the sentence stays."""
    pairs = []
    for paragraph in paragraphs:
        parts = [s for s in sentences(paragraph) if s.count(" ") >= 5]
        if not parts or paragraph.count(" ") < 20:
            continue
        sentence = rng.choice(parts)
        query = query_from(sentence, rng)
        passage = paragraph
        if rate:
            into = "english" if rng.random() < 0.3 else "dutch"
            query = subs.replace(query, rng, rate, into)
        if not rate and rng.random() < 0.9 or rate and rng.random() < 0.3:
            passage = paragraph.replace(sentence, " ", 1)
        if len(passage) > 60 and query:
            pairs.append((query, passage))
    return pairs


def everyday_bags(paragraphs: list[str], rng: random.Random, subs: Substitutes, times: int) -> list[tuple[str, str]]:
    """What someone would type who does not know the passage's words: a few of its rarer words, each as an everyday
    equivalent (some as a formal or English one, some as it stands), against the passage as it stands."""
    known = [[w for w in dict.fromkeys(w.lower() for w in WORD.findall(p)) if len(w) > 3 and w in subs.dutch] for p in paragraphs]
    spread = Counter(w for words in known for w in words)
    pairs = []
    for _ in range(times):
        for paragraph, words in zip(paragraphs, known):
            if len(words) < 4:
                continue
            rarity = [math.log(len(paragraphs) / spread[w]) ** 2 + 0.01 for w in words]
            chosen = dict.fromkeys(rng.choices(words, rarity, k=rng.randint(3, 7)))
            terms = [subs.say(w, rng) for w in chosen]
            rng.shuffle(terms)
            text = " ".join([rng.choice(OPENINGS), *terms] if rng.random() < 0.3 else terms)
            pairs.append((with_typo(text, rng) if rng.random() < 0.1 else text, paragraph))
    return pairs


def span_pairs(rows: list[tuple[str, str]], count: int, rng: random.Random) -> list[tuple[str, str]]:
    """4 to 16 words of one language, and the whole paragraph in the other."""
    pairs = []
    while len(pairs) < count:
        nl, en = rng.choice(rows)
        source, other = (nl, en) if rng.random() < 0.35 else (en, nl)
        words = source.split(" ")
        length = rng.randint(4, 16)
        start = rng.randint(0, max(0, len(words) - length))
        pairs.append((" ".join(words[start : start + length]), other))
    return pairs


def neighbours(documents: list[list[str]], count: int, rng: random.Random) -> list[tuple[str, str]]:
    spots = [(d, i) for d in documents for i in range(len(d) - 1)]
    return [(d[i], d[i + 1]) for d, i in rng.sample(spots, min(count, len(spots)))]


def written(rows: list[dict]) -> dict[str, list[tuple[str, str]]]:
    return {f"q_{kind}": [(r[kind], r["text"]) for r in rows if r[kind]] for kind in read.KINDS}


def substituted(rows: list[dict], subs: Substitutes, rng: random.Random, times: int) -> list[tuple[str, str]]:
    """Written questions with words replaced (Dutch by everyday, formal or English words), against passages
    that stay or have words replaced too."""
    pairs = []
    for _ in range(times):
        for r in rows:
            kind = rng.choice(("plain_nl", "everyday_nl", "plain_nl", "question_en", "gist_en"))
            language = "en" if kind.endswith("_en") else "nl"
            into = "english" if language == "nl" and rng.random() < 0.25 else "dutch"
            question = subs.replace(r[kind], rng, rng.choice((0.3, 0.6, 0.9)), into, language)
            passage = r["text"] if rng.random() < 0.6 else subs.replace(r["text"], rng, 0.3)
            pairs.append((question, passage))
    return pairs


def all_pairs(corpora: Path, seed: int = 1) -> dict[str, list[tuple[str, str]]]:
    rng = random.Random(seed)
    entries = read.thesaurus(corpora)
    subs = Substitutes(entries)
    treaties = read.treaties(corpora)
    heads, held = read.headings(corpora)
    banned = {r[2][:80] for r in held}
    laws = [p[:900] for p in read.law_paragraphs(corpora) if rng.random() < 0.4 and 120 < len(p) and p[:80] not in banned]
    documents = [d for _, d in read.manifestos(corpora)]
    paragraphs = [p for d in documents for p in d]
    sts = {language: read.stsb(corpora, language, "train") for language in ("nl", "en")}
    rows = read.questions(corpora, held_out=False)
    more = read.more_questions(corpora, held_out=False)
    return {
        "treaties": treaties,
        "spans": span_pairs(treaties, 120_000, rng),
        "tatoeba": read.tatoeba(corpora),
        "parallel": read.parallel(corpora),
        "sts_parallel": [(a, b) for x, y in zip(sts["nl"], sts["en"]) for a, b in zip(x[:2], y[:2])],
        "sts_similar": [(a, b) for rows_ in sts.values() for a, b, s in rows_ if s >= 4 and a != b],
        "headings": [(r[1], r[2]) if rng.random() < 0.6 else (f"{r[1]} {r[0][:80]}", r[2]) for r in heads],
        "titles": read.titles(corpora) + read.government_sections(corpora),
        "cloze_laws": cloze(rng.sample(laws, min(110_000, len(laws))), rng, subs, 0.0),
        "cloze_manifestos": cloze(paragraphs, rng, subs, 0.0),
        "cloze_substituted": cloze(paragraphs, rng, subs, 0.7) + cloze(laws[:30_000], rng, subs, 0.7),
        "everyday_bags": everyday_bags(paragraphs, rng, subs, 2),
        "neighbours": neighbours(documents, 60_000, rng),
        "meanings": meaning_pairs(entries),
        **written(rows),
        "q_substituted": substituted(rows, subs, rng, 8),
        "q_more": [(question, passage) for _, _, question, passage in more],
        "q_more_substituted": [(subs.replace(q, rng, 0.5, language="en" if asker == "english" else "nl"), passage)
                               for _ in range(4) for _, asker, q, passage in more],
    }

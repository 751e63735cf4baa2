"""Answerable questions turned into near misses by program: another year, number, month or country."""

import random
import re

MONTHS = (
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
)
COUNTRIES = (
    [
        "Duitsland",
        "Frankrijk",
        "België",
        "Spanje",
        "Italië",
        "Polen",
        "Turkije",
        "Marokko",
        "Suriname",
        "China",
        "Rusland",
        "Oekraïne",
        "Griekenland",
        "Zweden",
        "Denemarken",
        "Noorwegen",
        "Portugal",
        "Ierland",
        "Oostenrijk",
        "Zwitserland",
        "Japan",
        "India",
        "Brazilië",
        "Canada",
        "Egypte",
        "Indonesië",
    ],
    [
        "Germany",
        "France",
        "Belgium",
        "Spain",
        "Italy",
        "Poland",
        "Turkey",
        "Morocco",
        "Suriname",
        "China",
        "Russia",
        "Ukraine",
        "Greece",
        "Sweden",
        "Denmark",
        "Norway",
        "Portugal",
        "Ireland",
        "Austria",
        "Switzerland",
        "Japan",
        "India",
        "Brazil",
        "Canada",
        "Egypt",
        "Indonesia",
    ],
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NUMBER = re.compile(r"\b\d+(?:[.,]\d+)?\b")


def swapped(question: str, passage: str, rng: random.Random) -> str | None:
    """The question with one such detail replaced by one that the passage does not hold; null where it has none."""
    ways = []
    for match in YEAR.finditer(question):
        if match[0] in passage:
            others = [str(int(match[0]) + step) for step in (-7, -4, -3, -2, -1, 1, 2, 3, 4, 6)]
            ways.append((match, [o for o in others if o not in passage]))
    for match in NUMBER.finditer(question):
        if match[0] in passage and not YEAR.fullmatch(match[0]):
            value = float(match[0].replace(",", "."))
            others = {f"{value * factor:g}".replace(".", ",") for factor in (2, 3, 5)} | {
                f"{value + 1:g}".replace(".", ",")
            }
            ways.append((match, sorted(o for o in others if not re.search(rf"\b{re.escape(o)}\b", passage))))
    for words in (*MONTHS, *COUNTRIES):
        for match in re.finditer(r"\b(?:" + "|".join(words) + r")\b", question):
            ways.append((match, [w for w in words if w.lower() not in passage.lower()]))
    ways = [(match, others) for match, others in ways if others]
    if not ways:
        return None
    match, others = rng.choice(ways)
    return question[: match.start()] + rng.choice(others) + question[match.end() :]

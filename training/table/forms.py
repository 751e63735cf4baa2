"""The stages of each form. Shares say how often a source's batches come."""
from dataclasses import dataclass

from training.table.train import Stage

POOLED = {
    "treaties": 2, "spans": 3, "tatoeba": 1.2, "parallel": 0.5, "sts_parallel": 0.4, "sts_similar": 0.1, "headings": 1.2,
    "titles": 0.3, "cloze_laws": 1, "cloze_manifestos": 2, "cloze_substituted": 2, "everyday_bags": 3, "neighbours": 0.8,
    "meanings": 1.5, "q_plain_nl": 0.4, "q_everyday_nl": 0.5, "q_question_en": 0.4, "q_gist_en": 0.4,
    "q_substituted": 0.6, "q_more": 0.4, "q_more_substituted": 0.3,
}
DISTIL = {"lessons_words": 2, "lessons_sentences": 3, "lessons_questions": 1, "lessons_treaties": 2.5, "lessons_spans": 1.5}
TAUGHT = {**POOLED, "lessons_words": 1, "lessons_sentences": 2, "lessons_questions": 1.5, "lessons_treaties": 1}
LATE = {
    "treaties": 1, "spans": 2.2, "tatoeba": 1.8, "parallel": 0.4, "sts_parallel": 0.4, "sts_similar": 0.15,
    "headings": 0.8, "titles": 0.2, "cloze_laws": 0.6, "cloze_manifestos": 1.5, "cloze_substituted": 2,
    "everyday_bags": 3, "neighbours": 0.6, "meanings": 1.2, "q_plain_nl": 0.8, "q_everyday_nl": 1.6,
    "q_question_en": 1.2, "q_gist_en": 0.8, "q_substituted": 2, "q_more": 1.2, "q_more_substituted": 0.8,
}
LATE_TAUGHT = {**LATE, "lessons_words": 0.6, "lessons_sentences": 1.4, "lessons_questions": 2, "lessons_treaties": 0.5,
               "graded": 1.2}
LATE_LAST = {**LATE_TAUGHT, "graded": 3, "tatoeba": 4, "meanings": 1.6, "q_question_en": 2, "q_more": 2,
             "q_more_substituted": 1.2, "neighbours": 0.4, "cloze_laws": 0.4}


@dataclass
class Form:
    dimension: int
    stages: list[Stage]
    averaged: int = 1  # how many of the last stages' ends


def late_stage(name: str, steps: int, mix: dict[str, float], seed: int, batch: int = 256, **other) -> Stage:
    return Stage(name, steps, batch, 3e-3, 0.7, mix, drop=0.05, joint=0.5, seed=seed, **other)


FORMS = {
    "quick": Form(384, [Stage("pooled", 400, 1024, 5e-3, 0.0, POOLED), late_stage("late", 500, LATE, 1)]),
    "long": Form(384, [
        Stage("distil", 800, 1024, 1e-2, 0.0, DISTIL, distil=1.0),
        Stage("pooled", 600, 1024, 5e-3, 0.0, TAUGHT, drop=0.1, distil=0.3),
        late_stage("late-1", 1200, LATE_TAUGHT, 1, twins=2, distil=0.3),
        late_stage("late-2", 1300, LATE_TAUGHT, 21, twins=2, distil=0.3),
        late_stage("late-3", 900, LATE_LAST, 31, twins=2, distil=0.3),
    ], averaged=3),
    "gpu": Form(384, [
        Stage("distil", 1500, 4096, 1e-2, 0.0, DISTIL, distil=1.0),
        Stage("pooled", 1000, 4096, 5e-3, 0.0, TAUGHT, drop=0.1, distil=0.3),
        late_stage("late-1", 2400, LATE_TAUGHT, 1, batch=512, twins=2, distil=0.3),
        late_stage("late-2", 2600, LATE_TAUGHT, 21, batch=512, twins=2, distil=0.3),
        late_stage("late-3", 1800, LATE_LAST, 31, batch=512, twins=2, distil=0.3),
    ], averaged=3),
}

"""Why a model judged a mail as it did: sentence by sentence, word by word, column by column.

Every figure is a part of the sum that gave the verdict, not a story told afterwards: the words of
a sentence and the bias add up to its score, the columns and the bias to the lead of the label.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.feature_extraction import FeatureHasher

from inbox_rebond.classify import (
    KINDS,
    LABELS,
    STEM,
    WIDTH,
    Model,
    features,
    hashed,
    read,
    sigmoid,
    vocabulary,
)
from inbox_rebond.errors import UserError
from inbox_rebond.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from inbox_rebond.classify import Reading
    from inbox_rebond.domain import Label, Mail
    from inbox_rebond.ports import Classifier

    Floats = NDArray[np.float64]

_TOP_WORDS = 12
_PLACES = {"^": "[start]", "$": "[end]", "_": "…"}
_SIGNS = {"0": "[number]", "xlink": "[link]", "xaddress": "[address]"}
"""What `text.plain` puts in place of numbers, links and addresses."""


def _columns() -> tuple[str, ...]:
    names = [kind.replace("_", " ") for kind in KINDS]
    return (
        *(f"best sentence: {name}" for name in names),
        *(f"subject: {name}" for name in names),
        "share of ordinary sentences",
        "topic: job",
        "the whole mail refuses",
        "refuses, and topic is job",
        "refuses, and so does the whole mail",
        "refuses, and no ordinary sentence",
        "refuses, and few ordinary sentences",
        "refusal leads other job labels",
    )


COLUMNS: tuple[str, ...] = _columns()
"""What each column of `classify.summary` stands for, in words."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Something with what it adds (above 0) or takes away (below 0), in log odds."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of the mail with its chance (0..1) for every kind of sentence."""

    text: str
    kinds: Mapping[str, float]
    subject: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a verdict came about.

    `label` was chosen, `against` is the label that came closest. `sentences` are in the order of
    the mail, its subject first. `words` are those of the sentences that decided, `mail` the
    columns of the second stage; both the strongest first.
    """

    label: Label
    against: Label
    sentences: tuple[Sentence, ...]
    words: tuple[Weighed, ...]
    mail: tuple[Weighed, ...]


def opened(classifier: Classifier) -> Model:
    """The fitted model behind a classifier; UserError where there is nothing to look into."""
    if not isinstance(classifier, Model):
        raise UserError(
            f"{classifier.version}: only a fitted model can be explained. "
            f"Fit one with `rebond train`."
        )
    return classifier


def explain(model: Model, mail: Mail) -> Explanation:
    """Take the verdict on a mail apart."""
    reading = read(mail)
    (verdict,) = model.judge_readings([reading])
    ranked = sorted(LABELS, key=lambda label: -verdict.probabilities[label])
    best, rival = LABELS.index(ranked[0]), LABELS.index(ranked[1])
    scores, columns = _stages(model, reading)
    parts = columns * (model.mail_weights[:, best] - model.mail_weights[:, rival])
    return Explanation(
        label=ranked[0],
        against=ranked[1],
        sentences=tuple(
            Sentence(line, dict(zip(KINDS, map(float, row), strict=True)), subject=at == 0)
            for at, (line, row) in enumerate(zip(reading.lines, sigmoid(scores), strict=True))
        ),
        words=_together(weigh_words(model, line, best) for line in verdict.evidence),
        mail=_strongest(dict(zip(COLUMNS, map(float, parts / model.temperature), strict=True))),
    )


def _stages(model: Model, reading: Reading) -> tuple[Floats, Floats]:
    """What both stages see of a mail: lines × kinds (logits), and its row for the second stage."""
    lines = hashed(reading.lines)
    rows = model.rows(lines, vocabulary([reading]), [len(reading.lines)])
    return model.scores(lines), model.columns(rows)[0]


def weigh_words(model: Model, sentence: str, kind: int) -> dict[str, float]:
    """What each word and run of words adds to the score of a sentence for `KINDS[kind]`.

    Together with the bias this is the score.
    """
    found = dict.fromkeys(features(sentence))
    if not found:
        return {}
    spoken = spell(sentence, found)
    at = columns_of(list(found))
    row = hashed([sentence])
    values = np.asarray(row[0, at].todense())[0] * model.line_weights[at, kind]
    _, place, shared = np.unique(at, return_inverse=True, return_counts=True)
    parts: dict[str, float] = defaultdict(float)
    # Features that fall into one column were counted once: each gets its share.
    for feature, value in zip(found, values / shared[place], strict=True):
        parts[spoken[feature]] += float(value)
    return dict(parts)


def columns_of(found: Sequence[str]) -> NDArray[np.int64]:
    """The column of each feature in the rows of `classify.hashed`."""
    hasher = FeatureHasher(WIDTH, input_type="string", alternate_sign=False)
    return np.asarray(hasher.transform([[feature] for feature in found]).indices, dtype=np.int64)


def spell(sentence: str, found: Iterable[str]) -> dict[str, str]:
    """Features of a sentence in words a person can read: `we cannot`, `not … able`, `[end]`."""
    known = set(words(sentence))
    # Of two words with the same beginning the first in the alphabet stands for both.
    by_stem = {word[:STEM]: _SIGNS.get(word, word) for word in sorted(known, reverse=True)}
    return {feature: _spelt(feature, known, {**by_stem, **_PLACES}) for feature in found}


def _spelt(feature: str, known: set[str], by_stem: Mapping[str, str]) -> str:
    first, *more = feature.split(" ")
    if first == "w" and len(more) == 1 and len(more[0]) > STEM and more[0] in known:
        return _SIGNS.get(more[0], more[0])
    return " ".join(by_stem[stem] for stem in (first, *more))


def _together(parts: Iterable[Mapping[str, float]]) -> tuple[Weighed, ...]:
    """The strongest words of several sentences, each as in the sentence where it is strongest."""
    strongest: dict[str, float] = {}
    for words_of_one in parts:
        for name, weight in words_of_one.items():
            if abs(weight) > abs(strongest.get(name, 0.0)):
                strongest[name] = weight
    return _strongest(strongest)[:_TOP_WORDS]


def _strongest(weights: Mapping[str, float]) -> tuple[Weighed, ...]:
    ordered = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    return tuple(Weighed(name, weight) for name, weight in ordered)

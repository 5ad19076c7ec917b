"""What a model listens to: its strongest features, named by the texts in which they occur.

The first stage knows hashed columns only. Its features get their names back by hashing the words
and runs of words of real texts again.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inbox_rebond.classify import KINDS, features, read
from inbox_rebond.domain import Label
from inbox_rebond.explain import columns_of, spell
from inbox_rebond.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from inbox_rebond.classify import Model
    from inbox_rebond.training.corpus import Corpus
    from inbox_rebond.training.evaluate import Outcome

_REFUSED = KINDS.index(Label.REJECTION)
_LEAST = 10
"""A feature counts from so many lines on: below, one writer's habit looks like a language."""
_SPARE = 4
_SLOT = re.compile(r"\{[a-z_]+\}")


@dataclass(frozen=True, slots=True)
class Feature:
    """A word or a run of words with its weight for a refusing sentence, and how often it occurs."""

    text: str
    weight: float
    lines: int


@dataclass(frozen=True, slots=True)
class Strongest:
    """The strongest features of a language, on both sides; the strongest first."""

    language: str
    refusing: tuple[Feature, ...]
    other: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """The lines of a language, the features of each line, and how often each feature occurs."""

    lines: tuple[str, ...]
    found: tuple[frozenset[str], ...]
    seen: Counter[str]

    @classmethod
    def of(cls, lines: Iterable[str]) -> _Told:
        kept = tuple(lines)
        found = tuple(frozenset(features(line)) for line in kept)
        return cls(kept, found, Counter(feature for of_line in found for feature in of_line))


def strongest(
    model: Model, outcomes: Sequence[Outcome], corpus: Corpus, most: int = 10
) -> list[Strongest]:
    """For each language of the evaluated mails the features that weigh most for and against."""
    languages = sorted({str(o.language) for o in outcomes if o.language})
    told = {language: _Told.of(_lines(language, outcomes, corpus)) for language in languages}
    weights = _weights(model, sum((one.seen for one in told.values()), Counter()))
    return [_of(language, told[language], weights, most) for language in languages]


def _lines(language: str, outcomes: Sequence[Outcome], corpus: Corpus) -> Iterator[str]:
    """Everything there is in a language: the evaluated mails and what the model learnt from."""
    for outcome in outcomes:
        if outcome.language == language:
            yield from read(outcome.mail).lines
    for piece in corpus.pieces:
        if piece.language == language:
            yield _SLOT.sub(" ", piece.text)
    for mail in corpus.mails:
        if mail.language == language and not mail.html:
            yield mail.subject
            yield from sentences(_SLOT.sub(" ", mail.body))


def _weights(model: Model, seen: Counter[str]) -> dict[str, float]:
    """The weight of each feature for a refusing sentence.

    Of several features in one column only the one seen most often is named: it made the weight.
    """
    known = [feature for feature, times in seen.most_common() if times >= _LEAST]
    first: dict[int, str] = {}
    for feature, column in zip(known, columns_of(known), strict=True):
        first.setdefault(int(column), feature)
    return {
        feature: float(model.line_weights[column, _REFUSED]) for column, feature in first.items()
    }


def _of(language: str, told: _Told, weights: Mapping[str, float], most: int) -> Strongest:
    here = [name for name, times in told.seen.items() if times >= _LEAST and name in weights]
    ranked = sorted(here, key=lambda feature: (-weights[feature], feature))
    # Several features of one word become one line: look at more than will be shown.
    names = _names(told, {*ranked[: _SPARE * most], *ranked[-_SPARE * most :]})
    merged: dict[str, Feature] = {}
    for feature, name in names.items():
        before = merged.get(name, Feature(name, 0.0, 0))
        merged[name] = Feature(
            name, before.weight + weights[feature], max(before.lines, told.seen[feature])
        )
    ordered = sorted(merged.values(), key=lambda feature: (-feature.weight, feature.text))
    return Strongest(
        language,
        tuple(feature for feature in ordered[:most] if feature.weight > 0),
        tuple(feature for feature in ordered[: -most - 1 : -1] if feature.weight < 0),
    )


def _names(told: _Told, wanted: set[str]) -> dict[str, str]:
    """How each wanted feature is spelt most often."""
    spelt: dict[str, Counter[str]] = {feature: Counter() for feature in wanted}
    for line, of_line in zip(told.lines, told.found, strict=True):
        if here := wanted & of_line:
            for feature, text in spell(line, here).items():
                spelt[feature][text] += 1
    return {feature: counts.most_common(1)[0][0] for feature, counts in spelt.items()}

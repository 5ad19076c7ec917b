"""Which of the person's labels can be learnt from, and when it is better to learn nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import binomtest

from inbox_rebond.classify import LABELS
from inbox_rebond.training.own import fold_order, mail_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inbox_rebond.classify import Floats, Model
    from inbox_rebond.domain import Labelled

LEAST = 5
"""Fewer labels say nothing that could be checked."""

FROM_ONE, SHARE_FROM_ONE = 20, 0.2
"""So many mails of one sender are learnt from, or this share of all, whichever is more."""

CONTRADICTING = 0.1
FLOODED = 0.5
"""From these shares of all labels on nothing is learnt."""

DOUBTED, FEWEST_DOUBTED = 0.02, 3
"""The share of right labels that look doubtful on real mail; fewer than so many say nothing."""

_NEVER = 0.01
_RARE = 0.05


@dataclass(frozen=True, slots=True)
class Lessons:
    """Labels to learn from, labels to measure on, and how many were left out for which reason."""

    learnt: tuple[Labelled, ...]
    held_back: tuple[Labelled, ...]
    total: int
    contradicting: int
    surplus: int


def screened(labelled: Sequence[Labelled]) -> Lessons:
    """Sort the labels (oldest first) out: each reading once, and no sender too often."""
    readings: dict[object, list[Labelled]] = defaultdict(list)
    for each in labelled:
        readings[each.text, each.features].append(each)
    agreeing = [same for same in readings.values() if len({each.label for each in same}) == 1]
    contradicting = sum(len(same) for same in readings.values()) - sum(map(len, agreeing))
    single = sorted((same[-1] for same in agreeing), key=lambda each: (each.given, each.id))
    kept = _capped(single, max(FROM_ONE, round(SHARE_FROM_ONE * len(single))))
    return Lessons(
        learnt=tuple(each for each in kept if not each.held_back),
        held_back=tuple(each for each in kept if each.held_back),
        total=len(labelled),
        contradicting=contradicting,
        surplus=len(single) - len(kept),
    )


def _capped(labelled: Sequence[Labelled], most: int) -> list[Labelled]:
    """The newest so many of each sender, oldest first. Where no sender is known there is no cap."""
    seen: Counter[str] = Counter()
    kept = []
    for each in reversed(labelled):
        seen[each.sender] += 1
        if not each.sender or seen[each.sender] <= most:
            kept.append(each)
    return kept[::-1]


def nothing_to_learn(lessons: Lessons, model: Model) -> str | None:
    """Why these labels are not learnt from at all; None where they are."""
    usable = (*lessons.learnt, *lessons.held_back)
    if lessons.contradicting > CONTRADICTING * lessons.total:
        return (
            f"{lessons.contradicting} of {lessons.total} labels contradict each other: "
            f"the same text has different labels. Label these mails again."
        )
    if lessons.surplus > FLOODED * lessons.total:
        return (
            f"{lessons.surplus} of {lessons.total} labels are too many from one sender. "
            f"Label mail of other senders too."
        )
    if len(usable) < LEAST or not lessons.learnt:
        return f"There are {len(usable)} labels to learn from, and at least {LEAST} are needed."
    return _one_class(lessons.learnt, model)


def _one_class(learnt: Sequence[Labelled], model: Model) -> str | None:
    """One label for all is a lesson only where the model was wrong: correcting it is what helps."""
    labels = {each.label for each in learnt}
    if len(labels) > 1:
        return None
    mails = mail_rows(learnt)
    known = int((model.chances(mails.rows(model)).argmax(axis=1) == mails.wanted).sum())
    if 2 * known < len(learnt):
        return None
    return (
        f"All {len(learnt)} labels say {next(iter(labels)).replace('_', ' ')}, and the model "
        f"knew {known} of them. Label mail of other kinds too."
    )


def contradicted(learnt: Sequence[Labelled], teacher: Model, own: Floats, folds: int) -> str | None:
    """Whether many labels stand alone: the teacher rules them out, and so do the other labels.

    `own` are the chances that stages gave which had not seen the mail, in the order of the folds.
    A mail that is new to the teacher is not ruled out any more once others like it are labelled.
    """
    mails = mail_rows(learnt)
    numbers = np.arange(len(learnt))
    order = fold_order(len(learnt), folds)
    before = teacher.chances(mails.rows(teacher))[numbers, mails.wanted]
    after = np.empty(len(learnt))
    after[order] = own[numbers, mails.wanted[order]]
    doubted = int(((before < _NEVER) & (after < _NEVER)).sum())
    chance = binomtest(doubted, len(learnt), DOUBTED, alternative="greater").pvalue
    if doubted < FEWEST_DOUBTED or chance >= _RARE:
        return None
    return (
        f"{doubted} of {len(learnt)} labels do not fit what all others say: "
        f"some may be mistakes. `rebond log` shows labels; `rebond label` mends them."
    )


def by_label(labelled: Iterable[Labelled]) -> dict[str, int]:
    """How many mails have each label, in the order of the labels."""
    counts = Counter(each.label for each in labelled)
    return {str(label): counts[label] for label in LABELS if counts[label]}

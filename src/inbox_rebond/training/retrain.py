"""From the person's labels to a model of their own, or to the reason why the old one stays."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from inbox_rebond.errors import ModelMissing, UserError
from inbox_rebond.training.card import card
from inbox_rebond.training.corpus import load
from inbox_rebond.training.fit import FOLDS, fit_model
from inbox_rebond.training.frozen import frozen_mails, split
from inbox_rebond.training.gate import missed, refusal
from inbox_rebond.training.own import mail_rows, shares
from inbox_rebond.training.rows import Mails
from inbox_rebond.training.screen import by_label, contradicted, nothing_to_learn, screened
from inbox_rebond.training.store import STARTER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from inbox_rebond.classify import Model
    from inbox_rebond.domain import Json, Labelled
    from inbox_rebond.training.history import History
    from inbox_rebond.training.screen import Lessons
    from inbox_rebond.training.store import Stored

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Trained:
    """What came of it: the new model, in use now, or why the old one stays.

    With `why`, `model` is the model that was set aside, None where none was fitted.
    """

    model: Stored | None
    why: str | None = None


def due(
    labels_since: Callable[[datetime], int], tried: datetime | None, now: datetime, after: int
) -> bool:
    """Whether it is time to train: `after` labels are new, or one has waited for a week.

    `labels_since` counts the labels given after a time; `tried` is when a model was last fitted.
    """
    start = tried or datetime.min.replace(tzinfo=UTC)
    new = labels_since(start)
    return new >= after or new > labels_since(max(start, now - WEEK))


def retrain(
    labelled: Sequence[Labelled],
    history: History,
    corpus_folder: Path,
    now: datetime,
    tell: Callable[[str], None] = lambda _: None,
) -> Trained:
    """Fit a model with the person's labels, and use it from now on if it passes the gate.

    Where no model can be read at all, one is fitted on the corpus alone.
    """
    history.note_try(now)
    corpus, aside = split(load(corpus_folder))
    teacher = _teacher(history)
    if teacher is None:
        fitted = fit_model(corpus, tell)
        return Trained(history.keep(fitted.model, card(corpus, fitted), now))
    current = history.in_use().model
    lessons = screened(labelled)
    if why := nothing_to_learn(lessons, current):
        return Trained(None, why)
    fitted = fit_model(corpus, tell, shares(lessons.learnt, teacher, FOLDS))
    tell("comparing")
    full = {**card(corpus, fitted), "own": _own(lessons)}
    why = contradicted(lessons.learnt, teacher, fitted.own, FOLDS)
    frozen = Mails.of(frozen_mails(aside))
    why = why or _refusal(fitted.model, current, teacher, frozen, lessons.held_back)
    if why:
        return Trained(history.set_aside(fitted.model, {**full, "set_aside": why}), why)
    return Trained(history.keep(fitted.model, full, now))


def _teacher(history: History) -> Model | None:
    """The starter model; where this program cannot read it, the person's own, if any."""
    for version in (STARTER, history.version):
        with suppress(ModelMissing, UserError):
            return history.find(version).model
    return None


def _refusal(
    candidate: Model, current: Model, starter: Model, frozen: Mails, held_back: Sequence[Labelled]
) -> str | None:
    """Why the candidate does not pass the gate.

    It has to pass against the starter model as well: many small steps down, each within chance,
    would make a large one.
    """
    own = mail_rows(held_back)
    return (
        refusal(candidate, current, frozen, own)
        or refusal(candidate, starter, frozen, own)
        or missed(candidate, starter, frozen)
    )


def unlearnt_mails(labelled: Sequence[Labelled], corpus_folder: Path) -> dict[str, Mails]:
    """Mail that no model has learnt from: the frozen part, and held-back labels if any."""
    _, aside = split(load(corpus_folder))
    held_back = screened(labelled).held_back
    own = {"your held-back mails": mail_rows(held_back)} if held_back else {}
    return {"test part of the corpus": Mails.of(frozen_mails(aside)), **own}


def _own(lessons: Lessons) -> dict[str, Json]:
    """What the card tells of the person's labels: numbers only."""
    return {
        "learnt": dict(by_label(lessons.learnt)),
        "held_back": dict(by_label(lessons.held_back)),
        "contradicting": lessons.contradicting,
        "too_many_of_one_sender": lessons.surplus,
    }

"""Mails with labels of the person, made up for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from inbox_rebond.classify import LABELS
from inbox_rebond.domain import Label, Labelled, LabelSource

if TYPE_CHECKING:
    from inbox_rebond.classify import Model

FIRST = datetime(2026, 3, 1, tzinfo=UTC)


def labelled(at: int, label: Label = Label.REJECTION, *text: str, **other: Any) -> Labelled:
    """The label that was given as the `at`-th one, of a mail that nobody else has."""
    values: dict[str, Any] = {
        "source": LabelSource.IMPORT,
        "sender": f"sender {at}",
        "held_back": at % 5 == 4,
        "text": text or (f"Mail {at}", "We chose somebody else.", f"Greetings from number {at}."),
    }
    return Labelled(at, None, label, given=FIRST + timedelta(hours=at), **{**values, **other})


def mixed(number: int, **other: Any) -> list[Labelled]:
    """So many labels, rejections and other mail in turn."""
    return [labelled(at, (Label.REJECTION, Label.OTHER)[at % 2], **other) for at in range(number)]


def saying(model: Model, label: Label) -> Model:
    """The same model, but it says one thing of every mail, and says it surely."""
    bias = np.array([50.0 if each is label else 0.0 for each in LABELS])
    return replace(model, version=f"says-{label}", mail_bias=bias)

"""What stands in a model's card: what it was fitted on, with what, and how it does."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from inbox_rebond.classify import LABELS
from inbox_rebond.domain import Label
from inbox_rebond.training.evaluate import share

if TYPE_CHECKING:
    from inbox_rebond.domain import Json
    from inbox_rebond.training.corpus import Corpus
    from inbox_rebond.training.fit import Fitted


def card(corpus: Corpus, fitted: Fitted) -> dict[str, Json]:
    """What the model was fitted on, with what, and how it does on what it has not seen."""
    return {
        "data": {
            "pieces": len(corpus.pieces),
            "whole_mails": len(corpus.mails),
            "lines": fitted.lines,
            "mails": fitted.mails,
            "languages": [*sorted(corpus.slots)],
        },
        "made_with": {
            name: version(name) for name in ("inbox-rebond", "scikit-learn", "numpy", "scipy")
        },
        "held_out": _held_out(fitted),
    }


def _held_out(fitted: Fitted) -> dict[str, Json]:
    """Filing on mails from pieces that were held back; grouped, so no sentence was seen.

    `weighed` counts each mail by its share of a real mailbox.
    """
    held, model = fitted.held_out, fitted.model
    refused = LABELS.index(Label.REJECTION)
    filed = (held.chances.argmax(axis=1) == refused) & (held.chances[:, refused] >= model.file_from)
    true = held.wanted == refused
    weighed = held.weights[filed & true].sum() / max(held.weights[filed].sum(), 1e-12)
    return {
        "precision": share(int((filed & true).sum()), int(filed.sum())),
        "precision_weighed": round(float(weighed), 4),
        "recall": share(int((filed & true).sum()), int(true.sum())),
    }

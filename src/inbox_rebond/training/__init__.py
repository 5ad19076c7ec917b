"""From the corpus to a model that can be trusted: load, mix, fit, measure, keep."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from inbox_rebond.classify import LABELS
from inbox_rebond.domain import Label
from inbox_rebond.training.corpus import load
from inbox_rebond.training.evaluate import share
from inbox_rebond.training.fit import fit_model
from inbox_rebond.training.store import Stored, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inbox_rebond.domain import Json
    from inbox_rebond.training.corpus import Corpus
    from inbox_rebond.training.fit import Fitted


def train(
    corpus_folder: Path, folder: Path, name: str, tell: Callable[[str], None] = lambda _: None
) -> Stored:
    """Fit a model on a corpus and keep it as `name` in a folder, with its card."""
    corpus = load(corpus_folder)
    fitted = fit_model(corpus, tell)
    return save(fitted.model, _card(corpus, fitted), folder, name)


def _card(corpus: Corpus, fitted: Fitted) -> dict[str, Json]:
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

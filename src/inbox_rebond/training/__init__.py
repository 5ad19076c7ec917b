"""From the corpus to a model that can be trusted: load, mix, fit, measure, keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inbox_rebond.training.card import card
from inbox_rebond.training.corpus import load
from inbox_rebond.training.fit import fit_model
from inbox_rebond.training.frozen import split
from inbox_rebond.training.store import Stored, save

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def train(
    corpus_folder: Path, folder: Path, name: str, tell: Callable[[str], None] = lambda _: None
) -> Stored:
    """Fit a model on a corpus, its frozen part left out, and keep it as `name` in a folder."""
    corpus, _ = split(load(corpus_folder))
    fitted = fit_model(corpus, tell)
    return save(fitted.model, card(corpus, fitted), folder, name)

"""A share of the corpus that no model is ever fitted on: what models are compared on."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from inbox_rebond.training.mix import Fold

if TYPE_CHECKING:
    from inbox_rebond.training.corpus import Corpus
    from inbox_rebond.training.mix import Example

ONE_IN = 12
EACH = 10
_SEED = 12


def split(corpus: Corpus) -> tuple[Corpus, Corpus]:
    """What is learnt from, and the frozen part: about one in twelve pieces and whole mails.

    The hash of its text decides for each, so that a growing corpus moves nothing across.
    """
    frozen = [_frozen(piece.language, piece.text) for piece in corpus.pieces]
    kept = [_frozen(mail.language, mail.subject, mail.body) for mail in corpus.mails]
    learnt, aside = (
        replace(
            corpus,
            pieces=tuple(
                piece for piece, at in zip(corpus.pieces, frozen, strict=True) if at is side
            ),
            mails=tuple(mail for mail, at in zip(corpus.mails, kept, strict=True) if at is side),
        )
        for side in (False, True)
    )
    return learnt, aside


def frozen_mails(aside: Corpus) -> list[Example]:
    """The frozen whole mails, and mails put together from the frozen pieces; always the same."""
    random = Random(_SEED)  # noqa: S311 - the same mails every time, not a secret
    return list(Fold(aside, aside.pieces, aside.mails).examples(random, EACH))


def _frozen(*texts: str) -> bool:
    digest = hashlib.sha256("\n".join(texts).encode()).digest()
    return int.from_bytes(digest[:4], "big") % ONE_IN == 0

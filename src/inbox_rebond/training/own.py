"""Mails that the person gave labels, as rows that a model can be fitted on.

A mail comes as text or as what the model sees of it. Which of its sentences made the mail what it
is, nobody said: the one that a teacher (the starter model) finds most like the label counts as of
its kind, the others as filler. All of ordinary mail is ordinary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix, vstack

from inbox_rebond.classify import KINDS, LABELS, TOPIC_WIDTH, WIDTH, Reading, hashed, vocabulary
from inbox_rebond.domain import Label
from inbox_rebond.training.rows import Lines, Mails

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from inbox_rebond.classify import Model
    from inbox_rebond.domain import Labelled

WEIGHT = 40.0
"""How many sentences of the corpus the deciding one counts for (docs/learning-curve.md)."""

_MAIL = 0.4
"""What a mail, and each line of ordinary mail, counts of that."""

_FILLER = KINDS.index("filler")
_ORDINARY = KINDS.index(Label.OTHER)


def shares(
    labelled: Sequence[Labelled], teacher: Model, folds: int, weight: float = WEIGHT
) -> list[tuple[Lines, Mails]]:
    """The mails dealt out to folds in turn, as lines for the first stage and as mails."""
    found = []
    for at in range(folds):
        share = labelled[at::folds]
        mails = mail_rows(share, weight)
        found.append((_lines(share, mails, teacher, weight), mails))
    return found


def fold_order(number: int, folds: int) -> NDArray[np.int64]:
    """The positions of so many mails in the order in which `shares` deals them out."""
    return np.concatenate([np.arange(at, number, folds) for at in range(folds)])


def mail_rows(labelled: Sequence[Labelled], weight: float = WEIGHT) -> Mails:
    """The mails as rows. They count for nothing where a real mailbox is weighed."""
    lines = [_of_lines(each) for each in labelled]
    return Mails(
        _stacked(lines, WIDTH),
        _stacked([_of_words(each) for each in labelled], TOPIC_WIDTH),
        np.array([rows.shape[0] for rows in lines], dtype=np.int64),
        np.array([LABELS.index(each.label) for each in labelled], dtype=np.int64),
        np.zeros(len(labelled)),
        np.full(len(labelled), _MAIL * weight),
    )


def _lines(labelled: Sequence[Labelled], mails: Mails, teacher: Model, weight: float) -> Lines:
    ends = np.cumsum(mails.counts)
    by_mail = [
        _kinds(each.label, mails.lines[end - count : end], teacher)
        for each, count, end in zip(labelled, mails.counts, ends, strict=True)
    ]
    kinds = np.concatenate([np.empty(0, dtype=np.int64), *by_mail])
    other = kinds == _ORDINARY
    weights = np.where(other, _MAIL * weight, np.where(kinds == _FILLER, 1.0, weight))
    # What refuses a seat or a loan may, by itself, be what a job rejection says: all ordinary
    # lines are doubtful.
    return Lines(mails.lines, kinds, weights, other)


def _kinds(label: Label, lines: csr_matrix, teacher: Model) -> NDArray[np.int64]:
    """What each line of a mail counts as."""
    kind = KINDS.index(label)
    if kind == _ORDINARY:
        return np.full(lines.shape[0], kind)
    kinds = np.full(lines.shape[0], _FILLER)
    kinds[int(np.argmax(lines @ teacher.line_weights[:, kind]))] = kind
    return kinds


def _of_lines(labelled: Labelled) -> csr_matrix:
    if labelled.text is not None:
        return hashed(labelled.text)
    return _rows(labelled.features or ((),), WIDTH)


def _of_words(labelled: Labelled) -> csr_matrix:
    if labelled.text is not None:
        return vocabulary([Reading(labelled.text[0], labelled.text[1:])])
    return _rows((labelled.words or (),), TOPIC_WIDTH)


def _rows(columns: Sequence[Sequence[int]], width: int) -> csr_matrix:
    """Rows of length 1 from the columns in which each is not zero."""
    sizes = [len(row) for row in columns]
    values = np.concatenate([np.full(size, max(size, 1) ** -0.5) for size in sizes])
    at = np.concatenate([np.asarray(row, dtype=np.int32) for row in columns])
    starts = np.concatenate(([0], np.cumsum(sizes)))
    return csr_matrix((values.astype(np.float32), at, starts), (len(columns), width))


def _stacked(rows: Iterable[csr_matrix], width: int) -> csr_matrix:
    return vstack([csr_matrix((0, width), dtype=np.float32), *rows]).tocsr()

"""What is kept of a mail to learn from: its words, or only what the model makes of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from inbox_rebond.classify import hashed, read, vocabulary
from inbox_rebond.domain import Example

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from inbox_rebond.domain import Mail


def as_text(mail: Mail) -> Example:
    """The subject and the sender's own sentences, as they stand."""
    return Example(text=read(mail).lines)


def as_features(mail: Mail) -> Example:
    """The columns that the mail fills: enough to fit a model on, too little to read."""
    reading = read(mail)
    (words,) = _columns(vocabulary([reading]))
    return Example(features=_columns(hashed(reading.lines)), words=words)


def _columns(matrix: csr_matrix) -> tuple[tuple[int, ...], ...]:
    """For each row its columns, ascending."""
    return tuple(
        tuple(sorted(matrix.indices[start:end].tolist())) for start, end in pairwise(matrix.indptr)
    )

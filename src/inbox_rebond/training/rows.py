"""Lines and mails as rows of numbers: what the stages are fitted on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from scipy.sparse import csr_matrix, issparse, vstack

from inbox_rebond.classify import KINDS, LABELS, hashed, vocabulary
from inbox_rebond.domain import Label
from inbox_rebond.training.mix import REFUSAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from inbox_rebond.classify import First
    from inbox_rebond.training.mix import Example, Line

    Floats = NDArray[np.float64]

MAILBOX = {
    Label.OTHER: 0.79,
    REFUSAL: 0.004,
    Label.ACKNOWLEDGEMENT: 0.06,
    Label.REJECTION: 0.04,
    Label.JOB_ALERT: 0.04,
    Label.OUTREACH: 0.02,
    Label.STATUS_UPDATE: 0.02,
    Label.INTERVIEW: 0.012,
    Label.ASSESSMENT: 0.008,
    Label.OFFER: 0.003,
    Label.FEEDBACK: 0.003,
}
"""What share of a job seeker's mail each kind has; held-out mails are weighed accordingly."""


class _Rows:
    """Arrays and matrices whose rows belong together."""

    def __add__(self, other: Self) -> Self:
        """The rows of both, one behind the other."""
        names = [field.name for field in fields(self)]  # type: ignore[arg-type]  # subclasses are
        return type(self)(*(_joined(getattr(self, at), getattr(other, at)) for at in names))


@dataclass(frozen=True, slots=True)
class Lines(_Rows):
    """Sentences as rows, with their kinds and with how much each counts in the fit."""

    matrix: csr_matrix
    kinds: NDArray[np.int64]
    weights: Floats
    doubtful: NDArray[np.bool_]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Lines:
        """The lines of the corpus."""
        return cls(
            hashed([line.text for line in lines]),
            np.array([KINDS.index(line.kind) for line in lines]),
            np.array([line.weight for line in lines]),
            np.array([line.doubtful for line in lines]),
        )


@dataclass(frozen=True, slots=True)
class Mails(_Rows):
    """Mails as rows of their lines and of their words, with numbers of lines and labels.

    `weights` is the weight of each in a real mailbox, 0 for the person's own mails, which are in
    theirs already; `pull` is how much each counts in the fit.
    """

    lines: csr_matrix
    words: csr_matrix
    counts: NDArray[np.int64]
    wanted: NDArray[np.int64]
    weights: Floats
    pull: Floats

    @classmethod
    def of(cls, examples: Sequence[Example]) -> Mails:
        """The mails of the corpus."""
        sizes = Counter(example.share for example in examples)
        return cls(
            hashed([line for example in examples for line in example.reading.lines]),
            vocabulary([example.reading for example in examples]),
            np.array([len(example.reading.lines) for example in examples]),
            np.array([LABELS.index(example.label) for example in examples]),
            np.array([MAILBOX[example.share] / sizes[example.share] for example in examples]),
            np.ones(len(examples)),
        )

    def rows(self, first: First) -> Floats:
        """Second-stage rows (mails × columns of `classify.summary`) by a first stage."""
        return first.rows(self.lines, self.words, [*map(int, self.counts)])


def _joined(*parts: Any) -> Any:
    return vstack(parts).tocsr() if issparse(parts[0]) else np.concatenate(parts)

"""Fit both stages on the corpus, calibrate, and choose the thresholds on held-out mails."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from joblib import Parallel, delayed
from scipy.optimize import minimize_scalar
from scipy.sparse import vstack
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.preprocessing import StandardScaler

from inbox_rebond.classify import KINDS, LABELS, Model, hashed, softmax, summary, whole
from inbox_rebond.domain import Label
from inbox_rebond.training.mix import REFUSAL, deal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

    from inbox_rebond.training.corpus import Corpus
    from inbox_rebond.training.mix import Example, Line

    Floats = NDArray[np.float64]

FOLDS = 4
EACH = 60
SEED = 20
FILED = 0.0125
REVIEWED = 0.035
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
_C_TOPIC = 0.3
_ALPHA = 1e-5
_ROUNDS = 12
_C_MAILS = 0.003
_REFUSED = LABELS.index(Label.REJECTION)
_ORDINARY = LABELS.index(Label.OTHER)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Mails that no stage has learnt from.

    Probabilities (mails × labels), label numbers, and the weight of each mail in a real mailbox.
    """

    chances: Floats
    wanted: NDArray[np.int64]
    weights: Floats


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model, and how it does on mails put together from pieces it has not seen."""

    model: Model
    held_out: HeldOut
    lines: int
    mails: int


def fit_model(corpus: Corpus, tell: Callable[[str], None] = lambda _: None) -> Fitted:
    """Fit a model on a corpus. The same corpus gives the same model.

    Every fold is judged by first stages that have not seen its pieces; the second stage learns
    from these honest scores, is itself held out by fold for the thresholds, and is then fitted on
    all of them.
    """
    random = Random(SEED)  # noqa: S311 - the same model from the same corpus, not a secret
    folds = deal(corpus, FOLDS, random)
    lines = [_Lines.of(list(fold.lines(random))) for fold in folds]
    mails = [_Mails.of(list(fold.examples(random, EACH))) for fold in folds]
    rows: list[Floats] = []
    for at in range(FOLDS):
        tell(f"part {at + 1} of {FOLDS + 1}")
        others = [other for other in range(FOLDS) if other != at]
        first = _First.fit([lines[other] for other in others], [mails[other] for other in others])
        rows.append(first.rows(mails[at]))
    tell(f"part {FOLDS + 1} of {FOLDS + 1}")
    first = _First.fit(lines, mails)
    wanted = np.concatenate([share.wanted for share in mails])
    owner = np.repeat(np.arange(FOLDS), [len(share.wanted) for share in mails])
    logits = _held_out_logits(np.vstack(rows), wanted, owner)
    temperature = _temperature(logits, wanted)
    held_out = HeldOut(
        softmax(logits / temperature), wanted, np.concatenate([share.weights for share in mails])
    )
    scaler, second = _fit_mails(np.vstack(rows), wanted)
    file_from, review_from = thresholds(held_out)
    model = Model(
        version="unsaved",
        line_weights=first.line_weights,
        line_bias=first.line_bias,
        topic_weights=first.topic_weights,
        topic_bias=first.topic_bias,
        mail_mean=scaler.mean_,
        mail_scale=scaler.scale_,
        mail_weights=second.coef_.T.copy(),
        mail_bias=second.intercept_,
        temperature=temperature,
        file_from=file_from,
        review_from=review_from,
    )
    return Fitted(model, held_out, sum(len(share.kinds) for share in lines), len(wanted))


def thresholds(held_out: HeldOut) -> tuple[float, float]:
    """Where filing and reviewing begin.

    Of the other held-out mail, weighed as in a real mailbox, at most FILED is filed and at most
    REVIEWED more waits for review. The held-out pieces are far harder than the mail of most days
    (docs/model.md compares them), so both shares stand for much smaller ones in use.
    """
    others = held_out.wanted != _REFUSED
    chances, weights = held_out.chances[others, _REFUSED], held_out.weights[others]
    order = np.argsort(-chances)
    share = np.cumsum(weights[order]) / weights.sum()
    file_from, review_from = (
        float(chances[order[np.searchsorted(share, limit)]]) for limit in (FILED, REVIEWED)
    )
    return round(max(file_from, 0.5), 3), round(review_from, 3)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Sentences of a fold as rows, with their kinds."""

    matrix: csr_matrix
    kinds: NDArray[np.int64]
    weights: Floats
    doubtful: NDArray[np.bool_]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Lines:
        return cls(
            hashed([line.text for line in lines]),
            np.array([KINDS.index(line.kind) for line in lines]),
            np.array([line.weight for line in lines]),
            np.array([line.doubtful for line in lines]),
        )


@dataclass(frozen=True, slots=True)
class _Mails:
    """Mails of a fold: the rows of all their lines, how many each has, what each is."""

    lines: csr_matrix
    counts: list[int]
    wanted: NDArray[np.int64]
    weights: Floats

    @classmethod
    def of(cls, examples: Sequence[Example]) -> _Mails:
        sizes = Counter(example.share for example in examples)
        return cls(
            hashed([line for example in examples for line in example.reading.lines]),
            [len(example.reading.lines) for example in examples],
            np.array([LABELS.index(example.label) for example in examples]),
            np.array([MAILBOX[example.share] / sizes[example.share] for example in examples]),
        )


@dataclass(frozen=True, slots=True)
class _First:
    """What scores the lines of a mail, and its topic."""

    line_weights: NDArray[np.float32]
    line_bias: Floats
    topic_weights: NDArray[np.float32]
    topic_bias: Floats

    @classmethod
    def fit(cls, lines: Sequence[_Lines], mails: Sequence[_Mails]) -> _First:
        matrix = vstack([share.matrix for share in lines]).tocsr()
        kinds = np.concatenate([share.kinds for share in lines])
        weights = np.concatenate([share.weights for share in lines])
        doubtful = np.concatenate([share.doubtful for share in lines])

        def one(kind: int) -> SGDClassifier:
            known = ~doubtful | (KINDS[kind] == Label.OTHER)
            return _line_fitter().fit(
                matrix[known], kinds[known] == kind, sample_weight=weights[known]
            )

        fitted = Parallel(n_jobs=-1, prefer="threads")(map(delayed(one), range(len(KINDS))))
        topic = LogisticRegression(C=_C_TOPIC, solver="liblinear", class_weight="balanced")
        topic.fit(
            vstack([whole(share.lines, share.counts) for share in mails]),
            np.concatenate([share.wanted != _ORDINARY for share in mails]),
        )
        return cls(
            np.column_stack([line.coef_[0] for line in fitted]).astype(np.float32),
            np.array([line.intercept_[0] for line in fitted]),
            topic.coef_.T.astype(np.float32),
            topic.intercept_.astype(np.float64),
        )

    def rows(self, mails: _Mails) -> Floats:
        """Second-stage rows of mails (mails × columns of `summary`)."""
        scores = np.asarray(mails.lines @ self.line_weights, dtype=np.float64) + self.line_bias
        topics = (whole(mails.lines, mails.counts) @ self.topic_weights)[:, 0]
        return summary(scores, mails.counts, topics + self.topic_bias[0])


def _line_fitter() -> SGDClassifier:
    return SGDClassifier(
        loss="log_loss", alpha=_ALPHA, max_iter=_ROUNDS, tol=None, average=True, random_state=SEED
    )


def _fit_mails(
    rows: Floats, wanted: NDArray[np.int64]
) -> tuple[StandardScaler, LogisticRegression]:
    scaler = StandardScaler().fit(rows)
    second = LogisticRegression(C=_C_MAILS, max_iter=1000)
    return scaler, second.fit(scaler.transform(rows), wanted)


def _held_out_logits(rows: Floats, wanted: NDArray[np.int64], owner: NDArray[np.int64]) -> Floats:
    """Second-stage logits of each fold by a second stage fitted on the other folds."""
    logits = np.zeros((len(rows), len(LABELS)))
    for fold in range(FOLDS):
        scaler, second = _fit_mails(rows[owner != fold], wanted[owner != fold])
        logits[owner == fold] = second.decision_function(scaler.transform(rows[owner == fold]))
    return logits


def _temperature(logits: Floats, wanted: NDArray[np.int64]) -> float:
    """What logits are to be divided by so that probabilities come true (log loss at its least)."""

    def loss(log_t: float) -> float:
        chances = softmax(logits / np.exp(log_t))
        return float(-np.log(chances[np.arange(len(wanted)), wanted] + 1e-12).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-2.0, 2.0), method="bounded").x))

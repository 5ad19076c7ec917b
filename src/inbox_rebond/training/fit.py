"""Fit both stages on the corpus, calibrate, and choose the thresholds on held-out mails."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from joblib import Parallel, delayed
from scipy.optimize import minimize_scalar
from scipy.sparse import vstack
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.preprocessing import StandardScaler

from inbox_rebond.classify import KINDS, LABELS, First, Model, softmax, together
from inbox_rebond.domain import Label
from inbox_rebond.training.mix import deal
from inbox_rebond.training.rows import Lines, Mails

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from inbox_rebond.training.corpus import Corpus

    Floats = NDArray[np.float64]

FOLDS = 4
EACH = 60
SEED = 20
FILED = 0.008
REVIEWED = 0.03
_C_TOPIC = 10.0
_C_WHOLE = 3.0
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
    """A model, and how it does on mails put together from pieces it has not seen.

    `own` holds the chances of the person's mails (mails × labels), each judged by stages that have
    not seen it, in the order of the folds.
    """

    model: Model
    held_out: HeldOut
    own: Floats
    lines: int
    mails: int


def fit_model(
    corpus: Corpus,
    tell: Callable[[str], None] = lambda _: None,
    own: Sequence[tuple[Lines, Mails]] = (),
) -> Fitted:
    """Fit a model on a corpus and, fold by fold, on mails of one's own.

    The same corpus and the same mails give the same model.
    """
    lines, mails = dealt(corpus)
    if own:
        lines = [share + more for share, (more, _) in zip(lines, own, strict=True)]
        mails = [share + more for share, (_, more) in zip(mails, own, strict=True)]
    return fit_folds(lines, mails, tell)


def dealt(corpus: Corpus) -> tuple[list[Lines], list[Mails]]:
    """The corpus in folds, as rows."""
    random = Random(SEED)  # noqa: S311 - the same model from the same corpus, not a secret
    folds = deal(corpus, FOLDS, random)
    lines = [Lines.of(list(fold.lines(random))) for fold in folds]
    return lines, [Mails.of(list(fold.examples(random, EACH))) for fold in folds]


def fit_folds(
    lines: Sequence[Lines], mails: Sequence[Mails], tell: Callable[[str], None] = lambda _: None
) -> Fitted:
    """Fit both stages.

    Every fold is judged by first stages that have not seen its pieces; the second stage learns
    from these honest scores, is itself held out by fold for the thresholds, and is then fitted on
    all of them.
    """
    parts: list[Floats] = []
    for at in range(FOLDS):
        tell(f"part {at + 1} of {FOLDS + 1}")
        others = [other for other in range(FOLDS) if other != at]
        first = fit_first([lines[other] for other in others], [mails[other] for other in others])
        parts.append(mails[at].rows(first))
    tell(f"part {FOLDS + 1} of {FOLDS + 1}")
    first = fit_first(lines, mails)
    rows = np.vstack(parts)
    wanted, weights, pull = (
        np.concatenate([getattr(share, name) for share in mails])
        for name in ("wanted", "weights", "pull")
    )
    owner = np.repeat(np.arange(FOLDS), [len(share.wanted) for share in mails])
    logits = _held_out_logits(rows, wanted, pull, owner)
    # The person's own mails weigh nothing here: how often they come is not known.
    common = weights > 0
    temperature = _temperature(logits[common], wanted[common])
    chances = softmax(logits / temperature)
    held_out = HeldOut(chances[common], wanted[common], weights[common])
    scaler, second = fit_mails(rows, wanted, pull)
    file_from, review_from = thresholds(held_out)
    model = Model(
        version="unsaved",
        **vars(first),
        mail_mean=scaler.mean_,
        mail_scale=scaler.scale_,
        mail_weights=second.coef_.T.copy(),
        mail_bias=second.intercept_,
        temperature=temperature,
        file_from=file_from,
        review_from=review_from,
    )
    total = sum(len(share.kinds) for share in lines)
    return Fitted(model, held_out, chances[~common], total, len(wanted))


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


def fit_first(lines: Sequence[Lines], mails: Sequence[Mails]) -> First:
    """Fit the first stage on the lines and mails of some folds."""
    matrix = vstack([share.matrix for share in lines]).tocsr()
    kinds = np.concatenate([share.kinds for share in lines])
    weights = np.concatenate([share.weights for share in lines])
    doubtful = np.concatenate([share.doubtful for share in lines])

    def one(kind: int) -> SGDClassifier:
        known = ~doubtful | (KINDS[kind] == Label.OTHER)
        return _line_fitter().fit(matrix[known], kinds[known] == kind, sample_weight=weights[known])

    fitted = Parallel(n_jobs=-1, prefer="threads")(map(delayed(one), range(len(KINDS))))
    wanted = np.concatenate([share.wanted for share in mails])
    pull = np.concatenate([share.pull for share in mails])
    words = vstack([share.words for share in mails])
    topic = _mail_fitter(_C_TOPIC).fit(words, wanted != _ORDINARY, sample_weight=pull)
    wholes = vstack([together(share.lines, [*map(int, share.counts)]) for share in mails])
    whole = _mail_fitter(_C_WHOLE).fit(wholes, wanted == _REFUSED, sample_weight=pull)
    return First(
        line_weights=np.column_stack([line.coef_[0] for line in fitted]).astype(np.float32),
        line_bias=np.array([line.intercept_[0] for line in fitted]),
        topic_weights=topic.coef_.T.astype(np.float32),
        topic_bias=topic.intercept_.astype(np.float64),
        whole_weights=whole.coef_.T.astype(np.float32),
        whole_bias=whole.intercept_.astype(np.float64),
    )


def _mail_fitter(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, solver="liblinear", class_weight="balanced")


def _line_fitter() -> SGDClassifier:
    return SGDClassifier(
        loss="log_loss", alpha=_ALPHA, max_iter=_ROUNDS, tol=None, average=True, random_state=SEED
    )


def fit_mails(
    rows: Floats, wanted: NDArray[np.int64], pull: Floats
) -> tuple[StandardScaler, LogisticRegression]:
    """Fit the second stage on rows of mails (mails × columns of `summary`)."""
    scaler = StandardScaler().fit(rows)
    second = LogisticRegression(C=_C_MAILS, max_iter=1000)
    return scaler, second.fit(scaler.transform(rows), wanted, sample_weight=pull)


def _held_out_logits(
    rows: Floats, wanted: NDArray[np.int64], pull: Floats, owner: NDArray[np.int64]
) -> Floats:
    """Second-stage logits of each fold by a second stage fitted on the other folds."""
    logits = np.zeros((len(rows), len(LABELS)))
    for fold in range(FOLDS):
        scaler, second = fit_mails(rows[owner != fold], wanted[owner != fold], pull[owner != fold])
        logits[owner == fold] = second.decision_function(scaler.transform(rows[owner == fold]))
    return logits


def _temperature(logits: Floats, wanted: NDArray[np.int64]) -> float:
    """What logits are to be divided by so that probabilities come true (log loss at its least)."""

    def loss(log_t: float) -> float:
        chances = softmax(logits / np.exp(log_t))
        return float(-np.log(chances[np.arange(len(wanted)), wanted] + 1e-12).mean())

    return float(np.exp(minimize_scalar(loss, bounds=(-2.0, 2.0), method="bounded").x))

"""A fitted model says what a mail is, and which sentence decided it.

Two stages. The first gives every sentence a score for each kind of sentence; the second reads the
mail from these scores: the strongest sentence of each kind, where it stands, and what the mail
says as a whole. So one sentence can decide a long mail, and the sentence can be shown.
What is quoted or attached is not read: it is not what this sender wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import FeatureHasher

from inbox_rebond.domain import Label, Mail, Verdict
from inbox_rebond.text import sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LABELS: tuple[Label, ...] = tuple(Label)
KINDS: tuple[str, ...] = (*LABELS, "filler")
"""What a sentence can be: one of the labels, or a sentence of job mail that decides nothing."""

WIDTH = 2**18
STEM = 6
MAX_SENTENCES = 150
_EVIDENCE = 3
_CLEAR = 0.5
_SURE = 0.005
_SMOOTH = 0.1
_LEAD = 3.0
_ORDINARY = KINDS.index(Label.OTHER)
_REFUSED = KINDS.index(Label.REJECTION)


def features(sentence: str) -> Iterator[str]:
    """What the first stage sees of a sentence: words, word beginnings, and runs of these."""
    found = words(sentence)[:120]
    stems = [word[:STEM] for word in found]
    yield from (f"w {word}" for word in found if len(word) > STEM)
    padded = ["^", *stems, "$"]
    yield from stems
    yield from (f"{a} {b}" for a, b in pairwise(padded))
    yield from (f"{a} {b} {c}" for a, b, c in zip(padded, padded[1:], padded[2:], strict=False))
    yield from (f"{a} _ {b}" for a, b in zip(stems, stems[2:], strict=False))


def hashed(texts: Sequence[str]) -> csr_matrix:
    """Sentences as rows of counts of hashed features (sentences × WIDTH), each of length 1."""
    hasher = FeatureHasher(WIDTH, input_type="string", alternate_sign=False, dtype=np.float32)
    matrix = hasher.transform([list(features(text)) for text in texts])
    np.minimum(matrix.data, 1.0, out=matrix.data)
    return _to_length_one(matrix)


@dataclass(frozen=True, slots=True)
class Reading:
    """A mail as the model reads it: the subject, then the sentences of the body."""

    subject: str
    body: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Subject and body; never empty."""
        return (self.subject, *self.body)


def read(mail: Mail) -> Reading:
    """What the model sees of a mail."""
    return Reading(mail.subject[:300], tuple(sentences(mail.text)[:MAX_SENTENCES]))


def sigmoid(logits: Floats) -> Floats:
    """Logits as chances, each by itself: a line can be of several kinds, or of none."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0))))


def softmax(logits: Floats) -> Floats:
    """Rows of logits as rows of probabilities."""
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True))


def summary(scores: Floats, counts: Sequence[int], topics: Floats) -> Floats:
    """Mails as rows for the second stage.

    `scores` is lines × kinds (logits), the lines of each mail together, its subject first;
    `counts` says how many lines each mail has (at least 1); `topics` holds for each mail the logit
    of being about a job at all. The columns: for each kind the odds of the best line of the body
    and of the subject; how much of the body is ordinary mail; the topic; how far the mail both
    refuses and is about a job; and how far its refusal leads the other job labels.
    """
    sizes = np.asarray(counts)
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    chances = sigmoid(scores)
    body = chances.copy()
    # A mail without a body is read by its subject.
    body[starts[sizes > 1]] = 0.0
    best = _odds(np.maximum.reduceat(body, starts))
    ordinary = np.add.reduceat(body[:, _ORDINARY], starts)
    job = np.maximum(sizes - 1, 1) - ordinary
    share = np.log(ordinary + _SMOOTH) - np.log(np.maximum(job, 0.0) + _SMOOTH)
    refused = best[:, _REFUSED]
    rivals = best[:, [at for at in range(len(LABELS)) if at not in (_REFUSED, _ORDINARY)]]
    # A mail is a rejection only if it refuses and is about a job: sums cannot say "and".
    both = (np.minimum(refused, against) for against in (topics, -best[:, _ORDINARY], -share))
    lead = np.maximum(refused - rivals.max(axis=1), -_LEAD)
    more = np.column_stack((share, topics, *both, lead))
    return np.hstack((best, _odds(chances[starts]), more))


def whole(lines: csr_matrix, counts: Sequence[int]) -> csr_matrix:
    """Mails as rows of hashed features (mails × WIDTH), from the rows of their lines."""
    owner = np.repeat(np.arange(len(counts)), counts)
    ones = np.ones(len(owner), dtype=np.float32)
    collect = csr_matrix((ones, (owner, np.arange(len(owner)))), (len(counts), lines.shape[0]))
    mails = (collect @ lines).tocsr()
    mails.data = np.sqrt(mails.data)
    return _to_length_one(mails)


def _to_length_one(matrix: csr_matrix) -> csr_matrix:
    norms = np.sqrt(matrix.multiply(matrix).sum(axis=1)).A1
    matrix.data /= np.repeat(np.maximum(norms, 1e-9), np.diff(matrix.indptr)).astype(np.float32)
    return matrix


def _odds(chances: Floats) -> Floats:
    """Log odds, bounded: a line that is very sure says no more than one that is sure."""
    bounded = np.clip(chances, _SURE, 1 - _SURE)
    return np.asarray(np.log(bounded) - np.log1p(-bounded))


@dataclass(frozen=True)
class Model:
    """The fitted arrays of both stages, and the thresholds that were chosen with them.

    `line_weights` is WIDTH × kinds, `line_bias` kinds; `topic_weights` is WIDTH × 1, `topic_bias`
    1; `mail_mean`, `mail_scale` are for the columns of `summary`; `mail_weights` is columns ×
    labels, `mail_bias` labels. Logits are divided by `temperature` before they become
    probabilities.
    """

    version: str
    line_weights: NDArray[np.float32]
    line_bias: Floats
    topic_weights: NDArray[np.float32]
    topic_bias: Floats
    mail_mean: Floats
    mail_scale: Floats
    mail_weights: Floats
    mail_bias: Floats
    temperature: float
    file_from: float
    review_from: float

    def judge(self, mails: Sequence[Mail]) -> list[Verdict]:
        """One verdict a mail, in order."""
        return self.judge_readings([read(mail) for mail in mails])

    def judge_readings(self, readings: Sequence[Reading]) -> list[Verdict]:
        """One verdict a reading, in order."""
        if not readings:
            return []
        lines = [line for reading in readings for line in reading.lines]
        counts = [len(reading.lines) for reading in readings]
        matrix = hashed(lines)
        scores = np.asarray(matrix @ self.line_weights, dtype=np.float64) + self.line_bias
        topics = (whole(matrix, counts) @ self.topic_weights)[:, 0] + self.topic_bias[0]
        columns = (summary(scores, counts, topics) - self.mail_mean) / self.mail_scale
        chances = softmax((columns @ self.mail_weights + self.mail_bias) / self.temperature)
        kinds = sigmoid(scores)
        ends = np.cumsum(counts)
        return [
            self._verdict(reading, chance, kinds[end - count : end])
            for reading, chance, end, count in zip(readings, chances, ends, counts, strict=True)
        ]

    def _verdict(self, reading: Reading, chances: Floats, kinds: Floats) -> Verdict:
        best = int(chances.argmax())
        return Verdict(
            label=LABELS[best],
            probability=float(chances[best]),
            evidence=_evidence(reading, kinds[:, best]),
            model=self.version,
            probabilities=dict(zip(LABELS, map(float, chances), strict=True)),
        )


def _evidence(reading: Reading, chances: Floats) -> tuple[str, ...]:
    """The lines that spoke most for the label; the best, and others that are clear too.

    The subject speaks only where the body says nothing.
    """
    lines = reading.body or (reading.subject,)
    chances = chances[1:] if reading.body else chances
    order = np.argsort(-chances, kind="stable")[:_EVIDENCE]
    return tuple(
        lines[at]
        for rank, at in enumerate(order)
        if lines[at] and (rank == 0 or chances[at] > _CLEAR)
    )

"""A fitted model says what a mail is, and which sentence decided it.

Two stages. The first gives every sentence a score for each kind of sentence; the second reads the
mail from these scores: the strongest sentence of each kind, where it stands, and what the mail
says as a whole. So one sentence can decide a long mail, and the sentence can be shown.
What is quoted or attached is not read: it is not what this sender wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import FeatureHasher

from inbox_rebond.domain import Label, Mail, Verdict
from inbox_rebond.text import sentences, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LABELS: tuple[Label, ...] = tuple(Label)
KINDS: tuple[str, ...] = (*LABELS, "filler")
"""What a sentence can be: one of the labels, or a sentence of job mail that decides nothing."""

WIDTH = 2**18
TOPIC_WIDTH = 2**17
STEM = 6
MAX_SENTENCES = 150
_EVIDENCE = 3
_CLEAR = 0.5
_SURE = 0.005
_SMOOTH = 0.1
_LEAD = 3.0
_ORDINARY = KINDS.index(Label.OTHER)
_REFUSED = KINDS.index(Label.REJECTION)


def features(sentence: str) -> list[str]:
    """What the first stage sees of a sentence: words, word beginnings, and runs of these."""
    return _features(words(sentence))


def _features(found: Sequence[str]) -> list[str]:
    found = found[:120]
    stems = [word[:STEM] for word in found]
    padded = ["^", *stems, "$"]
    return [
        *(f"w {word}" for word in found if len(word) > STEM),
        *stems,
        *map(" ".join, pairwise(padded)),
        *map(" ".join, zip(padded, padded[1:], padded[2:], strict=False)),
        *map(" _ ".join, zip(stems, stems[2:], strict=False)),
    ]


def hashed(texts: Sequence[str]) -> csr_matrix:
    """Sentences as rows of counts of hashed features (sentences × WIDTH), each of length 1."""
    return _hashed([words(text) for text in texts])


def _hashed(found: Sequence[Sequence[str]]) -> csr_matrix:
    hasher = FeatureHasher(WIDTH, input_type="string", alternate_sign=False, dtype=np.float32)
    matrix = hasher.transform(map(_features, found))
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


def summary(scores: Floats, counts: Sequence[int], topics: Floats, wholes: Floats) -> Floats:
    """Mails as rows for the second stage.

    `scores` is lines × kinds (logits), the lines of each mail together, its subject first;
    `counts` says how many lines each mail has (at least 1); `topics` and `wholes` hold for each
    mail the logits of being about a job at all and of refusing as a whole. The columns: for each
    kind the odds of the best line of the body and of the subject; how much of the body is ordinary
    mail; the topic; the whole; how far a sentence refuses and something else agrees; and how far
    the refusal leads the other job labels.
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
    # A mail is a rejection only if it refuses and is about a job. Sums cannot say "and".
    witnesses = (topics, wholes, -best[:, _ORDINARY], -share)
    both = (np.minimum(refused, witness) for witness in witnesses)
    lead = np.maximum(refused - rivals.max(axis=1), -_LEAD)
    more = np.column_stack((share, topics, wholes, *both, lead))
    return np.hstack((best, _odds(chances[starts]), more))


def vocabulary(readings: Sequence[Reading]) -> csr_matrix:
    """Mails as rows of the words they use (mails × TOPIC_WIDTH), each of length 1.

    Single words only: a topic shows in what is talked about, not in how a sentence is built.
    """
    found = [words(line) for reading in readings for line in reading.lines]
    return _vocabulary(found, [len(reading.lines) for reading in readings])


def _vocabulary(found: Sequence[Sequence[str]], counts: Sequence[int]) -> csr_matrix:
    hasher = FeatureHasher(TOPIC_WIDTH, input_type="string", alternate_sign=False, dtype=np.float32)
    lines = iter(found)
    used = ({word[:STEM] for line in islice(lines, count) for word in line} for count in counts)
    return _to_length_one(hasher.transform(map(sorted, used)))


def together(lines: csr_matrix, counts: Sequence[int]) -> csr_matrix:
    """Mails as rows of hashed features (mails × WIDTH), from the rows of their lines."""
    ends = np.cumsum(counts)
    collect = csr_matrix(
        (np.ones(ends[-1], dtype=np.float32), np.arange(ends[-1]), np.concatenate(([0], ends)))
    )
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
class First:
    """The first stage: it scores lines by kind, and mails by their topic and as a whole.

    `line_weights` is WIDTH × kinds, `line_bias` kinds; `topic_weights` is TOPIC_WIDTH × 1,
    `whole_weights` WIDTH × 1, each with a bias of 1.
    """

    line_weights: NDArray[np.float32]
    line_bias: Floats
    topic_weights: NDArray[np.float32]
    topic_bias: Floats
    whole_weights: NDArray[np.float32]
    whole_bias: Floats

    def scores(self, lines: csr_matrix) -> Floats:
        """Logits of lines that are rows of `hashed` (lines × kinds)."""
        return np.asarray(lines @ self.line_weights, dtype=np.float64) + self.line_bias

    def rows(self, lines: csr_matrix, words: csr_matrix, counts: Sequence[int]) -> Floats:
        """Rows of `summary` for mails, from rows of `hashed` and of `vocabulary`."""
        topics = (words @ self.topic_weights)[:, 0] + self.topic_bias[0]
        wholes = (together(lines, counts) @ self.whole_weights)[:, 0] + self.whole_bias[0]
        return summary(self.scores(lines), counts, topics, wholes)


@dataclass(frozen=True)
class Model(First):
    """Both stages, and the thresholds that were chosen with them.

    `mail_mean`, `mail_scale` are for the columns of `summary`; `mail_weights` is columns × labels,
    `mail_bias` labels. Logits are divided by `temperature` before they become probabilities.
    """

    version: str
    mail_mean: Floats
    mail_scale: Floats
    mail_weights: Floats
    mail_bias: Floats
    temperature: float
    file_from: float
    review_from: float

    def columns(self, rows: Floats) -> Floats:
        """Rows of `summary` as the second stage weighs them (mails × columns)."""
        return (rows - self.mail_mean) / self.mail_scale

    def chances(self, rows: Floats) -> Floats:
        """Probabilities of mails that are rows of `summary` (mails × labels)."""
        logits = self.columns(rows) @ self.mail_weights + self.mail_bias
        return softmax(logits / self.temperature)

    def judge(self, mails: Sequence[Mail]) -> list[Verdict]:
        """One verdict a mail, in order."""
        return self.judge_readings([read(mail) for mail in mails])

    def judge_readings(self, readings: Sequence[Reading]) -> list[Verdict]:
        """One verdict a reading, in order."""
        if not readings:
            return []
        found = [words(line) for reading in readings for line in reading.lines]
        counts = [len(reading.lines) for reading in readings]
        lines = _hashed(found)
        chances = self.chances(self.rows(lines, _vocabulary(found, counts), counts))
        kinds = sigmoid(self.scores(lines))
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

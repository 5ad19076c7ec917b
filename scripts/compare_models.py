"""Compare designs of the classifier on grouped folds of the corpus and on a tree of real mail.

    python scripts/compare_models.py models/corpus PATH/TO/TREE

Every design sees the same mails: whole ones and ones put together from pieces, three folds to learn
from, one to be measured on, so that no sentence stands on both sides. For the tree, each design is
fitted on the whole corpus. Printed as a Markdown table: average precision, and the recall that is
left at a precision of 0.97 and of 0.985.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.feature_extraction.text import HashingVectorizer, TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, precision_recall_curve
from sklearn.pipeline import make_pipeline, make_union

from inbox_rebond.classify import LABELS, Reading, read, softmax
from inbox_rebond.domain import Label
from inbox_rebond.parse import parse
from inbox_rebond.text import plain
from inbox_rebond.training.corpus import load
from inbox_rebond.training.fit import EACH, FOLDS, SEED, fit_first, fit_mails
from inbox_rebond.training.mix import Example, deal
from inbox_rebond.training.rows import Lines, Mails

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Judge = Callable[[Sequence[Reading]], Floats]

_REFUSED = LABELS.index(Label.REJECTION)
_PRECISIONS = (0.97, 0.985)


@dataclass(frozen=True, slots=True)
class Share:
    """A fold: its lines for the first stage, its mails for everything else."""

    lines: Lines
    mails: Mails
    examples: list[Example]


def words_only() -> Any:
    """Whole mails, words and word pairs, TF-IDF."""
    return TfidfVectorizer(preprocessor=plain, ngram_range=(1, 2), sublinear_tf=True, min_df=2)


def words_and_characters() -> Any:
    """Whole mails, words and word pairs with runs of 3 to 5 characters, TF-IDF."""
    characters = TfidfVectorizer(
        preprocessor=plain, analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3
    )
    return make_union(words_only(), characters)


def hashing() -> Any:
    """Whole mails, words and word pairs, hashed."""
    return HashingVectorizer(
        preprocessor=plain, ngram_range=(1, 2), n_features=2**18, alternate_sign=False
    )


def one_stage(make: Callable[[], Any]) -> Callable[[Sequence[Share]], Judge]:
    """A design that judges a mail by all its words at once."""

    def fit(shares: Sequence[Share]) -> Judge:
        examples = [example for share in shares for example in share.examples]
        model = make_pipeline(make(), LogisticRegression(C=10.0, max_iter=200))
        model.fit(
            [_text(example.reading) for example in examples],
            [LABELS.index(example.label) for example in examples],
        )
        return lambda readings: np.asarray(
            model.predict_proba([_text(reading) for reading in readings])
        )

    return fit


def best_sentence(shares: Sequence[Share]) -> Judge:
    """One stage on sentences: a mail is what its strongest sentence is."""
    first = fit_first([share.lines for share in shares], [share.mails for share in shares])

    def judge(readings: Sequence[Reading]) -> Floats:
        return softmax(_mails(readings).rows(first)[:, : len(LABELS)])

    return judge


def two_stages(shares: Sequence[Share]) -> Judge:
    """Sentences first, then the mail from their scores and its topic: the design in use."""
    rows = []
    for at, share in enumerate(shares):
        others = [other for other_at, other in enumerate(shares) if other_at != at]
        first = fit_first([other.lines for other in others], [other.mails for other in others])
        rows.append(share.mails.rows(first))
    wanted = np.concatenate([share.mails.wanted for share in shares])
    pull = np.concatenate([share.mails.pull for share in shares])
    scaler, second = fit_mails(np.vstack(rows), wanted, pull)
    first = fit_first([share.lines for share in shares], [share.mails for share in shares])
    return lambda readings: np.asarray(
        second.predict_proba(scaler.transform(_mails(readings).rows(first)))
    )


DESIGNS = {
    "whole mail, words, TF-IDF": one_stage(words_only),
    "whole mail, words and characters, TF-IDF": one_stage(words_and_characters),
    "whole mail, words, hashed": one_stage(hashing),
    "best sentence alone": best_sentence,
    "sentences, then mail (kept)": two_stages,
}


def main(corpus_folder: Path, tree: Path) -> None:
    """Print the table."""
    corpus = load(corpus_folder)
    random = Random(SEED)  # noqa: S311 - the same table from the same corpus, not a secret
    shares = [
        Share(Lines.of(list(fold.lines(random))), Mails.of(examples), examples)
        for fold in deal(corpus, FOLDS, random)
        for examples in [list(fold.examples(random, EACH))]
    ]
    real = [(path.parent.name, read(parse(path.read_bytes()))) for path in tree.glob("*/*.eml")]
    _row("design", "folds: AP", *_titles("folds"), "tree: AP", *_titles("tree"), "fit and judge, s")
    _row(*["---"] * (2 * (1 + len(_PRECISIONS)) + 2))
    held = shares[0]
    truth = np.array([example.label is Label.REJECTION for example in held.examples])
    truth_real = np.array([label == Label.REJECTION for label, _ in real])
    for name, design in DESIGNS.items():
        start = time.monotonic()
        chances = design(shares[1:])([example.reading for example in held.examples])
        chances_real = design(shares)([reading for _, reading in real])
        took = time.monotonic() - start
        figures = (*_figures(truth, chances), *_figures(truth_real, chances_real))
        _row(name, *(f"{figure:.3f}" for figure in figures), f"{took:.0f}")


def _titles(where: str) -> list[str]:
    return [f"{where}: recall at {precision}" for precision in _PRECISIONS]


def _figures(truth: NDArray[np.bool_], chances: Floats) -> list[float]:
    refused = chances[:, _REFUSED]
    precision, recall, _ = precision_recall_curve(truth, refused)
    at = [float(recall[precision >= wanted].max()) for wanted in _PRECISIONS]
    return [float(average_precision_score(truth, refused)), *at]


def _mails(readings: Sequence[Reading]) -> Mails:
    return Mails.of([Example("", Label.OTHER, reading, Label.OTHER) for reading in readings])


def _text(reading: Reading) -> str:
    return "\n".join(reading.lines)


def _row(*cells: str) -> None:
    sys.stdout.write("| " + " | ".join(cells) + " |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

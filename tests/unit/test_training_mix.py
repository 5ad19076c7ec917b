from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.support.corpora import write

from inbox_rebond.domain import Label
from inbox_rebond.training.corpus import Corpus, load
from inbox_rebond.training.mix import Fold, deal

if TYPE_CHECKING:
    from pathlib import Path

    from inbox_rebond.training.mix import Example

FOLDS = 2
EACH = 40


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """A small corpus in English."""
    return load(write(tmp_path))


def chance(seed: int = 1) -> Random:
    """Chance that can be had again."""
    return Random(seed)  # noqa: S311 - no secret is made of it


def folds(corpus: Corpus) -> list[Fold]:
    """The corpus, dealt."""
    return deal(corpus, FOLDS, chance())


def examples(corpus: Corpus, seed: int = 1) -> list[Example]:
    """Mails made from the whole corpus."""
    return [*Fold(corpus, corpus.pieces, corpus.mails).examples(chance(seed), EACH)]


def test_every_piece_is_in_one_fold(corpus: Corpus) -> None:
    """No sentence of a mail that is measured was ever learnt from."""
    dealt = folds(corpus)
    assert sorted(p.text for fold in dealt for p in fold.pieces) == sorted(
        p.text for p in corpus.pieces
    )
    assert sorted(m.body for fold in dealt for m in fold.mails) == sorted(
        m.body for m in corpus.mails
    )
    sizes = [len(fold.pieces) for fold in dealt]
    assert max(sizes) - min(sizes) <= 1


def test_a_fold_makes_mails_of_its_own_pieces_only(corpus: Corpus) -> None:
    """What decides a mixed rejection stands in the fold that it was made from."""
    one, two = folds(corpus)
    elsewhere = {p.text for p in two.pieces if p.kind == Label.REJECTION and "{" not in p.text}
    for example in one.examples(chance(), EACH):
        assert elsewhere.isdisjoint(example.reading.body)


def test_a_mixed_mail_says_what_its_label_says(corpus: Corpus) -> None:
    """Every rejection has a sentence that says no, and no other label's sentence."""
    said = {
        label: {p.text for p in corpus.pieces if p.kind == label and "{" not in p.text}
        for label in (Label.ACKNOWLEDGEMENT, Label.OFFER)
    }
    for example in examples(corpus):
        if example.label is Label.REJECTION:
            assert not (said[Label.OFFER] | said[Label.ACKNOWLEDGEMENT]) & {*example.reading.body}


def test_slots_are_filled(corpus: Corpus) -> None:
    """No mail shows a brace, and the values differ from mail to mail."""
    texts = [line for example in examples(corpus) for line in example.reading.lines]
    assert not any("{" in text for text in texts)
    assert any("Fernhill" in text for text in texts)
    assert any("Halden Optics" in text for text in texts)


def test_the_same_seed_gives_the_same_mails(corpus: Corpus) -> None:
    """Chance comes as an argument."""
    assert examples(corpus, 7) == examples(corpus, 7)
    assert examples(corpus, 7) != examples(corpus, 8)


def test_every_line_has_its_kind(corpus: Corpus) -> None:
    """Quoted sentences have the label of their mail; what is around them decides nothing."""
    kinds = {line.text: line for line in Fold(corpus, corpus.pieces, corpus.mails).lines(chance())}
    assert kinds["We cannot offer you the post."].kind == Label.REJECTION
    assert kinds["It is a no."].kind == Label.REJECTION
    assert kinds["thank you for writing."].kind == "filler"
    assert kinds["We are a family business."].kind == "filler"
    assert kinds["Good news"].kind == Label.OFFER
    assert kinds["Shall we meet on Friday?"].kind == Label.OTHER
    loan = kinds["We cannot grant you the loan."]
    assert (loan.kind, loan.doubtful) == (Label.OTHER, True)


def test_ordinary_mail_is_made_of_whole_mails(corpus: Corpus) -> None:
    """Its sentences come from ordinary mails, never from a job mail's."""
    job = {p.text for p in corpus.pieces if p.kind != Label.OTHER}
    for example in examples(corpus):
        if example.label is Label.OTHER:
            assert job.isdisjoint(example.reading.body)

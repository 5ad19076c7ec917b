from __future__ import annotations

from dataclasses import replace

from inbox_rebond import resources
from inbox_rebond.training.corpus import load
from inbox_rebond.training.frozen import frozen_mails, split


def test_nothing_is_both_learnt_and_frozen() -> None:
    """Every piece and every whole mail is on one side; about one in twelve is frozen."""
    corpus = load(resources.models() / "corpus")
    learnt, frozen = split(corpus)
    for what in ("pieces", "mails"):
        whole, one, other = (getattr(each, what) for each in (corpus, learnt, frozen))
        assert {*one}.isdisjoint(other)
        assert len(one) + len(other) == len(whole)
        assert 0.06 < len(other) / len(whole) < 0.11


def test_a_growing_corpus_moves_nothing_across() -> None:
    """What was frozen stays frozen whatever is written besides."""
    corpus = load(resources.models() / "corpus")
    smaller = replace(corpus, pieces=corpus.pieces[::2], mails=corpus.mails[::2])
    assert {*split(smaller)[1].pieces} <= {*split(corpus)[1].pieces}
    assert {*split(smaller)[1].mails} <= {*split(corpus)[1].mails}


def test_the_frozen_mails_are_always_the_same() -> None:
    """Two models are compared on the same mails, today and next month."""
    corpus = load(resources.models() / "corpus")
    _, frozen = split(replace(corpus, pieces=corpus.pieces[:2000], mails=corpus.mails[:200]))
    assert frozen_mails(frozen) == frozen_mails(frozen)

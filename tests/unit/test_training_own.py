from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.models import any_model
from tests.support.own import labelled

from inbox_rebond.classify import KINDS
from inbox_rebond.domain import Identity, Label, Labelled, Mail
from inbox_rebond.examples import as_features
from inbox_rebond.training.own import fold_order, mail_rows, shares

MAIL = Mail(Identity("", ""), subject="About Monday", text="We chose another one. All the best!")


def both_ways(mail: Mail) -> tuple[Labelled, Labelled]:
    """The same mail, kept as text and as features."""
    features = as_features(mail)
    text = labelled(1, Label.OFFER, mail.subject, "We chose another one.", "All the best!")
    return text, replace(text, text=None, features=features.features, words=features.words)


def test_features_say_what_the_text_says() -> None:
    """However a mail is kept, the model learns the same from it."""
    text, features = (mail_rows([each]) for each in both_ways(MAIL))
    for name in ("lines", "words"):
        one, other = getattr(text, name), getattr(features, name)
        np.testing.assert_allclose(one.toarray(), other.toarray(), atol=1e-6)
    assert text.counts == features.counts == [3]


def test_one_line_makes_a_mail_what_it_is() -> None:
    """The one that the teacher finds most like the label; the others are filler, of less weight."""
    ((lines, mails),) = shares([both_ways(MAIL)[0]], any_model(), folds=1, weight=20)
    scores = any_model().scores(mails.lines)[:, KINDS.index(Label.OFFER)]
    kinds = [KINDS[kind] for kind in lines.kinds]
    assert kinds.pop(int(scores.argmax())) == Label.OFFER
    assert kinds == ["filler", "filler"]
    assert sorted(lines.weights) == [1, 1, 20]


def test_all_of_ordinary_mail_is_ordinary() -> None:
    """And teaches nothing of what job mail says: a refused loan sounds like a refused job."""
    ((lines, _),) = shares([labelled(1, Label.OTHER)], any_model(), folds=1)
    assert {KINDS[kind] for kind in lines.kinds} == {Label.OTHER}
    assert lines.doubtful.all()


def test_own_mail_weighs_nothing_in_a_mailbox() -> None:
    """It counts in the fit, not where the thresholds are chosen."""
    mails = mail_rows([labelled(1)])
    assert mails.weights.sum() == 0
    assert mails.pull.min() > 1


@given(number=st.integers(0, 30), folds=st.integers(1, 5))
def test_the_order_of_the_folds_is_known(number: int, folds: int) -> None:
    """Chances that come back fold by fold find their mails again."""
    dealt = [list(range(number))[at::folds] for at in range(folds)]
    assert fold_order(number, folds).tolist() == [at for share in dealt for at in share]


@pytest.mark.parametrize("number", [0, 1, 3])
def test_few_mails_leave_folds_empty(number: int) -> None:
    """Every fold has its share, and the shares have all the mails."""
    dealt = shares([labelled(at) for at in range(number)], any_model(), folds=4)
    assert sum(len(mails.wanted) for _, mails in dealt) == number
    assert len(dealt) == 4

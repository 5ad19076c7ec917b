from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.cli import ByTheSubject
from tests.support.models import any_model

from inbox_rebond.classify import KINDS, LABELS, features, hashed, read
from inbox_rebond.domain import Identity, Mail
from inbox_rebond.errors import UserError
from inbox_rebond.explain import COLUMNS, explain, opened, spell, weigh_words

TEXT = "We thank you, Camille. We cannot offer you the post. It was filled on 3 May."
A_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=200) | st.text(
    "ab we no, .!\n0", max_size=80
)


def mail(subject: str = "Your application", text: str = TEXT) -> Mail:
    """A mail with nothing but a subject and a text."""
    return Mail(Identity("1@example.org", "0" * 64), subject=subject, text=text)


@given(sentence=A_TEXT, kind=st.integers(0, len(KINDS) - 1))
def test_words_and_bias_are_the_score_of_a_sentence(sentence: str, kind: int) -> None:
    """What the words add is the whole score: nothing is left out, nothing counted twice."""
    model = any_model()
    score = (hashed([sentence]) @ model.line_weights)[0, kind]
    assert sum(weigh_words(model, sentence, kind).values()) == pytest.approx(score, abs=1e-3)


@given(subject=A_TEXT, text=A_TEXT)
def test_columns_and_bias_are_the_lead_of_the_label(subject: str, text: str) -> None:
    """What the columns add, with the bias, is the log odds between the two likeliest labels."""
    model, one = any_model(), mail(subject, text)
    told, (verdict,) = explain(model, one), model.judge([one])
    best, rival = LABELS.index(told.label), LABELS.index(told.against)
    bias = (model.mail_bias[best] - model.mail_bias[rival]) / model.temperature
    lead = math.log(verdict.probabilities[told.label] / verdict.probabilities[told.against])
    assert sum(column.weight for column in told.mail) + bias == pytest.approx(lead, abs=1e-3)


def test_an_explanation_is_of_the_verdict() -> None:
    """Label, sentences and evidence are those of `judge`; the subject comes first."""
    model, one = any_model(), mail()
    told, (verdict,) = explain(model, one), model.judge([one])
    assert verdict.label is told.label
    assert read(one).lines == tuple(sentence.text for sentence in told.sentences)
    assert [sentence.subject for sentence in told.sentences] == [True, False, False, False]
    likeliest = max(told.sentences[1:], key=lambda sentence: sentence.kinds[told.label])
    assert verdict.evidence[0] == likeliest.text


def test_every_column_has_a_name_of_its_own() -> None:
    """Names and columns of the second stage are as many as each other."""
    assert any_model().mail_mean.shape == (len(COLUMNS),)
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_the_strongest_come_first() -> None:
    """Words and columns are in the order of their strength, for or against."""
    told = explain(any_model(), mail())
    for weighed in (told.words, told.mail):
        strengths = [abs(one.weight) for one in weighed]
        assert sorted(strengths, reverse=True) == strengths


def test_a_mail_without_words_is_explained() -> None:
    """Nothing to go by is explained too: there are columns, but no words."""
    told = explain(any_model(), mail("", ""))
    assert told.words == ()
    assert len(COLUMNS) == len(told.mail)


def test_features_are_spelt_as_words() -> None:
    """Word beginnings become the words of the sentence, and stand-ins say what they stand for."""
    sentence = "Unfortunately 3 applicants, see https://example.org/x"
    spelt = spell(sentence, features(sentence))
    assert spelt["w unfortunately"] == spelt["unfort"] == "unfortunately"
    assert spelt["unfort 0"] == "unfortunately [number]"
    assert spelt["^ unfort"] == "[start] unfortunately"
    assert spelt["unfort _ applic"] == "unfortunately … applicants"
    assert spelt["xlink $"] == "[link] [end]"


@given(sentence=A_TEXT)
def test_every_feature_can_be_spelt(sentence: str) -> None:
    """Whatever stands in a sentence, each of its features has a name."""
    found = set(features(sentence))
    assert found == set(spell(sentence, found))


def test_only_a_fitted_model_can_be_opened() -> None:
    """A classifier that has no weights is told to be so; a model is given back as it is."""
    assert any_model() is opened(any_model())
    with pytest.raises(UserError, match="by-the-subject: only a fitted model"):
        opened(ByTheSubject())


def test_explaining_changes_nothing() -> None:
    """The weights of a model are the same after it was explained."""
    model = any_model()
    before = model.mail_weights.copy(), model.line_bias.copy()
    explain(model, mail())
    assert np.array_equal(before[0], model.mail_weights)
    assert np.array_equal(before[1], model.line_bias)

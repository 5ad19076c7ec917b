from __future__ import annotations

import math
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_rebond import resources
from inbox_rebond.decide import decision
from inbox_rebond.domain import Decision, Identity, Label, Mail
from inbox_rebond.text import fold_space, sentences
from inbox_rebond.training.store import STARTER, load

MODEL = load(resources.models(), STARTER).model
SECONDS = 2.0

MAILS = st.builds(
    Mail,
    identity=st.just(Identity("a@mail.example", "f")),
    subject=st.text(max_size=80),
    text=st.text(max_size=400),
    quoted=st.text(max_size=80),
)


def mail(
    text: str, subject: str = "Your application", quoted: str = "", attached: str = ""
) -> Mail:
    """A mail with this text."""
    identity = Identity("a@mail.example", "f")
    return Mail(identity, subject=subject, text=text, quoted=quoted, attached=attached)


@given(mails=st.lists(MAILS, max_size=5))
def test_a_verdict_is_complete(mails: list[Mail]) -> None:
    """Every label has a probability, they add up to 1, and the best one is the verdict's."""
    verdicts = MODEL.judge(mails)
    assert len(verdicts) == len(mails)
    for verdict in verdicts:
        assert {*Label} == {*verdict.probabilities}
        assert math.isclose(1, sum(verdict.probabilities.values()), abs_tol=1e-6)
        assert verdict.probability == verdict.probabilities[verdict.label]
        assert verdict.probability == max(verdict.probabilities.values())
        assert verdict.model == MODEL.version


@given(mails=st.lists(MAILS, max_size=5))
def test_the_evidence_stands_in_the_mail(mails: list[Mail]) -> None:
    """At most three sentences of this sender, literally; the subject where there are none."""
    for one, verdict in zip(mails, MODEL.judge(mails), strict=True):
        said = sentences(one.text) or [one.subject]
        assert len(verdict.evidence) <= 3
        assert {*verdict.evidence} <= {*said}
        assert verdict.evidence or not fold_space(said[0])


@given(mails=st.lists(MAILS, min_size=2, max_size=5))
def test_company_does_not_matter(mails: list[Mail]) -> None:
    """A mail is judged alike alone and among others, and in the order of the mails."""
    alone = [MODEL.judge([one])[0] for one in mails]
    for one, other in zip(alone, MODEL.judge(mails), strict=True):
        assert one.evidence == other.evidence
        for label in Label:
            assert math.isclose(one.probabilities[label], other.probabilities[label], abs_tol=1e-5)


def test_no_mail_no_verdict() -> None:
    """An empty batch is no fault."""
    assert MODEL.judge([]) == []


def test_what_is_quoted_or_attached_is_not_read() -> None:
    """It is not what this sender wrote."""
    refusal = "Unfortunately we have decided to reject your application."
    plain = mail("Thanks, see you on Friday.", "Friday")
    (one,) = MODEL.judge([plain])
    (other,) = MODEL.judge(
        [mail("Thanks, see you on Friday.", "Friday", quoted=refusal, attached=refusal)]
    )
    assert one == other


def test_time_is_bounded() -> None:
    """A mail of a million characters takes as long as its first pages."""
    long = mail("Unfortunately we cannot offer you the position. " * 20_000)
    start = process_time()
    MODEL.judge([long])
    assert process_time() - start < SECONDS


REFUSALS = {
    "Your application": """Dear Camille,

thank you for your interest in Fernhill. Unfortunately, we have decided to move forward with
other candidates.

Kind regards""",
    "Votre candidature": """Bonjour Camille,

Nous avons étudié votre candidature avec attention. Malheureusement, nous ne pouvons pas y donner
une suite favorable.

Cordialement""",
    "Ihre Bewerbung": """Guten Tag Camille Martin,

vielen Dank für Ihre Bewerbung. Leider müssen wir Ihnen mitteilen, dass wir uns für eine andere
Kandidatin entschieden haben.

Viele Grüße""",
    "Su candidatura": """Estimada Camille:

Gracias por su interés. Lamentamos comunicarle que hemos decidido continuar el proceso con otros
candidatos.

Un saludo""",
}


@pytest.mark.parametrize(("subject", "text"), REFUSALS.items(), ids=["en", "fr", "de", "es"])
def test_a_plain_refusal_is_filed(subject: str, text: str) -> None:
    """In the languages of the templates, and the sentence that refuses is shown first."""
    (verdict,) = MODEL.judge([mail(text, subject)])
    limits = {"file_from": MODEL.file_from, "review_from": MODEL.review_from}
    assert decision(verdict, **limits) is Decision.FILE
    assert verdict.evidence[0] == sentences(text)[-2]


@pytest.mark.parametrize(
    "text",
    [
        "We have received your application and will be in touch within two weeks.",
        "We are delighted to offer you the position. Your contract is attached.",
        "We would like to invite you to an interview on Thursday at ten.",
        "Unfortunately we cannot deliver your parcel. Please choose another day.",
        "Sadly the flat has gone to another applicant. Our agency has others to show.",
        "",
    ],
)
def test_what_refuses_no_application_is_not_filed(text: str) -> None:
    """Good news, receipts, refusals about other things, and silence."""
    (verdict,) = MODEL.judge([mail(text, "About your request")])
    limits = {"file_from": MODEL.file_from, "review_from": MODEL.review_from}
    assert decision(verdict, **limits) is not Decision.FILE

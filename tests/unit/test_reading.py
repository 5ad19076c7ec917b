"""Reading as a whole: what is said is found, what is not said stays unknown."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_rebond.domain import (
    Address,
    Basis,
    Feedback,
    Findings,
    Identity,
    Mail,
    Person,
    Reason,
    Register,
    SenderKind,
    Stage,
)
from inbox_rebond.reading import read
from inbox_rebond.text import fold_space

ME = Person("Camille Martin", ("camille@example.org",))
TEAM = Address("", "contact@mail.example")


def findings(text: str, subject: str = "", sender: Address = TEAM) -> Findings:
    """What is read in a mail with this text."""
    return read(
        Mail(Identity("a@b.example", "f"), subject=subject, text=text, senders=(sender,)), ME
    )


FULL = """Dear Camille,

Thank you for your interest in the Night Porter position at Castle Hill Hotel. It was a pleasure to
meet you last week.

Unfortunately, we have decided to move forward with other candidates whose experience more closely
matches our needs. I would be happy to give you some feedback.

Kind regards,
Megan Doyle
People Partner
"""


def test_a_plain_rejection_is_read_in_full() -> None:
    """Company, role, contact, stage, reason with its words, feedback: each as the mail has it."""
    found = findings(FULL, "Your application to Castle Hill Hotel")
    assert (found.language, found.company, found.role) == (
        "en",
        "Castle Hill Hotel",
        "Night Porter",
    )
    assert (found.contact, found.stage, found.register) == (
        "Megan Doyle",
        Stage.AFTER_INTERVIEW,
        None,
    )
    assert found.feedback is Feedback.OFFERED
    assert [reason.reason for reason in found.reasons] == [Reason.OTHER_CANDIDATE]
    assert found.reasons[0].basis is Basis.STATED
    assert found.reasons[0].words in fold_space(FULL)


def test_a_mail_that_says_nothing_is_not_guessed_at() -> None:
    """Unknown is None: no company from a free mailer, no role, no contact, no reason."""
    found = findings(
        "Unfortunately it is a no this time. Sorry!", sender=Address("", "x@gmail.com")
    )
    assert (found.company, found.role, found.contact, found.reasons) == (None, None, None, ())
    assert found.stage is Stage.AFTER_APPLICATION


def test_placeholders_are_no_names() -> None:
    """A template that was sent unfilled names nobody."""
    text = (
        "Dear {{name}},\n\nThank you for applying to [Company_Name] as {role}.\n\nBest,\n{{sender}}"
    )
    found = findings(text, "Your application at {company}")
    assert (found.company, found.role, found.contact) == (None, None, None)


def test_what_is_quoted_is_not_read() -> None:
    """Only this sender's words count: the quoted mail may be the person's own."""
    mail = Mail(
        Identity("a@b.example", "f"),
        text="We will be in touch soon.",
        quoted="We have decided to move forward with other candidates.",
        senders=(TEAM,),
    )
    assert read(mail, ME).reasons == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thank you for your application, we will not go on with it."),
        ("fr", "Nous vous remercions de votre candidature, qui n'a pas été retenue."),
        ("de", "Vielen Dank für Ihre Bewerbung, leider können wir sie nicht berücksichtigen."),
        ("es", "Gracias por tu candidatura, pero no seguiremos adelante con el proceso."),
        ("it", "La ringraziamo per la candidatura, ma non possiamo proseguire con la selezione."),
        ("nl", "Bedankt voor je sollicitatie, helaas gaan we niet met je verder."),
        ("pt", "Agradecemos a sua candidatura, mas não vamos avançar com o seu processo."),
        (None, "OK"),
        (None, ""),
    ],
)
def test_the_language_is_told(language: str | None, text: str) -> None:
    """Seven languages are told apart by one sentence; too little to tell is None."""
    assert findings(text).language == language


@pytest.mark.parametrize(
    ("register", "text"),
    [
        (Register.FORMAL, "Nous avons examiné votre dossier, mais nous ne pouvons vous recevoir."),
        (
            Register.INFORMAL,
            "Merci pour ta candidature, mais tu n'as pas été retenu pour le poste.",
        ),
        (
            Register.FORMAL,
            "Leider müssen wir Ihnen absagen. Wir wünschen Ihnen für die Zukunft alles Gute.",
        ),
        (
            Register.INFORMAL,
            "Leider müssen wir dir absagen. Wir wünschen dir für die Zukunft alles Gute.",
        ),
        (Register.INFORMAL, "Gracias por tu interés en el puesto, pero no podemos seguir contigo."),
        (
            Register.FORMAL,
            "Le agradecemos a usted su interés en el puesto, pero no podemos seguir.",
        ),
        (None, "Thank you for your interest, we wish you all the best."),
    ],
)
def test_the_form_of_address_is_kept(register: Register | None, text: str) -> None:
    """Formal or informal as the mail has it; English does not say."""
    assert findings(text).register == register


@pytest.mark.parametrize(
    ("stage", "text"),
    [
        (Stage.AFTER_INTERVIEW, "Thank you for taking the time to speak with our team."),
        (Stage.AFTER_INTERVIEW, "Nous vous remercions pour votre entretien de mardi."),
        (Stage.AFTER_INTERVIEW, "Vielen Dank für das nette Gespräch am Montag."),
        (Stage.AFTER_APPLICATION, "We will not be inviting you to interview."),
        (Stage.AFTER_APPLICATION, "We are interviewing a number of candidates for this post."),
        (
            Stage.AFTER_APPLICATION,
            "Votre nom ne figure pas sur la liste des candidats convoqués à un entretien.",
        ),
    ],
)
def test_only_an_interview_that_took_place_counts(stage: Stage, text: str) -> None:
    """An interview that was refused, or that others had, is none."""
    assert findings(text).stage == stage


@pytest.mark.parametrize(
    ("feedback", "text"),
    [
        (Feedback.OFFERED, "If you would like some feedback, please give me a ring."),
        (Feedback.DECLINED, "Due to the volume we are unable to provide individual feedback."),
        (Feedback.DECLINED, "Nous ne pouvons pas vous faire un retour personnalisé."),
        (Feedback.NONE, "How are we doing? Please give us your feedback in this short survey."),
        (Feedback.NONE, "We wish you all the best."),
    ],
)
def test_feedback_is_offered_declined_or_not_mentioned(feedback: Feedback, text: str) -> None:
    """A company that asks for feedback on itself offers none."""
    assert findings(text).feedback == feedback


@pytest.mark.parametrize(
    ("company", "sender"),
    [
        (
            "Harbour Bakery",
            Address("Harbour Bakery Recruiting Team", "jobs@harbour-bakery.example"),
        ),
        ("Harbour Bakery", Address("Harbour Bakery", "no-reply@us.greenhouse-mail.io")),
        ("Harbour Bakery", Address("Tom Hale from Harbour Bakery", "tom@mail.example")),
        ("Harbour", Address("", "jobs@harbour.example")),
        (None, Address("Greenhouse", "no-reply@us.greenhouse-mail.io")),
        (None, Address("Tom Hale", "tom.hale@gmail.com")),
        (None, Address("Recruiting", "recruiting@myworkday.com")),
    ],
)
def test_the_sender_names_the_employer_not_the_system(company: str | None, sender: Address) -> None:
    """The display name first, the domain last, and never the recruiting system."""
    assert (
        findings("Unfortunately it is a no from our side this time.", sender=sender).company
        == company
    )


@pytest.mark.parametrize(
    ("company", "text"),
    [
        ("Kestrel Aviation", "Thank you for applying to Kestrel Aviation. We go on with others."),
        ("Lindqvist & Rowe", "Thanks for your interest in Lindqvist & Rowe, and good luck."),
        (
            "Pemberly Bank",
            "We are sorry that we are not going on.\n\nThe Pemberly Bank Recruiting Team",
        ),
        ("Pixelune", "Merci de votre candidature chez Pixelune, que nous avons lue."),
        (None, "Thank you for your interest in our company and in this position."),
    ],
)
def test_the_text_names_the_employer(company: str | None, text: str) -> None:
    """Where an employer's name stands, it is taken as it is written."""
    assert findings(text).company == company


@pytest.mark.parametrize(
    ("role", "text"),
    [
        (
            "Software Engineer",
            "We had many applications for the Software Engineer position, R-20931.",
        ),
        ("Data Analyst", "Thank you for applying for the position of Data Analyst, Job ID 48812."),
        (
            "Lagermitarbeiter (m/w/d)",
            "Vielen Dank für Ihre Bewerbung als Lagermitarbeiter (m/w/d) bei uns.",
        ),
        (
            "Comptable fournisseurs (H/F)",
            "Votre candidature au poste de Comptable fournisseurs (H/F) n'a pas été retenue.",
        ),
        (None, "Thank you for your application for this position."),
    ],
)
def test_the_role_is_kept_without_numbers(role: str | None, text: str) -> None:
    """The title as written, without the house's own numbers."""
    assert findings(text).role == role


@pytest.mark.parametrize(
    ("contact", "text"),
    [
        ("Megan Doyle", "It is a no.\n\nBest wishes,\nMegan Doyle\nHead of People"),
        ("Julia Brandt", "Leider nein.\n\nMit freundlichen Grüßen\nJulia Brandt"),
        (None, "It is a no.\n\nBest wishes,\nThe Recruiting Team"),
        (None, "It is a no.\n\nKind regards,\nHuman Resources"),
        (None, "It is a no, Megan Doyle said."),
        (None, "See below.\n\nBest wishes,\nCamille Martin"),
    ],
)
def test_a_contact_has_signed(contact: str | None, text: str) -> None:
    """A person under the close; never a team, never the person whose mailbox it is."""
    assert findings(text).contact == contact


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        (SenderKind.PERSON, Address("Megan Doyle", "megan.doyle@acme.example")),
        (SenderKind.PERSON, Address("", "megan.doyle@acme.example")),
        (SenderKind.TEAM, Address("Acme Careers", "careers@acme.example")),
        (SenderKind.TEAM, Address("Acme", "jobs@acme.example")),
        (SenderKind.NO_REPLY, Address("Acme", "no-reply@acme.example")),
        (SenderKind.NO_REPLY, Address("Acme", "ne_pas_repondre@acme.example")),
        (SenderKind.NO_REPLY, Address("Acme", "donotreply@myworkday.com")),
        (SenderKind.RELAY, Address("Acme", "acme@myworkday.com")),
    ],
)
def test_the_sender_is_known_by_its_kind(kind: SenderKind, address: Address) -> None:
    """A person, a team, an address that nobody reads, a recruiting system."""
    assert findings("Hello.", sender=address).sender_kind is kind


WORDS = st.sampled_from(
    [
        "we",
        "have",
        "decided",
        "to",
        "move",
        "forward",
        "with",
        "other",
        "candidates",
        "unfortunately",
        "your",
        "experience",
        "not",
        "at",
        "Acme",
        "position",
        "of",
        "the",
        "Engineer",
        "interest",
        "in",
        "candidature",
        "chez",
        "Bewerbung",
        "als",
        "bei",
        "\n\n",
        "Regards,",
        "Best",
        "-",
        "(",
        ")",
        ".",
        ":",
        ",",
        "«",
        "»",
    ]
)


@given(
    st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=120).map(" ".join)),
    st.text(max_size=60),
)
def test_reading_never_raises_and_quotes_literally(text: str, subject: str) -> None:
    """On any text: findings, and every reason's words stand in the mail."""
    found = findings(text, subject, Address(subject, "a@b.example"))
    folded = fold_space(text)
    assert all(reason.words in folded for reason in found.reasons)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "the ",
        "A ",
        "we not ",
        "candidates who ",
        "(",
        "application for ",
        "you ",
        "-",
        "at A ",
    ],
)
def test_reading_takes_bounded_time(piece: str) -> None:
    """A mail made to be slow is read in about the time of any other: no phrase backtracks."""
    began = time.process_time()
    findings(piece * (200_000 // len(piece)), piece * 500, Address(piece * 500, "a@b.example"))
    assert time.process_time() - began < 3

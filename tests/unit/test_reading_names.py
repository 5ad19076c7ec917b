"""Names: the employer, the post and the person, and what only looks like one of them."""

from __future__ import annotations

import pytest

from inbox_rebond.domain import Address, Findings, Identity, Mail, Person, Reason, SenderKind
from inbox_rebond.reading import read

ME = Person("Camille Martin", ("camille@example.org",))
TEAM = Address("", "contact@mail.example")


def findings(text: str, subject: str = "", sender: Address = TEAM) -> Findings:
    """What is read in a mail with this text."""
    mail = Mail(Identity("a@b.example", "f"), subject=subject, text=text, senders=(sender,))
    return read(mail, ME)


@pytest.mark.parametrize(
    ("company", "text", "subject", "sender"),
    [
        (
            "Sonélia Énergie",
            "C'est non, hélas.\n\nÀ bientôt,\n\nPaul Roche\nDirecteur des ventes, Sonélia Énergie",
            "Suite à notre entretien",
            Address("Paul Roche", "p.roche@sonelia-energie.example"),
        ),
        (
            "Groupe Orval",
            "Nous ne pouvons retenir votre candidature.\n\nL'équipe Recrutement du Groupe Orval",
            "Réponse à votre candidature - Réf. XK-417",
            Address("Recrutement Groupe Orval", "ne-pas-repondre@orval.example"),
        ),
        (
            "Cantieri Ponente",
            "Abbiamo scelto un altro candidato.\n\nCordiali saluti,\nAda Neri\nCantieri Ponente",
            "La Sua candidatura",
            Address("Ada Neri", "ada.neri@cantieri-ponente.example"),
        ),
        (
            "Talleres Ribera del Sur",
            "Hemos elegido a otra persona.\n\nUn saludo,\nEquipo de Selección",
            "Tu candidatura",
            Address("Selección Talleres Ribera del Sur", "seleccion@ribera-del-sur.example"),
        ),
        (
            "Tide Tools",
            "It is a no from us, sorry.",
            "About your application",
            Address("", "jobs@tide-tools.example"),
        ),
        (
            "Donautal Werke",
            "Es ist leider eine Absage.\n\nMit freundlichen Grüßen\nEva Lang\nDonautal Werke",
            "Ihre Bewerbung",
            TEAM,
        ),
        (
            "Kessler & Lund",
            "Vielen Dank für Ihre Bewerbung als Bauleiterin bei Kessler & Lund.",
            "",
            TEAM,
        ),
        ("Velmora", "It is a no from us.", "Data Engineer - Velmora", TEAM),
        (None, "It is a no from us.", "Saturday", TEAM),
        (None, "It is a no.", "Job Offer - [Company]", TEAM),
        (None, "It is a no.", "", Address("Jobs", "noreply@talent-cloud.example")),
    ],
)
def test_the_employer_is_written_as_the_mail_writes_it(
    company: str | None, text: str, subject: str, sender: Address
) -> None:
    """No title, reference or department is an employer; a domain is spelled as the text does."""
    assert company == findings(text, subject, sender).company


@pytest.mark.parametrize(
    ("role", "text", "subject"),
    [
        ("Engenheira de Dados", "Agradecemos a candidatura à vaga de Engenheira de Dados.", ""),
        (
            "Data Analyst",
            "La ringraziamo per la candidatura alla posizione di Data Analyst e per l'interesse.",
            "",
        ),
        ("Datenanalystin", "Ihre Bewerbung als Datenanalystin hat uns gut gefallen.", ""),
        ("Data Scientist", "Leider müssen wir dir für die Stelle als Data Scientist absagen.", ""),
        (
            "Analyste décisionnel",
            (
                "Vous avez postulé à l'offre Analyste décisionnel du Groupe Orval.\n\n"
                "L'équipe Recrutement du Groupe Orval"
            ),
            "",
        ),
        ("Night Porter", "It is a no this time, sorry.", "Your application - Night Porter"),
        ("Cariste (H/F)", "Nous ne donnons pas suite.", "Recrutement Cariste (H/F) : suite"),
        ("Lecturer in Economics", "Your application as Lecturer in Economics has reached us.", ""),
        ("Kaufmann für Büromanagement", "Ihre Bewerbung als Kaufmann für Büromanagement.", ""),
        ("UX Designer (80-100%)", "Thank you for applying for the UX Designer (80-100%) role.", ""),
        (
            "Web Developer (open to remote)",
            "You applied for Web Developer (open to remote) at Acme.",
            "",
        ),
        (None, "Thank you for your application for a loan of 8,000.", ""),
        (None, "Agradecemos a sua colaboração.", "Confirmação"),
    ],
)
def test_a_title_ends_where_the_sentence_goes_on(role: str | None, text: str, subject: str) -> None:
    """The whole title and nothing behind it: no verb, no thanks, no employer."""
    assert role == findings(text, subject).role


@pytest.mark.parametrize(
    ("contact", "text", "sender"),
    [
        ("Owen Prichard", "A no.\n\nBest,\nOwen", Address("Owen Prichard", "owen@salt.example")),
        ("Nadia Amrani", "Helaas niet.\n\nNadia Amrani", TEAM),
        ("Tom", "It is a no, sorry.\n\nTom", TEAM),
        ("Yann Le Gallic", "C'est non.\n\nCordialement,\nYann Le Gallic", TEAM),
        ("Ben Turner", "It is a no.", Address("Ben Turner", "hiring@bluefern.example")),
        (None, "It is a no.\n\nKind regards,\nCastle Hill Hotel", TEAM),
        (None, "It is a no.\n\nKind regards,\nOneHCM", TEAM),
        (None, "It is a no.", Address("Nubaria Tech", "evaluations@tests-talent.example")),
    ],
)
def test_a_person_is_told_from_a_house(contact: str | None, text: str, sender: Address) -> None:
    """Who signed, in full where From has it; a house that signs is nobody."""
    assert contact == findings(text, sender=sender).contact


def test_a_house_that_writes_from_its_office_is_a_team() -> None:
    """Two capitals alone make no person."""
    sender = Address("Nubaria Tech", "evaluations@tests-talent.example")
    assert SenderKind.TEAM is findings("It is a no.", sender=sender).sender_kind


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (
            Reason.SKILLS,
            "For this role we need hands-on experience with Kubernetes, and we did not see it.",
        ),
        (
            Reason.EXPERIENCE,
            "Ton expérience de l'encadrement est encore un peu courte pour une équipe de douze.",
        ),
        (Reason.LANGUAGE, "Wir brauchen Deutsch auf C1-Niveau, und da fehlt dir noch ein Stück."),
        (
            Reason.INTERNAL_CANDIDATE,
            "Non proseguiamo, perché la posizione è stata assegnata a un collega interno.",
        ),
    ],
)
def test_what_is_missing_is_named(reason: Reason, text: str) -> None:
    """A need that the person does not meet is the reason that it is about."""
    assert [reason] == [found.reason for found in findings(text).reasons]

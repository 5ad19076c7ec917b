"""Reasons: what a sentence states, and what boilerplate never states."""

from __future__ import annotations

import pytest

from inbox_rebond.domain import Reason
from inbox_rebond.reading.language import LANGUAGES
from inbox_rebond.reading.reasons import reasons_in
from inbox_rebond.reading.tongue import told
from inbox_rebond.reading.tongues import TONGUES

ABOUT_THE_PERSON = {
    Reason.SKILLS,
    Reason.EXPERIENCE,
    Reason.QUALIFICATION,
    Reason.LANGUAGE,
    Reason.CULTURE_FIT,
    Reason.OVERQUALIFIED,
    Reason.LOCATION,
    Reason.WORK_AUTHORISATION,
    Reason.AVAILABILITY,
    Reason.SALARY,
}


def stated(text: str, language: str = "en") -> set[Reason]:
    """The reasons of a text."""
    return {found.reason for found in reasons_in(told(text), (language,))}


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("en", "We have decided to pursue other candidates.", Reason.OTHER_CANDIDATE),
        ("en", "This position has now been filled.", Reason.POSITION_FILLED),
        ("en", "The recruitment for this post has been cancelled.", Reason.POSITION_CANCELLED),
        ("en", "All hiring is on hold until the summer.", Reason.HIRING_FREEZE),
        ("en", "We do not have any vacancies at the moment.", Reason.NO_VACANCY),
        ("en", "The role went to an internal candidate.", Reason.INTERNAL_CANDIDATE),
        ("en", "Your background is not a match for this role.", Reason.PROFILE),
        ("en", "You do not have the experience that the post calls for.", Reason.EXPERIENCE),
        ("en", "Your SQL skills are not where we need them.", Reason.SKILLS),
        ("en", "We are unable to sponsor visas for this job.", Reason.WORK_AUTHORISATION),
        ("en", "Your salary expectations are above our budget.", Reason.SALARY),
        ("en", "We feel that you are overqualified.", Reason.OVERQUALIFIED),
        ("fr", "Nous avons retenu un autre candidat.", Reason.OTHER_CANDIDATE),
        ("fr", "Le poste a été pourvu.", Reason.POSITION_FILLED),
        ("fr", "Votre profil ne correspond pas à nos attentes.", Reason.PROFILE),
        ("fr", "Il vous manque une première expérience en vente.", Reason.EXPERIENCE),
        ("de", "Wir haben uns für einen anderen Bewerber entschieden.", Reason.OTHER_CANDIDATE),
        ("de", "Die Stelle ist bereits besetzt.", Reason.POSITION_FILLED),
        ("es", "Hemos decidido continuar con otros candidatos.", Reason.OTHER_CANDIDATE),
        ("it", "Abbiamo deciso di proseguire con altri candidati.", Reason.OTHER_CANDIDATE),
        ("nl", "We hebben gekozen voor een andere kandidaat.", Reason.OTHER_CANDIDATE),
        ("pt", "Optamos por seguir com outros candidatos.", Reason.OTHER_CANDIDATE),
    ],
)
def test_a_stated_reason_is_found(language: str, text: str, reason: Reason) -> None:
    """One plain sentence states one reason."""
    assert stated(text, language) == {reason}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We found candidates whose experience and skills more closely match our needs."),
        ("en", "Although your skills and experience are impressive, we chose another candidate."),
        ("en", "Thank you for sharing your qualifications and experience with us."),
        ("en", "We will contact you if a role opens up that matches your skills and experience."),
        ("en", "We encourage you to apply for posts that fit your experience and your location."),
        ("fr", "Nous avons retenu des candidats dont l'expérience correspond davantage au poste."),
        ("fr", "Malgré la qualité de votre expérience, nous ne donnons pas suite."),
        ("de", "Andere Bewerber haben mit ihrer Erfahrung noch besser zu uns gepasst."),
        ("es", "Seguiremos con candidatos cuya experiencia se ajusta mejor al puesto."),
    ],
)
def test_boilerplate_is_no_gap_of_the_person(language: str, text: str) -> None:
    """What is said of others, or kindly of the person, never becomes a lack."""
    assert not stated(text, language) & ABOUT_THE_PERSON


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If the position has been filled, we will let you know."),
        ("en", "The advertisement stays online until the position is filled."),
        ("fr", "Si le poste a été pourvu, nous vous le dirons."),
        ("en", "Unfortunately, we will not be moving forward with your application."),
    ],
)
def test_what_may_be_is_not_stated(language: str, text: str) -> None:
    """A condition states nothing, and neither does a plain no."""
    assert stated(text, language) == set()


def test_profile_gives_way_to_what_is_more_precise() -> None:
    """`profile` means: no match, and nothing more precise."""
    text = "Your profile is not a match. You do not have the experience that we need."
    assert stated(text) == {Reason.EXPERIENCE}


def test_a_reason_is_told_once_with_its_first_sentence() -> None:
    """Two sentences with the same reason are one finding."""
    text = "We chose other candidates. Other candidates were preferred."
    assert [found.words for found in reasons_in(told(text), ("en",))] == [
        "We chose other candidates."
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_every_reason(language: str) -> None:
    """No reason is forgotten in a language."""
    assert set(TONGUES[language].reasons) == set(Reason)

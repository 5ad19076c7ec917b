"""Words around the titles of jobs, in all languages."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


TITLE_STEMS = word_set("""
    engineer develop analyst scientist manager designer architect consultant assistant director
    nurse teacher lecturer accountant technician operator driver officer specialist coordinator
    administrator clerk researcher graduate trainee apprentice programmer supervisor advisor
    adviser executive representative barista electrician plumber welder cleaner waiter
    receptionist secretary ingenieur developpeu stagiaire alternan charge responsable technicien
    infirmi comptable vendeu conseille chef enseignant agent employe commercial entwickl leiter
    sachbearbeit kaufmann kauffrau mitarbeiter referent techniker werkstudent praktikant berater
    desarrollad ingenier analista tecnic gerente encargad auxiliar sviluppator impiegat ingegner
    addett responsabil medewerker ontwikkelaar adviseur monteur desenvolved engenheir estagi
    gestor
""")
"""Beginnings of words that tell the title of a job."""

TITLE_WORDS = word_set("intern interns internship recruiter cook lead programme program")
"""Words that tell the title of a job only as they stand."""

BEFORE_TITLE = word_set("""
    open same above current this following particular new other advertised vacant first next that
    available join rejoindre ce cette cet le votre ton notre progress be have has is are was were
    right suitable any such your our position role job application entire final each specific
""")
"""Words that no title begins with."""

GENERIC = word_set("""
    internship apprenticeship alternance stage programme program graduate intern trainee
    apprentice assistant manager the a an our this position role summer scheme training vacancy
    job commercial agent executive responsable technician phd travail trabajo lavoro emprego werk
    candidature candidatura bewerbung application request why ref
""")
"""Words that make no title by themselves."""

_AFTER_TITLE = word_set("""
    at with here within which that has have is was we to from on as for you posted advertised
    position role post job opening vacancy opportunity chez a à ne qui et est sera ouvert ouverte
    basé basée met dans pour nous vous sur bei beim ist wurde und haben en ya ha han es será que
    por se presso è si non bij niet kunnen vervuld werd komt na no foi já está não com deixou in
""")

AFTER_TITLE = re.compile(
    rf"\s+(?:{'|'.join(sorted(_AFTER_TITLE, key=len, reverse=True))}|au sein)(?=[\s,.!?]|$)"
    r"|\s+n['’]|[.!?;\n»”“\"]|\s/\s|\s(?:and|but)\s(?=[a-z]|I\b)"
    r"|,(?=\s+(?:Job|Req|ID|R-|[a-z]|\d{3}))|\((?:Job|Req|ID|Ref)"
)
"""Where a title in running text ends."""

HOUSE_NUMBER = re.compile(
    r"[\s,(–—-]*\b(?:"
    r"(?:Job|Req(?:uisition)?|Ref(?:erence)?|Position|Vacancy)\.?\s*"
    r"(?:ID|No\.?|Nr\.?|Number|Code)?\s*[:#]?\s*[\w-]*\d{2,}[\w-]*"
    r"|(?:IT )?[A-Z]{0,6}-?(?!(?:19|20)\d\d\b)\d{4,}(?:-\d+)?[A-Z]{0,3}"
    r"|(?:19|20)\d\d-\d{3,}|R-\d+)\)?\s*"
)
"""Requisition numbers and what introduces them; a year is none."""

NOUN_BEFORE = re.compile(
    r"^(?:(?:the|el|la|le|a|o|il|un|une|au|à la|um|uma)\s+|l['’])?"
    r"(?:puesto|vacante|vaga|poste|posizione|ruolo|position|role|post|job|candidature|candidatura|"
    r"bewerbung|sollicitatie|application|offre|stelle|emploi|functie|vacature)\s+"
    r"(?:(?:de|of|for|als|di|as|para|pour|en tant que|van)\s+|d['’])?",
    re.IGNORECASE,
)
"""“the position of” and its like, which belong to no title."""

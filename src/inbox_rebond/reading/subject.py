"""What subjects name: their parts without the words around an application, in all languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inbox_rebond.reading.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

_APART = re.compile(r"\s+[-–—|•]+\s+|\s*[|«»\"“”„]\s*|\s?:\s+|,\s+(?=[a-z])|\s+-(?=\w)")
_AROUND = (
    r"re|aw|fwd?|wg|tr|rv|r|update|outcome|result|decision|status|news|feedback|follow[- ]?up|"
    r"thank you|thanks|regarding|about|on|of|of the|the|your|our|my|an?|job|online|application|"
    r"applying|interview|invitation|reminder|cancelled|selection|recruitment|recruiting|assessment|"
    r"test|submitted|withdrawn|received|confirmation|acknowledgement|candidacy|position|role|post|"
    r"vacancy|details|phone|screen|you've|from|for|as|to|with|and|process|"
    r"votre|ta|ton|notre|le|la|les|un|une|au|du|de|des|à|pour|en|sur|"
    r"candidature|postulation|entretien|recrutement|poste|offre|suite|suites|réponse|"
    r"retour|retrait|refus|convocation|processus|concours|propos|accusé|réception|nouvelles|"
    r"ihre?r?|deine?r?|unser|bewerbung|bewerbungsverfahren|einladung|absage|stelle|position|"
    r"rückmeldung|nachricht|bewerbungsprozess|stellenbesetzung|stellenausschreibung|im|bereich|zu|zur|zum|als|auf|die|der|das|"
    r"tu|su|candidatura|postulación|solicitud|proceso|vacante|puesto|oferta|entrevista|el|para|"
    r"por|estado|concorso|pubblico|prova|tecnica|posto|da|ricerca|annuncio|aplicación|búsqueda|laboral|interna|externa|selectivo|selección|y|e|und|et|tua|sua|il|lo|di|per|come|posizione|ruolo|colloquio|selezione|esito|aggiornamento|"
    r"je|jouw|uw|sollicitatie|sollicitatieprocedure|kandidatuur|aanbod|vacature|functie|gesprek|uitslag|een|over|voor|van|bij|naar|"
    r"vaga|posição|processo|seletivo|atualização|sobre|resposta|do|da|o|a|no|na|à"
)
_ALONE = word_set("""
    application interview offer candidature candidatura bewerbung sollicitatie postulación
    solicitud entretien entrevista colloquio réponse respuesta risposta resposta antwort steps
    pasos passos étapes schritte rejected refused rechazada refusée abgelehnt update status
    outcome notice vaga vagas vacante vacature offerta oferta offre confirmation confirmación
    réception
""")
_BEFORE = re.compile(rf"^(?:(?:{_AROUND})(?:[\s.:]+|(?<=[dl])['’]|$)|[dl]['’])+", re.IGNORECASE)
_HOUSE_FIRST = re.compile(r"^.*\b(?:bei|at|chez|bij|presso|en|na) .+? (?:als|as|como|come|comme) ")
_BEHIND = re.compile(
    r"(?:\s+(?:(?i:application|position|role|opening|vacancy|interview|competition|update|outcome)|"
    r"at|chez|bei|en|na|bij|presso)\b.*|\s*\((?:réf|ref|r[ée]f[ée]rence)[^)]*\))$"
)


def parts_of(subject: str) -> Iterator[str]:
    """The parts of a subject, as they stand between its dashes, colons and quotes."""
    yield from filter(None, (part.strip() for part in _APART.split(subject)))


def is_around(words: str) -> bool:
    """Whether words that belong to an application stand in this, and so no name alone."""
    return not _ALONE.isdisjoint(words.casefold().split())


def titles_in(subject: str) -> Iterator[str]:
    """What is left of each part without the words around it: perhaps the title of a job."""
    for part in parts_of(subject):
        left = _BEHIND.sub("", _BEFORE.sub("", _HOUSE_FIRST.sub("", part))).strip()
        if left:
            yield left

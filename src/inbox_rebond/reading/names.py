"""Names in running text: where one begins, how far it goes, and what is no name at all."""

from __future__ import annotations

import re

from inbox_rebond.reading.lexicon import word_set
from inbox_rebond.text import plain

_MOST_WORDS = 7
_MOST_CHARS = 70
_STARTS = re.compile(r"[\"'«“„‘(]?(?:[^\W\d_a-zß-öø-ÿ]|\d+\w*[^\W\d_]|[a-z]{1,2}[A-Z])")
_LINKS = word_set("& + of de du des di del della dei do da dos van von der den y e et und")
_INSTITUTIONS = word_set("institute centre center school foundation society council agency")
_LEGAL = word_set("""
    inc ltd llc llp plc corp corporation co company companies gmbh ag se kg ug sa sas sarl srl
    spa bv nv ab oy as pvt cia ltda limited group groupe gruppe
""")
_DROPPED_LEGAL = word_set("inc ltd llc llp plc gmbh sas sarl srl bv nv pvt limited")
_ABBREVIATED_LEGAL = word_set("inc ltd ltda cia co corp pvt")
_QUOTES = "\"'«»“”„‘’*()|,;:!?·•–—- \t"
_TEAM_ENDING = re.compile(r"(?<=\w)-[Tt]eam$")
_INITIALS = re.compile(r"^(?:[A-Z]\.){1,4}$")

HOUSES = word_set("""
    academy agence agency agentur akademie apotheke asociacion association associazione atelier
    ateliers autohaus bakery bakkerij banco bank banque bookshop boulangerie brasserie bureau
    cabinet cafe caisse cantieri carpinteria casa centre centro chocolaterie clinic clinica
    clinique club colegio collectif college communaute commune company cooperativa cooperative
    council crossing deli departement diagnostics dienst drukkerij ecole ediciones editions
    editora editorial electronics energie energies engineering fabriek fabrik farm fondation
    fondazione food foods foundation fromagerie fundacao fundacion gallery garage gemeente
    gestoria gmbh group groupe grupo gruppo heating hospital hotel household inn institut
    institute instituto insurance interim kanzlei kliniek klinik klinikum laboratoire
    laboratoires labs landschaft librairie logiparc logistica logistics logistik mairie maison
    media menuiserie metropole ministerio motors municipio musee museo museum mutuelle office
    optics ospedale padaria panificio partners plumbing practice praktijk praxis publishing
    region residence restaurant robotics salon school schule scuola sensorik software solutions
    spital stadt stichting studio systeme systems talleres technik technologies theatre
    transport transports trattoria unit universidad universitat universite universiteit
    university verein verlag ville werk workshop zorggroep
""")
"""Words that name a house, and so no person."""

TEAM_WORDS = word_set("""
    relations college personalwesen personalgewinnung ausbildungsteam ausbildung jobportal
    portal bewerberportal stellenportal karriereportal jobportaal portale termin termine
    conferma bevestiging adquisicion atraccion gestion humana humano avisos empleo trabajos
    notificaciones evaluaciones postulaciones ta onboarding talentos vagas capital internship
    internships apprenticeships traineeships training candidats candidatos candidati kandidaten
    carrieres carrera carreras carriere kariera volunteers benevoles students the team teams
    your our recruiting recruitment recruiter recruiters talent talents acquisition human
    resources resource hr people culture operations ops careers career jobs job hiring
    university campus staffing personnel department dept candidate candidates experience support
    info contact notification notifications no reply noreply application applications selection
    global early service services manager rh recrutement equipe ressources humaines direction
    departement candidatures candidature emploi de des du la le les personalabteilung personal
    bewerbung bewerbungen bewerbermanagement karriere abteilung das ihr dein euer equipo
    seleccion recursos humanos talento reclutamiento el selezione risorse umane ufficio
    personale il werving selectie afdeling het recrutamento selecao equipa gestao pessoas from
    update updates via at mail email l d account system admin graduate graduates office and &
    von resourcing vacancies
""")
"""Words that say who writes without saying for whom."""

_SOFT = word_set("""
    university college services service staffing office support global operations experience
    selection people training culture capital campus talents
""")
"""Words that say who writes only before a plainer one: "Acme University Recruiting"."""

_LEADING = word_set("""
    the team your our from recruiting recruitment hr service direction l equipe recrutement rh
    de des du la das ihr dein euer personalabteilung el equipo il het da do equipa d von and
    seleccion selezione selectie selecao recrutamento reclutamiento werving carrieres karriere
    emploi candidatures departement departamento rrhh
""")
_ARTICLES = word_set("the la le les el il lo de het das der die o a os as los")
_NO_NAMES = word_set("""
    re hi hello dear bonjour hallo hola ciao i we you us it this that here there if as once our
    your their my thank thanks unfortunately however board committee panel council department
    ref objet oggetto asunto betreff betreft assunto store unit aw rv tr fwd ong
    geschaftsbereich volontariat alternance stage praktikum candidature candidatura bewerbung
    sollicitatie sujet postulacion vaga puesto role online portal invitation reminder
    confidential confirmation unsubscribe privacy team details congratulations senior junior
    corporate subject status position application please due after january february march april
    may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday linkedin indeed glassdoor facebook twitter instagram xing covid cv
    resume hr rh ats faq url http https www madame monsieur nous vous wir sie ihnen ihre ihrer
    ihrem unserem unserer fragen interesse bedarf uns dir europe usa uk germany france spain
    italy london paris berlin remote
""")
_PLACEHOLDER = re.compile(
    r"[{}\[\]$<>@#_]|\b(?:company|firma|entreprise|unternehmen)[_ ]?name\b", re.IGNORECASE
)
_TIME = re.compile(r"\d{1,2}(?:[:.h]\d\d)? ?(?:[ap]\.?m\.?|h|uhr)?$", re.IGNORECASE)
_PERSON_WORD = re.compile(r"^[^\W\d_a-zß-öø-ÿ][\w'’.-]*$")
_PERSON_LINKS = word_set("& and et und y e de van von le la el al der den di da dos du del ten ter")
_MOST_PERSON_WORDS = 4
_MOST_INITIALS = 3


def bare(name: str) -> str:
    """A name for comparison: lower case, no accents, no legal form, only letters and digits."""
    words = words_of(name)
    kept = [word for word in words if word not in _LEGAL and word != "the"]
    return "".join(kept or words)


def words_of(name: str) -> list[str]:
    """The words of a name, folded."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return name.lower().split()  # what folding gives, without its cost: most names are such
    return re.findall(r"[^\W_]+", plain(name))


def name_at(text: str) -> str:
    """The name that a text begins with; empty where it begins with none."""
    taken: list[str] = []
    tokens = text[: 2 * _MOST_CHARS].lstrip(" ").split(" ")
    for at, word in enumerate(tokens[: _MOST_WORDS + 1]):
        following = tokens[at + 1].partition("\n")[0] if at + 1 < len(tokens) else ""
        if not word or not _goes_on(word, following, taken):
            break
        line, broken, _ = word.partition("\n")
        taken.append(line)
        if broken or _ends(line, following):
            break
    return tidy(" ".join(taken))


def _goes_on(word: str, following: str, taken: list[str]) -> bool:
    if _STARTS.match(word):
        return len(taken) < _MOST_WORDS
    if not taken or not _STARTS.match(following):
        return False
    if word in {"for", "and", "the"}:
        return word != "for" or taken[-1].casefold() in _INSTITUTIONS
    return word in _LINKS


def _ends(word: str, following: str) -> bool:
    """Whether a name ends behind this word: its punctuation says so, unless it abbreviates."""
    inner = word.rstrip("\"'»”’)")
    if inner.endswith("."):
        legal = plain(inner[:-1]) in _LEGAL and plain(following).strip(".,") in _LEGAL
        return not legal and not _INITIALS.match(inner)
    return inner != inner.rstrip(",;:!?") or word.endswith(("»", "”"))


def tidy(name: str) -> str:
    """A name without quotes, punctuation and the legal form at its end."""
    name = name.strip(_QUOTES).removesuffix("'s").removesuffix("’s")
    words = name.split()
    while len(words) > 1 and words[-1].strip(".,").casefold() in _DROPPED_LEGAL:
        words.pop()
    tidied = re.sub(r"\.{2,}$", ".", " ".join(words).strip(_QUOTES))
    return tidied if words and _abbreviated(words[-1]) else tidied.rstrip(".")


def _abbreviated(word: str) -> bool:
    return bool(_INITIALS.match(word)) or plain(word).strip(".") in _ABBREVIATED_LEGAL


def has_legal_form(name: str) -> bool:
    """Whether a name ends like a company's: Acme GmbH."""
    words = name.split()
    return len(words) > 1 and words[-1].strip(".,;").casefold() in _DROPPED_LEGAL


def without_team(name: str) -> str:
    """What is left of "The Acme Recruiting Team": Acme. Empty where nothing is left."""
    words = _TEAM_ENDING.sub("", name).split()
    cut = bool(words) and not (len(words) > 1 and _SOFT.issuperset(words_of(words[-1]) or [""]))
    kept = len(words)
    while cut and words and _team(words[-1]):
        words.pop()
    # An article with a capital belongs to the name, unless it only led to the team: "The Acme".
    while words and all(part in _LEADING for part in words_of(words[0])):
        if len(words) == kept and words[0][0].isupper() and words[0].casefold() in _ARTICLES:
            break
        words.pop(0)
    return tidy(" ".join(words))


def _team(word: str) -> bool:
    parts = words_of(word)
    return not parts or all(part in TEAM_WORDS for part in parts)


def is_name(name: str) -> bool:
    """Whether this can name an organisation: not a placeholder, not a common word."""
    words = words_of(name)
    if not words or len(name) > _MOST_CHARS or _PLACEHOLDER.search(name):
        return False
    return not (
        (words[0] in _NO_NAMES and not _shouted(name))
        or all(word in TEAM_WORDS or word in _NO_NAMES or word in _LEGAL for word in words)
        or len("".join(words)) < 2  # noqa: PLR2004 - one letter names nobody
        or "".join(words).isdigit()
        or bool(_TIME.match(name))
    )


def _shouted(name: str) -> bool:
    """Whether a name begins in capitals, as no sentence does."""
    first = name.split(maxsplit=1)[0]
    return first.isupper() and len(first) > _MOST_INITIALS


def is_person(name: str) -> bool:
    """Whether this reads like the name of one person (or of two, joined by & or "and")."""
    first, *others = name.split() or [""]
    words = [first, *(word for word in others if word.casefold() not in _PERSON_LINKS)]
    alone = len(words) == 1 and not first.istitle()
    return len(words) <= _MOST_PERSON_WORDS and all(map(_personal, words)) and not alone


def _personal(word: str) -> bool:
    folded = words_of(word)
    shaped = bool(_PERSON_WORD.match(word)) and not any(sign.isdigit() for sign in word)
    common = any(part in TEAM_WORDS or part in _NO_NAMES or part in HOUSES for part in folded)
    return shaped and not _shouted(word) and not common

"""Words of titles, in all languages: how the title of a job begins, and what is none."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


TITLE_STEMS = word_set("""
    accountant actuar addett adjoint administrador administrateu administrativ administrator
    adviser advisor advocaat agent ajudante alternan amministrat analist analyst angestellt
    animat anwalt apotheker apprenti aprendiz architec architekt archivist arquitect arquitet
    arzt asesor assegnist assistan assistent associate atendent attendant auditeu auditor
    auszubildende autist auxiliar avocat avvocat azubi barista bartender becari begeleid berater
    bestuurder bibliothecaire bioinformatic boekhoud bolseir bookkeep boulang bricklayer
    buchhalt buyer camarer camerier capocant captain cariste carpenter carpinter cashier charge
    chauffeur chef chemist chercheu clerical clerk coach cocin coiffeu collaborateu collaboratri
    commercial commess comptable conducteu conductor conseill consulent consultant consultor
    contabil contable controlador controller cook coordena coordin copywriter counsel cozinheir
    cuisini cuoc dependient desarrollad desenvolved designer develop directeu director directri
    dirett dirigente disenador dispatch disponent docent doctora doktorand dozent driver editor
    educat ejecutiv electrici elektricien elektriker elektronik elettric empleada empleado
    employe empregad encargad encarregad enferm engenheir engineer enseign entwickl ergotherap
    erzieher estagi estimator executive fachangestellt fachinformatiker fachkraft fahrer
    farmaceut fellow foreman formateu forscher friseur gardener gartner gerente gestionnaire
    gestor grafiker graphist hairdress helfer horlog hostess hotess housekeep impiegat infermier
    infirmi informatic informatiker ingegner ingenier ingenieu insegnant inspecteu inspector
    instruct interpret investigador jardin jefa jefe journalist jurist kauffrau kaufmann kellner
    kinderpfleg laborant labourer lawyer leader lecturer leerkracht lehrer lehrkraft leiter
    leitung librarian logopad machinist magasini magazijn magazzinier maitre manager manutention
    manutentor marketer mecanici mechanic mechaniker mechatronik medecin medewerk menuisi
    mitarbeit monteur motorista nurse officer onderzoek ontwerp ontwikkel operador operai
    operari operative operator operatric ouvri owner packer painter paralegal parrucchier
    partner pasticcer patissi pedagog peluquer pesquisador pfleg pharmac photograph physician
    physicist physiother pilot planner plombi plumber porter postdoc praktikant preparateu
    prepose president producer profesor professeu professor programador programmator programmer
    programmeu projectleid projektleit promovend psicolog psycholog rececion recepcion reception
    redact redakteu referent registrar representa researcher responsab responsav ricercator
    sachbearbeit saldator scientist scienziat secretaire secretar segretari sekretar serveu
    servicemonteur sociolog soignant soldador solicitor specialist spezialist stagiair stagist
    statistici steward strateg student subdirector supervisor surveyor sviluppator systemadmin
    teacher teamlead teamleid teamleiter technici techniker tecnic teleconseill teleoperad
    tester therapist timmer tirocinant trabajador trader traductor traductr tradutor traduttor
    trainee trainer translator tutor ubersetz vendedor vendeu venditor verkauf verkoper verpleeg
    vertaler veterinar volont waiter waitress welder werkstudent winkelmedewerk wissenschaft
    worker writer
""")
"""Beginnings of words that tell the title of a job."""

TITLE_WORDS = word_set("""
    intern interns internship internships recruiter cook crew guard head lead programme program
    baker commis kok koch kochin arts ober cto ceo cfo vp phd doctorant doctorante devops sre
    traineeship apprenticeship fellowship grafica grafico medico medica mozo midwife dentist
""")
"""Words that tell the title of a job only as they stand."""

TITLE_ENDS = (
    *("leiter", "leiterin", "leitung", "entwickler", "entwicklerin", "mitarbeiter"),
    *("mitarbeiterin", "ingenieur", "ingenieurin", "berater", "beraterin", "techniker"),
    *("technikerin", "verkaufer", "verkauferin", "fahrer", "fahrerin", "pfleger", "pflegerin"),
    *("kraft", "mechaniker", "mechanikerin", "assistent", "assistentin", "manager", "managerin"),
    *("referent", "referentin", "medewerker", "medewerkster", "ontwikkelaar", "adviseur"),
    *("leider", "leidster", "monteur", "assistente", "analist", "analystin", "analytiker"),
)
"""Ends of German and Dutch words that tell the title of a job."""

BEFORE_TITLE = word_set("""
    open same above current this following particular new other advertised vacant first next that
    available join rejoindre ce cette cet le votre ton notre progress be have has is are was were
    right suitable any such your our position role job application entire final each specific
    personal update outcome decision status regarding a an
""")
"""Words that no title begins with."""

GENERIC = word_set("""
    internship apprenticeship alternance stage programme program graduate intern trainee
    apprentice assistant manager the a an our this position role summer scheme training vacancy
    job commercial agent executive responsable technician phd travail trabajo lavoro emprego werk
    candidature candidatura bewerbung application request why ref recruiter recruiters team
    student students volunteer volunteers employee employees employe collaborateur mitarbeiter
    medewerker officer warehouse online candidate
""")
"""Words that make no title by themselves."""

TITLE_STOP = re.compile(
    r"[.!?;\n»”“\"]|\s/\s(?=\d|(?:Your|Ihre|Votre|Tu|La|Je|Uw)\b)|\s(?:and|but)\s(?=[a-z]|I\b)|,(?=\s+(?:Job|Req|ID|R-|[a-z]|\d{3}))"
    r"|\((?:Job|Req|ID|Ref|Advt|r[ée]f|offre|niveau)|:\s(?=[a-zà-ÿ])|\s+n['’]"
    r"|\s[-–—]+\s(?=[a-zà-ÿ]|Thank|Application|Update|Job\b|R-?\d)"
)
"""Where a title ends in every language."""

FIELD = re.compile(
    r"^.{0,40}?\b(?:ph\.?d|doctor\w*|postdoc\w*|lecturer|professor|research\w*|fellow\w*|teacher|"
    r"degree|master\w*|apprentice\w*|trainee\w*|intern\w*)(?: (?:candidate|student|position))? in ",
    re.IGNORECASE,
)
"""A title that goes on behind "in" with a field of study."""

HOUSE_NUMBER = re.compile(
    r"[\s,(–—-]*\b(?:"
    r"(?:Job|Req(?:uisition)?|Ref(?:erence)?|Position|Vacancy)\.?\s*"
    r"(?:ID|No\.?|Nr\.?|Number|Code)?\s*[:#]?\s*[\w-]*\d{2,}[\w-]*"
    r"|(?:IT )?[A-Z]{0,6}-?(?!(?:19|20)\d\d\b)\d{4,}(?:-\d+)?[A-Z]{0,3}"
    r"|(?:19|20)\d\d-\d{3,}|R-\d+)\)?\s*"
)
"""Requisition numbers and what introduces them; a year is none."""

NOUN_BEFORE = re.compile(
    r"^(?:(?:the|el|la|le|a|o|il|une?|un\(e\)|au|à la|um|uma|ein|eine|einen?|im)\s+|l['’])?"
    r"(?:affichage|annonce|anuncio|annuncio|puesto|vacante|vaga|poste|posizione|posición|posição|"
    r"ruolo|position|role|rol|rolle|cargo|post|job|candidature|candidatura|bewerbung|bereich|"
    r"sollicitatie|application|aplicación|solicitud|postulación|búsqueda(?: laboral)?|offre|"
    r"oferta|offerta|stelle|emploi|functie|vacature|selección|selezione|proceso|processo|un\(e\))"
    r"\s+(?:(?:de|of|for|als|di|as|para|pour|per|en tant que|van|zur|zum)\s+|d['’])?",
    re.IGNORECASE,
)
"""“the position of” and its like, which belong to no title."""

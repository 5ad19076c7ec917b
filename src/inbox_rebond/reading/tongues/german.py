"""German phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import Tongue, listed, named

WORDS = named(r"""
    people = bewerber*|kandidat*|mitbewerber*|bewerbend*|person(?:en)?|profile?n?|
        bewerbung(?:en)?|freiwillige*|dossiers|jemand(?:en|em)?
    other = andere[nrsm]?|anders|weitere[nr]?
    post = stellen?|positionen|position|vakanz|posten|rolle|dienstposten|ausbildungsplatz|
        ausbildungsplatze|lehrstelle|praktikumsplatz|platze?|arbeitsplatz|inserat
    not = nicht|keine?[nrsm]?|ohne|fehl(?:t|en|te|ten)|zu wenige?
""")

REASONS = {
    Reason.OTHER_CANDIDATE: listed(r"""
        (?:fur|zugunsten|auf|mit|an) (?:eine[nrm]? |die |den |der |
            dem )?<other> (?:\w+ ){0,2}<people> ~ (?:entschied*|gefallen|weiter*|besetz*|vergeb*|
            fortsetz*)?
        (?:<other>|mit) <people> ~ (?:besser|genauer|naher|mehr|erfullt|entsprochen|uberzeugt|
            sicherer|vorzug|zusage|rennen|gefunden|gewahlt|ausgewahlt)
        <people> ~ (?:die|deren|der|welche) ~ (?:besser|naher|mehr|genauer|starker|
            eher) ~ (?:entspr*|pass*|lieg*|kommen|erfull*|mitbring*|uberzeug*|ubereinstimm*|
            qualifi*)
        profile?n? ~ (?:noch )?(?:besser|naher|genauer) ~ (?:pass*|entspr*)
        anforderungsprofil ~ besser entsprochen
        (?:mitbewerber*|<other> <people>) ~ (?:vorzug|vorrang|ubertragen|zusage)
        jemand(?:en|em)? (?:anders|anderen)
        knapp vor (?:dir|ihnen)
        (?:wahl|entscheidung) ~ nicht auf (?:sie|dich) gefallen
        kreis von personen weiter
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        intern(?:e[nrsm]?)? (?:besetz*|losung|kandidat*|bewerber*|ausschreibung|vergeb*)
        (?:kollegin|kollege|mitarbeiter(?:in)?) aus (?:dem eigenen haus|unserer|unserem)
        bereits bei uns (?:beschaftigt|arbeitet)
        aus den eigenen reihen
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:(?<!nicht mehr )besetzt|vergeben|weg|ubertragen|besetzen konnen)(?! werden|
             wird)
        (?:besetzung ist erfolgt|vakanz schliessen)
        team ~ (?:wieder )?vollstandig
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        (?:<post>|stellenbesetzungsverfahren|ausschreibung|suche|verfahren|praktikumsprogramm|
            projekt) ~ (?:nicht (?:mehr|weiter) (?:besetz*|ausgeschrieben)|aufgehoben|gestrichen|
            zuruckgezogen|abgebrochen|eingestellt|storniert|findet ~ nicht statt|gestoppt)
        auf die besetzung ~ verzicht*
        entfallt ~ stelle
        suche abgebrochen
        rolle gestrichen
    """),
    Reason.HIRING_FREEZE: listed(r"""
        einstellungsstopp*
        neueinstellungen ~ gestoppt
        haushaltssperre
        kein personal mehr
        derzeit ~ keine neueinstellung*
    """),
    Reason.NO_VACANCY: listed(r"""
        (?:derzeit|zurzeit|aktuell|momentan|im moment) ~ (?:keine?n?|nichts) ~ (?:stelle|bedarf|
            position|frei|vakanz|mittel|einsatzmoglichkeit)
        keine (?:passende |freie |offene |geeignete )+(?:stelle|position|vakanz)
        keinen bedarf
        keine einsatzmoglichkeit
        bilden ~ nicht aus
        nehmen ~ keine praktikant*
        nimmt ~ keine praktikant*
        initiativbewerbung ~ keine
        keine mittel
    """),
    Reason.OVERQUALIFIED: listed(r"""
        uberqualifi*
        unterfordert
        zu (?:erfahren|senior) fur
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        <not> ~ (?:arbeitserlaubnis|arbeitsbewilligung|visum|aufenthaltstitel|kontingente)
        (?:visum|arbeitserlaubnis|rot-weiss-rot-karte) ~ (?:nicht|kein)
    """),
    Reason.LOCATION: listed(r"""
        (?:entfernung|arbeitsweg|wohnort) ~ zu (?:gross|weit|lang)
        nicht (?:nach ~ )?umzieh*
        nur ~ wohnsitz in
        remote aus dem ausland ~ nicht
    """),
    Reason.SALARY: listed(r"""
        gehaltsvorstellung(?:en)? ~ (?:uber|nicht|hoher|budget|rahmen)
        gehaltswunsch ~ nicht
        lohn(?:vorstellung(?:en)?)? ~ (?:mehr erwarten|uber|nicht)
    """),
    Reason.AVAILABILITY: listed(r"""
        kundigungsfrist ~ (?:nicht|zu lang)
        verfugbarkeit ~ (?:nicht|deckt)
        nur an \w+ tagen
        (?:teilzeitpensum|eintrittstermin|startdatum) ~ nicht
    """),
    Reason.LANGUAGE: listed(r"""
        (?:deutsch|englisch|franzosisch|sprach)kenntnisse ~ (?:nicht|noch nicht|unzureichend)
        (?:deutsch|englisch|franzosisch|spanisch) auf mindestens
        ohne kenntnisse ~ landessprache
        verlangt ~ sie dieses nicht
        (?:fehl*|<not>) ~ (?:sicheres|fliessendes) (?:englisch|deutsch|franzosisch)
        fliessende[sn]? (?:englisch|deutsch|franzosisch) ~ nicht
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:berufsausbildung|masterabschluss|diplom|abschluss*|fuhrerschein|approbation|
            laufbahnbefahigung|zeugnis) ~ (?:nicht|fehlt|haben sie nicht)
        ohne (?:anerkannte[sn]? |abgeschlossene[sn]? )(?:diplom|ausbildung|studium|abschluss)
        formalen? voraussetzung* nicht
        nicht uber die laufbahnbefahigung
        noten ~ (?:reichen|nicht)
        zwingenden anforderungen
    """),
    Reason.EXPERIENCE: listed(r"""
        <not> ~ (?:berufserfahrung|erfahrung|praxis|berufsjahre)\b(?! besser)
        (?:berufserfahrung|praxiserfahrung|erfahrung) ~ (?:fehlt|fehlen|nicht aus|nicht ausreich*|
            reicht nicht)
        (?:mehr|noch) (?:\w+ ){0,2}(?:berufserfahrung|erfahrung) (?:gewunscht|mitbring*)
        hatten (?:wir )?uns mehr ~ gewunscht
        jahre (?:praxis|erfahrung) ~ vorausgesetzt
        langjahrige praxis ~ ihnen noch fehlt
    """),
    Reason.SKILLS: listed(r"""
        (?<!sprach)(?:fach)?kenntnisse ~ (?:nicht|fehlen)
        (?:keine|fehlen) (?:\w+ ){0,2}kenntnisse der
        grundlagen ~ nicht sitzen
        (?:testaufgabe|programmieraufgabe|arbeitsprobe) ~ (?:unter dem niveau|nicht|gefehlt)
        sich ~ besser auskennt
        im technischen teil sicherer
    """),
    Reason.CULTURE_FIT: listed(r"""
        unternehmenskultur
        menschlich ~ nicht
        arbeitsweise ~ (?:verschieden|unterschied*)
    """),
    Reason.PROFILE: listed(r"""
        (?:profil|bewerbung|qualifikation(?:en)?|werdegang|lebenslauf|dossier) ~ (?:nicht|
            zu wenig*|wenig*|keine) ~ (?:entspr*|pass*|uberein*|erfull*|deck*|match|
            ubereinstimmung|beruhrungspunkt*|anforderung*|suchen|richtige)
        (?:profil|bewerbung) ~ (?:entspricht|passt|erfullt|stimm*) ~ nicht
        passt ~ (?:leider )?nicht (?:ganz |optimal )?zu
        nicht (?:das passende match|die richtige|mit unserem stellenprofil)
        anderen schwerpunkt
        gehen zu weit auseinander
    """),
    Reason.OTHER: listed(r"""
        (?:ging|eingegangen) ~ nach ablauf der (?:bewerbungs)?frist
        unvollstandig geblieben
        nicht erschienen
        einholung ihrer referenzen
        unter 0 jahren
        letzten \w+ monate ~ schon einmal
    """),
}

GERMAN = Tongue(
    words=WORDS,
    reasons=REASONS,
    hypothetical=listed(r"""
        ^(?:falls|wenn|sobald|sollten?)
        (?:falls|sobald|sollten?) (?:sie|wir|sich|eine|unser)
        ^bewerber ohne
    """),
    interviewed=listed(r"""
        (?:nach|fur|bei|seit) (?:unserem|dem|das|die|ihrem|deinem|den|
            unseren) (?:\w+ ){0,2}(?:gesprach*|vorstellungsgesprach*|interview*|telefonat*|
            kennenlernen|probetag|probearbeit*|treffen)
        (?:danke*|vielen dank|gefreut) ~ (?:gesprach|kennenzulernen|kennengelernt|interview|
            gekommen|besuch)
        (?:kennengelernt|persönlich kennenzulernen)
        im (?:gesprach|interview|vorstellungsgesprach)
        zweitgesprach*
        (?:ihr|dein) (?:vorstellungs)?gesprach
    """),
    feedback_offered=listed(r"""
        (?:gerne?|jederzeit) ~ (?:feedback|ruckmeldung|ruckfragen zu unserer entscheidung)
        (?:wenn|falls|sofern) ~ (?:feedback|ruckmeldung) ~ (?:mochten|wunschen|mochtest)
    """),
    feedback_declined=listed(r"""
        (?:kein(?:e|en)?|nicht) ~ (?:individuelle[sn]?|personliche[sn]?|
            detaillierte[sn]?) (?:feedback|ruckmeldung|begrundung)
        (?:feedback|ruckmeldung|begrundung|grunde) ~ (?:nicht|leider nicht) (?:moglich|geben|
            nennen|mitteilen)
        keine (?:auskunft|angaben) ~ grunde*
    """),
    no_answer=listed(r"""
        (?:nicht|keine) (?:auf diese (?:e-?mail|nachricht) )?(?:zu )?(?:antwort*)
        antworten sie (?:bitte )?nicht
        automatisch (?:generiert|erstellt|versandt)*e? (?:e-?mail|nachricht)
    """),
    company=listed(r"""
        (?:Bewerbung|Stelle|Position|Mitarbeit|Tätigkeit|Karriere|Team|Praktikum|Ausbildung|
            Interesse|\)) (?:bei|beim) (?:der |dem |den |Firma )*
        (?:Interesse|Bewerbung) an (?:der |dem )?(?:Firma |Unternehmen )?(?=[A-ZÄÖÜ]\S* (?:GmbH|
            AG|SE|KG|Group))
        \b[Bb]ei (?:der |dem )?(?=[A-ZÄÖÜ]\S*(?: \S+){0,3} (?:GmbH|AG|SE|KG|Group))
        (?:Ihr|Dein|Euer|Das) (?:Team von |Team der |Team bei )(?:der )?
        (?:als|zum|zur) [^\n.]{3,60} bei (?:der |dem )?
    """),
    role=listed(r"""
        (?:Stelle|Position|Bewerbung|Ausschreibung|Funktion|Rolle|Vakanz|bewerben|beworben|
            Praktikum|Ausbildung) (?:als|zum|zur) (?P<role>[^\n]{3,120})
        (?:Stelle|Position|Bewerbung|Vakanz|Rolle|
            Stellenausschreibung)(?: als)?:? (?=[„\"“])(?P<role>[^\n]{3,120})
        (?:Stelle|Position): (?P<role>[^\n]{3,120})
    """),
    formal=r"""\b(?:Ihnen|Ihre[mnrs]?)\b|(?<=[a-zäöüß,] )(?:Sie|Ihr)\b""",
    informal=r"""(?i:\b(?:du|dir|dich|dein(?:e[mnrs]?)?|euch|eure[mnrs]?)\b)""",
)

"""German reasons and the words in them. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import listed, named

WORDS = named(r"""
    people = bewerber*|kandidat*|mitbewerber*|bewerbend*|person(?:en)?|profile?n?|bewerbung(?:en)?|
        freiwillige*|dossiers|jemand(?:en|em)?
    other = andere[nrsm]?|anders|weitere[nr]?
    post = stellen?|positionen|position|vakanz|posten|rolle|dienstposten|ausbildungsplatz|
        ausbildungsplatze|lehrstelle|praktikumsplatz|platze?|arbeitsplatz|inserat
    need = brauchen|benotigen|suchen|setzen|erfordert|verlang\w+|voraussetzung|vorausgesetzt|
        erwarten|wunschen|zwingend
    lacking = fehlt|fehlen|fehlte|nicht|noch nicht|keine?[nrsm]?|vermiss\w+
    tongue = deutsch|englisch|franzosisch|spanisch|italienisch|niederlandisch
    tool = kubernetes|docker|python|java|javascript|react|angular|sql|excel|sap|aws|azure|cad|
        autocad|linux|php|photoshop|datev
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
        (?:fur|zugunsten|mit|an|auf) (?:eine[nrm]? |die |den |der |dem )?(?:mitbewerber*|
            andere (?:vergeben|entschieden)|jemanden,|jemandem,? (?:einen|der|die|anders))
        (?:fur|zugunsten) (?:eine[nrm]?|die|den) (?:\w+ )?(?:person|bewerber*|kandidat*|
            kolleg*) ~ (?:entschieden|ausgesprochen|die|der)
        <other> <people> ~ (?:bringt|bringen|auf die liste)
        (?:kollegin|kollegen|verstarkung|person|nachfolg*) gefunden
        (?:neue|neuer|neuen) (?:kollegin|kollege|kollegen) ~ (?:verstarkt|ubernimmt|begonnen|
            startet)
        (?:letzte runde|engere wahl) kommen ~ (?:termine|bereits)
        (?:anderweitig|an andere) vergeben
        den (?:ausschlag|vorzug) ~ (?:mitbewerber*|andere*|gegeben|gab)
        als das von anderen
        denen anderer
        gewahlt haben wir
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        intern(?:e[nrsm]?)? (?:besetz*|losung|kandidat*|bewerber*|ausschreibung|vergeb*)
        (?:kollegin|kollege|mitarbeiter(?:in)?) aus (?:dem eigenen haus|unserer|unserem)
        bereits bei uns (?:beschaftigt|arbeitet)
        aus den eigenen reihen
        (?:kollegen|kollegin|mitarbeiter\w*|bewerber\w*) aus (?:der|dem|unserem|
            unserer) (?:\w+)?(?:abteilung|haus|team|unternehmen)
        (?:bereits|schon) (?:bei uns|im haus|im unternehmen) (?:beschaftigt|tatig|arbeitet|
            angestellt)
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:(?<!nicht )(?<!nicht mehr )besetzt|vergeben|weg|ubertragen|
            besetzen konnen)(?! werden|wird)
        (?:besetzung ist erfolgt|vakanz schliessen)
        team ~ (?:wieder )?vollstandig
        <post> ~ (?:wurde|ist|haben|war) ~ (?:bereits|inzwischen|mittlerweile|
            schon) (?:\w+ ){0,4}(?:besetzt|vergeben|gefullt)
        vakanz ist geschlossen
        (?:stelle|vakanz|lehrstelle) ~ besetzen konnen
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        (?:<post>|stellenbesetzungsverfahren|ausschreibung|suche|verfahren|praktikumsprogramm|
            projekt) ~ (?:nicht (?:mehr|weiter) (?:besetz*|ausgeschrieben)|aufgehoben|gestrichen|
            zuruckgezogen|abgebrochen|eingestellt|storniert|findet ~ nicht statt|gestoppt)
        auf die besetzung ~ verzicht*
        entfallt ~ stelle
        suche abgebrochen
        rolle gestrichen
        (?:stelle|position|\w+stelle) ~ (?:entfallt|entfallen|gestrichen|nicht mehr besetzt|
            ersatzlos)
        entfallt ~ (?:\w+stelle|position)
        mangels finanzierung
        <post> ~ (?:nun )?doch nicht (?:besetzt|vergeben)
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
        (?:brauchen|suchen|benotigen) wir (?:gerade|derzeit|momentan|aktuell|zurzeit) (?:keine?n?|
            niemand\w*)
        alle (?:dienste|stellen|platze) (?:sind )?besetzt
        personell gut aufgestellt
        keine?n? (?:\w+ ){0,2}(?:stelle|platz|stellen) (?:frei|zu vergeben)
    """),
    Reason.OVERQUALIFIED: listed(r"""
        uberqualifi*
        unterfordert
        zu (?:erfahren|senior) fur
        (?:bist|sind) ~ schon zu weit
        zu (?:senior|qualifiziert)
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
        (?:wohnst|wohnen) ~ zu weit
        zu weit (?:weg|entfernt|von)
        (?:nicht|kein) ~ umzieh*
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
        wegen (?:ihrer|deiner) kundigungsfrist
        (?:kundigungsfrist|eintrittsdatum|startdatum|verfugbarkeit|arbeitszeit*|
            teilzeit) ~ (?:nicht|zu|leider|absagen)
        <need> ~ (?:vollzeit|wochenend*|sofort|fruher|schicht*) ~ <lacking>
    """),
    Reason.LANGUAGE: listed(r"""
        (?:deutsch|englisch|franzosisch|sprach)kenntnisse ~ (?:nicht|noch nicht|unzureichend)
        (?:deutsch|englisch|franzosisch|spanisch) auf mindestens
        ohne kenntnisse (?:der|einer) (?:\w+ )?landessprache
        verlangt ~ sie dieses nicht
        (?:fehl*|<not>) ~ (?:sicheres|fliessendes) (?:englisch|deutsch|franzosisch)
        fliessende[sn]? (?:englisch|deutsch|franzosisch) ~ nicht
        <need> ~ <tongue> ~ <lacking>
        (?:sicheres|fliessendes|gutes) <tongue> ~ (?:fehl*|nicht|voraus*)
        (?:ihr|dein) <tongue> ~ (?:nicht|noch nicht|reicht)
        <tongue>(?:kenntnisse)? (?:auf )?(?:mindestens )?(?:dem )?(?:niveau )?[abc]0 ~ (?:nicht|
            fehl*|voraus*|notwendig)
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:berufsausbildung|masterabschluss|diplom|abschluss*|fuhrerschein|approbation|
            laufbahnbefahigung|zeugnis) ~ (?:nicht|fehlt|haben sie nicht)
        ohne (?:anerkannte[sn]? |abgeschlossene[sn]? )(?:diplom|ausbildung|studium|abschluss)
        formalen? voraussetzung* nicht
        nicht uber die laufbahnbefahigung
        noten ~ (?:reichen|nicht)
        zwingenden anforderungen
        (?:staatsexamen|masterabschluss|studium|abschluss|ausbildung|fuhrerschein|approbation|
            zertifikat) ~ (?:nicht nachweisen|nicht vorweisen|fehl\w*|nicht vorliegt|voraussetzung)
        ohne (?:\w+ ){0,2}(?:staatsexamen|abschluss|studium|ausbildung|fuhrerschein|approbation|
            diplom|zertifikat)
        <need> ~ (?:abschluss|studium|ausbildung|fuhrerschein|examen|diplom) ~ <lacking>
        einen solchen nicht nachweisen
    """),
    Reason.EXPERIENCE: listed(r"""
        <not> ~ (?:berufserfahrung|erfahrung|praxis|berufsjahre)\b(?! besser)
        (?:berufserfahrung|praxiserfahrung|erfahrung) ~ (?:fehlt|fehlen|nicht aus|nicht ausreich*|
            reicht nicht)
        (?:mehr|noch) (?:\w+ ){0,2}(?:berufserfahrung|erfahrung) (?:gewunscht|mitbring*)
        hatten (?:wir )?uns mehr ~ gewunscht
        jahre (?:praxis|erfahrung) ~ vorausgesetzt
        langjahrige praxis ~ ihnen noch fehlt
        (?:fehlt|fehlen) ~ (?:\w*erfahrung|praxis|berufsjahre|jahre)
        \w*erfahrung ~ (?:fehlt|fehlen|nicht ausreich\w*|reicht nicht|zu gering|noch nicht)
        <need> ~ (?:\w*erfahrung|praxis|berufsjahre|schon selbst|bereits) ~ <lacking>
        (?:benotigen|suchen|brauchen) ~ jemand\w* mit ~ (?:jahren|erfahrung|praxis)
        (?:direkt|frisch) von der (?:hochschule|uni|universitat|schule)
        mehr (?:berufs|praxis|fuhrungs)?erfahrung
        (?:stationen|werdegang) ~ ausserhalb
        (?:jahre|praxis) ~ (?:fehlen|fehlt) (?:uns|ihnen|dir)
        bringt (?:schon|bereits) \w*erfahrung
        jemand\w* mit mehr (?:\w+ )?erfahrung
        noch zu (?:jung|unerfahren|junior)
    """),
    Reason.SKILLS: listed(r"""
        (?:fach)?kenntnisse ~ (?:nicht ausreich\w*|reichen nicht|fehlen)
        (?:keine|fehlen) (?:\w+ ){0,2}kenntnisse der
        grundlagen ~ nicht sitzen
        (?:testaufgabe|programmieraufgabe|arbeitsprobe) ~ (?:unter dem niveau|nicht|gefehlt)
        sich ~ besser auskennt
        im technischen teil sicherer
        (?:fachkenntnisse|fachwissen|kenntnisse (?:in|im|der) \w+|
            umgang mit (?:\w+ )?<tool>) ~ (?:fehl\w*|nicht|zu gering|reicht nicht)
        (?:fehl\w*|ohne|fehlten uns) ~ (?:\w+-kenntnisse|sicheren umgang|fachkenntnisse|<tool>)
        <need> ~ (?:fachkenntnisse|<tool>) ~ <lacking>
        (?:testaufgabe|technischen aufgabe|arbeitsprobe) ~ (?:fehl*|nicht|unter)
        besser auskennt
    """),
    Reason.CULTURE_FIT: listed(r"""
        unternehmenskultur
        menschlich ~ nicht
        arbeitsweise ~ (?:verschieden|unterschied*)
        (?:arbeitsweise|art) ~ nicht ~ (?:passt|team|kultur)
        nicht (?:in|zu) (?:unser\w*|das) (?:\w+ )?(?:team|kultur) pass\w*
    """),
    Reason.PROFILE: listed(r"""
        (?:profil|bewerbung|qualifikation(?:en)?|werdegang|lebenslauf|dossier) ~ (?:nicht|zu wenig*|
            wenig*|keine) ~ (?:entspr*|pass*|uberein*|erfull*|deck*|match|ubereinstimmung|
            beruhrungspunkt*|anforderung*|suchen|richtige)
        (?:profil|bewerbung) ~ (?:entspricht|passt|erfullt|stimm*) ~ nicht
        passt ~ (?:leider )?nicht (?:ganz |optimal )?zu
        nicht (?:das passende match|die richtige|mit unserem stellenprofil)
        anderen schwerpunkt
        gehen zu weit auseinander
        (?:profil|dossier|lebenslauf\w*|anforderungsprofil|abgleich) ~ (?:nicht (?:deckt|
            zusammenpass\w*|uberein\w*)|keine ausreichende|zu wenige|weniger)
        (?:nicht|kaum) (?:\w+ ){0,2}(?:deckt|zusammenpass\w*|zusammenpassen)
        nicht ~ (?:die|das|der) richtige (?:fur|stelle)
        uberschneidungen
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

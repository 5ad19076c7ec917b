"""Dutch phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import Tongue, listed, named

WORDS = named(r"""
    people = kandida*t(?:en)?|sollicitant(?:en)?|mensen|persoon|personen|iemand|finalist|student|
        onderzoeker|profielen
    other = andere?n?
    post = vacature|functie|positie|rol|plaats|plek|opdracht|stageplek|leerlingenplaats|procedure
    chose = gekozen|kozen|keuze|kiezen|gaan|doorgegaan|besloten|aangeboden|voorkeur|gevallen|
        toegekend|aangenomen|gevonden|voort
""")

REASONS = {
    Reason.OTHER_CANDIDATE: listed(r"""
        <chose> ~ <other> ~ <people>
        <chose> ~ iemand anders
        <other> <people> ~ (?:beter|meer|sterker|grotere|voldeden|beantwoord*|gekozen|
            geaccepteerd)
        <people> ~ (?:die|wier|van wie|met) ~ (?:beter|dichter|nauwer|sterker|meer|net)
        naar (?:een|iemand) ander*
        de andere (?:kandidaat|finalist)
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        intern(?:e)? (?:vervuld|ingevuld|kandidaat|mobiliteit|opgelost)
        collega van de vestiging
        eigen afdeling
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:(?:is|zijn) ~ (?:vervuld|ingevuld|bezet|vergeven)|niet meer beschikbaar)
        (?:vacature|plek) vervuld
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        (?:<post>|project|werving|stage) ~ (?:ingetrokken|geannuleerd|vervallen|stopgezet|vervalt|
            geschrapt|gaat niet door)
        niet (?:meer|langer) (?:in te vullen|ingevuld)
    """),
    Reason.HIRING_FREEZE: listed(r"""
        vacaturestop
        personeelsstop
        aanwervingsstop
        wervingsstop
        aannamestop
    """),
    Reason.NO_VACANCY: listed(r"""
        (?:momenteel|op dit moment|nu) ~ geen (?:\w+ )?(?:vacature*|plaats*|plek|functies|
            personeel|stageplaats*)
        geen (?:passende |openstaande |geschikte )+(?:vacature*|functie*)
        open sollicitatie ~ geen
    """),
    Reason.OVERQUALIFIED: listed(r"""
        overgekwalificeerd
        te (?:senior|ervaren) voor
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        (?:zonder|geen) ~ (?:werkvergunning|verblijfsvergunning|visum)
    """),
    Reason.LOCATION: listed(r"""
        (?:reisafstand|afstand|reistijd) ~ te (?:groot|ver|lang)
        te ver (?:weg|van)
    """),
    Reason.SALARY: listed(r"""
        (?:salariswens|salarisverwachting*|salariseis|uurtarief) ~ (?:boven|hoger|niet|past)
    """),
    Reason.AVAILABILITY: listed(r"""
        opzegtermijn ~ (?:te lang|niet)
        beschikbaarheid ~ (?:niet|sluit)
    """),
    Reason.LANGUAGE: listed(r"""
        (?:niveau|kennis|beheersing) ~ (?:nederlands|engels|frans|duits) ~ (?:niet|onvoldoende|te)
        (?:nederlands|engels|frans|duits) ~ (?:niet voldoende|onvoldoende)
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:niet over|zonder|geen) ~ (?:diploma|registratie|rijbewijs|certificaat|big-registratie)
    """),
    Reason.EXPERIENCE: listed(r"""
        (?:te weinig|onvoldoende|ontbreekt|zonder|missen) ~ (?:werk)?ervaring
        (?:jaar|meer) (?:\w+ )?(?:werk)?ervaring ~ (?:heeft u niet|heb je niet|nodig)
        ervaring ~ (?:ontbreekt|onvoldoende|te beperkt)
        nog nooit ~ (?:gegeven|gedaan|gewerkt)
    """),
    Reason.SKILLS: listed(r"""
        (?:je|uw|jouw) kennis van ~ (?:te beperkt|volstaat niet|onvoldoende)
        niet op het niveau
    """),
    Reason.CULTURE_FIT: listed(r"""
        (?:cultuur|team|waarden) ~ (?:niet|geen) ~ (?:past|match|klik)
        culturele (?:fit|match) ~ (?:niet|ontbr*)
    """),
    Reason.PROFILE: listed(r"""
        (?:profiel|achtergrond|cv|loopbaan|sollicitatie) ~ (?:niet|onvoldoende|te weinig|
            helaas niet) ~ (?:aan(?:sluit*)?|overeen|bij|voldo*|past|vereisten|zoek*)
        sluit ~ onvoldoende aan
        te weinig raakvlakken
        niet voldoende te matchen
        missen de aansluiting
    """),
    Reason.OTHER: listed(r"""
        na de (?:sluitingsdatum|deadline)
        niet verschenen
        onvolledig
    """),
}

DUTCH = Tongue(
    words=WORDS,
    reasons=REASONS,
    hypothetical=listed(r"""
        ^(?:als|indien|mocht|wanneer|zodra)
        (?:mocht|zodra) (?:er|je|u|wij|we)
    """),
    interviewed=listed(r"""
        (?:na|voor|bij|tijdens) (?:ons|het|je|jouw|uw|onze) (?:\w+ )?(?:gesprek*|
            sollicitatiegesprek|interview|kennismaking)
        (?:bedankt|dank|leuk|fijn) ~ (?:gesprek|kennismak*|ontmoet*|langskomen)
        laatste gespreksronde
    """),
    feedback_offered=listed(r"""
        (?:wil je|wilt u|graag|gerust) ~ (?:feedback|toelichting|terugkoppeling)
    """),
    feedback_declined=listed(r"""
        (?:geen|niet) ~ (?:individuele|persoonlijke|inhoudelijke) (?:feedback|toelichting|
            terugkoppeling)
    """),
    no_answer=listed(r"""
        niet (?:te )?(?:be)?antwoord*
        automatisch (?:gegenereerd|bericht)*
        niet (?:op|reageren)
    """),
    company=listed(r"""
        (?:sollicitatie|functie|interesse|vacature|werken|rol|positie|
            baan)[^\n.]{0,50}? bij (?:de |het )?
        \binteresse in (?:een (?:functie|baan) bij )?(?:de |het )?
        [Tt]eam (?:van )?
        sollicitatie [-–—]
    """),
    role_common=listed(r"""
        functie van (?P<role>[^\n]{3,120})
        (?:sollicitatie|gesolliciteerd) als (?P<role>[^\n]{3,120})
    """),
    role=listed(r"""
        (?:functie|vacature|rol|positie|baan) (?:van|als|voor) (?P<role>[^\n]{3,120})
        (?:sollicitatie|solliciteren|gesolliciteerd) (?:als|op de functie van|voor de functie van|
            naar de functie van) (?P<role>[^\n]{3,120})
    """),
    formal=r"""(?i:\b(?:u|uw)\b)""",
    informal=r"""(?i:\b(?:je|jij|jou|jouw|jullie)\b)""",
)

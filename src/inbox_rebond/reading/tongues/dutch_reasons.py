"""Dutch reasons and the words in them. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import listed, named

WORDS = named(r"""
    people = kandida*t(?:en)?|medekandidaat|sollicitant(?:en)?|mensen|persoon|personen|iemand|
        finalist|student|onderzoeker|profielen?|collega*|professional|ontwikkelaar|leerkracht|
        verpleegkundige|medewerk\w+
    other = andere?n?
    tongue = nederlands|engels|frans|duits|spaans|italiaans
    lacking = ontbre*|mis(?:sen|t)?|niet|geen|nog niet|tekort|te kort
    need = (?:zoeken|zochten|vragen|verwachten|vereist|nodig|eist|vraagt|hoopten|gehoopt op|willen|
        een must|voorwaarde|veronderstelt)
    post = vacatures?|functie|positie|rol|plaats|plaatsen|plek|plekken|opdracht|\w*plekken|\w*plek|
        \w*plaats|\w*plaatsen|procedure|baan|betrekking|contract|post
    chose = gekozen|kozen|koos|keuze|kiezen|gaan|gaat|gegaan|krijgt|getekend|viel|doorgegaan|
        besloten|aangeboden|voorkeur|gevallen|toegekend|aangenomen|gevonden|voort
""")

REASONS = {
    Reason.OTHER_CANDIDATE: listed(r"""
        <chose> ~ <other> ~ <people>
        <chose> ~ iemand anders
        <other> <people> ~ (?:beter|meer|sterker|grotere|voldeden|beantwoord*|gekozen|geaccepteerd)
        <people> ~ (?:die|wier|van wie|met) ~ (?:beter|dichter|nauwer|sterker|meer|net)
        naar (?:een|iemand) ander*
        de andere (?:kandidaat|finalist)
        <other> <people> ~ (?:krijgt|sluit*|scoor*|voorgedragen|geworden|gerangschikt|aangesteld|
            heeft (?:al|de|een betere))
        (?:draagt|dragen) ~ <other> <people> voor
        <other> (?:\w+ ){0,2}sollicitant\w*
        (?:gaat|gaan|gegaan|ging|gegeven|gegund|toegewezen|toegekend) (?:\w+ )?(?:naar|aan|door|
            verder|met) ~ (?:<people>|een ander|zzp'er|degene|\w+ kandida*t)
        <people> (?:die|wier|wiens|van wie|met wie) ~ (?:al langer|al in|beter|duidelijk|langer|
            sterker|ervarener)
        (?:een|de|die|net die) ander ~ (?:beter*|streepje|gekozen|voorsprong)
        ander(?:en)?,? met wie
        een andere? (?:collega|professional) (?:getekend|gekozen|krijgt)
        (?:niet|bij wie u niet|jij ~ niet) (?:bij )?(?:de )?(?:beste|eerste) \w+
        (?:kandidaten|sollicitanten) ~ (?:u niet hoort|jij ~ niet bij|u ~ niet bij)
        nieuwe collega ~ (?:gevonden|bezet|begint|start)
        (?:vrijwilliger|versterking) (?:gevonden|die we zochten)
        (?:aan|naar) (?:de|een) (?:ander gegeven|collega-\w+)
        iemand anders aangenomen
        (?:meer|klein groepje) kandidaten ~ niet bij
        afspraken gemaakt; \w+ ~ niet bij
        kozen we mensen die
        sterker dan
        (?:voorkeur|keuze) (?:\w+ ){0,2}(?:gaat|ging|viel|gevallen|uit) ~ (?:naar|op)
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        intern(?:e)? (?:vervuld|ingevuld|kandidaat|mobiliteit|opgelost)
        collega van de vestiging
        eigen afdeling
        (?:collega|medewerker|kandidaat|iemand|sollicitant) ~ (?:uit (?:onze )?eigen|schuift door|
            doorgeschoven|al bij (?:ons|onze)|van onze)
        voorrangspositie
        eigen (?:organisatie|medewerker*|gelederen|huis|team)
        al bij (?:ons|onze \w+) (?:in dienst|werk*)
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:(?:is|zijn) ~ (?:vervuld|ingevuld|bezet|vergeven)|niet meer beschikbaar)
        (?:vacature|plek) vervuld
        (?:<post>|functie) ~ (?:was|werd|is|zijn) ~ (?:al |reeds |inmiddels )*(?:ingevuld|vervuld|
            bezet|vergeven|toegewezen|gesloten|weg|gevuld)(?! worden)
        (?:geen|niet) (?:\w+ ){0,2}(?:plekken|plaatsen|plek) meer (?:vrij|beschikbaar|over)
        we (?:zijn |al |inmiddels )+(?:compleet|voltallig)
        (?:compleet|voltallig) zijn
        (?:weer|al) een (?:juf|meester|kok|nieuwe collega)
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        (?:<post>|project|werving|stage) ~ (?:ingetrokken|geannuleerd|vervallen|stopgezet|vervalt|
            geschrapt|gaat niet door)
        niet (?:meer|langer) (?:in te vullen|ingevuld)
        (?:<post>|winkel|onderzoeksproject|traineeprogramma|vestiging) ~ (?:niet door|van de baan|
            niet van start|te vervallen|toch niet|stop te zetten|stopgezet|te schrappen|
            helemaal te schrappen)
        stop te zetten
        (?:opdrachtgever|klant|directie) ~ (?:geannuleerd|ingetrokken|geschrapt)
        (?:trekken|trekt) ~ (?:vacature|functie) ~ in
        niet (?:meer )?(?:ingevuld wordt|in te vullen|wordt ingevuld)
    """),
    Reason.HIRING_FREEZE: listed(r"""
        vacaturestop
        personeelsstop
        aanwervingsstop
        wervingsstop
        aannamestop
        (?:nemen|neemt) ~ geen nieuwe (?:mensen|medewerkers|collega's|personeel)
        (?:werving|aanwerving*|vacatures) ~ (?:stilgelegd|bevroren|on hold|opgeschort)
        (?:stilgelegd|bevroren|opgeschort) ~ (?:werving|aanwerving*|vacatures)
        bezuinigingen
    """),
    Reason.NO_VACANCY: listed(r"""
        (?:momenteel|op dit moment|nu) ~ geen (?:\w+ )?(?:vacature*|plaats*|plek|functies|personeel|
            stageplaats*)
        geen (?:passende |openstaande |geschikte )+(?:vacature*|functie*)
        open sollicitatie ~ geen
        (?:op dit moment|momenteel|voorlopig) niemand nodig
        geen (?:\w+ ){0,2}(?:plek|plaats|ruimte|plaatsen|uren|stageplaatsen) (?:vrij|voor een|
            voor jou|voor u|in jouw|aan te bieden)
        geen openstaande (?:uren|betrekking|plaatsen|posten)
        zoeken ~ (?:voorlopig|momenteel|nu|op dit moment) ~ niemand
        (?:voorlopig|momenteel|nu) (?:volledig )?(?:bezet|voltallig|niet nodig)
        geen (?:middelen|ruimte)
        (?:nemen|neemt) ~ geen (?:stagiair*|leerling*)
    """),
    Reason.OVERQUALIFIED: listed(r"""
        overgekwalificeerd
        te (?:senior|ervaren) voor
        te zwaar
        (?:snel|gauw) (?:vervelen|uitgekeken|uitgeleerd)
        (?:uitgekeken|vervelen)
        (?:onder|boven) je niveau
        overgekwal*
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        (?:zonder|geen) ~ (?:werkvergunning|verblijfsvergunning|visum)
        (?:visumsponsor|gecombineerde vergunning|verblijfsdocument|tewerkstellingsvergunning)
        (?:vergunning|visum) ~ (?:niet|geen|maar)
    """),
    Reason.LOCATION: listed(r"""
        (?:reisafstand|afstand|reistijd) ~ te (?:groot|ver|lang)
        te ver (?:weg|van)
        (?:alleen|enkel|uitsluitend) ~ (?:regio|buurt|omgeving|nederland|belgie) ~ (?:wonen|
            woonachtig)
        (?:verhuizen|afstand werken|buitenland|thuis werken) ~ (?:niet|wilt|nee)
        (?:buitenland|afstand) ~ (?:niet|geen)
        woont (?:\w+ )?te ver
    """),
    Reason.SALARY: listed(r"""
        (?:salariswens|salarisverwachting*|salariseis|uurtarief) ~ (?:boven|hoger|niet|past)
        (?:looneis|loonwens*|salaris\w+|tarief) ~ (?:kloof|barema|budget|te hoog|boven|hoger|niet)
        financieel niet uit
        (?:boven|buiten) ons budget
    """),
    Reason.AVAILABILITY: listed(r"""
        opzegtermijn ~ (?:te lang|niet)
        beschikbaarheid ~ (?:niet|sluit)
        (?:dagen|uren|weekend|avonden|stageperiode|rooster|fulltime|deeltijd*) ~ (?:te weinig|niet|
            samen met|nodig hebben)
        (?:pas vanaf|maar \w+ dagen|slechts \w+ dagen)
        <need> ~ (?:dagen|weekend|avonden|fulltime|nachten) ~ <lacking>
    """),
    Reason.LANGUAGE: listed(r"""
        (?:niveau|kennis|beheersing) ~ (?:nederlands|engels|frans|duits) ~ (?:niet|onvoldoende|te)
        (?:nederlands|engels|frans|duits) ~ (?:niet voldoende|onvoldoende)
        (?:uw|je|jouw|het|beheersing van het|kennis van het) <tongue> ~ (?:niet|onvoldoende|nog|te)
        <need> ~ <tongue> ~ <lacking>
        (?:vloeiend|goed|vlot) <tongue> ~ (?:niet|voorwaarde|vereist|een must)
        (?:moeite|problemen) met het <tongue>
        taal(?:bewijs|test|niveau|vaardigheid)\w* ~ (?:niet|onvoldoende|geen|c0|b0)
        geen taal(?:bewijs|attest)
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:niet over|zonder|geen) ~ (?:diploma|registratie|rijbewijs|certificaat|big-registratie)
        (?:diploma|hbo-opleiding|afgeronde \w+|masterdiploma|bevoegdheid|lesbevoegdheid|rijbewijs|
            registratie) ~ (?:ontbre*|niet|geen)
        zonder (?:\w+ )?(?:diploma|bevoegdheid|rijbewijs|opleiding|registratie|certificaat)
        <need> ~ (?:diploma|opleiding|rijbewijs|bevoegdheid|registratie) ~ <lacking>
        (?:gelijkgeschakeld|onontvankelijk)
    """),
    Reason.EXPERIENCE: listed(r"""
        (?:te weinig|onvoldoende|ontbreekt|zonder|missen) ~ (?:werk)?ervaring
        (?:jaar|meer) (?:\w+ )?(?:werk)?ervaring ~ (?:heeft u niet|heb je niet|nodig)
        ervaring ~ (?:ontbreekt|onvoldoende|te beperkt)
        nog nooit ~ (?:gegeven|gedaan|gewerkt)
        (?:te weinig|onvoldoende|meer) (?:\w+ ){0,2}(?:ervaring|vlieguren|praktijk|werkervaring)
        ervaring ~ (?:tekort|te kort|missen|mist|veronderstelt|te beperkt|ontbreekt|schiet)
        <need> ~ (?:ervaring|jaar|al eens|al eerder|al vaker|praktijk) ~ (?:<lacking>|heeft geleid|
            gedaan|gewerkt|behandeld)
        (?:al (?:eens|vaker|eerder)) ~ (?:niet|missen)
        meer jaren
        (?:nog (?:erg|te|wat) )(?:junior|jong|onervaren)
    """),
    Reason.SKILLS: listed(r"""
        (?:je|uw|jouw) kennis van ~ (?:te beperkt|volstaat niet|onvoldoende)
        niet op het niveau
        (?:te weinig|onvoldoende|geen) (?:\w+ )?kennis van
        kennis van ~ (?:ontbre*|niet|onvoldoende|must)
        niet (?:\w+ ){0,3}(?:sterkste kant|op het niveau|sterk genoeg in)
        <need> ~ (?:zelfstandig kan|beheerst|kan werken met) ~ <lacking>
        beheersing van (?!het )
        sterker (?:was )?in \w+
        (?:test|opdracht|codeertest|proefdag|proef) ~ (?:te weinig|onvoldoende|nog niet je|lukte)
    """),
    Reason.CULTURE_FIT: listed(r"""
        (?:cultuur|team|waarden) ~ (?:niet|geen) ~ (?:past|match|klik)
        culturele (?:fit|match) ~ (?:niet|ontbr*)
        klik ~ (?:niet|geen|ontbr*|misten)
        (?:geen|niet ~) klik
        (?:thuis (?:zult |zou |zal )?voelen)
        manier van werken ~ (?:niet|anders)
    """),
    Reason.PROFILE: listed(r"""
        (?:profiel|achtergrond|loopbaan|sollicitatie) ~ (?:niet|onvoldoende|te weinig|
            helaas niet) ~ (?:aan(?:sluit*)?|overeen|bij|voldo*|past|vereisten|zoek*)
        sluit ~ onvoldoende aan
        te weinig raakvlakken
        niet voldoende te matchen
        missen de aansluiting
        (?:match|combinatie|achtergrond|profiel|interesses) ~ (?:niet (?:sterk|wat|goed|passend|
            helemaal)|minder|te ver|ergens anders|geen match)
        geen (?:match|passende opdracht|goede match)
        minder goed bij
        (?:voldoet|voldoen) ~ niet aan (?:het|de) (?:profiel|eisen|criteria|vereisten)
    """),
    Reason.OTHER: listed(r"""
        na de (?:sluitingsdatum|deadline)
        niet verschenen
        onvolledig
        niet (?:\w+ ){0,4}verschenen
        (?:stukken|documenten) ~ niet ~ ontvangen
        (?:basis van|gezien) (?:de )?(?:\w+ )?referenties
        nog geen 0
        (?:halfjaar|jaar|maanden) al (?:zijn|bent|is) afgewezen
    """),
}

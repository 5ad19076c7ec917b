"""Italian reasons and the words in them. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import listed, named

WORDS = named(r"""
    people = candidat[oaie]|candidatur[ae]|person[ae]|profil[oi]|concorrent[ei]|finalist[aei]|
        docente|figure?a?|ragazz[oaie]|dottoressa|collega|professionist[ae]|student[ei]|studentessa|
        lui|lei|chi
    tongue = inglese|tedesco|francese|spagnolo|russo|italiano
    need = (?:serve|servono|occorrono|occorre|richiede|richiesto|richiesta|cerchiamo|cercavamo|
        necessari[oa]|obbligatori[oa])
    lacking = non|manca|mancano|ne e priv[oa]|ti manca
    other = altr[oaie]|un'altra|un altro
    post = posizione|posto|ruolo|ricerca|posti|selezione|incarico|concorso|offerta|vacancy
    chose = proseguire|proseguiamo|preferit[oa]|scelt[oaie]|scegliere|orientat[oi]|optato|
        andat[oi] avanti|selezionat[oa]|individuato|affidat[oa]|assegnat[oa]|offrire|preso|chiamato|
        firmato|preferire|attribuit[aoi]|ricaduta|proposta|procedere
""")

REASONS = {
    Reason.OTHER_CANDIDATE: listed(r"""
        <chose> ~ <other> ?(?:delle )?<people>
        altr[ie] <people> ~ (?:miglior*|meglio|piu|ottenuto|proseguir*)
        <people> ~ (?:piu (?:in linea|aderenti|vicin*|compatibil*|adatt*|idone*)|rispond* meglio)
        <chose> ~ (?:qualcun altro|un'altra persona|chi)
        qualcun altro
        maggiore seniority
        <people> (?:che|dall'esperienza|con) ~ piu
        il tuo non e tra quest*
        <chose> ~ (?:una collega|il ragazzo|la ragazza|un candidato diverso|una persona|l'altr[oa]|
            candidati|chi|verso chi|un concorrente)
        (?:l'altr[oa]|un altro|un'altra)(?: \w+)? ~ (?:parla|padroneggia*|firmato|scattato|fara|
            andat[oa])
        (?:firmato|fara|preso|avuto) ~ (?:un altro|un'altra)
        (?:e andat[oa]|andra|assegnato|assegnata|offrire \w+) ~ (?:a un'altra|a un altro|al primo|
            a lei|a lui|a una figura)
        indirizzati verso
        nuov[oa] collega nel ruolo
        ha vinto chi
        tu non sei tra quest*
        candidatura di un concorrente
        in un'altra candidatura
        ha scelto l'altr[oa]
        c'e una persona nuova
        (?:continueremo|proseguiamo) con (?:profili|candidati)
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        (?:risorsa|mobilita|candidat[oa]|avanzamento|promozione) intern[oa]
        gia in organico
        dipendente di un'altra sede
        (?:collega|persona|dipendente|risorsa) (?:che si trasferisce|dell'azienda|intern[oa]|gia in|
            di un'altra|che gia lavora)
        (?:mobilita|collega|colleghi|promozione) intern[oa]
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:coperta?|chiusa con|assegnati|occupat[oa])(?! con una risorsa)
        non (?:e|sono) piu disponibil[ei]
        abbiamo gia (?:trovato|completato)
        organico per la stagione
        <post> ~ (?:gia stat[oa] )(?:pres[oa]|coperto|coperta|chius[oa])
        (?:avevamo|abbiamo) (?:appena |gia )?firmato il contratto
        (?:turni|posti) ~ al completo
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        <post> ~ (?:annullat[oa]|revocat[oa]|sospes[oa]|non esiste piu|senza assunzioni)
        non aprire (?:piu )?questa posizione
        ritirato l'incarico
        progetto non e stato finanziato
        non aprire (?:piu )?quella posizione
        (?:punto vendita|negozio|progetto|sede) ~ non (?:aprira|apre|parte|partira)
        (?:annullat[oa]|chius[oa]) (?:la|questa) (?:posizione|selezione|ricerca)
    """),
    Reason.HIRING_FREEZE: listed(r"""
        assunzioni ~ (?:bloccat*|sospes*|congelat*)
        blocco (?:del turnover|delle assunzioni)
        congelato ~ (?:ingressi|assunzioni)
        quest'anno non si assume
        (?:sospes[oe]|bloccat[oe]|congelat[oe]) ~ (?:assunzioni|ingressi)
    """),
    Reason.NO_VACANCY: listed(r"""
        non (?:abbiamo|ci sono|disponiamo di|ho) ~ (?:posizioni|posti|
            ricerche) (?:\w+ )?(?:apert[ei]|disponibili|di dottorato)
        non stiamo assumendo
        organico e al completo
        non accogliamo tirocinanti
        non sono previsti inserimenti
        non (?:stiamo cercando|cerchiamo|assumiamo|ha ~ bisogno di|abbiamo bisogno di) ~ (?:nessuno|
            personale)?
        (?:organico|staff) (?:e )?(?:al )?complet*
        (?:adesso|ora|attualmente|al momento) siamo al completo
    """),
    Reason.OVERQUALIFIED: listed(r"""
        sovra-?qualificat*
        ti annoieresti
        sarebbe sprecat[oa]
        (?:livello|profilo) troppo alto
        troppo qualificat[oa]
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        (?:senza|non) ~ permesso di (?:soggiorno|lavoro)
        non sponsorizza visti
        (?:diritto di lavorare|permesso di (?:lavoro|soggiorno)) ~ non
    """),
    Reason.LOCATION: listed(r"""
        solo candidati residenti
        troppo lontan*
        non e disponibile al trasferimento
        (?:qualcuno|persone|candidati) (?:che abiti*|residenti|che viva*)
        (?:da casa tua|distanza|trasferimento|in presenza) ~ (?:ore|non)
    """),
    Reason.SALARY: listed(r"""
        (?:richiesta|aspettativ[ae]|pretes[ae]) (?:economic*|retributiv*|salarial*) ~ (?:super*|
            fuori|oltre)
        con la ral che
        (?:retribuzione|ral|compenso|cifra) (?:richiest[oa]|che chied*) ~ (?:oltre|fuori|super*|non)
        (?:oltre|fuori) (?:il nostro )?budget
    """),
    Reason.AVAILABILITY: listed(r"""
        preavviso ~ (?:troppo|non)
        disponibilita non
        date del tirocinio ~ non
        (?:non potendo|non puoi|non potevi) ~ (?:weekend|sera|turni|prima)
        (?:turni|orari|weekend|disponibilita) ~ (?:non possiamo|non coincid*|non combacia*)
        chi poteva (?:cominciare|iniziare)
    """),
    Reason.LANGUAGE: listed(r"""
        (?:livello di |un )(?:inglese|tedesco|francese|italiano) ~ non
        non conosc* ~ (?:francese|inglese|tedesco)
        <need> ~ <tongue> ~ <lacking>
        bilinguismo
        (?:parla|parlava) <tongue>
        (?:il tuo|il suo) <tongue> ~ non
        <tongue> ~ (?:il tuo|il suo) non basta
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:manca|senza|non avendo) ~ (?:titolo di studio|iscrizione all'albo|patentino|abilitazione|
            laurea)
        diploma ~ non risulta
        (?:in )?assenza ~ (?:iscrizione|titolo|laurea|abilitazione|diploma|patente)
        (?:riservat[oa]|destinat[oa]) agli? (?:iscritti|studenti|laureati) ~ non
        <need> ~ (?:laurea|diploma|abilitazione|iscrizione|patente) ~ <lacking>
        senza (?:la |il )?(?:laurea|abilitazione|patente|diploma|titolo)
    """),
    Reason.EXPERIENCE: listed(r"""
        (?:cerchiamo|servono|bisogno) ~ (?:piu|maggiore|almeno ~ anni di) esperienza
        esperienza ~ (?:insufficiente|acerba|non raggiunge|non sufficiente|non e sufficiente)
        figura piu senior
        non avendo mai lavorato
        ti manca ~ gavetta
        <need> ~ (?:anni|esperienza|pratica|che abbia gia) ~ (?:non hai|non ha|mancano|manca)
        (?:serve|cerchiamo|cercavamo) ~ (?:qualcuno|una persona|chi) (?:che )?(?:abbia|ha|
            avesse) gia
        (?:chi|persona che|collega che) (?:aveva|ha) gia (?:lavorato|gestito|seguito|fatto)
        maggiore (?:seniority|esperienza)
        piu (?:anni|esperienza)
        esperienza piu (?:vicina|solida|lunga)
        (?:poca|scarsa|manca|ancora poca) esperienza
    """),
    Reason.SKILLS: listed(r"""
        (?:competenze|conoscenza) ~ (?:non sono sufficienti|troppo superficiale|non sufficient*)
        padronanza ~ non
        non raggiunge il livello
        non sai ancora
        <need> ~ (?:uso|conoscenza|padronanza) ~ (?:non conosce|non conosci|<lacking>)
        competenze piu solide
        padroneggiava meglio
        (?:test|prova) ~ (?:sotto|insufficient*|non sufficient*)
    """),
    Reason.CULTURE_FIT: listed(r"""
        giusta sintonia
        valori e i tuoi
        cultura aziendale ~ non
        (?:ambiente|team) ~ non (?:faccia|sia|fa) per (?:te|lei)
        modo di lavorare ~ (?:non|si sposi|divers*)
        non ~ si sposi
    """),
    Reason.PROFILE: listed(r"""
        (?:profilo|candidatura|caratteristiche) ~ non ~ (?:in linea|corrispond*|rispond*|coerente|
            aderent*|adatt*|idone*|va bene)
        non ~ (?:corrispondenza|rispecchi|vediamo il match|compatibilita|possiede i requisiti)
        figura diversa
        (?:cv|profilo|ruolo|candidatura|percorso) ~ non ~ (?:in linea con|si ritrova|coerente|
            corrispond*)
        non (?:sia|e) quella giusta
        adatt[aei] a un altro
        (?:ricerca|orientat[ao]) ~ altre professionalita
        altre professionalita
    """),
    Reason.OTHER: listed(r"""
        oltre i termini
        non essendosi presentato
        verifica delle referenze
        gia partecipato a questa
        documenti ~ entro la scadenza
    """),
}

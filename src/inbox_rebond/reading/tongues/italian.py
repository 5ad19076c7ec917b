"""Italian phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.domain import Reason
from inbox_rebond.reading.tongue import Tongue, listed, named

WORDS = named(r"""
    people = candidat[oaie]|candidatur[ae]|person[ae]|profil[oi]|concorrent[ei]|finalist[aei]|
        docente|figure?a?|ragazz[oa]|dottoressa|collega|professionista
    other = altr[oaie]|un'altra|un altro
    post = posizione|posto|ruolo|ricerca|posti|selezione|incarico|concorso|offerta|vacancy
    chose = proseguire|proseguiamo|preferit[oa]|scelt[oaie]|scegliere|orientat[oi]|optato|
        andat[oi] avanti|selezionat[oa]|individuato|affidat[oa]|assegnat[oa]|attribuit[aoi]|
        ricaduta|proposta|procedere
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
    """),
    Reason.INTERNAL_CANDIDATE: listed(r"""
        (?:risorsa|mobilita|candidat[oa]|avanzamento|promozione) intern[oa]
        gia in organico
        dipendente di un'altra sede
    """),
    Reason.POSITION_FILLED: listed(r"""
        <post> ~ (?:coperta?|chiusa con|assegnati|occupat[oa])(?! con una risorsa)
        non (?:e|sono) piu disponibil[ei]
        abbiamo gia (?:trovato|completato)
        organico per la stagione
    """),
    Reason.POSITION_CANCELLED: listed(r"""
        <post> ~ (?:annullat[oa]|revocat[oa]|sospes[oa]|non esiste piu|senza assunzioni)
        non aprire (?:piu )?questa posizione
        ritirato l'incarico
        progetto non e stato finanziato
    """),
    Reason.HIRING_FREEZE: listed(r"""
        assunzioni ~ (?:bloccat*|sospes*|congelat*)
        blocco (?:del turnover|delle assunzioni)
        congelato ~ (?:ingressi|assunzioni)
        quest'anno non si assume
    """),
    Reason.NO_VACANCY: listed(r"""
        non (?:abbiamo|ci sono|disponiamo di|ho) ~ (?:posizioni|posti|
            ricerche) (?:\w+ )?(?:apert[ei]|disponibili|di dottorato)
        non stiamo assumendo
        organico e al completo
        non accogliamo tirocinanti
        non sono previsti inserimenti
    """),
    Reason.OVERQUALIFIED: listed(r"""
        sovra-?qualificat*
        ti annoieresti
    """),
    Reason.WORK_AUTHORISATION: listed(r"""
        (?:senza|non) ~ permesso di (?:soggiorno|lavoro)
        non sponsorizza visti
    """),
    Reason.LOCATION: listed(r"""
        solo candidati residenti
        troppo lontan*
        non e disponibile al trasferimento
    """),
    Reason.SALARY: listed(r"""
        (?:richiesta|aspettativ[ae]|pretes[ae]) (?:economic*|retributiv*|salarial*) ~ (?:super*|
            fuori|oltre)
        con la ral che
    """),
    Reason.AVAILABILITY: listed(r"""
        preavviso ~ (?:troppo|non)
        disponibilita non
        date del tirocinio ~ non
    """),
    Reason.LANGUAGE: listed(r"""
        (?:livello di |un )(?:inglese|tedesco|francese|italiano) ~ non
        non conosc* ~ (?:francese|inglese|tedesco)
    """),
    Reason.QUALIFICATION: listed(r"""
        (?:manca|senza|non avendo) ~ (?:titolo di studio|iscrizione all'albo|patentino|
            abilitazione|laurea)
        diploma ~ non risulta
    """),
    Reason.EXPERIENCE: listed(r"""
        (?:cerchiamo|servono|bisogno) ~ (?:piu|maggiore|almeno ~ anni di) esperienza
        esperienza ~ (?:insufficiente|acerba|non raggiunge|non sufficiente|non e sufficiente)
        figura piu senior
        non avendo mai lavorato
        ti manca ~ gavetta
    """),
    Reason.SKILLS: listed(r"""
        (?:competenze|conoscenza) ~ (?:non sono sufficienti|troppo superficiale|non sufficient*)
        padronanza ~ non
        non raggiunge il livello
        non sai ancora
    """),
    Reason.CULTURE_FIT: listed(r"""
        giusta sintonia
        valori e i tuoi
        cultura aziendale ~ non
    """),
    Reason.PROFILE: listed(r"""
        (?:profilo|candidatura|caratteristiche) ~ non ~ (?:in linea|corrispond*|rispond*|coerente|
            aderent*|adatt*|idone*|va bene)
        non ~ (?:corrispondenza|rispecchi|vediamo il match|compatibilita|possiede i requisiti)
        figura diversa
    """),
    Reason.OTHER: listed(r"""
        oltre i termini
        non essendosi presentato
        verifica delle referenze
        gia partecipato a questa
    """),
}

ITALIAN = Tongue(
    words=WORDS,
    reasons=REASONS,
    hypothetical=listed(r"""
        ^(?:se|qualora|quando|nel caso)
        (?:se|qualora) (?:si|dovesse|ci)
    """),
    interviewed=listed(r"""
        (?:dopo|durante|per|in seguito a[l]?) (?:il |la |l')?(?:nostro |tuo |suo )?(?:colloquio|
            incontro|chiacchierata|intervista)
        (?:piacere|grazie|felici) ~ (?:conoscerti|conoscerla|incontrart*|colloquio|incontrarla)
        (?:tuo|suo) colloquio
    """),
    feedback_offered=listed(r"""
        (?:disposizione|se vuoi|se desidera|volentieri) ~ (?:feedback|riscontro|chiarimenti)
    """),
    feedback_declined=listed(r"""
        non (?:possiamo|siamo in grado|e possibile) ~ (?:feedback|riscontro|motivazion*)
    """),
    no_answer=listed(r"""
        non rispondere
        messaggio automatico
    """),
    company=listed(r"""
        (?:candidatura|posizione|interesse|lavorare|selezione)[^\n.]{0,50}? presso (?:la |il |
            l['’])?
        \bpresso (?:la |il |l['’]|di )?
        [Tt]eam (?:di |HR di |HR |recruiting |della )?
        candidatura [-–—]
    """),
    company_loose=listed(r"""
        (?:candidatura|posizione|lavorare|selezione)[^\n.]{0,50}? (?:in|per|con) (?:la |il |
            l['’])?
    """),
    role_common=listed(r"""
        (?:posizione|ruolo|posto) di (?P<role>[^\n]{3,120})
    """),
    role=listed(r"""
        (?:posizione|ruolo|posto|figura|selezione|annuncio) (?:di|per|come) (?P<role>[^\n]{3,120})
        candidatura (?:come|per(?: il ruolo di| la posizione di)?|a) (?P<role>[^\n]{3,120})
    """),
    formal=listed(r"""
        \b(?:Lei|Sua|Suo|Suoi|Sue|La|Le)\b(?= (?:ringraz|comunic|inform|augur|conferm)|[ ,])|
            \b(?:suo|sua) (?:candidatura|interesse|profilo|cv)\b|\w+(?:La|Le)\b
    """)[0],
    informal=r"""(?i:\b(?:tu|tuo|tua|tuoi|tue|ti|ciao)\b)""",
)

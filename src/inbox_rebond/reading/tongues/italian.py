"""Italian phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.reading.tongue import Tongue, listed
from inbox_rebond.reading.tongues.italian_reasons import REASONS, WORDS

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
    role_loose=listed(r"""
        (?:posizione|ruolo|annuncio|offerta|figura|selezione|candidatura) (?:di |per |
            per il ruolo di |a |come |in qualità di )?(?P<role>[^\n]{3,100})
        (?:posizione|ruolo|annuncio|offerta)\s*: (?P<role>[^\n]{3,100})
    """),
    formal=listed(r"""
        \b(?:Lei|Sua|Suo|Suoi|Sue|La|Le)\b(?= (?:ringraz|comunic|inform|augur|conferm)|[ ,])|
            \b(?:suo|sua) (?:candidatura|interesse|profilo|cv)\b|\w+(?:La|Le)\b
    """)[0],
    informal=r"""(?i:\b(?:tu|tuo|tua|tuoi|tue|ti|ciao)\b)""",
    role_ends=(
        r"presso|si|è|e (?=per|ti|la|le|vi|purtroppo|siamo|abbiamo)|in|con|non|che|da|sul|"
        r"pubblicat\w*|per|nella|nel|a (?=[A-Z])|ha|abbiamo"
    ),
)

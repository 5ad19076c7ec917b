"""German phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.reading.tongue import Tongue, listed
from inbox_rebond.reading.tongues.german_reasons import REASONS, WORDS

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
    role_loose=listed(r"""
        (?:Stelle|Position|Rolle|Funktion|Vakanz|Bewerbung|Bereich) (?:als |für |zur |
            zum )?(?P<role>(?-i:[A-ZÄÖÜ])[^\n]{3,100})
        (?:Stelle|Position|Vakanz|Referenz|Bewerbung als)\s*: (?P<role>[^\n]{3,100})
    """),
    formal=r"""\b(?:Ihnen|Ihre[mnrs]?)\b|(?<=[a-zäöüß,] )(?:Sie|Ihr)\b""",
    informal=r"""(?i:\b(?:du|dir|dich|dein(?:e[mnrs]?)?|euch|eure[mnrs]?)\b)""",
    role_ends=(
        r"bei|beim|in|im (?=Bereich|Team|Unternehmen|Haus|Raum)|für (?=den|die|das|unser|Ihr)|"
        r"(?!(?:für|der|des|und|of|and|im)\b)[a-zäöüß]{2,}|und (?=[a-zäöü])"
    ),
)

"""Dutch phrases. The notation is explained in tongue.py."""

from __future__ import annotations

from inbox_rebond.reading.tongue import Tongue, listed
from inbox_rebond.reading.tongues.dutch_reasons import REASONS, WORDS

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
    role_loose=listed(r"""
        (?:functie|vacature|rol|positie|baan|sollicitatie|opdracht) (?:van |als |voor |
            op de functie van |voor de functie van )?(?P<role>[^\n]{3,100})
        (?:functie|vacature|rol|positie)\s*: (?P<role>[^\n]{3,100})
    """),
    formal=r"""(?i:\b(?:u|uw)\b)""",
    informal=r"""(?i:\b(?:je|jij|jou|jouw|jullie)\b)""",
    role_ends=(
        r"bij|goed|ingetrokken|ligt|een|niet|kunnen|vervuld|werd|komt|in|aan|op|die|dat|is|hebben|"
        r"heeft|met|en (?=voor|sorry|de|het|je|uw|we|wij|in)|te|binnen|naar|waar|wij|we|hebt|als"
    ),
)

"""Domains: whose mail it is, and which of them are recruiting systems or mail for everybody."""

from __future__ import annotations

import re

from inbox_rebond.reading.lexicon import word_set

_SECOND_LEVEL = word_set("co com ac org net gov edu gob gouv nhs")

RELAYS = word_set("""
    myworkday.com myworkdayjobs.com workday.com greenhouse.io greenhouse-mail.io lever.co
    ashbyhq.com smartrecruiters.com teamtailor.com teamtailor-mail.com jobvite.com icims.com
    taleo.net oraclecloud.com successfactors.com successfactors.eu sapsf.com sapsf.eu
    workable.com workablemail.com recruitee.com breezy.hr bamboohr.com personio.de
    personio.com jazzhr.com applytojob.com avature.net eightfold.ai phenompeople.com
    cornerstoneondemand.com csod.com ultipro.com ukg.com dayforcehcm.com adp.com paylocity.com
    paycomonline.net softgarden.io rexx-systems.com onlyfy.io prescreen.io join.com
    welcomekit.co welcometothejungle.com flatchr.io taleez.com nicoka.com
    digitalrecruiters.com beetween.com talentsoft.com jobaffinity.fr cegid.cloud
    factorialhr.com factorial.co bizneo.com viterbit.com infojobs.net gupy.io gupy.com.br
    kenoby.com solides.com.br inrecruiting.com zucchetti.it homerun.co carerix.com
    recruitnow.nl pinpointhq.com pinpoint.email comeet-notifications.com comeet.co
    rippling.com gem.careers jobylon.com reachmee.com varbi.com webcruiter.no tribepad.com
    eploy.co.uk jobtrain.co.uk hirebridge.com clearcompany.com brassring.com kenexa.com
    hiretual.com trac.jobs jobs.nhs.uk indeed.com indeedemail.com linkedin.com glassdoor.com
    stepstone.de stepstone.com xing.com monster.com ziprecruiter.com wellfound.com angel.co
    hellowork.com apec.fr infoempleo.com amazonses.com sendgrid.net mailgun.org
    mandrillapp.com
""")
"""Domains of recruiting systems, job boards and mailers: never the employer."""

FREE_MAIL = word_set("""
    gmail.com googlemail.com outlook.com hotmail.com hotmail.fr live.com msn.com yahoo.com
    yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.co.uk icloud.com me.com mac.com aol.com gmx.de
    gmx.net gmx.com web.de t-online.de freenet.de proton.me protonmail.com orange.fr
    wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tin.it ziggo.nl kpnmail.nl
    planet.nl sapo.pt uol.com.br bol.com.br terra.com.br zoho.com fastmail.com mail.com
    posteo.de mailbox.org hey.com bluewin.ch
""")
"""Domains where anybody can have an address."""

_NO_LABELS = word_set("""
    mail email mailer jobs job careers career recruiting recruitment recruit hr talent contact
    info example localhost invalid test notifications reply smtp mx bounce
""")


_SYSTEM = re.compile(
    r"(?:^|-)(?:ats|mail|mailer|rh|hr|tests?|online)(?:-|$)|recrut|recruit|reclut|talent|career|karriere|"
    r"carrier|candidat|bewerb|stellen|postul|emploi|empleo|trabaj|jobs?(?:-|$)|^job|hire|hiring|apply"
)
"""Words in the domains of recruiting systems that nobody has listed yet."""


def organisation(domain: str) -> str:
    """The registered part of a domain, as far as it can be told without the public suffix list."""
    labels = domain.casefold().strip(".").split(".")
    second = len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) <= 3  # noqa: PLR2004 - co.uk
    return ".".join(labels[-3:] if second else labels[-2:])


def is_relay(domain: str) -> bool:
    """Whether mail from this domain was sent by a recruiting system for somebody else."""
    folded = domain.casefold()
    return organisation(folded) in RELAYS or folded in RELAYS


def is_free(domain: str) -> bool:
    """Whether anybody can have an address at this domain."""
    return organisation(domain) in FREE_MAIL


def label(domain: str) -> str:
    """The word of a domain that may name the employer; empty where it names none."""
    if is_relay(domain) or is_free(domain):
        return ""
    first = organisation(domain).partition(".")[0]
    named = first not in _NO_LABELS and len(first) >= 3 and not _SYSTEM.search(first)  # noqa: PLR2004 - initials say little
    return first if named else ""

"""Letters as they come to somebody who applies: four rejections, and what must stay in sight."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

_REJECTIONS = {
    "en": """\
Nora Berg <nora.berg@fernhill.example>
Your application as data analyst

Dear Camille,

Thank you for your application to Fernhill. Unfortunately, we have decided to move forward with
other candidates.

Kind regards
Nora Berg
""",
    "fr": """\
Luc Perrin <luc.perrin@atelier-perrin.example>
Votre candidature au poste de comptable

Bonjour Camille,

Nous avons étudié votre candidature avec attention. Malheureusement, nous ne pouvons pas y donner
une suite favorable.

Cordialement
Luc Perrin
""",
    "de": """\
Jonas Kehl <jonas.kehl@kehl-bau.example>
Ihre Bewerbung als Bauleiterin

Guten Tag Frau Martin,

vielen Dank für Ihre Bewerbung. Leider müssen wir Ihnen mitteilen, dass wir uns für eine andere
Kandidatin entschieden haben.

Viele Grüße
Jonas Kehl
""",
    "es": """\
Marta Ruiz <marta.ruiz@olivar.example>
Su candidatura como administrativa

Estimada Camille:

Gracias por su interés. Lamentamos comunicarle que hemos decidido continuar el proceso con otros
candidatos.

Un saludo
Marta Ruiz
""",
}
_OTHERS = {
    "receipt": """\
Jobs <jobs@halden.example>
We have received your application

Dear Camille,

Thank you for applying to Halden. We have received your application and will be in touch within
two weeks.

The Halden team
""",
    "interview": """\
Ann Lee <ann.lee@halden.example>
Interview on Thursday

Dear Camille,

We would like to invite you to an interview on Thursday at ten. Please let us know whether that
suits you.

Ann Lee
""",
    "offer": """\
Ann Lee <ann.lee@halden.example>
Your offer

Dear Camille,

We are delighted to offer you the position of analyst. Your contract is attached; please sign it
by Friday.

Ann Lee
""",
    "newsletter": """\
Seed club <news@seeds.example>
What to sow in March

Hello,

The ground is still cold, but peas and broad beans may go in. Unfortunately the tomatoes have to
wait.

Unsubscribe any time.
""",
}


def _stored(name: str, letter: str) -> bytes:
    """A letter as a server stores it."""
    head, _, text = letter.partition("\n\n")
    message = EmailMessage(SMTP)
    message["From"], message["Subject"] = head.splitlines()
    message["To"] = "Camille Martin <camille@example.org>"
    message["Date"] = "Mon, 09 Mar 2026 09:00:00 +0100"
    message["Message-ID"] = f"<{name}@mail.example>"
    message["References"] = f"<application-{name}@example.org>"
    message.set_content(text)
    return message.as_bytes()


REJECTIONS = {name: _stored(name, letter) for name, letter in _REJECTIONS.items()}
OTHERS = {name: _stored(name, letter) for name, letter in _OTHERS.items()}

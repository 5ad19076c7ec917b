"""Small corpora, made up for tests, in the form of models/corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = {
    "en/slots.toml": 'company = ["Fernhill", "Halden Optics"]\nrole = ["analyst"]\n',
    "en/pieces/rejection.txt": """\
# what was said, by reason
[other_candidate]
We chose somebody else for the post of {role}.
We went with another applicant.
[none]
We cannot offer you the post.
Your application was not successful.
We will not take it any further.
We have to say no this time.
""",
    "en/pieces/acknowledgement.txt": """\
We have received your application.
Thank you for applying to {company}.
Your documents have reached us.
Your application is with our team.
""",
    "en/pieces/offer.txt": """\
We are happy to offer you the post.
Your contract is attached.
You are hired.
Welcome to {company}.
""",
    "en/pieces/other.txt": """\
The cinema is sold out tonight.
Your parcel could not be delivered.
The meeting is moved to Monday.
""",
    "en/pieces/opening.txt": "[any]\nDear applicant,\n[rejection]\nThank you for your patience.\n",
    "en/pieces/filler.txt": "[any]\nWe are a family business.\nMany people have applied.\n",
    "en/pieces/closing.txt": "[any]\nKind regards\\nNora Berg\n",
    "en/pieces/subject.txt": "[any]\nYour application\n[offer]\nGood news\n",
    "en/mails/rejection/short.txt": """\
Subject: Your application as {role}
From: Fernhill <jobs@fernhill.example>
Reasons: experience
Quote: we were looking for somebody with more years at sea

Dear applicant,

thank you for writing. Sadly we were looking for somebody with more years at sea.

Kind regards
%%
Subject: No
Quote: It is a no

It is a no.
""",
    "en/mails/other_refusal/loan.txt": """\
Subject: Your loan

We cannot grant you the loan. The bank has decided otherwise.
""",
    "en/mails/other/life.txt": """\
Subject: Friday

Shall we meet on Friday? The garden is ready and the soup is on the stove.
%%
Subject: Your order
Type: html

<p>Your <b>order</b> has left our house today.</p>
%%
Subject: Newsletter

Ten recipes for spring. Read them on our page, and cook with friends.
%%
Subject: Match report

The home team won by two goals. The next match is on Sunday.
""",
}

_SAID = {
    "rejection": "We chose somebody else for the {} team.",
    "acknowledgement": "We have received what you sent to the {} team.",
    "assessment": "Please take the test of the {} team.",
    "feedback": "You asked the {} team what was missing: practice was.",
    "interview": "The {} team would like to meet you.",
    "job_alert": "New posts for you in the {} team.",
    "offer": "The {} team is happy to hire you.",
    "outreach": "I found your profile and have a post in a {} team.",
    "status_update": "Your application is still with the {} team.",
    "other": "Dinner with the {} team is moved to Friday.",
    "filler": "The {} team has many members.",
}
_TEAMS = ("red", "blue", "green", "white", "black", "north", "south", "west", "east", "sea")
_TEAM_MAIL = "Subject: Match\n\nThe {} team won. The next match of the {} team is on Sunday."
WHOLE = {
    **{
        f"en/pieces/{label}.txt": "\n".join(map(says.format, _TEAMS))
        for label, says in _SAID.items()
    },
    **{name: ENGLISH[name] for name in ENGLISH if "rejection" in name and "mails" in name},
    "en/mails/other/match.txt": "\n%%\n".join(_TEAM_MAIL.format(team, team) for team in _TEAMS),
}
"""Ten pieces of every kind and ten ordinary mails: enough to fit a model on."""


def write(root: Path, files: dict[str, str] | None = None) -> Path:
    """Write a corpus into a folder."""
    for name, text in (ENGLISH if files is None else files).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root

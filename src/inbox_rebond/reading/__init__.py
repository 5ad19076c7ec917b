"""What a mail says of an application: company, role, contact, reasons, tone, and whom to ask.

None means "the mail does not say" and is preferred to a guess. Only what this sender wrote is read,
neither quoted nor attached mails.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inbox_rebond.domain import Findings
from inbox_rebond.reading.company import company_of
from inbox_rebond.reading.contact import contact_of
from inbox_rebond.reading.language import LANGUAGES, languages_of
from inbox_rebond.reading.reasons import reasons_in
from inbox_rebond.reading.reply import whom_to_ask
from inbox_rebond.reading.role import role_of, without_house
from inbox_rebond.reading.sender import sender_kind
from inbox_rebond.reading.tone import feedback_of, register_of, stage_of, unanswered
from inbox_rebond.reading.tongue import told
from inbox_rebond.text import MAX_CHARS

if TYPE_CHECKING:
    from inbox_rebond.domain import Mail, Person

__all__ = ["read"]

_MOST_SUBJECT = 300


def read(mail: Mail, person: Person) -> Findings:
    """Everything that can be read in one mail; never raises on what stands in it."""
    mail = replace(mail, subject=mail.subject[:_MOST_SUBJECT], text=mail.text[:MAX_CHARS])
    spoken = languages_of(f"{mail.subject}\n{mail.text}")
    languages = spoken or LANGUAGES
    parts = told(mail.text)
    role = role_of(mail, languages)
    company = company_of(mail, languages, role)
    return Findings(
        language=spoken[0] if spoken else None,
        company=company,
        role=without_house(role, company),
        contact=contact_of(mail, person, company),
        register=register_of(mail.text, spoken[0]) if spoken else None,
        stage=stage_of(parts, languages),
        reasons=reasons_in(parts, languages),
        feedback=feedback_of(parts, languages),
        sender_kind=sender_kind(mail.sender),
        reply=whom_to_ask(mail, person, unanswered=unanswered(parts, languages)),
    )

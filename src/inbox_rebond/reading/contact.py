"""The person who signed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inbox_rebond.reading.names import bare, is_person, words_of
from inbox_rebond.reading.role import reads_as_title
from inbox_rebond.reading.sender import person_named
from inbox_rebond.reading.signature import closes, signature_of

if TYPE_CHECKING:
    from inbox_rebond.domain import Mail, Person

_BEHIND_NAME = re.compile(r"\s*[|,(–—/]\s*|\s+-\s+|\s{2,}")
_LAST_WORDS = re.compile(r"(?:[.!?]|,)\s+(?P<name>[^.!?,]{2,40})$")


def contact_of(mail: Mail, person: Person, company: str | None) -> str | None:
    """The name under the mail, else the person's name in From; None where neither is one."""
    named = person_named(mail.sender) if mail.sender else ""
    signed = _signed(mail)
    if signed and set(words_of(signed)) < set(words_of(named)):
        signed = named  # "Owen" under a mail from Owen Prichard
    for name in (signed, named):
        if name and not _is_company(name, company) and not _is_self(name, person):
            return name
    return None


def _signed(mail: Mail) -> str:
    """The first person in the signature; without a complimentary close only a sure one."""
    lines, closed = signature_of(mail.text)
    if not closed:
        lines = (*lines, *_LAST_WORDS.findall(mail.text.strip()[-200:]))
    for line in lines[:2] if closed else lines:
        name = _BEHIND_NAME.split(line)[0].strip(" .,-–—*_'\"")
        if is_person(name) and not reads_as_title(name) and not closes(name):
            return name if closed or _sure(name, mail) else ""
    return ""


def _sure(name: str, mail: Mail) -> bool:
    """Whether a name that no close introduces is a person's: From says so, or it ends the mail."""
    sender = mail.sender
    called = set(words_of(name))
    if sender and called & {*words_of(sender.name), *words_of(sender.email.partition("@")[0])}:
        return True
    return mail.text.rstrip(" .\n").endswith(name)


def _is_company(name: str, company: str | None) -> bool:
    return company is not None and (bare(name) in bare(company) or bare(company) in bare(name))


def _is_self(name: str, person: Person) -> bool:
    return bool(words_of(name)) and set(words_of(name)) <= set(words_of(person.name))

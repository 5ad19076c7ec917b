"""The person who signed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inbox_rebond.reading.names import bare, is_person, words_of
from inbox_rebond.reading.sender import person_named
from inbox_rebond.reading.tongue import folded
from inbox_rebond.text import MAX_CHARS

if TYPE_CHECKING:
    from inbox_rebond.domain import Mail, Person

_CLOSING = re.compile(
    r"^(?:"
    r"(?:kind|kindest|best|warm|warmest|many|with|all|yours|very)\b.{0,30}|regards|sincerely|cheers|"
    r"thanks(?: again)?|thank you|take care|"
    r"(?:bien |tres )?(?:cordialement|sincerement|respectueusement)|bien a (?:vous|toi)|"
    r"salutations.{0,30}|"
    r"(?:mit )?(?:freundliche|beste|liebe|viele|herzliche|schone)[nr]? gru.{0,30}|mfg|lg|vg|"
    r"(?:un )?(?:cordial )?saludos?.{0,20}|atentamente|un abrazo|"
    r"(?:cordiali|distinti|un) salut[io].{0,20}|cordialmente|"
    r"(?:met )?(?:vriendelijke|hartelijke) groet.{0,10}|groeten?|groetjes|"
    r"atenciosamente|cumprimentos|com os melhores cumprimentos|abracos?"
    r")[,.! ]*$"
)
_BEHIND_NAME = re.compile(r"\s*[|,(–—]\s*|\s+-\s+|\s{2,}")


def contact_of(mail: Mail, person: Person, company: str | None) -> str | None:
    """The name under the mail, else the person's name in From; None where neither is one."""
    signed = _signed(mail.text)
    if signed and not _is_company(signed, company) and not _is_self(signed, person):
        return signed
    named = person_named(mail.sender) if mail.sender else ""
    return (
        named if named and not _is_company(named, company) and not _is_self(named, person) else None
    )


def _signed(text: str) -> str:
    """The first line under the last complimentary close, if it is the name of a person."""
    lines = [line.strip() for line in text[:MAX_CHARS].splitlines() if line.strip()]
    closings = [at for at, line in enumerate(lines) if _closes(line)]
    for at in reversed(closings):
        if at + 1 < len(lines):
            name = _BEHIND_NAME.split(lines[at + 1])[0].strip(" .,-–—*_")
            if is_person(name) and not _closes(name):
                return name
    return ""


def _closes(line: str) -> bool:
    """Whether a line, or the last words of a longer one, takes leave."""
    last = re.split(r"[.!?]\s+", folded(line[-60:]))[-1]
    return bool(_CLOSING.match(last))


def _is_company(name: str, company: str | None) -> bool:
    return company is not None and (bare(name) in bare(company) or bare(company) in bare(name))


def _is_self(name: str, person: Person) -> bool:
    return bool(words_of(name)) and set(words_of(name)) <= set(words_of(person.name))

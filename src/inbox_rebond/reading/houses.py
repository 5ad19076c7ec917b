"""The places of a mail where an employer's name stands, and how much each of them says."""

from __future__ import annotations

import re
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

from inbox_rebond.reading.names import (
    bare,
    has_legal_form,
    is_person,
    name_at,
    tidy,
    without_team,
)
from inbox_rebond.reading.organisations import RELAYS, is_free, label
from inbox_rebond.reading.sender import person_named
from inbox_rebond.reading.signature import signature_of
from inbox_rebond.reading.subject import is_around, parts_of
from inbox_rebond.reading.tongue import places
from inbox_rebond.reading.tongues import TONGUES
from inbox_rebond.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inbox_rebond.domain import Address, Mail

_LOOSE, _TEXT, _SIGNATURE, _SENDER = 1, 2, 3, 3

_MOST_CHARS = 6_000
_MOST_LINE = 70
_LAST_LINES = 25
_MOST_WORDS = 5
_IN_SUBJECT = re.compile(
    r"[-–—|:] (?=[^-–—|:]{2,40}$)|"
    r"(?:update|news|message|e-?mail|you|thanks|merci|nachricht|up) (?:from|de|von) |"
    r"^(?=[^-–—|:]{2,40} [-–—|:] )|"
    r"^your (?=\S+(?: \S+)? application$)",
    re.IGNORECASE,
)
_SYSTEMS = frozenset(relay.partition(".")[0] for relay in RELAYS)
_AFTER_PERSON = re.compile(r"^(?:\s*(?:from|at|von|bei|chez|@)\s+|[\s|,(/–—-]+)")
_JOINED = re.compile(r",\s+(?=(?:Inc|LLC|LLP|Ltd|Corp|GmbH|AG|SA|SAS)\b)")
_PIECES = re.compile(r"\s*[,|–—/•·]\s+|\s+-\s+")
_OPENING = "\"'«“„‘(["
_BEHIND_ROLE = (
    r"['\"”»]?[^\n.,;:!?]{0,25}?[ ,](?:at|with|@|chez|au sein d[eu]|bei(?: der)?|bij|en|na|no|"
    r"presso|auprès de)(?: the| la| l['’])? ?"
)
_DECIDED = re.compile(
    r"(?:^|[,;:] |\n)(?P<name>[^\n,;:.]{2,50}?) "
    r"(?:(?:has|have) (?:decided|chosen|elected|reviewed|rejected)\b|is an? (?:equal|affirmative))",
    re.IGNORECASE,
)


def names_in(mail: Mail, languages: Iterable[str], role: str | None) -> Iterator[tuple[str, int]]:
    """Every name that stands where an employer's stands, and how much the place says."""
    text = mail.text[:_MOST_CHARS]
    for language in languages:
        for pattern, weight in _places(language):
            for place in (text, mail.subject):
                for match in pattern.finditer(place):
                    yield without_team(name_at(place[match.end() :])), weight
    yield from zip(_in_subject(mail.subject), repeat(_LOOSE))
    yield from zip(_in_text(text, role), repeat(_TEXT))
    yield from zip(_signatures(text), repeat(_SIGNATURE))
    yield from zip(_under_name(text), repeat(_TEXT))
    if mail.sender:
        yield _in_display_name(mail.sender), _SENDER
        yield from zip(_spelled(text, bare(label(mail.sender.domain))), repeat(_SIGNATURE))


@cache
def _places(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Where a company's name follows, and how much that says."""
    tongue = TONGUES[language]
    return (places(tongue.company), _TEXT), (places(tongue.company_loose), _LOOSE)


def _in_subject(subject: str) -> Iterator[str]:
    """The names beside the words around an application, and parts that are nothing but a name."""
    for match in _IN_SUBJECT.finditer(subject):
        name = name_at(subject[match.end() :])
        yield without_team(re.sub(r"\s+Application$", "", name))
    for part in parts_of(subject):
        if name_at(part) == tidy(part):
            yield without_team(part)


def _in_text(text: str, role: str | None) -> Iterator[str]:
    """Who has decided; and "at Acme" behind the title, where a weak word is enough."""
    for match in _DECIDED.finditer(text):
        if name_at(match["name"]) == tidy(match["name"]):
            yield without_team(match["name"])
    for match in re.finditer(re.escape(role) + _BEHIND_ROLE, text) if role else ():
        yield name_at(text[match.end() :])


def _spelled(text: str, house: str) -> Iterator[str]:
    """The word of the domain as the text writes it: "Acme Tools" for acme-tools."""
    tokens = text.split() if house else []
    for at, token in enumerate(tokens):
        first = token.lstrip(_OPENING)[:1]
        if not first.isupper() or plain(first) != house[0]:
            continue
        for length in range(1, _MOST_WORDS + 1):
            name = tidy(" ".join(tokens[at : at + length]))
            if bare(name) == house:
                yield name
            if len(bare(name)) >= len(house):
                break


def _signatures(text: str) -> Iterator[str]:
    """The house in "The Acme Recruiting Team" and in "Acme GmbH" among the last lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in map(_JOINED.sub, repeat(" "), lines[-_LAST_LINES:]):
        for piece in _PIECES.split(line) if len(line) <= _MOST_LINE else ():
            left = without_team(piece.rstrip("., "))
            told = has_legal_form(piece) or left != tidy(piece)
            if left and told and name_at(left) == left:
                yield left


def _under_name(text: str) -> Iterator[str]:
    """The house on a line of its own under the person, their title or their team."""
    lines, closed = signature_of(text)
    for at, line in enumerate(lines if closed else ()):
        for piece in _PIECES.split(line):
            person = is_person(piece) and (at == 0 or len(lines) == 1)
            if not person and name_at(piece) == tidy(piece):
                yield without_team(piece.removeprefix("The "))


def _in_display_name(sender: Address) -> str:
    """The house in "Acme Recruiting Team", "Jane Doe from Acme", "Acme via Greenhouse"."""
    name = re.split(r"\s+via\s+", sender.name.strip("\"' "))[0]
    person = person_named(sender)
    if person:
        name = _AFTER_PERSON.sub("", name.removeprefix(person))
    left = without_team(re.sub(r"\s*[|(–—-]\s+.*$", "", name).strip("()"))
    private = is_free(sender.domain) and is_person(left)
    named = name_at(left) == left or (left[:1].isupper() and len(left.split()) <= _MOST_WORDS)
    believed = named and not (private or is_around(left) or bare(left) in _SYSTEMS)
    return left if believed else ""

"""The employer: where several places of a mail name one, the name that most of them agree on."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

from inbox_rebond.reading.names import (
    bare,
    has_legal_form,
    is_name,
    is_person,
    name_at,
    tidy,
    without_team,
)
from inbox_rebond.reading.organisations import RELAYS, is_free, label
from inbox_rebond.reading.role import is_title
from inbox_rebond.reading.sender import person_named
from inbox_rebond.reading.tongue import places
from inbox_rebond.reading.tongues import TONGUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inbox_rebond.domain import Address, Mail

# How much a place says, and how much is enough. A domain only backs what stands elsewhere.
_TEXT, _SIGNATURE, _LOOSE, _SENDER, _DOMAIN = 2, 3, 1, 3, 2
_ENOUGH = 2

_MOST_CHARS = 6_000
_MOST_LINE = 70
_LAST_LINES = 25
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
_DECIDED = re.compile(
    r"(?:^|[,;:] |\n)(?P<name>[^\n,;:.]{2,50}?) "
    r"(?:has|have) (?:decided|chosen|elected|reviewed|rejected)\b"
)


@cache
def _places(language: str) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Where a company's name follows, and how much that says."""
    tongue = TONGUES[language]
    return (places(tongue.company), _TEXT), (places(tongue.company_loose), _LOOSE)


def company_of(mail: Mail, languages: Iterable[str], role: str | None) -> str | None:
    """The employer as the mail writes it, without its legal form; None where it names none."""
    votes: Counter[str] = Counter()
    for name, weight in _named(mail, tuple(languages)):
        if is_name(name) and not _is_role(name, role):
            votes[name] += weight
    return _agreed(votes, mail.sender) or _from_domain(mail.sender)


def _named(mail: Mail, languages: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Every name that stands where an employer's stands, and how much the place says."""
    text = mail.text[:_MOST_CHARS]
    for language in languages:
        for pattern, weight in _places(language):
            for place in (text, mail.subject):
                for match in pattern.finditer(place):
                    yield without_team(name_at(place[match.end() :])), weight
    for match in _IN_SUBJECT.finditer(mail.subject):
        yield _without_application(name_at(mail.subject[match.end() :])), _LOOSE
    for match in _DECIDED.finditer(text):
        if name_at(match["name"]) == tidy(match["name"]):
            yield without_team(match["name"]), _TEXT
    yield from ((name, _SIGNATURE) for name in _signatures(text))
    if mail.sender:
        yield _in_display_name(mail.sender), _SENDER


def _without_application(name: str) -> str:
    return without_team(re.sub(r"\s+Application$", "", name))


def _signatures(text: str) -> Iterator[str]:
    """The house in "The Acme Recruiting Team" and in "Acme GmbH" among the last lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in map(_JOINED.sub, repeat(" "), lines[-_LAST_LINES:]):
        for piece in re.split(r"\s*[,|–—]\s+|\s+-\s+", line) if len(line) <= _MOST_LINE else ():
            left = without_team(piece.rstrip("., "))
            told = has_legal_form(piece) or left != tidy(piece)
            if left and told and name_at(left) == left:
                yield left


def _in_display_name(sender: Address) -> str:
    """The house in "Acme Recruiting Team", "Jane Doe from Acme", "Acme via Greenhouse"."""
    name = re.split(r"\s+via\s+", sender.name.strip("\"' "))[0]
    person = person_named(sender)
    if person:
        name = _AFTER_PERSON.sub("", name.removeprefix(person))
    left = without_team(re.sub(r"\s*[|(–—-]\s+.*$", "", name).strip("()"))
    private = is_free(sender.domain) and is_person(left)
    return "" if private or bare(left) in _SYSTEMS or name_at(left) != left else left


def _is_role(name: str, role: str | None) -> bool:
    return is_title(name) or (role is not None and bare(name) in bare(role))


def _agreed(votes: Counter[str], sender: Address | None) -> str | None:
    """The family of names with most votes ("Acme", "Acme Systems"), as it is mostly written."""
    house = label(sender.domain) if sender else ""
    totals = {name: sum(votes[other] for other in _kin(name, votes)) for name in votes}
    for name in totals:
        totals[name] += _DOMAIN if house and house in bare(name) else 0
    first = max(totals, key=totals.__getitem__, default=None)
    if first is None or totals[first] < _ENOUGH:
        return None
    return max(_kin(first, votes), key=lambda name: (votes[name], len(name)))


def _kin(name: str, votes: Iterable[str]) -> list[str]:
    """The names that begin like this one, or that this one begins like; itself among them."""
    key = bare(name)
    return [other for other in votes if key.startswith(bare(other)) or bare(other).startswith(key)]


def _from_domain(sender: Address | None) -> str | None:
    """The last resort: the word of the domain, with a capital."""
    named = label(sender.domain) if sender else ""
    return named.capitalize() or None

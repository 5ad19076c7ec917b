"""Who stands behind a From address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inbox_rebond.domain import SenderKind
from inbox_rebond.reading.names import TEAM_WORDS, bare, is_person, words_of
from inbox_rebond.reading.organisations import is_relay, label

if TYPE_CHECKING:
    from inbox_rebond.domain import Address

_NO_REPLY = re.compile(
    r"no[-_.]?repl|not?[-_.]?respond|do[-_.]?not[-_.]?(?:reply|respond)|dont[-_.]?reply|"
    r"n[eo][-_.]?pas[-_.]?repond|ne[-_.]?repond|nicht[-_.]?antwort|keine[-_.]?antwort|no[-_.]?(?:responder|contest)|"
    r"non[-_.]?rispond|niet[-_.]?beantwoord|nao[-_.]?respond|mailer[-_.]?daemon|postmaster|bounces?\b|"
    r"unattended|unmonitored|auto[-_.]?(?:mail|mated|reply|notif)|^notifications?\b|^notify\b|^alerts?\b|^system\b"
)
_SPLIT = re.compile(r"[._+-]")
_FROM_HOUSE = re.compile(r"\s+(?:from|at|von|bei|de|chez|via|@)\s+|\s*[|,(/–—-]\s+|\s*\(")


def is_no_reply(address: Address) -> bool:
    """Whether the address itself says that nobody reads the answer."""
    return bool(_NO_REPLY.search(address.email.rpartition("@")[0].casefold()))


def person_named(address: Address) -> str:
    """The person whom a display name names ("Jane Doe from Acme": Jane Doe); else empty.

    One word alone is a person only where the address begins with it.
    """
    name = _FROM_HOUSE.split(address.name.strip().strip("\"'"))[0].strip()
    if not is_person(name):
        return ""
    local = address.email.rpartition("@")[0]
    parts = [part for part in _SPLIT.split(local) if part]
    called = words_of(name)
    told = any(part in parts or local.startswith(part) for part in called if len(part) > 1)
    told = told or local in _initialled(called)
    if told:
        return name
    office = is_no_reply(address) or all(part in TEAM_WORDS for part in parts) or local.isalpha()
    return name if len(called) > 1 and (not office or _at_another_house(name, address)) else ""


def _at_another_house(name: str, address: Address) -> bool:
    """Whether a name at an office's address is not the house itself: Jane Doe, jobs@acme.com."""
    house = bare(label(address.domain))
    return (
        bool(house)
        and not is_no_reply(address)
        and house not in bare(name)
        and bare(name) not in house
    )


def _initialled(called: list[str]) -> set[str]:
    """The local parts that a person's names usually give: jdoe, janed, jd."""
    first, last = called[0], called[-1]
    return {first[0] + last, first + last[0], first[0] + last[0], last + first[0]}


def sender_kind(address: Address | None) -> SenderKind:
    """A person, a team, an address that nobody reads, or a recruiting system."""
    if address is None:
        return SenderKind.TEAM
    if is_no_reply(address):
        return SenderKind.NO_REPLY
    if is_relay(address.domain):
        return SenderKind.RELAY
    if person_named(address) or _personal_local_part(address):
        return SenderKind.PERSON
    return SenderKind.TEAM


def _personal_local_part(address: Address) -> bool:
    """`jane.doe@…` without a display name."""
    parts = address.email.rpartition("@")[0].split(".")
    alike = len(parts) == 2 and all(part.isalpha() and len(part) > 1 for part in parts)  # noqa: PLR2004 - first.last
    return alike and not address.name and not any(part in TEAM_WORDS for part in parts)

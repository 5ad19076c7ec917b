"""The employer: where several places of a mail name one, the name that most of them agree on."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from inbox_rebond.reading.houses import names_in
from inbox_rebond.reading.names import bare, is_name
from inbox_rebond.reading.organisations import label
from inbox_rebond.reading.role import reads_as_title, without_house
from inbox_rebond.reading.subject import is_around, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inbox_rebond.domain import Mail

# A domain, and a second mention, only back what stands elsewhere.
_DOMAIN, _AGAIN = 2, 1
_ENOUGH = 2

_MOST_CHARS = 6_000
_MOST_NAMES = 40


def company_of(mail: Mail, languages: Iterable[str], role: str | None) -> str | None:
    """The employer as the mail writes it, without its legal form; None where it names none."""
    votes = _votes(mail, languages, role)
    house = label(mail.sender.domain) if mail.sender else ""
    return _agreed(votes, bare(house)) or _spoken(house) or next(_of_subject(votes, mail), None)


def _votes(mail: Mail, languages: Iterable[str], role: str | None) -> Counter[str]:
    """What the places say together, and one more for each name that stands there twice."""
    votes: Counter[str] = Counter()
    for name, weight in names_in(mail, languages, role):
        if is_name(name) and not is_around(name) and not _is_role(name, role):
            votes[name] += weight
    votes = Counter(dict(votes.most_common(_MOST_NAMES)))
    written = f"{mail.subject}\n{mail.text[:_MOST_CHARS]}"
    votes.update({name: _AGAIN for name in votes if _mentions(name, written) > 1})
    return votes


def _mentions(name: str, text: str) -> int:
    """How often a name stands in a text as a word of its own, not in an address."""
    return len(re.findall(rf"(?<![\w.@/-]){re.escape(name)}(?![\w@])", text))


def _is_role(name: str, role: str | None) -> bool:
    """Whether a name is that of a post, or a part of one that nothing sets apart."""
    if reads_as_title(name):
        return True
    part, whole = bare(name), bare(role or "")
    within = part in whole and without_house(role, name) == role
    return within or (whole != "" and whole in part)


def _agreed(votes: Counter[str], house: str) -> str | None:
    """The family of names with most votes ("Acme", "Acme Systems"), as it is mostly written."""
    keys = {name: bare(name) for name in votes}
    kin = {
        name: [
            other for other in votes if key.startswith(keys[other]) or keys[other].startswith(key)
        ]
        for name, key in keys.items()
    }
    totals = {
        name: sum(votes[other] for other in kin[name]) + _DOMAIN * (house != "" and house in key)
        for name, key in keys.items()
    }
    first = max(totals, key=totals.__getitem__, default=None)
    if first is None or totals[first] < _ENOUGH:
        return None
    best = max(kin[first], key=lambda name: (votes[name], len(name)))
    same = [name for name in votes if keys[name] == keys[best]]
    # With its article, and without a full stop that only ended a sentence.
    return max(same, key=lambda name: (name.rstrip(".") not in same or name[-1] != ".", len(name)))


def _spoken(house: str) -> str | None:
    """The word of a domain as one would say it: Acme Tools for acme-tools."""
    return " ".join(part.capitalize() for part in house.split("-")) or None


def _of_subject(votes: Iterable[str], mail: Mail) -> Iterator[str]:
    """Names that open or close the subject; the last resort where no domain tells."""
    parts = list(parts_of(mail.subject))
    yield from (name for name in votes if name in (*parts[:1], *parts[-1:]))

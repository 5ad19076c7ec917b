"""Subject, addresses and date by mail-parser; what it leaves out is read more loosely.

mail-parser sees a copy of these few headers, unfolded and cut to a length, and no bodies: on
damaged bodies it raises, and its time grows with the square of a header's length.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from mailparser import MailParser

from inbox_rebond.domain import Address
from inbox_rebond.parse.charset import to_text
from inbox_rebond.parse.clean import one_line
from inbox_rebond.parse.headers import as_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inbox_rebond.parse.headers import Headers

MAX_ADDRESSES = 100
MAX_SUBJECT = 1_000
_MAX_RAW = 16_000
_FIRST_YEAR, _LAST_YEAR = 1970, 2100
_ADDRESSED = ("from", "reply-to", "to", "cc")
_LOOSE = re.compile(
    r"(?:(?P<name>[^<>,;]{0,200})<\s*)?"
    r"(?P<email>[^\s<>()\[\],;:\"@]{1,64}@[^\s<>()\[\],;:\"'@]{1,255})"
)

# mail-parser writes header values into its log, and logs carry no content.
_LOG = logging.getLogger("mailparser")
_LOG.addHandler(logging.NullHandler())
_LOG.propagate = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands above a letter, and the names of what was wrong with it."""

    subject: str
    senders: tuple[Address, ...]
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    date: datetime | None
    defects: tuple[str, ...]


def read_letterhead(headers: Headers) -> Letterhead:
    """Read the headers that people read."""
    raw = {name: as_text(", ".join(headers.all(name))[:_MAX_RAW]) for name in _ADDRESSED}
    subject = as_text(headers.first("subject")[:_MAX_RAW])
    date = headers.first("date")
    strict, title, when, defects = _strictly({**raw, "subject": subject, "date": date})
    found = {name: _unique(strict.get(name) or _loosely(raw[name])) for name in _ADDRESSED}
    return Letterhead(
        subject=one_line(title)[:MAX_SUBJECT],
        senders=found["from"],
        reply_to=found["reply-to"],
        to=found["to"],
        cc=found["cc"],
        date=_sensible(when or _loose_date(date)),
        defects=defects,
    )


_Pairs = list[tuple[str, str]]


def _strictly(
    values: dict[str, str],
) -> tuple[dict[str, _Pairs], str, datetime | None, tuple[str, ...]]:
    """What mail-parser makes of the headers: addresses, subject, date, defects."""
    copy = Message()
    for name, value in values.items():
        if value:
            copy[name] = value
    try:
        parser = MailParser(copy)
        pairs = {name: getattr(parser, name.replace("-", "_") + "_") for name in _ADDRESSED}
        return pairs, parser.subject, parser.date, tuple(parser.defects_categories)
    except Exception as error:  # noqa: BLE001 - mail-parser raises many kinds on damaged headers, and no mail may stop the program
        return {}, decoded(values["subject"]), None, (f"MailParser{type(error).__name__}",)


def _loosely(value: str) -> _Pairs:
    """Everything in a damaged header that looks like an address."""
    return [
        ((found["name"] or "").strip(" \"'"), found["email"]) for found in _LOOSE.finditer(value)
    ]


def _unique(pairs: Iterable[tuple[str, str]]) -> tuple[Address, ...]:
    """The addresses once each, in order; of very many the first."""
    known: dict[str, Address] = {}
    for name, email in pairs:
        plain = one_line(email).lower()
        if "@" in plain:
            shown = one_line(decoded(name) if "=?" in name else name)
            known.setdefault(plain, Address("" if shown.lower() == plain else shown, plain))
    return tuple(known.values())[:MAX_ADDRESSES]


def decoded(value: str) -> str:
    """A header with its encoded words (RFC 2047) read; as it stands where that fails."""
    try:
        pieces = decode_header(value)
    except (MessageError, ValueError):
        return value
    return "".join(
        piece if isinstance(piece, str) else to_text(piece, charset or "")
        for piece, charset in pieces
    )


def _loose_date(value: str) -> datetime | None:
    """A date that breaks the rules but can be understood; without a zone it is UTC."""
    try:
        date = parsedate_to_datetime(value)
    # The library's own arithmetic fails on odd years and zones in each of these ways.
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def _sensible(date: datetime | None) -> datetime | None:
    """A date in UTC that a mail can have, else None."""
    if date is None or not _FIRST_YEAR <= date.year <= _LAST_YEAR:
        return None
    return date.astimezone(UTC)

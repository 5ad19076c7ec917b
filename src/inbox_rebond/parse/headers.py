"""Headers as they came: unfolded, not decoded. What identifies a mail is read from these."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from inbox_rebond.parse.charset import to_text
from inbox_rebond.parse.clean import one_line

if TYPE_CHECKING:
    from email.message import Message

MAX_IDS = 100
_ID = re.compile(r"<([!-;=?-~]{1,996})>")
_BARE_ID = re.compile(r"[!-;=?-~]{1,996}")
_ENCODED_WORD = re.compile(r"=\?[^?]*\?[bq]\?", re.IGNORECASE)


class Headers:
    """The raw headers of a mail by name; bytes beyond ASCII are held as surrogate escapes."""

    def __init__(self, message: Message) -> None:
        """Take the headers of one part, in their order."""
        self._values: dict[str, list[str]] = {}
        for name, value in message.raw_items():
            self._values.setdefault(name.lower(), []).append(" ".join(str(value).split()))

    def all(self, name: str) -> list[str]:
        """Every occurrence of a header, topmost first, white space folded."""
        return self._values.get(name, [])

    def first(self, name: str) -> str:
        """The topmost occurrence; empty where there is none."""
        return next(iter(self.all(name)), "")

    def readable(self, name: str) -> str:
        """The topmost occurrence as text that can be stored; encoded words stay as they are."""
        return one_line(as_text(self.first(name)))

    def message_id(self) -> str:
        """The bare Message-ID; empty where the mail has none that can be trusted."""
        for value in self.all("message-id"):
            bracketed = _bare(value)
            if bracketed:
                return bracketed[0]
            if _BARE_ID.fullmatch(value) and not _ENCODED_WORD.search(value):
                return value
        return ""

    def ids(self, name: str) -> tuple[str, ...]:
        """The bare Message-IDs in a header, oldest first; of very many the newest."""
        every = (bare for value in self.all(name) for bare in _bare(value))
        return tuple(dict.fromkeys(every))[-MAX_IDS:]

    def return_path(self) -> str | None:
        """Where bounces go: an address, '' for nowhere (`<>`), None where it is not said."""
        values = self.all("return-path")
        return one_line(as_text(values[0])).strip("<> ") if values else None

    def fingerprint(self, size: int) -> str:
        """SHA-256 over raw From, Date, Subject and the size in bytes."""
        seen = [self.first(name) for name in ("from", "date", "subject")]
        raw = "\n".join([*seen, str(size)]).encode("utf-8", "surrogateescape")
        return hashlib.sha256(raw).hexdigest()


def _bare(value: str) -> tuple[str, ...]:
    """The Message-IDs in a raw value: in angle brackets, printable ASCII, never encoded words.

    An encoded word may hide a line end that would end up in an IMAP command.
    """
    return tuple(found for found in _ID.findall(value) if not _ENCODED_WORD.search(found))


def as_text(value: str) -> str:
    """A raw header with its bytes beyond ASCII decoded."""
    return value if value.isascii() else to_text(value.encode("utf-8", "surrogateescape"))

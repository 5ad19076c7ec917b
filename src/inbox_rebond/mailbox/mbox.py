"""mbox (RFC 4155): a stream of lines into mails, bounded in memory whatever the file's size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate
from functools import partial
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = 65_536
_LONGEST_SEPARATOR = 400
# Not every writer quotes lines of text that begin with "From ": the date tells them apart.
_SEPARATOR = re.compile(
    rb"From .{0,200}?\b((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?=.{0,40}\d{4})"
    rb".{3,12} ?\d\d?:\d\d.{0,40})\r?\n?"
)
_QUOTED = re.compile(rb">+From ")
_BLANK = (b"\n", b"\r\n")


class Lines(Protocol):
    """What is read from: any binary file."""

    def readline(self, size: int, /) -> bytes:
        """One line, or as much of it as `size` bytes."""
        ...

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Piece:
    """One mail of a file: its first bytes, its whole size, when it was received."""

    data: bytes
    size: int
    received: datetime | None = None


def read_mbox(file: Lines, max_bytes: int) -> Iterator[Piece]:
    """The mails of an mbox; `>From ` lines of bodies are given back their first form (mboxrd)."""
    growing = _Growing(max_bytes, None)
    first, fresh = True, True
    for line in iter(partial(file.readline, _LINE), b""):
        if fresh and line.startswith(b"From ") and (first or _separates(line)):
            yield from growing.ended()
            growing = _Growing(max_bytes, _date(line))
        else:
            growing.add(line, fresh=fresh)
        first, fresh = False, line.endswith(b"\n")
    yield from growing.ended()


def read_one(file: Lines, max_bytes: int) -> Piece:
    """A file that is one mail."""
    data = file.read(max_bytes)
    size = len(data)
    while rest := len(file.read(_LINE)):
        size += rest
    return Piece(data, size)


class _Growing:
    """A mail whose end has not been seen yet."""

    __slots__ = ("_body", "_last", "_lines", "_received", "_room", "_size")

    def __init__(self, max_bytes: int, received: datetime | None) -> None:
        self._lines: list[bytes] = []
        self._room = max_bytes
        self._size = 0
        self._last = b""
        self._body = False
        self._received = received

    def add(self, line: bytes, *, fresh: bool) -> None:
        """Take a line, or a part of a long one where it is not `fresh`."""
        if fresh and self._body and line.startswith(b">") and _QUOTED.match(line):
            line = line[1:]
        self._last = line if fresh else b""
        self._size += len(line)
        if self._room > 0:
            self._lines.append(line[: self._room])
            self._room -= len(line)
        if line in _BLANK:
            self._body = True

    def ended(self) -> Iterator[Piece]:
        """The mail, without the blank line that stands before the next one; nothing if empty."""
        spare = len(self._last) if self._last in _BLANK else 0
        size = self._size - spare
        if size:
            yield Piece(b"".join(self._lines)[:size], size, self._received)


def _separates(line: bytes) -> bool:
    return len(line) <= _LONGEST_SEPARATOR and _SEPARATOR.fullmatch(line) is not None


def _date(separator: bytes) -> datetime | None:
    """When a mail was received, as its separator tells in UTC."""
    found = _SEPARATOR.fullmatch(separator[:_LONGEST_SEPARATOR])
    told = parsedate(found[1].decode("ascii", "replace")) if found else None
    try:
        return datetime(*told[:6], tzinfo=UTC) if told else None
    except ValueError:
        return None

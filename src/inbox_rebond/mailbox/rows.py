"""What is asked of FETCH and SEARCH in bounded pieces, and what their answers say. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inbox_rebond.ports import FolderState

Row = dict[bytes, Any]
"""What FETCH said of one mail, by item name."""

_BATCH_BYTES = 4 * 1_048_576
_SEARCH_WIDTH = 90_000
"""UIDs that one SEARCH may answer with: imaplib gives up on a line of 1,000,000 bytes."""
_ID_FIELD = re.compile(rb"message-id[ \t]*:((?:[^\r\n]|\r?\n[ \t])*)", re.IGNORECASE)


def spans(first: int, state: FolderState) -> Iterator[str]:
    """UID ranges that together have everything from `first` on, none with too many mails."""
    if state.messages > _SEARCH_WIDTH:
        while first + _SEARCH_WIDTH < state.uidnext:
            yield f"{first}:{first + _SEARCH_WIDTH - 1}"
            first += _SEARCH_WIDTH
    yield f"{first}:*"


def groups(of: dict[int, int], max_bytes: int) -> Iterator[list[int]]:
    """UIDs by their sizes, in groups that stay below the bytes of one answer.

    Mails to be read whole and mails to be cut at `max_bytes` never share a group.
    """
    group: list[int] = []
    total = 0
    for uid in sorted(of, key=of.__getitem__):
        cost = min(of[uid], max_bytes)
        cut_begins = group and of[group[-1]] <= max_bytes < of[uid]
        if group and (total + cost > _BATCH_BYTES or cut_begins):
            yield group
            group, total = [], 0
        group.append(uid)
        total += cost
    if group:
        yield group


def sizes(facts: dict[int, Row]) -> dict[int, int]:
    """The bytes of each mail whose size the server tells."""
    told = {uid: row.get(b"RFC822.SIZE") for uid, row in facts.items()}
    return {uid: size for uid, size in told.items() if isinstance(size, int)}


def body(row: Row) -> bytes | None:
    """The bytes of a mail; None where the server hands none out."""
    data = next((row[item] for item in row if item.startswith(b"BODY[]")), None)
    return data if isinstance(data, bytes) else None


def received(row: Row) -> datetime | None:
    """INTERNALDATE in UTC; None where the server sends nonsense."""
    when = row.get(b"INTERNALDATE")
    try:
        return when.astimezone(UTC) if isinstance(when, datetime) else None
    except (ValueError, OverflowError):
        return None


def message_id(row: Row) -> bytes:
    """The Message-ID as it stands in the header, without angle brackets."""
    header = next((row[item] for item in row if item.startswith(b"BODY[HEADER")), None)
    field = _ID_FIELD.match(header) if isinstance(header, bytes) else None
    value = b" ".join(field[1].split()) if field else b""
    bare = re.search(rb"<([^<>]*)>", value)
    return bare[1].strip() if bare else value

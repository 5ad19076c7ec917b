"""Raw bytes as a tree of MIME parts, read by the standard library within limits."""

from __future__ import annotations

import re
from email.message import Message
from email.parser import BytesFeedParser
from email.policy import Compat32
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from email.policy import Policy

MAX_BYTES = 20_000_000
MAX_LINES = 200_000
MAX_PARTS = 100
_MAX_HEADER = 16_000
_MAX_PARAMETERS = 2_000
_MAX_COMPARISONS = 5_000_000
_LINE_END = re.compile(rb"\r\n?|\n")
_BOM = b"\xef\xbb\xbf"


class _TooManyPartsError(Exception):
    """Stops the parser; what it has read so far stays."""


class _Limited(Compat32):
    """Cuts headers before anybody looks into them: reading parameters takes quadratic time."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        """Name and raw value of a header, the value cut."""
        name, value = super().header_source_parse(list(sourcelines))
        parameters = name[:8].lower() == "content-"
        return name, value[: _MAX_PARAMETERS if parameters else _MAX_HEADER]


_POLICY = _Limited()


def read_tree(data: bytes) -> tuple[Message, tuple[str, ...]]:
    """The root of the MIME tree and the names of what was wrong with it."""
    kept = _within_limits(data)
    parts: list[Message] = []
    trouble = [] if len(kept) == len(data) else ["CutAtLimit"]

    def new_part(policy: Policy[Message]) -> Message:
        if len(parts) >= MAX_PARTS:
            raise _TooManyPartsError
        parts.append(Message(policy=policy))
        return parts[-1]

    try:
        parser = BytesFeedParser(policy=_POLICY.clone(message_factory=new_part))
        parser.feed(kept.removeprefix(_BOM).lstrip(b"\r\n"))
        parser.close()
    except Exception as error:  # noqa: BLE001 - the library raises many kinds on damaged mail, and no mail may stop the program
        trouble.append(type(error).__name__.lstrip("_"))
    trouble.extend(type(defect).__name__ for part in parts for defect in part.defects)
    return (parts[0] if parts else Message()), tuple(trouble)


def _within_limits(data: bytes) -> bytes:
    """The beginning of a mail that the parser can read in bounded time.

    The library compares every line with the boundary of every open multipart.
    """
    data = data[:MAX_BYTES]
    boundaries = min(MAX_PARTS, data.lower().count(b"boundary"))
    lines = min(MAX_LINES, _MAX_COMPARISONS // (boundaries + 1))
    if data.count(b"\n") + data.count(b"\r") <= lines:
        return data
    last = next(islice(_LINE_END.finditer(data), lines, None), None)
    return data[: last.end()] if last else data

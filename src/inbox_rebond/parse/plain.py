"""A plain text body as lines: format=flowed joined again, quote marks read (RFC 3676)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inbox_rebond.parse.quotes import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MARK = re.compile(r" ?(?:> ?)+")
_FLOWED_MARK = re.compile(r">*")
_SIGNATURE = "-- "


def plain_lines(text: str, *, flowed: bool = False, delsp: bool = False) -> list[Line]:
    """The lines of a visible text, without their quote marks."""
    raw = text.split("\n")
    return list(_joined(raw, delsp=delsp)) if flowed else list(_marked(raw))


def unmarked(text: str) -> Line:
    """A line without the marks that say that it is quoted."""
    mark = _MARK.match(text)
    return Line(text[mark.end() :], quoted=True) if mark else Line(text)


def _marked(raw: Iterable[str]) -> Iterator[Line]:
    before = Line("")
    for text in raw:
        # In an mbox a line that begins with "From " got a mark that is no quote.
        escaped = text.startswith(">From ") and not before.quoted
        before = Line(text[1:]) if escaped else unmarked(text)
        yield before


def _joined(raw: Iterable[str], *, delsp: bool) -> Iterator[Line]:
    """Lines that end in a blank go on in the next line of the same quote depth."""
    paragraph: list[str] = []
    depth = 0
    for line in raw:
        mark = _FLOWED_MARK.match(line)
        marks = mark.end() if mark else 0
        text = line[marks:].removeprefix(" ")
        if paragraph and (marks != depth or text == _SIGNATURE):
            yield Line("".join(paragraph), depth > 0)
            paragraph = []
        depth = marks
        soft = text.endswith(" ") and text != _SIGNATURE
        paragraph.append(text[:-1] if soft and delsp else text)
        if not soft:
            yield Line("".join(paragraph), depth > 0)
            paragraph = []
    if paragraph:
        yield Line("".join(paragraph), depth > 0)

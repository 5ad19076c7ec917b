"""Text without what a reader does not see."""

from __future__ import annotations

import re

_INVISIBLE = (
    *range(0x09),
    *range(0x0E, 0x20),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0xAD,  # soft hyphen
    0x34F,  # the joiner that newsletters fill their preview line with
    0x61C,
    0x180E,
    *range(0x200B, 0x2010),  # zero width, directions
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0xFEFF,
)
_SPACES = (0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_LINE_ENDS = (0x0B, 0x0C, 0x85, 0x2028, 0x2029)
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_LINE_ENDS, "\n"),
}
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"\n{3,}")


def visible(text: str) -> str:
    """One kind of space, one kind of line end, nothing invisible, nothing unstorable."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Visible text with every run of white space as one blank."""
    return " ".join(visible(text).split())


def block(lines: list[str]) -> str:
    """Lines as a text: no blanks at their ends, never two empty lines in a row."""
    return _BLANKS.sub("\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")

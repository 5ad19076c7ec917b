"""Bytes of a text part as text, whatever charset the mail claims."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# No mail is written in these; they take quadratic time, warn, or raise what they like.
_REFUSED = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})
# A text in one of these may happen to be valid UTF-8, so its own name goes first.
_MULTIBYTE = ("utf", "gb", "big5", "shift_jis", "euc", "iso2022", "hz", "cp93", "cp949", "cp950")
_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What mail programs mean when they name the smaller charset (WHATWG Encoding Standard)."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TOLERATED = 10
"""One damaged character in so many that are not ASCII still makes a text UTF-8."""


def to_text(data: bytes, charset: str = "") -> str:
    """Decode with the charset that fits: a byte order mark, the declared one, UTF-8, cp1252."""
    declared = _codec(charset)
    for name in _candidates(data, declared):
        try:
            return data.decode(name)
        except ValueError:
            continue
    return _damaged(data, declared)


def _candidates(data: bytes, declared: str) -> Iterator[str]:
    yield from (name for bom, name in _BOMS if data.startswith(bom))
    if declared.startswith(("utf-16", "utf-32")):
        # Without a single NUL it is no such text, whatever the header says.
        yield from (declared, "utf-8") if b"\0" in data else ("utf-8",)
    elif declared.startswith(_MULTIBYTE):
        yield from (declared, "utf-8")
    else:
        yield "utf-8"
        if declared:
            yield declared


def _damaged(data: bytes, declared: str) -> str:
    """What can be saved of a text that no candidate fits: cut in a character, or mixed."""
    text = data.decode("utf-8", "replace")
    odd = sum(not sign.isascii() for sign in text)
    if text.count("\ufffd") * _TOLERATED <= odd:
        return text
    other = declared != "utf-8" and declared.startswith(_MULTIBYTE)
    return data.decode(declared if other else "cp1252", "replace")


def _codec(charset: str) -> str:
    """Python's name of a text codec; empty where there is none that may be used."""
    try:
        name = codecs.lookup(charset).name
        # Python lists base64 and zip among its codecs, but these make no text.
        "text".encode(name)
    except (LookupError, ValueError):
        return ""
    return "" if name in _REFUSED else _WIDER.get(name, name)

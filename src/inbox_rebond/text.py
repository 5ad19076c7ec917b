"""Plain text into sentences and words, the same for all languages. Linear in the text."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

MAX_CHARS = 20_000
"""What is read of a text: nobody refuses anybody behind the tenth page."""

_MAX_SENTENCE = 600
_BLANK = re.compile(r"\n[ \t]*\n")
_BULLET = re.compile(r"[-*•–·>]\s|\d{1,2}[.)]\s")
# Possessive, and from the first sign of a run on: a row of dots is looked at once.
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'»”’)\]]*+\s++(?=[\"'«“‘(\[¿¡–-]?[^\W_])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[^\W\d_]|mr|mrs|ms|dr|prof|st|mme|mlle|mm|hr|fr|frau|nr|bzw|ggf|inkl|evtl|usw|etc|ca|"
    r"sr|sra|srta|dott|sig|ing|dhr|mevr|bv|av|no|ref|réf|tel|tél|approx|incl|inc|ltd|co|vs|"
    r"e\.g|i\.e|z\.b|d\.h|p\.ex|m/w/d))\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 8
_SHORT_LINE = 0.6
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_URL = re.compile(r"(?:https?://|www\.|mailto:)\S+", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}")
_SPACE = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+")


def fold_space(text: str) -> str:
    """Every run of white space as one blank, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def sentences(text: str) -> list[str]:
    """The sentences of a text in order, white space folded, each at most 600 characters.

    Lines without a word, such as numbers and bare links, are none.
    """
    found: list[str] = []
    for paragraph in _BLANK.split(text[:MAX_CHARS]):
        for block in _unwrap(paragraph.splitlines()):
            found.extend(_split(block))
    return found


def _unwrap(lines: list[str]) -> list[str]:
    """Join lines that a mail program broke; keep lines that the writer ended."""
    kept = [line.strip() for line in lines if line.strip()]
    if not kept:
        return []
    width = max(map(len, kept))
    blocks = [kept[0]]
    for before, line in pairwise(kept):
        wrapped = len(before) >= _SHORT_LINE * width and before[-1] not in ".!?…:;"
        goes_on = line[0].islower() or wrapped or before[-1] == ","
        greeting = before[-1] == "," and len(before) < 40  # noqa: PLR2004 - "Dear Ms Martin,"
        if goes_on and not greeting and not _BULLET.match(line):
            blocks[-1] += " " + line
        else:
            blocks.append(line)
    return blocks


def _split(block: str) -> list[str]:
    """Cut a block behind its full stops, not behind abbreviations."""
    parts: list[str] = []
    start = 0
    for match in _END.finditer(block):
        word = block[max(start, match.start() - _LONGEST_ABBREVIATION) : match.end()]
        if _ABBREVIATION.search(word.rstrip()):
            continue
        parts.append(block[start : match.end()])
        start = match.end()
    parts.append(block[start:])
    return [
        folded
        for part in parts
        for piece in _limit(part)
        if _says_something(folded := fold_space(piece))
    ]


def _says_something(part: str) -> bool:
    if "@" in part or ":" in part or "www." in part.lower():
        part = _EMAIL.sub(" ", _URL.sub(" ", part))
    return bool(_LETTERS.search(part))


def _limit(part: str) -> list[str]:
    return [part[at : at + _MAX_SENTENCE] for at in range(0, len(part), _MAX_SENTENCE)]


def plain(text: str) -> str:
    """Lower case without accents; addresses, links and digits as one sign each."""
    stripped = text.lower() if text.isascii() else _without_accents(text)
    # Most sentences hold neither: looking is much cheaper than replacing.
    if ":" in stripped or "www." in stripped:
        stripped = _URL.sub(" xlink ", stripped)
    if "@" in stripped:
        stripped = _EMAIL.sub(" xaddress ", stripped)
    return _DIGITS.sub("0", stripped)


def _without_accents(text: str) -> str:
    # Twice: bold and script letters, which some mails are set in, have their case underneath.
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join([sign for sign in folded if sign < "\u0300" or not unicodedata.combining(sign)])


def words(text: str) -> list[str]:
    """The words of a text as `plain` gives them."""
    return _WORD.findall(plain(text))

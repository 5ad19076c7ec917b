"""What this sender wrote and what was quoted, told apart line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from inbox_rebond.parse.clean import block

if TYPE_CHECKING:
    from collections.abc import Sequence


class Line(NamedTuple):
    """A line of a body; `quoted` where it carries a mark of its own (`>`, a block of HTML)."""

    text: str
    quoted: bool = False


_MAX_LINE = 400
"""Longer lines are nobody's attribution, divider or header."""
_MAX_WRAPPED = 4
_MAX_HEADERS = 14
_MIN_HEADERS = 3
_MAX_GAP = 2

_WROTE = r"(?:wrote|writes|a écrit|schrieb|escribió|ha scritto|schreef|escreveu)"
_OPENING = re.compile(r"(?:On|Le|Am|El|Il|Op|Em|A)\s", re.IGNORECASE)
_ATTRIBUTION = re.compile(rf"(?=.*\d).{{5,}}\b{_WROTE}\b[^:]*\s?:", re.IGNORECASE)
_BARE_ATTRIBUTION = re.compile(rf"(?=.*:$).{{2,}}\b{_WROTE}\s?:", re.IGNORECASE)
_TIME_OR_ADDRESS = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}\b|@")

_EARLIER = (
    "original[ -]?(?:message|appointment|nachricht|mail)|forwarded (?:message|by .{1,200})|"
    "message (?:d['’]origine|original|initial|transféré)|courriel original|"
    "(?:ursprüngliche|weitergeleitete) (?:nachricht|mail|e-mail)|"
    "mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|"
    "(?:oorspronkelijke?|doorgestuurd) bericht|"
    "mensagem (?:original|encaminhada|reencaminhada)|"
    # Notes names who forwarded it, and when.
    "(?:transféré par|weitergeleitet von|reenviado por|inoltrato da|doorgestuurd door|"
    "encaminhado por) .{1,200}"
)
_DIVIDER = re.compile(rf"[-_=]{{2,}}\s*(?:{_EARLIER})\s*:?\s*[-_=]{{2,}}", re.IGNORECASE)
_APPLE_DIVIDER = re.compile(
    r"(?:begin forwarded message|début du message (?:réexpédié|transféré)|"
    r"anfang der weitergeleiteten (?:nachricht|e-mail)|inicio del mensaje reenviado|"
    r"inizio (?:del )?messaggio inoltrato|begin doorgestuurd bericht|"
    r"início da mensagem (?:reencaminhada|encaminhada))\s?:",
    re.IGNORECASE,
)
_RULE = re.compile(r"[-_=]{5,}")
_HEADER = re.compile(
    r"[*_\s]*(?:(?P<sender>from|de|von|van|da|expéditeur|absender|mittente|remitente|afzender|remetente)|"
    r"(?P<date>sent|date|envoyé(?: le)?|gesendet|datum|enviad[oa](?: el| em)?|fecha|data|"
    r"inviato(?: il)?|verzonden)|"
    r"(?P<to>to|à|a|an|para|aan|destinataire|empfänger|cc|copie(?: à)?|kopie)|"
    r"(?P<subject>subject|objet|betreff|asunto|oggetto|onderwerp|assunto))[*_]*\s?:",
    re.IGNORECASE,
)


def split(lines: Sequence[Line]) -> tuple[str, str]:
    """The sender's own text and the quoted text.

    Marked lines are quoted, wherever they stand; so is everything behind a divider or the headers
    of an earlier mail. Words that merely look like these take nothing away: where there is no
    mark and no divider, and nothing of the sender's own would remain, all of it is their own.
    """
    quoted = [line.quoted for line in lines]
    start, certain = _earlier_mail(lines, quoted)
    quoted[start:] = [True] * (len(lines) - start)
    own = _chosen(lines, [not old for old in quoted])
    if not own and not certain and not any(line.quoted for line in lines):
        return block([line.text for line in lines]), ""
    return own, _chosen(lines, quoted)


def _chosen(lines: Sequence[Line], chosen: Sequence[bool]) -> str:
    """Some of the lines as a text, with an empty line where others stood between them."""
    pairs = zip(lines, chosen, strict=True)
    return block([line.text if taken else "" for line, taken in pairs])


def _earlier_mail(lines: Sequence[Line], quoted: list[bool]) -> tuple[int, bool]:
    """Where an unmarked earlier mail begins, and whether a divider says so.

    On the way, the lines that introduce marked quotes are noted in `quoted`.
    """
    for at, line in enumerate(lines):
        if quoted[at] or len(line.text) > _MAX_LINE or not line.text.strip():
            continue
        certain = _divides(lines, at)
        headed = certain or _headers(lines, at)
        length = _paragraph(lines, at) if headed else _attribution(lines, at)
        if length and _marked_next(lines, at + length):
            quoted[at : at + length] = [True] * length
        elif headed or (length and _dated(lines[at : at + length])):
            return at, certain
    return len(lines), False


def _divides(lines: Sequence[Line], at: int) -> bool:
    """Whether a line says by itself that an earlier mail follows."""
    text = lines[at].text.strip(" \t*")
    if _DIVIDER.fullmatch(text) or _APPLE_DIVIDER.fullmatch(text):
        return True
    return bool(_RULE.fullmatch(text)) and _headers(lines, _next(lines, at + 1))


def _paragraph(lines: Sequence[Line], at: int) -> int:
    """How many lines there are before the next empty or marked one."""
    end = at + 1
    while end < min(len(lines), at + _MAX_HEADERS) and lines[end].text.strip():
        if lines[end].quoted:
            break
        end += 1
    return end - at


def _attribution(lines: Sequence[Line], at: int) -> int:
    """How many lines from here on are an attribution ("On … Jane wrote:"); mostly 0."""
    text = lines[at].text.strip()
    if not _OPENING.match(text):
        return int(bool(_BARE_ATTRIBUTION.fullmatch(text)) and _marked_next(lines, at + 1))
    for length, line in enumerate(lines[at + 1 : at + _MAX_WRAPPED], start=1):
        if text.endswith(":") or not line.text.strip() or line.quoted:
            return length if _ATTRIBUTION.fullmatch(text) else 0
        text = f"{text} {line.text.strip()}"[:_MAX_LINE]
    return min(_MAX_WRAPPED, len(lines) - at) if _ATTRIBUTION.fullmatch(text) else 0


def _dated(lines: Sequence[Line]) -> bool:
    """Whether an attribution names a time or an address, as only a mail program does."""
    return any(_TIME_OR_ADDRESS.search(line.text) for line in lines)


def _next(lines: Sequence[Line], at: int) -> int:
    """The next line that is not empty, or the end."""
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return at


def _marked_next(lines: Sequence[Line], at: int) -> bool:
    following = _next(lines, at)
    return following < len(lines) and lines[following].quoted


def _headers(lines: Sequence[Line], at: int) -> bool:
    """Whether the headers of a mail stand here (From, Sent, To, Subject in some language)."""
    kinds: set[str | None] = set()
    gap = 0
    for line in lines[at : at + _MAX_HEADERS]:
        header = _HEADER.match(line.text[:_MAX_LINE])
        gap = 0 if header else gap + 1
        if gap > _MAX_GAP or not (header or kinds):
            break
        if header:
            kinds.add(header.lastgroup)
    return len(kinds) >= _MIN_HEADERS and "sender" in kinds

"""The lines under a mail: where it takes leave, and who stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inbox_rebond.reading.tongue import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_CHARS = 8_000
_MOST_LINES = 6
_LONGEST = 60
_MOST_FOOTER = 12
_CLOSING = re.compile(
    r"(?:"
    r"(?:kind|kindest|best|warm|warmest|many|with|all|yours|very|good|take|looking|hope|see|have|"
    r"thanks|thank|sorry|greetings|again)\b.{0,40}|regards|sincerely|cheers|respectfully|"
    r"(?:bien |tres |tout )?(?:cordialement|sincerement|respectueusement|amicalement|votre|tien)|"
    r"bien a (?:vous|toi)|(?:a )?(?:bientot|tres vite|plus)|belle journee|bonne (?:journee|chance|"
    r"continuation|suite|semaine)|salutations.{0,30}|au plaisir.{0,30}|merci.{0,25}|"
    r"(?:mit )?(?:freundliche|beste|liebe|viele|herzliche|schone|sonnige|kollegiale)[nrs]?m? "
    r"(?:gru|empfehl).{0,20}|(?:mfg|lg|vg|gruss|grusse|herzlich|alles gute|bis bald)(?: \w+){0,3}|"
    r"(?:un )?(?:cordial |afectuoso |fuerte )?(?:saludos?|abrazos?).{0,25}|atentamente|"
    r"suerte.{0,15}|gracias.{0,25}|"
    r"(?:(?:i |un )?(?:migliori|cordiali|distinti|cari|caro|tanti) )?salut[io].{0,20}|cordialmente|"
    r"a presto|in bocca al lupo|un abbraccio|grazie.{0,20}|buona (?:fortuna|giornata).{0,10}|"
    r"(?:met )?(?:(?:vriendelijke|hartelijke|beste|warme|lieve) )?groet(?:en|jes)?.{0,20}|"
    r"hartelijk.{0,15}|succes.{0,20}|bedankt.{0,15}|"
    r"(?:com os )?(?:melhores |cordiais )?(?:cumprimentos|saudacoes)|atenciosamente|"
    r"(?:um )?(?:abraco|beijo)s?.{0,10}|boa sorte.{0,10}|obrigad[oa].{0,15}|ate (?:breve|logo)"
    r")[,.!: ]*$"
)
_ENDS = re.compile(r"[.!?…:;]$")


def closes(line: str) -> bool:
    """Whether a line, or the last words of a longer one, takes leave."""
    last = re.split(r"[.!?]\s+", folded(line[-60:]))[-1]
    return bool(_CLOSING.match(last))


def signature_of(text: str) -> tuple[tuple[str, ...], bool]:
    """The lines behind the last complimentary close, and whether there is one.

    Without a close these are the last short lines of the mail, above its footer.
    """
    lines = [line.strip() for line in text[-_MOST_CHARS:].splitlines() if line.strip()]
    for at in reversed(range(max(0, len(lines) - 2 * _MOST_FOOTER), len(lines))):
        if closes(lines[at]):
            return tuple(lines[at + 1 : at + 1 + _MOST_LINES]), True
    return tuple(reversed(list(_last_short(lines)))), False


def _last_short(lines: list[str]) -> Iterator[str]:
    """From the end upwards the short lines of the last block that has any."""
    found = 0
    for line in lines[:0:-1][: _MOST_FOOTER + _MOST_LINES]:
        short = len(line) <= _LONGEST and not _ENDS.search(line) and not line.endswith(",")
        if not short and found:
            return
        if short:
            found += 1
            yield line

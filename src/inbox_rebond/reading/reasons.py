"""Why a mail says no: only reasons that it states, each with the sentence it was read from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from inbox_rebond.domain import Basis, Reason, ReasonFound
from inbox_rebond.reading.tongue import folded, phrases
from inbox_rebond.reading.tongues import TONGUES

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

_MORE_PRECISE = frozenset(Reason) - {Reason.PROFILE, Reason.OTHER}
_MOST_CHARS = 400


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], tuple[tuple[Reason, re.Pattern[str]], ...]]:
    """What makes a sentence hypothetical, and the phrases of each reason."""
    tongue = TONGUES[language]
    reasons = tuple(
        (reason, phrases(listed, tongue.words)) for reason, listed in tongue.reasons.items()
    )
    return phrases(tongue.hypothetical, tongue.words), reasons


def reasons_in(sentences: Sequence[str], languages: Iterable[str]) -> tuple[ReasonFound, ...]:
    """The stated reasons in the order of the mail, each once.

    `profile` (no match, and nothing more precise) stands only where nothing more precise does.
    """
    found: dict[Reason, str] = {}
    for sentence in sentences:
        for reason in _stated(sentence, languages):
            found.setdefault(reason, sentence)
    if not _MORE_PRECISE.isdisjoint(found):
        found.pop(Reason.PROFILE, None)
    return tuple(ReasonFound(reason, Basis.STATED, words) for reason, words in found.items())


def _stated(sentence: str, languages: Iterable[str]) -> list[Reason]:
    text = folded(sentence)[:_MOST_CHARS]
    stated: list[Reason] = []
    for language in languages:
        hypothetical, reasons = _patterns(language)
        if not hypothetical.search(text):
            stated += [reason for reason, pattern in reasons if pattern.search(text)]
    return stated

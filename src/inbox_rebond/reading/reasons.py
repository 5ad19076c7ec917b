"""Why a mail says no: only reasons that it states, each with the sentence it was read from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from inbox_rebond.domain import Basis, Reason, ReasonFound
from inbox_rebond.reading.tongue import phrases
from inbox_rebond.reading.tongues import TONGUES

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from inbox_rebond.reading.tongue import Sentence

_MORE_PRECISE = frozenset(Reason) - {Reason.PROFILE, Reason.OTHER}
_MOST_CHARS = 400


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], tuple[tuple[Reason, re.Pattern[str]], ...]]:
    """What begins a condition, behind which nothing is stated, and the phrases of each reason."""
    tongue = TONGUES[language]
    reasons = tuple(
        (reason, phrases(listed, tongue.words)) for reason, listed in tongue.reasons.items()
    )
    return phrases(tongue.hypothetical, tongue.words), reasons


def reasons_in(sentences: Sequence[Sentence], languages: Iterable[str]) -> tuple[ReasonFound, ...]:
    """The stated reasons in the order of the mail, each once.

    `profile` (no match, and nothing more precise) stands only where nothing more precise does.
    """
    found: dict[Reason, str] = {}
    for sentence in sentences:
        for reason in _stated(sentence.folded[:_MOST_CHARS], languages):
            found.setdefault(reason, sentence.words)
    if not _MORE_PRECISE.isdisjoint(found):
        found.pop(Reason.PROFILE, None)
    return tuple(ReasonFound(reason, Basis.STATED, words) for reason, words in found.items())


def _stated(text: str, languages: Iterable[str]) -> list[Reason]:
    stated: list[Reason] = []
    for language in languages:
        hypothetical, reasons = _patterns(language)
        condition = hypothetical.search(text)
        sure = text[: condition.start()] if condition else text
        stated += [reason for reason, pattern in reasons if pattern.search(sure)]
    return _settled(stated)


def _settled(stated: list[Reason]) -> list[Reason]:
    """A post that was filled from within is not told a second time as filled."""
    within = Reason.INTERNAL_CANDIDATE in stated
    return [reason for reason in stated if not (within and reason is Reason.POSITION_FILLED)]

"""How the person is addressed, how far they had come, and what is said of feedback."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from inbox_rebond.domain import Feedback, Register, Stage
from inbox_rebond.reading.tongue import phrases
from inbox_rebond.reading.tongues import TONGUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inbox_rebond.reading.tongue import Sentence

_MOST_CHARS = 6_000


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    tongue = TONGUES[language]
    return phrases(getattr(tongue, name), tongue.words)


@cache
def _address(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    tongue = TONGUES[language]
    return re.compile(tongue.formal), re.compile(tongue.informal)


def register_of(text: str, language: str) -> Register | None:
    """Formal or informal, where the language has the two and the mail uses one of them."""
    formal, informal = (len(pattern.findall(text[:_MOST_CHARS])) for pattern in _address(language))
    if formal == informal:
        return None
    return Register.INFORMAL if informal > formal else Register.FORMAL


def _says(name: str, sentences: Sequence[Sentence], languages: Iterable[str]) -> bool:
    return any(
        pattern.search(sentence.folded)
        for pattern in (_pattern(language, name) for language in languages)
        for sentence in sentences
    )


def stage_of(sentences: Sequence[Sentence], languages: Sequence[str]) -> Stage:
    """After an interview where the mail speaks of one that took place."""
    interviewed = _says("interviewed", sentences, languages)
    return Stage.AFTER_INTERVIEW if interviewed else Stage.AFTER_APPLICATION


def feedback_of(sentences: Sequence[Sentence], languages: Sequence[str]) -> Feedback:
    """Declined wins over offered: the careful reading of a mail that says both."""
    if _says("feedback_declined", sentences, languages):
        return Feedback.DECLINED
    offered = _says("feedback_offered", sentences, languages)
    return Feedback.OFFERED if offered else Feedback.NONE


def unanswered(sentences: Sequence[Sentence], languages: Sequence[str]) -> bool:
    """Whether the mail says that nobody reads the answers."""
    return _says("no_answer", sentences, languages)

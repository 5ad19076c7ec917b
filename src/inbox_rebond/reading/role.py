"""The post that the person applied for, as the mail writes it, without requisition numbers."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from inbox_rebond.reading.lexicon import (
    AFTER_TITLE,
    BEFORE_TITLE,
    GENERIC,
    HOUSE_NUMBER,
    NOUN_BEFORE,
    TITLE_STEMS,
    TITLE_WORDS,
)
from inbox_rebond.reading.names import words_of
from inbox_rebond.reading.tongues import TONGUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inbox_rebond.domain import Mail

_MOST_CHARS = 6_000
_MOST_ROLE = 100
_MOST_COMMON = 4
_TITLES = re.compile(
    rf"(?:{'|'.join(sorted(TITLE_STEMS))})[^\W\d]*$|(?:{'|'.join(sorted(TITLE_WORDS))})$"
)
_GENDERS = re.compile(r"\((?:[mwfdxhv]\s?[/|]\s?)+[mwfdxhv]\)|\([mwfhd]\)", re.IGNORECASE)
_OPENED = re.compile(r"^[\"«“„]\s*(?P<inside>[^\"»”“\n]{2,100})")
_BEFORE = re.compile(r"^.*\b(?:the|our|your|an?|for|of|de|als)\s+(?=[A-Z\d])")
_PLACEHOLDER = re.compile(r"[{}\[\]$<>@#%]|_")
_QUOTES = "\"'«»“”„‘’*_ \t,;:–—-/|."


@cache
def _places(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    """The expressions of one of a language's lists."""
    return tuple(re.compile(place, re.IGNORECASE) for place in getattr(TONGUES[language], name))


def is_title(words: str) -> bool:
    """Whether a title of a job stands in these words."""
    return any(_TITLES.match(word) for word in words_of(words))


def role_of(mail: Mail, languages: Iterable[str]) -> str | None:
    """The title that is named most often, first in the subject; None where none is named."""
    votes: Counter[str] = Counter()
    for language in languages:
        for text in (mail.subject, mail.text[:_MOST_CHARS]):
            votes.update(filter(_acceptable, _candidates(text, language)))
    return votes.most_common(1)[0][0] if votes else None


def _candidates(text: str, language: str) -> Iterator[str]:
    """What stands where a title stands, and is written like one."""
    for found in _after(text, _places(language, "role_common")):
        if _named(found) or len(found.split()) <= _MOST_COMMON:
            yield found
    for found in _after(text, _places(language, "role")):
        if is_title(found) or _named(found):
            yield found
    yield from filter(is_title, _after(text, _places(language, "role_loose")))
    for place in _places(language, "role_before"):
        for match in place.finditer(text):
            found = _clean(match["role"])
            if found.istitle() or (is_title(found) and _named(found)):
                yield found


def _after(text: str, places: Iterable[re.Pattern[str]]) -> Iterator[str]:
    for place in places:
        for match in place.finditer(text):
            yield _cut(match["role"])


def _named(words: str) -> bool:
    """Whether this is written as a title is: with a capital, or for all genders."""
    return words[:1].isupper() or words[:1].isdigit() or bool(_GENDERS.search(words))


def _cut(words: str) -> str:
    """From the first word of a title to its last, without numbers of the house."""
    opened = _OPENED.match(words)
    if opened:
        return _clean(opened["inside"])
    stop = AFTER_TITLE.search(words)
    return _clean(_BEFORE.sub("", words[: stop.start()] if stop else words))


def _clean(words: str) -> str:
    cleaned = HOUSE_NUMBER.sub(" ", NOUN_BEFORE.sub("", words.strip(_QUOTES)))
    cleaned = re.sub(r"\s*\(Open\)\s*", " ", cleaned)
    cleaned = " ".join(cleaned.split()).strip(_QUOTES)
    closed = cleaned.count("(") == cleaned.count(")")
    return cleaned if closed else cleaned.rpartition("(")[0].strip(_QUOTES)


def _acceptable(words: str) -> bool:
    """Whether this can be the title of a job and nothing around it."""
    parts = words_of(words)
    if not parts or len(words) > _MOST_ROLE or _PLACEHOLDER.search(words):
        return False
    return parts[0] not in BEFORE_TITLE and not all(part in GENERIC for part in parts)

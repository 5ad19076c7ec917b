"""The post that the person applied for, as the mail writes it, without requisition numbers."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from inbox_rebond.reading.lexicon import (
    BEFORE_TITLE,
    FIELD,
    GENERIC,
    HOUSE_NUMBER,
    NOUN_BEFORE,
    TITLE_ENDS,
    TITLE_STEMS,
    TITLE_STOP,
    TITLE_WORDS,
)
from inbox_rebond.reading.names import HOUSES, bare, words_of
from inbox_rebond.reading.subject import titles_in
from inbox_rebond.reading.tongues import TONGUES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inbox_rebond.domain import Mail

_MOST_CHARS = 6_000
_MOST_ROLE = 100
_MOST_COMMON = 4
_SHORTEST_STEM = min(map(len, TITLE_STEMS))
_GENDERS = re.compile(
    r"\((?:[mwfdxhvi]\s?[/|*]\s?)+[mwfdxhvi]\)|\([mwfhd]\)|\b[HF]/[HF]\b", re.IGNORECASE
)
_OPENED = re.compile(r"^[\"«“„]\s*(?P<inside>[^\"»”“\n]{2,100})")
_BEFORE = re.compile(r"^.*\b(?:the|our|your|an?|for|als)\s+(?=[A-Z\d])")
_BEFORE_HOUSE = (
    r"\s*(?:[-–—,|(]|\b(?:at|chez|du|de la|de l['’]|des|d['’]|bei|en|na|da|presso|bij))\s*"
)
_BEHIND_HOUSE = r"\s*(?:[-–—:|]\s*|(?=[A-Z\d]))"
_PLACEHOLDER = re.compile(r"[{}\[\]$<@#]|_|(?<![\d ])%")
_QUOTES = "\"'«»“”„‘’*_ \t,;:–—-/|."


class _Places(NamedTuple):
    """Where titles stand in a language, and the words before which they end."""

    common: tuple[re.Pattern[str], ...]
    sure: tuple[re.Pattern[str], ...]
    loose: tuple[re.Pattern[str], ...]
    before: tuple[re.Pattern[str], ...]
    end: re.Pattern[str]


@cache
def _places(language: str) -> _Places:
    tongue = TONGUES[language]
    kinds = (tongue.role_common, tongue.role, tongue.role_loose, tongue.role_before)
    common, sure, loose, before = (
        tuple(re.compile(one, re.IGNORECASE) for one in kind) for kind in kinds
    )
    # With regard to case: some of these words end a title only before a capital.
    end = re.compile(rf"\s+(?:{tongue.role_ends})(?:(?=[\s,.!?])|(?<=\s)|$)")
    return _Places(common, sure, loose, before, end)


def is_title(words: str) -> bool:
    """Whether a title of a job stands in these words."""
    return any(map(_titular, words_of(words)))


def _titular(word: str) -> bool:
    begins = any(word[:at] in TITLE_STEMS for at in range(_SHORTEST_STEM, len(word) + 1))
    return begins or word in TITLE_WORDS or word.endswith(TITLE_ENDS)


def reads_as_title(name: str) -> bool:
    """Whether a name begins or ends like the title of one person: not "Smith & Partners"."""
    parts = words_of(name)
    return bool(parts) and any(
        part.isalpha()
        and part not in HOUSES
        and not (part.endswith("s") and len(parts) > 1)
        and _titular(part)
        for part in (parts[0], parts[-1])
    )


def role_of(mail: Mail, languages: Iterable[str]) -> str | None:
    """The title that is named most often, first in the subject; None where none is named."""
    languages = tuple(languages)
    votes: Counter[str] = Counter()
    # Related languages share the words before a title, so each told language may end it.
    ends = (TITLE_STOP, *(_places(language).end for language in languages))
    for language in languages:
        for text in (mail.subject, mail.text[:_MOST_CHARS]):
            votes.update(filter(_acceptable, _candidates(text, language, ends)))
    votes.update(filter(_acceptable, map(_clean, filter(is_title, titles_in(mail.subject)))))
    return votes.most_common(1)[0][0] if votes else None


def without_house(role: str | None, company: str | None) -> str | None:
    """The title without the employer's name before or behind it."""
    if not role or not company or bare(role) == bare(company):
        return role
    name = re.escape(company)
    left = re.sub(rf"{_BEFORE_HOUSE}{name}\)?$|^{name}{_BEHIND_HOUSE}", "", role)
    return left if _acceptable(left) else role


def _candidates(text: str, language: str, ends: tuple[re.Pattern[str], ...]) -> Iterator[str]:
    """What stands where a title stands, and is written like one."""
    places = _places(language)
    for found in _after(text, places.common, ends):
        if _named(found) or len(found.split()) <= _MOST_COMMON:
            yield found
    for found in _after(text, places.sure, ends):
        if is_title(found) or _named(found):
            yield found
    yield from filter(is_title, _after(text, places.loose, ends))
    for place in places.before:
        for match in place.finditer(text):
            found = _clean(match["role"])
            if found.istitle() or (is_title(found) and _named(found)):
                yield found


def _after(
    text: str, places: Iterable[re.Pattern[str]], ends: tuple[re.Pattern[str], ...]
) -> Iterator[str]:
    for place in places:
        for match in place.finditer(text):
            yield _cut(match["role"], ends)


def _named(words: str) -> bool:
    """Whether this is written as a title is: with a capital, or for all genders."""
    return words[:1].isupper() or words[:1].isdigit() or bool(_GENDERS.search(words))


def _cut(words: str, ends: tuple[re.Pattern[str], ...]) -> str:
    """From the first word of a title to its last, without numbers of the house."""
    opened = _OPENED.match(words)
    if opened:
        return _clean(opened["inside"])
    field = FIELD.match(words)
    sought = field.end() if field else 0
    first = min(_first_outside(stop, words, sought) for stop in ends)
    return _clean(_BEFORE.sub("", words[:first]))


def _first_outside(stop: re.Pattern[str], words: str, sought: int) -> int:
    """Where the first of these stops stands that is not inside brackets."""
    for match in stop.finditer(words, sought):
        before = words[: match.start()]
        if before.count("(") <= before.count(")"):
            return match.start()
    return len(words)


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
    if not any(part.isalpha() for part in parts):
        return False
    return parts[0] not in BEFORE_TITLE and not all(part in GENERIC for part in parts)

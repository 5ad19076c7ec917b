"""What a language gives to reading: its phrases as data, and the small notation they stand in.

A phrase is matched against `folded` text. `~` stands for up to fifty characters of the same
clause, `<name>` for a list of words of the language, `stem*` for a word that begins so; the rest
is a regular expression. No phrase repeats a repetition: matching stays linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from inbox_rebond.text import plain, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inbox_rebond.domain import Reason

_GAP = r"\b[^.;:!?]{0,50}?\b"
_NEVER = "(?!)"
_STRAIGHT = str.maketrans({"\u2019": "'", "\u2018": "'", "`": "'"})


def folded(text: str) -> str:
    """Lower case without accents and with straight apostrophes; digits as 0."""
    return plain(text).translate(_STRAIGHT)


class Sentence(NamedTuple):
    """A sentence as the mail has it, and folded: folding is what reading costs most."""

    words: str
    folded: str


def told(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text."""
    return tuple(Sentence(words, folded(words)) for words in sentences(text))


def listed(block: str) -> tuple[str, ...]:
    """The phrases of a block, one a line; one that breaks off at `|` goes on in the next line."""
    joined = re.sub(r"\|\s*\n\s*", "|", block)
    return tuple(line.strip() for line in joined.splitlines() if line.strip())


def named(block: str) -> dict[str, str]:
    """The lists of words of a block, each as `name = word|word|word`."""
    return {name: words for name, _, words in (line.partition(" = ") for line in listed(block))}


def phrases(texts: Iterable[str], words: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern for folded text that finds any of these phrases."""
    found = "|".join(_expression(text, words) for text in texts)
    return re.compile(rf"\b(?:{found})\b" if found else _NEVER)


def places(expressions: Iterable[str]) -> re.Pattern[str]:
    """One pattern for text as it stands; what it finds ends where a name may begin."""
    found = "|".join(f"(?:{expression})" for expression in expressions)
    return re.compile(rf"(?:{found})(?: |(?<=[ '’]))" if found else _NEVER, re.IGNORECASE)


def _expression(phrase: str, words: Mapping[str, str]) -> str:
    opened = re.sub(r"<(\w+)>", lambda match: f"(?:{words[match[1]]})", phrase)
    stems = re.sub(r"(?<=\w)(?<!\\w)\*", r"\\w*", opened)
    return re.sub(r" ?~ ?", lambda _: _GAP, stems)


@dataclass(frozen=True, slots=True)
class Tongue:
    """The phrases of one language.

    `company…` and `role…` are expressions over the text as it stands: a company's name follows
    its expression, a role is the group `role`, whose end only `role_before` tells. What a `_loose`
    one finds may be something else and needs a second sign; `role_common` is so plain that a title
    without capitals is believed; a title ends before the words `role_ends`. `formal` and
    `informal` are the forms of address, case and all. All others are phrases over folded text.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[Reason, tuple[str, ...]] = field(default_factory=dict)
    hypothetical: tuple[str, ...] = ()
    interviewed: tuple[str, ...] = ()
    feedback_offered: tuple[str, ...] = ()
    feedback_declined: tuple[str, ...] = ()
    no_answer: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    company_loose: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    role_loose: tuple[str, ...] = ()
    role_before: tuple[str, ...] = ()
    role_common: tuple[str, ...] = ()
    role_ends: str = ""
    formal: str = _NEVER
    informal: str = _NEVER

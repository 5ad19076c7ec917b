"""How well mails are read: what `read` finds against what a careful reader found.

The truth of a mail is its row of `index.jsonl`. A value of null says that the mail does not say:
a name given all the same is wrong, an answer to a question that the reader left open is not judged.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inbox_rebond.domain import Person
from inbox_rebond.parse import parse
from inbox_rebond.reading import read
from inbox_rebond.text import fold_space, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inbox_rebond.domain import Findings, Json
    from inbox_rebond.training.cases import Case

_NOBODY = Person("", ())
_NAMES = ("company", "role", "contact")
_ANSWERS = ("language", "stage", "feedback", "can_reply", "register")
_SHARED = 0.5
"""The share of the shorter one's words that make two quotes the same place of a mail."""


@dataclass(slots=True)
class _Tally:
    """What was said, what was said rightly, what was to be said, and the mails that went wrong."""

    right: int = 0
    said: int = 0
    true: int = 0
    wrong: dict[str, None] = field(default_factory=dict)

    def count(self, case: str, given: set[str], truth: set[str]) -> None:
        self.right += len(given & truth)
        self.said += len(given)
        self.true += len(truth)
        if given != truth:
            self.wrong[case] = None

    def found(self) -> dict[str, Json]:
        """Precision over what was said, recall over what was to be said."""
        return {
            "precision": _share(self.right, self.said),
            "recall": _share(self.right, self.true),
            "wrong": list(self.wrong),
        }

    def answered(self, name: str = "accuracy") -> dict[str, Json]:
        """The share of right answers under this name."""
        return {name: _share(self.right, self.true), "wrong": list(self.wrong)}


def findings_figures(
    cases_with_truth: Iterable[tuple[Case, Mapping[str, Json]]],
) -> dict[str, Json]:
    """The figures as one JSON document; shares are 0..1, None where there is nothing to count.

    Rows without annotation (no key `company`) are passed over.
    """
    tallies = {name: _Tally() for name in (*_NAMES, *_ANSWERS, "reasons", "no_reason", "quote")}
    for case, truth in cases_with_truth:
        if "company" in truth:
            _tally(tallies, case.id, read(parse(case.data), _NOBODY), truth)
    return {
        **{name: tallies[name].found() for name in (*_NAMES, "reasons")},
        **{name: tallies[name].answered() for name in _ANSWERS},
        "no_reason": tallies["no_reason"].answered("recall"),
        "quote": tallies["quote"].answered("overlap"),
    }


def _tally(
    tallies: Mapping[str, _Tally], case: str, found: Findings, truth: Mapping[str, Json]
) -> None:
    """Add one mail to every figure that its truth speaks of."""
    for name in _NAMES:
        tallies[name].count(case, _name(getattr(found, name)), _name(truth[name]))
    answers = {**truth, "language": truth["lang"]}
    for name in _ANSWERS:
        if answers[name] is not None:
            tallies[name].count(case, {str(_answer(found, name))}, {str(answers[name])})
    reasons = truth["reasons"]
    if isinstance(reasons, list):
        _tally_reasons(tallies, case, found, {str(reason) for reason in reasons}, truth["quote"])


def _tally_reasons(
    tallies: Mapping[str, _Tally], case: str, found: Findings, reasons: set[str], quote: Json
) -> None:
    given = {str(reason.reason): reason.words for reason in found.reasons}
    tallies["reasons"].count(case, set(given), reasons)
    if not reasons:
        tallies["no_reason"].count(case, set(given) or {"none"}, {"none"})
    for reason in reasons & set(given):
        same = {reason} if _overlap(given[reason], str(quote)) else set()
        tallies["quote"].count(case, same, {reason})


def _answer(found: Findings, name: str) -> object:
    return found.reply.address is not None if name == "can_reply" else getattr(found, name)


def _name(value: Json) -> set[str]:
    """A name as it is compared: exact, but for case and white space."""
    return {fold_space(value).casefold()} if isinstance(value, str) else set()


def _overlap(one: str, other: str) -> bool:
    first, second = Counter(words(one)), Counter(words(other))
    shorter = min(first.total(), second.total())
    return (first & second).total() >= _SHARED * shorter > 0


def _share(hits: int, of: int) -> dict[str, Json]:
    return {"value": round(hits / of, 4) if of else None, "hits": hits, "of": of}

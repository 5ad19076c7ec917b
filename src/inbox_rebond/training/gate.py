"""Whether a newly fitted model may take the place of another one.

Both judge mail that neither has learnt from: the frozen part of the corpus, and the labels of the
person that are held back. A candidate may not

- file less precisely. On the frozen part chance is allowed for: precision has fallen where so many
  wrong filings would be rare (one time in twenty) if it had not. On the person's own mail no
  chance is allowed for: not one more mail may be filed wrongly;
- file an offer, an interview or an assessment that the other model leaves in sight, or take more of
  them for something else than chance explains (sign test on the mails that both tell differently).

Missed rejections are only annoying: the candidate may miss a few more than the starter model.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import binomtest

from inbox_rebond.classify import LABELS
from inbox_rebond.decide import decision
from inbox_rebond.domain import PROTECTED, Decision, Label, Verdict

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from inbox_rebond.classify import Floats, Model
    from inbox_rebond.training.rows import Mails

    Flags = NDArray[np.bool_]

CHANCE = 0.05
LOST = 0.05
FEW = 20
_REFUSED = LABELS.index(Label.REJECTION)
_PROTECTED = [LABELS.index(label) for label in sorted(PROTECTED)]


@dataclass(frozen=True, slots=True)
class Judged:
    """What a model does with mails: which are filed, and of which it tells the right label."""

    version: str
    refused: Flags
    protected: Flags
    filed: Flags
    right: Flags

    @classmethod
    def by(cls, model: Model, mails: Mails) -> Judged:
        """Let a model judge mails."""
        chances = model.chances(mails.rows(model))
        return cls(
            version=model.version,
            refused=mails.wanted == _REFUSED,
            protected=np.isin(mails.wanted, _PROTECTED),
            filed=decisions(model, chances) == Decision.FILE,
            right=chances.argmax(axis=1) == mails.wanted,
        )

    @property
    def filed_rightly(self) -> Flags:
        """Rejections that are filed."""
        return self.filed & self.refused

    @property
    def filed_wrongly(self) -> Flags:
        """Other mail that is filed."""
        return self.filed & ~self.refused


@dataclass(frozen=True, slots=True)
class Compared:
    """What two models do with the same mails."""

    first: Judged
    second: Judged

    def figures(self) -> dict[str, dict[str, int]]:
        """By version: mails filed rightly and wrongly and told rightly, and those by it alone."""
        one, two = self.first, self.second
        return {mine.version: _figures(mine, other) for mine, other in ((one, two), (two, one))}


def compared(first: Model, second: Model, mails: Mails) -> Compared:
    """What two models do with the same mails."""
    return Compared(Judged.by(first, mails), Judged.by(second, mails))


def decisions(model: Model, chances: Floats) -> NDArray[np.str_]:
    """What is done with mails of these chances (mails × labels)."""
    return np.array([_decision(model, row) for row in chances], dtype=np.str_)


def _decision(model: Model, row: Floats) -> Decision:
    best = int(row.argmax())
    said = dict(zip(LABELS, map(float, row), strict=True))
    verdict = Verdict(LABELS[best], float(row[best]), (), model.version, said)
    return decision(verdict, file_from=model.file_from, review_from=model.review_from)


def refusal(candidate: Model, other: Model, frozen: Mails, own: Mails) -> str | None:
    """Why the candidate may not take the place of the other model; None where it may."""
    why = worse_on_frozen(Judged.by(candidate, frozen), Judged.by(other, frozen))
    if why is None and len(own.wanted):
        why = worse_on_own(Judged.by(candidate, own), Judged.by(other, own))
    return why


def worse_on_frozen(new: Judged, old: Judged) -> str | None:
    """In which way a model falls behind on the frozen part, more than chance explains."""
    wrong, filed = int(new.filed_wrongly.sum()), int(new.filed.sum())
    wrong_before, filed_before = int(old.filed_wrongly.sum()), int(old.filed.sum())
    # Who has filed little, or nothing wrongly so far, may yet do so some time.
    usual = max(wrong_before, 1) / max(filed_before, FEW)
    if _rarely(wrong, filed, usual):
        return (
            f"Of the test part it files {wrong} of {filed} mails wrongly, "
            f"{old.version} only {wrong_before} of {filed_before}."
        )
    if out_of_sight := _hidden(new, old):
        return (
            f"It files {out_of_sight} of the offers, interviews and assessments of the test part "
            f"that {old.version} leaves in sight."
        )
    better, worse = only(new.right & new.protected, old.right & old.protected)
    if _rarely(worse, better + worse, 0.5):
        return (
            f"It takes {worse - better} more offers, interviews and assessments of the test part "
            f"for something else than {old.version}."
        )
    return None


def missed(candidate: Model, starter: Model, frozen: Mails) -> str | None:
    """Whether the candidate misses too many rejections of the frozen part."""
    new, old = Judged.by(candidate, frozen), Judged.by(starter, frozen)
    lost = int(old.filed_rightly.sum()) - int(new.filed_rightly.sum())
    if lost <= LOST * new.refused.sum():
        return None
    return f"It misses {lost} more rejections of the test part than {starter.version}."


def worse_on_own(new: Judged, old: Judged) -> str | None:
    """In which way a model falls behind on the person's own mail."""
    more, fewer = only(new.filed_wrongly, old.filed_wrongly)
    if more > fewer:
        return f"It files {more - fewer} more of your held-back mails wrongly than {old.version}."
    if out_of_sight := _hidden(new, old):
        return (
            f"It files {out_of_sight} of your held-back offers, interviews and assessments "
            f"that {old.version} leaves in sight."
        )
    return None


def _figures(mine: Judged, other: Judged) -> dict[str, int]:
    whats = ("filed_rightly", "filed_wrongly", "right")
    pairs = {what: (getattr(mine, what), getattr(other, what)) for what in whats}
    total = {what: int(done.sum()) for what, (done, _) in pairs.items()}
    return total | {f"{what}_alone": only(*pair)[0] for what, pair in pairs.items()}


def only(new: Flags, old: Flags) -> tuple[int, int]:
    """How many mails are so with the new model only, and with the old one only."""
    return int((new & ~old).sum()), int((old & ~new).sum())


def _hidden(new: Judged, old: Judged) -> int:
    """Mails that must stay in sight and would not any more."""
    return int((new.protected & new.filed & ~old.filed).sum())


def _rarely(worse: int, of: int, usual: float) -> bool:
    """Whether so many would be rare if the usual share had not changed."""
    return of > 0 and bool(binomtest(worse, of, usual, alternative="greater").pvalue < CHANCE)

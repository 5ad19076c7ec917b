"""Whether a newly fitted model may take the place of another one.

Both judge mail that neither has learnt from: the frozen part of the corpus, and the labels of the
person that are held back. The candidate may

- file not more mails wrongly, and not fewer rejections, than the other. On the frozen part chance
  is allowed for: only mails that both treat differently are counted, and a fall is one where a fair
  coin would rarely do worse (sign test). A loss of rejections must also be larger than LOST;
- file no offer, interview or assessment that the other left in sight, and not be worse than by
  chance at telling what these are. No chance is allowed for where the person's own mail is filed
  wrongly.
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
    more, fewer = only(new.filed_wrongly, old.filed_wrongly)
    if _rarely(more, fewer):
        return f"It files {more - fewer} more mails of the test part wrongly than {old.version}."
    gained, lost = only(new.filed_rightly, old.filed_rightly)
    if _rarely(lost, gained) and lost - gained > LOST * new.refused.sum():
        return f"It misses {lost - gained} more rejections of the test part than {old.version}."
    if out_of_sight := _hidden(new, old):
        return (
            f"It files {out_of_sight} of the offers, interviews and assessments of the test part "
            f"that {old.version} leaves in sight."
        )
    better, worse = only(new.right & new.protected, old.right & old.protected)
    if _rarely(worse, better):
        return (
            f"It takes {worse - better} more offers, interviews and assessments of the test part "
            f"for something else than {old.version}."
        )
    return None


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


def _rarely(worse: int, better: int) -> bool:
    """Whether chance would rarely make so many of the mails that differ worse."""
    return worse > better and bool(
        binomtest(worse, worse + better, alternative="greater").pvalue < CHANCE
    )

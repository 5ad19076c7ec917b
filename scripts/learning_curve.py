"""How much a person's corrections help: docs/learning-curve.md, for `make learning-curve`.

Three families of mail that the corpus does not teach (scripts/data/) are corrected, a few mails
more each time; what is wrong is counted on other mails of the family and on the frozen part of the
corpus. The weight of a correction in training/own.py is chosen from these figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from rich.progress import track

from inbox_rebond import resources
from inbox_rebond.classify import LABELS
from inbox_rebond.domain import Decision, Label, Labelled, LabelSource
from inbox_rebond.text import sentences
from inbox_rebond.training.corpus import load
from inbox_rebond.training.fit import FOLDS, dealt, fit_folds
from inbox_rebond.training.frozen import frozen_mails, split
from inbox_rebond.training.gate import decisions
from inbox_rebond.training.own import WEIGHT, mail_rows, shares
from inbox_rebond.training.rows import Mails

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inbox_rebond.classify import Model

ROOT = Path(__file__).resolve().parent
PAGE = ROOT.parent / "docs" / "learning-curve.md"
FAMILIES = {
    "gig_app_slang": "refusals of a staffing app in slang",
    "university_seats": "refused university seats, worded like refused jobs",
    "weekly_status": "a recruiting system's weekly letter, worded like a refusal",
}
WEIGHTS = (10, 20, 40, 80)
COUNTS = (5, 10, 20, 40)
TRIED_AT = 20
TO_LEARN = 40
SEEDS = (1, 2)
_SLOT = re.compile(r"\{([a-z_]+)\}")
_WHEN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Score:
    """Mails that are not treated as their label asks; mails filed, and of these wrongly.

    A rejection is to be filed, any other mail left alone: neither filed nor put up for review.
    """

    wrong: int
    of: int
    filed: int
    filed_wrongly: int


@dataclass(frozen=True, slots=True)
class Run:
    """What so many corrections of a family led to, in the family and elsewhere."""

    family: str
    count: int
    weight: float
    within: Score
    elsewhere: Score


class Bench:
    """The corpus as rows, and the model without corrections."""

    def __init__(self) -> None:
        learnt, aside = split(load(resources.models() / "corpus"))
        self._slots = learnt.slots
        self._lines, self._mails = dealt(learnt)
        self._rest = Mails.of(frozen_mails(aside))
        self.base = fit_folds(self._lines, self._mails).model

    def run(self, family: str, count: int, weight: float, seed: int) -> Run:
        """Correct so many mails of a family, chosen by the seed, and count what is wrong."""
        mails = self._family(family, Random(seed))  # noqa: S311 - the same figures every time
        model = self._fit(mails[:count], weight) if count else self.base
        within = score(model, mail_rows(mails[TO_LEARN:]))
        return Run(family, count, weight, within, score(model, self._rest))

    def _fit(self, learnt: Sequence[Labelled], weight: float) -> Model:
        own = shares(learnt, self.base, FOLDS, weight)
        lines = [share + more for share, (more, _) in zip(self._lines, own, strict=True)]
        mails = [share + more for share, (_, more) in zip(self._mails, own, strict=True)]
        return fit_folds(lines, mails).model

    def _family(self, name: str, random: Random) -> list[Labelled]:
        """The mails of a family in an order of chance, with their slots filled."""
        text = (ROOT / "data" / f"{name}.txt").read_text("utf-8").splitlines()
        heads = dict(line[2:].split(": ", 1) for line in text if re.match(r"# [a-z]+: ", line))
        slots = self._slots[heads["language"]]

        def fill(piece: str) -> str:
            return _SLOT.sub(lambda match: random.choice(slots[match[1]]), piece)

        mails = []
        for at, line in enumerate(line for line in text if not line.startswith("#")):
            subject, body = line.split(" | ", 1)
            whole = fill(f"{heads['before']} {body} {heads['after']}")
            read = (fill(subject), *sentences(whole))
            mails.append(
                Labelled(
                    at, None, Label(heads["label"]), LabelSource.IMPORT, _WHEN, "", False, read
                )
            )
        return random.sample(mails, len(mails))


def score(model: Model, mails: Mails) -> Score:
    """How a model treats mails."""
    done = decisions(model, model.chances(mails.rows(model)))
    refused = mails.wanted == LABELS.index(Label.REJECTION)
    filed = done == Decision.FILE
    wrong = np.where(refused, ~filed, done != Decision.LEAVE)
    return Score(int(wrong.sum()), len(done), int(filed.sum()), int((filed & ~refused).sum()))


def page(base: Sequence[Run], tried: Sequence[Run], curve: Sequence[Run]) -> str:
    """The tables, in Markdown."""
    by_weight = {f"{weight:g}": [r for r in tried if r.weight == weight] for weight in WEIGHTS}
    by_count = {str(at): [r for r in curve if r.count == at] for at in COUNTS}
    return f"""# The learning curve

`make learning-curve` writes this page. It takes three kinds of mail that the corpus does not teach
and that the model without corrections gets wrong ({len(SEEDS)} draws each):

{"".join(f"- {name}{chr(10)}" for name in FAMILIES.values())}
Some mails of one kind are corrected, as `rebond label` would do, and a model is fitted with them.
Counted is what is wrong on {60 - TO_LEARN} *other* mails of the kind, and on the part of the corpus
that no model is ever fitted on (`training/frozen.py`): a rejection that is not filed, or any other
mail that is filed or put up for review.

## By the number of corrections

The deciding sentence of a correction counts for {WEIGHT:g} sentences of the corpus.

{_table("corrections", {"0": base, **by_count})}
## By weight, at {TRIED_AT} corrections

How many sentences of the corpus the deciding one counts for; a whole mail counts for two fifths of
that. `WEIGHT` in `training/own.py` is the smallest that at least halves the mistakes of every kind.
Sentences beside the deciding one count as filler, once: a greeting or a signature is no reason to
refuse a mail, whoever sent it.

{_table("weight", {"no corrections": base, **by_weight})}"""


def _table(name: str, rows: dict[str, list[Run]] | dict[str, Sequence[Run]]) -> str:
    heads = [name, *FAMILIES.values(), "wrong elsewhere", "filed elsewhere", "of these wrongly"]
    lines = [heads, ["---:"] * len(heads)]
    for first, runs in rows.items():
        cells = [_share(r.within for r in runs if r.family == family) for family in FAMILIES]
        means = (
            np.mean([getattr(r.elsewhere, what) for r in runs])
            for what in ("wrong", "filed", "filed_wrongly")
        )
        wrong, filed, wrongly = (f"{mean:.0f}" for mean in means)
        lines.append([first, *cells, f"{wrong} of {runs[0].elsewhere.of}", filed, wrongly])
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _share(scores: Iterable[Score]) -> str:
    found = list(scores)
    return f"{sum(s.wrong for s in found)} of {sum(s.of for s in found)}"


def main() -> None:
    """Fit again and again (about half an hour), and write the page."""
    bench = Bench()

    def runs(counts: Sequence[int], weights: Sequence[float]) -> list[Run]:
        return [
            bench.run(family, count, weight, seed)
            for count in counts
            for weight in weights
            for family in track(FAMILIES, description=f"{count} corrections, weight {weight:g}")
            for seed in SEEDS
        ]

    tried = runs([TRIED_AT], WEIGHTS)
    curve = runs([at for at in COUNTS if at != TRIED_AT], [WEIGHT])
    curve += [run for run in tried if run.weight == WEIGHT]
    PAGE.write_text(page(runs([0], [0]), tried, curve), encoding="utf-8")


if __name__ == "__main__":
    main()

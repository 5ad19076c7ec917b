"""How well a model does on mail with known labels: figures with their intervals, and the mistakes.

Every share is 0..1 and None where there is nothing to count; every interval is the 95 % interval
after Wilson.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import average_precision_score, precision_recall_curve

from inbox_rebond.decide import decision
from inbox_rebond.domain import Decision, Label
from inbox_rebond.parse import parse
from inbox_rebond.reading.language import languages_of
from inbox_rebond.text import fold_space, words
from inbox_rebond.training.cases import Case
from inbox_rebond.training.findings import findings_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from inbox_rebond.domain import Json, Mail, Verdict
    from inbox_rebond.ports import Classifier

__all__ = ["Case", "Outcome", "figures", "interval", "judge", "overlaps", "ratio", "share"]

_HIGH = 0.99
_BATCH = 200
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case with what the model said of it and what would be done."""

    case: Case
    mail: Mail
    verdict: Verdict
    decision: Decision
    language: str | None

    @property
    def refused(self) -> float:
        """Probability of a rejection."""
        return self.verdict.probabilities[Label.REJECTION]

    @property
    def is_rejection(self) -> bool:
        """Whether it is one in truth."""
        return self.case.label is Label.REJECTION


def judge(classifier: Classifier, cases: Sequence[Case]) -> list[Outcome]:
    """What the model says of each case, in order."""
    outcomes: list[Outcome] = []
    for at in range(0, len(cases), _BATCH):
        batch = cases[at : at + _BATCH]
        mails = [parse(case.data) for case in batch]
        outcomes.extend(
            Outcome(case, mail, verdict, _decision(classifier, verdict), _language(case, mail))
            for case, mail, verdict in zip(batch, mails, classifier.judge(mails), strict=True)
        )
    return outcomes


def figures(classifier: Classifier, outcomes: Sequence[Outcome]) -> dict[str, Json]:
    """The figures as one JSON document. `findings` and `evidence` need an annotated index."""
    languages = sorted({outcome.language for outcome in outcomes} - {None}, key=str)
    annotated = [o.case for o in outcomes if "company" in o.case.truth]
    found = findings_figures((case, case.truth) for case in annotated) if annotated else None
    return {
        "model": classifier.version,
        "messages": len(outcomes),
        "thresholds": {
            "file_from": classifier.file_from,
            "review_from": classifier.review_from,
        },
        "filed": _filed(outcomes),
        "review": _review(outcomes),
        "ranking": _ranking(outcomes),
        "evidence": _evidence(outcomes),
        "by_language": {
            str(language): _filed([o for o in outcomes if o.language == language])
            for language in languages
        },
        "labels": _confusion(outcomes),
        **({"findings": found} if found else {}),
    }


def ratio(hits: int, of: int) -> float | None:
    """A share as it is printed."""
    return round(hits / of, 4) if of else None


def interval(hits: int, of: int) -> tuple[float, float] | None:
    """The interval of a share: from, to."""
    if not of:
        return None
    found = binomtest(hits, of).proportion_ci(method="wilson")
    return round(float(found.low), 4), round(float(found.high), 4)


def share(hits: int, of: int) -> dict[str, Json]:
    """A share with its interval, as a model's card keeps it."""
    low, high = interval(hits, of) or (None, None)
    return {"value": ratio(hits, of), "low": low, "high": high, "hits": hits, "of": of}


def overlaps(quote: str, sentence: str) -> bool:
    """Whether a sentence is the place of a mail that a reader quoted.

    It is where one contains the other, case and white space folded, or where at least half of the
    quote's words stand in the sentence in their order.
    """
    short, long = sorted((_folded(quote), _folded(sentence)), key=len)
    if not short:
        return False
    wanted = words(quote)
    return short in long or _in_order(wanted, words(sentence)) >= _HALF * max(1, len(wanted))


def _filed(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    filed = [o for o in outcomes if o.decision is Decision.FILE]
    hits = sum(o.is_rejection for o in filed)
    refused = [o for o in outcomes if o.is_rejection]
    return {
        "precision": ratio(hits, len(filed)),
        "precision_interval": _bounds(hits, len(filed)),
        "recall": ratio(hits, len(refused)),
        "recall_interval": _bounds(hits, len(refused)),
        "count": len(filed),
        "hits": hits,
        "rejections": len(refused),
        "false_positives": [o.case.id for o in filed if not o.is_rejection],
        "false_negatives": [o.case.id for o in refused if o.decision is not Decision.FILE],
    }


def _bounds(hits: int, of: int) -> Json:
    found = interval(hits, of)
    return [*found] if found else None


def _review(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    waiting = [o for o in outcomes if o.decision is Decision.REVIEW]
    return {"count": len(waiting), "rejections": sum(o.is_rejection for o in waiting)}


def _ranking(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    truth = np.array([o.is_rejection for o in outcomes])
    if not truth.any():
        return {"average_precision": None, "recall_at_precision_99": None}
    chances = np.array([o.refused for o in outcomes])
    precision, recall, _ = precision_recall_curve(truth, chances)
    return {
        "average_precision": round(float(average_precision_score(truth, chances)), 4),
        "recall_at_precision_99": round(float(recall[precision >= _HIGH].max()), 4),
    }


def _evidence(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    """How often the sentence that decided is the one that a careful reader quoted."""
    shown = [
        any(overlaps(quote, sentence) for sentence in o.verdict.evidence)
        for o in outcomes
        if o.is_rejection
        and o.decision is Decision.FILE
        and isinstance(quote := o.case.truth.get("quote"), str)
    ]
    return {"value": ratio(sum(shown), len(shown)), "of": len(shown)}


def _confusion(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    """True label → label given → count."""
    counts = Counter((o.case.label, o.verdict.label) for o in outcomes)
    return {
        str(label): {str(said): n for (true, said), n in sorted(counts.items()) if true is label}
        for label in sorted({o.case.label for o in outcomes})
    }


def _decision(classifier: Classifier, verdict: Verdict) -> Decision:
    return decision(verdict, file_from=classifier.file_from, review_from=classifier.review_from)


def _language(case: Case, mail: Mail) -> str | None:
    """What the index says, else what the mail tells."""
    told = languages_of(f"{mail.subject}\n{mail.text}")
    return case.language or (told[0] if told else None)


def _folded(text: str) -> str:
    return fold_space(text).casefold()


def _in_order(wanted: Sequence[str], said: Sequence[str]) -> int:
    """How many of the wanted words are said in their order: the longest common subsequence."""
    best: NDArray[np.int64] = np.zeros(len(said) + 1, dtype=np.int64)
    for word in wanted:
        hit = np.concatenate(([0], best[:-1] + np.array([word == other for other in said])))
        best = np.maximum.accumulate(np.maximum(best, hit))
    return int(best[-1])

"""How well a model does on mail with known labels: figures with their intervals, and the mistakes.

A tree is `LABEL/ID.eml`; a folder whose name is no label stands for `other`. An `index.jsonl`
beside the folders may name the language of each mail by its id.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import average_precision_score, precision_recall_curve

from inbox_rebond.decide import decision
from inbox_rebond.domain import Decision, Label
from inbox_rebond.errors import InputMissing
from inbox_rebond.parse import parse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from inbox_rebond.domain import Json, Verdict
    from inbox_rebond.ports import Classifier

_HIGH = 0.99
_BATCH = 200


@dataclass(frozen=True, slots=True)
class Case:
    """A mail with its true label. `language` is None where nobody said."""

    id: str
    label: Label
    language: str | None
    data: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case with what the model said of it and what would be done."""

    case: Case
    verdict: Verdict
    decision: Decision

    @property
    def refused(self) -> float:
        """Probability of a rejection."""
        return self.verdict.probabilities[Label.REJECTION]


def load_tree(root: Path) -> list[Case]:
    """Read `LABEL/*.eml`; InputMissing where there is none."""
    paths = sorted(root.glob("*/*.eml"))
    if not paths:
        raise InputMissing(f"{root}: no mail here. A tree of LABEL/*.eml is wanted.")
    languages = _languages(root / "index.jsonl")
    return [
        Case(path.stem, _label(path.parent.name), languages.get(path.stem), path.read_bytes())
        for path in paths
    ]


def judge(classifier: Classifier, cases: Sequence[Case]) -> list[Outcome]:
    """What the model says of each case, in order."""
    outcomes: list[Outcome] = []
    for at in range(0, len(cases), _BATCH):
        batch = cases[at : at + _BATCH]
        verdicts = classifier.judge([parse(case.data) for case in batch])
        outcomes.extend(
            Outcome(case, verdict, _decision(classifier, verdict))
            for case, verdict in zip(batch, verdicts, strict=True)
        )
    return outcomes


def figures(classifier: Classifier, outcomes: Sequence[Outcome]) -> dict[str, Json]:
    """The figures as one JSON document; probabilities and shares are 0..1."""
    languages = sorted({outcome.case.language for outcome in outcomes} - {None}, key=str)
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
        "by_language": {
            str(language): _filed([o for o in outcomes if o.case.language == language])
            for language in languages
        },
        "labels": _confusion(outcomes),
    }


def share(hits: int, of: int) -> dict[str, Json]:
    """A share with its 95 % interval (Wilson); all None where there is nothing to count."""
    if not of:
        return {"value": None, "low": None, "high": None, "hits": 0, "of": 0}
    interval = binomtest(hits, of).proportion_ci(method="wilson")
    return {
        "value": round(hits / of, 4),
        "low": round(float(interval.low), 4),
        "high": round(float(interval.high), 4),
        "hits": hits,
        "of": of,
    }


def _filed(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    filed = [o for o in outcomes if o.decision is Decision.FILE]
    right = [o for o in filed if o.case.label is Label.REJECTION]
    refused = [o for o in outcomes if o.case.label is Label.REJECTION]
    return {
        "precision": share(len(right), len(filed)),
        "recall": share(len(right), len(refused)),
        "false_positives": [o.case.id for o in filed if o.case.label is not Label.REJECTION],
        "false_negatives": [o.case.id for o in refused if o.decision is not Decision.FILE],
    }


def _review(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    waiting = [o for o in outcomes if o.decision is Decision.REVIEW]
    refused = sum(o.case.label is Label.REJECTION for o in waiting)
    others = sum(o.case.label is not Label.REJECTION for o in outcomes)
    return {
        "count": len(waiting),
        "rejections": refused,
        "share_of_others": share(len(waiting) - refused, others),
    }


def _ranking(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    truth = np.array([o.case.label is Label.REJECTION for o in outcomes])
    if not truth.any():
        return {"average_precision": None, "recall_at_precision_99": None}
    chances = np.array([o.refused for o in outcomes])
    precision, recall, _ = precision_recall_curve(truth, chances)
    return {
        "average_precision": round(float(average_precision_score(truth, chances)), 4),
        "recall_at_precision_99": round(float(recall[precision >= _HIGH].max()), 4),
    }


def _confusion(outcomes: Sequence[Outcome]) -> dict[str, Json]:
    """True label → label given → count."""
    counts = Counter((o.case.label, o.verdict.label) for o in outcomes)
    return {
        str(label): {str(said): n for (true, said), n in sorted(counts.items()) if true is label}
        for label in sorted({o.case.label for o in outcomes})
    }


def _decision(classifier: Classifier, verdict: Verdict) -> Decision:
    return decision(verdict, file_from=classifier.file_from, review_from=classifier.review_from)


def _label(name: str) -> Label:
    return Label(name) if name in set(Label) else Label.OTHER


def _languages(index: Path) -> dict[str, str]:
    if not index.exists():
        return {}
    rows = (json.loads(line) for line in index.read_text("utf-8").splitlines() if line.strip())
    return {row["id"]: row["lang"] for row in rows if row.get("lang")}

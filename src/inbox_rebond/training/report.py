"""The figures of an evaluation as one page that opens offline: plots, tables, and the mistakes.

The page quotes mails: it is the person's own file, and only they may read it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.metrics import precision_recall_curve

from inbox_rebond.domain import Decision, Label
from inbox_rebond.errors import UserError
from inbox_rebond.resources import templates
from inbox_rebond.training import plots
from inbox_rebond.training.corpus import load
from inbox_rebond.training.evaluate import interval, ratio
from inbox_rebond.training.strongest import strongest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from inbox_rebond.classify import Model
    from inbox_rebond.domain import Json
    from inbox_rebond.training.evaluate import Outcome

NAME = "evaluate.html"
_TEMPLATE = "report/evaluate.html.j2"
_BINS = 10
_WANTED = (0.99, 0.95, 0.9)
_NOTHING = float("nan")


@dataclass(frozen=True, slots=True)
class Threshold:
    """What comes of filing from a probability on; None where nothing is that likely."""

    name: str
    probability: float
    mails: int
    precision: float | None
    recall: float | None


def write_report(
    folder: Path,
    model: Model,
    outcomes: Sequence[Outcome],
    figures: Mapping[str, Json],
    corpus: Path,
) -> Path:
    """Write `evaluate.html` into a folder, which is made if need be; UserError where it cannot.

    The corpus is what the model was fitted on: its words give the hashed features their names.
    """
    page = folder / NAME
    text = render(model, outcomes, figures, corpus)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open(page, "w", encoding="utf-8", opener=_own) as file:
            file.write(text)
    except OSError as error:
        raise UserError(
            f"{page}: cannot be written ({error.strerror}). Name another folder for --report."
        ) from error
    return page


def _own(path: str, flags: int) -> int:
    """A new file is nobody else's to read."""
    return os.open(path, flags, 0o600)


def render(
    model: Model, outcomes: Sequence[Outcome], figures: Mapping[str, Json], corpus: Path
) -> str:
    """The page as text. The same mails and the same model give the same page."""
    from jinja2 import FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only a report needs it
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - the same
    from markupsafe import Markup  # noqa: PLC0415 - the same

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates()),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["share"] = _percent
    points = thresholds(outcomes, model.file_from, model.review_from)
    bins = reliability(outcomes)
    return environment.get_template(_TEMPLATE).render(
        figures=figures,
        thresholds=points,
        bins=bins,
        plots={name: Markup(svg) for name, svg in _plots(outcomes, figures, points, bins).items()},  # noqa: S704 - our own drawing, its texts are escaped
        confusion=_confusion(figures),
        strongest=strongest(model, outcomes, load(corpus)),
        wrong=[o for o in outcomes if o.decision is Decision.FILE and not o.is_rejection],
        missed=[o for o in outcomes if o.decision is not Decision.FILE and o.is_rejection],
    )


def thresholds(
    outcomes: Sequence[Outcome], file_from: float, review_from: float
) -> list[Threshold]:
    """The two thresholds in use, then the lowest ones that keep a precision."""
    truth, chances = _columns(outcomes)
    if not truth.any():
        return []
    precision, recall, limits = precision_recall_curve(truth, chances)
    rows = [
        _at("filing", file_from, truth, chances),
        _at("review", review_from, truth, chances),
    ]
    for wanted in _WANTED:
        kept = np.flatnonzero(precision[:-1] >= wanted)
        if len(kept):
            best = kept[recall[kept].argmax()]
            name = f"precision {_percent(wanted, 0)}"
            rows.append(_at(name, float(limits[best]), truth, chances))
    return rows


def _at(
    name: str, limit: float, truth: NDArray[np.bool_], chances: NDArray[np.float64]
) -> Threshold:
    chosen = chances >= limit
    hits, mails = int(truth[chosen].sum()), int(chosen.sum())
    return Threshold(name, limit, mails, ratio(hits, mails), ratio(hits, int(truth.sum())))


def reliability(outcomes: Sequence[Outcome]) -> list[plots.Bin]:
    """Mails in tenths by the probability of a rejection; empty tenths are left out."""
    truth, chances = _columns(outcomes)
    tenth = np.minimum((chances * _BINS).astype(int), _BINS - 1)
    bins: list[plots.Bin] = []
    for at in np.unique(tenth):
        here = tenth == at
        hits, mails = int(truth[here].sum()), int(here.sum())
        low, high = interval(hits, mails) or (0.0, 1.0)
        bins.append(plots.Bin(float(chances[here].mean()), hits / mails, low, high, mails))
    return bins


def _columns(outcomes: Sequence[Outcome]) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Which mails are rejections, and how likely each was said to be one."""
    truth = np.array([o.is_rejection for o in outcomes], dtype=bool)
    return truth, np.array([o.refused for o in outcomes], dtype=np.float64)


def _plots(
    outcomes: Sequence[Outcome],
    figures: Mapping[str, Any],
    points: Sequence[Threshold],
    bins: Sequence[plots.Bin],
) -> dict[str, str]:
    """The plots by name; without a single rejection there is no curve."""
    languages = figures["by_language"]
    drawn = {"calibration": plots.calibration(bins, _calibration_told(bins))}
    if languages:
        drawn["languages"] = plots.by_language(
            list(languages),
            [_span(filed, "precision") for filed in languages.values()],
            [_span(filed, "recall") for filed in languages.values()],
            "Precision and recall of filing with their intervals for each language; "
            "the table holds the numbers.",
        )
    if points:
        precision, recall, _ = precision_recall_curve(*_columns(outcomes))
        marks = [
            plots.Mark(f"{point.name} from {point.probability:.3f}", point.recall, point.precision)
            for point in points[:2]
            if point.recall is not None and point.precision is not None
        ]
        average = figures["ranking"]["average_precision"]
        drawn["curve"] = plots.precision_recall(
            recall, precision, marks, _curve_told(average, marks)
        )
    return drawn


def _curve_told(average: float, marks: Sequence[plots.Mark]) -> str:
    points = "; ".join(
        f"{mark.name}: precision {mark.precision:.1%}, recall {mark.recall:.1%}" for mark in marks
    )
    return f"Precision against recall, average precision {average:.3f}. {points}."


def _calibration_told(bins: Sequence[plots.Bin]) -> str:
    points = "; ".join(f"said {one.said:.0%}, true {one.true:.0%}" for one in bins)
    return f"Said probability against the share that came true: {points}."


def _span(filed: Mapping[str, Any], name: str) -> plots.Span:
    low, high = filed[f"{name}_interval"] or (_NOTHING, _NOTHING)
    return plots.Span(_NOTHING if filed[name] is None else filed[name], low, high)


def _confusion(figures: Mapping[str, Any]) -> dict[str, Any]:
    """The confusion matrix with every label that is true or was said, and each cell's share."""
    counts = figures["labels"]
    said = {label for row in counts.values() for label in row}
    return {
        "columns": [label for label in Label if label in said],
        "rows": [
            (label, counts[label], sum(counts[label].values()))
            for label in Label
            if label in counts
        ],
    }


def _percent(value: float | None, digits: int = 1) -> str:
    return "–" if value is None else f"{100 * value:.{digits}f} %"

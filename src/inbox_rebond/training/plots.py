"""Plots as inline SVG whose colours are those of the page: CSS variables, for light and for dark.

matplotlib is imported when the first plot is drawn; it needs neither a display nor pyplot.
"""

from __future__ import annotations

import io
import re
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from matplotlib.axes import Axes
    from numpy.typing import ArrayLike

# matplotlib wants colours of its own kind; these stand for the page's and are replaced at the end.
_INK, _MUTED, _GRID, _FIRST, _SECOND = "#010101", "#020202", "#030303", "#040404", "#050505"
_PAGE = {
    _INK: "var(--ink)",
    _MUTED: "var(--muted)",
    _GRID: "var(--line)",
    _FIRST: "var(--first)",
    _SECOND: "var(--second)",
}
_STYLE: dict[Any, object] = {
    "svg.fonttype": "none",
    "text.parse_math": False,
    "font.size": 10,
    "text.color": _INK,
    "axes.labelcolor": _INK,
    "axes.edgecolor": _GRID,
    "axes.grid": True,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "grid.color": _GRID,
    "grid.linewidth": 0.6,
    "xtick.color": _MUTED,
    "ytick.color": _MUTED,
    "legend.frameon": False,
}
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_SHARES = (-0.02, 1.02)
_NAMED = re.compile(r'(id="|url\(#|href="#)')


class Mark(NamedTuple):
    """A named point of a curve: recall and precision at a threshold."""

    name: str
    recall: float
    precision: float


class Bin(NamedTuple):
    """Mails of about the same probability: the mean of it, how many came true, how many there are.

    `low` and `high` bound the share that came true (95 %).
    """

    said: float
    true: float
    low: float
    high: float
    mails: int


class Span(NamedTuple):
    """A share with its interval; NaN where there is nothing to count."""

    value: float
    low: float
    high: float


def precision_recall(
    recall: ArrayLike, precision: ArrayLike, marks: Sequence[Mark], alt: str
) -> str:
    """Precision against recall over all thresholds, with some of these marked."""

    def draw(axes: Axes) -> None:
        axes.step(recall, precision, where="post", color=_FIRST, linewidth=1.8)
        for mark, shape in zip(marks, "os", strict=False):
            axes.plot(
                mark.recall, mark.precision, shape, color=_SECOND, markersize=7, label=mark.name
            )
        axes.set(xlabel="recall", ylabel="precision", xlim=_SHARES, ylim=_SHARES)
        if marks:
            axes.legend(loc="lower left")

    return _svg("curve", (4.6, 3.8), draw, alt)


def calibration(bins: Sequence[Bin], alt: str) -> str:
    """How often mails of a probability are rejections; on the diagonal where it comes true."""

    def draw(axes: Axes) -> None:
        axes.plot([0, 1], [0, 1], color=_MUTED, linewidth=1, linestyle="--")
        said = [one.said for one in bins]
        axes.vlines(said, [one.low for one in bins], [one.high for one in bins], color=_FIRST)
        axes.plot(said, [one.true for one in bins], "o-", color=_FIRST, linewidth=1.8)
        for one in bins:
            # Away from the diagonal, where the line is not.
            side = (-6, 4, "right") if one.true >= one.said else (6, -11, "left")
            axes.annotate(
                f"{one.mails:,}",
                (one.said, one.true),
                xytext=side[:2],
                textcoords="offset points",
                ha=side[2],
                color=_MUTED,
                fontsize=8,
            )
        axes.set(
            xlabel="probability of a rejection, as said",
            ylabel="share that are rejections",
            xlim=(-0.08, 1.08),
            ylim=(-0.08, 1.08),
        )

    return _svg("calibration", (4.6, 3.8), draw, alt)


def by_language(
    names: Sequence[str], precision: Sequence[Span], recall: Sequence[Span], alt: str
) -> str:
    """Precision and recall with their intervals, a row for each language."""

    def draw(axes: Axes) -> None:
        for spans, name, colour, shape, above in (
            (precision, "precision", _FIRST, "o", 0.14),
            (recall, "recall", _SECOND, "s", -0.14),
        ):
            rows = [-at + above for at in range(len(names))]
            axes.hlines(rows, [one.low for one in spans], [one.high for one in spans], color=colour)
            axes.plot([one.value for one in spans], rows, shape, color=colour, label=name)
        axes.set(xlim=_SHARES, xlabel="share, with its 95 % interval")
        axes.set_yticks([-at for at in range(len(names))], names)
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2, borderaxespad=0)

    return _svg("language", (4.6, 0.8 + 0.42 * len(names)), draw, alt)


def _svg(name: str, size: tuple[float, float], draw: Callable[[Axes], None], alt: str) -> str:
    """One plot as an SVG element; `name` keeps its ids apart from those of other plots."""
    import matplotlib as mpl  # noqa: PLC0415 - half a second that only a report costs
    from matplotlib.figure import Figure  # noqa: PLC0415 - the same

    written = io.StringIO()
    with mpl.rc_context({**_STYLE, "svg.hashsalt": name}):
        figure = Figure(figsize=size, layout="constrained")
        draw(figure.add_subplot())
        figure.savefig(written, format="svg", transparent=True, metadata=_NO_METADATA)
    text = written.getvalue()
    text = _NAMED.sub(rf"\g<1>{name}-", text[text.index("<svg") :])
    for colour, variable in _PAGE.items():
        text = text.replace(colour, variable)
    return text.replace("<svg", f'<svg role="img" aria-label="{escape(alt)}"', 1)

"""`rebond train` learns from labels; `rebond evaluate` measures one on mail with known labels."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotation at run time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inbox_rebond.cli import output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inbox_rebond.domain import Json
    from inbox_rebond.ports import Classifier
    from inbox_rebond.training.evaluate import Outcome
    from inbox_rebond.training.store import Stored

_LATER = 10
"""What is added to the niceness of a training that nobody waits for."""


def train(
    starter: Annotated[
        bool, typer.Option("--starter", help="Replace the model that comes with the program.")
    ] = False,
    if_due: Annotated[
        bool, typer.Option("--if-due", help="Only where enough is new; at low priority.")
    ] = False,
    corpus: Annotated[
        Path | None, typer.Option(help="The corpus to learn from, instead of the project's.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcome as JSON.")] = False,
) -> None:
    """Learn from your labels: fit a model of your own; about a minute.

    It is used from then on if it does not fall behind the model in use.
    """
    from inbox_rebond import config, resources, training, wiring
    from inbox_rebond.training.retrain import retrain
    from inbox_rebond.training.store import STARTER

    source = corpus or resources.models() / "corpus"
    with output.err().status("Reading the corpus …") as status:

        def tell(part: str) -> None:
            status.update(f"Fitting: {part} …")

        if starter:
            _told_fitted(training.train(source, resources.models(), STARTER, tell), as_json=as_json)
            return
        home = config.home()
        if if_due and not _due():
            return
        with wiring.models(home) as history:
            trained = retrain(wiring.labelled(home), history, source, wiring.utc_now(), tell)
            used = history.in_use()
    if as_json:
        card = trained.model.card if trained.model else None
        output.emit({"in_use": used.model.version, "why": trained.why, "card": card})
    elif trained.why is None:
        _told_fitted(used)
    else:
        output.out().print(f"{used.model.version} stays in use. {trained.why}", soft_wrap=True)


def _due() -> bool:
    """Whether it is time to train; if so, everything else on this machine goes first."""
    import os

    from inbox_rebond.wiring import Program

    with Program.load() as program:
        due = program.training_due()
    if due and hasattr(os, "nice"):  # not on Windows
        os.nice(_LATER)
    return due


def _told_fitted(stored: Stored, *, as_json: bool = False) -> None:
    """Say of a new model what it does."""
    if as_json:
        output.emit(stored.card)
        return
    limits = stored.model
    output.out().print(
        f"Model {limits.version} is in use now: files from {output.percent(limits.file_from)}, "
        f"asks from {output.percent(limits.review_from)}.",
        soft_wrap=True,
    )


def evaluate(
    tree: Annotated[
        Path,
        typer.Argument(
            metavar="TREE|MBOX", help="A folder of LABEL/*.eml or LABEL.mbox, or one mbox."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    report: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write the figures with plots to DIR/evaluate.html."),
    ] = None,
) -> None:
    """Measure the model in use on mail with known labels."""
    from inbox_rebond import config
    from inbox_rebond.mailbox.archive import read_archive
    from inbox_rebond.training import evaluate as measuring
    from inbox_rebond.training.cases import load_cases
    from inbox_rebond.wiring import classifier

    cases = load_cases(tree, read_archive)
    model = classifier(config.home())
    with output.err().status(f"Judging {output.counted(len(cases), 'mail')} …"):
        outcomes = measuring.judge(model, cases)
        figures = measuring.figures(model, outcomes)
    if as_json:
        output.emit(figures)
    else:
        _print(figures)
    if report:
        _report(report, model, outcomes, figures)


def _report(
    folder: Path, model: Classifier, outcomes: Sequence[Outcome], figures: dict[str, Json]
) -> None:
    """Write the page; where it lies is told on stderr, for stdout may be JSON."""
    from inbox_rebond import resources
    from inbox_rebond.explain import opened
    from inbox_rebond.training.report import write_report

    with output.err().status("Writing the report …"):
        page = write_report(folder, opened(model), outcomes, figures, resources.models() / "corpus")
    output.err().print(f"Report: {page}", soft_wrap=True)


def _print(figures: dict[str, Any]) -> None:
    """The figures for people."""
    rows = {"all": figures["filed"], **figures["by_language"]}
    table = output.table("", "rejections", "filed", "precision", "recall", title="Filed")
    for name, filed in rows.items():
        table.add_row(
            name,
            str(filed["rejections"]),
            str(filed["count"]),
            _share(filed["precision"], filed["precision_interval"]),
            _share(filed["recall"], filed["recall_interval"]),
        )
    out = output.out()
    out.print(table)
    review, evidence = figures["review"], figures["evidence"]
    out.print(
        f"To review: {output.counted(review['count'], 'mail')}, "
        f"{review['rejections']} of them rejections."
    )
    if evidence["of"]:
        out.print(
            f"The sentence shown is the one a reader quoted in {100 * evidence['value']:.0f} % "
            f"of {output.counted(evidence['of'], 'rejection')}."
        )
    for name, title in (("false_positives", "Filed wrongly"), ("false_negatives", "Not filed")):
        if found := figures["filed"][name]:
            out.print(f"{title}: {output.clean(', '.join(found))}", markup=False)


def _share(value: float | None, interval: list[float] | None) -> str:
    """`97.1 % (93.5-98.8)`: a share with its 95 % interval."""
    if value is None or interval is None:
        return "-"
    return f"{100 * value:.1f} % ({100 * interval[0]:.1f}-{100 * interval[1]:.1f})"

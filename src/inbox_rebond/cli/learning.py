"""`rebond train` fits a model; `rebond evaluate` measures one on mail with known labels."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotation at run time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inbox_rebond.cli import output

if TYPE_CHECKING:
    from inbox_rebond.domain import Json


def train(
    starter: Annotated[
        bool, typer.Option("--starter", help="Replace the model that comes with the program.")
    ] = False,
    corpus: Annotated[
        Path | None, typer.Option(help="The corpus to learn from, instead of the project's.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the card as JSON.")] = False,
) -> None:
    """Fit a model on the corpus; about two minutes."""
    from inbox_rebond import config, resources
    from inbox_rebond.training import train as fit
    from inbox_rebond.training.store import CURRENT, STARTER

    folder = resources.models() if starter else config.home() / "models"
    source = corpus or resources.models() / "corpus"
    with output.err().status("Reading the corpus …") as status:
        stored = fit(
            source,
            folder,
            STARTER if starter else CURRENT,
            lambda part: status.update(f"Fitting: {part} …"),
        )
    if as_json:
        output.emit(stored.card)
        return
    limits = stored.model
    output.out().print(
        f"Model {stored.model.version} is in use now: files from "
        f"{output.percent(limits.file_from)}, asks from {output.percent(limits.review_from)}."
    )


def evaluate(
    tree: Annotated[Path, typer.Argument(help="A folder of LABEL/*.eml.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure the model in use on mail with known labels."""
    from inbox_rebond import config
    from inbox_rebond.training import evaluate as measuring
    from inbox_rebond.wiring import classifier

    cases = measuring.load_tree(tree)
    model = classifier(config.home())
    with output.err().status(f"Judging {output.counted(len(cases), 'mail')} …"):
        outcomes = measuring.judge(model, cases)
    figures = measuring.figures(model, outcomes)
    if as_json:
        output.emit(figures)
    else:
        _print(figures)


def _print(figures: dict[str, Any]) -> None:
    """The figures for people."""
    rows = {"all": figures["filed"], **figures["by_language"]}
    table = output.table("", "rejections", "filed", "precision", "recall", title="Filed")
    for name, filed in rows.items():
        precision, recall = filed["precision"], filed["recall"]
        table.add_row(
            name, str(recall["of"]), str(precision["of"]), _share(precision), _share(recall)
        )
    out = output.out()
    out.print(table)
    review = figures["review"]
    out.print(
        f"To review: {output.counted(review['count'], 'mail')}, "
        f"{review['rejections']} of them rejections."
    )
    for name, title in (("false_positives", "Filed wrongly"), ("false_negatives", "Not filed")):
        if found := figures["filed"][name]:
            out.print(f"{title}: {', '.join(found)}")


def _share(share: dict[str, Json]) -> str:
    """`97.1 % (93.5-98.8)`: a share with its 95 % interval."""
    value, low, high = share["value"], share["low"], share["high"]
    if not (isinstance(value, float) and isinstance(low, float) and isinstance(high, float)):
        return "-"
    return f"{100 * value:.1f} % ({100 * low:.1f}-{100 * high:.1f})"

"""`rebond models`: which models there are, which one is in use, and how two of them differ."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inbox_rebond.cli import output
from inbox_rebond.errors import ModelMissing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.table import Table

    from inbox_rebond.training.history import History

app = typer.Typer(
    help="The models: which one is in use, those before it, and those set aside.",
    no_args_is_help=True,
)
_Version = Annotated[str, typer.Argument(metavar="VERSION", help="As `rebond models list` says.")]
_AsJson = Annotated[bool, typer.Option("--json", help="One JSON document.")]


@app.command("list")
def list_(as_json: _AsJson = False) -> None:
    """List the models, the newest first."""
    from inbox_rebond import config
    from inbox_rebond.training.history import History

    rows = list(_rows(History(config.home())))
    if as_json:
        output.emit(rows)
        return
    table = output.table("Version", "State", "Since", "Learnt from", "Files from")
    for row in rows:
        table.add_row(
            row["version"],
            row["state"],
            output.day(row["since"] and datetime.fromisoformat(row["since"])),
            output.counted(row["own_mails"], "own mail") if row["own_mails"] else "the corpus",
            output.percent(row["file_from"]) if row["file_from"] else "-",
        )
    output.out().print(table)
    for row in rows:
        if row["set_aside"]:
            output.out().print(f"{row['version']} was set aside: {row['set_aside']}")


@app.command()
def show(
    version: Annotated[
        str | None, typer.Argument(metavar="VERSION", help="The model in use if left out.")
    ] = None,
    as_json: _AsJson = False,
) -> None:
    """Show the card of a model: what it was fitted on, its thresholds and figures."""
    from inbox_rebond import config
    from inbox_rebond.training.history import History

    history = History(config.home())
    card = (history.find(version) if version else history.in_use()).card
    if as_json:
        output.emit(card)
        return
    table = output.table("", ("", 1))
    for name, value in _told(card):
        table.add_row(name, value)
    output.out().print(table)


@app.command()
def promote(version: _Version) -> None:
    """Use this model from now on; a running daemon takes it up at its next pass."""
    from inbox_rebond import config, wiring

    with wiring.models(config.home()) as history:
        used = history.promote(version, wiring.utc_now())
    output.out().print(f"{used} is in use now. `rebond models rollback` takes that back.")


@app.command()
def rollback() -> None:
    """Go back to the model that was in use before."""
    from inbox_rebond import config, wiring

    with wiring.models(config.home()) as history:
        history.rollback()
        used = history.in_use().model.version
    output.out().print(f"{used} is in use now.")


@app.command()
def compare(
    first: Annotated[str, typer.Argument(metavar="A")],
    second: Annotated[str, typer.Argument(metavar="B")],
    as_json: _AsJson = False,
) -> None:
    """Compare two models on mail that neither has learnt from."""
    from inbox_rebond import config, resources, wiring
    from inbox_rebond.training.gate import compared
    from inbox_rebond.training.history import History
    from inbox_rebond.training.retrain import unlearnt_mails

    history = History(config.home())
    one, two = (history.find(version).model for version in (first, second))
    with output.err().status("Judging …"):
        parts = unlearnt_mails(wiring.labelled(config.home()), resources.models() / "corpus")
        found = {name: compared(one, two, mails).figures() for name, mails in parts.items()}
    if as_json:
        output.emit(found)
        return
    for name, by_version in found.items():
        output.out().print(_compared(name, by_version))


def _compared(name: str, by_version: dict[str, dict[str, int]]) -> Table:
    """One part: what each model does, in brackets what it alone does."""
    table = output.table("", "Filed rightly", "Filed wrongly", "Right label", title=name)
    for version, figures in by_version.items():
        whats = ("filed_rightly", "filed_wrongly", "right")
        table.add_row(version, *(f"{figures[what]} ({figures[f'{what}_alone']})" for what in whats))
    return table


def _rows(history: History) -> Iterator[dict[str, Any]]:
    """What `list` shows of each model; of one that cannot be read only that it is there."""
    from inbox_rebond.training.store import STARTER

    in_use = history.version
    since = {each.version: each.at.isoformat() for each in history.promotions()}
    states = dict.fromkeys(history.aside(), "set aside") | dict.fromkeys(history.kept(), "kept")
    for version in (*reversed(states), STARTER):
        state = "in use" if version == in_use else states.get(version, "came with the program")
        try:
            card: dict[str, Any] = history.find(version).card
        except ModelMissing:
            card, state = {}, f"{state}, cannot be read"
        own = card.get("own", {})
        yield {
            "version": card.get("version", version),
            "state": state,
            "since": since.get(version),
            "own_mails": sum(own.get("learnt", {}).values()),
            **(card.get("thresholds") or {"file_from": None, "review_from": None}),
            "held_out": card.get("held_out"),
            "set_aside": card.get("set_aside"),
        }


def _told(card: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """A card as names and values; what only machines read is left out."""
    for name, value in card.items():
        if name not in {"format", "sha256", "labels", "kinds", "golden", "temperature"}:
            yield from _flat(name.replace("_", " "), value)


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and "hits" in value:
        yield name, _share(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{name}: {key.replace('_', ' ')}", inner)
    elif isinstance(value, list):
        yield name, ", ".join(map(str, value))
    else:
        yield name, str(value)


def _share(figure: dict[str, Any] | None) -> str:
    """`97.1 % (330 of 340)`."""
    if not figure or figure["value"] is None:
        return "-"
    return f"{100 * figure['value']:.1f} % ({figure['hits']} of {figure['of']})"

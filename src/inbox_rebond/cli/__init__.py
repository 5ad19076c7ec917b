"""`rebond`: arguments → one call → what it says → exit status."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from inbox_rebond import __version__
from inbox_rebond.cli import checking, demo, drafts, history, judging, learning, passes, setup
from inbox_rebond.errors import RebondError

_DEBUG = "REBOND_DEBUG"
_INTERRUPTED = 130
_UNEXPECTED = 1

app = typer.Typer(
    name="rebond",
    help="Finds job rejections in your mailbox, files them, and drafts the question that helps.",
    epilog="Try it without a mailbox: rebond demo",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_START, _WORK, _LOOK = "Start here", "Do the work", "Look and take back"
_LEARN = "Learn"
app.command(rich_help_panel=_START)(demo.demo)
app.command(rich_help_panel=_START)(setup.init)
app.command(rich_help_panel=_START)(checking.check)
app.command(rich_help_panel=_WORK)(passes.poll)
app.command(rich_help_panel=_WORK)(passes.run)
app.command(rich_help_panel=_WORK)(judging.classify)
app.command(rich_help_panel=_WORK)(judging.scan)
app.command(rich_help_panel=_LOOK)(history.log)
app.add_typer(drafts.app, name="drafts", rich_help_panel=_LOOK)
app.command(rich_help_panel=_LOOK)(history.undo)
app.command(rich_help_panel=_LEARN)(learning.train)
app.command(rich_help_panel=_LEARN)(learning.evaluate)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rebond {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[  # noqa: ARG001 - `_version` has already answered
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", envvar=_DEBUG, help="Show where an unexpected fault lies.")
    ] = False,
) -> None:
    """Finds job rejections in your mailbox, files them, and drafts the question that helps."""
    if debug:
        os.environ[_DEBUG] = "1"


def main() -> None:
    """Run the command line; every ending has its exit status and at most one clear sentence."""
    try:
        status = _run()
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has had enough (`rebond log | head`); Python would flush once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = _UNEXPECTED
    sys.exit(status)


def _run() -> int:
    """Run the command that was asked for and give its exit status."""
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else _UNEXPECTED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except RebondError as error:
        _say(str(error))
        return error.exit_status
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - a person gets a sentence, not a stack of frames
        _say(f"this should not have happened ({type(error).__name__}). {_details(error)}")
        return _UNEXPECTED
    return 0


def _details(error: Exception) -> str:
    """The way to the fault, without words of any mail, for those who asked; else how to ask."""
    if os.environ.get(_DEBUG):
        from inbox_rebond.logs import trace

        return f"It happened here: {trace(error)}"
    return "Nothing was lost. `rebond --debug` before the command shows where it happened."


def _say(sentence: str) -> None:
    sys.stderr.write(f"rebond: {sentence}\n")

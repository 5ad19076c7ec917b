"""`rebond`: arguments → one call → what it says → exit status."""

from __future__ import annotations

import errno
import os
import sys
from typing import Annotated

import typer

from inbox_rebond import __version__
from inbox_rebond.cli import (
    checking,
    demo,
    drafts,
    history,
    judging,
    labels,
    learning,
    models,
    output,
    passes,
    setup,
)
from inbox_rebond.errors import RebondError

_DEBUG = "REBOND_DEBUG"
_INTERRUPTED = 130
_UNEXPECTED = 1
_DISK = 74
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})

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
app.command(rich_help_panel=_LEARN)(labels.label)
app.command(rich_help_panel=_LEARN)(learning.train)
app.command(rich_help_panel=_LEARN)(learning.evaluate)
app.add_typer(models.app, name="models", rich_help_panel=_LEARN)


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
        # The reader has had enough: `rebond log | head`.
        _silence()
        status = _UNEXPECTED
    except OSError as error:
        _silence()
        output.fault(f"the output cannot be written ({error.strerror}). Send it elsewhere.")
        status = _DISK
    sys.exit(status)


def _silence() -> None:
    """What could not be written is given up: at its end Python would try it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run() -> int:
    """Run the command that was asked for and give its exit status."""
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else _UNEXPECTED
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - a person gets a sentence, not a stack of frames
        return _told(error)
    return 0


def _told(error: Exception) -> int:
    """Say what went wrong, and how that is counted among the exit statuses.

    Of a fault of the program only kind and place are told: its words may be a stranger's.
    """
    if isinstance(error, RebondError):
        output.fault(error)
        return error.exit_status
    if isinstance(error, OSError) and error.errno in _FULL:
        output.fault(f"{error.strerror}. Make room, then start again: what was done is kept.")
        return _DISK
    output.fault(f"this should not have happened ({type(error).__name__}). {_details(error)}")
    return _UNEXPECTED


def _details(error: Exception) -> str:
    """The way to the fault, without words of any mail, for those who asked; else how to ask."""
    if os.environ.get(_DEBUG):
        from inbox_rebond.logs import trace

        return f"It happened here: {trace(error)}"
    return "Nothing was lost. `rebond --debug` before the command shows where it happened."

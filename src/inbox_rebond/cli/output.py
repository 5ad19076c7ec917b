"""What commands print: for people to stdout as tables, for programs as JSON, the rest to stderr."""

from __future__ import annotations

import json
import sys
import unicodedata
from contextlib import contextmanager
from textwrap import shorten
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from inbox_rebond.domain import Decision, Label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from rich.progress import Progress, TaskID

    from inbox_rebond.domain import Verdict

_LABELS = {
    Label.REJECTION: "magenta",
    Label.OFFER: "bold green",
    Label.INTERVIEW: "green",
    Label.ASSESSMENT: "green",
    Label.FEEDBACK: "cyan",
    Label.OTHER: "dim",
}
_WIDEST = 120
_SHORT = 100
_DECISIONS = {Decision.FILE: "magenta", Decision.REVIEW: "yellow", Decision.LEAVE: "dim"}


def out() -> Console:
    """The console for people: stdout, as wide as the terminal; brackets are brackets."""
    return Console(highlight=False, markup=False, emoji=False)


def err() -> Console:
    """The console for everything that is no result: stderr."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def fault(sentence: object) -> None:
    """Say on stderr what is wrong; a server's words in it do not steer the terminal."""
    lines = map(clean_line, str(sentence).splitlines())
    sys.stderr.write("rebond: " + "\n".join(lines) + "\n")


def emit(value: object, *, lines: bool = False) -> None:
    """Write a value as JSON: on one line of its own, or as an indented document."""
    indent = None if lines else 2
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:  # another charset than UTF-8, or a file name that is not in it
        text = json.dumps(value, indent=indent)
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: `1 mail`, `3 mails`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def clean(text: str) -> str:
    """A text of a stranger on one line, without signs that would steer the terminal."""
    return clean_line(" ".join(text.split()))


def clean_line(line: str) -> str:
    """A line of a stranger as it stands, without control and format characters.

    These are escape sequences and bidirectional overrides: they can hide or forge output.
    """
    return "".join(sign for sign in line if unicodedata.category(sign)[0] != "C")


def cell(text: str, *under: str, style: str = "") -> Text:
    """A stranger's text for a table, with quieter lines below it."""
    shown = Text(clean(text), style=style, no_wrap=True, overflow="ellipsis")
    for line in filter(None, under):
        shown.append("\n" + clean(line), style="dim not bold")
    return shown


def aside(text: str, *, in_full: bool) -> Text:
    """A quieter line for a table; in full it takes as many lines as it needs."""
    if in_full:
        return Text(clean(text), style="dim")
    return Text(clean(text), style="dim", no_wrap=True, overflow="ellipsis")


def verdict_text(verdict: Verdict | None) -> Text:
    """What the classifier says and how sure it is, in the colour of the label."""
    if verdict is None:
        return Text("not judged", style="dim")
    name = verdict.label.replace("_", " ")
    return cell(f"{name} {percent(verdict.probability)}", style=_LABELS.get(verdict.label, ""))


def decision_text(decision: Decision | None, shown: str | None = None) -> Text:
    """A decision, or what came of it, in the colour of the decision."""
    style = _DECISIONS[decision] if decision else ""
    return cell(shown if shown is not None else decision or "", style=style)


def percent(probability: float) -> str:
    """A probability for people; it never claims to be certain."""
    return f"{min(99, max(1, round(100 * probability)))} %"


def quoted(verdict: Verdict | None) -> str:
    """The sentence that decided, its beginning if it is long; empty where there is none."""
    if verdict is None or not verdict.evidence:
        return ""
    return f"“{shorten(verdict.evidence[0], _SHORT, placeholder=' …')}”"


def day(when: datetime | None) -> str:
    """A date on the person's calendar."""
    return f"{when.astimezone():%d %b %Y}" if when else ""


def table(*columns: str | tuple[str, int], title: str | None = None) -> Table:
    """An empty table in the one style of the program, no wider than the terminal.

    A column keeps to one line. One with a share (name, share) gives way where it is narrow: all of
    these fill what the others leave.
    """
    shared = any(isinstance(column, tuple) for column in columns)
    made = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        width=min(out().width, _WIDEST) if shared else None,
    )
    for column in columns:
        name, share = column if isinstance(column, tuple) else (column, None)
        made.add_column(name, ratio=share, overflow="ellipsis")
    return made


class Bar:
    """A progress bar of one task; it is only drawn where stderr is a terminal."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def total(self, number: int) -> None:
        """Say how much there is to do."""
        self._progress.update(self._task, total=number)

    def advance(self, number: int) -> None:
        """Say that so much more is done."""
        self._progress.advance(self._task, number)


@contextmanager
def progress(description: str, total: float | None = None) -> Iterator[Bar]:
    """A progress bar on stderr that leaves nothing behind."""
    from rich.progress import Progress

    # Not the console's opinion: FORCE_COLOR makes it take a pipe for a terminal.
    with Progress(console=err(), transient=True, disable=not sys.stderr.isatty()) as shown:
        yield Bar(shown, shown.add_task(description, total=total))

"""`rebond check`: what works, and what is wrong with the rest."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import product, starmap
from typing import TYPE_CHECKING, Annotated

import typer

from inbox_rebond.cli import output
from inbox_rebond.domain import Mode, Register, Stage, TemplateKey
from inbox_rebond.errors import FolderMissing, RebondError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inbox_rebond.mailbox.imap import ImapMailbox
    from inbox_rebond.wiring import Program


@dataclass(slots=True)
class _Line:
    """One thing that was looked at. `status` is 0 where it works."""

    what: str
    says: str = ""
    status: int = 0


@dataclass(slots=True)
class _Report:
    """All lines in the order in which they were looked at; each is printed when it is known."""

    printed: bool
    lines: list[_Line] = field(default_factory=list)

    @contextmanager
    def look(self, what: str) -> Iterator[_Line]:
        """Look at one thing: an error of ours is its finding, and the next thing has its turn."""
        line = _Line(what)
        try:
            yield line
        except RebondError as error:
            line.says, line.status = str(error), error.exit_status
        self.lines.append(line)
        if self.printed:
            _print(line)

    @property
    def status(self) -> int:
        """The exit status of the first thing that does not work."""
        return next((line.status for line in self.lines if line.status), 0)


def check(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Say what works: settings, model, templates, ledger, accounts."""
    from inbox_rebond import logs
    from inbox_rebond.wiring import Program

    logs.configure("error")
    report = _Report(printed=not as_json)
    program: Program | None = None
    with report.look("settings") as line:
        program = Program.load()
        line.says = f"{output.counted(len(program.accounts), 'account')}"
    if program:
        with program:
            _look_at_program(report, program)
            for name in program.accounts:
                _look_at_account(report, program, name)
    if as_json:
        output.emit(
            [
                {"what": line.what, "ok": not line.status, "says": line.says, "status": line.status}
                for line in report.lines
            ]
        )
    raise typer.Exit(report.status)


def _look_at_program(report: _Report, program: Program) -> None:
    with report.look("model") as line:
        policy = program.job(program.accounts[0]).policy
        line.says = (
            f"{program.classifier().version}; files from {output.percent(policy.file_from)}, "
            f"asks from {output.percent(policy.review_from)}"
        )
    with report.look("templates") as line:
        line.says = output.counted(_templates(program), "reply template")
    with report.look("ledger") as line:
        program.ledger().log(limit=1)
        line.says = f"in {program.home}"


def _templates(program: Program) -> int:
    """How many reply templates there are, all of them compiled. Raises TemplateBroken."""
    from inbox_rebond.reading.language import LANGUAGES

    keys = starmap(TemplateKey, product(LANGUAGES, Register, Stage))
    return len({program.templates().digest(key) for key in keys})


def _look_at_account(report: _Report, program: Program, name: str) -> None:
    account = program.account(name)
    with ExitStack() as signed_in:
        mailbox: ImapMailbox | None = None
        with report.look(f"{name}: sign in") as line:
            mailbox = signed_in.enter_context(program.mailbox(name))
            line.says = f"{account.username} at {account.host}:{account.port} ({account.security})"
        if mailbox:
            with report.look(f"{name}: server") as line:
                line.says = _offered(mailbox.offers())
            _look_at_folders(report, program, mailbox)


def _offered(offers: Mapping[str, bool]) -> str:
    """What the server has of the extensions that matter, and what their lack means."""
    has = ", ".join(name for name, there in offers.items() if there)
    lacks = ", ".join(name for name, there in offers.items() if not there)
    if offers["MOVE"]:
        filing = ""
    elif offers["UIDPLUS"]:
        filing = "mails are filed by copying and removing"
    else:
        filing = "mails are filed by copying; the originals stay, marked as deleted"
    said = (f"has {has}" if has else "", f"lacks {lacks}" if lacks else "", filing)
    return "; ".join(filter(None, said))


def _look_at_folders(report: _Report, program: Program, mailbox: ImapMailbox) -> None:
    name = mailbox.account
    account = program.account(name)
    with report.look(f"{name}: folder") as line:
        state = mailbox.open(mailbox.folder_for(account.folder))
        line.says = f"{state.name} with {output.counted(state.messages, 'mail')}"
    if account.mode is Mode.OBSERVE:
        return
    with report.look(f"{name}: rejections") as line:
        try:
            line.says = mailbox.folder_for(account.file_to)
        except FolderMissing:
            line.says = f"{account.file_to} (made when the first one is filed)"
    if account.mode is Mode.DRAFT:
        with report.look(f"{name}: drafts") as line:
            try:
                line.says = mailbox.drafts_folder(create=False)
            except FolderMissing:
                line.says = "Drafts (made when the first one is written)"


def _print(line: _Line) -> None:
    from rich.table import Table
    from rich.text import Text

    mark = Text("no", style="red") if line.status else Text("ok", style="green")
    row = Table.grid(padding=(0, 1))
    row.add_column(width=2)
    row.add_column(width=18, overflow="fold")
    row.add_column(overflow="fold")
    row.add_row(mark, output.cell(line.what), output.clean(line.says))
    output.out().print(row)

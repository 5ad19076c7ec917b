"""`rebond drafts`: the requests for feedback that were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from inbox_rebond.cli import output, values
from inbox_rebond.errors import UserError

if TYPE_CHECKING:
    from inbox_rebond.ports import DraftRecord, MailRecord

app = typer.Typer(help="The requests for feedback that were written.", no_args_is_help=True)


@app.command("list")
def list_(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """List all drafts, newest first."""
    from inbox_rebond.wiring import Program

    with Program.load() as program:
        records = program.ledger().drafts()
    if as_json:
        output.emit([values.draft_record(record) for record in records])
        return
    if not records:
        output.out().print('There is no draft yet. `rebond poll` writes them in mode "draft".')
        return
    table = output.table("ID", "State", ("To", 1), ("Subject", 1), "Created", "Account")
    for record in records:
        table.add_row(
            str(record.id),
            record.state.replace("_", " "),
            output.cell(record.draft.to.email),
            output.cell(record.draft.subject),
            output.day(record.created),
            record.account,
        )
    output.out().print(table)


@app.command()
def show(
    draft: Annotated[int, typer.Argument(metavar="ID", help="As `rebond drafts list` shows it.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
) -> None:
    """Show a draft in full: whom it asks and why, its text, and where it lies."""
    from inbox_rebond.wiring import Program

    with Program.load() as program:
        record = next((one for one in program.ledger().drafts() if one.id == draft), None)
        if record is None:
            raise UserError(f"There is no draft {draft}. `rebond drafts list` shows the IDs.")
        answered = program.ledger().mail(record.mail)
    if as_json:
        output.emit(values.draft_record(record))
    else:
        print_draft(record, answered)


def print_draft(record: DraftRecord, answered: MailRecord | None) -> None:
    """A draft as a person reads it."""
    from rich.panel import Panel
    from rich.text import Text

    to = record.draft.to
    findings = answered.findings if answered else None
    text = Text()
    for name, value in (
        ("To", f"{to.name} <{to.email}>" if to.name else to.email),
        ("Subject", record.draft.subject),
        ("Why", findings.reply.why if findings else ""),
        ("Where", record.place.folder if record.place else record.state.replace("_", " ")),
    ):
        if value:
            text.append(f"{name + ':':<9}", style="dim").append(output.clean(value) + "\n")
    lines = record.draft.text.strip().splitlines()
    text.append("\n" + "\n".join(output.clean_line(line) for line in lines))
    title = f"Draft {record.id}, an answer to mail {record.mail}"
    output.out().print(Panel(text, title=title, title_align="left", width=_width()))


def _width() -> int:
    """Mail reads best on lines of at most 80 signs."""
    return min(80, output.out().width)

"""`rebond log` and `rebond undo`: what was done, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from inbox_rebond.cli import output, values
from inbox_rebond.cli.mails import mails_table, of_ledger
from inbox_rebond.domain import Decision
from inbox_rebond.errors import UserError

if TYPE_CHECKING:
    from inbox_rebond.ports import Ledger, MailRecord

_GROW = 4


def log(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many mails at most.")] = 50,
    everything: Annotated[
        bool, typer.Option("--all", help="Also mails that were left alone.")
    ] = False,
) -> None:
    """Show what was judged and done, newest first."""
    from inbox_rebond.wiring import Program

    with Program.load() as program:
        records = _records(program.ledger(), limit, everything=everything)
    if as_json:
        output.emit([values.mail_record(record) for record in records])
    elif records:
        output.out().print(mails_table(map(of_ledger, records), ids=True))
        output.out().print("`rebond undo ID` takes a filing back.", style="dim")
    else:
        output.out().print(
            "No rejection has been found yet. `rebond poll` looks through the new mail; "
            "`rebond log --all` shows what was left alone."
        )


def _records(ledger: Ledger, limit: int, *, everything: bool) -> list[MailRecord]:
    """The newest records that are wanted: most mail is left alone, so look further back."""
    asked = limit
    while True:
        found = ledger.log(limit=asked)
        kept = [record for record in found if everything or record.decision is not Decision.LEAVE]
        if len(kept) >= limit or len(found) < asked:
            return kept[:limit]
        asked *= _GROW


def undo(
    mail: Annotated[int, typer.Argument(metavar="ID", help="As `rebond log` shows it.")],
) -> None:
    """Move a filed mail back; it will not be filed again."""
    from inbox_rebond import actions
    from inbox_rebond.wiring import Program

    with Program.load() as program:
        record = program.ledger().mail(mail)
        if record is None:
            raise UserError(f"There is no mail {mail}. `rebond log` shows the IDs.")
        with program.parts(record.account) as parts:
            place = actions.undo(parts, mail)
        folder = place.folder if place else program.account(record.account).folder
    output.out().print(
        f"Mail {mail} is back in {folder} ({record.account}); it will not be filed again."
    )

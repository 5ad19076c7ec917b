"""`rebond log` and `rebond undo`: what was done, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from inbox_rebond.cli import output, values
from inbox_rebond.cli.mails import mails_table, of_ledger
from inbox_rebond.domain import Decision, MessageState
from inbox_rebond.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_rebond.ports import Ledger, MailRecord

_GROW = 4


def log(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many mails at most.")] = 50,
    everything: Annotated[
        bool, typer.Option("--all", help="Also mails that were left alone.")
    ] = False,
    review: Annotated[
        bool, typer.Option("--review", help="Only mails that wait for you to say what they are.")
    ] = False,
) -> None:
    """Show what was judged and done, newest first."""
    from inbox_rebond.wiring import Program

    with Program.load() as program:
        wanted = _waits if review else _any if everything else _concerns
        records = _records(program.ledger(), limit, wanted)
    if as_json:
        output.emit([values.mail_record(record) for record in records])
    elif records:
        output.out().print(mails_table(map(of_ledger, records), ids=True))
        output.out().print(_NEXT_REVIEW if review else _NEXT, style="dim")
    elif review:
        output.out().print("Nothing waits for you.")
    else:
        output.out().print(
            "No rejection has been found yet. `rebond poll` looks through the new mail; "
            "`rebond log --all` shows what was left alone."
        )


_NEXT = "`rebond undo ID` takes a filing back; `rebond label ID LABEL` says what a mail is."
_NEXT_REVIEW = (
    "These mails are where they were. `rebond label ID LABEL` (rejection, other, ...) says what "
    "one is, and takes it off this list."
)


def _records(ledger: Ledger, limit: int, wanted: Callable[[MailRecord], bool]) -> list[MailRecord]:
    """The newest records that are wanted: most mail is left alone, so look further back."""
    asked = limit
    while True:
        found = ledger.log(limit=asked)
        kept = list(filter(wanted, found))
        if len(kept) >= limit or len(found) < asked:
            return kept[:limit]
        asked *= _GROW


def _any(_: MailRecord) -> bool:
    """Every mail, whatever was done with it."""
    return True


def _waits(record: MailRecord) -> bool:
    """Whether the program is in doubt and the person has not said yet what the mail is."""
    return record.decision is Decision.REVIEW and record.label is None


def _concerns(record: MailRecord) -> bool:
    """Whether something was done about a mail. One that was only put to learn from is no news."""
    if record.verdict is None:
        return record.state is not MessageState.DONE
    return record.decision is not Decision.LEAVE or record.label is not None


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
        f"Mail {mail} is back in {folder} ({record.account}); it will not be filed again. "
        f"`rebond label {mail} LABEL` teaches what it is."
    )

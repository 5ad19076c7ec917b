"""`rebond label`: the person says what a mail is."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotation at run time
from typing import TYPE_CHECKING, Annotated

import typer

from inbox_rebond.cli import output
from inbox_rebond.domain import Label
from inbox_rebond.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inbox_rebond.labelling import Desk, Taken
    from inbox_rebond.mailbox.labelled import Known
    from inbox_rebond.wiring import Program

_IMPORT = "Take in mail on disk"


def label(
    mail: Annotated[
        int | None, typer.Argument(metavar="[ID]", help="As `rebond log` shows it.")
    ] = None,
    what: Annotated[Label | None, typer.Argument(metavar="[LABEL]", help="What it is.")] = None,
    path: Annotated[
        Path | None,
        typer.Option(
            "--import",
            metavar="PATH",
            rich_help_panel=_IMPORT,
            help="A folder of LABEL/*.eml or LABEL.mbox, or a .jsonl file; any mail with --as.",
        ),
    ] = None,
    label_of_all: Annotated[
        Label | None,
        typer.Option(
            "--as", metavar="LABEL", rich_help_panel=_IMPORT, help="The label of all of it."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", rich_help_panel=_IMPORT, help="Only say what is there.")
    ] = False,
) -> None:
    """Say what a mail is, so that the next model knows better."""
    from inbox_rebond.wiring import Program

    one = mail is not None and what is not None
    if one == (path is not None) or (path is None and (label_of_all or dry_run)):
        raise UserError(
            f"Give an ID and a label (`rebond label 12 offer`), or mail to take in "
            f"(`rebond label --import PATH`). The labels are: {', '.join(Label)}."
        )
    with Program.load() as program:
        if path is not None:
            _import(program, path, label_of_all, dry_run=dry_run)
        elif mail is not None and what is not None:
            _label(program, mail, what)


def _desk(program: Program) -> Desk:
    from inbox_rebond.labelling import Desk
    from inbox_rebond.wiring import utc_now

    return Desk(program.ledger(), program.teaching(), utc_now)


def _label(program: Program, mail: int, what: Label) -> None:
    """One mail of the ledger."""
    from inbox_rebond.labelling import label_mail

    record = program.ledger().mail(mail)
    if record is None:
        raise UserError(f"There is no mail {mail}. `rebond log --all` shows the IDs.")
    account, desk = program.account(record.account), _desk(program)
    folders = (account.folder, account.file_to, *desk.teaching.folders)
    with program.mailbox(record.account) as mailbox:
        label_mail(desk, mailbox, record, what, folders)
    output.out().print(
        f"Mail {mail} is labelled {what}. It stays where it is; the next model learns from it."
    )


def _import(program: Program, path: Path, label_of_all: Label | None, *, dry_run: bool) -> None:
    """Mail on disk."""
    from inbox_rebond.labelling import import_labels
    from inbox_rebond.mailbox.labelled import labelled_bytes, read_labelled

    desk = _desk(program)
    with output.progress("Reading", labelled_bytes(path, label_of_all)) as bar:

        def counted() -> Iterator[Known]:
            for known in read_labelled(path, label_of_all):
                bar.advance(known.size)
                yield known

        taken = import_labels(desk, counted(), dry_run=dry_run)
    _tell(taken, dry_run=dry_run)


def _tell(taken: Taken, *, dry_run: bool) -> None:
    """What was found, by label, and what was left out."""
    out = output.out()
    if taken.labels:
        table = output.table("Label", "Mails")
        for label, number in taken.labels.most_common():
            table.add_row(label.replace("_", " "), f"{number:,}")
        out.print(table)
    total = output.counted(taken.labels.total(), "mail")
    out.print(
        f"{total} with a label. Nothing was taken in; without --dry-run this would be."
        if dry_run
        else f"{total} with a label, {taken.new:,} of them new."
    )
    for word, number in taken.unknown.items():
        out.print(
            f"Left out: {output.counted(number, 'mail')} of {output.clean(word)!r}, no label."
        )
    if taken.unread:
        out.print(f"Left out: {output.counted(taken.unread, 'mail')} that could not be read.")

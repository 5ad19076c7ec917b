"""Judged mails as a table for people: who wrote, what it is, why, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Group

from inbox_rebond.cli import output
from inbox_rebond.domain import Decision, File, NoDraft, Review, SaveDraft

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from rich.table import Table

    from inbox_rebond.domain import Action, Label, Verdict
    from inbox_rebond.pipeline import Judged
    from inbox_rebond.ports import MailRecord


@dataclass(frozen=True, slots=True)
class Row:
    """A mail as the table shows it. `notes` are lines; `id` is the ledger's.

    `label` is what the person says it is.
    """

    sender: str
    date: datetime | None
    subject: str
    verdict: Verdict | None
    decision: Decision | None
    done: str
    notes: tuple[str, ...]
    id: int | None = None
    label: Label | None = None


def mails_table(rows: Iterable[Row], *, action: str = "action", ids: bool = False) -> Table:
    """Each mail in two lines: sender and date, subject and evidence, verdict and what was done."""
    table = output.table(
        *(("ID",) if ids else ()), ("From", 2), ("Subject and reason", 5), f"Verdict and {action}"
    )
    for row in rows:
        table.add_row(
            *((str(row.id),) if ids else ()),
            output.cell(row.sender, output.day(row.date)),
            _subject(row),
            _verdict(row),
        )
    return table


def _subject(row: Row) -> Group:
    """The subject, and why it is what it is; in full where something was done about it."""
    why = [output.quoted(row.verdict), *row.notes]
    told = row.decision is not Decision.LEAVE
    return Group(
        output.cell(row.subject),
        *(output.aside(line, in_full=told) for line in why if line),
    )


def _verdict(row: Row) -> Group:
    """What the mail is, how sure that is, and below it what was done."""
    shown = [output.verdict_text(row.verdict), output.decision_text(row.decision, row.done)]
    if row.label:
        shown.append(output.cell(f"you: {row.label.replace('_', ' ')}", style="bold"))
    return Group(*shown)


def of_pass(judged: Judged) -> Row:
    """A mail of a pass."""
    sender = judged.mail.sender
    return Row(
        sender=(sender.name or sender.email) if sender else "(unclear)",
        date=judged.mail.date,
        subject=judged.mail.subject,
        verdict=judged.verdict,
        decision=judged.decision,
        done=_done(judged),
        notes=tuple(note for action in judged.actions if (note := _note(action))),
        id=judged.id,
    )


def of_ledger(record: MailRecord) -> Row:
    """A mail of the ledger."""
    return Row(
        sender=record.sender,
        date=record.date or record.seen,
        subject=record.subject or "(not kept)",
        verdict=record.verdict,
        decision=record.decision,
        done=record.decision or record.state,
        notes=record.notes,
        id=record.id,
        label=record.label,
    )


def _done(judged: Judged) -> str:
    """What was done with a mail, the move first: it is the first thing to know."""
    if judged.failure:
        return "failed, again later"
    done = [_WORDS[type(action)] for action in judged.actions]
    return ", ".join(reversed(done)) or (
        "noted" if judged.decision is Decision.FILE else "left alone"
    )


_WORDS = {SaveDraft: "draft", File: "filed", NoDraft: "no draft", Review: "review"}


def _note(action: Action) -> str:
    """What a person may wonder about."""
    match action:
        case NoDraft(why=why):
            return f"no draft: {why}"
        case Review(why=why):
            return why
        case _:
            return ""

"""`rebond poll` and `rebond run`: one pass over the accounts, and one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from inbox_rebond.cli import output, values
from inbox_rebond.cli.mails import mails_table, of_pass
from inbox_rebond.domain import Decision, File, Mode, Review, SaveDraft
from inbox_rebond.errors import RebondError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inbox_rebond.pipeline import Judged, Summary
    from inbox_rebond.wiring import Program


def poll(
    account: Annotated[
        str | None, typer.Option("--account", metavar="A", help="Only this account.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done; change nothing.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One line of JSON for each mail.")
    ] = False,
) -> None:
    """Look through the new mail of every account once."""
    from inbox_rebond import logs
    from inbox_rebond.wiring import Program

    with Program.load() as program:
        chosen = program.settings.log
        # What is done is printed as the result: at "info" the log would say it a second time.
        logs.configure("warning" if chosen.level == "info" else chosen.level, chosen.format)
        names = (account,) if account else program.accounts
        for name in names:
            program.account(name)
        status = 0
        for name in names:
            try:
                _pass_over(program, name, dry_run=dry_run, as_json=as_json)
            except RebondError as error:
                output.fault(error)
                status = status or error.exit_status
    raise typer.Exit(status)


def _pass_over(program: Program, name: str, *, dry_run: bool, as_json: bool) -> None:
    """One account: its mails as they are judged, then the result."""
    judged: list[Judged] = []

    def show(one: Judged) -> None:
        if as_json:
            output.emit(values.judged(one), lines=True)
        elif one.decision is not Decision.LEAVE or one.failure:
            judged.append(one)

    console = output.out()
    try:
        summary = watched(program, name, show, dry_run=dry_run)
    finally:
        # A pass that ends early has done what it has done.
        if judged:
            action = "plan" if dry_run else "action"
            console.print(mails_table(map(of_pass, judged), action=action))
    if as_json:
        return
    observes = program.account(name).mode is Mode.OBSERVE
    said = _said(summary, judged)
    if dry_run and summary.looked_at:
        said += _OBSERVED if observes else _PLANNED
    console.print(said, soft_wrap=True)


def watched(
    program: Program, name: str, show: Callable[[Judged], None], *, dry_run: bool = False
) -> Summary:
    """One pass over an account with a progress bar; `show` is told of each mail.

    Where an account only observes, a dry run shows what mode "draft" would do: else there would
    be nothing to see.
    """
    from inbox_rebond import pipeline

    alone, job = not dry_run, program.job(name)
    if dry_run and job.policy.mode is Mode.OBSERVE:
        job = replace(job, policy=replace(job.policy, mode=Mode.DRAFT))
    with program.parts(name, alone=alone) as parts, output.progress(f"{name}: reading") as bar:
        watch = pipeline.Watch(total=bar.total, looked_at=bar.advance, judged=show)
        return pipeline.poll(parts, job, dry_run=dry_run, watch=watch)


_PLANNED = " Nothing was changed; without --dry-run this would be done."
_OBSERVED = ' Nothing was changed: the account only observes; in mode "draft" this would be done.'


def _said(summary: Summary, judged: Sequence[Judged]) -> str:
    """The pass in one sentence."""
    if not (summary.looked_at or summary.withheld):
        return f"{summary.account}: nothing new."
    actions = [action for one in judged if not one.failure for action in one.actions]
    counts = {
        "noted": sum(one.decision is Decision.FILE and not one.actions for one in judged),
        "filed": sum(isinstance(action, File) for action in actions),
        "drafted": sum(isinstance(action, SaveDraft) for action in actions),
        "to review": sum(isinstance(action, Review) for action in actions),
        "failed": summary.failures,
        "left alone": summary.decisions[Decision.LEAVE] - summary.failures,
        "not handed out by the server": summary.withheld,
    }
    looked_at = output.counted(summary.looked_at, "new mail")
    rejections = output.counted(summary.decisions[Decision.FILE], "rejection")
    done = ", ".join(f"{number:,} {what}" for what, number in counts.items() if number)
    return f"{summary.account}: {looked_at}, {rejections}: {done}."


def run() -> None:
    """Watch every account until stopped (Ctrl-C or SIGTERM)."""
    from inbox_rebond import daemon, logs
    from inbox_rebond.wiring import Program

    with Program.load() as program:
        logs.configure(program.settings.log.level, program.settings.log.format)
        daemon.run(program)

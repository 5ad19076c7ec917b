"""`rebond demo`: the main job on a mail server in this process, with sample mail."""

from __future__ import annotations

import signal
import tempfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.text import Text

from inbox_rebond.cli import drafts, output, passes, values
from inbox_rebond.cli.mails import mails_table, of_pass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inbox_rebond.config import Settings
    from inbox_rebond.mailbox.demo import DemoServer
    from inbox_rebond.pipeline import Judged
    from inbox_rebond.ports import DraftRecord
    from inbox_rebond.wiring import Program

_ACCOUNT = "demo"
_EVERY = 3.0


def demo(
    once: Annotated[bool, typer.Option("--once", help="End after one pass.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON document; ends at once.")
    ] = False,
) -> None:
    """Try it on sample mail, on a mail server of its own; your mail is not touched."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with _program() as (program, server):
        judged: list[Judged] = []
        passes.watched(program, _ACCOUNT, judged.append)
        if as_json:
            output.emit(_document(program, judged))
            return
        _show(program, judged)
        if not once:
            _watch(program, server)


@contextmanager
def _program() -> Iterator[tuple[Program, DemoServer]]:
    """The program with a mailbox and a home of its own, both gone at the end."""
    from inbox_rebond import logs
    from inbox_rebond.mailbox.demo import demo_server, samples
    from inbox_rebond.wiring import Program, utc_now

    logs.configure("error")
    with tempfile.TemporaryDirectory(prefix="rebond-demo-") as folder, demo_server() as server:
        server.fill(samples(utc_now()))
        home = Path(folder)
        with Program(_settings(server, home), home) as program:
            yield program, server


def _settings(server: DemoServer, home: Path) -> Settings:
    """Settings as a person would write them for this server."""
    from inbox_rebond.config import Settings
    from inbox_rebond.mailbox.demo import PERSON

    password = home / "password"
    password.touch(mode=0o600)
    password.write_text(server.password, encoding="utf-8")
    account = {
        "host": server.host,
        "port": server.port,
        "security": "none",
        "username": server.username,
        "password": {"file": password},
        "mode": "draft",
    }
    person = {"name": PERSON, "address": server.username, "languages": ["en", "fr"]}
    return Settings.model_validate({"accounts": {_ACCOUNT: account}, "person": person})


def _document(program: Program, judged: Sequence[Judged]) -> values.Json:
    """What happened as one JSON document."""
    return {
        "messages": [
            {
                "subject": one.mail.subject,
                "from": one.mail.sender.email if one.mail.sender else "",
                "label": one.verdict.label,
                "probability": round(one.verdict.probability, 4),
                "decision": one.decision,
                "evidence": list(one.verdict.evidence),
                "actions": [values.action_name(action) for action in one.actions],
                "folder": _folder(program, one),
            }
            for one in judged
        ],
        "folders": _folders(program),
        "drafts": [values.draft_record(record) for record in program.ledger().drafts()],
    }


def _folder(program: Program, one: Judged) -> str:
    """Where a mail is now."""
    record = program.ledger().mail(one.id) if one.id is not None else None
    return record.place.folder if record and record.place else one.key.folder


def _folders(program: Program) -> dict[str, int]:
    """The folders of the mailbox with the number of mails in each."""
    with program.mailbox(_ACCOUNT) as mailbox:
        return {name: mailbox.open(name).messages for name in mailbox.folders()}


def _show(program: Program, judged: Sequence[Judged]) -> None:
    """Every mail with its verdict, where the mails are now, and one draft in full."""
    console = output.out()
    title = f"\nA mailbox with {output.counted(len(judged), 'sample mail')}"
    console.print(
        Text.assemble((title, "bold"), ", judged just now; your own mail is not touched.")
    )
    console.print(mails_table(map(of_pass, judged)))
    table = output.table("Folder", "Mails", title="Where they are now")
    for name, count in _folders(program).items():
        if count:
            table.add_row(name, f"{count:>5}")
    console.print(table)
    example = _example(program.ledger().drafts(), judged)
    if example:
        drafts.print_draft(example, program.ledger().mail(example.mail))
        console.print(
            "Nothing is sent: a draft waits in the Drafts folder until its writer sends it.\n",
            style="dim",
        )


def _example(records: Sequence[DraftRecord], judged: Sequence[Judged]) -> DraftRecord | None:
    """The draft that shows most: in English, about the mail with the most findings."""
    found = {one.id: one.findings for one in judged}

    def worth(record: DraftRecord) -> tuple[bool, int]:
        findings = found[record.mail]
        told = (findings.company, findings.role, findings.contact, findings.stage)
        return findings.language == "en", sum(each is not None for each in told)

    return max(records, key=worth, default=None)


def _watch(program: Program, server: DemoServer) -> None:
    """Judge what a mail program drops into the INBOX, until Ctrl-C."""
    console = output.out()
    with suppress(KeyboardInterrupt):
        console.print(
            f"Look in with your mail program:\n"
            f"  IMAP {server.host}, port {server.port}, no encryption\n"
            f"  user {server.username}, password {server.password}\n"
            f"A mail that you copy into its INBOX is judged too.\n"
        )
        with console.status("Watching the INBOX; Ctrl-C ends the demo."):
            _go_on(program)
    console.print("The demo is over; nothing is left behind.")


def _go_on(program: Program) -> NoReturn:
    """Judge what comes in, and show it."""
    waiting = threading.Event()
    while True:
        waiting.wait(_EVERY)
        judged = _new(program)
        if judged:
            output.out().print(mails_table(map(of_pass, judged)))


def _new(program: Program) -> list[Judged]:
    """What has come since the last pass, judged and acted on."""
    from inbox_rebond import pipeline

    judged: list[Judged] = []
    with program.parts(_ACCOUNT) as parts:
        pipeline.poll(parts, program.job(_ACCOUNT), watch=pipeline.Watch(judged=judged.append))
    return judged

"""Somebody with a mailbox on a real server, and the program set up for them."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

from tests.support.benches import contents

from inbox_rebond import actions, pipeline
from inbox_rebond.config import Settings
from inbox_rebond.wiring import Program

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from tests.support.dovecot import Dovecot

    from inbox_rebond.pipeline import Judged, Summary


class Somebody:
    """Their password stands in MAIN_PASSWORD; `home` is the program's."""

    def __init__(self, server: Dovecot, user: str, home: Path, *, look_back_days: int = 90) -> None:
        self.server, self.user = server, user
        self.program = Program(_settings(server.port, user, look_back_days), home)
        prefix, separator = server.variant.prefix, server.variant.separator
        self.drafts = f"{prefix}Drafts"
        self.rejections = f"{prefix}Rebond{separator}Rejections"

    def poll(self, *, dry_run: bool = False) -> tuple[Summary, list[Judged]]:
        """One pass, and what it said of each mail."""
        judged: list[Judged] = []
        watch = pipeline.Watch(judged=judged.append)
        with self.program.parts("main", alone=not dry_run) as parts:
            job = self.program.job("main")
            return pipeline.poll(parts, job, dry_run=dry_run, watch=watch), judged

    def undo(self, *mails: int) -> None:
        """Take filings back."""
        with self.program.parts("main") as parts:
            for mail in mails:
                actions.undo(parts, mail)

    def folders(self) -> dict[str, list[bytes]]:
        """The mails of every folder that has any, as a mail program shows them."""
        mailbox = self.server.connect(self.user)
        try:
            found = {name: contents(mailbox, name) for name in mailbox.folders()}
        finally:
            mailbox.close()
        return {name: mails for name, mails in found.items() if mails}

    def asked(self) -> dict[str, EmailMessage]:
        """The drafts by the name of the mail that they answer."""
        drafts = [message_from_bytes(data, policy=default) for data in self.folders()[self.drafts]]
        return {draft["In-Reply-To"].strip("<>").partition("@")[0]: draft for draft in drafts}

    def files(self) -> set[str]:
        """The names of all files on the server: they say what flags each mail has."""
        folders = ("INBOX", self.drafts, self.rejections)
        return {file.name for name in folders for file in self.server.files(self.user, name)}

    def flags(self, folder: str) -> list[str]:
        """The flags of all mails in a folder (S seen, T deleted, D draft)."""
        files = self.server.files(self.user, folder)
        return [file.name.partition(":2,")[2] for file in files]


def _settings(port: int, user: str, look_back_days: int) -> Settings:
    account = {
        "host": "127.0.0.1",
        "port": port,
        "security": "none",
        "username": user,
        "password": {"env": "MAIN_PASSWORD"},
        "look_back_days": look_back_days,
    }
    person = {"name": "Camille Martin", "address": "camille@example.org"}
    return Settings.model_validate({"accounts": {"main": account}, "person": person})

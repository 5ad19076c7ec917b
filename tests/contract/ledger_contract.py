"""What every ledger is tested with: the ledgers themselves, and short ways to tell a story."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from tests.fakes.ledger import FakeLedger

from inbox_rebond.domain import (
    Address,
    Decision,
    Draft,
    File,
    Findings,
    Identity,
    Label,
    Mail,
    MessageKey,
    Register,
    SaveDraft,
    Stage,
    TemplateKey,
    Verdict,
)
from inbox_rebond.ledger import open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inbox_rebond.ports import Ledger

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ASK = Address("Robin Sample", "robin@acme.example")


class LedgerContract:
    """The laws of a subclass hold for the ledger on disk and for the one in memory."""

    @pytest.fixture(params=["sql", "fake"])
    def ledger(self, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
        """An empty ledger."""
        ledger: Ledger = on_disk(tmp_path) if request.param == "sql" else FakeLedger()
        yield ledger
        ledger.close()


@cache
def _empty() -> bytes:
    """The file of an empty ledger: migrations take a hundred times as long as a copy."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.sqlite3"
        open_ledger(path).close()
        return path.read_bytes()


def on_disk(folder: Path) -> Ledger:
    """An empty ledger in this folder."""
    path = folder / "ledger.sqlite3"
    path.write_bytes(_empty())
    return open_ledger(path)


def key(
    uid: int, folder: str = "INBOX", *, account: str = "main", uidvalidity: int = 7
) -> MessageKey:
    """A place."""
    return MessageKey(account, folder, uidvalidity, uid)


def identity(name: str) -> Identity:
    """What the mail of this name is."""
    return Identity(f"{name}@mail.example", hashlib.sha256(name.encode()).hexdigest())


def verdict(label: Label) -> Verdict:
    """A verdict that leaves little doubt."""
    rest = 0.1 / (len(Label) - 1)
    probabilities = {each: 0.9 if each is label else rest for each in Label}
    return Verdict(label, 0.9, ("We chose somebody else.",), "test-1", probabilities)


def judge(
    ledger: Ledger,
    name: str,
    *,
    at: MessageKey | None = None,
    label: Label = Label.REJECTION,
    decision: Decision = Decision.FILE,
    findings: Findings | None = None,
    references: tuple[str, ...] = (),
    in_reply_to: tuple[str, ...] = (),
) -> int:
    """Claim and judge the mail of this name; the ledger's id of it."""
    at = at or key(sum(name.encode()))
    mail = Mail(
        identity(name),
        subject=f"About {name}",
        senders=(ASK,),
        date=NOW,
        references=references,
        in_reply_to=in_reply_to,
    )
    claim = ledger.claim(at, mail.identity, NOW)
    ledger.judged(claim.mail, mail, verdict(label), findings or Findings(), decision, NOW)
    return claim.mail


def draft(name: str, data: bytes = b"Subject: Re\r\n\r\nThank you.\r\n") -> Draft:
    """A draft with the Message-ID of this name."""
    return Draft(f"{name}@rebond.example", ASK, "Re: your application", "Thank you.", data)


def save(at: MessageKey | None = None) -> SaveDraft:
    """The action that saves a draft."""
    template = TemplateKey("en", Register.FORMAL, Stage.AFTER_APPLICATION)
    return SaveDraft(at or key(1), ASK, template)


def ask(ledger: Ledger, mail: int, name: str) -> int | None:
    """Mean to save a draft with the Message-ID of this name."""
    return ledger.intend(mail, save(), draft(name), NOW)


def file(
    ledger: Ledger, mail: int, at: MessageKey, to: MessageKey | None, note: str = "filed"
) -> None:
    """File a mail."""
    intent = ledger.intend(mail, File(at, "Rebond/Rejections"), None, NOW)
    assert intent is not None
    ledger.outcome(intent, to, note, NOW)

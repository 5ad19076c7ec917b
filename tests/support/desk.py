"""The parts of a pass on fakes: a mailbox, a ledger, a clock, and ways to break off and to compare.

The subject of a mail names its label (`rejection`, `offer`, …); whatever else it says is `other`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from jinja2 import FileSystemLoader
from tests.fakes.ledger import FakeLedger
from tests.fakes.mailbox import MemoryMailbox
from tests.support.cli import ByTheSubject

from inbox_rebond import resources
from inbox_rebond.actions import Parts
from inbox_rebond.compose import Templates, compose
from inbox_rebond.domain import Mode, Person, Policy
from inbox_rebond.pipeline import Job, poll

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_rebond.domain import Draft, Findings, Mail, MessageKey, SaveDraft
    from inbox_rebond.pipeline import Summary, Watch
    from inbox_rebond.ports import Classifier, Ledger, Mailbox

INBOX, DRAFTS, REJECTIONS = "INBOX", "Drafts", "Rebond/Rejections"
START = datetime(2026, 3, 10, 12, tzinfo=UTC)
PERSON = Person("Camille Martin", ("camille@example.org",))
POLICY = Policy(Mode.DRAFT, 0.9, 0.3, REJECTIONS)
JOB = Job(INBOX, POLICY, PERSON, look_back_days=90)
_TEMPLATES = Templates(FileSystemLoader(resources.templates()))


def mail(
    name: str,
    subject: str = "rejection",
    sender: str = "Nora Berg <nora.berg@{name}.example>",
    *,
    references: str = "",
    text: str = "We chose somebody else.",
) -> bytes:
    """The mail of this name, from a company of this name."""
    threading = f"References: <{references}@mail.example>\r\n" if references else ""
    return (
        f"From: {sender.format(name=name)}\r\nTo: camille@example.org\r\nSubject: {subject}\r\n"
        f"Date: Mon, 09 Mar 2026 09:00:00 +0000\r\nMessage-ID: <{name}@mail.example>\r\n"
        f"{threading}\r\n{text}\r\n"
    ).encode()


@dataclass
class Desk:
    """A mailbox with a ledger and a clock that stands still until it is moved."""

    mailbox: MemoryMailbox = field(default_factory=lambda: MemoryMailbox("main"))
    ledger: Ledger = field(default_factory=FakeLedger)
    classifier: Classifier = field(default_factory=ByTheSubject)
    now: datetime = START

    def deliver(self, *mails: bytes, folder: str = INBOX) -> list[MessageKey]:
        """Put unread mails into a folder."""
        return [self.mailbox.deliver(folder, data, self.now) for data in mails]

    def parts(self) -> Parts:
        """What a pass works with."""
        return Parts(self.mailbox, self.ledger, self.classifier, self.compose, lambda: self.now)

    def compose(self, mail: Mail, findings: Findings, action: SaveDraft) -> Draft:
        """A reply in the words of the templates."""
        secret = b"a secret of these tests"
        return compose(_TEMPLATES, mail, findings, action, PERSON, secret=secret, now=self.now)

    def poll(self, job: Job = JOB, *, dry_run: bool = False, watch: Watch | None = None) -> Summary:
        """One pass."""
        return poll(self.parts(), job, dry_run=dry_run, watch=watch)

    def later(self, minutes: float) -> None:
        """Move the clock."""
        self.now += timedelta(minutes=minutes)

    def folders(self) -> dict[str, list[str]]:
        """The names of the mails in each folder that is not empty."""
        return {
            folder: sorted(_name(stored.data) for stored in shelf.mails.values())
            for folder, shelf in self.mailbox.shelves.items()
            if shelf.mails
        }

    def state(self) -> Any:
        """Everything that is in the mailbox and in the ledger, as one value to compare."""
        shelves = {
            folder: sorted((mail.data, sorted(mail.flags)) for mail in shelf.mails.values())
            for folder, shelf in self.mailbox.shelves.items()
        }
        account = self.mailbox.account
        records = self.ledger.log(limit=1_000)
        return (
            shelves,
            records,
            self.ledger.drafts(),
            self.ledger.cursor(account, INBOX),
            self.ledger.unfinished(account),
            self.ledger.retries(account, self.now + timedelta(days=9_999)),
            [self.ledger.filing(record.id) for record in records],
        )


def _name(data: bytes) -> str:
    """The name of a mail, `re: …` for a draft that answers it."""
    lines = data.decode().splitlines()
    ids = dict(line.split(": ", 1) for line in lines if ": " in line)
    answered = ids.get("In-Reply-To")
    return f"re: {_bare(answered)}" if answered else _bare(ids["Message-ID"])


def _bare(message_id: str) -> str:
    return message_id.removeprefix("<").partition("@")[0]


class Stopped(BaseException):
    """The program ended here, as by SIGKILL: nothing of ours catches this."""


class Fuse:
    """Ends the program at the n-th call of the parts that it guards: before it, or behind it."""

    def __init__(self, calls: int, *, behind: bool = False) -> None:
        self.left = calls
        self._behind = behind

    def guard(self, parts: Parts) -> Parts:
        """The same parts, guarded."""
        mailbox = cast("Mailbox", _Guarded(parts.mailbox, self))
        ledger = cast("Ledger", _Guarded(parts.ledger, self))
        return Parts(mailbox, ledger, parts.classifier, parts.compose, parts.now)

    def call(self, call: Callable[[], Any]) -> Any:
        """Do it, unless the program has ended."""
        self.left -= 1
        if self.left == 0 and not self._behind:
            raise Stopped
        answer = call()
        if self.left == 0:
            raise Stopped
        return answer


class _Guarded:
    """A part of which every call goes through a fuse."""

    def __init__(self, part: Mailbox | Ledger, fuse: Fuse) -> None:
        self._part = part
        self._fuse = fuse

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._part, name)
        if not callable(found):
            return found
        return lambda *args, **more: self._fuse.call(lambda: found(*args, **more))

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.fakes.mailbox import MemoryMailbox
from tests.support.desk import DRAFTS, INBOX, JOB, REJECTIONS, Desk, Fuse, Stopped, mail

from inbox_rebond import pipeline
from inbox_rebond.domain import MessageState
from inbox_rebond.errors import LedgerUnusable, MailboxAway, UserError
from inbox_rebond.pipeline import RETRIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inbox_rebond.domain import RawMail

FAULTS = {
    "parse": RecursionError("too deep"),
    "read": ValueError("odd"),
    "compose": UserError("There is no such template."),
}


class Withholding(MemoryMailbox):
    """A mailbox that lists some mails and does not hand them out."""

    def __init__(self) -> None:
        super().__init__("main")
        self.withheld: set[int] = set()

    def fetch(self, folder: str, uids: Sequence[int]) -> Iterator[RawMail]:
        """Of the mails that exist those that are not withheld."""
        return super().fetch(folder, [uid for uid in uids if uid not in self.withheld])


@pytest.fixture
def mailbox() -> Withholding:
    """A mailbox that hands out everything so far."""
    return Withholding()


@pytest.fixture
def desk(mailbox: Withholding) -> Desk:
    """A desk with this mailbox."""
    return Desk(mailbox)


def break_(step: str, desk: Desk, patch: pytest.MonkeyPatch) -> None:
    """From now on the mail `bad` fails at this step of its way."""
    owner = desk if step == "compose" else pipeline
    genuine = getattr(owner, step)

    def broken(mail: Any, *rest: Any, **more: Any) -> Any:
        name = mail if isinstance(mail, bytes) else mail.identity.message_id.encode()
        if b"bad@" in name:
            raise FAULTS[step]
        return genuine(mail, *rest, **more)

    patch.setattr(owner, step, broken)


@pytest.mark.parametrize("step", FAULTS)
def test_one_bad_mail_does_not_stop_the_others(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """It stays where it is and is tried again later; the others go their way at once."""
    desk.deliver(mail("a"), mail("bad"), mail("b"))
    with monkeypatch.context() as patch:
        break_(step, desk, patch)
        summary = desk.poll()
        assert (summary.looked_at, summary.failures) == (3, 1)
        assert desk.folders()[INBOX] == ["bad"]
        assert desk.poll(dry_run=True).failures == 0
    assert desk.poll().looked_at == 0
    desk.later(10)
    assert desk.poll().looked_at == 1
    assert desk.folders()[REJECTIONS] == ["a", "b", "bad"]


@pytest.mark.parametrize("step", FAULTS)
def test_a_mail_that_fails_and_fails_is_set_aside(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """After RETRIES it is quarantined: never touched again, and to be seen in the log."""
    desk.deliver(mail("bad"))
    break_(step, desk, monkeypatch)
    failures = 0
    for _ in range(RETRIES + 3):
        failures += desk.poll().failures
        desk.later(24 * 60)
    assert failures == RETRIES + 1
    (record,) = desk.ledger.log()
    assert record.state is MessageState.QUARANTINED
    assert desk.folders() == {INBOX: ["bad"]}


def test_a_dry_run_survives_a_bad_mail(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told as one that would fail."""
    desk.deliver(mail("bad"), mail("a"))
    break_("read", desk, monkeypatch)
    assert (desk.poll(dry_run=True).looked_at, desk.poll(dry_run=True).failures) == (2, 1)


def test_what_is_logged_of_a_failure_is_no_content(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Id and class of the error; what the error says may be a stranger's words."""
    desk.deliver(mail("bad"))
    break_("compose", desk, monkeypatch)
    desk.poll()
    (line,) = caplog.messages
    assert line.startswith("mail 1 failed: UserError; again at 2026-03-10 12:10")
    (record,) = desk.ledger.log()
    assert record.notes == ("There is no such template.",)


@pytest.mark.parametrize("away", [MailboxAway("main", "reset"), LedgerUnusable("disk full")])
def test_a_mailbox_or_ledger_that_is_away_ends_the_pass(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, away: Exception
) -> None:
    """No mail is blamed for it, and the next pass does all that was left."""

    def append_draft(*_: object) -> None:
        raise away

    desk.deliver(mail("a"), mail("b"))
    with monkeypatch.context() as patch:
        patch.setattr(desk.mailbox, "append_draft", append_draft)
        with pytest.raises(type(away)):
            desk.poll()
    desk.poll()
    assert desk.folders() == {DRAFTS: ["re: a", "re: b"], REJECTIONS: ["a", "b"]}
    assert not any("Error" in note for record in desk.ledger.log() for note in record.notes)


def test_a_withheld_mail_is_told_and_passed(
    desk: Desk, mailbox: Withholding, caplog: pytest.LogCaptureFixture
) -> None:
    """What the server lists and does not hand out is counted; the pass goes on behind it."""
    _, bad, _ = desk.deliver(mail("a"), mail("b"), mail("c"))
    mailbox.withheld = {bad.uid}
    summary = desk.poll()
    assert (summary.looked_at, summary.withheld) == (2, 1)
    assert caplog.messages == [f"UID {bad.uid}: the server does not hand it out"]
    assert desk.folders() == {INBOX: ["b"], DRAFTS: ["re: a", "re: c"], REJECTIONS: ["a", "c"]}
    assert desk.poll().withheld == 0


def _claimed(desk: Desk) -> None:
    """One mail in the INBOX that a stop has left behind its claim."""
    desk.deliver(mail("a"))
    with pytest.raises(Stopped):
        pipeline.poll(Fuse(10, behind=True).guard(desk.parts()), JOB)
    ((waiting),) = desk.ledger.retries("main", desk.now)
    assert waiting.failures == 0


def test_a_mail_on_its_way_that_is_withheld_is_not_given_up(
    desk: Desk, mailbox: Withholding
) -> None:
    """It is still there: it is tried again later, and then goes its way."""
    _claimed(desk)
    mailbox.withheld = {1}
    desk.poll()
    mailbox.withheld = set()
    assert desk.poll().looked_at == 0
    desk.later(10)
    assert desk.poll().looked_at == 1
    assert desk.folders() == {DRAFTS: ["re: a"], REJECTIONS: ["a"]}


def test_a_mail_that_is_withheld_and_withheld_is_set_aside(
    desk: Desk, mailbox: Withholding
) -> None:
    """A server may refuse a single mail for ever (as Yahoo does): it is not asked for ever."""
    _claimed(desk)
    mailbox.withheld = {1}
    for _ in range(RETRIES + 3):
        desk.poll()
        desk.later(24 * 60)
    (record,) = desk.ledger.log()
    assert record.state is MessageState.QUARANTINED
    assert record.notes == ("the server does not hand it out",)


def test_a_mail_on_its_way_that_is_gone_is_done_with(desk: Desk) -> None:
    """Somebody moved or deleted it meanwhile: nothing is left to do."""
    _claimed(desk)
    desk.mailbox.shelves[INBOX].mails.clear()
    desk.poll()
    assert desk.ledger.retries("main", desk.now) == ()
    assert desk.poll().failures == 0

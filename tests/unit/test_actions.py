from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from tests.fakes.mailbox import MemoryMailbox
from tests.support.desk import DRAFTS, INBOX, PERSON, POLICY, REJECTIONS, Desk, Stopped, mail

from inbox_rebond import actions
from inbox_rebond.decide import decide
from inbox_rebond.domain import Decision, DraftState, History
from inbox_rebond.errors import MailboxAway, MailRefused, UserError
from inbox_rebond.parse import parse
from inbox_rebond.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from inbox_rebond.domain import MessageKey


class Frail(MemoryMailbox):
    """A mailbox whose moves and appends fail on demand, before they are done or behind it."""

    def __init__(self) -> None:
        super().__init__("main")
        self.before: BaseException | None = None
        self.behind: BaseException | None = None

    def move(self, key: MessageKey, to: str, message_id: str) -> MessageKey | None:
        """Move, or fail."""
        self._fail(self.before)
        place = super().move(key, to, message_id)
        self._fail(self.behind)
        return place

    def append_draft(self, folder: str, data: bytes, when: datetime) -> MessageKey | None:
        """Append, or fail."""
        self._fail(self.before)
        place = super().append_draft(folder, data, when)
        self._fail(self.behind)
        return place

    def _fail(self, fault: BaseException | None) -> None:
        if fault:
            self.before = self.behind = None
            raise fault


@pytest.fixture
def mailbox() -> Frail:
    """A mailbox in which everything works so far."""
    return Frail()


@pytest.fixture
def desk(mailbox: Frail) -> Desk:
    """A desk with this mailbox."""
    return Desk(mailbox)


def begin(desk: Desk, data: bytes) -> tuple[int, list[Callable[[], None]]]:
    """A rejection that has come in and was judged: its id, and its actions, to be run."""
    (key,) = desk.deliver(data)
    parsed = parse(data)
    (verdict,) = desk.classifier.judge([parsed])
    findings = read(parsed, PERSON)
    id_ = desk.ledger.claim(key, parsed.identity, desk.now).mail
    desk.ledger.judged(id_, parsed, verdict, findings, Decision.FILE, desk.now)
    todo = decide(key, verdict, findings, desk.ledger.history(id_), POLICY)
    return id_, [
        partial(actions.run, desk.parts(), id_, parsed, findings, action) for action in todo
    ]


def filed(desk: Desk, name: str) -> int:
    """The id of a mail that has just been filed."""
    id_, todo = begin(desk, mail(name))
    for run in todo:
        run()
    return id_


def notes(desk: Desk, id_: int) -> tuple[str, ...]:
    """What the ledger has noted about a mail."""
    record = desk.ledger.mail(id_)
    assert record is not None
    return record.notes


def test_an_action_is_done_once(desk: Desk) -> None:
    """Asked for a second time it does nothing; notes and places are those of the first time."""
    id_, todo = begin(desk, mail("a"))
    for run in (*todo, *todo):
        run()
    assert desk.folders() == {DRAFTS: ["re: a"], REJECTIONS: ["a"]}
    assert notes(desk, id_) == ("draft to nora.berg@a.example", f"filed in {REJECTIONS}")
    (draft,) = desk.ledger.drafts()
    assert draft.state is DraftState.PLACED


def test_a_draft_is_a_draft(desk: Desk, mailbox: Frail) -> None:
    """It lies in the Drafts folder, flagged as one, in the bytes that the ledger keeps."""
    filed(desk, "a")
    (stored,) = mailbox.shelves[DRAFTS].mails.values()
    (draft,) = desk.ledger.drafts()
    assert "\\Draft" in stored.flags
    assert stored.data == draft.draft.data


def test_a_mail_that_is_gone_was_handled_by_somebody_else(desk: Desk, mailbox: Frail) -> None:
    """That is noted and no error; nothing counts as filed."""
    id_, (draft, file) = begin(desk, mail("a"))
    draft()
    mailbox.shelves[INBOX].mails.clear()
    file()
    assert "the mail was moved or deleted meanwhile" in notes(desk, id_)
    assert desk.ledger.filing(id_) is None
    assert desk.ledger.unfinished("main") == ()


@pytest.mark.parametrize("moment", ["before", "behind"])
@pytest.mark.parametrize("which", [0, 1], ids=["draft", "file"])
def test_what_was_cut_off_is_ended_once(
    desk: Desk, mailbox: Frail, moment: str, which: int
) -> None:
    """Whether the effect had happened or not, after recovering it has happened once."""
    id_, todo = begin(desk, mail("a"))
    for run in todo[:which]:
        run()
    setattr(mailbox, moment, Stopped())
    with pytest.raises(Stopped):
        todo[which]()
    actions.recover(desk.parts())
    wanted = (
        {INBOX: ["a"], DRAFTS: ["re: a"]} if which == 0 else {DRAFTS: ["re: a"], REJECTIONS: ["a"]}
    )
    assert desk.folders() == wanted
    assert desk.ledger.unfinished("main") == ()
    assert len(notes(desk, id_)) == which + 1


def test_a_copy_at_the_target_is_no_filing(desk: Desk, mailbox: Frail) -> None:
    """A mail that is still at its place is moved, whatever lies in the folder already."""
    desk.deliver(mail("a"), folder=REJECTIONS)
    id_, (draft, file) = begin(desk, mail("a"))
    draft()
    mailbox.before = Stopped()
    with pytest.raises(Stopped):
        file()
    actions.recover(desk.parts())
    assert desk.folders() == {DRAFTS: ["re: a"], REJECTIONS: ["a", "a"]}
    filing = desk.ledger.filing(id_)
    assert filing is not None
    assert filing.place is not None
    assert filing.place.uid == 2


@pytest.mark.parametrize("fault", [MailRefused("full"), ValueError("odd")], ids=["no", "odd"])
def test_what_cannot_be_ended_does_not_stop_the_others(
    desk: Desk, mailbox: Frail, fault: Exception
) -> None:
    """One action is given up and may be meant anew; the next is ended."""
    first, (ask_a, _) = begin(desk, mail("a"))
    _, (ask_b, _) = begin(desk, mail("b"))
    for ask in (ask_a, ask_b):
        mailbox.before = Stopped()
        with pytest.raises(Stopped):
            ask()
    mailbox.before = fault
    actions.recover(desk.parts())
    assert desk.folders() == {INBOX: ["a", "b"], DRAFTS: ["re: b"]}
    assert desk.ledger.unfinished("main") == ()
    assert desk.ledger.history(first) == History()
    ask_a()
    assert desk.folders()[DRAFTS] == ["re: a", "re: b"]


def test_a_mailbox_that_goes_away_keeps_its_intents(desk: Desk, mailbox: Frail) -> None:
    """Without the server nothing is given up: the next run ends it."""
    _, (ask, _) = begin(desk, mail("a"))
    mailbox.before = MailboxAway("main", "reset")
    with pytest.raises(MailboxAway):
        ask()
    mailbox.before = MailboxAway("main", "reset")
    with pytest.raises(MailboxAway):
        actions.recover(desk.parts())
    assert len(desk.ledger.unfinished("main")) == 1
    actions.recover(desk.parts())
    assert desk.folders()[DRAFTS] == ["re: a"]


def test_a_filing_can_be_taken_back(desk: Desk) -> None:
    """The mail is where it was, and the ledger knows where that is."""
    id_ = filed(desk, "a")
    place = actions.undo(desk.parts(), id_)
    assert desk.folders() == {INBOX: ["a"], DRAFTS: ["re: a"]}
    record = desk.ledger.mail(id_)
    assert record is not None
    assert record.place == place
    assert notes(desk, id_)[-1].endswith("(taken back)")


def test_what_was_not_filed_cannot_be_taken_back(desk: Desk) -> None:
    """Neither before a filing nor a second time; the message names the way to look."""
    id_, _ = begin(desk, mail("a"))
    with pytest.raises(UserError, match="rebond log"):
        actions.undo(desk.parts(), id_)
    other = filed(desk, "b")
    actions.undo(desk.parts(), other)
    with pytest.raises(UserError, match="rebond log"):
        actions.undo(desk.parts(), other)


def test_an_undo_that_was_cut_off_is_ended(desk: Desk, mailbox: Frail) -> None:
    """A second undo finds the mail where the first has put it."""
    id_ = filed(desk, "a")
    mailbox.behind = Stopped()
    with pytest.raises(Stopped):
        actions.undo(desk.parts(), id_)
    actions.undo(desk.parts(), id_)
    assert desk.folders() == {INBOX: ["a"], DRAFTS: ["re: a"]}
    assert desk.ledger.filing(id_) is None


def test_undo_takes_back_the_mail_and_not_its_copy(desk: Desk) -> None:
    """A second copy in the INBOX does not stand for the one that was filed."""
    id_ = filed(desk, "a")
    desk.deliver(mail("a"))
    actions.undo(desk.parts(), id_)
    assert desk.folders() == {INBOX: ["a", "a"], DRAFTS: ["re: a"]}


def test_a_filed_mail_is_found_after_its_folder_was_renewed(desk: Desk, mailbox: Frail) -> None:
    """A new UIDVALIDITY of the folder for rejections does not hide the mail from undo."""
    desk.deliver(mail("x"), folder=REJECTIONS)
    id_ = filed(desk, "a")
    mailbox.renew(REJECTIONS)
    actions.undo(desk.parts(), id_)
    assert desk.folders() == {INBOX: ["a"], DRAFTS: ["re: a"], REJECTIONS: ["x"]}


@pytest.mark.parametrize("whole_folder", [False, True])
def test_undo_of_a_mail_that_is_gone(desk: Desk, mailbox: Frail, *, whole_folder: bool) -> None:
    """The person is told where it was; it still counts as filed."""
    id_ = filed(desk, "a")
    mailbox.shelves[REJECTIONS].mails.clear()
    if whole_folder:
        del mailbox.shelves[REJECTIONS]
    with pytest.raises(UserError, match="no longer in 'Rebond/Rejections'"):
        actions.undo(desk.parts(), id_)
    assert desk.ledger.filing(id_) is not None

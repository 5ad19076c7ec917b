from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.cli import ByTheSubject
from tests.support.desk import DRAFTS, INBOX, JOB, REJECTIONS, Desk, mail

from inbox_rebond import actions, pipeline
from inbox_rebond.decide import OBSERVED
from inbox_rebond.domain import Decision, Findings, Label, MessageState, Mode, Review
from inbox_rebond.pipeline import Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inbox_rebond.domain import Mail, Verdict
    from inbox_rebond.pipeline import Judged

OBSERVE = replace(JOB, policy=replace(JOB.policy, mode=Mode.OBSERVE))
LABELS = ("rejection", "offer", "interview", "assessment", "acknowledgement", "other")


class Counting(ByTheSubject):
    """A classifier that remembers what it was shown."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def judge(self, mails: Sequence[Mail]) -> list[Verdict]:
        """As its class does."""
        self.seen += [mail.identity.message_id.partition("@")[0] for mail in mails]
        return super().judge(mails)


@pytest.fixture
def desk() -> Desk:
    """A desk with an empty mailbox, and a classifier that remembers what it was shown."""
    return Desk(classifier=Counting())


@pytest.fixture
def in_twos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of two mails."""
    monkeypatch.setattr(pipeline, "BATCH", 2)


def seen(desk: Desk) -> list[str]:
    """The names of the mails that were judged, in order."""
    assert isinstance(desk.classifier, Counting)
    return desk.classifier.seen


def test_only_rejections_are_moved_and_answered(desk: Desk) -> None:
    """Everything else stays where it is."""
    desk.deliver(*(mail(f"m-{label}", label) for label in LABELS))
    summary = desk.poll()
    assert desk.folders() == {
        INBOX: sorted(f"m-{label}" for label in LABELS[1:]),
        DRAFTS: ["re: m-rejection"],
        REJECTIONS: ["m-rejection"],
    }
    assert summary.decisions == {Decision.FILE: 1, Decision.LEAVE: 5}
    assert (summary.looked_at, summary.drafts, summary.failures) == (6, 1, 0)


def test_nothing_is_marked_as_read(desk: Desk) -> None:
    """Neither what stays nor what is moved."""
    desk.deliver(mail("a"), mail("b", "offer"))
    desk.poll()
    for folder in (INBOX, REJECTIONS):
        assert [mail.flags for mail in desk.mailbox.shelves[folder].mails.values()] == [set()]


@pytest.mark.usefixtures("in_twos")
def test_every_mail_is_judged_once(desk: Desk) -> None:
    """Over all passes and batches, also where the label is one that nothing is done about."""
    desk.deliver(*(mail(f"m-{label}", label) for label in LABELS))
    desk.poll()
    assert desk.poll().looked_at == 0
    desk.deliver(mail("late", "offer"))
    assert desk.poll().looked_at == 1
    assert seen(desk) == [*(f"m-{label}" for label in LABELS), "late"]


def test_a_second_pass_does_nothing(desk: Desk) -> None:
    """Mailbox and ledger are as they were."""
    desk.deliver(*(mail(f"m-{label}", label) for label in LABELS))
    desk.poll()
    before = desk.state()
    desk.later(60)
    desk.poll()
    assert before == desk.state()


def test_a_dry_run_changes_nothing_and_tells_what_a_run_does(desk: Desk) -> None:
    """Same mails, same decisions, same actions; mailbox and ledger stay as they are."""
    desk.deliver(*(mail(f"m-{label}", label) for label in LABELS))
    before, told, done = desk.state(), list[Any](), list[Any]()

    def into(where: list[Any]) -> Watch:
        return Watch(judged=lambda one: where.append((one.key, one.decision, one.actions)))

    desk.poll(dry_run=True, watch=into(told))
    assert before == desk.state()
    desk.poll(watch=into(done))
    assert told == done


@pytest.mark.usefixtures("in_twos")
def test_a_stop_is_heeded_between_batches(desk: Desk) -> None:
    """The next pass goes on behind the last batch."""
    desk.deliver(*(mail(name) for name in "abcde"))
    asked = iter([False, True])
    summary = desk.poll(watch=Watch(stop=lambda: next(asked)))
    assert (summary.stopped, summary.looked_at) == (True, 2)
    assert not desk.poll().stopped
    assert seen(desk) == list("abcde")
    assert desk.folders()[REJECTIONS] == list("abcde")


@pytest.mark.usefixtures("in_twos")
def test_progress_is_told(desk: Desk) -> None:
    """The number of mails first, then each batch, and each judged mail with its id."""
    desk.deliver(*(mail(name) for name in "abc"))
    totals, steps, judged = list[int](), list[int](), list["Judged"]()
    desk.poll(watch=Watch(total=totals.append, looked_at=steps.append, judged=judged.append))
    assert (totals, steps) == ([3], [2, 1])
    assert [one.id for one in judged] == [1, 2, 3]


def test_a_new_uidvalidity_is_read_again_and_acted_on_never(desk: Desk) -> None:
    """The same mails under other UIDs are known; the cursor follows them."""
    desk.deliver(mail("a"), mail("b", "offer"))
    desk.poll()
    folders = desk.folders()
    desk.mailbox.renew(INBOX)
    assert desk.poll().looked_at == 0
    assert folders == desk.folders()
    cursor = desk.ledger.cursor("main", INBOX)
    assert cursor is not None
    assert (cursor.uidvalidity, cursor.uid) == (2, 1)
    desk.deliver(mail("c"))
    assert desk.poll().looked_at == 1


def test_old_mail_is_left_alone_at_the_first_look(desk: Desk) -> None:
    """Only the days that the settings name are looked back."""
    desk.deliver(mail("old"))
    desk.later(91 * 24 * 60)
    desk.deliver(mail("new"))
    desk.poll()
    assert desk.folders() == {INBOX: ["old"], DRAFTS: ["re: new"], REJECTIONS: ["new"]}


def test_a_mail_that_goes_between_judgement_and_move(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """It was handled by somebody else: noted, done with, and no error."""
    desk.deliver(mail("a"), mail("b"))
    inbox = desk.mailbox.shelves[INBOX].mails
    summary = desk.poll(watch=Watch(judged=lambda _: inbox.clear()))
    assert (summary.failures, desk.folders()[REJECTIONS]) == (0, ["a"])
    record = desk.ledger.mail(2)
    assert record is not None
    assert record.state is MessageState.DONE
    assert "the mail was moved or deleted meanwhile" in record.notes
    assert caplog.messages == []


def test_a_second_copy_is_the_same_mail(desk: Desk) -> None:
    """In the same folder or another, in the same pass or later: one draft, one filing."""
    desk.deliver(mail("a"), mail("a"))
    desk.deliver(mail("a"), folder="Archive")
    desk.poll()
    desk.deliver(mail("a"))
    desk.poll()
    desk.poll(replace(JOB, folder="Archive"))
    assert desk.folders() == {
        INBOX: ["a", "a"],
        DRAFTS: ["re: a"],
        REJECTIONS: ["a"],
        "Archive": ["a"],
    }


def test_one_application_is_asked_about_once(desk: Desk) -> None:
    """A second rejection in the thread, or of the same bytes but for a header, gets no draft."""
    desk.deliver(mail("a"), mail("b", references="a"), b"X-Spam: no\r\n" + mail("a"))
    desk.poll()
    assert desk.folders() == {DRAFTS: ["re: a"], REJECTIONS: ["a", "a", "b"]}
    record = desk.ledger.mail(2)
    assert record is not None
    assert record.notes[0] == "no draft: draft 1 already asks about this application"


def test_what_was_taken_back_stays(desk: Desk) -> None:
    """The next pass sees the mail at its new place and leaves it there."""
    desk.deliver(mail("a"))
    desk.poll()
    actions.undo(desk.parts(), 1)
    desk.poll()
    desk.mailbox.renew(INBOX)
    desk.poll()
    assert desk.folders() == {INBOX: ["a"], DRAFTS: ["re: a"]}


def test_ordinary_mail_is_nobodys_business(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is judged and not read any further; the ledger keeps label and probability only."""
    monkeypatch.setattr("inbox_rebond.pipeline.read", None)
    desk.deliver(mail("a", "Dinner on Friday", text="Shall we meet at eight?"))
    assert desk.poll().failures == 0
    (record,) = desk.ledger.log()
    assert record.verdict is not None
    assert record.verdict.label is Label.OTHER
    assert (record.subject, record.sender, record.date) == ("", "", None)
    assert (record.verdict.evidence, record.findings) == ((), Findings())


def test_observing_notes_and_touches_nothing(desk: Desk) -> None:
    """The log says what would be done; pass after pass every mail stays where it is."""
    keys = desk.deliver(*(mail(f"m-{label}", label) for label in LABELS))
    told = list["Judged"]()
    desk.poll(OBSERVE, watch=Watch(judged=told.append))
    assert (Review(keys[0], OBSERVED),) == told[0].actions
    before = desk.state()
    assert desk.poll(OBSERVE).looked_at == 0
    assert before == desk.state()
    assert desk.folders() == {INBOX: sorted(f"m-{label}" for label in LABELS)}
    record = desk.ledger.mail(1)
    assert record is not None
    assert (f"to review: {OBSERVED}",) == record.notes


@pytest.mark.usefixtures("in_twos")
def test_what_was_observed_is_taken_up_when_the_mode_allows_it(desk: Desk) -> None:
    """Filed and drafted once; the pass after that does nothing."""
    desk.deliver(mail("a"), mail("b", "offer"), mail("c"), mail("d"))
    desk.poll(OBSERVE)
    before = desk.state()
    desk.poll(dry_run=True)
    assert before == desk.state()
    summary = desk.poll()
    assert (summary.looked_at, summary.drafts) == (3, 3)
    filed = {INBOX: ["b"], DRAFTS: ["re: a", "re: c", "re: d"], REJECTIONS: ["a", "c", "d"]}
    assert filed == desk.folders()
    after = desk.state()
    assert desk.poll().looked_at == 0
    assert after == desk.state()


def test_an_observed_mail_that_has_gone_is_done_with(desk: Desk) -> None:
    """It is no error, and it is not looked for again."""
    desk.deliver(mail("a"))
    desk.poll(OBSERVE)
    desk.mailbox.shelves[INBOX].mails.clear()
    summary = desk.poll()
    assert (summary.failures, summary.withheld, desk.folders()) == (0, 0, {})
    record = desk.ledger.mail(1)
    assert record is not None
    assert record.state is MessageState.DONE
    assert desk.ledger.reopen("main", desk.now) == 0


@pytest.mark.usefixtures("in_twos")
def test_a_stop_is_heeded_while_taking_up(desk: Desk) -> None:
    """The next pass takes up what is left."""
    desk.deliver(mail("a"), mail("b"), mail("c"))
    desk.poll(OBSERVE)
    asked = iter([False, True])
    summary = desk.poll(watch=Watch(stop=lambda: next(asked)))
    assert (summary.stopped, summary.looked_at) == (True, 2)
    assert desk.poll().looked_at == 1
    assert desk.folders()[REJECTIONS] == ["a", "b", "c"]

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.contract.ledger_contract import (
    NOW,
    LedgerContract,
    ask,
    draft,
    file,
    identity,
    judge,
    key,
    save,
)

from inbox_rebond.domain import (
    DraftState,
    File,
    History,
    Label,
    MessageState,
    NoDraft,
    Review,
)
from inbox_rebond.ports import DraftRecord, Filing, Intent

if TYPE_CHECKING:
    from inbox_rebond.domain import Action
    from inbox_rebond.ports import Ledger

FILED = key(5, "Rebond/Rejections")
ACTIONS: list[Action] = [
    Review(key(1), "may be an interview (40%)"),
    NoDraft(key(1), "nobody can be asked"),
    File(key(1), "Rebond/Rejections"),
]


class TestIntend(LedgerContract):
    """An action is written down before it is done, and done once."""

    @pytest.mark.parametrize("action", ACTIONS, ids=["review", "no_draft", "file"])
    def test_what_was_begun_is_remembered(self, ledger: Ledger, action: Action) -> None:
        """An intent without outcome is unfinished, with everything that ending it takes."""
        mail = judge(ledger, "a", at=key(1))
        intent = ledger.intend(mail, action, None, NOW)
        assert intent is not None
        assert (Intent(intent, mail, identity("a"), action, None),) == ledger.unfinished("main")

    @pytest.mark.parametrize("action", ACTIONS, ids=["review", "no_draft", "file"])
    def test_what_is_done_is_not_done_again(self, ledger: Ledger, action: Action) -> None:
        """After its outcome an action is finished and cannot be meant again."""
        mail = judge(ledger, "a", at=key(1))
        intent = ledger.intend(mail, action, None, NOW)
        assert intent == ledger.intend(mail, action, None, NOW)
        assert intent is not None
        ledger.outcome(intent, None, "", NOW)
        assert None is ledger.intend(mail, action, None, NOW)
        assert ledger.unfinished("main") == ()

    def test_a_begun_draft_keeps_its_bytes(self, ledger: Ledger) -> None:
        """Meaning a draft again gives the same intent with the first bytes: they may be placed."""
        mail = judge(ledger, "a", at=key(1))
        intent = ledger.intend(mail, save(), draft("x", b"first"), NOW)
        assert intent is not None
        assert intent == ledger.intend(mail, save(), draft("x", b"second"), NOW)
        assert (
            Intent(intent, mail, identity("a"), save(), draft("x", b"first")),
        ) == ledger.unfinished("main")

    def test_intents_are_ended_in_the_order_of_their_beginning(self, ledger: Ledger) -> None:
        """The oldest intent comes first: draft first, move last."""
        mail = judge(ledger, "a", at=key(1))
        other = judge(ledger, "b", at=key(1, account="other"))
        first, last = ask(ledger, mail, "x"), ledger.intend(mail, ACTIONS[2], None, NOW)
        ledger.intend(other, ACTIONS[2], None, NOW)
        assert [first, last] == [intent.id for intent in ledger.unfinished("main")]

    def test_what_was_abandoned_may_be_meant_anew(self, ledger: Ledger) -> None:
        """An abandoned action was not done: another intent is possible, with the same draft."""
        mail = judge(ledger, "a", at=key(1))
        intent = ask(ledger, mail, "x")
        assert intent is not None
        ledger.abandon(intent, "the mailbox has no Drafts folder", NOW)
        assert ledger.unfinished("main") == ()
        assert History() == ledger.history(mail)
        anew = ask(ledger, mail, "x")
        assert anew is not None
        assert intent != anew

    def test_an_end_is_an_end(self, ledger: Ledger) -> None:
        """A second outcome, or one after an abandonment, changes nothing."""
        mail = judge(ledger, "a", at=key(1))
        file(ledger, mail, key(1), FILED)
        done = ledger.mail(mail)
        ledger.outcome(1, key(6), "again", NOW)
        ledger.abandon(1, "after all", NOW)
        assert done == ledger.mail(mail)
        other = judge(ledger, "b", at=key(2))
        intent = ledger.intend(other, File(key(2), "Rebond/Rejections"), None, NOW)
        assert intent is not None
        ledger.abandon(intent, "gone", NOW)
        ledger.outcome(intent, FILED, "filed", NOW)
        assert not ledger.history(other).filed

    def test_notes_tell_the_story(self, ledger: Ledger) -> None:
        """What was noted about the actions on a mail is in its record, in order."""
        mail = judge(ledger, "a", at=key(1))
        for action, note in zip(ACTIONS, ("to review", "", "filed"), strict=True):
            intent = ledger.intend(mail, action, None, NOW)
            assert intent is not None
            ledger.outcome(intent, None, note, NOW)
        record = ledger.mail(mail)
        assert record is not None
        assert record.notes == ("to review", "filed")


class TestDrafts(LedgerContract):
    """One draft for one application."""

    def test_a_draft_is_proposed_before_and_placed_after(self, ledger: Ledger) -> None:
        """The draft goes the way of its action."""
        mail = judge(ledger, "a", at=key(1))
        intent = ask(ledger, mail, "x")
        assert intent is not None
        (proposed,) = ledger.drafts()
        assert (proposed.state, proposed.place) == (DraftState.PROPOSED, None)
        place = key(3, "Drafts")
        ledger.outcome(intent, place, "", NOW)
        assert (
            DraftRecord(proposed.id, mail, "main", DraftState.PLACED, draft("x"), place, NOW),
        ) == ledger.drafts()
        record = ledger.mail(mail)
        assert record is not None
        assert (proposed.id, MessageState.ACTED) == (record.draft, record.state)

    def test_a_second_mail_of_an_application_gets_no_draft(self, ledger: Ledger) -> None:
        """Two rejections for one application lead to one question."""
        first = judge(ledger, "a")
        second = judge(ledger, "b", references=(identity("a").message_id,))
        assert None is not ask(ledger, first, "x")
        assert None is ask(ledger, second, "y")
        (kept,) = ledger.drafts()
        assert History(asked=kept.id) == ledger.history(second)
        assert History(drafted=True) == ledger.history(first)

    def test_two_drafts_never_share_a_message_id(self, ledger: Ledger) -> None:
        """A Message-ID that lives in one draft is not given to another."""
        assert None is not ask(ledger, judge(ledger, "a"), "x")
        assert None is ask(ledger, judge(ledger, "b"), "x")

    def test_an_abandoned_draft_is_discarded(self, ledger: Ledger) -> None:
        """It stays in the list, and does not stand for the application any more."""
        mail = judge(ledger, "a")
        intent = ask(ledger, mail, "x")
        assert intent is not None
        ledger.abandon(intent, "gone", NOW)
        (kept,) = ledger.drafts()
        record = ledger.mail(mail)
        assert record is not None
        assert (kept.state, record.draft, record.notes) == (DraftState.DISCARDED, None, ("gone",))

    def test_a_draft_needs_an_application(self, ledger: Ledger) -> None:
        """For a mail that answers no application a draft is a mistake of the program."""
        mail = judge(ledger, "a", label=Label.JOB_ALERT)
        with pytest.raises(ValueError, match="application"):
            ask(ledger, mail, "x")
        assert ledger.unfinished("main") == ()

    def test_drafts_come_newest_first(self, ledger: Ledger) -> None:
        """All of them, or those of one account."""
        for name in "abc":
            ask(ledger, judge(ledger, name), name)
        ask(ledger, judge(ledger, "d", at=key(1, account="other")), "d")
        assert [each.id for each in ledger.drafts()] == [4, 3, 2, 1]
        assert [each.id for each in ledger.drafts(account="other")] == [4]


class TestFiling(LedgerContract):
    """A mail is filed once and stays where the person puts it."""

    def test_a_filed_mail_is_at_its_new_place(self, ledger: Ledger) -> None:
        """The outcome moves the mail in the ledger too, and finishes it."""
        mail = judge(ledger, "a", at=key(1))
        file(ledger, mail, key(1), FILED)
        record = ledger.mail(mail)
        assert record is not None
        assert (record.place, record.state, record.notes) == (FILED, MessageState.DONE, ("filed",))
        assert ledger.history(mail).filed
        assert Filing(File(key(1), "Rebond/Rejections"), identity("a"), FILED) == ledger.filing(
            mail
        )

    def test_a_place_that_the_server_did_not_tell_is_unknown(self, ledger: Ledger) -> None:
        """After a filing the mail is not at its old place, whether or not the new one is known."""
        mail = judge(ledger, "a", at=key(1))
        file(ledger, mail, key(1), None)
        record, filing = ledger.mail(mail), ledger.filing(mail)
        assert record is not None
        assert filing is not None
        assert None is record.place
        assert None is filing.place

    def test_only_a_done_filing_counts(self, ledger: Ledger) -> None:
        """What was only meant, or abandoned, is no filing."""
        mail = judge(ledger, "a", at=key(1))
        intent = ledger.intend(mail, File(key(1), "Rebond/Rejections"), None, NOW)
        assert intent is not None
        assert (ledger.history(mail).filed, ledger.filing(mail)) == (False, None)
        ledger.abandon(intent, "gone", NOW)
        assert (ledger.history(mail).filed, ledger.filing(mail)) == (False, None)

    def test_what_was_taken_back_is_not_filed_again(self, ledger: Ledger) -> None:
        """The person's decision is final: filed once, never again."""
        mail = judge(ledger, "a", at=key(1))
        file(ledger, mail, key(1), FILED)
        ledger.undone(mail, key(8), NOW)
        assert ledger.history(mail).filed
        assert None is ledger.filing(mail)
        assert None is ledger.intend(mail, File(key(8), "Rebond/Rejections"), None, NOW)
        record = ledger.mail(mail)
        assert record is not None
        assert (key(8), MessageState.DONE, ("filed (taken back)",)) == (
            record.place,
            record.state,
            record.notes,
        )

    def test_taken_back_to_an_unknown_place(self, ledger: Ledger) -> None:
        """Where the server does not tell the place, the old one is forgotten all the same."""
        mail = judge(ledger, "a", at=key(1))
        file(ledger, mail, key(1), FILED)
        ledger.undone(mail, None, NOW)
        record = ledger.mail(mail)
        assert record is not None
        assert None is record.place

    def test_a_mail_seen_again_at_a_place_it_had_left_is_there(self, ledger: Ledger) -> None:
        """What the mailbox shows counts more than what was noted before."""
        mail = judge(ledger, "a", at=key(1))
        file(ledger, mail, key(1), None)
        ledger.claim(key(1), identity("a"), NOW + timedelta(hours=1))
        record = ledger.mail(mail)
        assert record is not None
        assert key(1) == record.place

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.contract.ledger_contract import (
    ASK,
    NOW,
    LedgerContract,
    file,
    identity,
    judge,
    key,
    verdict,
)

from inbox_rebond.domain import (
    Basis,
    Contact,
    Decision,
    Findings,
    Identity,
    Label,
    Mail,
    MessageState,
    Reason,
    ReasonFound,
    Review,
)
from inbox_rebond.ports import Claim, Cursor, Waiting

if TYPE_CHECKING:
    from inbox_rebond.domain import MessageKey
    from inbox_rebond.ports import Ledger

LATER = NOW + timedelta(minutes=10)


class TestCursor(LedgerContract):
    """How far a folder was looked through."""

    def test_no_cursor_before_the_first_look(self, ledger: Ledger) -> None:
        """A folder that was never looked at has no cursor."""
        assert None is ledger.cursor("main", "INBOX")

    def test_the_last_cursor_counts(self, ledger: Ledger) -> None:
        """A cursor replaces the one before, a lower one too: UIDVALIDITY starts anew."""
        ledger.advance("main", "INBOX", Cursor(7, 4_294_967_295))
        ledger.advance("main", "INBOX", Cursor(8, 3))
        assert Cursor(8, 3) == ledger.cursor("main", "INBOX")

    def test_each_folder_of_each_account_has_its_own(self, ledger: Ledger) -> None:
        """Cursors do not mix."""
        ledger.advance("main", "INBOX", Cursor(7, 1))
        ledger.advance("main", "Bewerbungen/Änderung", Cursor(7, 2))
        ledger.advance("other", "INBOX", Cursor(7, 3))
        assert Cursor(7, 1) == ledger.cursor("main", "INBOX")
        assert Cursor(7, 2) == ledger.cursor("main", "Bewerbungen/Änderung")
        assert Cursor(7, 3) == ledger.cursor("other", "INBOX")


class TestClaim(LedgerContract):
    """The same mail is taken in hand once."""

    def test_a_mail_is_new_once(self, ledger: Ledger) -> None:
        """The second claim finds the mail of the first."""
        first = ledger.claim(key(1), identity("a"), NOW)
        assert Claim(first.mail, MessageState.CLAIMED, new=True) == first
        again = ledger.claim(key(1), identity("a"), LATER)
        assert Claim(first.mail, MessageState.CLAIMED, new=False) == again

    @pytest.mark.parametrize(
        "second", [key(1, "Archive"), key(90, uidvalidity=8)], ids=["folder", "uidvalidity"]
    )
    def test_another_place_is_not_another_mail(self, ledger: Ledger, second: MessageKey) -> None:
        """A mail in a second folder or under a new UIDVALIDITY is known, with its state."""
        mail = judge(ledger, "a", at=key(1))
        ledger.finish(mail, NOW)
        assert Claim(mail, MessageState.DONE, new=False) == ledger.claim(
            second, identity("a"), LATER
        )
        record = ledger.mail(mail)
        assert record is not None
        assert second == record.place

    def test_accounts_do_not_mix(self, ledger: Ledger) -> None:
        """The same mail in two accounts is two mails."""
        here = ledger.claim(key(1), identity("a"), NOW)
        there = ledger.claim(key(1, account="other"), identity("a"), NOW)
        assert there.new
        assert here.mail != there.mail

    def test_without_a_message_id_the_fingerprint_tells(self, ledger: Ledger) -> None:
        """Mails without Message-ID are told apart by their fingerprints."""
        one, two = Identity("", "1" * 64), Identity("", "2" * 64)
        first = ledger.claim(key(1), one, NOW)
        assert ledger.claim(key(2), two, NOW).new
        assert first.mail == ledger.claim(key(3), one, NOW).mail

    def test_a_place_shows_the_mail_that_was_seen_there_last(self, ledger: Ledger) -> None:
        """Where a server uses a UID again, the place belongs to the new mail."""
        old = judge(ledger, "old", at=key(1))
        ledger.finish(old, NOW)
        new = judge(ledger, "new", at=key(1))
        assert set() == ledger.known("main", "INBOX", 7, [1])
        assert (Waiting(new, key(1)),) == ledger.retries("main", NOW)

    def test_the_answer_counts_failures(self, ledger: Ledger) -> None:
        """A mail that comes back brings the number of its failures with it."""
        mail = ledger.claim(key(1), identity("a"), NOW).mail
        ledger.fail(mail, "ParseError", LATER, NOW)
        ledger.fail(mail, "ParseError", LATER, NOW)
        assert Claim(mail, MessageState.FAILED, new=False, failures=2) == ledger.claim(
            key(1), identity("a"), LATER
        )

    def test_text_that_no_database_can_hold_is_no_obstacle(self, ledger: Ledger) -> None:
        """Lone surrogates and NUL in what strangers wrote change nothing of the laws."""
        odd = Identity("\udce9\x00\ud800@mail.example", "f" * 64)
        claim = ledger.claim(key(1, "\udcff"), odd, NOW)
        mail = Mail(odd, subject="caf\udce9\x00", references=("\udc80",))
        ledger.judged(
            claim.mail,
            mail,
            verdict(Label.REJECTION),
            Findings(company="\udce9"),
            Decision.FILE,
            NOW,
        )
        assert not ledger.claim(key(1, "\udcff"), odd, NOW).new
        ledger.finish(claim.mail, NOW)
        assert {1} == ledger.known("main", "\udcff", 7, [1])


class TestKnown(LedgerContract):
    """What does not have to be fetched again."""

    def test_known_is_what_is_done_or_quarantined(self, ledger: Ledger) -> None:
        """Mails on their way and mails that are to be tried again are not known."""
        done, failed, hopeless = (judge(ledger, name, at=key(i)) for i, name in enumerate("abc"))
        judge(ledger, "d", at=key(3))
        ledger.finish(done, NOW)
        ledger.fail(failed, "Timeout", LATER, NOW)
        ledger.fail(hopeless, "Timeout", None, NOW)
        assert {0, 2} == ledger.known("main", "INBOX", 7, [0, 1, 2, 3, 4])

    def test_only_what_was_asked_for_is_answered(self, ledger: Ledger) -> None:
        """Other UIDs, folders, accounts and UIDVALIDITYs stay out of it."""
        for uid, name in enumerate("abc"):
            ledger.finish(judge(ledger, name, at=key(uid)), NOW)
        assert {0, 2} == ledger.known("main", "INBOX", 7, [2, 0])
        assert set() == ledger.known("main", "INBOX", 7, [])
        assert set() == ledger.known("main", "INBOX", 8, [0])
        assert set() == ledger.known("main", "Archive", 7, [0])
        assert set() == ledger.known("other", "INBOX", 7, [0])

    def test_ten_thousands_of_uids_are_no_obstacle(self, ledger: Ledger) -> None:
        """A first look at a big mailbox asks for all of it at once."""
        ledger.finish(judge(ledger, "a", at=key(70_000)), NOW)
        assert {70_000} == ledger.known("main", "INBOX", 7, range(1, 100_000))


class TestRecord(LedgerContract):
    """What was said of a mail can be read again."""

    def test_everything_said_is_kept(self, ledger: Ledger) -> None:
        """Verdict, findings and decision come back as they were given."""
        findings = Findings(
            language="de",
            company="Acme",
            reasons=(ReasonFound(Reason.SKILLS, Basis.STATED, "keine Erfahrung"),),
            reply=Contact(ASK, "signed the mail"),
        )
        mail = judge(ledger, "a", at=key(1), findings=findings)
        record = ledger.mail(mail)
        assert record is not None
        assert (verdict(Label.REJECTION), findings, Decision.FILE) == (
            record.verdict,
            record.findings,
            record.decision,
        )
        assert ("About a", ASK.email, NOW, NOW) == (
            record.subject,
            record.sender,
            record.date,
            record.seen,
        )
        assert (mail, "main", MessageState.JUDGED, key(1)) == (
            record.id,
            record.account,
            record.state,
            record.place,
        )

    @pytest.mark.parametrize(
        ("label", "decision", "subject"),
        [
            (Label.OTHER, Decision.LEAVE, ""),
            (Label.OTHER, Decision.REVIEW, "About a"),
            (Label.OUTREACH, Decision.LEAVE, "About a"),
        ],
    )
    def test_mail_that_is_nobodys_business_stays_unnamed(
        self, ledger: Ledger, label: Label, decision: Decision, subject: str
    ) -> None:
        """Of private mail neither subject nor sender nor date nor any sentence is kept."""
        record = ledger.mail(judge(ledger, "a", label=label, decision=decision))
        assert record is not None
        assert record.verdict is not None
        assert bool(subject) == bool(record.verdict.evidence)
        assert (subject, ASK.email if subject else "", NOW if subject else None) == (
            record.subject,
            record.sender,
            record.date,
        )

    def test_a_mail_that_is_not_there_has_no_record(self, ledger: Ledger) -> None:
        """An unknown id gives None."""
        assert None is ledger.mail(99)

    def test_the_log_shows_the_newest_first(self, ledger: Ledger) -> None:
        """The log begins with the last mail and ends at the limit."""
        one, two, three = (judge(ledger, name) for name in "abc")
        assert [three, two, one] == [record.id for record in ledger.log()]
        assert [three, two] == [record.id for record in ledger.log(limit=2)]

    def test_the_log_of_an_account_shows_this_account(self, ledger: Ledger) -> None:
        """Accounts do not mix in the log."""
        mine = judge(ledger, "a", at=key(1))
        judge(ledger, "b", at=key(1, account="other"))
        assert [mine] == [record.id for record in ledger.log(account="main")]

    def test_a_failure_shows_in_the_log(self, ledger: Ledger) -> None:
        """What could not be judged is named with the class of its error; what waits is not."""
        failed = ledger.claim(key(1), identity("a"), NOW).mail
        ledger.claim(key(2), identity("b"), NOW)
        ledger.fail(failed, "ParserHung", None, NOW)
        (record,) = ledger.log()
        assert (failed, MessageState.QUARANTINED, None, ("ParserHung",)) == (
            record.id,
            record.state,
            record.verdict,
            record.notes,
        )


class TestRetries(LedgerContract):
    """No mail is forgotten on its way."""

    def test_a_failed_mail_comes_back_when_its_time_has_come(self, ledger: Ledger) -> None:
        """Not a moment before `retry_at`, and from then on."""
        mail = judge(ledger, "a", at=key(1))
        ledger.fail(mail, "Timeout", LATER, NOW)
        assert ledger.retries("main", LATER - timedelta(seconds=1)) == ()
        assert (Waiting(mail, key(1), failures=1),) == ledger.retries("main", LATER)
        assert ledger.retries("other", LATER) == ()

    def test_a_quarantined_mail_does_not_come_back(self, ledger: Ledger) -> None:
        """Without `retry_at` it was the last try."""
        ledger.fail(judge(ledger, "a"), "Timeout", None, NOW)
        assert ledger.retries("main", NOW + timedelta(days=9999)) == ()

    def test_what_a_crash_left_on_the_way_comes_back(self, ledger: Ledger) -> None:
        """Claimed, judged and acted mails are taken up again, oldest first; done ones are not."""
        claimed = ledger.claim(key(1), identity("a"), NOW).mail
        judged, acted, done = (judge(ledger, name, at=key(ord(name))) for name in "bcd")
        intent = ledger.intend(acted, Review(key(1), "unsure"), None, NOW)
        assert intent is not None
        ledger.outcome(intent, None, "", NOW)
        ledger.finish(done, NOW)
        assert [claimed, judged, acted] == [each.mail for each in ledger.retries("main", NOW)]
        record = ledger.mail(acted)
        assert record is not None
        assert record.state == MessageState.ACTED

    def test_a_mail_is_looked_for_where_it_was_seen_last(self, ledger: Ledger) -> None:
        """The latest place counts, also when an old place is seen again."""
        mail = ledger.claim(key(1), identity("a"), NOW).mail
        ledger.claim(key(2, "Archive"), identity("a"), NOW + timedelta(seconds=1))
        assert (Waiting(mail, key(2, "Archive")),) == ledger.retries("main", LATER)
        ledger.claim(key(1), identity("a"), NOW + timedelta(seconds=2))
        assert (Waiting(mail, key(1)),) == ledger.retries("main", LATER)

    def test_a_filed_mail_is_finished(self, ledger: Ledger) -> None:
        """The outcome of a filing is the end of the way."""
        mail = judge(ledger, "a", at=key(1))
        file(ledger, mail, key(1), key(5, "Rebond/Rejections"))
        assert ledger.retries("main", LATER) == ()
        assert {5} == ledger.known("main", "Rebond/Rejections", 7, [5])

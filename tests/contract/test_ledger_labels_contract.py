from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tests.contract.ledger_contract import NOW, LedgerContract, file, identity, judge, key

from inbox_rebond.domain import Example, Label, LabelSource, Lesson, MessageState
from inbox_rebond.ports import Trace

if TYPE_CHECKING:
    from inbox_rebond.ports import Ledger

LATER = NOW + timedelta(minutes=10)
TEXT = Example(text=("Your application", "Thank you.", "caf\udce9\x00"))
FEATURES = Example(features=((1, 262_143), (), (0,)), words=(5, 131_071))


def lesson(
    name: str, label: Label, source: LabelSource = LabelSource.IMPORT, **more: Any
) -> Lesson:
    """A label for the mail of this name."""
    return Lesson(identity(name), label, source, "a hash", more.pop("example", TEXT), **more)


class TestLabels(LedgerContract):
    """The person's word about a mail."""

    def test_a_label_comes_back_as_it_was_given(self, ledger: Ledger) -> None:
        """Every word about it and every form of the example."""
        mail = judge(ledger, "a")
        ledger.label(lesson("a", Label.OFFER, LabelSource.COMMAND, mail=mail), NOW)
        ledger.label(lesson("b", Label.OTHER, example=FEATURES), LATER)
        one, two = ledger.labelled()
        assert (mail, Label.OFFER, LabelSource.COMMAND, NOW, "a hash") == (
            one.mail,
            one.label,
            one.source,
            one.given,
            one.sender,
        )
        assert (TEXT.text, None, None) == (one.text, one.features, one.words)
        assert (two.mail, two.source, two.given) == (None, LabelSource.IMPORT, LATER)
        assert (None, FEATURES.features, FEATURES.words) == (two.text, two.features, two.words)

    def test_the_newest_label_of_a_mail_wins(self, ledger: Ledger) -> None:
        """Also where the labels came by different ways; the log shows it."""
        mail = judge(ledger, "a")
        assert ledger.label(lesson("a", Label.OFFER, LabelSource.COMMAND, mail=mail), NOW)
        assert ledger.label(lesson("b", Label.OTHER), NOW)
        assert ledger.label(lesson("a", Label.FEEDBACK, LabelSource.COMMAND, mail=mail), LATER)
        assert [one.label for one in ledger.labelled()] == [Label.OTHER, Label.FEEDBACK]
        record = ledger.mail(mail)
        assert record is not None
        assert Label.FEEDBACK is record.label
        assert ledger.labels_since(NOW - timedelta(seconds=1)) == 3

    def test_the_same_label_again_says_nothing_new(self, ledger: Ledger) -> None:
        """An import can be repeated; an earlier label can be given again."""
        assert ledger.label(lesson("a", Label.OFFER), NOW)
        assert not ledger.label(lesson("a", Label.OFFER), LATER)
        assert ledger.label(lesson("a", Label.OTHER), LATER)
        assert ledger.label(lesson("a", Label.OFFER), LATER)
        assert len(ledger.labelled()) == 1

    def test_labels_since_counts_what_came_after(self, ledger: Ledger) -> None:
        """Not what was given at that very time."""
        ledger.label(lesson("a", Label.OFFER), NOW)
        ledger.label(lesson("b", Label.OFFER), LATER)
        assert ledger.labels_since(NOW) == 1
        assert ledger.labels_since(LATER) == 0

    def test_the_held_back_part_is_always_the_same(self, ledger: Ledger) -> None:
        """About one mail in five, whatever its label."""
        for number in range(200):
            ledger.label(lesson(str(number), Label.OFFER), NOW)
        first = {one.id for one in ledger.labelled() if one.held_back}
        assert 20 < len(first) < 60
        for number in range(200):
            ledger.label(lesson(str(number), Label.OTHER), LATER)
        assert first == {one.id - 200 for one in ledger.labelled() if one.held_back}

    def test_a_mail_with_a_place_is_noted_there(self, ledger: Ledger) -> None:
        """A mail nobody knew gets a record and is done with; a known one keeps its record."""
        known, place = judge(ledger, "a", at=key(1)), key(4, "Rebond/Learn/offer")
        for name, at in (("a", place), ("b", key(5, "Rebond/Learn/offer"))):
            ledger.label(lesson(name, Label.OFFER, LabelSource.LEARN_FOLDER, place=at), LATER)
        assert {4, 5} == ledger.known("main", "Rebond/Learn/offer", 7, [3, 4, 5])
        assert ledger.retries("main", LATER) == ()
        assert Trace(known, place, filed=False, undoing=False) == ledger.trace(
            "main", identity("a")
        )
        assert [known, None] != [one.mail for one in ledger.labelled()]
        record = ledger.mail(known + 1)
        assert record is not None
        assert (
            record.state,
            record.verdict,
            record.label,
        ) == (MessageState.DONE, None, Label.OFFER)

    def test_a_mail_that_was_moved_out_is_no_longer_filed(self, ledger: Ledger) -> None:
        """The person took the filing back; it is not done again."""
        mail = judge(ledger, "a", at=key(1))
        file(ledger, mail, key(1), key(3, "Rebond/Rejections"))
        ledger.label(lesson("a", Label.OFFER, LabelSource.MOVED_OUT, place=key(9)), LATER)
        assert None is ledger.filing(mail)
        assert ledger.history(mail).filed
        record = ledger.mail(mail)
        assert record is not None
        assert (key(9), ("filed (taken back)",)) == (record.place, record.notes)


class TestTrace(LedgerContract):
    """Where a mail went, as far as the program knows."""

    def test_an_unknown_mail_has_no_trace(self, ledger: Ledger) -> None:
        """Neither has the same mail in another account."""
        judge(ledger, "a")
        assert None is ledger.trace("main", identity("b"))
        assert None is ledger.trace("other", identity("a"))
        assert None is ledger.identity(99)

    def test_a_filing_leaves_a_trace_until_it_is_taken_back(self, ledger: Ledger) -> None:
        """Begun, done, being taken back, taken back."""
        mail, target = judge(ledger, "a", at=key(1)), key(3, "Rebond/Rejections")
        assert identity("a") == ledger.identity(mail)
        assert Trace(mail, key(1), filed=False, undoing=False) == ledger.trace(
            "main", identity("a")
        )
        file(ledger, mail, key(1), target)
        assert Trace(mail, target, filed=True, undoing=False) == ledger.trace("main", identity("a"))
        ledger.undoing(mail, NOW)
        ledger.undoing(mail, NOW)
        assert Trace(mail, target, filed=True, undoing=True) == ledger.trace("main", identity("a"))
        assert ledger.unfinished("main") == ()
        ledger.undone(mail, key(9), NOW)
        assert Trace(mail, key(9), filed=False, undoing=False) == ledger.trace(
            "main", identity("a")
        )

    def test_a_server_that_does_not_tell_leaves_no_place(self, ledger: Ledger) -> None:
        """Then only the journal knows that the mail was filed."""
        mail = judge(ledger, "a", at=key(1))
        file(ledger, mail, key(1), None)
        assert Trace(mail, None, filed=True, undoing=False) == ledger.trace("main", identity("a"))

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.contract.ledger_contract import (
    NOW,
    LedgerContract,
    file,
    identity,
    judge,
    key,
)

from inbox_rebond.domain import (
    Decision,
    Example,
    File,
    Label,
    LabelSource,
    Lesson,
    MessageState,
    Review,
)
from inbox_rebond.ports import Waiting

if TYPE_CHECKING:
    from inbox_rebond.domain import MessageKey
    from inbox_rebond.ports import Ledger

HERE, THERE = key(1), key(5, "Rebond/Rejections")


def observe(
    ledger: Ledger, name: str, at: MessageKey = HERE, decision: Decision = Decision.FILE
) -> int:
    """Judge a mail, note what would be done, and leave it."""
    mail = judge(ledger, name, at=at, decision=decision)
    intent = ledger.intend(mail, Review(at, "only observed"), None, NOW)
    assert intent is not None
    ledger.outcome(intent, None, "only observed", NOW)
    ledger.finish(mail, NOW)
    return mail


def label(ledger: Ledger, mail: int, given: Label, source: LabelSource) -> None:
    """The person says what the mail is."""
    lesson = Lesson(identity("a"), given, source, "a hash", Example(text=("No.",)), mail=mail)
    ledger.label(lesson, NOW)


class TestReopen(LedgerContract):
    """What was only observed is taken up once, when that is asked for."""

    def test_what_was_observed_waits_again(self, ledger: Ledger) -> None:
        """It waits at its place, and its note is kept."""
        mail = observe(ledger, "a")
        assert ledger.retries("main", NOW) == ()
        assert ledger.reopen("main", NOW) == 1
        assert (Waiting(mail, HERE),) == ledger.retries("main", NOW)
        record = ledger.mail(mail)
        assert record is not None
        assert (record.state, record.notes) == (MessageState.JUDGED, ("only observed",))

    def test_it_is_taken_up_once(self, ledger: Ledger) -> None:
        """Also where nothing could be done about it; observed once more it is taken up again."""
        mail = observe(ledger, "a")
        ledger.reopen("main", NOW)
        assert ledger.reopen("main", NOW) == 0
        ledger.finish(mail, NOW)
        assert ledger.reopen("main", NOW) == 0
        assert observe(ledger, "a") == mail
        assert ledger.reopen("main", NOW) == 1

    def test_another_account_is_left_alone(self, ledger: Ledger) -> None:
        """Each account has its own mode."""
        observe(ledger, "a", key(1, account="other"))
        assert ledger.reopen("main", NOW) == 0
        assert ledger.reopen("other", NOW) == 1

    @pytest.mark.parametrize("decision", [Decision.REVIEW, Decision.LEAVE])
    def test_what_was_not_to_be_filed_is_left_alone(
        self, ledger: Ledger, decision: Decision
    ) -> None:
        """What waits in the review list goes on waiting there."""
        observe(ledger, "a", decision=decision)
        assert ledger.reopen("main", NOW) == 0

    def test_what_was_judged_and_never_noted_is_left_alone(self, ledger: Ledger) -> None:
        """A mail that had gone before anything could be done is done with."""
        ledger.finish(judge(ledger, "a", at=HERE), NOW)
        assert ledger.reopen("main", NOW) == 0

    @pytest.mark.parametrize("story", ["filed", "undone", "begun", "abandoned"])
    def test_what_was_filed_once_is_left_alone(self, ledger: Ledger, story: str) -> None:
        """Whether the filing was done, taken back, only begun or given up."""
        mail = observe(ledger, "a")
        if story in ("filed", "undone"):
            file(ledger, mail, HERE, THERE)
        else:
            intent = ledger.intend(mail, File(HERE, "Rebond/Rejections"), None, NOW)
            assert intent is not None
            if story == "abandoned":
                ledger.abandon(intent, "gone", NOW)
        if story == "undone":
            ledger.undone(mail, key(8), NOW)
        assert ledger.reopen("main", NOW) == 0

    @pytest.mark.parametrize(
        ("given", "source", "taken_up"),
        [
            (Label.REJECTION, LabelSource.COMMAND, 1),
            (Label.OFFER, LabelSource.COMMAND, 0),
            (Label.REJECTION, LabelSource.MOVED_IN, 0),
            (Label.REJECTION, LabelSource.LEARN_FOLDER, 0),
        ],
    )
    def test_the_person_knows_better(
        self, ledger: Ledger, given: Label, source: LabelSource, taken_up: int
    ) -> None:
        """What they said is no rejection, or put somewhere, is theirs."""
        label(ledger, observe(ledger, "a"), given, source)
        assert taken_up == ledger.reopen("main", NOW)

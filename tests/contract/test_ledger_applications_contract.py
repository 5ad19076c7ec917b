from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.contract.ledger_contract import LedgerContract, ask, identity, judge, key

from inbox_rebond.domain import Findings, Label

if TYPE_CHECKING:
    from inbox_rebond.ports import Ledger

POST = Findings(company="Acme GmbH", role="Data Engineer (m/w/d)")


def same(ledger: Ledger, one: int, two: int) -> bool:
    """Whether two mails belong to one application: a draft for one is a draft for both."""
    assert ask(ledger, one, f"{one}-{two}") is not None
    return ledger.history(two).asked is not None


class TestApplications(LedgerContract):
    """A mail belongs to the application of its thread, else of its post, else to a new one."""

    def test_unrelated_mails_belong_to_two_applications(self, ledger: Ledger) -> None:
        """Without thread, company and role every mail opens an application."""
        assert not same(ledger, judge(ledger, "a"), judge(ledger, "b"))

    def test_an_answer_belongs_to_what_it_answers(self, ledger: Ledger) -> None:
        """References and In-Reply-To lead to the application of an earlier mail."""
        first = judge(ledger, "a", label=Label.ACKNOWLEDGEMENT)
        second = judge(ledger, "b", references=("x@mail.example", identity("a").message_id))
        third = judge(ledger, "c", in_reply_to=(identity("b").message_id,))
        assert same(ledger, first, third)
        assert ledger.history(third) == ledger.history(second)

    def test_mails_that_answer_the_same_mail_belong_together(self, ledger: Ledger) -> None:
        """The person's own mail is not in the ledger, and yet it holds its answers together."""
        own = ("application@home.example",)
        assert same(ledger, judge(ledger, "a", references=own), judge(ledger, "b", in_reply_to=own))

    def test_a_thread_holds_in_any_order(self, ledger: Ledger) -> None:
        """A mail that comes after its answer belongs to the same application."""
        answer = judge(ledger, "b", references=(identity("a").message_id,))
        assert same(ledger, answer, judge(ledger, "a"))

    def test_one_post_is_one_application(self, ledger: Ledger) -> None:
        """Company and role as they are written differently still name one post."""
        first = judge(ledger, "a", label=Label.INTERVIEW, findings=POST)
        second = judge(ledger, "b", findings=Findings(company="ACME", role="data  engineer"))
        assert same(ledger, first, second)

    @pytest.mark.parametrize(
        "findings",
        [
            Findings(company="Acme GmbH"),
            Findings(role="Data Engineer (m/w/d)"),
            Findings(company="Acme GmbH", role="Data Engineer 2"),
            Findings(company="Other", role="Data Engineer"),
            Findings(company="***", role="---"),
        ],
    )
    def test_half_a_post_is_another_application(self, ledger: Ledger, findings: Findings) -> None:
        """Both company and role have to be known and the same."""
        first = judge(ledger, "a", findings=POST)
        assert not same(ledger, first, judge(ledger, "b", findings=findings))
        assert not same(ledger, judge(ledger, "c", findings=findings), first)

    def test_the_thread_counts_more_than_the_post(self, ledger: Ledger) -> None:
        """A mail of one thread that names the post of another stays in its thread."""
        thread, post = judge(ledger, "a"), judge(ledger, "b", findings=POST)
        answer = judge(ledger, "c", findings=POST, references=(identity("a").message_id,))
        assert same(ledger, thread, answer)
        assert not same(ledger, post, thread)

    def test_an_application_learns_its_post(self, ledger: Ledger) -> None:
        """What a later mail of the thread names is known for mails outside of it."""
        first = judge(ledger, "a")
        judge(ledger, "b", findings=POST, references=(identity("a").message_id,))
        assert same(ledger, first, judge(ledger, "c", findings=POST))

    def test_an_application_learns_its_thread(self, ledger: Ledger) -> None:
        """A mail that was found by its post brings its thread along."""
        first = judge(ledger, "a", findings=POST)
        judge(ledger, "b", findings=POST)
        assert same(ledger, first, judge(ledger, "c", in_reply_to=(identity("b").message_id,)))

    def test_a_mail_that_is_judged_again_keeps_its_application(self, ledger: Ledger) -> None:
        """A second verdict opens nothing."""
        mail = judge(ledger, "a")
        assert ask(ledger, mail, "x") is not None
        asked = ledger.history(mail).asked
        assert mail == judge(ledger, "a", findings=POST)
        assert asked == ledger.history(mail).asked

    def test_accounts_have_their_own_applications(self, ledger: Ledger) -> None:
        """Neither thread nor post reaches into another account."""
        first = judge(ledger, "a", at=key(1), findings=POST)
        second = judge(
            ledger,
            "b",
            at=key(1, account="other"),
            findings=POST,
            references=(identity("a").message_id,),
        )
        assert not same(ledger, first, second)

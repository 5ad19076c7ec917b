"""The program may end at any call to the mailbox or the ledger; the next run makes up for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contract.ledger_contract import on_disk
from tests.support.desk import DRAFTS, INBOX, JOB, REJECTIONS, Desk, Fuse, Stopped, mail

from inbox_rebond import actions, pipeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inbox_rebond.actions import Parts

WAYS = pytest.mark.parametrize("behind", [False, True], ids=["before", "behind"])
FINAL = {
    INBOX: ["ack", "dinner", "offer", "one"],
    DRAFTS: ["re: alone", "re: one"],
    REJECTIONS: ["alone", "noreply", "one", "two"],
}


@pytest.fixture(autouse=True, scope="module")
def _in_threes() -> Any:
    """Batches of three mails, so that a pass has several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "BATCH", 3)
        yield


def filled(desk: Desk) -> Desk:
    """A mailbox with what matters: rejections of all sorts, a thread, a copy, and other mail."""
    desk.deliver(
        mail("one"),
        mail("ack", "acknowledgement"),
        mail("two", references="one"),
        mail("one"),
        mail("noreply", sender="no-reply@{name}.example"),
        mail("offer", "offer"),
        mail("alone"),
        mail("dinner", "Dinner on Friday"),
    )
    return desk


def stopped(run: Callable[[Parts], object], desk: Desk, fuse: Fuse) -> bool:
    """Run something that ends at the fuse; whether it did, or came to its own end before."""
    try:
        run(fuse.guard(desk.parts()))
    except Stopped:
        return True
    return False


def one_pass(parts: Parts) -> None:
    """A pass over the INBOX."""
    pipeline.poll(parts, JOB)


def undisturbed() -> Desk:
    """A desk after a pass that nothing has stopped."""
    desk = filled(Desk())
    desk.poll()
    assert desk.folders() == FINAL
    return desk


@WAYS
def test_a_crash_anywhere_changes_nothing_in_the_end(*, behind: bool) -> None:
    """For every call: mailbox and ledger are those of an undisturbed run, to the byte."""
    wanted, calls = undisturbed().state(), 0
    while True:
        calls += 1
        desk = filled(Desk())
        if not stopped(one_pass, desk, Fuse(calls, behind=behind)):
            break
        desk.poll()
        assert desk.state() == wanted, f"stopped at call {calls}"
    assert calls > 60


@WAYS
def test_a_crash_anywhere_on_the_real_ledger(tmp_path: Path, *, behind: bool) -> None:
    """The same for a single mail and the ledger on disk."""
    calls = 0
    while True:
        calls += 1
        folder = tmp_path / str(calls)
        folder.mkdir()
        desk = Desk(ledger=on_disk(folder))
        desk.deliver(mail("one"))
        ended = not stopped(one_pass, desk, Fuse(calls, behind=behind))
        desk.poll()
        assert desk.folders() == {DRAFTS: ["re: one"], REJECTIONS: ["one"]}
        (record,) = desk.ledger.log()
        assert [note.partition(" ")[0] for note in record.notes] == ["draft", "filed"]
        desk.ledger.close()
        if ended:
            break
    assert calls > 10


@settings(max_examples=60)
@given(crashes=st.lists(st.tuples(st.integers(1, 60), st.booleans()), max_size=6))
def test_crashes_upon_crashes(crashes: list[tuple[int, bool]]) -> None:
    """Recovering may be stopped as well, again and again."""
    desk = filled(Desk())
    for calls, behind in crashes:
        stopped(one_pass, desk, Fuse(calls, behind=behind))
    desk.poll()
    assert desk.folders() == FINAL
    assert desk.state() == undisturbed().state()


@WAYS
def test_an_undo_that_crashes_is_ended_by_the_next(*, behind: bool) -> None:
    """The mail is back once, and no pass before or behind files it again."""
    wanted = {
        **FINAL,
        INBOX: ["ack", "alone", *FINAL[INBOX][1:]],
        REJECTIONS: FINAL[REJECTIONS][1:],
    }
    calls, cut = 0, True
    while cut:
        calls += 1
        desk = undisturbed()
        alone = next(each.mail for each in desk.ledger.drafts() if "alone" in each.draft.to.email)
        cut = stopped(lambda parts: actions.undo(parts, alone), desk, Fuse(calls, behind=behind))  # noqa: B023 - run at once
        desk.poll()
        if desk.ledger.filing(alone):
            actions.undo(desk.parts(), alone)
        desk.poll()
        assert desk.folders() == wanted
    assert calls > 2

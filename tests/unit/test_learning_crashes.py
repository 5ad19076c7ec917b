"""Labels through crashes: whatever call ends the program, each label is taken in once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.contract.ledger_contract import on_disk
from tests.support.desk import INBOX, REJECTIONS, Desk, Fuse, Stopped, mail
from tests.support.lessons import LEARNING, OFFERS, labels, move

from inbox_rebond import actions, pipeline
from inbox_rebond.domain import Label, LabelSource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inbox_rebond.actions import Parts

WAYS = pytest.mark.parametrize("behind", [False, True], ids=["before", "behind"])


def moved(desk: Desk) -> Desk:
    """Every kind of move, on a desk where one pass was made."""
    desk.deliver(mail("refusal"), mail("dinner", "Dinner"), mail("talk", "interview"))
    desk.poll(LEARNING)
    move(desk, "refusal", REJECTIONS, INBOX)
    move(desk, "talk", INBOX, OFFERS)
    move(desk, "dinner", INBOX, REJECTIONS)
    desk.deliver(mail("late"))
    return desk


def one_pass(parts: Parts) -> None:
    """A pass that takes in labels."""
    pipeline.poll(parts, LEARNING)


def cut(run: Callable[[Parts], object], desk: Desk, fuse: Fuse) -> bool:
    """Run something that ends at the fuse; whether it did."""
    try:
        run(fuse.guard(desk.parts()))
    except Stopped:
        return True
    return False


@WAYS
def test_a_crash_anywhere_gives_each_label_once(*, behind: bool) -> None:
    """For every call: labels and folders are those of an undisturbed run."""
    wanted, calls, ended = moved(Desk()), 0, False
    wanted.poll(LEARNING)
    assert len(labels(wanted)) == 3
    while not ended:
        calls += 1
        desk = moved(Desk())
        ended = not cut(one_pass, desk, Fuse(calls, behind=behind))
        desk.poll(LEARNING)
        assert sorted(labels(desk)) == sorted(labels(wanted)), f"stopped at call {calls}"
        assert desk.ledger.labels_since(desk.now.replace(year=2000)) == 3
        assert desk.folders() == wanted.folders()
    assert calls > 20


@WAYS
def test_a_crash_anywhere_on_the_real_ledger(tmp_path: Path, *, behind: bool) -> None:
    """The same for one mail in the folder of a label and the ledger on disk."""
    calls, ended = 0, False
    while not ended:
        calls += 1
        folder = tmp_path / str(calls)
        folder.mkdir()
        desk = Desk(ledger=on_disk(folder))
        desk.deliver(mail("taught"), folder=OFFERS)
        ended = not cut(one_pass, desk, Fuse(calls, behind=behind))
        desk.poll(LEARNING)
        assert labels(desk) == [("taught", Label.OFFER, LabelSource.LEARN_FOLDER)]
        desk.ledger.close()
    assert calls > 10


@WAYS
def test_an_undo_that_crashes_gives_no_label(*, behind: bool) -> None:
    """What an undo moved back was not moved by the person, wherever it was cut off."""
    calls, ended = 0, False
    while not ended:
        calls += 1
        desk = Desk()
        desk.deliver(mail("refusal"))
        desk.poll(LEARNING)
        ended = not cut(lambda parts: actions.undo(parts, 1), desk, Fuse(calls, behind=behind))
        for _ in range(2):
            desk.poll(LEARNING)
        assert labels(desk) == [], f"stopped at call {calls}"
    assert calls > 3

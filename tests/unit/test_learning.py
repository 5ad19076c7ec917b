"""Labels that the person gives by moving mail, seen pass by pass."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.desk import DRAFTS, INBOX, JOB, REJECTIONS, Desk, mail
from tests.support.lessons import LEARNING, OFFERS, TEACHING, keep, labels, move

from inbox_rebond import actions, learning, pipeline
from inbox_rebond.domain import Example, Label, LabelSource, Verdict
from inbox_rebond.errors import MailboxAway
from inbox_rebond.learning import instead_of_rejection

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_rebond.domain import Mail


@pytest.fixture
def desk() -> Desk:
    """A desk at which one pass was made: a rejection is filed, other mail lies in the INBOX."""
    made = Desk()
    made.deliver(mail("refusal"), mail("dinner", "Dinner on Friday"), mail("talk", "interview"))
    made.poll(LEARNING)
    assert made.ledger.labelled() == ()
    return made


def test_a_mail_moved_out_is_no_rejection(desk: Desk) -> None:
    """It gets the label that is most probable otherwise, stays, and is not filed again."""
    move(desk, "refusal", REJECTIONS, INBOX)
    for _ in range(3):
        desk.poll(LEARNING)
    ((name, label, source),) = labels(desk)
    assert (name, source) == ("refusal", LabelSource.MOVED_OUT)
    assert label is not Label.REJECTION
    assert desk.folders()[INBOX] == ["dinner", "refusal", "talk"]
    assert None is desk.ledger.filing(1)


def test_the_label_of_what_is_no_rejection() -> None:
    """The most probable one of the others."""
    chances = dict.fromkeys(Label, 0.02) | {Label.REJECTION: 0.7, Label.FEEDBACK: 0.14}
    said = Verdict(Label.REJECTION, 0.7, (), "test-1", chances)
    assert Label.FEEDBACK is instead_of_rejection(said)


def test_a_mail_moved_in_is_a_rejection(desk: Desk) -> None:
    """Also one that the program has not seen before; it stays and is not answered."""
    move(desk, "talk", INBOX, REJECTIONS)
    desk.deliver(mail("unseen", "offer"), folder=REJECTIONS)
    for _ in range(3):
        desk.poll(LEARNING)
    assert sorted(labels(desk)) == [
        ("talk", Label.REJECTION, LabelSource.MOVED_IN),
        ("unseen", Label.REJECTION, LabelSource.MOVED_IN),
    ]
    assert desk.folders()[REJECTIONS] == ["refusal", "talk", "unseen"]
    assert desk.folders()[DRAFTS] == ["re: refusal"]


def test_a_mail_in_the_folder_of_a_label_has_this_label(desk: Desk) -> None:
    """Moved from anywhere or put there by whatever means; it stays."""
    move(desk, "talk", INBOX, OFFERS)
    move(desk, "refusal", REJECTIONS, "Rebond/Learn/status_update")
    desk.deliver(mail("unseen", "other"), folder=OFFERS)
    for _ in range(2):
        desk.poll(LEARNING)
    assert sorted(labels(desk)) == [
        ("refusal", Label.STATUS_UPDATE, LabelSource.LEARN_FOLDER),
        ("talk", Label.OFFER, LabelSource.LEARN_FOLDER),
        ("unseen", Label.OFFER, LabelSource.LEARN_FOLDER),
    ]
    assert desk.folders()[OFFERS] == ["talk", "unseen"]


def test_who_changes_their_mind_is_believed(desk: Desk) -> None:
    """Out, in again, into the folder of a label, back: the last move counts."""
    last: list[Label] = []
    for start, end in [
        (REJECTIONS, INBOX),
        (INBOX, REJECTIONS),
        (REJECTIONS, INBOX),
        (INBOX, OFFERS),
        (OFFERS, REJECTIONS),
    ]:
        move(desk, "refusal", start, end)
        desk.poll(LEARNING)
        ((_, label, _),) = labels(desk)
        last.append(label)
    assert [label is Label.REJECTION for label in last] == [False, True, False, False, True]
    assert last[3] is Label.OFFER


def test_what_the_program_moves_says_nothing(desk: Desk) -> None:
    """Neither a filing, nor an undo, nor a pass that looks again."""
    desk.deliver(mail("second"))
    desk.poll(LEARNING)
    actions.undo(desk.parts(), 1)
    for _ in range(3):
        desk.poll(LEARNING)
    assert labels(desk) == []
    assert desk.folders()[REJECTIONS] == ["second"]


def test_a_second_copy_says_nothing(desk: Desk) -> None:
    """The mail that was filed is still there: nobody moved it."""
    desk.deliver(mail("refusal"))
    desk.poll(LEARNING)
    assert labels(desk) == []


def test_a_server_that_does_not_tell_places(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then the journal and the Message-ID tell what was moved by whom."""
    move_on = desk.mailbox.move
    monkeypatch.setattr(desk.mailbox, "move", lambda *args: move_on(*args) and None)
    desk.deliver(mail("second"))
    desk.poll(LEARNING)
    desk.poll(LEARNING)
    assert labels(desk) == []
    move(desk, "second", REJECTIONS, INBOX)
    desk.poll(LEARNING)
    assert [(name, source) for name, _, source in labels(desk)] == [
        ("second", LabelSource.MOVED_OUT)
    ]


def test_what_lay_there_before_the_first_look_says_nothing() -> None:
    """Of the folder for rejections nobody knows who filled it; that of a label is what it says."""
    desk = Desk()
    desk.deliver(mail("old"), folder=REJECTIONS)
    desk.deliver(mail("taught"), folder=OFFERS)
    desk.poll(LEARNING)
    assert labels(desk) == [("taught", Label.OFFER, LabelSource.LEARN_FOLDER)]


@pytest.mark.parametrize("folder", [INBOX, REJECTIONS, OFFERS])
def test_a_new_uidvalidity_gives_no_label_twice(desk: Desk, folder: str) -> None:
    """What the person said in the meantime stands."""
    move(desk, "talk", INBOX, OFFERS)
    desk.deliver(mail("in", "offer"), folder=REJECTIONS)
    desk.poll(LEARNING)
    before = labels(desk)
    desk.mailbox.renew(folder)
    for _ in range(2):
        desk.poll(LEARNING)
    assert before == labels(desk)
    assert len(before) == 2


def test_after_a_new_uidvalidity_labels_go_on(desk: Desk) -> None:
    """What comes then is new; so is, in the folder of a label, what nobody knew."""
    desk.deliver(mail("before"), folder=OFFERS)
    desk.poll(LEARNING)
    desk.deliver(mail("meanwhile"), folder=OFFERS)
    for folder in (OFFERS, REJECTIONS):
        desk.mailbox.renew(folder)
    desk.poll(LEARNING)
    desk.deliver(mail("after"), folder=OFFERS)
    desk.deliver(mail("in", "offer"), folder=REJECTIONS)
    desk.poll(LEARNING)
    assert [name for name, _, _ in labels(desk)] == ["before", "meanwhile", "in", "after"]


def test_a_stop_after_a_new_uidvalidity_makes_nothing_new(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was labelled otherwise since then keeps that label."""
    monkeypatch.setattr(learning, "BATCH", 1)
    desk.deliver(*(mail(name, "offer") for name in "abc"), folder=OFFERS)
    desk.poll(LEARNING)
    for name in "abc":
        (raw,) = desk.mailbox.fetch(OFFERS, [1 + "abc".index(name)])
        parsed, _ = pipeline._parsed(raw)
        desk.ledger.label(TEACHING.lesson(parsed, Label.OTHER, LabelSource.IMPORT), desk.now)
    desk.mailbox.renew(OFFERS)
    asked = iter([False, True])
    desk.poll(LEARNING, watch=pipeline.Watch(stop=lambda: next(asked, True)))
    desk.poll(LEARNING)
    assert [label for _, label, _ in labels(desk)] == [Label.OTHER] * 3


def test_folders_are_made_only_if_wished(desk: Desk) -> None:
    """One for every label, once."""
    assert not any(name.startswith("Rebond/Learn") for name in desk.mailbox.folders())
    desk.poll(replace(LEARNING, teaching=replace(TEACHING, folder="Mine", make_folders=True)))
    assert {f"Mine/{label}" for label in Label} < set(desk.mailbox.folders())


def test_where_nothing_is_new_each_folder_is_only_opened(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No search and no fetch: one EXAMINE for each folder that there is."""
    desk.deliver(mail("taught"), folder=OFFERS)
    desk.poll(LEARNING)
    calls = list[tuple[str, str]]()

    def told(verb: str) -> Callable[..., Any]:
        does = getattr(desk.mailbox, verb)

        def do(folder: str, *more: Any, **how: Any) -> Any:
            calls.append((verb, folder))
            return does(folder, *more, **how)

        return do

    for verb in ("open", "uids", "fetch", "find"):
        monkeypatch.setattr(desk.mailbox, verb, told(verb))
    desk.poll(LEARNING)
    looks = [("open", REJECTIONS), ("open", OFFERS), ("open", INBOX), ("uids", INBOX)]
    assert calls == looks


def test_a_dry_run_takes_in_nothing(desk: Desk) -> None:
    """The next run does."""
    move(desk, "talk", INBOX, OFFERS)
    desk.poll(LEARNING, dry_run=True)
    assert labels(desk) == []


def test_senders_are_told_apart_and_not_named(desk: Desk) -> None:
    """The same hash for the same address, another one under another key, none for nobody."""
    same = "Talent <jobs@acme.example>"
    desk.deliver(mail("a", sender=same), mail("b", sender=same), mail("c"), folder=OFFERS)
    desk.deliver(mail("d", sender=""), folder=OFFERS)
    desk.poll(LEARNING)
    a, b, c, d = (one.sender for one in desk.ledger.labelled())
    assert a == b != c
    assert "acme" not in a
    assert d == ""
    other = replace(TEACHING, secret=lambda: b"another")
    (raw,) = desk.mailbox.fetch(OFFERS, [1])
    parsed, _ = pipeline._parsed(raw)
    assert a != other.lesson(parsed, Label.OFFER, LabelSource.IMPORT).sender


def test_one_mail_does_not_stop_the_others(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """What cannot be taken in is left; the log names its place and no word of it."""

    def picky(mail: Mail) -> Example:
        if mail.subject == "broken":
            raise ValueError(mail.subject)
        return keep(mail)

    desk.deliver(mail("a", "broken"), mail("b", "offer"), folder=OFFERS)
    with caplog.at_level("WARNING", "inbox_rebond"):
        desk.poll(replace(JOB, teaching=replace(TEACHING, keep=picky)))
    assert [name for name, _, _ in labels(desk)] == ["b"]
    assert [one.getMessage() for one in caplog.records if one.levelname == "WARNING"] == [
        "UID 1: no label was taken in: ValueError"
    ]


def test_a_mailbox_that_goes_away_loses_no_label(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pass ends, and the next one goes on."""

    def away(*_: object) -> Any:
        raise MailboxAway("main", "gone")

    desk.deliver(mail("a", "offer"), folder=OFFERS)
    with monkeypatch.context() as patch:
        patch.setattr(desk.mailbox, "fetch", away)
        with pytest.raises(MailboxAway):
            desk.poll(LEARNING)
    desk.poll(LEARNING)
    assert len(labels(desk)) == 1


def test_a_stop_is_heeded_between_batches(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next pass goes on behind the last batch."""
    monkeypatch.setattr(learning, "BATCH", 2)
    desk.deliver(*(mail(name, "offer") for name in "abcde"), folder=OFFERS)
    asked = iter([False, False, True])
    watch = pipeline.Watch(stop=lambda: next(asked, True))
    desk.poll(LEARNING, watch=watch)
    assert [name for name, _, _ in labels(desk)] == ["a", "b"]
    desk.poll(LEARNING)
    assert [name for name, _, _ in labels(desk)] == list("abcde")

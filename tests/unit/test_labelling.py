"""Labels that the person says: of one mail, or of mail that is imported."""

from __future__ import annotations

import json
import mailbox
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.fakes.ledger import FakeLedger
from tests.support.desk import INBOX, JOB, REJECTIONS, Desk, mail

from inbox_rebond import examples, labelling
from inbox_rebond.domain import Example, Label, LabelSource
from inbox_rebond.errors import InputMissing, UserError
from inbox_rebond.labelling import Taken, import_labels, label_mail
from inbox_rebond.learning import Teaching
from inbox_rebond.mailbox.labelled import label_named, labelled_bytes, read_labelled

if TYPE_CHECKING:
    from pathlib import Path

    from inbox_rebond.domain import Mail

OFFERS = "Rebond/Learn/offer"


def keep(mail: Mail) -> Example:
    """The subject and nothing else."""
    return Example(text=(mail.subject,))


TEACHING = Teaching(keep, lambda: b"a secret of these tests")


@pytest.fixture
def desk() -> Desk:
    """A desk with a rejection that was filed, and a mail that was left alone."""
    made = Desk()
    made.deliver(mail("refusal"), mail("dinner", "Dinner on Friday"))
    made.poll()
    return made


def say(desk: Desk, number: int, label: Label) -> None:
    """`rebond label NUMBER LABEL`."""
    record = desk.ledger.mail(number)
    assert record is not None
    words = labelling.Desk(desk.ledger, TEACHING, lambda: desk.now)
    label_mail(words, desk.mailbox, record, label, (INBOX, REJECTIONS, OFFERS))


def taken(
    path: Path, word: str | None = None, *, dry_run: bool = False
) -> tuple[Taken, FakeLedger]:
    """What an import finds, and the ledger behind it."""
    ledger = FakeLedger()
    words = labelling.Desk(ledger, TEACHING, lambda: Desk().now)
    return import_labels(words, read_labelled(path, word), dry_run=dry_run), ledger


@pytest.mark.parametrize("number", [1, 2])
def test_a_mail_is_labelled_where_it_lies(desk: Desk, number: int) -> None:
    """Filed or not; it stays there, and the ledger knows who said so."""
    before = desk.folders()
    say(desk, number, Label.FEEDBACK)
    (one,) = desk.ledger.labelled()
    assert (one.mail, one.label, one.source, one.given) == (
        number,
        Label.FEEDBACK,
        LabelSource.COMMAND,
        desk.now,
    )
    assert before == desk.folders()


@pytest.mark.parametrize("renewed", [False, True])
def test_a_mail_that_moved_on_is_found_by_its_bytes(desk: Desk, *, renewed: bool) -> None:
    """Behind the program's back, into a folder that it knows of; another one is not taken."""
    desk.mailbox.folder_for(OFFERS, create=True)
    (place,) = desk.mailbox.find(REJECTIONS, "refusal@mail.example")
    desk.deliver(mail("refusal", "Not the same"), folder=INBOX)
    desk.mailbox.move(place, OFFERS, "")
    if renewed:
        desk.mailbox.renew(OFFERS)
    say(desk, 1, Label.OFFER)
    assert [one.text for one in desk.ledger.labelled()] == [("rejection",)]


def test_a_mail_that_is_gone_is_told(desk: Desk) -> None:
    """With what the person can do instead; no label is written."""
    desk.mailbox.shelves[REJECTIONS].mails.clear()
    with pytest.raises(UserError, match=r"no longer.*Rebond/Learn/offer"):
        say(desk, 1, Label.OFFER)
    assert desk.ledger.labelled() == ()


def test_a_label_by_command_stands_until_the_person_says_otherwise(desk: Desk) -> None:
    """No pass takes it back."""
    say(desk, 1, Label.STATUS_UPDATE)
    for _ in range(2):
        desk.poll(replace(JOB, teaching=TEACHING))
    assert [one.label for one in desk.ledger.labelled()] == [Label.STATUS_UPDATE]


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("offer", Label.OFFER),
        (" Status update ", Label.STATUS_UPDATE),
        ("JOB-ALERT", Label.JOB_ALERT),
        ("spam", None),
        ("", None),
    ],
)
def test_labels_are_known_however_they_are_written(word: str, label: Label | None) -> None:
    """Case, blanks and hyphens do not matter."""
    assert label is label_named(word)


def test_a_tree_is_taken_in_by_its_folders(tmp_path: Path) -> None:
    """Each folder, or mbox, with a label's name; what has another name is left out and named."""
    for folder, names in {"offer": "ab", "Status update": "c", "spam": "de"}.items():
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / f"{name}.eml").write_bytes(mail(name))
    with_box = mailbox.mbox(tmp_path / "interview.mbox")
    with_box.add(mail("f"))
    with_box.close()
    found, ledger = taken(tmp_path)
    assert found.labels == {Label.OFFER: 2, Label.STATUS_UPDATE: 1, Label.INTERVIEW: 1}
    assert (found.new, found.unknown) == (4, {"spam": 2})
    assert {one.source for one in ledger.labelled()} == {LabelSource.IMPORT}
    assert {one.mail for one in ledger.labelled()} == {None}


def test_any_mail_is_taken_in_under_a_given_label(tmp_path: Path) -> None:
    """One .eml, an mbox, a Maildir."""
    (tmp_path / "one.eml").write_bytes(mail("a"))
    box = mailbox.mbox(tmp_path / "old.mbox")
    box.add(mail("b"))
    box.close()
    mailbox.Maildir(tmp_path / "dir").add(mail("c"))
    for name in ("one.eml", "old.mbox", "dir"):
        found, _ = taken(tmp_path / name, "offer")
        assert found.labels == {Label.OFFER: 1}
    assert labelled_bytes(tmp_path / "one.eml", "offer") == len(mail("a"))


def test_an_import_can_be_repeated(tmp_path: Path) -> None:
    """The same mail with the same label says nothing new; with another one it does."""
    (tmp_path / "a.eml").write_bytes(mail("a"))
    ledger = FakeLedger()
    words = labelling.Desk(ledger, TEACHING, lambda: Desk().now)
    news = [
        import_labels(words, read_labelled(tmp_path / "a.eml", word)).new
        for word in ("offer", "offer", "other")
    ]
    assert news == [1, 0, 1]
    assert [one.label for one in ledger.labelled()] == [Label.OTHER]


def test_lines_of_json_are_mails(tmp_path: Path) -> None:
    """They are read as mails are: what is quoted from an earlier mail is not the sender's."""
    rows = [
        {"label": "offer", "subject": "Ünser\nAngebot", "text": "Wir freuen uns.\n\n> Alt"},
        {"label": "offer", "subject": "x", "text": "same size", "from": "Ö <jobs@acme.example>"},
        {"label": "offer", "subject": "x", "text": "size same", "from": "Ö <jobs@acme.example>"},
        {"label": "newsletter", "text": "News"},
    ]
    path = tmp_path / "mails.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    found, ledger = taken(path)
    assert (found.labels, found.new, found.unknown) == ({Label.OFFER: 3}, 3, {"newsletter": 1})
    one, two, three = ledger.labelled()
    assert one.text == ("Ünser Angebot",)
    assert one.sender == ""
    assert two.sender == three.sender != ""
    parsed = labelling._parsed(next(iter(read_labelled(path))).mail)
    assert examples.as_text(parsed).text == ("Ünser Angebot", "Wir freuen uns.")


@pytest.mark.parametrize(
    "line", ["[]", "{", '{"label": "offer"}', '{"text": "x"}', '{"label": 3, "text": "x"}']
)
def test_a_line_that_is_no_mail_is_named(tmp_path: Path, line: str) -> None:
    """With its number; what came before it has been taken in."""
    path = tmp_path / "mails.jsonl"
    path.write_text(f'{{"label": "offer", "text": "x"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(InputMissing, match="line 2"):
        taken(path)


def test_where_nothing_says_a_label_it_is_asked_for(tmp_path: Path) -> None:
    """A path that is not there is told as such."""
    (tmp_path / "mails").mkdir()
    (tmp_path / "mails" / "a.eml").write_bytes(mail("a"))
    for path in (tmp_path / "mails", tmp_path / "mails" / "a.eml"):
        with pytest.raises(InputMissing, match="--as LABEL"):
            taken(path)
    for name in ("gone", "gone.jsonl"):
        with pytest.raises(InputMissing, match="Check the path"):
            taken(tmp_path / name)


def test_a_dry_run_only_counts(tmp_path: Path) -> None:
    """Nothing is written."""
    (tmp_path / "a.eml").write_bytes(mail("a"))
    found, ledger = taken(tmp_path / "a.eml", "offer", dry_run=True)
    assert (found.labels, found.new, ledger.labelled()) == ({Label.OFFER: 1}, 0, ())

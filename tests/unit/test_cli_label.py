from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.cli import Rebond, mail

from inbox_rebond.ledger import open_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from inbox_rebond.domain import Labelled


@pytest.fixture
def rebond(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Rebond:
    """`rebond` with settings and a folder of mail to take in."""
    made = Rebond(tmp_path, monkeypatch, capsys)
    made.configure()
    for folder in ("offer", "spam"):
        (tmp_path / "mails" / folder).mkdir(parents=True)
        (tmp_path / "mails" / folder / "1.eml").write_bytes(mail(folder, "We are pleased."))
    return made


def labelled(rebond: Rebond) -> tuple[Labelled, ...]:
    """What the ledger has to learn from."""
    ledger = open_ledger(rebond.home / "data" / "ledger.sqlite3")
    found = ledger.labelled()
    ledger.close()
    return found


@pytest.mark.parametrize("keep", ["features", "text"])
def test_an_import_keeps_what_the_settings_say(rebond: Rebond, keep: str) -> None:
    """Numbers, or words; never who wrote. Labels are counted, what has none is named."""
    with rebond.settings.open("a", encoding="utf-8") as file:
        file.write(f'\n[learning]\nkeep = "{keep}"\n')
    ended = rebond("label", "--import", rebond.home / "mails")
    assert (ended.status, "1 mail with a label, 1 of them new." in ended.out) == (0, True)
    assert "Left out: 1 mail of 'spam', no label." in ended.out
    (one,) = labelled(rebond)
    assert (one.text is not None, one.features is not None) == (keep == "text", keep == "features")
    assert b"halden" not in (rebond.home / "data" / "ledger.sqlite3").read_bytes()


def test_a_dry_run_says_so(rebond: Rebond) -> None:
    """It counts and takes in nothing."""
    ended = rebond("label", "--import", rebond.home / "mails", "--dry-run")
    assert "Nothing was taken in" in ended.out
    assert labelled(rebond) == ()


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (12,),
        (12, "offer", "--import", "x"),
        (12, "offer", "--as", "offer"),
        (12, "offer", "--dry-run"),
        ("--as", "offer"),
    ],
)
def test_wrong_use_is_told_with_the_right_one(rebond: Rebond, arguments: tuple[object]) -> None:
    """Either a mail and its label, or mail to take in."""
    ended = rebond("label", *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert "rebond label 12 offer" in ended.err


def test_a_word_that_is_no_label_is_refused(rebond: Rebond) -> None:
    """The labels are named."""
    ended = rebond("label", 1, "spam")
    assert ended.status == 2
    assert "status_update" in ended.err


def test_a_mail_that_is_not_there(rebond: Rebond) -> None:
    """The way to the right ID is told."""
    ended = rebond("label", 77, "offer")
    assert (ended.status, ended.out) == (2, "")
    assert "rebond log --all" in ended.err

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.cli import mail

from inbox_rebond.domain import Label
from inbox_rebond.errors import InputMissing
from inbox_rebond.mailbox.archive import read_archive
from inbox_rebond.training.cases import load_cases

if TYPE_CHECKING:
    from pathlib import Path


def labelled(label: str, number: int = 1) -> bytes:
    """A mail that says its own label."""
    return f"X-Rebond-Label: {label}\r\n".encode() + mail("Hello", number=number)


def mbox(path: Path, *mails: bytes) -> Path:
    """An mbox of these mails."""
    separator = b"From x@example.org Tue Mar 10 12:00:00 2026\n"
    path.write_bytes(b"".join(separator + one.replace(b"\r\n", b"\n") + b"\n" for one in mails))
    return path


def labels(path: Path) -> dict[str, Label]:
    """What is loaded from a path: id to label."""
    return {case.id: case.label for case in load_cases(path, read_archive)}


def test_a_folder_names_the_label(tmp_path: Path) -> None:
    """In a tree the folder is the label; one that is no label stands for `other`."""
    for folder, name in (("rejection", "a"), ("job_alert", "b"), ("spam", "c")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / f"{name}.eml").write_bytes(mail("Hello"))
    assert labels(tmp_path) == {"a": Label.REJECTION, "b": Label.JOB_ALERT, "c": Label.OTHER}


def test_an_mbox_for_each_label(tmp_path: Path) -> None:
    """In a folder of mboxes the file is the label; mails are numbered."""
    mbox(tmp_path / "rejection.mbox", mail("Hello"), mail("Hello"))
    mbox(tmp_path / "newsletters.mbox", mail("Hello"))
    assert labels(tmp_path) == {
        "rejection-1": Label.REJECTION,
        "rejection-2": Label.REJECTION,
        "newsletters-1": Label.OTHER,
    }


def test_an_mbox_of_one_label_is_enough(tmp_path: Path) -> None:
    """A single mbox may be named by its label."""
    path = mbox(tmp_path / "status-update.mbox", mail("Hello"))
    assert labels(path) == {"status-update-1": Label.STATUS_UPDATE}


def test_a_header_names_the_label(tmp_path: Path) -> None:
    """Any mbox will do where each mail says its label; a word that is no label is `other`."""
    path = mbox(tmp_path / "all", labelled("rejection"), labelled("Status-Update"), labelled("ham"))
    assert list(labels(path).values()) == [Label.REJECTION, Label.STATUS_UPDATE, Label.OTHER]


def test_a_header_is_believed_before_a_name(tmp_path: Path) -> None:
    """Who writes a label into a mail has looked at that mail."""
    path = mbox(tmp_path / "rejection.mbox", labelled("offer"), mail("Hello"))
    assert list(labels(path).values()) == [Label.OFFER, Label.REJECTION]


def test_a_label_in_the_text_is_no_label(tmp_path: Path) -> None:
    """Only headers are believed: a stranger may write anything into the body."""
    path = mbox(tmp_path / "all.mbox", mail("Hello", "Look:\r\n\r\nX-Rebond-Label: rejection"))
    with pytest.raises(InputMissing):
        labels(path)


def test_an_mbox_without_labels_is_refused(tmp_path: Path) -> None:
    """The sentence names the first mail without a label and every way to give it one."""
    path = mbox(tmp_path / "all.mbox", labelled("offer"), mail("Hello"))
    with pytest.raises(InputMissing, match=r"mail 2 has no label.*X-Rebond-Label.*LABEL\.mbox"):
        labels(path)


@pytest.mark.parametrize("name", ["empty", "missing"])
def test_nothing_to_measure_is_told(tmp_path: Path, name: str) -> None:
    """A folder without mail and a path that is not there are faults of the caller."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputMissing):
        labels(tmp_path / name)


def test_the_index_belongs_to_its_mail(tmp_path: Path) -> None:
    """A row of the index is the truth of the mail of its id; others have none."""
    (tmp_path / "rejection").mkdir()
    for name in ("a", "b"):
        (tmp_path / "rejection" / f"{name}.eml").write_bytes(mail("Hello"))
    (tmp_path / "index.jsonl").write_text('{"id": "a", "lang": "fr", "quote": "Non."}\n\n', "utf-8")
    first, second = load_cases(tmp_path, read_archive)
    assert (first.language, first.truth["quote"]) == ("fr", "Non.")
    assert (second.language, second.truth) == (None, {})


@pytest.mark.parametrize("line", ["{", "[]", '{"lang": "fr"}', '"a"'])
def test_a_broken_index_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    """An index that cannot be read is named with the line that is wrong."""
    (tmp_path / "index.jsonl").write_text(f'{{"id": "a"}}\n{line}\n', "utf-8")
    with pytest.raises(InputMissing, match=r"index\.jsonl, line 2"):
        labels(tmp_path)


def test_an_index_that_is_no_text_is_told(tmp_path: Path) -> None:
    """So is one that is not UTF-8."""
    (tmp_path / "index.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(InputMissing, match=r"index\.jsonl: cannot be read"):
        labels(tmp_path)

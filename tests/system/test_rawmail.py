"""Mail that nobody in this project wrote, where its folder lies beside the project."""

from __future__ import annotations

import tarfile
from pathlib import Path
from time import process_time

import pytest

from inbox_rebond.parse import parse

SHARED = Path(__file__).resolve().parents[3] / "shared"
DAMAGED = SHARED / "rawmail.tar.xz"
REAL = SHARED / "realmail"
SECONDS = 5.0

pytestmark = pytest.mark.realmail


@pytest.mark.skipif(not DAMAGED.is_file(), reason="the damaged mails are not beside the project")
def test_damaged_mail_is_read() -> None:
    """The test mails of many parsers, and those that crash some, are read in time."""
    count = 0
    with tarfile.open(DAMAGED) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is None:
                continue
            start = process_time()
            mail = parse(file.read())
            assert process_time() - start < SECONDS, member.name
            (mail.subject + mail.text + mail.quoted + mail.attached).encode()
            count += 1
    assert count > 400


@pytest.mark.skipif(not REAL.is_dir(), reason="the real mails are not beside the project")
def test_real_mail_has_text_sender_and_date() -> None:
    """Ordinary mail is read without a defect, and hardly any without own text."""
    mails = {path.stem: parse(path.read_bytes()) for path in REAL.glob("*/*.eml")}
    assert {name: mail.defects for name, mail in mails.items() if mail.defects} == {}
    assert [name for name, mail in mails.items() if mail.sender is None or mail.date is None] == []
    silent = [name for name, mail in mails.items() if not mail.text]
    assert len(silent) * 100 <= len(mails)

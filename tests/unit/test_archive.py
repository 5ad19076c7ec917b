from __future__ import annotations

import io
import mailbox
import os
import tarfile
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_rebond.errors import InputMissing
from inbox_rebond.mailbox.archive import read_archive, total_bytes
from inbox_rebond.mailbox.mbox import read_mbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
ONE = b"Message-ID: <one@example.org>\r\nSubject: one\r\n\r\nUnfortunately.\r\n"
TWO = b"Message-ID: <two@example.org>\r\nSubject: two\r\n\r\nWelcome.\r\n"
MBOX = (
    b"From 17@xxx Tue Mar 10 12:00:00 +0000 2026\r\n" + ONE + b"\r\n"
    b"From 18@xxx Tue Mar 10 12:00:00 +0000 2026\r\n" + TWO + b"\r\n"
)


def datas(path: Path) -> list[bytes]:
    """The bytes of every mail."""
    return [raw.data for raw in read_archive(path)]


def as_mbox(path: Path) -> Path:
    """One file with all mails, as Takeout writes it."""
    file = path / "All mail.mbox"
    file.write_bytes(MBOX)
    return file


def as_unnamed_mbox(path: Path) -> Path:
    """A folder of Thunderbird: no ending, LF line ends in separators."""
    file = path / "Inbox"
    file.write_bytes(MBOX.replace(b"2026\r\n", b"2026\n"))
    return file


def as_maildir(path: Path) -> Path:
    """One file a mail, and one that is still being written."""
    for part in ("cur", "new", "tmp"):
        (path / "Maildir" / part).mkdir(parents=True)
    (path / "Maildir" / "cur" / "1.a.host:2,S").write_bytes(ONE)
    (path / "Maildir" / "new" / "2.b.host").write_bytes(TWO)
    (path / "Maildir" / "tmp" / "3").write_bytes(ONE)
    (path / "Maildir" / "dovecot-uidlist").write_bytes(b"3 V1 N3\n")
    return path / "Maildir"


def as_files(path: Path) -> Path:
    """Exported one by one, beside other files."""
    (path / "mails" / "below").mkdir(parents=True)
    (path / "mails" / "a.eml").write_bytes(ONE)
    (path / "mails" / "below" / "B.EML").write_bytes(TWO)
    (path / "mails" / "notes.txt").write_bytes(b"Subject: not a mail\n\n")
    (path / "mails" / "README").write_bytes(b"no mail at all")
    return path / "mails"


def as_zip(path: Path) -> Path:
    """Google Takeout."""
    with zipfile.ZipFile(path / "takeout.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("Takeout/archive_browser.html", "<html>")
        packed.writestr("Takeout/Mail/All mail.mbox", MBOX)
    return path / "takeout.zip"


def as_tgz(path: Path) -> Path:
    """Google Takeout, the other way to pack it."""
    with tarfile.open(path / "takeout.tgz", "w:gz") as packed:
        info = tarfile.TarInfo("Takeout/Mail/All mail.mbox")
        info.size = len(MBOX)
        packed.addfile(info, io.BytesIO(MBOX))
    return path / "takeout.tgz"


FORMS = [as_mbox, as_unnamed_mbox, as_maildir, as_files, as_zip, as_tgz]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_every_form_gives_the_same_mails(form: Callable[[Path], Path], tmp_path: Path) -> None:
    """However mail is kept, it comes out byte for byte, numbered from one."""
    path = form(tmp_path)
    raws = list(read_archive(path))
    assert [raw.data for raw in raws] == [ONE, TWO]
    assert [len(ONE), len(TWO)] == [raw.size for raw in raws]
    keys = [(key.account, key.folder, key.uidvalidity, key.uid) for key in (r.key for r in raws)]
    assert [("archive", path.name, 0, 1), ("archive", path.name, 0, 2)] == keys


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_nothing_is_written(form: Callable[[Path], Path], tmp_path: Path) -> None:
    """Reading works where nothing may be written, and changes no file."""
    form(tmp_path)
    before = {path: path.stat() for path in tmp_path.rglob("*")}
    for path in list(tmp_path.iterdir()):
        datas(path)
        total_bytes(path)
    after = {path: path.stat() for path in tmp_path.rglob("*")}
    assert before.keys() == after.keys()
    assert all(before[path].st_mtime_ns == after[path].st_mtime_ns for path in before)


@pytest.mark.parametrize("form", FORMS[:-1], ids=lambda form: form.__name__)
def test_progress_reaches_its_end(form: Callable[[Path], Path], tmp_path: Path) -> None:
    """The mails' sizes add up to nearly what was announced, never to more."""
    path = form(tmp_path)
    total = total_bytes(path)
    assert total is not None
    read = sum(raw.size for raw in read_archive(path))
    assert total - 200 <= read <= total


def test_the_size_of_a_tgz_is_not_known(tmp_path: Path) -> None:
    """A stream tells its length at its end only."""
    assert total_bytes(as_tgz(tmp_path)) is None


def test_when_a_mail_was_received(tmp_path: Path) -> None:
    """The separator of an mbox and the time of a Maildir file tell; an .eml file does not."""
    assert {NOON} == {raw.received for raw in read_archive(as_mbox(tmp_path))}
    folder = as_maildir(tmp_path)
    for part in ("cur", "new"):
        for file in (folder / part).iterdir():
            os.utime(file, (NOON.timestamp(), NOON.timestamp()))
    assert {NOON} == {raw.received for raw in read_archive(folder)}
    assert {None} == {raw.received for raw in read_archive(as_files(tmp_path))}


def test_what_the_standard_library_writes_is_read(tmp_path: Path) -> None:
    """mailbox.mbox quotes `From ` lines; they come back unquoted."""
    body = b"Subject: x\n\nFrom here on\n>From there\n\nFrom\n"
    with_library = mailbox.mbox(tmp_path / "x.mbox")
    with_library.add(body)
    with_library.add(ONE.replace(b"\r\n", b"\n"))
    with_library.close()
    first, second = datas(tmp_path / "x.mbox")
    # The library's mboxo writes both lines alike: one of them cannot come back.
    assert first == b"Subject: x\n\nFrom here on\nFrom there\n\nFrom\n"
    assert ONE.replace(b"\r\n", b"\n") == second


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b">From me", b"From me"),
        (b">>From me", b">From me"),
        (b"> From me", b"> From me"),
        (b">Fromage", b">Fromage"),
        (b"From here on, it is uphill.", b"From here on, it is uphill."),
    ],
)
def test_quoted_from_lines(tmp_path: Path, written: bytes, read: bytes) -> None:
    """One `>` is taken away where a writer put one (mboxrd), and nowhere else."""
    (tmp_path / "x.mbox").write_bytes(b"From x\nSubject: a\n\n" + written + b"\n\n")
    assert [b"Subject: a\n\n" + read + b"\n"] == datas(tmp_path / "x.mbox")


@given(st.lists(st.lists(st.sampled_from([b"From a", b">From b", b"", b"x"])), min_size=1))
def test_an_mbox_goes_both_ways(bodies: list[list[bytes]]) -> None:
    """What is written by the rules of mboxrd is read as it was."""
    mails = [b"\n".join([b"Subject: x", b"", *lines, b"end", b""]) for lines in bodies]
    written = b""
    for mail in mails:
        quoted = [b">" + line if line.lstrip(b">")[:5] == b"From " else line
                  for line in mail.split(b"\n")]  # fmt: skip
        written += b"From a@b Tue Mar 10 12:00:00 2026\n" + b"\n".join(quoted) + b"\n"
    assert mails == [piece.data for piece in read_mbox(io.BytesIO(written), 10_000)]


@given(st.binary(max_size=2_000), st.integers(1, 500))
def test_no_bytes_are_too_odd(data: bytes, limit: int) -> None:
    """Survives its input, within the limit, and invents nothing."""
    pieces = list(read_mbox(io.BytesIO(b"From x\n" + data), limit))
    assert all(len(piece.data) <= limit and piece.size > 0 for piece in pieces)
    assert sum(piece.size for piece in pieces) <= len(data)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_large_mails_are_cut(form: Callable[[Path], Path], tmp_path: Path) -> None:
    """No more than the limit is kept of a mail, and its size is still told."""
    raws = list(read_archive(form(tmp_path), max_bytes=10))
    assert [ONE[:10], TWO[:10]] == [raw.data for raw in raws]
    assert [len(ONE), len(TWO)] == [raw.size for raw in raws]


def test_one_endless_line_is_cut(tmp_path: Path) -> None:
    """A mail without line ends is read in pieces, and hides nothing behind it."""
    file = tmp_path / "x.mbox"
    file.write_bytes(b"From x\nSubject: a\n\n" + b"From " * 100_000 + b"\n\n" + MBOX)
    raws = list(read_archive(file, max_bytes=100))
    assert [500_013, len(ONE), len(TWO)] == [raw.size for raw in raws]


@pytest.mark.parametrize("name", ["gone.mbox", "gone.zip", "gone"])
def test_what_is_not_there(name: str, tmp_path: Path) -> None:
    """The fault is named before the first mail is asked for."""
    with pytest.raises(InputMissing, match="no such file"):
        read_archive(tmp_path / name)
    with pytest.raises(InputMissing):
        total_bytes(tmp_path / name)


@pytest.mark.parametrize("name", ["photo.jpg", "x.mbox", "x.zip", "x.tgz", "x.eml", "empty"])
def test_what_is_not_mail(name: str, tmp_path: Path) -> None:
    """Other files are refused whatever their name says."""
    (tmp_path / name).write_bytes(b"" if name == "empty" else b"\xff\xd8\xff\xe0 no mail")
    with pytest.raises(InputMissing):
        read_archive(tmp_path / name)


def test_an_empty_mbox_is_an_mbox(tmp_path: Path) -> None:
    """An archive without mail is not a fault."""
    (tmp_path / "x.mbox").touch()
    assert datas(tmp_path / "x.mbox") == []
    assert datas(tmp_path) == []


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may read everything")
def test_what_must_not_be_read(tmp_path: Path) -> None:
    """A file without read permission is named with its cause."""
    file = as_mbox(tmp_path)
    file.chmod(0)
    with pytest.raises(InputMissing, match="cannot be read"):
        read_archive(file)


def test_a_broken_file_does_not_hide_the_others(tmp_path: Path) -> None:
    """An archive whose first part is damaged still gives its second part."""
    path = as_zip(tmp_path)
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("Takeout/Mail/b.eml", ONE)
    data = bytearray(path.read_bytes())
    at = data.index(b"All mail.mbox") + 40
    data[at : at + 40] = b"\xff" * 40
    path.write_bytes(bytes(data))
    assert datas(path)[-1] == ONE


def test_a_download_that_broke_off(tmp_path: Path) -> None:
    """Of a .tgz that ends too early, what is whole is read."""
    with tarfile.open(tmp_path / "x.tgz", "w:gz") as packed:
        for name, data in (("a.eml", ONE), ("b.eml", os.urandom(100_000))):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            packed.addfile(info, io.BytesIO(data))
    whole = (tmp_path / "x.tgz").read_bytes()
    (tmp_path / "x.tgz").write_bytes(whole[: len(whole) // 2])
    assert datas(tmp_path / "x.tgz")[0] == ONE

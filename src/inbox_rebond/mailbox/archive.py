"""Mail on disk: mbox, Maildir, .eml files, Takeout archives. Read only, streamed, bounded."""

from __future__ import annotations

import io
import lzma
import os
import re
import tarfile
import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from logging import getLogger
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, TYPE_CHECKING

from inbox_rebond.domain import MessageKey, RawMail
from inbox_rebond.errors import InputMissing
from inbox_rebond.mailbox import MAX_BYTES
from inbox_rebond.mailbox.mbox import Piece, read_mbox, read_one

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_log = getLogger(__name__)

_BUFFER = 262_144
_SNIFFED = 200
_MAILDIR = frozenset({"cur", "new"})
_TARS = (".tgz", ".tar.gz", ".tar", ".tar.bz2", ".tar.xz")
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
# RuntimeError: a ZIP that is encrypted; NotImplementedError: packed in a way unknown here.
_DAMAGE = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError,
           RuntimeError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that may hold mail: how to open it, its size in bytes, when it was received."""

    open: Callable[[], IO[bytes]]
    size: int
    certain: bool = False
    received: datetime | None = None


def read_archive(path: Path, *, max_bytes: int = MAX_BYTES) -> Iterator[RawMail]:
    """Every mail under a path, in a fixed order, each cut at `max_bytes`.

    Takes an mbox, a Maildir, one .eml, a folder of these, or a .zip or .tgz that holds them.
    Damaged pieces are skipped. Raises InputMissing, before the first mail, for what is not mail.
    """
    _refuse(path)
    return _numbered(path, max_bytes)


def total_bytes(path: Path) -> int | None:
    """How much there is to read, in bytes of mail; None where only reading would tell (.tgz)."""
    _refuse(path)
    if path.name.lower().endswith(_TARS):
        return None
    return sum(source.size for source in _sources(path))


def _refuse(path: Path) -> None:
    """Raise InputMissing for a path that cannot be read as mail."""
    try:
        if path.is_dir():
            os.scandir(path).close()
        elif not path.is_file():
            raise InputMissing(f"{path}: there is no such file or folder. Check the path.")
        elif not _packed(path) and not _is_mail(path):
            raise InputMissing(
                f"{path}: this is not mail. Name an mbox, a Maildir, an .eml file, a folder of "
                f"these, or a .zip or .tgz from Google Takeout."
            )
        elif not _unpacks(path):
            raise InputMissing(f"{path}: the archive is damaged. Download it again.")
    except OSError as error:
        raise InputMissing(
            f"{path}: cannot be read ({error.strerror or error}). Check its rights."
        ) from error


def _packed(path: Path) -> bool:
    return path.name.lower().endswith((".zip", *_TARS))


def _is_mail(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(_SNIFFED)
    empty = not start and path.suffix.lower() == ".mbox"
    return empty or start.startswith(b"From ") or _HEADER.match(start) is not None


def _unpacks(path: Path) -> bool:
    """Whether a packed archive opens at all; true for everything else."""
    try:
        if path.suffix.lower() == ".zip":
            zipfile.ZipFile(path).close()
        elif _packed(path):
            tarfile.open(path, "r|*").close()
    except (zipfile.BadZipFile, tarfile.TarError, EOFError):
        return False
    return True


def _numbered(path: Path, max_bytes: int) -> Iterator[RawMail]:
    number = 0
    with _survived():
        for source in _sources(path):
            with _survived():
                for piece in _pieces(source, max_bytes):
                    number += 1
                    key = MessageKey("archive", path.name, 0, number)
                    received = source.received or piece.received
                    yield RawMail(key, piece.data, piece.size, received)


@contextmanager
def _survived() -> Iterator[None]:
    """Go on with the next file when one breaks off; what was read of it counts."""
    try:
        yield
    except _DAMAGE as error:
        _log.warning("a file breaks off and was read up to there (%s)", type(error).__name__)


def _pieces(source: _Source, max_bytes: int) -> Iterator[Piece]:
    """The mails of one file; its beginning tells what it is, its name only that it may be mail."""
    # typeshed asks for a raw file; any readable one will do.
    with source.open() as opened, io.BufferedReader(opened, _BUFFER) as file:  # type: ignore[type-var]
        start = file.peek(_SNIFFED)[:_SNIFFED]
        if start.startswith(b"From "):
            yield from read_mbox(file, max_bytes)
        elif start and (source.certain or _HEADER.match(start)):
            yield read_one(file, max_bytes)


def _sources(path: Path) -> Iterator[_Source]:
    """The files under a path that may hold mail, in a fixed order."""
    if path.is_dir():
        yield from _in_folder(path)
    elif path.name.lower().endswith(".zip"):
        yield from _in_zip(path)
    elif _packed(path):
        yield from _in_tar(path)
    else:
        yield _Source(partial(_opened, path), path.stat().st_size)


def _in_folder(path: Path) -> Iterator[_Source]:
    for folder, below, names in os.walk(path):
        below.sort()
        for name in sorted(names):
            file = Path(folder, name)
            if _may_hold_mail(file) and file.is_file():
                facts = file.stat()
                maildir = file.parent.name in _MAILDIR
                received = datetime.fromtimestamp(facts.st_mtime, UTC) if maildir else None
                yield _Source(partial(_opened, file), facts.st_size, _certain(file), received)


def _in_zip(path: Path) -> Iterator[_Source]:
    with zipfile.ZipFile(path) as packed:
        for info in packed.infolist():
            name = PurePosixPath(info.filename)
            if not info.is_dir() and _may_hold_mail(name):
                yield _Source(partial(packed.open, info), info.file_size, _certain(name))


def _in_tar(path: Path) -> Iterator[_Source]:
    """Streamed: a member has to be read before the next one is asked for."""
    with tarfile.open(path, "r|*") as packed:
        for member in packed:
            name = PurePosixPath(member.name)
            if member.isfile() and _may_hold_mail(name):
                yield _Source(partial(_extracted, packed, member), member.size, _certain(name))


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def _extracted(packed: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    file = packed.extractfile(member)
    if file is None:
        raise tarfile.ReadError("not a regular file")
    return file


def _certain(name: PurePath) -> bool:
    """Whether the name alone says that a file is a mail, however damaged."""
    return name.suffix.lower() == ".eml" or name.parent.name in _MAILDIR


def _may_hold_mail(name: PurePath) -> bool:
    """By name: .eml, .mbox, a file of a Maildir, or no ending at all (Thunderbird's folders)."""
    if name.parent.name == "tmp":  # where a Maildir keeps mails that are still being written
        return False
    return _certain(name) or name.suffix.lower() in {"", ".mbox"}

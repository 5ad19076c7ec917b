"""What a database or the system says went wrong, as one sentence with the next step."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from inbox_rebond.errors import LedgerUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator

_FULL: Final = (
    "the disk is full or a limit on file sizes is reached. Make room and run again; "
    "what was written before is kept."
)
_FORBIDDEN: Final = (
    "the file cannot be opened for writing. Check that its folder exists and that you may write "
    "to both, or name another place with REBOND_HOME."
)
_LOCKED: Final = (
    "another program holds the file. Wait for it or end it, then run again; nothing was changed."
)
_DAMAGED: Final = (
    "the file is damaged or is not a ledger. Move it away, but keep it, and put your last copy "
    "of it in its place."
)
_DISK: Final = (
    "the disk could not be read or written. Check that it has room and is healthy, "
    "then run again; what was written before is kept."
)

_SQLITE: Final = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _FORBIDDEN,
    sqlite3.SQLITE_PERM: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: _FORBIDDEN,
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_IOERR: _DISK,
}


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn every fault of the database at `place` into LedgerUnusable."""
    try:
        yield
    except DBAPIError as error:
        raise LedgerUnusable(f"{place}: {_sentence(error)}") from error
    except PoolTimeout as error:
        raise LedgerUnusable(f"{place}: {_LOCKED}") from error
    except OSError as error:
        raise LedgerUnusable(f"{place}: {_FORBIDDEN} ({error.strerror})") from error


def primary_code(error: BaseException | None) -> int | None:
    """SQLite's result code without its extension (sqlite.org/rescode.html); None elsewhere."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def _sentence(error: DBAPIError) -> str:
    """The remedy; the database's own words may hold content and are left out.

    SQLite undoes the whole transaction when the disk is full. That the savepoint inside it can
    no longer be undone is only a consequence: what is known counts, from the last error back.
    """
    said: BaseException | None = error
    while said is not None:
        code = primary_code(said)
        if code in _SQLITE:
            return _SQLITE[code]
        said = said.__context__
    return (
        f"the database refused ({type(error.orig).__name__}). Check that this place is "
        f"inbox_rebond's own and, for a server, that it can be reached; nothing was changed."
    )

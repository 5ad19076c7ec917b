"""A database and its two kinds of transaction."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import create_engine, event
from sqlalchemy.exc import IntegrityError

from inbox_rebond.ledger.faults import primary_code, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection, Engine, Insert

_PATIENCE: Final = 30.0
"""Seconds to wait for another writer."""


class Store:
    """Hands out transactions; a fault inside one undoes it and comes out as LedgerUnusable."""

    def __init__(self, url: URL) -> None:
        if url.get_backend_name() == "sqlite":
            self.place = url.database or ""
            # SQLite has one writer. Left to it, threads poll for their turn and may starve.
            self._turn: AbstractContextManager[object] = Lock()
            self._engine = _engine(url, connect_args={"timeout": _PATIENCE})
            _as_sqlite_should(self._engine)
        else:
            self.place = url.render_as_string(hide_password=True)
            self._turn = nullcontext()
            self._engine = _engine(url, pool_pre_ping=True)
        self._writing = self._engine.execution_options(begin="BEGIN IMMEDIATE")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that changes nothing and waits for nobody."""
        with told(self.place), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is on the disk when it ends; on SQLite the only one at its time."""
        with self._turn, told(self.place), self._writing.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()


def insert_once(connection: Connection, statement: Insert) -> int | None:
    """The new row's id; None where a unique key says that there is such a row already."""
    try:
        with connection.begin_nested():
            return new_id(connection, statement)
    except IntegrityError:
        return None


def new_id(connection: Connection, statement: Insert) -> int:
    """Insert one row; its id."""
    key = connection.execute(statement).inserted_primary_key
    assert key is not None  # noqa: S101 - always there for one row with a key (SQLAlchemy)
    return int(key[0])


def _engine(url: URL, **options: Any) -> Engine:
    # Errors are logged, and parameters are content.
    return create_engine(url, hide_parameters=True, **options)


def _as_sqlite_should(engine: Engine) -> None:
    """Durable commits, keys that are checked, and transactions that begin where we say so."""

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: object) -> None:
        # sqlite3 would begin only at the first write, and not at all before CREATE TABLE.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            # Somebody else is just opening the file. WAL only lets readers go on beside a
            # writer: whoever connects next turns it on.
            if primary_code(error) != sqlite3.SQLITE_BUSY:
                raise

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

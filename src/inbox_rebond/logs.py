"""Logs to one stream, as text for people or as JSON. They carry ids, never content.

What slips in all the same is held back here: addresses are blotted out, and of an exception only
its class and the lines of code are told, since its words may quote a mail.
"""

from __future__ import annotations

import logging
import re
import sys
import traceback
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pythonjsonlogger.json import JsonFormatter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import TextIO

    ExcInfo = (
        tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    )

_TIME = "%Y-%m-%dT%H:%M:%S%z"
_ADDRESS = re.compile(r"[^\s\"'<>()\[\],;:=@\\]+@[^\s\"'<>()\[\],;:=@\\]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_MAX_CAUSES = 5
_account: ContextVar[str] = ContextVar("account", default="")


def configure(
    level: str = "info", style: Literal["text", "json"] = "text", stream: TextIO | None = None
) -> None:
    """Send the logs of this program from `level` up to `stream` (stderr). Later calls win."""
    handler = _Handler(stream or sys.stderr)
    handler.setFormatter(_Json() if style == "json" else _Text())
    handler.addFilter(_add_account)
    root = logging.getLogger()
    for earlier in [known for known in root.handlers if isinstance(known, _Handler)]:
        root.removeHandler(earlier)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("inbox_rebond").setLevel(level.upper())
    # Below warnings IMAPClient writes down the lines of the connection: mails and passwords.
    logging.getLogger("imapclient").setLevel(logging.WARNING)
    # A pass longer than the interval is no fault; the heartbeat shows it.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


@contextmanager
def about(account: str) -> Iterator[None]:
    """All that this thread logs meanwhile is about an account."""
    token = _account.set(account)
    try:
        yield
    finally:
        _account.reset(token)


def trace(error: BaseException) -> str:
    """Classes and lines of code of an exception and of its causes, without their words."""
    told: list[str] = []
    link: BaseException | None = error
    while link is not None and len(told) < _MAX_CAUSES:
        frames = traceback.extract_tb(link.__traceback__)
        way = " > ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)
        told.append(f"{type(link).__name__} ({way or 'not raised'})")
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return " from ".join(told)


class _Handler(logging.StreamHandler["TextIO"]):
    """The one handler of this program, so that it can be told from others."""


def _add_account(record: logging.LogRecord) -> bool:
    record.account = _account.get()
    return True


def _held_back(line: str) -> str:
    return _ADDRESS.sub("(address)", line)


class _Text(logging.Formatter):
    """Time, level, account, message: one line a record."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname:<7} {who}{message}", _TIME, style="{")

    def format(self, record: logging.LogRecord) -> str:
        account = f"{record.__dict__.get('account', '')}: "
        # Errors name their account already.
        named = account == ": " or record.getMessage().startswith(account)
        record.who = "" if named else account
        record.exc_text = None  # another handler may have kept the words
        return _held_back(_CONTROL.sub(" ", super().format(record)))

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - logging's name
        return trace(ei[1]) if ei[1] else ""


class _Json(JsonFormatter):
    """One JSON object a line: time, level, account, logger, message, and what else was given."""

    def __init__(self) -> None:
        super().__init__(
            "{asctime}{levelname}{account}{name}{message}",
            _TIME,
            style="{",
            rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
            json_ensure_ascii=False,
        )

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler may have kept the words
        return _held_back(super().format(record))

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 - logging's name
        return trace(ei[1]) if ei[1] else ""

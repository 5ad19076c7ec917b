from __future__ import annotations

import io
import json
import logging
import threading
from typing import TYPE_CHECKING

import pytest

from inbox_rebond import logs

if TYPE_CHECKING:
    from collections.abc import Iterator

log = logging.getLogger("inbox_rebond.test_logs")


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    names = (None, "inbox_rebond", "imapclient", "apscheduler")
    known = [logging.getLogger(name) for name in names]
    levels = [logger.level for logger in known]
    handlers = list(known[0].handlers)
    yield
    known[0].handlers[:] = handlers
    for logger, level in zip(known, levels, strict=True):
        logger.setLevel(level)


@pytest.fixture(params=["text", "json"])
def stream(request: pytest.FixtureRequest) -> io.StringIO:
    """What is logged from `debug` up, in both formats."""
    stream = io.StringIO()
    logs.configure("debug", request.param, stream)
    return stream


def test_text_is_one_line_a_record() -> None:
    """Time, level, account, message; a line end in a message starts no line of its own."""
    stream = io.StringIO()
    logs.configure("info", "text", stream)
    with logs.about("main"):
        log.warning("mail %d failed:\r\n\x1b[2Jx", 7)
    (line,) = stream.getvalue().splitlines()
    assert line.partition(" ")[2] == "WARNING main: mail 7 failed: [2Jx"


def test_text_names_the_account_once() -> None:
    """Errors begin with their account already."""
    stream = io.StringIO()
    logs.configure("info", "text", stream)
    with logs.about("main"):
        log.warning("main: the server is away")
    assert stream.getvalue().endswith("WARNING main: the server is away\n")


def test_json_is_one_object_a_record() -> None:
    """With account, logger and whatever was given besides."""
    stream = io.StringIO()
    logs.configure("info", "json", stream)
    with logs.about("main"):
        log.info("judged\n", extra={"mail": 7})
    (line,) = stream.getvalue().splitlines()
    told = json.loads(line)
    assert told.pop("time")
    assert told == {
        "level": "INFO",
        "account": "main",
        "logger": log.name,
        "message": "judged\n",
        "mail": 7,
    }


def test_addresses_are_blotted_out(stream: io.StringIO) -> None:
    """Servers like to repeat the user name in their answers."""
    log.warning('refused: "camille.martin+x@example.org", <a@b.example>')
    assert "example" not in stream.getvalue()
    assert stream.getvalue().count("(address)") == 2


def test_an_exception_is_told_without_its_words(stream: io.StringIO) -> None:
    """The words of a foreign exception may quote a mail."""
    try:
        try:
            int("we regret to inform you")
        except ValueError as error:
            raise KeyError("Camille") from error
    except KeyError:
        log.exception("unexpected")
    told = stream.getvalue()
    assert "KeyError (test_logs.py:" in told
    assert "from ValueError (test_logs.py:" in told
    assert "regret" not in told
    assert "Camille" not in told


def test_the_level_holds(stream: io.StringIO) -> None:
    """Later calls win, and there is one handler only."""
    other = io.StringIO()
    logs.configure("error", "text", other)
    log.warning("not told")
    log.error("told")
    assert stream.getvalue() == ""
    assert len(other.getvalue().splitlines()) == 1


def test_imapclient_never_tells_its_lines(stream: io.StringIO) -> None:
    """They hold mails and passwords, whatever level is asked for."""
    logging.getLogger("imapclient.imapclient").info("LOGIN camille sesame")
    logging.getLogger("imapclient").debug("* 1 FETCH")
    assert stream.getvalue() == ""


def test_each_thread_speaks_of_its_own_account(stream: io.StringIO) -> None:
    """Accounts are handled side by side."""
    with logs.about("main"):
        thread = threading.Thread(target=log.info, args=("elsewhere",))
        thread.start()
        thread.join()
    assert "main" not in stream.getvalue()

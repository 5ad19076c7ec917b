from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.dovecot import PASSWORD

from inbox_rebond import daemon
from inbox_rebond.config import Settings
from inbox_rebond.errors import UserError
from inbox_rebond.wiring import Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.dovecot import Dovecot

SOON = timedelta(seconds=0.1)
DEADLINE = 20.0

MAIL = b"""\
From: Nora Berg <nora.berg@fernhill.example>
To: camille@example.org
Subject: Your application as a data analyst
Date: Mon, 02 Mar 2026 09:00:00 +0100
Message-ID: <%d@fernhill.example>

Dear Camille,

thank you for applying to Fernhill. Unfortunately, we have decided to move forward with other
candidates and cannot offer you the position.

Kind regards
Nora Berg
"""

CONFIG = """
[accounts.main]
host = "127.0.0.1"
port = {port}
security = "none"
username = "{user}"
password = {{ env = "MAIN_PASSWORD" }}
mode = "observe"

[person]
name = "Camille Martin"
address = "camille@example.org"
"""


def account(port: int, user: str, password: str = PASSWORD) -> dict[str, Any]:
    """An account on this machine that is looked at only."""
    code = f"import sys; sys.stdout.buffer.write({password.encode()!r})"
    return {
        "host": "127.0.0.1",
        "port": port,
        "security": "none",
        "username": user,
        "password": {"command": [sys.executable, "-c", code]},
        "mode": "observe",
    }


def program(home: Path, **accounts: dict[str, Any]) -> Program:
    """A program with these accounts."""
    person = {"name": "Camille Martin", "address": "camille@example.org"}
    return Program(Settings.model_validate({"accounts": accounts, "person": person}), home)


@contextmanager
def running(program: Program) -> Iterator[Callable[[Callable[[], object]], None]]:
    """The daemon in a thread, with short intervals; yields `until`, which waits for its doings."""
    stop = threading.Event()

    def until(true: Callable[[], object]) -> None:
        end = time.monotonic() + DEADLINE
        while not true():
            assert not watching.done(), watching.exception()
            assert time.monotonic() < end, "nothing happened"
            time.sleep(0.01)

    with program, ThreadPoolExecutor(1) as pool:
        watching = pool.submit(daemon.run, program, stop, every=SOON)
        try:
            yield until
        finally:
            stop.set()
            watching.result(DEADLINE)


@contextmanager
def silent() -> Iterator[int]:
    """The port of a server that takes calls and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@contextmanager
def rebond_run(home: Path, port: int, user: str) -> Iterator[subprocess.Popen[str]]:
    """`rebond run` as a process of its own that has begun its work."""
    (home / "config.toml").write_text(CONFIG.format(port=port, user=user), encoding="utf-8")
    environ = {
        **os.environ,
        "REBOND_CONFIG": str(home / "config.toml"),
        "REBOND_HOME": str(home),
        "MAIN_PASSWORD": PASSWORD,
    }
    command = [sys.executable, "-m", "inbox_rebond", "run"]
    with subprocess.Popen(  # noqa: S603 - our own words only
        command, env=environ, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        try:
            assert "watching 1 account" in read_line(process)
            yield process
        finally:
            process.kill()


def read_line(process: subprocess.Popen[str]) -> str:
    """The next line of the log."""
    assert process.stderr is not None
    return process.stderr.readline()


def closed_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@pytest.mark.dovecot
def test_new_mail_is_handled_at_the_next_pass(dovecot: Dovecot, user: str, tmp_path: Path) -> None:
    """The daemon goes on looking, and looks at each mail once."""
    watched = program(tmp_path, main=account(dovecot.port, user))
    with running(watched) as until:
        dovecot.deliver(user, "INBOX", MAIL % 1)
        until(lambda: len(watched.ledger().log()) == 1)
        dovecot.deliver(user, "INBOX", MAIL % 2)
        until(lambda: len(watched.ledger().log()) == 2)


@pytest.mark.dovecot
def test_one_account_does_not_stop_the_others(
    dovecot: Dovecot, user: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A server that is away is tried again later; the other mailbox is looked at meanwhile."""
    accounts = {"away": account(closed_port(), user), "main": account(dovecot.port, user)}
    watched = program(tmp_path, **accounts)
    with running(watched) as until:
        until(lambda: "away: the mail server did not answer" in caplog.text)
        dovecot.deliver(user, "INBOX", MAIL % 1)
        until(lambda: watched.ledger().log(account="main"))
    assert caplog.text.count("away: the mail server did not answer") == 1


@pytest.mark.dovecot
def test_a_refused_login_is_not_tried_again_soon(
    dovecot: Dovecot, user: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Servers lock out who knocks too often; one line says what to do."""
    accounts = {
        "bad": account(dovecot.port, f"{user}x", "wrong"),
        "main": account(dovecot.port, user),
    }
    watched = program(tmp_path, **accounts)
    with running(watched) as until:
        until(lambda: "bad: the server refused the login" in caplog.text)
        dovecot.deliver(user, "INBOX", MAIL % 1)
        until(lambda: watched.ledger().log(account="main"))
    (line,) = [record.message for record in caplog.records if "refused" in record.message]
    minutes = int(line.rpartition("Next try in ")[2].removesuffix(" min."))
    assert 30 <= minutes <= 60


@pytest.mark.dovecot
def test_an_unexpected_fault_in_one_account_stays_there(
    dovecot: Dovecot,
    user: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A fault of ours in one account is told and waited for like an absent server."""
    watched = program(
        tmp_path, odd=account(dovecot.port, user), main=account(dovecot.port, f"{user}x")
    )
    job = watched.job
    monkeypatch.setattr(watched, "job", lambda name: job(name) if name == "main" else 1 / 0)
    with running(watched) as until:
        until(lambda: "unexpected fault" in caplog.text)
        dovecot.deliver(f"{user}x", "INBOX", MAIL % 1)
        until(lambda: watched.ledger().log(account="main"))


def test_two_daemons_on_one_home(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The second one says so and leaves the first alone."""
    caplog.set_level("INFO", "inbox_rebond")
    watched = program(tmp_path, away=account(closed_port(), "camille"))
    with running(watched) as until:
        until(lambda: "watching" in caplog.text)
        with pytest.raises(UserError, match="Another `rebond run`"):
            daemon.run(watched, threading.Event())


@pytest.mark.dovecot
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_peace(
    dovecot: Dovecot, user: str, tmp_path: Path, asked: signal.Signals
) -> None:
    """Within 10 seconds, with status 0."""
    dovecot.deliver(user, "INBOX", MAIL % 1)
    with rebond_run(tmp_path, dovecot.port, user) as process:
        while "pass done: looked at 1" not in read_line(process):
            assert process.poll() is None
        process.send_signal(asked)
        assert process.wait(10) == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking")
def test_a_signal_ends_it_even_when_the_server_hangs(tmp_path: Path) -> None:
    """Within 10 seconds, with the status that says so."""
    with silent() as port, rebond_run(tmp_path, port, "camille") as process:
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == daemon.HUNG


@given(failures=st.integers(1, 10_000), chance=st.floats(0, 1))
def test_the_wait_grows_within_bounds(failures: int, chance: float) -> None:
    """1 to 60 minutes, and never less after one failure more."""
    seconds = daemon.wait(failures, chance)
    assert daemon.SHORTEST <= seconds <= daemon.LONGEST
    assert seconds <= daemon.wait(failures + 1, chance)


def test_the_wait_is_spread_by_chance() -> None:
    """Many daemons do not come back together."""
    assert daemon.wait(3, 0) * 2 == daemon.wait(3, 1)

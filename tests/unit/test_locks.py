from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from inbox_rebond import wiring
from inbox_rebond.config import Settings
from inbox_rebond.errors import Busy, MailboxAway, UserError

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = """
import sys
from filelock import FileLock
from inbox_rebond.locks import _sign
with FileLock(sys.argv[1], on_acquired=_sign):
    print("held", flush=True)
    sys.stdin.read()
"""


def program(home: Path) -> wiring.Program:
    """A program with two accounts on servers that do not exist."""
    account = {"host": "127.0.0.1", "port": 1, "security": "none", "username": "camille"}
    account["password"] = {"env": "MAIN_PASSWORD"}
    person = {"name": "Camille", "address": "camille@example.org"}
    accounts = {"main": account, "work": {**account, "folder": "Work"}}
    return wiring.Program(Settings.model_validate({"accounts": accounts, "person": person}), home)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits, nobody is asked for a password."""
    monkeypatch.setattr(wiring, "_PATIENCE", 0.0)
    monkeypatch.setenv("MAIN_PASSWORD", "p")


def test_a_lock_has_one_holder_at_a_time(tmp_path: Path) -> None:
    """The second one is told who the first is; afterwards the lock is free."""
    one, two = program(tmp_path), program(tmp_path)
    with one.locked("x.lock", Busy, 0):
        with pytest.raises(Busy, match=f"process {os.getpid()}"), two.locked("x.lock", Busy, 0):
            raise AssertionError
        with two.locked("y.lock", Busy, 0):
            pass
    with two.locked("x.lock", Busy, 0):
        pass


def test_an_account_is_worked_on_by_one_process(tmp_path: Path) -> None:
    """Another account may be worked on meanwhile, and looking is free to everybody."""
    one, two = program(tmp_path), program(tmp_path)
    with one.locked("account-main.lock", Busy, 0):
        with pytest.raises(Busy, match="main: another rebond is working"), two.parts("main"):
            raise AssertionError
        for name, alone in (("main", False), ("work", True)):
            with pytest.raises(MailboxAway), two.parts(name, alone=alone):
                raise AssertionError


def test_a_failed_pass_lets_go(tmp_path: Path) -> None:
    """Whatever ends the work, the next one may begin."""
    one = program(tmp_path)
    for _ in range(2):
        with pytest.raises(MailboxAway), one.parts("main"):
            raise AssertionError


def test_a_killed_process_lets_go(tmp_path: Path) -> None:
    """The system takes the lock from a process that ends, however it ends."""
    home = program(tmp_path)
    command = [sys.executable, "-c", HOLDER, str(home.at_home("x.lock"))]
    with subprocess.Popen(  # noqa: S603 - this very Python
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(Busy, match=f"process {holder.pid}"),
            home.locked("x.lock", Busy, 0),
        ):
            raise AssertionError
        holder.kill()
    with home.locked("x.lock", Busy, 0):
        pass


def test_a_lock_file_that_cannot_be_made(tmp_path: Path) -> None:
    """The message names the way out."""
    home = program(tmp_path)
    home.at_home("x.lock").mkdir()
    with pytest.raises(UserError, match="Set REBOND_HOME"), home.locked("x.lock", Busy, 0):
        raise AssertionError


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_lock_file_is_for_nobody_elses_eyes(tmp_path: Path) -> None:
    """Only the owner may read who holds it."""
    home = program(tmp_path)
    with suppress(MailboxAway), home.parts("main"):
        pass
    assert home.at_home("account-main.lock").stat().st_mode & 0o777 == 0o600

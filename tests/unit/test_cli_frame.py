from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.cli import Rebond

from inbox_rebond import __version__
from inbox_rebond.wiring import Program

COMMANDS = ["demo", "init", "check", "poll", "run", "classify", "scan", "log", "undo", "drafts"]


@pytest.fixture
def rebond(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Rebond:
    """`rebond` with a home of its own."""
    return Rebond(tmp_path, monkeypatch, capsys)


def test_version_is_that_of_the_package(rebond: Rebond) -> None:
    """`--version` says one line and is done."""
    assert (0, f"rebond {__version__}\n") == (rebond("--version").status, rebond("--version").out)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(rebond: Rebond, command: str) -> None:
    """The help names every command, and every command has its own help."""
    assert command in rebond("--help").out
    assert rebond(command, "--help").status == 0


@pytest.mark.parametrize(
    "arguments",
    [(), ("nope",), ("log", "--limit", "none"), ("undo",), ("scan",), ("drafts", "nope")],
)
def test_wrong_use_ends_with_2(rebond: Rebond, arguments: tuple[str, ...]) -> None:
    """Wrong use has the exit status of sh, and nothing of it goes to stdout but help."""
    assert rebond(*arguments).status == 2


@pytest.mark.parametrize(
    "arguments", [("poll",), ("run",), ("log",), ("drafts", "list"), ("undo", 1)]
)
def test_no_settings_ends_with_78(rebond: Rebond, arguments: tuple[object, ...]) -> None:
    """Without settings one sentence names the file and the next step."""
    ended = rebond(*arguments)
    assert (ended.status, ended.out) == (78, "")
    assert f"rebond: {rebond.settings}: there are no settings yet. Run `rebond init`" in ended.err


def _raise(error: BaseException) -> None:
    raise error


def test_an_unexpected_fault_is_one_sentence(
    rebond: Rebond, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the program ends with 1 and does not show words that may come from a mail."""
    monkeypatch.setattr(Program, "load", lambda: _raise(ValueError("Dear Camille")))
    ended = rebond("log")
    assert ended.status == 1
    assert len(ended.err.splitlines()) == 1
    assert "ValueError" in ended.err
    assert "Camille" not in ended.err


def test_debug_says_where_a_fault_lies(rebond: Rebond, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --debug the frames are told, the words still are not."""
    monkeypatch.setattr(Program, "load", lambda: _raise(ValueError("Dear Camille")))
    monkeypatch.setenv("REBOND_DEBUG", "0")
    ended = rebond("--debug", "log")
    assert "history.py" in ended.err
    assert "Camille" not in ended.err


def test_ctrl_c_is_quiet(rebond: Rebond, monkeypatch: pytest.MonkeyPatch) -> None:
    """A person who stops a command is not told what they know."""
    monkeypatch.setattr(Program, "load", lambda: _raise(KeyboardInterrupt()))
    ended = rebond("log")
    assert (ended.status, ended.out, ended.err) == (130, "", "")


def test_a_reader_that_has_enough_is_no_fault(tmp_path: Path) -> None:
    """`rebond ... | head -0` says nothing on stderr."""
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "inbox_rebond", "--version"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        cwd=tmp_path,
    )
    os.close(writing)
    assert ended.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_an_output_that_is_full_is_told(tmp_path: Path) -> None:
    """A result that cannot be written is one sentence and the status of a disk."""
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "inbox_rebond", "--version"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=tmp_path,
        )
    assert ended.returncode == 74
    assert len(ended.stderr.splitlines()) == 1
    assert b"No space left on device" in ended.stderr


def test_a_full_disk_is_told(rebond: Rebond, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the disk is full, the status is that of sysexits."""
    error = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(Program, "load", lambda: _raise(error))
    ended = rebond("log")
    assert (ended.status, len(ended.err.splitlines())) == (74, 1)
    assert "Make room" in ended.err

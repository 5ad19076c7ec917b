from __future__ import annotations

import logging
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from inbox_rebond import retraining
from inbox_rebond.errors import LedgerUnusable
from inbox_rebond.retraining import Retraining

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from inbox_rebond.wiring import Program


@dataclass
class Due:
    """A program of which only this matters."""

    home: Path
    due: bool = True
    unusable: bool = False

    def training_due(self) -> bool:
        """As told."""
        if self.unusable:
            raise LedgerUnusable("The disk is full.")
        return self.due


def child(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let this run in the place of `rebond train`."""
    monkeypatch.setattr(retraining, "_COMMAND", (sys.executable, "-c", code))


def training(program: Due, stop: threading.Event | None = None) -> Retraining:
    """The training of this program."""
    return Retraining(cast("Program", program), stop or threading.Event())


def test_what_the_training_says_is_logged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It works on the home of this daemon, whatever the environment says."""
    child(monkeypatch, "import os; print(os.environ['REBOND_HOME'])")
    monkeypatch.setenv("REBOND_HOME", "elsewhere")
    with caplog.at_level(logging.INFO):
        training(Due(tmp_path)).go()
    assert f"training: {tmp_path}" in caplog.text


def test_nothing_is_started_when_it_is_not_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor when the daemon is about to end."""
    child(monkeypatch, f"open({str(tmp_path / 'started')!r}, 'w')")
    stopped = threading.Event()
    stopped.set()
    training(Due(tmp_path, due=False)).go()
    training(Due(tmp_path), stopped).go()
    assert not (tmp_path / "started").exists()


def test_a_fault_waits_for_the_next_time(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The passes go on."""
    training(Due(tmp_path, unusable=True)).go()
    assert "training did not begin: The disk is full." in caplog.text


def test_a_stop_ends_the_training(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The daemon does not wait for a model that nobody will use today."""
    begun = tmp_path / "begun"
    child(monkeypatch, f"import time; open({str(begun)!r}, 'w'); time.sleep(60)")
    stop = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        going = pool.submit(training(Due(tmp_path), stop).go)
        end = time.monotonic() + 20
        while not begun.exists() and time.monotonic() < end:
            time.sleep(0.01)
        stop.set()
        going.result(20)

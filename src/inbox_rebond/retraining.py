"""Training beside the passes: in a process of its own, at low priority, when it is time."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from inbox_rebond.errors import RebondError

if TYPE_CHECKING:
    import threading

    from inbox_rebond.wiring import Program

_log = logging.getLogger(__name__)

_COMMAND = (sys.executable, "-m", "inbox_rebond", "train", "--if-due")
_TICK = 0.5


class Retraining:
    """Learns from new labels without holding up a pass; ends with the daemon."""

    def __init__(self, program: Program, stop: threading.Event) -> None:
        self._program = program
        self._stop = stop

    def go(self) -> None:
        """Train if it is time; the passes take the new model up by themselves."""
        try:
            if not self._stop.is_set() and self._program.training_due():
                self._train()
        except (RebondError, OSError) as error:
            _log.warning("training did not begin: %s", error)

    def _train(self) -> None:
        _log.info("training with new labels")
        environ = {**os.environ, "REBOND_HOME": str(self._program.home)}
        with subprocess.Popen(  # noqa: S603 - our own words only
            _COMMAND,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ) as child:
            said = self._wait(child)
        for line in filter(None, map(str.strip, said.splitlines())):
            _log.info("training: %s", line)

    def _wait(self, child: subprocess.Popen[str]) -> str:
        """What the child said; a stop ends it, and the model in use stays."""
        while True:
            try:
                return child.communicate(timeout=_TICK)[0]
            except subprocess.TimeoutExpired:
                if self._stop.is_set():
                    child.terminate()

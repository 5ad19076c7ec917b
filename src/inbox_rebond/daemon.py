"""`rebond run`: one pass after another over every account until somebody says stop."""

from __future__ import annotations

import logging
import os
import random
import signal
import threading
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler

from inbox_rebond import logs
from inbox_rebond.domain import Decision
from inbox_rebond.errors import RebondError, UserError
from inbox_rebond.pipeline import Watch, poll
from inbox_rebond.retraining import Retraining

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from inbox_rebond.pipeline import Summary
    from inbox_rebond.wiring import Program

_log = logging.getLogger(__name__)

PATIENCE = 8.0
"""Seconds that a stop waits for the batches in hand."""

HUNG = 75
"""Exit status when a pass does not end within PATIENCE; the next start takes up what was begun."""

SHORTEST, LONGEST = 60.0, 3600.0
_LONG = 6
_TICK = 0.5
_HEARTBEAT = 60


def run(
    program: Program, stop: threading.Event | None = None, *, every: timedelta | None = None
) -> None:
    """Watch all accounts, each every so often and each by itself, until `stop`.

    Without `stop` the process is the daemon's own: SIGTERM and SIGINT end it within 10 seconds,
    hard with status HUNG where a connection hangs. What is missing from the start (a model, a
    ledger, a home of one's own) is raised at once, while somebody is looking.
    """
    own_process, stop = stop is None, stop or threading.Event()
    with _signals(listen=own_process) as heard, _alone(program):
        program.classifier()
        program.ledger()
        rounds = [_Rounds(program, name, stop) for name in program.accounts]
        every = every or timedelta(minutes=program.settings.daemon.every)
        scheduler = _start(rounds, Retraining(program, stop), every)
        while not (heard or stop.wait(_TICK)):
            pass
        stop.set()
        scheduler.shutdown(wait=False)
        if _hung(rounds) and own_process:
            # The interpreter would wait for the thread that hangs in a socket. Leaving it loses
            # nothing: what it began stands in the ledger.
            logging.shutdown()
            os._exit(HUNG)


def wait(failures: int, random01: float) -> float:
    """Seconds until the next try after so many failures in a row: 1 to 60 minutes.

    Twice as long each time, spread by chance over the upper half, so that many daemons do not come
    back together.
    """
    span = min(LONGEST, SHORTEST * 2.0 ** min(failures, _LONG))
    return span / 2 * (1 + random01)


class _Rounds:
    """The passes over one account, never two at a time."""

    def __init__(self, program: Program, account: str, stop: threading.Event) -> None:
        self.account = account
        self.idle = threading.Event()
        self.idle.set()
        self.failures = 0
        self._program = program
        self._stop = stop

    def go(self, postpone: Callable[[str, float], None]) -> None:
        """One pass; after a failure the next one is postponed by some seconds."""
        # First busy, then a look at the stop: the other way round a stop could overlook this pass.
        self.idle.clear()
        try:
            if not self._stop.is_set():
                with logs.about(self.account):
                    self._pass(postpone)
        finally:
            self.idle.set()

    def _pass(self, postpone: Callable[[str, float], None]) -> None:
        try:
            with self._program.parts(self.account) as parts:
                job = self._program.job(self.account)
                summary = poll(parts, job, watch=Watch(stop=self._stop.is_set))
        except Exception as error:  # noqa: BLE001 - one account must not stop the others (promise 7)
            self.failures += 1
            seconds = self._patience(error)
            _tell_failure(error, seconds)
            postpone(self.account, seconds)
        else:
            self.failures = 0
            _tell_summary(summary)

    def _patience(self, error: Exception) -> float:
        """Seconds to the next try: long at once where only the person can help."""
        failures = _LONG if isinstance(error, UserError) else self.failures
        return wait(failures, random.random())  # noqa: S311 - spreads load, guards nothing


def _start(
    rounds: Sequence[_Rounds], retraining: Retraining, every: timedelta
) -> BackgroundScheduler:
    """Begin the rounds, the first at once.

    The job store is the memory: what has to survive is in the ledger, and two schedulers on one
    store would both run a job. A pass that is late (a laptop slept) is made up for once.
    """
    scheduler = BackgroundScheduler(
        executors={"default": ThreadPoolExecutor(len(rounds) + 2)},
        job_defaults={"max_instances": 1, "coalesce": True, "misfire_grace_time": None},
        timezone=UTC,
    )

    def postpone(account: str, seconds: float) -> None:
        # A stop takes the job away while its last pass still runs.
        with suppress(JobLookupError):
            scheduler.modify_job(account, next_run_time=_in(seconds))

    for each in rounds:
        scheduler.add_job(
            each.go,
            "interval",
            seconds=every.total_seconds(),
            args=[postpone],
            id=each.account,
            next_run_time=_in(0),
        )
    scheduler.add_job(retraining.go, "interval", seconds=every.total_seconds())
    scheduler.add_job(_heartbeat, "interval", seconds=_HEARTBEAT, args=[rounds])
    scheduler.start()
    _log.info("watching %d account(s) every %d s", len(rounds), every.total_seconds())
    return scheduler


def _hung(rounds: Sequence[_Rounds]) -> bool:
    """Wait for the passes in hand, PATIENCE for all together; whether one goes on and on."""
    end = time.monotonic() + PATIENCE
    hung = [each for each in rounds if not each.idle.wait(max(0, end - time.monotonic()))]
    for each in hung:
        _log.error("%s: left in the middle of a pass; the next start goes on", each.account)
    return bool(hung)


def _heartbeat(rounds: Sequence[_Rounds]) -> None:
    for each in rounds:
        state = "waits" if each.idle.is_set() else "at work"
        _log.debug("%s: %s, failures in a row: %d", each.account, state, each.failures)


def _tell_summary(done: Summary) -> None:
    _log.info(
        "pass %s: looked at %d, filed %d, to review %d, left %d, drafts %d, failures %d, "
        "withheld %d",
        "stopped" if done.stopped else "done",
        done.looked_at,
        *(done.decisions[which] for which in (Decision.FILE, Decision.REVIEW, Decision.LEAVE)),
        done.drafts,
        done.failures,
        done.withheld,
    )


def _tell_failure(error: Exception, seconds: float) -> None:
    """Errors of ours say what to do; of others, class and place are told, not their words."""
    minutes = round(seconds / 60)
    if isinstance(error, RebondError):
        _log.warning("%s Next try in %d min.", error, minutes)
    else:
        _log.error("unexpected fault, next try in %d min", minutes, exc_info=error)


def _in(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def _alone(program: Program) -> AbstractContextManager[None]:
    """One daemon a home: two would get in each other's way at every pass."""

    def busy(who: str) -> UserError:
        return UserError(
            f"Another `rebond run` is working on {program.home} ({who}). "
            f"End it first, or set REBOND_HOME to another folder."
        )

    return program.locked("daemon.lock", busy, 0)


@contextmanager
def _signals(*, listen: bool) -> Iterator[list[int]]:
    """The signals heard so far. A handler that set an Event could meet its lock taken: a list."""
    heard: list[int] = []
    wanted = (signal.SIGTERM, signal.SIGINT) if listen else ()
    earlier = {number: signal.signal(number, lambda got, _: heard.append(got)) for number in wanted}
    try:
        yield heard
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)

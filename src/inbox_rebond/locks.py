"""Lock files: one process at a time, wherever it was started."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from inbox_rebond.errors import RebondError, UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@contextmanager
def locked(path: Path, busy: Callable[[str], RebondError], wait: float) -> Iterator[None]:
    """Hold a lock file; where another process holds it for `wait` seconds, raise `busy`.

    `busy` makes an error from who holds it. The system lets go of the lock when the process ends,
    however it ends.
    """
    lock = FileLock(path, timeout=wait, mode=0o600, fallback_to_soft=False, on_acquired=_sign)
    try:
        lock.acquire()
    except Timeout as error:
        raise busy(_signed(path)) from error
    except (OSError, NotImplementedError) as error:
        raise UserError(
            f"{path}: this file cannot be locked ({error}). "
            f"Set REBOND_HOME to a folder of your own on a local disk."
        ) from error
    try:
        yield
    finally:
        lock.release()


def _sign(lock: int) -> None:
    """Write into a lock file who holds it."""
    os.ftruncate(lock, 0)
    os.write(lock, f"process {os.getpid()}\n".encode())


def _signed(path: Path) -> str:
    """Who holds a lock file, as far as it says so: on Windows nobody else may read it."""
    try:
        return path.read_text("utf-8").strip() or "unknown process"
    except OSError:
        return "unknown process"

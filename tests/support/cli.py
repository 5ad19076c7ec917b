"""`rebond` in this process, with a home and settings of its own."""

from __future__ import annotations

import json
import logging
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from inbox_rebond.cli import main
from inbox_rebond.domain import Label, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from inbox_rebond.domain import Mail

SETTINGS = """\
[accounts.main]
host = "127.0.0.1"
port = {port}
security = "none"
username = "camille@example.org"
password = {{ env = "MAIN_PASSWORD" }}

[person]
name = "Camille Martin"
address = "camille@example.org"
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        """What it printed, as one document."""
        return json.loads(self.out)

    def lines(self) -> list[dict[str, Any]]:
        """What it printed, a document a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Rebond:
    """Runs commands as a shell would, in this process."""

    def __init__(
        self, home: Path, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[str]
    ) -> None:
        self.home = home
        self.settings = home / "config.toml"
        self._patch = patch
        self._captured = captured
        patch.setenv("REBOND_HOME", str(home / "data"))
        patch.setenv("REBOND_CONFIG", str(self.settings))
        patch.setenv("COLUMNS", "100")
        patch.delenv("REBOND_DEBUG", raising=False)

    def __call__(self, *arguments: object) -> Ended:
        """Run one command to its end."""
        self._patch.setattr(sys, "argv", ["rebond", *map(str, arguments)])
        with _logs_left_alone(), pytest.raises(SystemExit) as end:
            main()
        shown = self._captured.readouterr()
        assert isinstance(end.value.code, int)
        return Ended(end.value.code, shown.out, shown.err)

    def configure(self, text: str = SETTINGS, *, port: int = 1) -> None:
        """Write the settings file."""
        self.settings.write_text(text.format(port=port), encoding="utf-8")


@contextmanager
def _logs_left_alone() -> Iterator[None]:
    """A command sets up the logs of its process: here they are those of all tests."""
    loggers = [
        logging.getLogger(name) for name in ("", "inbox_rebond", "imapclient", "apscheduler")
    ]
    earlier = [(logger, logger.level, [*logger.handlers]) for logger in loggers]
    try:
        yield
    finally:
        for logger, level, handlers in earlier:
            logger.setLevel(level)
            logger.handlers[:] = handlers


class ByTheSubject:
    """A classifier for tests of what is around it: the subject names the label."""

    version = "by-the-subject"
    file_from = 0.9
    review_from = 0.3

    def judge(self, mails: Sequence[Mail]) -> list[Verdict]:
        """Surely what the subject says, `other` where it names no label."""
        return [self._verdict(mail) for mail in mails]

    def _verdict(self, mail: Mail) -> Verdict:
        label = next((label for label in Label if label == mail.subject), Label.OTHER)
        chances = {each: 0.96 if each is label else 0.04 / 9 for each in Label}
        return Verdict(label, 0.96, (mail.text.strip(),), self.version, chances)


def mail(subject: str, text: str = "Thank you.", number: int = 1) -> bytes:
    """A small mail whose subject names its label."""
    return (
        f"From: Priya Raman <priya.raman@halden-optics.example>\r\n"
        f"To: camille@example.org\r\nSubject: {subject}\r\n"
        f"Date: Tue, 10 Mar 2026 12:00:00 +0000\r\n"
        f"Message-ID: <{subject}.{number}@halden-optics.example>\r\n\r\n{text}\r\n"
    ).encode()

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.support.cli import Rebond

from inbox_rebond import config
from inbox_rebond.domain import Mode

if TYPE_CHECKING:
    from pathlib import Path

FULL = ("init", "--yes", "--no-check", "--address", "Camille@Example.org", "--language", "fr,en",
        "--password-env", "MAIN_PASSWORD")  # fmt: skip


@pytest.fixture
def rebond(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Rebond:
    """`rebond` with a home of its own."""
    return Rebond(tmp_path / "new", monkeypatch, capsys)


def test_init_writes_settings_that_load(rebond: Rebond) -> None:
    """What was answered is what the program reads; it begins by only observing."""
    ended = rebond(*FULL, "--name", 'Camille "Cam" Martin\\')
    settings = config.load(rebond.settings)
    account = settings.accounts["main"]
    assert (ended.status, account.host, account.port) == (0, "imap.example.org", 993)
    assert (account.mode, account.username) == (Mode.OBSERVE, "Camille@Example.org")
    assert (
        settings.person.name,
        settings.person.languages,
    ) == ('Camille "Cam" Martin\\', ("fr", "en"))
    assert "rebond check" in ended.out


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_settings_are_for_nobody_else(rebond: Rebond) -> None:
    """The settings file can be read by its owner only."""
    rebond(*FULL, "--name", "Camille")
    assert rebond.settings.stat().st_mode & 0o777 == 0o600


def test_init_never_overwrites_unasked(rebond: Rebond) -> None:
    """Settings that exist stay, unless a person says otherwise."""
    rebond(*FULL, "--name", "Camille")
    before = rebond.settings.read_bytes()
    ended = rebond(*FULL, "--name", "Dominique")
    assert (2, before) == (ended.status, rebond.settings.read_bytes())
    assert "--force" in ended.err
    assert rebond(*FULL, "--name", "Dominique", "--force").status == 0
    assert b"Dominique" in rebond.settings.read_bytes()


def test_faulty_answers_leave_nothing_behind(rebond: Rebond) -> None:
    """An answer that cannot be used is told by its key, and no file is written."""
    ended = rebond(*FULL, "--name", "Camille", "--host", "not a host")
    assert ended.status == 78
    assert f"{rebond.settings}: accounts.main.host" in ended.err
    assert list(rebond.settings.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (["init", "--yes", "--name", "C", "--password-env", "P"], "--address"),
        (["init", "--yes", "--address", "c@example.org", "--name", "C"], "--password-env"),
        ([*FULL, "--name", "C", "--keyring"], "one place only"),
    ],
)
def test_with_yes_what_is_missing_is_named(
    rebond: Rebond, arguments: list[str], missing: str
) -> None:
    """Without questions every gap is a sentence with the option that fills it."""
    ended = rebond(*arguments)
    assert ended.status == 2
    assert missing in ended.err
    assert not rebond.settings.exists()


def test_a_server_that_is_away_leaves_the_settings(rebond: Rebond) -> None:
    """The sign-in is only a test: its fault is told, what was written stays."""
    arguments = [each for each in FULL if each != "--no-check"]
    ended = rebond(*arguments, "--name", "C", "--host", "127.0.0.1", "--port", 1)
    assert ended.status in {69, 78}
    assert rebond.settings.exists()

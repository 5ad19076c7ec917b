from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.support.cli import Rebond

from inbox_rebond import config
from inbox_rebond.domain import Mode

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


@pytest.mark.parametrize(
    "address",
    ["c@outlook.com", "c@Hotmail.fr", "c@live.co.uk", "c@msn.com", "c@firm.onmicrosoft.com"],
)
def test_microsoft_is_told_at_once(rebond: Rebond, address: str) -> None:
    """Nobody types a password that cannot work: OAuth2 is named, and nothing is written."""
    ended = rebond("init", "--address", address)
    assert (ended.status, rebond.settings.exists()) == (2, False)
    assert "OAuth2" in ended.err


def test_a_server_of_microsoft_is_told_at_once(rebond: Rebond) -> None:
    """A firm's own address leads there too: then the server's name says it."""
    ended = rebond(*FULL, "--name", "C", "--host", "outlook.office365.com")
    assert (ended.status, rebond.settings.exists()) == (2, False)
    assert "OAuth2" in ended.err


def test_another_server_for_an_address_of_microsoft(rebond: Rebond) -> None:
    """Who runs a bridge that takes passwords may use it, and similar names are no obstacle."""
    microsoft = ("init", "--yes", "--no-check", "--name", "C", "--password-env", "P")
    bridge = ("--address", "c@outlook.com", "--host", "localhost")
    assert rebond(*microsoft, *bridge).status == 0
    assert rebond(*microsoft, "--force", "--address", "c@live.example.org").status == 0


def test_the_settings_say_where_every_key_is_explained(rebond: Rebond) -> None:
    """The path in the first line leads to the example."""
    rebond(*FULL, "--name", "Camille")
    first, *_ = rebond.settings.read_text("utf-8").splitlines()
    assert Path(first.removeprefix("# Every key is explained in ")).read_text("utf-8")


def test_the_next_steps_fit_a_terminal(rebond: Rebond) -> None:
    """No line of advice is wider than 80 signs."""
    shown = rebond(*FULL, "--name", "Camille").out
    advice = shown.partition("\n")[2]
    assert "rebond poll --dry-run" in advice
    assert max(map(len, advice.splitlines())) <= 80


def test_a_command_that_is_not_closed_is_told(rebond: Rebond) -> None:
    """Quotes that no shell would take are wrong use."""
    arguments = ["init", "--yes", "--address", "c@example.org", "--password-command", "pass 'x"]
    ended = rebond(*arguments)
    assert ended.status == 2
    assert "--password-command" in ended.err


def test_settings_that_cannot_be_written_are_told(rebond: Rebond) -> None:
    """A full disk, or a folder in the file's place, is one sentence, and nothing is left behind."""
    rebond.settings.mkdir(parents=True)
    ended = rebond(*FULL, "--name", "Camille", "--force")
    assert (ended.status, len(ended.err.splitlines())) == (2, 1)
    assert "REBOND_CONFIG" in ended.err
    assert list(rebond.settings.parent.iterdir()) == [rebond.settings]

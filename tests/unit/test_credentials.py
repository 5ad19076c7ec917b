from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ClassVar

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from inbox_rebond import credentials
from inbox_rebond.config import PasswordReference
from inbox_rebond.errors import SettingsError, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECRET = "pâss wörd"
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def resolve(**where: object) -> str:
    """The password that a reference leads to."""
    reference = PasswordReference.model_validate(where)
    return credentials.password(reference, "main", "camille@example.org")


def printing(text: str, status: int = 0) -> tuple[str, ...]:
    """A command that prints a text in UTF-8 and ends with a status."""
    code = f"import sys; sys.stdout.buffer.write({text.encode()!r}); sys.exit({status})"
    return (sys.executable, "-c", code)


class Memory(KeyringBackend):
    """A keyring that lasts as long as a test."""

    priority: ClassVar[float] = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # keyring leaves it so
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """What was kept."""
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        self.kept[service, username] = password


@pytest.fixture
def ring() -> Iterator[Memory]:
    """A keyring of our own in place of the system's."""
    earlier, ours = keyring.get_keyring(), Memory()
    keyring.set_keyring(ours)
    yield ours
    keyring.set_keyring(earlier)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file that only its owner can read."""
    path = tmp_path / "password"
    path.touch(mode=0o600)
    return path


def test_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable is taken as it stands."""
    monkeypatch.setenv("MAIN_PASSWORD", SECRET)
    assert resolve(env="MAIN_PASSWORD") == SECRET


def test_a_variable_that_is_not_set() -> None:
    """The message names it."""
    with pytest.raises(SettingsError, match="Set NO_SUCH_VARIABLE"):
        resolve(env="NO_SUCH_VARIABLE")


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\nuser: camille\n"])
def test_the_first_line_of_a_file(kept: Path, end: str) -> None:
    """Line ends are no part of a password; blanks are."""
    kept.write_bytes(f" {SECRET} {end}".encode())
    assert resolve(file=kept) == f" {SECRET} "


@on_posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_that_others_can_read_is_refused(kept: Path, mode: int) -> None:
    """The message says how to close it."""
    kept.write_text(SECRET, encoding="utf-8")
    kept.chmod(mode)
    with pytest.raises(SettingsError, match="chmod 600"):
        resolve(file=kept)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The message names key and path."""
    with pytest.raises(SettingsError, match=r"accounts\.main\.password: .*absent cannot be read"):
        resolve(file=tmp_path / "absent")


def test_the_first_line_of_a_command() -> None:
    """What password managers print."""
    assert resolve(command=printing(f"{SECRET}\nlogin: camille\n")) == SECRET


def test_a_command_that_fails_is_told_without_its_output() -> None:
    """Whatever it printed may hold the password."""
    with pytest.raises(SettingsError, match="failed with status 3") as caught:
        resolve(command=printing(SECRET, status=3))
    assert SECRET not in str(caught.value)


def test_a_command_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message guesses why."""
    monkeypatch.setattr(credentials, "COMMAND_TIMEOUT", 0.1)
    with pytest.raises(SettingsError, match="did not end") as caught:
        resolve(command=(sys.executable, "-c", "import time; time.sleep(60)"))
    assert caught.value.__cause__ is None


def test_a_command_that_does_not_exist(tmp_path: Path) -> None:
    """The message says which word to check."""
    with pytest.raises(SettingsError, match="Check the first word"):
        resolve(command=(str(tmp_path / "absent"),))


def test_no_shell_reads_the_words(tmp_path: Path) -> None:
    """A word with shell signs stays a word."""
    word = f"$(touch {tmp_path}/made); *"
    code = "import sys; print(sys.argv[1])"
    assert word == resolve(command=(sys.executable, "-c", code, word))
    assert list(tmp_path.iterdir()) == []


def test_from_the_keyring(ring: Memory) -> None:
    """By service and user name."""
    ring.set_password("rebond", "camille@example.org", SECRET)
    assert resolve(keyring="rebond") == SECRET


def test_a_keyring_without_the_password(ring: Memory) -> None:
    """The message shows the command that stores it."""
    with pytest.raises(SettingsError, match=r"keyring set rebond camille@example\.org"):
        resolve(keyring="rebond")
    assert ring.kept == {}


def test_a_machine_without_keyring(ring: Memory) -> None:
    """The message names the other ways."""
    assert ring is keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call] # keyring leaves it so
    with pytest.raises(SettingsError, match="env, file or command"):
        resolve(keyring="rebond")


@pytest.mark.parametrize("content", [b"", b"\n", b"\nsecond line"])
def test_an_empty_password_is_none(kept: Path, content: bytes) -> None:
    """A server would refuse it in words that help nobody."""
    kept.write_bytes(content)
    with pytest.raises(SettingsError, match="empty"):
        resolve(file=kept)


def test_bytes_that_are_no_text_do_not_travel(kept: Path) -> None:
    """Neither in the message nor as a cause."""
    kept.write_bytes(b"s\xe9same")
    with pytest.raises(SettingsError, match="not UTF-8") as caught:
        resolve(file=kept)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_the_draft_secret_lasts(tmp_path: Path) -> None:
    """Message-IDs of drafts stay the same over restarts."""
    path = tmp_path / "secret"
    first = credentials.draft_secret(path)
    assert len(first) == credentials.SECRET_BYTES
    assert first == credentials.draft_secret(path)
    assert [path] == list(tmp_path.iterdir())


@on_posix
def test_the_draft_secret_is_for_its_owner(tmp_path: Path) -> None:
    """Whoever has it can tell which drafts are ours."""
    path = tmp_path / "secret"
    credentials.draft_secret(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_many_makers_end_up_with_one_secret(tmp_path: Path) -> None:
    """Two processes may start at the same time."""
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(credentials.draft_secret, [tmp_path / "secret"] * 32))
    assert len(made) == 1


def test_a_damaged_draft_secret_is_not_replaced(tmp_path: Path) -> None:
    """A new one would let old drafts be written again: the person decides."""
    path = tmp_path / "secret"
    path.write_bytes(b"short")
    with pytest.raises(UserError, match="damaged"):
        credentials.draft_secret(path)


def test_a_byte_order_mark_is_no_part_of_a_password(tmp_path: Path) -> None:
    """Editors that put one first are forgiven."""
    file = tmp_path / "password"
    file.touch(mode=0o600)
    file.write_text(SECRET, encoding="utf-8-sig")
    assert resolve(file=file) == SECRET

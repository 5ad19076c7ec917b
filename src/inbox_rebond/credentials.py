"""Secrets by reference. No secret ever stands in a message, a repr or a log."""

from __future__ import annotations

import os
import secrets
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from inbox_rebond.errors import SettingsError, UserError

if TYPE_CHECKING:
    from inbox_rebond.config import PasswordReference

COMMAND_TIMEOUT = 30
"""Seconds that a password command may take."""

SECRET_BYTES = 32
_MAX_FILE = 16_384
_OTHERS = 0o077


def password(reference: PasswordReference, account: str, username: str) -> str:
    """The password that a reference stands for: the first line of what is kept there.

    Raises SettingsError, with the next step and without the password.
    """
    where = f"accounts.{account}.password"
    if reference.env is not None:
        found = _from_env(reference.env, where)
    elif reference.file is not None:
        found = _first_line(_from_file(reference.file, where), where)
    elif reference.command is not None:
        found = _first_line(_from_command(reference.command, where), where)
    else:
        found = _from_keyring(reference.keyring or "", username, where)
    if not found:
        raise SettingsError(f"{where}: an empty password is kept there. Put the right one in.")
    return found


def draft_secret(path: Path) -> bytes:
    """The key of the Message-IDs of drafts, made on first use. Two makers end up with one key."""
    try:
        if not path.exists():
            _make_secret(path)
        secret = path.read_bytes()
    except OSError as error:
        raise UserError(
            f"{path}: this file cannot be used ({error.strerror}). Check its owner and mode."
        ) from error
    if len(secret) != SECRET_BYTES:
        raise UserError(f"{path}: this file is damaged. Restore it from a backup, or delete it.")
    return secret


def _make_secret(path: Path) -> None:
    """Written whole under another name first: nobody ever reads half a secret."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".secret-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        os.link(name, path)
    except FileExistsError:
        return
    finally:
        Path(name).unlink()


def _from_env(name: str, where: str) -> str:
    found = os.environ.get(name)
    if found is None:
        raise SettingsError(f"{where}: the environment has no {name}. Set {name} and start again.")
    return found


def _from_file(path: Path, where: str) -> bytes:
    try:
        with path.open("rb") as file:
            # Windows has no such modes: there the folder of the person is the guard.
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & _OTHERS:
                raise SettingsError(
                    f"{where}: {path} can be read by others. Run `chmod 600 {path}`."
                )
            return file.read(_MAX_FILE)
    except OSError as error:
        raise SettingsError(
            f"{where}: {path} cannot be read ({error.strerror}). Check the path and its owner."
        ) from error


def _from_command(command: tuple[str, ...], where: str) -> bytes:
    program = command[0]
    try:
        ended = subprocess.run(  # noqa: S603 - the person's own words, and no shell reads them
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=COMMAND_TIMEOUT,
        )
    except subprocess.TimeoutExpired:
        # The exception holds the output: it must not travel on as a cause.
        raise SettingsError(
            f"{where}: {program} did not end within {COMMAND_TIMEOUT} seconds. "
            f"Run it by hand: it may be waiting for a passphrase."
        ) from None
    except OSError as error:
        raise SettingsError(
            f"{where}: {program} cannot be run ({error.strerror}). Check the first word of command."
        ) from error
    if ended.returncode != 0:
        raise SettingsError(
            f"{where}: {program} failed with status {ended.returncode}. "
            f"Run the command by hand to see why."
        )
    return ended.stdout


def _from_keyring(service: str, username: str, where: str) -> str:
    import keyring
    from keyring.errors import KeyringError

    try:
        found = keyring.get_password(service, username)
    except KeyringError as error:
        raise SettingsError(
            f"{where}: the system keyring cannot be used ({type(error).__name__}). "
            f"Unlock it, or keep the password with env, file or command."
        ) from error
    if found is None:
        raise SettingsError(
            f"{where}: the keyring has nothing for {username} under {service!r}. "
            f"Run `keyring set {service} {username}`."
        )
    return found


def _first_line(kept: bytes, where: str) -> str:
    try:
        # Some editors put a byte order mark first: it is no part of the password.
        lines = kept.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        # The exception holds the bytes: it must not travel on as a cause.
        raise SettingsError(f"{where}: what is kept there is not UTF-8 text.") from None
    return lines[0] if lines else ""

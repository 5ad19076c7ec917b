"""`rebond init`: a settings file from a few answers."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from inbox_rebond.cli import output
from inbox_rebond.cli.settings_file import ACCOUNT, Answers, inline, toml, write
from inbox_rebond.errors import UserError

_SERVERS = {
    "gmail.com": "imap.gmail.com",
    "googlemail.com": "imap.gmail.com",
    "gmx.de": "imap.gmx.net",
    "gmx.net": "imap.gmx.net",
    "icloud.com": "imap.mail.me.com",
    "me.com": "imap.mail.me.com",
    "yahoo.com": "imap.mail.yahoo.com",
    "yahoo.fr": "imap.mail.yahoo.com",
}
"""Servers of large providers whose name is not `imap.` and the domain."""

_MICROSOFT = re.compile(
    r"(?:.+\.)?(?:(?:outlook|hotmail|live)\.(?:com|(?:com?\.)?[a-z]{2})"
    r"|(?:msn|windowslive|onmicrosoft|office|office365)\.com)"
)
"""Domains of Microsoft's addresses and servers."""

_KEYRING = "inbox_rebond"
_TLS_PORT = 993


_Address = Annotated[str | None, typer.Option("--address", help="Your mail address.")]
_Name = Annotated[str | None, typer.Option("--name", help="Your name, as you sign.")]
_Host = Annotated[str | None, typer.Option("--host", help="The IMAP server.")]
_Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="Its port for TLS.")]
_Username = Annotated[str | None, typer.Option("--username", help="The name you sign in with.")]
_Language = Annotated[str | None, typer.Option("--language", help="Your languages: en or fr,en.")]
_KEPT = "Where your password is kept (one of these)"
_Env = Annotated[
    str | None, typer.Option("--password-env", rich_help_panel=_KEPT, help="A variable's name.")
]
_File = Annotated[
    Path | None, typer.Option("--password-file", rich_help_panel=_KEPT, help="Only for your eyes.")
]
_Command = Annotated[
    str | None, typer.Option("--password-command", rich_help_panel=_KEPT, help="It prints it.")
]
_Keyring = Annotated[
    bool, typer.Option("--keyring", rich_help_panel=_KEPT, help="The system's; asks for it now.")
]
_Yes = Annotated[bool, typer.Option("--yes", help="Ask nothing; take what is usual.")]
_Force = Annotated[bool, typer.Option("--force", help="Replace settings that exist.")]
_Check = Annotated[bool, typer.Option("--check/--no-check", help="Try to sign in at the end.")]


def init(
    address: _Address = None,
    name: _Name = None,
    host: _Host = None,
    port: _Port = _TLS_PORT,
    username: _Username = None,
    language: _Language = None,
    password_env: _Env = None,
    password_file: _File = None,
    password_command: _Command = None,
    keyring: _Keyring = False,
    yes: _Yes = False,
    force: _Force = False,
    check: _Check = True,
) -> None:
    """Write the settings file from a few answers, and try to sign in."""
    from inbox_rebond import config

    path = config.settings_path()
    _maywrite(path, force=force, yes=yes)
    ask = _Asker(quiet=yes)
    reference = _reference(password_env, password_file, password_command, keyring=keyring)
    email = address or ask.text("Your mail address", "--address")
    _takes_passwords(host or email.rpartition("@")[2])
    answers = Answers(
        address=email,
        name=name or ask.text("Your name, as you sign", "--name"),
        host=host or _takes_passwords(ask.text("IMAP server", "--host", _usual_server(email))),
        port=port,
        username=username or ask.text("User name", "--username", email),
        language=language or ask.text("Your languages", "--language", "en"),
        password=reference or ask.keyring(),
    )
    write(path, toml(answers))
    if f'"{_KEYRING}"' in answers.password:
        _store(answers.username, ask.secret())
    output.out().print(f"The settings are in {path}.", soft_wrap=True)
    if check:
        _sign_in(path)
    output.out().print(_NEXT, soft_wrap=True)


_NEXT = """\
The mode is "observe": mails are judged, nothing is moved or written.

Next:
  rebond check            says what works
  rebond poll --dry-run   shows what mode = "draft" would file and answer
  rebond run              watches the mailbox; `rebond log` shows what it found
When you trust it, set mode = "draft" in the settings."""


class _Asker:
    """Asks on the terminal; where asking is not wanted, takes what is usual or says what lacks."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet

    def text(self, question: str, option: str, usual: str | None = None) -> str:
        """An answer that is not empty."""
        if not self._quiet:
            return str(typer.prompt(question, default=usual, err=True)).strip()
        if usual is None:
            raise UserError(f"With --yes nothing is asked: give {option} too.")
        return usual

    def keyring(self) -> str:
        """The reference to the system keyring, where there is somebody to type the password."""
        if self._quiet:
            raise UserError(
                "With --yes nothing is asked: say where the password is kept with "
                "--password-env, --password-file or --password-command."
            )
        return inline(keyring=_KEYRING)

    def secret(self) -> str:
        """The password, typed in unseen."""
        return str(typer.prompt("Password (or app password)", hide_input=True, err=True))


def _maywrite(path: Path, *, force: bool, yes: bool) -> None:
    """Settings that exist are only replaced by a person who says so."""
    if force or not path.exists():
        return
    if yes or not sys.stdin.isatty():
        raise UserError(f"{path}: there are settings already. Replace them with --force.")
    typer.confirm(f"{path} exists. Replace it?", abort=True, err=True)


def _takes_passwords(host: str) -> str:
    """The server, or the domain that stands for it; a UserError where no password opens it."""
    if _MICROSOFT.fullmatch(host.lower()):
        raise UserError(
            f"{host}: Microsoft (Outlook, Hotmail, Live, Microsoft 365) opens a mailbox only with "
            f"OAuth2, which rebond does not speak yet. Give another address, or with --host a "
            f"server that takes passwords."
        )
    return host


def _usual_server(address: str) -> str:
    domain = address.rpartition("@")[2].lower()
    return _SERVERS.get(domain, f"imap.{domain}")


def _reference(
    env: str | None, file: Path | None, command: str | None, *, keyring: bool
) -> str | None:
    """The password's reference as the options name it; None where they name none."""
    given = {
        "env": env,
        "file": str(file.absolute()) if file else None,
        "command": _words(command) if command else None,
        "keyring": _KEYRING if keyring else None,
    }
    named = {key: value for key, value in given.items() if value is not None}
    if len(named) > 1:
        raise UserError(
            "The password can be kept in one place only: give one of --password-env, "
            "--password-file, --password-command, --keyring."
        )
    return inline(**named) if named else None


def _words(command: str) -> list[str]:
    """A command as a shell would cut it."""
    try:
        return shlex.split(command)
    except ValueError as error:
        raise UserError(f"--password-command: {error}. Close what was opened.") from error


def _store(username: str, secret: str) -> None:
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_KEYRING, username, secret)
    except KeyringError as error:
        raise UserError(
            f"The system keyring cannot be used ({type(error).__name__}). "
            f"Run `rebond init --force` with --password-file or --password-command instead."
        ) from error


def _sign_in(path: Path) -> None:
    """Try the account once; a fault ends the command, the settings stay."""
    from inbox_rebond import config
    from inbox_rebond.wiring import Program

    program = Program(config.load(path), config.home())
    with program.mailbox(ACCOUNT) as mailbox:
        folders = output.counted(len(mailbox.folders()), "folder")
    output.out().print(f"Signed in: the mailbox has {folders}.")

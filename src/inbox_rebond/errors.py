"""One tree of errors: each says what happened and what to do next, and carries its exit status.

The statuses from 64 up are those of sysexits.h.
"""

from __future__ import annotations

from typing import ClassVar


class RebondError(Exception):
    """Root of every error that the program raises on purpose."""

    exit_status: ClassVar[int] = 1


class UserError(RebondError):
    """Something the person can mend; the sentence says how."""

    exit_status = 2


class SettingsError(UserError):
    """The settings cannot be used; the message lists every fault at once."""

    exit_status = 78


class InputMissing(UserError):
    """A file or folder that was named does not exist or cannot be read."""

    exit_status = 66


class ModelMissing(UserError):
    """There is no model that can be used."""

    exit_status = 72


class TemplateBroken(UserError):
    """A reply template does not compile or does not render."""

    exit_status = 65


class MailboxAway(RebondError):
    """The mail server cannot be reached or went away; trying again later may help."""

    exit_status = 69

    def __init__(self, account: str, cause: object) -> None:
        """Name the account and, in the server's or the system's words, the cause."""
        said = cause.strerror or cause if isinstance(cause, OSError) else cause
        super().__init__(
            f"{account}: the mail server did not answer as it should ({said}). "
            f"Check `host`, `port` and your network; nothing was lost, the next run goes on."
        )


class TryLater(MailboxAway):
    """The server answers but asks for patience (limits, throttling, maintenance)."""

    exit_status = 75


class CertificateRefused(UserError):
    """The connection is not safe; no password was sent."""

    exit_status = 76

    def __init__(self, account: str, cause: object) -> None:
        """Name the account and why the connection cannot be trusted."""
        super().__init__(
            f"{account}: the connection is not safe ({cause}); no password was sent. "
            f"Check `host` and `security`; for a private certificate set `ca_file`."
        )


class LoginRefused(UserError):
    """The server does not accept the name or the password."""

    exit_status = 77

    def __init__(self, account: str, answer: object) -> None:
        """Name the account and the server's answer."""
        super().__init__(
            f"{account}: the server refused the login ({answer}). "
            f"Check `username` and `password` in the settings; "
            f"many providers want an app password here."
        )


class Busy(RebondError):
    """Another process is at work on the same mailbox; it will be done soon."""

    exit_status = 75


class FolderMissing(UserError):
    """A folder that the settings name is not in the mailbox."""

    exit_status = 66

    def __init__(self, account: str, folder: str, known: tuple[str, ...]) -> None:
        """Name account and folder, and show what there is instead."""
        listed = ", ".join(known[:12]) or "none"
        super().__init__(
            f"{account}: there is no folder {folder!r}. Set `folder` to one of: {listed}."
        )


class MailGone(RebondError):
    """The mail is no longer where it was: somebody else handled it."""


class MailRefused(RebondError):
    """The server will not do this to this one mail; others may go on."""


class LedgerUnusable(RebondError):
    """The ledger cannot be read or written (full disk, no right, damaged file)."""

    exit_status = 74

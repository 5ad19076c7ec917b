"""A Dovecot of one's own for tests: no root needed, ready in about 30 ms, one user per test.

`Dovecot(variant, certificates)` starts it, `stop()` ends it; the fixtures of conftest.py do both.
Every user name signs in with PASSWORD and has an empty mailbox at first.
"""

from __future__ import annotations

import grp
import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from imapclient import imap_utf7
from tests.support.dovecot_conf import configuration

from inbox_rebond.mailbox import MAX_BYTES
from inbox_rebond.mailbox.connection import Server
from inbox_rebond.mailbox.imap import ImapMailbox, connect

if TYPE_CHECKING:
    from datetime import datetime

    import trustme

PROGRAM = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
PASSWORD = 'pä"ss\\wörd'
_SEQUENCE = itertools.count()
_START_SECONDS = 10
# Mailboxes are many small files.
_MEMORY = Path("/dev/shm")  # noqa: S108 - mkdtemp makes a private folder in it


@dataclass(frozen=True, slots=True)
class Variant:
    """How one server differs from another: the form of its folder names, what it hides."""

    name: str
    prefix: str = ""
    separator: str = "/"
    without: frozenset[str] = frozenset()


PLAIN = Variant("plain")
COURIER = Variant("courier", prefix="INBOX.", separator=".")
NO_MOVE = Variant("no-move", without=frozenset({"MOVE"}))
NO_UIDPLUS = Variant("no-uidplus", without=frozenset({"UIDPLUS"}))
OLD = Variant("old", without=frozenset({"MOVE", "UIDPLUS"}))
VARIANTS = (PLAIN, COURIER, NO_MOVE, NO_UIDPLUS, OLD)


class Dovecot:
    """A running server. Raises RuntimeError with its log where it does not start."""

    def __init__(self, variant: Variant, authority: trustme.CA) -> None:
        self.variant = variant
        self.port, self.tls_port = _free_ports()
        self._home = Path(
            tempfile.mkdtemp(prefix="rebond-", dir=_MEMORY if _MEMORY.is_dir() else None)
        )
        # Dovecot refuses to serve mail as root.
        self._owner = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        self._write_certificates(authority)
        self._configuration().write_text(self._configured(), encoding="utf-8")
        for folder in (self._home, *self._home.iterdir()):
            self._hand_over(folder)
        self._process = self._start()

    def server(
        self,
        user: str,
        security: Literal["tls", "starttls", "none"] = "tls",
        max_bytes: int = MAX_BYTES,
    ) -> Server:
        """The settings with which a user gets in."""
        port = self.tls_port if security == "tls" else self.port
        authority = None if security == "none" else str(self._home / "ca.pem")
        return Server("test", "localhost", port, security, user, authority, 10, max_bytes)

    def connect(self, user: str) -> ImapMailbox:
        """A mailbox, signed in over TLS."""
        return connect(self.server(user), lambda: PASSWORD)

    def deliver(
        self, user: str, folder: str, data: bytes, received: datetime | None = None
    ) -> None:
        """Put a mail into a folder (its full name), unread, as a delivery agent does."""
        maildir = self.maildir(user, folder)
        for part in (maildir, *(maildir / name for name in ("tmp", "new", "cur"))):
            part.mkdir(parents=True, exist_ok=True)
            self._hand_over(part)
        self._hand_over(maildir.parent)
        mail = maildir / "tmp" / f"{time.time_ns()}.{next(_SEQUENCE):06}.test"
        mail.write_bytes(data)
        self._hand_over(mail)
        if received is not None:
            os.utime(mail, (received.timestamp(), received.timestamp()))
        mail.rename(maildir / "new" / mail.name)

    def files(self, user: str, folder: str) -> list[Path]:
        """The files of a folder; flags stand behind `:2,` (S seen, T deleted, D draft)."""
        maildir = self.maildir(user, folder)
        return [*(maildir / "new").glob("*"), *(maildir / "cur").glob("*")]

    def maildir(self, user: str, folder: str) -> Path:
        """Where a folder lies: Maildir++, whatever the names look like by IMAP."""
        home = self._home / "mail" / user
        if folder == "INBOX":
            return home
        name = folder.removeprefix(self.variant.prefix).replace(self.variant.separator, ".")
        return home / f".{imap_utf7.encode(name).decode('ascii')}"

    def renew(self, user: str, folder: str, uidvalidity: int) -> None:
        """Give a folder another UIDVALIDITY."""
        command = ["doveadm", "-c", str(self._configuration()), "mailbox", "update", "-u", user]
        subprocess.run(  # noqa: S603 - our own words only
            [*command, "--uid-validity", str(uidvalidity), folder],
            check=True, capture_output=True, **self._as_owner(),
        )  # fmt: skip

    def stop(self) -> None:
        """End the server and take its files away."""
        # It would take over a second to take leave of its children; nothing of it is kept.
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(_START_SECONDS)
        shutil.rmtree(self._home, ignore_errors=True)

    def _configuration(self) -> Path:
        return self._home / "c.conf"

    def _configured(self) -> str:
        return configuration(
            _version(),
            self.variant.without,
            home=self._home,
            user=self._owner.pw_name,
            group=grp.getgrgid(self._owner.pw_gid).gr_name,
            uid=self._owner.pw_uid,
            gid=self._owner.pw_gid,
            port=self.port,
            tls_port=self.tls_port,
            password=PASSWORD,
            prefix=self.variant.prefix,
            separator=self.variant.separator,
        )

    def _write_certificates(self, authority: trustme.CA) -> None:
        certificate = authority.issue_cert("localhost")
        certificate.private_key_pem.write_to_path(self._home / "key.pem")
        for blob in certificate.cert_chain_pems:
            blob.write_to_path(self._home / "cert.pem", append=True)
        authority.cert_pem.write_to_path(self._home / "ca.pem")

    def _hand_over(self, path: Path) -> None:
        os.chown(path, self._owner.pw_uid, self._owner.pw_gid)

    def _as_owner(self) -> dict[str, Any]:
        if os.getuid() != 0:
            return {}
        return {"user": self._owner.pw_uid, "group": self._owner.pw_gid, "extra_groups": []}

    def _start(self) -> subprocess.Popen[bytes]:
        assert PROGRAM is not None
        complaints = self._home / "complaints"
        with complaints.open("wb") as out:
            process = subprocess.Popen(  # noqa: S603 - our own words only
                [PROGRAM, "-F", "-c", self._configuration()],
                stderr=out,
                start_new_session=True,
                **self._as_owner(),
            )
        end = time.monotonic() + _START_SECONDS
        while not _listens(self.tls_port):
            if process.poll() is not None or time.monotonic() > end:
                process.kill()
                process.wait()
                raise RuntimeError(f"Dovecot does not start: {complaints.read_text()}")
            time.sleep(0.005)
        return process


def _version() -> str:
    assert PROGRAM is not None
    asked = subprocess.run([PROGRAM, "--version"], capture_output=True, check=True)  # noqa: S603 - see above
    return asked.stdout.decode()


def _free_ports() -> tuple[int, int]:
    with (
        socket.create_server(("127.0.0.1", 0)) as one,
        socket.create_server(("127.0.0.1", 0)) as two,
    ):
        return one.getsockname()[1], two.getsockname()[1]


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0

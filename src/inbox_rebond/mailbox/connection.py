"""From the settings of an account to a connection that is safe and signed in."""

from __future__ import annotations

import ipaddress
import logging
import re
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from inbox_rebond.errors import (
    CertificateRefused,
    LoginRefused,
    MailboxAway,
    RebondError,
    SettingsError,
    TryLater,
)
from inbox_rebond.mailbox import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

# Below this level the library writes whole lines of the conversation, which hold mail.
logging.getLogger("imapclient").setLevel(logging.ERROR)

PATIENCE = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "OVERQUOTA", "THROTTLED"})
"""Response codes of a server that will do it later (RFC 5530, RFC 9051 §7.1)."""

_CODE = re.compile(r"\[([A-Z][A-Z-]*)[\] ]")
_CONTROL = re.compile(r"[\0\r\n]")


@dataclass(frozen=True, slots=True)
class Server:
    """Where an account's mail lies and how to get there safely.

    `ca_file` replaces the system's certificates; `timeout` is in seconds, for every answer;
    `max_bytes` is what is read of one mail.
    """

    account: str
    host: str
    port: int
    security: Literal["tls", "starttls", "none"]
    username: str
    ca_file: str | None = None
    timeout: float = 30
    max_bytes: int = MAX_BYTES

    def __post_init__(self) -> None:
        """A connection in the clear never leaves the machine."""
        if self.security == "none" and not _loopback(self.host):
            raise SettingsError(
                f'{self.account}: security = "none" is only for a server on this machine, '
                f'not for {self.host}. Use "tls" or "starttls".'
            )


def sign_in(server: Server, password: Callable[[], str]) -> IMAPClient:
    """A signed-in client; `password` is only asked for once the connection is safe.

    Raises MailboxAway, TryLater, CertificateRefused, LoginRefused or SettingsError.
    """
    client = _dial(server)
    try:
        if server.security == "starttls":
            _encrypt(server, client)
        _log_in(server, client, password)
    except BaseException:
        hang_up(client)
        raise
    return client


def hang_up(client: IMAPClient) -> None:
    """Let go of the socket, whatever state the connection is in."""
    with suppress(OSError):
        client.shutdown()


def code_of(answer: str) -> str:
    """The response code in a server's answer, empty where there is none."""
    found = _CODE.search(answer)
    return found[1] if found else ""


def answer_of(error: BaseException) -> str:
    """The server's words in an error of the library, on one line."""
    first = error.args[0] if error.args else ""
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
    return " ".join(text.split())[:200]


def said_bye(client: IMAPClient) -> str | None:
    """The server's last words, where it ended the connection in good order."""
    words = client._imap.untagged_responses.get("BYE")  # noqa: SLF001 - IMAPClient hides them
    return words[-1].decode("utf-8", "replace")[:200] if words else None


def _loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _context(server: Server) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=server.ca_file)
    except OSError as error:
        raise SettingsError(
            f"{server.account}: `ca_file` {server.ca_file} cannot be read as certificates "
            f"({error}). Name a file in PEM format."
        ) from error


def _dial(server: Server) -> IMAPClient:
    """Connect, with TLS from the first byte where the settings say so."""
    tls = server.security == "tls"
    context = _context(server) if tls else None
    try:
        client = IMAPClient(
            server.host, server.port, ssl=tls, ssl_context=context, timeout=server.timeout
        )
        # Without it, every APPEND waits 40 ms for a delayed acknowledgement.
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except (IMAPClientError, OSError, ValueError) as error:
        raise _unreachable(server, error) from error
    # The library would spell out every line for a log that nobody keeps.
    client._imap.debug = 0  # noqa: SLF001
    client.normalise_times = False
    client.folder_encode = False
    return client


def _encrypt(server: Server, client: IMAPClient) -> None:
    """Turn to TLS or stop: what was said in the clear counts for nothing afterwards."""
    try:
        client.starttls(_context(server))
    except IMAPClientAbortError as error:
        raise MailboxAway(server.account, answer_of(error)) from error
    except IMAPClientError as error:
        raise CertificateRefused(server.account, f"no STARTTLS: {answer_of(error)}") from error
    except OSError as error:
        raise _unreachable(server, error) from error
    client._imap.untagged_responses.clear()  # noqa: SLF001


def _unreachable(server: Server, error: Exception) -> RebondError:
    """Why there is no connection. Nothing secret was said yet."""
    if isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return MailboxAway(server.account, "it hung up")
    if isinstance(error, ssl.SSLCertVerificationError):
        return CertificateRefused(server.account, error.verify_message)
    if isinstance(error, ssl.SSLError):
        return CertificateRefused(server.account, error.reason or error)
    cause = answer_of(error) if isinstance(error, IMAPClientError) else error
    if "BYE" in str(cause):
        return TryLater(server.account, cause)
    return MailboxAway(server.account, cause)


def _log_in(server: Server, client: IMAPClient, password: Callable[[], str]) -> None:
    plain = client.has_capability("AUTH=PLAIN")
    if not plain and client.has_capability("LOGINDISABLED"):
        raise _disabled(server)
    secret = password()
    if _CONTROL.search(server.username + secret):
        raise LoginRefused(server.account, "name or password holds a line break or NUL")
    try:
        if plain:
            client.plain_login(server.username, secret)
        else:
            _login(client._imap, server.username, secret)  # noqa: SLF001
    except IMAPClientError as error:
        raise _refused(server, client, error) from error
    except (OSError, ValueError) as error:
        raise MailboxAway(server.account, error) from error


def _disabled(server: Server) -> RebondError:
    if server.security == "none":
        return CertificateRefused(server.account, "the server wants encryption (LOGINDISABLED)")
    return LoginRefused(server.account, "it takes no password at all (LOGINDISABLED)")


def _login(imap: Any, username: str, password: str) -> None:
    """LOGIN for any name and password: imaplib quotes no name and knows only ASCII."""
    kind, answer = imap._simple_command("LOGIN", _quoted(username), _quoted(password))  # noqa: SLF001
    if kind != "OK":
        raise LoginError(answer[-1])
    imap.state = "AUTH"


def _quoted(text: str) -> bytes:
    return b'"' + text.replace("\\", "\\\\").replace('"', '\\"').encode() + b'"'


def _refused(server: Server, client: IMAPClient, error: IMAPClientError) -> RebondError:
    """Whose fault a failed login is: the server's code says it, not the library's class."""
    bye = said_bye(client)
    if bye is not None:
        return TryLater(server.account, bye)
    # LoginError hides what the library met behind its text.
    cause = error.__context__ if isinstance(error.__context__, IMAPClientError) else error
    answer = answer_of(cause)
    if isinstance(cause, IMAPClientAbortError):
        return MailboxAway(server.account, answer)
    if code_of(answer) in PATIENCE or "authenticated but not connected" in answer:
        return TryLater(server.account, answer)
    return LoginRefused(server.account, answer or "no reason given")

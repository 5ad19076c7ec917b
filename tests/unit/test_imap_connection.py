from __future__ import annotations

import logging
import socket
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pytest
import trustme
from tests.support.dovecot import PASSWORD
from tests.support.scripted import Scripted

from inbox_rebond.errors import (
    CertificateRefused,
    LoginRefused,
    MailboxAway,
    RebondError,
    SettingsError,
    TryLater,
)
from inbox_rebond.mailbox.connection import Server
from inbox_rebond.mailbox.imap import connect

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.dovecot import Dovecot

SECRET = "s3cret-wörd"


def never() -> str:
    """A password that must not be asked for."""
    pytest.fail("the password was asked for on a connection that is not safe")


def secret() -> str:
    """The password of scripted servers."""
    return SECRET


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
def test_every_way_in(
    dovecot: Dovecot, user: str, security: Literal["tls", "starttls", "none"]
) -> None:
    """TLS, STARTTLS and loopback in the clear lead to the same mailbox; umlauts survive."""
    mailbox = connect(dovecot.server(user, security), lambda: PASSWORD)
    assert "INBOX" in mailbox.folders()
    mailbox.close()


@pytest.mark.dovecot
def test_a_wrong_password_is_the_persons_to_mend(dovecot: Dovecot, user: str) -> None:
    """The server's own words and the next step are in the error."""
    with pytest.raises(LoginRefused, match=r"AUTHENTICATIONFAILED.*`password`"):
        connect(dovecot.server(user), lambda: "wrong")


@pytest.mark.dovecot
@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_strange_certificate_gets_no_password(
    dovecot: Dovecot, user: str, security: Literal["tls", "starttls"], tmp_path: Path
) -> None:
    """A certificate of an authority that is not trusted ends it."""
    other = tmp_path / "ca.pem"
    trustme.CA().cert_pem.write_to_path(other)
    server = replace(dovecot.server(user, security), ca_file=str(other))
    with pytest.raises(CertificateRefused, match="no password was sent"):
        connect(server, never)


@pytest.mark.dovecot
def test_a_certificate_for_another_name_gets_no_password(dovecot: Dovecot, user: str) -> None:
    """The name in the certificate is the name in the settings."""
    with pytest.raises(CertificateRefused):
        connect(replace(dovecot.server(user), host="127.0.0.1"), never)


@pytest.mark.dovecot
def test_tls_on_a_port_without_it(dovecot: Dovecot, user: str) -> None:
    """The wrong port for the right security ends it too."""
    with pytest.raises(CertificateRefused):
        connect(replace(dovecot.server(user), port=dovecot.port), never)


def test_a_stripped_starttls_gets_no_password() -> None:
    """Who takes STARTTLS out of the server's offer learns nothing."""
    with Scripted() as server, pytest.raises(CertificateRefused, match="STARTTLS"):
        connect(server.server("starttls"), never)
    assert server.said("LOGIN") + server.said("AUTHENTICATE") == []


def test_a_connection_that_claims_to_be_signed_in_gets_no_password() -> None:
    """PREAUTH would make STARTTLS impossible: it is no way around it (RFC 9051 §11.1)."""
    greeting = "* PREAUTH welcome\r\n"
    with Scripted(greeting=greeting) as server, pytest.raises(CertificateRefused):
        connect(server.server("starttls"), never)


def test_in_the_clear_only_on_this_machine() -> None:
    """`none` is refused for any other host before anything is sent."""
    with pytest.raises(SettingsError, match="tls"):
        Server("test", "imap.example.org", 143, "none", "camille")
    for host in ("localhost", "127.0.0.1", "::1"):
        assert host == Server("test", host, 143, "none", "camille").host


@pytest.mark.parametrize("content", [None, "not a certificate"])
def test_a_ca_file_that_is_none(content: str | None, tmp_path: Path) -> None:
    """A missing or broken `ca_file` is a fault of the settings."""
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(SettingsError, match="ca_file"):
        connect(Server("test", "localhost", 1, "tls", "camille", str(file)), never)


def test_a_closed_port() -> None:
    """Nobody there: the mailbox is away, and the next run goes on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(MailboxAway, match="refused"):
        connect(Server("test", "127.0.0.1", port, "none", "camille", timeout=2), never)


@pytest.mark.parametrize(
    ("greeting", "error"),
    [
        ("* BYE [UNAVAILABLE] too many connections\r\n", TryLater),
        ("HTTP/1.1 400 Bad Request\r\n", MailboxAway),
        ("* OK no line end", MailboxAway),
        ("", MailboxAway),
    ],
)
def test_an_odd_greeting(greeting: str, error: type[RebondError]) -> None:
    """What is no IMAP server is away; what asks for patience gets it."""
    with Scripted(greeting=greeting) as server, pytest.raises(MailboxAway) as caught:
        connect(replace(server.server(), timeout=0.3), never)
    assert error is type(caught.value)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("{tag} NO [AUTHENTICATIONFAILED] wrong\r\n", LoginRefused),
        ("{tag} NO [EXPIRED] change it\r\n", LoginRefused),
        ("{tag} NO [AUTHORIZATIONFAILED] not you\r\n", LoginRefused),
        ("{tag} NO sorry\r\n", LoginRefused),
        ("{tag} NO [UNAVAILABLE] backend\r\n", TryLater),
        ("{tag} NO [INUSE] locked\r\n", TryLater),
        ("{tag} NO [LIMIT] connections\r\n", TryLater),
        ("{tag} NO [OVERQUOTA] full\r\n", TryLater),
        ("{tag} BAD User is authenticated but not connected.\r\n", TryLater),
        ("* BYE restart\r\n", TryLater),
        ("HANG UP", MailboxAway),
    ],
)
@pytest.mark.parametrize("mechanism", ["LOGIN", "AUTHENTICATE"])
def test_whose_fault_a_failed_login_is(
    answer: str, error: type[RebondError], mechanism: str
) -> None:
    """The person is only asked to mend what the person can mend."""
    offer = " AUTH=PLAIN" if mechanism == "AUTHENTICATE" else ""
    answers = {
        "CAPABILITY": f"* CAPABILITY IMAP4rev1{offer}\r\n{{tag}} OK done\r\n",
        "AUTHENTICATE": "+ \r\n",
        r"\+ ": answer,
        "LOGIN": answer,
    }
    with Scripted(answers) as server, pytest.raises(RebondError) as caught:
        connect(server.server(), secret)
    assert error is type(caught.value)
    assert SECRET not in str(caught.value)


def test_login_disabled_gets_no_password() -> None:
    """LOGINDISABLED in the clear: nothing is said that must not be heard."""
    offer = {"CAPABILITY": "* CAPABILITY IMAP4rev1 LOGINDISABLED\r\n{tag} OK done\r\n"}
    with Scripted(offer) as server, pytest.raises(CertificateRefused, match="LOGINDISABLED"):
        connect(server.server(), never)


def test_names_and_passwords_are_quoted() -> None:
    """Where only LOGIN is offered, spaces, quotes and umlauts still arrive."""
    with Scripted() as server:
        connect(server.server(username='ca "mille" ü'), lambda: "a\\b é").close()
    assert 'LOGIN "ca \\"mille\\" ü" "a\\\\b é"' in server.said("LOGIN")[0]


@pytest.mark.parametrize("sign", ["\r\n", "\0"])
def test_a_password_gives_no_commands(sign: str) -> None:
    """A line end in a password is refused before it is sent."""
    with Scripted() as server, pytest.raises(LoginRefused):
        connect(server.server(), lambda: f"x{sign}A1 DELETE INBOX")
    assert server.said("LOGIN") == []


@pytest.mark.dovecot
def test_logs_hold_no_content(
    dovecot: Dovecot, user: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Even at DEBUG, no line holds a Message-ID, a subject or a password."""
    caplog.set_level(logging.DEBUG)
    dovecot.deliver(user, "INBOX", b"Message-ID: <private@example.org>\r\nSubject: Hush\r\n\r\n.")
    mailbox = dovecot.connect(user)
    mailbox.open("INBOX")
    assert mailbox.find("INBOX", "private@example.org")
    assert list(mailbox.fetch("INBOX", mailbox.uids("INBOX")))
    mailbox.close()
    assert not any(word in caplog.text for word in ("private", "Hush", PASSWORD))

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest
from imapclient import IMAPClient
from tests.support.dovecot import NO_MOVE, OLD, PASSWORD, PLAIN, Dovecot, Variant

from inbox_rebond.domain import MessageKey
from inbox_rebond.errors import MailboxAway, MailGone, MailRefused
from inbox_rebond.mailbox import rows, session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inbox_rebond.mailbox.imap import ImapMailbox

pytestmark = pytest.mark.dovecot
ONE = b"Message-ID: <one@example.org>\r\nSubject: x\r\n\r\nNo.\r\n"
TWO = b"Message-ID: <two@example.org>\r\nSubject: x\r\n\r\nNo.\r\n"


class Desk:
    """A mailbox with one mail, a target, and a mail program of the person beside it."""

    def __init__(self, server: Dovecot, user: str) -> None:
        server.deliver(user, "INBOX", ONE)
        self.mailbox: ImapMailbox = server.connect(user)
        self.to = self.mailbox.folder_for("Rebond", create=True)
        self.mailbox.open("INBOX")
        (self.key,) = self.mailbox.find("INBOX", "one@example.org")
        self.person = IMAPClient("127.0.0.1", server.port, ssl=False, timeout=10)
        self.person.plain_login(user, PASSWORD)
        self.person.select_folder("INBOX")

    def counts(self) -> tuple[int, int]:
        """Mails in both folders, without those marked as deleted."""
        self.mailbox.open("INBOX")
        here = self.mailbox.uids("INBOX")
        self.mailbox.open(self.to)
        return len(here), len(self.mailbox.uids(self.to))


@pytest.fixture
def desk_on(
    start_dovecot: Callable[[Variant], Dovecot], user: str
) -> Iterator[Callable[[Variant], Desk]]:
    """A desk on any variant of the server."""
    desks: list[Desk] = []

    def on(variant: Variant) -> Desk:
        desks.append(Desk(start_dovecot(variant), user))
        return desks[-1]

    yield on
    for desk in desks:
        desk.mailbox.close()
        desk.person.logout()


@pytest.mark.parametrize("variant", [NO_MOVE, OLD], ids=lambda variant: variant.name)
@pytest.mark.parametrize("marked", [False, True])
def test_an_interrupted_move_is_taken_up(
    desk_on: Callable[[Variant], Desk],
    variant: Variant,
    marked: bool,  # noqa: FBT001 - parameter
) -> None:
    """Cut off after COPY, or after the mark, the next try copies nothing again."""
    desk = desk_on(variant)
    desk.person.copy([desk.key.uid], desk.to)
    if marked:
        desk.person.add_flags([desk.key.uid], [b"\\Deleted"])
    place = desk.mailbox.move(desk.key, desk.to, "one@example.org")
    assert desk.mailbox.find(desk.to, "one@example.org") == (place,)
    assert desk.counts() == (0, 1)


@pytest.mark.parametrize("variant", [PLAIN, NO_MOVE, OLD], ids=lambda variant: variant.name)
def test_a_mail_that_the_person_deleted_is_gone(
    desk_on: Callable[[Variant], Desk], variant: Variant
) -> None:
    """What is marked as deleted is not brought back into another folder."""
    desk = desk_on(variant)
    desk.person.add_flags([desk.key.uid], [b"\\Deleted"])
    with pytest.raises(MailGone):
        desk.mailbox.move(desk.key, desk.to, "one@example.org")
    assert desk.counts() == (0, 0)


@pytest.mark.parametrize("variant", [PLAIN, NO_MOVE, OLD], ids=lambda variant: variant.name)
def test_only_the_moved_mail_is_expunged(
    desk_on: Callable[[Variant], Desk], variant: Variant
) -> None:
    """What others have marked as deleted is theirs to expunge."""
    desk = desk_on(variant)
    desk.person.append("INBOX", TWO, [b"\\Deleted"])
    desk.mailbox.move(desk.key, desk.to, "one@example.org")
    desk.person.select_folder("INBOX")
    left = desk.person.fetch(desk.person.search("ALL"), ["BODY.PEEK[]"])
    assert TWO in [row[b"BODY[]"] for row in left.values()]
    assert (ONE in [row[b"BODY[]"] for row in left.values()]) == (variant is OLD)


def test_a_copy_that_is_not_seen_removes_nothing(
    desk_on: Callable[[Variant], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is expunged that was not seen at its new place, whatever the server says."""
    desk = desk_on(NO_MOVE)
    elsewhere = MessageKey("test", desk.to, 1, 99)
    monkeypatch.setattr(session.Session, "copy", lambda *_: elsewhere)
    with pytest.raises((MailRefused, MailGone)):
        desk.mailbox.move(desk.key, desk.to, "one@example.org")
    assert desk.counts() == (1, 0)


def test_a_move_into_its_own_folder_does_nothing(desk_on: Callable[[Variant], Desk]) -> None:
    """A mail that is there already is not copied beside itself."""
    desk = desk_on(PLAIN)
    assert desk.key == desk.mailbox.move(desk.key, "INBOX", "one@example.org")
    assert desk.counts() == (1, 0)


def test_a_lost_connection_says_so(
    desk_on: Callable[[Variant], Desk], dovecot: Dovecot, user: str
) -> None:
    """After the server went away every call is MailboxAway, and closing still works."""
    desk = desk_on(PLAIN)
    desk.mailbox._session._client.socket().shutdown(socket.SHUT_RDWR)
    for _ in range(2):
        with pytest.raises(MailboxAway):
            desk.mailbox.open("INBOX")
    again = dovecot.connect(user)
    assert [desk.key.uid] == again.uids("INBOX")
    again.close()


def test_many_mails_come_in_bounded_pieces(
    dovecot: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However small the pieces, every mail comes once and no UID is skipped."""
    monkeypatch.setattr(rows, "_SEARCH_WIDTH", 2)
    monkeypatch.setattr(rows, "_BATCH_BYTES", 200)
    bodies = [b"Message-ID: <%d@example.org>\r\n\r\n%s\r\n" % (n, b"x" * n) for n in range(1, 60)]
    for body in bodies:
        dovecot.deliver(user, "INBOX", body)
    mailbox = dovecot.connect(user)
    mailbox.open("INBOX")
    uids = mailbox.uids("INBOX")
    assert list(range(1, 60)) == uids
    assert sorted(bodies) == sorted(raw.data for raw in mailbox.fetch("INBOX", uids))
    mailbox.close()

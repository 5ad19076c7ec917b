from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from tests.support.scripted import Scripted

from inbox_rebond.domain import MessageKey
from inbox_rebond.errors import (
    FolderMissing,
    MailboxAway,
    MailGone,
    MailRefused,
    RebondError,
    TryLater,
)
from inbox_rebond.mailbox.imap import ImapMailbox, connect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEY = MessageKey("test", "INBOX", 7, 2)
HEADER = "BODY[HEADER.FIELDS (MESSAGE-ID)]"


def fetched(*items: str) -> str:
    """A FETCH answer."""
    lines = [f"* {number} FETCH ({item})\r\n" for number, item in enumerate(items, start=1)]
    return "".join(lines) + "{tag} OK done\r\n"


def with_body(uid: int, item: str, body: str) -> str:
    """The FETCH items of one mail with a literal."""
    return f"UID {uid} FLAGS () {item} {{{len(body)}}}\r\n{body}"


def scripted(answers: Mapping[str, str]) -> Scripted:
    """A server with answers of the test's own."""
    return Scripted(answers)


def signed_in(server: Scripted) -> ImapMailbox:
    """A mailbox on it."""
    return connect(server.server(), lambda: "secret")


@pytest.fixture
def offers_move() -> dict[str, str]:
    """A server that says it can MOVE."""
    return {
        "CAPABILITY": "* CAPABILITY IMAP4rev1 UIDPLUS MOVE\r\n{tag} OK done\r\n",
        "UID FETCH 2 .*FLAGS": fetched("UID 2 FLAGS ()"),
    }


def test_ok_is_not_believed(offers_move: dict[str, str]) -> None:
    """A server that says OK and leaves the mail where it is has not moved it."""
    with scripted(offers_move) as server:
        mailbox = signed_in(server)
        with pytest.raises(MailRefused, match="left the mail where it is"):
            mailbox.move(KEY, "Archive", "one@example.org")
        mailbox.close()


def test_a_uid_that_is_gone_is_not_moved(offers_move: dict[str, str]) -> None:
    """MOVE is not even tried, because it would answer OK."""
    with scripted(offers_move | {"UID FETCH 2 .*FLAGS": fetched()}) as server:
        mailbox = signed_in(server)
        with pytest.raises(MailGone):
            mailbox.move(KEY, "Archive", "one@example.org")
        mailbox.close()
    assert server.said("UID MOVE") == []


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("{tag} NO [EXPUNGEISSUED] gone\r\n", MailGone),
        ("{tag} NO [TRYCREATE] no such folder\r\n", MailRefused),
        ("{tag} NO [OVERQUOTA] full\r\n", TryLater),
        ("{tag} NO [UNAVAILABLE] later\r\n", TryLater),
        ("{tag} BAD what\r\n", MailRefused),
        ("* BYE restart\r\n", TryLater),
        ("HANG UP", MailboxAway),
        ("* garbage\r\n&%$\r\n", MailboxAway),
    ],
)
def test_what_a_refused_move_means(
    offers_move: dict[str, str], answer: str, error: type[RebondError]
) -> None:
    """Gone, refused for this mail, to be tried later, or no connection any more."""
    with scripted(offers_move | {"UID MOVE": answer}) as server:
        mailbox = signed_in(server)
        with pytest.raises(RebondError) as caught:
            mailbox.move(KEY, "Archive", "one@example.org")
        mailbox.close()
    assert error is type(caught.value)


def test_a_mail_that_the_server_keeps_back_hides_no_other() -> None:
    """Some servers answer UNAVAILABLE for one mail for ever: the others are read."""
    sizes = [f'UID {uid} RFC822.SIZE 2 INTERNALDATE "nonsense"' for uid in (1, 2, 3)]
    answers = {
        "UID FETCH 1,2,3 .*SIZE": fetched(*sizes),
        "UID FETCH 1 ": fetched(with_body(1, "BODY[]", "no")),
        "UID FETCH 3 ": fetched("UID 9 FLAGS ()", "UID 9 FLAGS ()", with_body(3, "BODY[]", "na")),
        "UID FETCH": "{tag} NO [UNAVAILABLE] try another time\r\n",
    }
    with scripted(answers) as server:
        mailbox = signed_in(server)
        raws = list(mailbox.fetch("INBOX", [1, 2, 3]))
        mailbox.close()
    assert [(raw.key.uid, raw.data, raw.received) for raw in raws] == [
        (1, b"no", None),
        (3, b"na", None),
    ]


@pytest.mark.parametrize("search", ["{tag} NO not today\r\n", "* SEARCH\r\n{tag} OK done\r\n"])
def test_headers_are_read_where_search_fails(search: str) -> None:
    """A server whose SEARCH cannot be relied on does not make a draft appear twice."""
    header = "Message-Id:\r\n <one@example.org>\r\n\r\n"
    answers = {
        "UID SEARCH": search,
        "FETCH 1,2,3 ": fetched("UID 11 FLAGS ()", with_body(12, HEADER, header)),
    }
    with scripted(answers) as server:
        mailbox = signed_in(server)
        assert (MessageKey("test", "INBOX", 7, 12),) == mailbox.find("INBOX", "one@example.org")
        mailbox.close()


def test_an_answer_that_cannot_be_read_ends_the_connection() -> None:
    """The error tells nothing of the answer, because it may hold mail."""
    answers = {"UID SEARCH": "* SEARCH private words\r\n{tag} OK done\r\n"}
    with scripted(answers) as server:
        mailbox = signed_in(server)
        with pytest.raises(MailboxAway) as caught:
            mailbox.uids("INBOX")
        with pytest.raises(MailboxAway, match="closed"):
            mailbox.folders()
        mailbox.close()
    assert "private" not in str(caught.value)


def test_a_server_that_falls_silent_is_away() -> None:
    """No answer within the timeout is an answer."""
    with scripted({'LIST "" "\\*"': ""}) as server:
        mailbox = connect(replace(server.server(), timeout=0.2), lambda: "secret")
        with pytest.raises(MailboxAway, match="timed out"):
            mailbox.folders()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("{tag} NO [NONEXISTENT] what\r\n", FolderMissing),
        ("{tag} NO [INUSE] locked\r\n", TryLater),
    ],
)
def test_a_folder_that_does_not_open(answer: str, error: type[RebondError]) -> None:
    """Either it is not there, or it is only busy."""
    with scripted({"EXAMINE": answer}) as server:
        mailbox = signed_in(server)
        with pytest.raises(error):
            mailbox.open("INBOX")
        mailbox.close()


def test_a_draft_with_a_nul_is_not_sent() -> None:
    """IMAP has no way to say NUL: the mail is refused, the connection lives."""
    with scripted({}) as server:
        mailbox = signed_in(server)
        with pytest.raises(MailRefused):
            mailbox.append_draft("INBOX", b"Subject: \0\r\n\r\n", datetime.now(UTC))
        assert "INBOX" in mailbox.folders()
        mailbox.close()


@pytest.fixture
def listing() -> Iterator[ImapMailbox]:
    """A server whose folder list has seen better days."""
    rows = (
        '* LIST (\\Noselect) "/" "[Gmail]"\r\n* LIST () NIL INBOX\r\n'
        '* LIST () "/" {5}\r\nA"B c\r\n* LIST () "/" "2024"\r\n* LIST () "/" "&bad"\r\n'
        '* LIST (\\HasNoChildren \\dRAFTS) "/" "Br&AOk-ves"\r\n* LIST () "/" Drafts\r\n'
    )
    with scripted({'LIST "" "\\*"': rows + "{tag} OK done\r\n"}) as server:
        mailbox = signed_in(server)
        yield mailbox
        mailbox.close()


def test_folders_of_all_kinds_are_listed(listing: ImapMailbox) -> None:
    """Literals, quotes, numbers and accents are names; what cannot be opened is left out."""
    assert {"INBOX", 'A"B c', "2024", "Bréves", "Drafts"} <= set(listing.folders())
    assert "[Gmail]" not in listing.folders()


def test_special_use_beats_the_name(listing: ImapMailbox) -> None:
    """The folder that the server calls Drafts is it, in whatever case it says so."""
    assert listing.drafts_folder() == "Bréves"


def test_looking_for_drafts_makes_nothing() -> None:
    """Who only looks is told that there is no Drafts folder yet."""
    with scripted({'LIST "" "\\*"': "* LIST () NIL INBOX\r\n{tag} OK done\r\n"}) as server:
        mailbox = signed_in(server)
        with pytest.raises(FolderMissing):
            mailbox.drafts_folder(create=False)
        mailbox.close()
        assert server.said("CREATE") == []


def test_what_the_server_offers(offers_move: dict[str, str]) -> None:
    """The extensions that matter are named, there or not."""
    with scripted(offers_move) as server:
        mailbox = signed_in(server)
        assert mailbox.offers() == {"MOVE": True, "UIDPLUS": True, "IDLE": False}
        mailbox.close()

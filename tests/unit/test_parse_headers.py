from __future__ import annotations

import logging
from datetime import UTC, datetime

import pytest

from inbox_rebond.domain import Address
from inbox_rebond.parse import parse

RECEIVED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def headed(*lines: str | bytes) -> bytes:
    """A mail with these headers."""
    raw = [line if isinstance(line, bytes) else line.encode() for line in lines]
    return b"\r\n".join([*raw, b"", b"Hello"])


def test_the_message_id_is_bare_and_raw() -> None:
    """Angle brackets and folding are not part of an id."""
    assert parse(headed("Message-ID:\r\n <a.b@x.example>")).identity.message_id == "a.b@x.example"
    assert parse(headed("Message-ID: a.b@x.example")).identity.message_id == "a.b@x.example"


@pytest.mark.parametrize(
    "value",
    [
        "<a@x.example\0>",
        "<a\r\n b@x.example>",
        "<a\t@x.example>",
        "=?utf-8?q?=3Ca=0D=0ADELETE_x=3E?=",
        "<=?utf-8?q?a=0D=0A?=@x.example>",
        b"<caf\xe9@x.example>",
        "<>",
        "two words",
    ],
)
def test_an_id_that_could_end_a_command_is_refused(value: str | bytes) -> None:
    """Nothing but printable ASCII reaches a search on the server."""
    raw = value if isinstance(value, bytes) else value.encode()
    mail = parse(headed(b"Message-ID: " + raw, b"References: " + raw, b"In-Reply-To: " + raw))
    assert (mail.identity.message_id, mail.references, mail.in_reply_to) == ("", (), ())


def test_references_keep_their_order() -> None:
    """The thread is oldest first, each id once."""
    mail = parse(headed("References: <1@x.example>\r\n\t<2@x.example> <1@x.example>"))
    assert mail.references == ("1@x.example", "2@x.example")


def test_the_fingerprint_does_not_depend_on_folding() -> None:
    """The same headers wrapped differently are the same mail; another size is another one."""
    one = parse(headed("From: a@x.example", "Subject: one two"), size=500)
    folded = parse(headed("From:  a@x.example", "Subject: one\r\n\ttwo"), size=500)
    assert one.identity.fingerprint == folded.identity.fingerprint
    larger = parse(headed("From: a@x.example", "Subject: one two"), size=501)
    assert one.identity.fingerprint != larger.identity.fingerprint
    assert len(one.identity.fingerprint) == 64


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        ("=?utf-8?q?Votre?=\r\n =?utf-8?q?_candidature?=", "Votre candidature"),
        ("Your application\r\n for this post", "Your application for this post"),
        ("Re: =?iso-8859-1?Q?R=E9ponse?= (1)", "Re: Réponse (1)"),
        (b"R\xc3\xa9ponse", "Réponse"),
        (b"R\xe9ponse", "Réponse"),
        ("=?no-such-charset?q?plain?=", "plain"),
        ("a\u00a0b\u200bc\u00add", "a bcd"),
        ("", ""),
    ],
)
def test_the_subject_is_readable(raw: str | bytes, subject: str) -> None:
    """Subjects are decoded, unfolded and without invisible signs."""
    value = raw if isinstance(raw, bytes) else raw.encode()
    assert subject == parse(headed(b"Subject: " + value)).subject


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Jane Doe <Jane@X.Example>", [("Jane Doe", "jane@x.example")]),
        ('"Doe, Jane" <jane@x.example>', [("Doe, Jane", "jane@x.example")]),
        ("=?utf-8?q?Ren=C3=A9?= <r@x.example>", [("René", "r@x.example")]),
        ('"=?utf-8?q?Ren=C3=A9?=" <r@x.example>', [("René", "r@x.example")]),
        ("jane@x.example <jane@x.example>", [("", "jane@x.example")]),
        ("Team: a@x.example, B <b@x.example>;", [("", "a@x.example"), ("B", "b@x.example")]),
        ("Jobs: Jane <jane@x.example>", [("Jobs: Jane", "jane@x.example")]),
        ("Jane <jane@x.example", [("Jane", "jane@x.example")]),
        ("undisclosed-recipients:;", []),
        ("nobody", []),
    ],
)
def test_damaged_addresses_survive(raw: str, expected: list[tuple[str, str]]) -> None:
    """Names are decoded, addresses are in lower case, groups are opened."""
    assert tuple(Address(*pair) for pair in expected) == parse(headed(f"From: {raw}")).senders


def test_two_from_headers_leave_no_sender() -> None:
    """Who really wrote is not for the program to choose."""
    mail = parse(headed("From: a@x.example", "From: b@x.example"))
    assert (mail.sender, len(mail.senders)) == (None, 2)


def test_of_very_many_recipients_the_first_are_kept() -> None:
    """A list of recipients stays short."""
    to = ", ".join(f"u{number}@x.example" for number in range(300))
    mail = parse(headed(f"To: {to}"))
    assert (len(mail.to), mail.to[0].email) == (100, "u0@x.example")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Mon, 2 Mar 2026 10:00:00 +0100", RECEIVED),
        ("2 Mar 2026 09:00:00", RECEIVED),
        ("Mon, 02 Mar 2026 09:00:00 GMT", RECEIVED),
        ("Mon, 2 Mar 2026 09:00:00 +9999", None),
        ("Mon, 2 Mar 1026 09:00:00 +0000", None),
        ("Mon, 2 Mar 9999 09:00:00 -2359", None),
        ("yesterday", None),
        ("", None),
        ("(((", None),
    ],
)
def test_a_date_makes_sense_or_is_none(raw: str, expected: datetime | None) -> None:
    """Dates are aware and between 1970 and 2100; else the mailbox's date is taken."""
    assert expected == parse(headed(f"Date: {raw}")).date
    assert (expected or RECEIVED) == parse(headed(f"Date: {raw}"), received=RECEIVED).date


def test_what_tells_about_the_way_of_a_mail() -> None:
    """Trace and list headers are there, the topmost Authentication-Results alone."""
    mail = parse(
        headed(
            "Return-Path: <>",
            "Authentication-Results: mx.x.example; spf=pass",
            "Authentication-Results: forged.example; spf=pass",
            "List-Id: Jobs <jobs.x.example>",
            "Precedence: bulk",
            "Auto-Submitted: auto-generated",
        )
    )
    assert mail.return_path == ""
    assert mail.authentication_results == "mx.x.example; spf=pass"
    assert mail.list_id == "Jobs <jobs.x.example>"
    assert (mail.precedence, mail.auto_submitted) == ("bulk", "auto-generated")
    assert parse(headed("Return-Path: <b@x.example>")).return_path == "b@x.example"
    assert parse(headed("Subject: x")).return_path is None


def test_a_mail_that_was_cut_says_so() -> None:
    """`truncated` compares what is there with the size on the server."""
    data = headed("Subject: x")
    assert (len(data), False) == (parse(data).size, parse(data).truncated)
    assert (parse(data, size=9_000).size, parse(data, size=9_000).truncated) == (9_000, True)


def test_defects_are_names_without_content() -> None:
    """What was wrong is said without quoting it."""
    mail = parse(headed("From: secret <secret", "Date: secret"))
    assert mail.defects
    assert "secret" not in " ".join(mail.defects)


def test_nothing_of_a_mail_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """Logs carry ids, never content, even where mail-parser complains."""
    caplog.set_level(logging.DEBUG)
    parse(headed("Subject: =?utf-8?b?secret?=", "From: =?utf-8?b?secret?= <secret"))
    assert "secret" not in caplog.text

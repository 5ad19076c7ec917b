from __future__ import annotations

from dataclasses import astuple
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inbox_rebond.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inbox_rebond.domain import Mail

SECONDS = 5.0
"""The most that any mail may take; the slowest here takes a tenth on an idle machine."""

SEED = (
    b"From: =?utf-8?q?Jane?= <jane@x.example>\r\nTo: Team: a@x.example;\r\n"
    b"Subject: =?utf-8?b?UG9zdGU=?=\r\nDate: Mon, 2 Mar 2026 09:00:00 +0100\r\n"
    b"Message-ID: <a@x.example>\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: multipart/alternative; boundary*0=ed; boundary*1=ge\r\n\r\n"
    b"--edge\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nSorry=20\r\n> old\r\n"
    b"--edge\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    b"PHA+U29ycnk8L3A+PGJsb2NrcXVvdGU+b2xkPC9ibG9ja3F1b3RlPg==\r\n--edge--\r\n"
)


def strings(value: object) -> Iterator[str]:
    """Every text inside a tree of tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)


def check(mail: Mail) -> None:
    """Everything in a mail can be stored and printed."""
    for text in strings(astuple(mail)):
        assert "\0" not in text
        text.encode()
    assert mail.date is None or mail.date.tzinfo is not None
    assert len(mail.text) + len(mail.quoted) + len(mail.attached) <= 300_000


@given(st.binary(max_size=2_000))
def test_no_bytes_raise(data: bytes) -> None:
    """Any bytes make a mail."""
    check(parse(data))


@given(st.binary(max_size=300), st.sampled_from(["from", "date", "subject", "content-type"]))
@example(b"te\0xt/pl\xffain", "content-type")
def test_no_header_raises(value: bytes, name: str) -> None:
    """Any bytes may stand in a header."""
    check(parse(name.encode() + b": " + value + b"\r\n\r\nHello"))


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SEED)),
            st.integers(0, 40),
            st.one_of(st.binary(max_size=20), st.sampled_from(SEED.split())),
        ),
        max_size=8,
    )
)
def test_no_damage_raises(cuts: list[tuple[int, int, bytes]]) -> None:
    """A mail in which bytes were lost, changed and added is still a mail."""
    data = SEED
    for start, length, new in cuts:
        data = data[:start] + new + data[start + length :]
    check(parse(data))


def html(body: bytes) -> bytes:
    """A mail that is an HTML text."""
    return b"Content-Type: text/html\n\n" + body


def numbered(pattern: bytes, count: int) -> bytes:
    """A pattern repeated, no two alike."""
    return b"".join(pattern % number for number in range(count))


BOMBS = {
    "encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nx",
    "encoded name": b"From: " + b"=?utf-8?q?a?= " * 100_000 + b"<a@x.example>\n\nx",
    "comments": b"From: " + b"(" * 100_000 + b"\n\nx",
    "many From": b"From: a@x.example\n" * 50_000 + b"\nx",
    "parameters": b'Content-Type: multipart/mixed; boundary="b; ' + b'";' * 500_000 + b"\n\nx",
    "headers": b"a: b\n" * 1_000_000,
    "lines": b"\n" * 10_000_000,
    "one line": b"Subject: x\n\n" + b"a" * 10_000_000,
    "nested multiparts": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d.\n\n--b%d.\n" % (n, n) for n in range(2_000)
    ),
    "nested mails": b"Content-Type: message/rfc822\n\n" * 5_000,
    "parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000,
    "boundaries": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b boundary\n" * 200_000,
    "base64": b"Content-Transfer-Encoding: base64\n\n" + b"QUFB" * 2_000_000,
    "punycode": b"Content-Type: text/plain; charset=punycode\n\n" + b"a" * 1_000_000,
    "quote marks": b"Subject: x\n\n" + b">" * 1_000_000,
    "attributions": b"Subject: x\n\n" + b"On 1 a\n" * 30_000,
    "deep HTML": html(b"<div>" * 90_000),
    "attributes": html(b"<p " + numbered(b"a%x ", 90_000) + b">"),
    "formatting": html(b"<b><i><p>" * 20_000),
    "distinct formatting": html(numbered(b"<b id=%d><p>", 30_000)),
    "spliced formatting": html(numbered(b"<<b>b id=%d><p>", 20_000)),
    "nested quotes": html(b"<blockquote>" * 20_000),
    "open tags": html(b"<a" * 400_000),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_does_not_go_off(name: str) -> None:
    """Time is bounded for input that takes quadratic time or worse elsewhere."""
    start = process_time()
    check(parse(BOMBS[name]))
    assert process_time() - start < SECONDS


def test_what_was_read_before_a_limit_stays() -> None:
    """The first parts of a mail with too many parts are read."""
    part = b"--b\n\nhello\n"
    mail = parse(b"Content-Type: multipart/mixed; boundary=b\n\n" + part * 5_000)
    assert mail.text.startswith("hello")
    assert "TooManyPartsError" in mail.defects


def test_all_parts_share_one_allowance() -> None:
    """Many long parts say no more than one."""
    part = b"--b\n\n" + b"hello " * 20_000 + b"\n"
    mail = parse(b"Content-Type: multipart/mixed; boundary=b\n\n" + part * 50)
    assert len(mail.text) <= 200_200

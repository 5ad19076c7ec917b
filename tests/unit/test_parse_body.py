from __future__ import annotations

import base64

import pytest

from inbox_rebond.parse import parse


def mail(content_type: str, body: str | bytes, *headers: str) -> bytes:
    """A mail or a part."""
    raw = body if isinstance(body, bytes) else body.encode()
    head = "\r\n".join([f"Content-Type: {content_type}", *headers])
    return head.encode() + b"\r\n\r\n" + raw


def multipart(subtype: str, *parts: bytes) -> bytes:
    """A mail of parts."""
    inside = b"".join(b"--edge\r\n" + part + b"\r\n" for part in parts)
    return mail(f"multipart/{subtype}; boundary=edge", inside + b"--edge--\r\n")


PLAIN = mail("text/plain", "the plain version of the text")
HTML = mail("text/html", "<p>the <b>rich</b> version of the text</p>")


def test_plain_is_preferred() -> None:
    """Of two versions of a text the plain one is read."""
    assert parse(multipart("alternative", PLAIN, HTML)).text == "the plain version of the text"


@pytest.mark.parametrize("stub", ["", "  \r\n", "View online."])
def test_a_stub_is_no_version(stub: str) -> None:
    """Where the plain version says nothing, the HTML is read."""
    long = mail("text/html", "<p>" + "a long letter " * 20 + "</p>")
    found = parse(multipart("alternative", mail("text/plain", stub), long)).text
    assert found.startswith("a long letter")


def test_inline_parts_are_joined() -> None:
    """Several text parts of a mail are one text."""
    mixed = multipart("mixed", PLAIN, mail("image/png", b"\x89PNG"), mail("text/plain", "footer"))
    assert parse(mixed).text == "the plain version of the text\n\nfooter"


def test_a_named_text_is_a_body_and_an_attachment_is_not() -> None:
    """Content-Disposition says what is attached, a name does not."""
    named = mail('text/plain; name="mail.txt"', "named")
    attached = mail("text/plain", "notes", "Content-Disposition: attachment; filename=n.txt")
    assert parse(multipart("mixed", named, attached)).text == "named"
    assert parse(multipart("mixed", mail("image/png", b"x"), attached)).text == "notes"


def test_calendars_and_reports_are_not_read() -> None:
    """Machine-readable parts are no text."""
    calendar = mail("text/calendar", "BEGIN:VCALENDAR")
    status = mail("message/delivery-status", "Reporting-MTA: dns; x.example\r\n\r\nAction: failed")
    found = parse(multipart("report", PLAIN, calendar, status))
    assert (found.text, found.attached) == ("the plain version of the text", "")
    assert found.content_type == "multipart/report"


def test_an_attached_mail_is_kept_apart() -> None:
    """What an attached mail says is not said by this sender."""
    inner = mail("text/plain", "we regret\r\n> your application", "Subject: inner")
    found = parse(multipart("mixed", PLAIN, mail("message/rfc822", inner)))
    assert (found.text, found.quoted) == ("the plain version of the text", "")
    assert found.attached == "we regret\n\nyour application"


@pytest.mark.parametrize(
    ("content_type", "raw"),
    [
        ("text/plain; charset=utf-8", "déjà vu €".encode()),
        ("text/plain; charset=iso-8859-1", "déjà vu €".encode("cp1252")),
        ("text/plain; charset=us-ascii", "déjà vu €".encode()),
        ("text/plain; charset=iso-8859-1", "déjà vu €".encode()),
        ("text/plain; charset=utf-8", "déjà vu €".encode("cp1252")),
        ("text/plain; charset=no-such-thing", "déjà vu €".encode()),
        ("text/plain; charset=zlib", "déjà vu €".encode()),
        ("text/plain; charset=utf-16", "déjà vu €".encode()),
        ("text/plain; charset=utf-16", "déjà vu €".encode("utf-16")),
        ("text/plain; charset=utf-16le", "déjà vu €".encode("utf-16le")),
        ("text/plain; charset=base64", "déjà vu €".encode("cp1252")),
        ("text/plain", "déjà vu €".encode("utf-8-sig")),
        ("text/plain", "déjà vu €".encode("cp1252")),
    ],
)
def test_charsets_are_tried_until_one_fits(content_type: str, raw: bytes) -> None:
    """A wrong or unknown charset loses no letter."""
    coded = base64.b64encode(raw)
    found = parse(mail(content_type, coded, "Content-Transfer-Encoding: base64"))
    assert found.text == "déjà vu €"


def test_a_text_cut_inside_a_letter_stays_readable() -> None:
    """The end of a truncated mail does not spoil the rest."""
    raw = ("Désolé, " * 20).encode() + "é".encode()[:1]
    assert parse(mail("text/plain; charset=utf-8", raw)).text.startswith("Désolé, Désolé")


@pytest.mark.parametrize("encoding", ["base64", "BASE64 ", '"base64"'])
def test_transfer_encodings_are_read_leniently(encoding: str) -> None:
    """The name of an encoding may have quotes, blanks and capitals."""
    coded = base64.b64encode(b"plain words")
    found = parse(mail("text/plain", coded, f"Content-Transfer-Encoding: {encoding}"))
    assert found.text == "plain words"


def test_a_wrong_transfer_encoding_loses_nothing() -> None:
    """Text that only claims to be base64 stays as it came."""
    letter = "Dear Camille, we are sorry to tell you, your application was not chosen."
    for text in (letter, letter[:-1], letter[:-2], letter[:-3]):
        for encoding in ("base64", "8bit", "utf-8"):
            data = mail("text/plain", text, f"Content-Transfer-Encoding: {encoding}")
            assert parse(data).text == text


def test_a_footer_below_base64_does_not_spoil_it() -> None:
    """Mailing lists append plain text to what was encoded."""
    coded = base64.b64encode(b"Dear Camille, we are sorry.") + b"\r\n\r\n-- the list --\r\n"
    found = parse(mail("text/plain", coded, "Content-Transfer-Encoding: base64"))
    assert found.text.startswith("Dear Camille, we are sorry.")


def test_flowed_lines_are_joined() -> None:
    """format=flowed: soft line ends vanish, quotes and the signature stay apart."""
    body = "We are \r\nsorry.\r\n> you \r\n> wrote\r\n-- \r\nJane\r\n"
    found = parse(mail("text/plain; format=flowed", body))
    assert (found.text, found.quoted) == ("We are sorry.\n\n--\nJane", "you wrote")
    joined = parse(mail("text/plain; format=flowed; delsp=yes", "in \r\nflow"))
    assert joined.text == "inflow"
    deeper = parse(mail("text/plain; format=flowed", "> one \r\n>> two \r\nmine "))
    assert (deeper.text, deeper.quoted) == ("mine", "one\ntwo")


def test_invisible_signs_are_gone() -> None:
    """No NUL, soft hyphen, zero width; one kind of blank and of line end."""
    body = "a\0b\u00adc\u200bd\ufeff\u00a0e\r\nf\rg\u2028h"
    assert parse(mail("text/plain; charset=utf-8", body)).text == "abcd e\nf\ng\nh"


def test_html_becomes_lines() -> None:
    """Blocks and <br> end lines, cells do not, entities are read, what hides is dropped."""
    body = """<html><head><title>no</title><style>p{}</style></head><body>
        <div style="display:none">preview</div><span hidden>no</span><script>no()</script>
        <p>Dear&nbsp;<b>Ca</b>mille,<br>we are
        sorry &amp; sad.</p><div>One</div><div>Two</div>
        <table><tr><td>Post</td><td>Cook</td></tr></table><ul><li>x</li></ul>
        <pre>a\nb</pre></body></html>"""
    assert parse(mail("text/html", body)).text == (
        "Dear Camille,\nwe are sorry & sad.\n\nOne\nTwo\n\nPost Cook\n\n- x\n\na\nb"
    )


def test_html_under_a_false_name_is_html() -> None:
    """A text/plain part that is an HTML page is read as one."""
    assert parse(mail("text/plain", "<!DOCTYPE html><p>Hello</p>")).text == "Hello"


def test_links_are_those_of_all_versions() -> None:
    """Web links, each once, in order; nothing else is a link."""
    plain = mail("text/plain", "See https://x.example/a, (https://x.example/b).")
    rich = mail(
        "text/html",
        '<a href="https://x.example/b">b</a><a href="HTTPS://x.example/c?d&amp;e">c</a>'
        '<a href="mailto:a@x.example">m</a><a href="javascript:x">j</a>',
    )
    assert parse(multipart("alternative", plain, rich)).links == (
        "https://x.example/a",
        "https://x.example/b",
        "HTTPS://x.example/c?d&e",
    )


def test_a_missing_boundary_leaves_the_text() -> None:
    """A multipart that is none is still readable."""
    assert "Hello" in parse(mail("multipart/mixed; boundary=never", "Hello")).text


def test_frames_are_no_text() -> None:
    """An HTML page without a body says nothing."""
    assert parse(mail("text/html", "<frameset><frame src=x></frameset>")).text == ""


def test_a_body_that_cannot_be_read_leaves_the_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a library raises on a body, the mail is there, and says what happened."""

    def fail(_root: object) -> None:
        raise LookupError

    monkeypatch.setattr("inbox_rebond.parse.read_body", fail)
    found = parse(mail("text/plain", "Hello", "Subject: x"))
    assert (found.subject, found.text, found.defects) == ("x", "", ("BodyLookupError",))


def test_a_mail_without_headers_or_body_is_empty() -> None:
    """Nothing gives nothing."""
    assert parse(b"").text == parse(b"Subject: x").text == ""


def test_what_stands_before_the_headers_is_skipped() -> None:
    """A byte order mark, empty lines and an mbox separator do not hide the headers."""
    for start in (b"\xef\xbb\xbf", b"\r\n\r\n", b"From x Mon Mar  2 09:00:00 2026\n"):
        assert parse(start + b"Subject: x\r\n\r\nHello").subject == "x"

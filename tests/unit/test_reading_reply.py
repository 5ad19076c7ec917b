"""Whom to ask: the ladder from Reply-To to nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inbox_rebond.domain import Address, Identity, Mail, Person
from inbox_rebond.reading import read

ME = Person("Camille Martin", ("camille@example.org", "c.martin@example.org"))
ANN = Address("Ann Reed", "ann.reed@acme.example")
JOBS = Address("Acme Jobs", "jobs@acme.example")
NO_REPLY = Address("Acme", "no-reply@acme.example")
RELAY = Address("Acme", "acme@us.greenhouse-mail.io")
MAIL = Mail(Identity("a@acme.example", "f"), text="It is a no, sorry.", senders=(JOBS,))


def asked(mail: Mail) -> str | None:
    """The address that would be asked."""
    address = read(mail, ME).reply.address
    return address.email if address else None


@pytest.mark.parametrize(
    ("expected", "sender", "reply_to"),
    [
        ("ann.reed@acme.example", JOBS, (ANN,)),
        ("ann.reed@acme.example", NO_REPLY, (ANN,)),
        ("ann.reed@acme.example", NO_REPLY, (NO_REPLY, ANN)),
        ("ann.reed@acme.example", Address("", "x@careers.acme.example"), (ANN,)),
        ("ann.reed@acme.example", RELAY, (ANN,)),
        ("reply-8f3@greenhouse.io", RELAY, (Address("", "reply-8f3@greenhouse.io"),)),
        ("jobs@acme.example", JOBS, ()),
        ("ann.reed@acme.example", ANN, ()),
        ("jobs@acme.example", JOBS, (NO_REPLY,)),
        ("jobs@acme.example", JOBS, (Address("", "helper@elsewhere.example"),)),
        ("jobs@acme.example", JOBS, (Address("", "camille@example.org"),)),
        (None, NO_REPLY, ()),
        (None, NO_REPLY, (NO_REPLY,)),
        (None, RELAY, ()),
        (None, RELAY, (Address("", "somebody@gmail.com"),)),
        (None, Address("", "bounces@acme.example"), ()),
    ],
)
def test_the_ladder(expected: str | None, sender: Address, reply_to: tuple[Address, ...]) -> None:
    """Reply-To of the same house or its system, else From where somebody reads it, else nobody."""
    assert asked(replace(MAIL, senders=(sender,), reply_to=reply_to)) == expected


@pytest.mark.parametrize(
    "changed",
    [
        replace(MAIL, senders=()),
        replace(MAIL, senders=(JOBS, ANN)),
        replace(MAIL, senders=(Address("", "c.martin@example.org"),)),
        replace(MAIL, return_path=""),
        replace(MAIL, return_path="<>"),
        replace(MAIL, content_type="multipart/report"),
        replace(MAIL, auto_submitted="auto-replied"),
        replace(MAIL, list_id="<news.acme.example>"),
        replace(MAIL, precedence="bulk"),
        replace(MAIL, authentication_results="mx.example.org; spf=pass; dmarc=fail (p=reject)"),
        replace(MAIL, authentication_results="mx.example.org; spf=fail smtp.mailfrom=acme.example"),
        replace(MAIL, text="It is a no. Please do not reply to this email."),
        replace(MAIL, text="Malheureusement non. Merci de ne pas répondre à ce message."),
    ],
)
def test_nobody_is_asked(changed: Mail) -> None:
    """Bounces, lists, forgeries, own mail and mail that wants no answer: nobody, and why."""
    found = read(changed, ME).reply
    assert found.address is None
    assert found.why
    assert "\n" not in found.why


@pytest.mark.parametrize(
    "changed",
    [
        replace(MAIL, auto_submitted="auto-generated"),
        replace(MAIL, return_path="jobs@acme.example"),
        replace(MAIL, authentication_results="mx.example.org; dkim=pass; spf=fail; dmarc=pass"),
        replace(MAIL, authentication_results="mx.example.org; dkim=pass; spf=softfail"),
        replace(MAIL, precedence="bulk", senders=(ANN,)),
        replace(MAIL, text="Do not reply to this email: write to us.", reply_to=(ANN,)),
    ],
)
def test_what_does_not_stand_in_the_way(changed: Mail) -> None:
    """Software that sends, a passed check, a person on a list, a Reply-To beside the notice."""
    assert asked(changed)

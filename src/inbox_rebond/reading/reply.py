"""Whom to ask: the ladder from Reply-To over From to nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inbox_rebond.domain import Contact, SenderKind
from inbox_rebond.reading.organisations import is_free, is_relay, organisation
from inbox_rebond.reading.sender import is_no_reply, sender_kind

if TYPE_CHECKING:
    from inbox_rebond.domain import Address, Mail, Person

_ADDRESS = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}")
_METHOD = re.compile(r"\b(dmarc|spf|dkim)\s*=\s*(\w+)")
_MASS = frozenset({"bulk", "list", "junk"})


def whom_to_ask(mail: Mail, person: Person, *, unanswered: bool) -> Contact:
    """The address to answer, or None, and why.

    `unanswered` says that the mail itself tells that answers are not read.
    """
    refused = _refused(mail, person)
    if refused:
        return Contact(None, refused)
    sender = mail.senders[0]
    for address in mail.reply_to:
        why = _reply_to(address, sender, person)
        if why and not (unanswered and address.email == sender.email):
            return Contact(address, why)
    if unanswered:
        return Contact(None, "the mail says that replies are not read")
    return _sender(mail, sender, person)


def _refused(mail: Mail, person: Person) -> str:
    """Why nobody is asked, whatever the addresses are; empty where nothing is in the way."""
    own = {address.casefold() for address in person.addresses}
    checks = (
        (not mail.senders, "there is no From address"),
        (len(mail.senders) > 1, "there is more than one From address"),
        (any(sender.email in own for sender in mail.senders), "it is the person's own mail"),
        (mail.return_path is not None and mail.return_path.strip("<> ") == "", "it is a bounce"),
        (mail.content_type.startswith("multipart/report"), "it is a delivery report"),
        ("auto-replied" in mail.auto_submitted.casefold(), "it is an automatic reply"),
        (_forged(mail.authentication_results), "the sender could not be authenticated"),
    )
    return next((why for applies, why in checks if applies), "")


def _forged(results: str) -> bool:
    """Whether the provider says that the sender is not who it claims to be (RFC 8601 §2.7).

    Without a DMARC result, a failed SPF or DKIM counts only where the other one did not pass.
    """
    told: dict[str, set[str]] = {}
    for method, result in _METHOD.findall(results.casefold()):
        told.setdefault(method, set()).add(result)
    if "dmarc" in told:
        return "fail" in told["dmarc"]
    others = told.get("spf", set()) | told.get("dkim", set())
    return "fail" in others and "pass" not in others


def _usable(address: Address, person: Person) -> bool:
    own = {own.casefold() for own in person.addresses}
    return (
        bool(_ADDRESS.fullmatch(address.email))
        and address.email not in own
        and not is_no_reply(address)
    )


def _reply_to(address: Address, sender: Address, person: Person) -> str:
    """Why a Reply-To address may be answered; empty where it may not."""
    if not _usable(address, person):
        return ""
    if organisation(address.domain) == organisation(sender.domain):
        return "Reply-To of the same organisation"
    if is_relay(address.domain):
        return "Reply-To at the recruiting system, made for this mail"
    if is_relay(sender.domain) and not is_free(address.domain):
        return "Reply-To of the employer, sent through a recruiting system"
    return ""


def _sender(mail: Mail, sender: Address, person: Person) -> Contact:
    """From, where somebody reads it."""
    kind = sender_kind(sender)
    if kind is SenderKind.NO_REPLY:
        return Contact(None, "From is a no-reply address and no Reply-To can be answered")
    if kind is SenderKind.RELAY:
        return Contact(None, "From is a recruiting system and no Reply-To can be answered")
    if not _usable(sender, person):
        return Contact(None, "From is no address that can be answered")
    if kind is not SenderKind.PERSON and (mail.list_id or mail.precedence.casefold() in _MASS):
        return Contact(None, "it is a mass mailing without a person to answer")
    return Contact(sender, f"From is a {kind.value}")

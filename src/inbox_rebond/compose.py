"""From a refused application to the reply that asks what could be done better. Pure."""

from __future__ import annotations

import hashlib
import hmac
import re
from email.errors import MessageError
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateError, TemplatesNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from inbox_rebond.domain import Address, Draft, Register, SenderKind, Stage, TemplateKey
from inbox_rebond.errors import TemplateBroken, UserError
from inbox_rebond.text import fold_space

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from jinja2 import BaseLoader, Template

    from inbox_rebond.domain import Findings, Mail, Person, SaveDraft

MAX_CHARS = 8_000
"""The longest text that a template may give."""

_LANGUAGE = "en"
_MOST_VALUE = 120
_MOST_SUBJECT = 250
_MOST_REFERENCES = 30
_LONGEST_ID = 900
_REPLY = re.compile(
    r"^(?:\s*(?:re|aw|sv|antw|ant|r|rif|vs|odp)(?:\[\d+\]|\(\d+\))?\s*:\s*)+", re.IGNORECASE
)
_ID = re.compile(r"[!-;=?-~]+")
_TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "herr", "frau", "ing"),
        *("m", "mme", "mlle", "madame", "monsieur", "sr", "sra", "srta", "don", "doña"),
        *("sig", "sig.ra", "signor", "signora", "dott", "dott.ssa", "dhr", "mevr", "mevrouw"),
    }
)
_TOGETHER = frozenset({"&", "and", "et", "und", "y", "e", "en"})
_BLANK_LINES = re.compile(r"\n{3,}")


class Templates:
    """The reply templates that a loader finds, by `reply/<language>/<register>/<stage>.txt.j2`."""

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader
        # Plain text is written here: HTML escapes would spoil it.
        self._environment = ImmutableSandboxedEnvironment(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def render(self, key: TemplateKey, values: Mapping[str, object]) -> str:
        """The text of the template that comes nearest to `key`; raises TemplateBroken."""
        template = self._template(key)
        pieces: list[str] = []
        size = 0
        try:
            for piece in template.generate(**values):
                size += len(piece)
                if size > MAX_CHARS:
                    raise _broken(template, None, f"it gives more than {MAX_CHARS} characters")
                pieces.append(piece)
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise _broken(template, _line(error, template), error) from error
        return _BLANK_LINES.sub("\n\n", "".join(pieces)).strip() + "\n"

    def digest(self, key: TemplateKey) -> str:
        """The version of the template that `render` takes: SHA-256 over its name and text."""
        name = self._template(key).name or ""
        source = self._loader.get_source(self._environment, name)[0]
        return hashlib.sha256(f"{name}\n{source}".encode()).hexdigest()

    def _template(self, key: TemplateKey) -> Template:
        try:
            return self._environment.select_template(list(_names(key)))
        except TemplatesNotFound as error:
            raise TemplateBroken(
                f"There is no reply template for {key.language!r} nor for {_LANGUAGE!r}; "
                f"put one at {next(_names(key))}."
            ) from error
        except TemplateSyntaxError as error:
            where = error.filename or error.name or "a reply template"
            raise TemplateBroken(f"{where}, line {error.lineno}: {error.message}.") from error
        except UnicodeDecodeError as error:
            raise TemplateBroken(f"A reply template is not UTF-8: {error}.") from error


def _names(key: TemplateKey) -> Iterator[str]:
    """The names to look for: the language before English, the stage before the register."""
    other = Register.INFORMAL if key.register is Register.FORMAL else Register.FORMAL
    for language in dict.fromkeys((key.language, _LANGUAGE)):
        for stage in dict.fromkeys((key.stage, Stage.AFTER_APPLICATION)):
            for register in (key.register, other):
                yield f"reply/{language}/{register}/{stage}.txt.j2"


def _broken(template: Template, line: int | None, cause: object) -> TemplateBroken:
    where = template.filename or template.name
    return TemplateBroken(f"{where}{f', line {line}' if line else ''}: {cause}.")


def _line(error: BaseException, template: Template) -> int | None:
    """The line of the template that raised: Jinja2 rewrites tracebacks to tell it."""
    name = template.filename or "<template>"
    lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == name]
    return lines[-1] if lines else None


def compose(
    templates: Templates,
    mail: Mail,
    findings: Findings,
    action: SaveDraft,
    person: Person,
    *,
    secret: bytes,
    now: datetime,
) -> Draft:
    """The reply as it will lie in the Drafts folder.

    The same mail, template and secret give the same Message-ID: a draft that is already there is
    found again. `now` is aware; its offset stands in the Date header.
    """
    text = templates.render(action.template, _values(findings, action, person))
    own = Address(person.name, person.addresses[0])
    made = _message_id(templates, mail, action, secret)
    message_id = f"{made}@{own.domain}"
    subject = _subject(mail.subject)
    threading = _threading(message_id, mail)
    data = _bytes(own, action.to, subject, format_datetime(now), threading, text)
    return Draft(message_id, action.to, subject, text, data)


def _values(findings: Findings, action: SaveDraft, person: Person) -> dict[str, str | None]:
    """What a template may say; None for what is not known."""
    known = {
        "company": findings.company,
        "role": findings.role,
        "contact": _greeted(findings, action),
    }
    values = {name: _one_line(value) if value else None for name, value in known.items()}
    return {**values, "name": _one_line(person.name)}


def _one_line(value: str, most: int = _MOST_VALUE) -> str:
    """A value without control characters, of a length that a sentence or a header can hold."""
    return fold_space("".join(sign if sign.isprintable() else " " for sign in value)[:most])


def _greeted(findings: Findings, action: SaveDraft) -> str | None:
    """The contact as the greeting calls them, unless the reply goes to another person."""
    contact = findings.contact
    if contact is None:
        return None
    if findings.sender_kind is SenderKind.PERSON and action.to.name:
        shared = set(contact.casefold().split()) & set(action.to.name.casefold().split())
        if not shared:
            return None
    return _called(contact, action.template.register)


def _called(contact: str, register: Register) -> str:
    """Informal: the first name. Formal: title and last name where a title stands, else in full.

    Two people who signed together keep both their names.
    """
    words = contact.split()
    titles = [word for word in words if word.casefold().rstrip(".") in _TITLES]
    names = [word for word in words if word not in titles]
    if not names or not _TOGETHER.isdisjoint(words):
        return contact
    if register is Register.INFORMAL:
        return contact if titles and len(names) == 1 else names[0]
    if not titles:
        return contact
    # A particle belongs to the last name: Frau van den Berg.
    last = next((at for at, word in enumerate(names) if word.islower()), len(names) - 1)
    return " ".join((*titles, *names[last:]))


def _message_id(templates: Templates, mail: Mail, action: SaveDraft, secret: bytes) -> str:
    """A keyed hash of account, mail and template version: nobody else can tell or make it."""
    parts = (
        action.key.account,
        mail.identity.message_id,
        mail.identity.fingerprint,
        *(str(part) for part in (action.template.language, action.template.register)),
        str(action.template.stage),
        templates.digest(action.template),
    )
    return hmac.new(secret, "\0".join(parts).encode(), hashlib.sha256).hexdigest()[:40]


def _subject(subject: str) -> str:
    """One "Re:", whatever marks of replies were there."""
    return f"Re: {_REPLY.sub('', _one_line(subject, _MOST_SUBJECT))}".strip()


def _threading(message_id: str, mail: Mail) -> str:
    """Message-ID, In-Reply-To and References (RFC 5322 §3.6.4), each id on a line of its own.

    Written here and not by EmailMessage, which encodes long ids on some versions of Python.
    """
    parent = [mail.identity.message_id] if _is_id(mail.identity.message_id) else []
    earlier = [known for known in mail.references if _is_id(known) and known not in parent]
    if len(earlier) > _MOST_REFERENCES:
        earlier = [earlier[0], *earlier[1 - _MOST_REFERENCES :]]
    headers = [
        ("Message-ID", [message_id]),
        ("In-Reply-To", parent),
        ("References", earlier + parent),
    ]
    lines = (
        f"{name}: " + "\r\n ".join(f"<{one}>" for one in ids) + "\r\n"
        for name, ids in headers
        if ids
    )
    return "".join(lines)


def _is_id(message_id: str) -> bool:
    return len(message_id) <= _LONGEST_ID and bool(_ID.fullmatch(message_id))


def _bytes(own: Address, to: Address, subject: str, date: str, threading: str, text: str) -> bytes:
    """The mail itself: plain text, quoted-printable, CRLF."""
    message = EmailMessage(policy=SMTP)
    try:
        message["From"] = _header_address(own)
        message["To"] = _header_address(to)
        message["Subject"] = subject
        message["Date"] = date
        message.set_content(text, charset="utf-8", cte="quoted-printable")
        head, body = message.as_bytes().split(b"\r\n\r\n", 1)
        head += b"\r\n" + threading.encode("ascii")
    except (MessageError, ValueError) as error:
        raise UserError(
            f"A mail cannot be written to or from this address: {error}. "
            f"Check `address` in the settings."
        ) from error
    return head + b"\r\n" + body


def _header_address(address: Address) -> Any:
    """The address as a header takes it; without control characters in the name."""
    if not address.email.isascii():
        raise ValueError(f"{address.email} is not plain ASCII")
    return HeaderAddress(_one_line(address.name), addr_spec=address.email)

"""Composing: what every draft holds, whatever the mail and whatever is known."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import datetime, timedelta, timezone
from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, FileSystemLoader

from inbox_rebond import resources
from inbox_rebond.compose import MAX_CHARS, Templates, compose
from inbox_rebond.domain import (
    Address,
    Draft,
    Findings,
    Identity,
    Mail,
    MessageKey,
    Person,
    Register,
    SaveDraft,
    SenderKind,
    Stage,
    TemplateKey,
)
from inbox_rebond.errors import TemplateBroken, UserError

if TYPE_CHECKING:
    from email.message import EmailMessage

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=timezone(timedelta(hours=1)))
ME = Person("Camille Martin", ("camille@example.org",))
ANN = Address("Ann Reed", "ann.reed@acme.example")
KEY = MessageKey("main", "INBOX", 1, 7)
FORMAL = TemplateKey("en", Register.FORMAL, Stage.AFTER_APPLICATION)
MAIL = Mail(Identity("parent@acme.example", "f" * 64), subject="Your application", senders=(ANN,))
SHIPPED = Templates(FileSystemLoader(resources.templates()))
LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt")
KEYS = [TemplateKey(*key) for key in product(LANGUAGES, Register, Stage)]


def draft(
    mail: Mail = MAIL,
    findings: Findings | None = None,
    *,
    to: Address = ANN,
    person: Person = ME,
    key: TemplateKey = FORMAL,
    secret: bytes = b"secret",
    templates: Templates = SHIPPED,
) -> Draft:
    """A draft for a mail, with everything that a test does not care about filled in."""
    action = SaveDraft(KEY, to, key)
    known = findings or Findings()
    return compose(templates, mail, known, action, person, secret=secret, now=NOW)


def parsed(made: Draft) -> EmailMessage:
    """The draft as another program reads it."""
    return email.message_from_bytes(made.data, policy=email.policy.default)


@pytest.mark.parametrize(
    "key", KEYS, ids=lambda key: "-".join(map(str, (key.language, key.register, key.stage)))
)
@pytest.mark.parametrize("role", [None, "Buyer, Fresh Produce (m/f/d)"])
@pytest.mark.parametrize("company", [None, "Harbour Bakery"])
@pytest.mark.parametrize("contact", [None, "Ann Reed"])
def test_a_reply_reads_well_whatever_is_known(
    key: TemplateKey, role: str | None, company: str | None, contact: str | None
) -> None:
    """No placeholder, no gap, at most 120 words, one question; what is known is named once."""
    values = {"role": role, "company": company, "contact": contact, "name": "Camille Martin"}
    text = SHIPPED.render(key, values)
    assert not re.search(r"None|[{}]|  | [,.:;!]|\n\n\n|[ \t]\n", text)
    assert len(text.split()) <= 120
    assert text.count("?") == 1
    assert text.rstrip().endswith("\nCamille Martin")
    assert all(text.count(value) == 1 for value in (role, company, contact) if value)


def test_each_language_and_register_has_its_own_text() -> None:
    """All languages, and both registers where the language has two, are told apart."""
    values = {"role": None, "company": None, "contact": None, "name": "C"}
    texts = {SHIPPED.render(key, values) for key in KEYS}
    assert len(texts) == 2 + 6 * 4


@pytest.mark.parametrize("language", ["sv", "xx", "../../etc"])
def test_an_unknown_language_falls_back_to_english(language: str) -> None:
    """Where a language has no template, English stands in, at the same stage."""
    values = {"role": None, "company": None, "contact": None, "name": "C"}
    key = TemplateKey(language, Register.INFORMAL, Stage.AFTER_INTERVIEW)
    english = TemplateKey("en", Register.FORMAL, Stage.AFTER_INTERVIEW)
    assert SHIPPED.render(english, values) == SHIPPED.render(key, values)


def test_a_missing_stage_falls_back_to_the_first_one() -> None:
    """A language with one template uses it for every stage and register."""
    only = Templates(DictLoader({"reply/it/informal/after_application.txt.j2": "Ciao"}))
    key = TemplateKey("it", Register.FORMAL, Stage.AFTER_INTERVIEW)
    assert only.render(key, {}) == "Ciao\n"


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("a\n{% if %}", 2, "Expected an expression"),
        ("a\nb\n{{ salary }}", 3, "'salary' is undefined"),
        ("a\n{{ name.__class__.__mro__ }}", 2, "unsafe"),
        ("a\n{{ 1 / 0 }}", 2, "division by zero"),
    ],
)
def test_a_broken_template_is_named_with_its_line(source: str, line: int, words: str) -> None:
    """The person who wrote a template learns where it breaks, and why."""
    name = "reply/en/formal/after_application.txt.j2"
    with pytest.raises(TemplateBroken) as raised:
        Templates(DictLoader({name: source})).render(FORMAL, {"name": "C"})
    assert name in str(raised.value) or "<template>" in str(raised.value)
    assert f"line {line}" in str(raised.value)
    assert words in str(raised.value)


def test_a_template_cannot_fill_the_disk() -> None:
    """A text that grows beyond the limit is refused while it grows."""
    source = "{% for n in range(90000) %}{{ 'x' * 100 }}{% endfor %}"
    endless = Templates(DictLoader({"reply/en/formal/after_application.txt.j2": source}))
    with pytest.raises(TemplateBroken, match=str(MAX_CHARS)):
        endless.render(FORMAL, {})


def test_no_template_at_all_says_where_to_put_one() -> None:
    """Without templates the error names the file that is looked for."""
    with pytest.raises(TemplateBroken, match="reply/en/formal/after_application"):
        Templates(DictLoader({})).render(FORMAL, {})


def test_the_draft_is_a_mail_that_other_programs_read() -> None:
    """From the person, to the contact, one Re:, dated with its offset, plain quoted-printable."""
    made = draft(findings=Findings(company="Café Zoë", contact="Ann Reed"))
    mail = parsed(made)
    assert str(mail["From"]) == "Camille Martin <camille@example.org>"
    assert str(mail["To"]) == "Ann Reed <ann.reed@acme.example>"
    assert mail["Subject"] == made.subject == "Re: Your application"
    assert mail["Date"].datetime == NOW
    assert mail["Date"].endswith("+0100")
    assert mail["Content-Transfer-Encoding"] == "quoted-printable"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content().replace("\r\n", "\n") == made.text
    assert "Café Zoë" in made.text
    assert mail["Auto-Submitted"] is None
    assert b"\n" not in made.data.replace(b"\r\n", b"")
    assert made.data.isascii()


@pytest.mark.parametrize(
    "subject",
    [
        "Your application",
        "Re: Your application",
        "RE: AW: Your application",
        "SV: R: re[2]: Your application",
    ],
)
def test_there_is_one_re(subject: str) -> None:
    """Marks of replies, in any language, become one Re:."""
    mail = Mail(MAIL.identity, subject=subject, senders=(ANN,))
    assert draft(mail).subject == "Re: Your application"


def test_the_thread_goes_on() -> None:
    """In-Reply-To is the parent; References are the parent's and the parent itself."""
    mail = Mail(MAIL.identity, references=("one@acme.example", "two@acme.example"), senders=(ANN,))
    read = parsed(draft(mail))
    assert read["In-Reply-To"] == "<parent@acme.example>"
    assert read["References"].split() == [
        "<one@acme.example>",
        "<two@acme.example>",
        "<parent@acme.example>",
    ]


def test_long_ids_are_never_encoded() -> None:
    """An id longer than a line stays as it is, and no line passes the limit of RFC 5322."""
    long = "x" * 400 + "@mail.example"
    many = tuple(f"{number}-{long}" for number in range(60))
    mail = Mail(Identity(long, "f"), references=many, senders=(ANN,))
    made = draft(mail)
    assert f"In-Reply-To: <{long}>\r\n".encode() in made.data
    assert b"=?" not in made.data
    assert max(map(len, made.data.split(b"\r\n"))) <= 998


def test_a_mail_without_id_starts_a_thread() -> None:
    """Where the parent has no usable id there is no threading header, and still a Message-ID."""
    for bad in ("", "a b@acme.example", "a>\r\nBcc: x@evil.example", "ä@acme.example"):
        read = parsed(draft(Mail(Identity(bad, "f"), senders=(ANN,))))
        assert read["In-Reply-To"] is None
        assert read["References"] is None
        assert read["Bcc"] is None
        assert read["Message-ID"]


def test_the_message_id_tells_mail_and_template_and_nothing_else() -> None:
    """The same mail, template and secret: the same id; another of them: another id."""
    base = draft().message_id
    assert base == draft(findings=Findings(company="Acme")).message_id
    assert base.endswith("@example.org")
    assert f"Message-ID: <{base}>".encode() in draft().data
    changed = Templates(DictLoader({"reply/en/formal/after_application.txt.j2": "Hi {{ name }}"}))
    others = {
        draft(secret=b"other").message_id,
        draft(Mail(Identity("other@acme.example", "f" * 64), senders=(ANN,))).message_id,
        draft(Mail(Identity("parent@acme.example", "0" * 64), senders=(ANN,))).message_id,
        draft(key=TemplateKey("fr", Register.FORMAL, Stage.AFTER_APPLICATION)).message_id,
        draft(templates=changed).message_id,
    }
    assert len(others) == 5
    assert base not in others


def test_a_contact_is_greeted_only_where_the_reply_goes_there() -> None:
    """A reply to Ann does not greet Tom; a reply to a team greets who signed."""
    signed = Findings(contact="Tom Hale", sender_kind=SenderKind.PERSON)
    assert "Tom" not in draft(findings=signed).text
    team = Findings(contact="Tom Hale", sender_kind=SenderKind.TEAM)
    assert "Dear Tom Hale," in draft(findings=team, to=Address("Jobs", "jobs@acme.example")).text


@pytest.mark.parametrize(
    ("contact", "language", "register", "greeting"),
    [
        ("Julien Ferrand", "fr", Register.INFORMAL, "Bonjour Julien,"),
        ("Julien Ferrand", "fr", Register.FORMAL, "Bonjour Julien Ferrand,"),
        ("Frau Anke Brandstetter", "de", Register.FORMAL, "Guten Tag Frau Brandstetter,"),
        ("Prof. Dr. Anke Brandstetter", "de", Register.FORMAL, "Guten Tag Prof. Dr. Brandstetter,"),
        ("Frau Sanne van den Berg", "nl", Register.FORMAL, "Goedendag Frau van den Berg,"),
        ("Dr. Anke Brandstetter", "de", Register.INFORMAL, "Hallo Anke,"),
        ("Mr Chaudhry", "en", Register.FORMAL, "Dear Mr Chaudhry,"),
        ("Mr Chaudhry", "it", Register.INFORMAL, "Ciao Mr Chaudhry,"),
        ("Emily & Kevin", "es", Register.INFORMAL, "Hola, Emily & Kevin:"),
        (None, "pt", Register.INFORMAL, "Olá,"),
    ],
)
def test_a_person_is_called_as_the_register_wants(
    contact: str | None, language: str, register: Register, greeting: str
) -> None:
    """Informal: the first name; formal: title and last name where a title stands, else in full."""
    key = TemplateKey(language, register, Stage.AFTER_APPLICATION)
    made = draft(findings=Findings(contact=contact), key=key)
    assert made.text.splitlines()[0] == greeting


def test_an_address_that_no_header_can_hold_is_refused() -> None:
    """An address that is none ends in one sentence for the person, not in a broken mail."""
    for bad in ("nobody", "ann@acme.example\r\nBcc: x@evil.example", "zoë@acme.example"):
        with pytest.raises(UserError, match="address"):
            draft(to=Address("Ann", bad))


HOSTILE = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("\r\n\0\t <>@,;:\"'()é{}")), max_size=300
)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_no_header_can_be_injected(name: str, own: str, subject: str, company: str) -> None:
    """Whatever stands in names, subject and findings, the headers are ours and only ours."""
    mail = Mail(MAIL.identity, subject=subject, senders=(ANN,))
    findings = Findings(company=company, role=subject, contact=name)
    person = Person(own, ("camille@example.org",))
    made = draft(mail, findings, to=Address(name, ANN.email), person=person)
    read = parsed(made)
    assert sorted(key.lower() for key in read) == sorted(
        [
            "from",
            "to",
            "subject",
            "date",
            "content-type",
            "content-transfer-encoding",
            "mime-version",
            "message-id",
            "in-reply-to",
            "references",
        ]
    )
    assert read["To"].addresses[0].addr_spec == ANN.email
    assert read["From"].addresses[0].addr_spec == "camille@example.org"
    assert made.subject.splitlines() == [made.subject]

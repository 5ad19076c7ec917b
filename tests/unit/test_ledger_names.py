from __future__ import annotations

import pytest

from inbox_rebond.domain import Identity, Mail
from inbox_rebond.ledger.applications import company_key, role_key, thread_ids


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("acme", "ACME GmbH"),
        ("acme", "Acme, Inc."),
        ("societe generale", "Société Générale SA"),
        ("co", "Co"),
        ("株式会社", "株式会社"),
        (None, "***"),
        (None, ""),
        (None, None),
    ],
)
def test_a_company_is_known_by_its_bare_name(key: str | None, name: str | None) -> None:
    """Case, accents, signs and the legal form do not make another company."""
    assert key == company_key(name)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("data engineer", "Data Engineer (m/w/d)"),
        ("data engineer", "data engineer H/F"),
        ("entwickler in", "Entwickler*in"),
        ("c engineer 2", "C++ Engineer 2"),
        ("r d lead", "R&D lead"),
        (None, "(f/m/x)"),
        (None, None),
    ],
)
def test_a_role_is_known_without_its_marks(key: str | None, name: str | None) -> None:
    """Marks of gender do not make another role; numbers do."""
    assert key == role_key(name)


def test_endless_names_end() -> None:
    """What is compared is bounded."""
    assert len(company_key("x" * 100_000) or "") == 200
    assert len(role_key("x" * 100_000) or "") == 200


def test_of_an_endless_thread_the_ends_count() -> None:
    """The root and the newest Message-IDs hold a thread together."""
    chain = tuple(f"{number}@mail.example" for number in range(10_000))
    ids = thread_ids(Mail(Identity("own@mail.example", "f"), references=chain))
    assert ids[:2] == ("own@mail.example", "0@mail.example")
    assert chain[-50:] == ids[2:]


def test_a_mail_without_ids_has_no_thread() -> None:
    """An empty Message-ID connects nothing."""
    assert thread_ids(Mail(Identity("", "f"), in_reply_to=("",))) == ()

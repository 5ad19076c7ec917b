"""Which application a mail belongs to."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, insert, select, update
from sqlalchemy.exc import IntegrityError

from inbox_rebond.domain import Label
from inbox_rebond.ledger.store import insert_once, new_id
from inbox_rebond.ledger.tables import applications, threads

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Insert

    from inbox_rebond.domain import Findings, Mail

JOB: Final = frozenset(
    {
        Label.REJECTION,
        Label.ACKNOWLEDGEMENT,
        Label.ASSESSMENT,
        Label.INTERVIEW,
        Label.OFFER,
        Label.STATUS_UPDATE,
        Label.FEEDBACK,
    }
)
"""Labels of mails that answer something the person applied for."""

_MAX_THREAD = 50
_MAX_KEY = 200
_WORD = re.compile(r"[^\W_]+")
_GENDERS = re.compile(r"(?<![^\W_])[mwfdhxi](?:\s*/\s*[mwfdhxi]){1,3}(?![^\W_])", re.IGNORECASE)
_LEGAL = re.compile(
    "ab|ag|aps|as|bv|co|corp|corporation|gmbh|inc|kg|limited|llc|ltd|nv|oy|plc|sa|sarl|sas|se|sl|"
    "spa|srl"
)


def assign(
    connection: Connection, account: str, parsed: Mail, findings: Findings, now: datetime
) -> int:
    """The application of a mail: that of its thread, else that of its post, else a new one."""
    ids = thread_ids(parsed)
    names = {
        "company": findings.company,
        "role": findings.role,
        "company_key": company_key(findings.company),
        "role_key": role_key(findings.role),
    }
    # The unique keys of thread and post answer first, also when two programs ask at once.
    application = _open(connection, account, ids, names, now)
    if application is None:
        application = _found(connection, account, ids, names)
        _learn(connection, account, application, ids, names)
    return application


def thread_ids(parsed: Mail) -> tuple[str, ...]:
    """The Message-IDs by which a mail hangs together with others, each once.

    Of a long chain the root and the newest: a mail has no other bound on it.
    """
    chain = (*parsed.references, *parsed.in_reply_to)
    ids = (parsed.identity.message_id, *chain[:1], *chain[-_MAX_THREAD:])
    return tuple(dict.fromkeys(filter(None, ids)))


def company_key(name: str | None) -> str | None:
    """A company's name without case, accents, signs and legal form; None if nothing is left."""
    words = _words(name or "")
    bare = [word for word in words if not _LEGAL.fullmatch(word)]
    return " ".join(bare or words)[:_MAX_KEY] or None


def role_key(name: str | None) -> str | None:
    """A role without case, accents, signs and marks like (m/f/d); None if nothing is left."""
    return " ".join(_words(_GENDERS.sub(" ", name or "")))[:_MAX_KEY] or None


def _words(name: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", name.casefold())
    return _WORD.findall("".join(sign for sign in folded if not unicodedata.combining(sign)))


def _open(
    connection: Connection,
    account: str,
    ids: Sequence[str],
    names: dict[str, str | None],
    now: datetime,
) -> int | None:
    """A new application, or None where its thread or its post has one."""
    try:
        with connection.begin_nested():
            opened = insert(applications).values(account=account, opened=now, **names)
            application = new_id(connection, opened)
            for message_id in ids:
                connection.execute(_thread(account, message_id, application))
            return application
    except IntegrityError:
        return None


def _found(
    connection: Connection, account: str, ids: Sequence[str], names: dict[str, str | None]
) -> int:
    """The oldest application of the thread, else the one of the post."""
    by_thread: int | None = connection.scalar(
        select(func.min(threads.c.application)).where(
            threads.c.account == account, threads.c.message_id.in_(ids)
        )
    )
    if by_thread is not None:
        return by_thread
    by_post: int = connection.scalars(
        select(applications.c.id).where(
            applications.c.account == account,
            applications.c.company_key == names["company_key"],
            applications.c.role_key == names["role_key"],
        )
    ).one()
    return by_post


def _learn(
    connection: Connection,
    account: str,
    application: int,
    ids: Sequence[str],
    names: dict[str, str | None],
) -> None:
    """Add what this mail knows of its application and earlier ones did not."""
    for message_id in ids:
        insert_once(connection, _thread(account, message_id, application))
    try:
        with connection.begin_nested():
            connection.execute(
                update(applications)
                .where(applications.c.id == application)
                .values({name: func.coalesce(applications.c[name], names[name]) for name in names})
            )
    except IntegrityError:
        # Another application is known for this post: the person may merge them.
        return


def _thread(account: str, message_id: str, application: int) -> Insert:
    return insert(threads).values(account=account, message_id=message_id, application=application)

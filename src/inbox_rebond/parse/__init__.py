"""From raw bytes to a Mail. Whatever the bytes are: no exception, bounded time and memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inbox_rebond.domain import Identity, Mail
from inbox_rebond.parse.body import Body, read_body
from inbox_rebond.parse.clean import one_line
from inbox_rebond.parse.headers import Headers, as_text
from inbox_rebond.parse.letterhead import read_letterhead
from inbox_rebond.parse.tree import read_tree

if TYPE_CHECKING:
    from datetime import datetime
    from email.message import Message

__all__ = ["parse"]


def parse(data: bytes, *, size: int | None = None, received: datetime | None = None) -> Mail:
    """Read a mail; never raises.

    `size` is its whole size in bytes where `data` is only its beginning; `received` (aware)
    stands in for a Date header that is missing or makes no sense.
    """
    whole = len(data) if size is None else size
    root, torn = read_tree(data)
    headers = Headers(root)
    head = read_letterhead(headers)
    body, unread = _body(root)
    return Mail(
        identity=Identity(headers.message_id(), headers.fingerprint(whole)),
        subject=head.subject,
        senders=head.senders,
        reply_to=head.reply_to,
        to=head.to,
        cc=head.cc,
        date=head.date or received,
        in_reply_to=headers.ids("in-reply-to"),
        references=headers.ids("references"),
        text=body.text,
        quoted=body.quoted,
        attached=body.attached,
        return_path=headers.return_path(),
        list_id=headers.readable("list-id"),
        precedence=headers.readable("precedence"),
        auto_submitted=headers.readable("auto-submitted"),
        content_type=one_line(as_text(root.get_content_type())),
        authentication_results=headers.readable("authentication-results"),
        links=body.links,
        size=whole,
        truncated=whole > len(data),
        defects=tuple(sorted({*torn, *head.defects, *unread})),
    )


def _body(root: Message) -> tuple[Body, tuple[str, ...]]:
    """The texts of a mail, and the names of what made them unreadable."""
    try:
        return read_body(root), ()
    except Exception as error:  # noqa: BLE001 - codecs and the MIME library raise many kinds on damaged parts, and no mail may stop the program
        return Body(), (f"Body{type(error).__name__}",)

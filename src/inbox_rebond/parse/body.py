"""The texts of a mail: which parts are its body, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inbox_rebond.parse.charset import to_text
from inbox_rebond.parse.clean import visible
from inbox_rebond.parse.html import MAX_SOURCE, bounded, html_lines
from inbox_rebond.parse.plain import plain_lines
from inbox_rebond.parse.quotes import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from email.message import Message

MAX_TEXT = 200_000
MAX_LINKS = 200
_MAX_DEPTH = 30
_STUB = 10
"""A plain version that is shorter than one in so many of the HTML version says nothing."""

_TEXTS = frozenset({"text/plain", "text/html"})
_MAILS = frozenset({"message/rfc822", "message/global"})
_MARKUP = re.compile(r"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
_AFTER_URL = ".,;:!?)]}'*_"
# One line is enough: mailing lists append plain text to base64.
_BASE64 = re.compile(rb"\s*[A-Za-z0-9+/=]+[ \t]*(?:[\r\n]|$)")
_TOKEN = re.compile(r"[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Body:
    """What a part of a mail says. `rich` says that it was read from HTML."""

    text: str = ""
    quoted: str = ""
    attached: str = ""
    links: tuple[str, ...] = ()
    rich: bool = False

    @property
    def length(self) -> int:
        """How much is said, in characters, attached mails left aside."""
        return len(self.text) + len(self.quoted)


def read_body(root: Message) -> Body:
    """The texts of a whole mail; a text that is only attached counts where there is no other."""
    reader = _Reader(attachments=False)
    body = reader.read(root)
    if reader.skipped and not (body.length or body.attached):
        return _Reader(attachments=True).read(root)
    return body


class _Reader:
    """Goes through the parts of one mail and reads MAX_TEXT characters of them all together.

    `skipped` says that a text was left out because it is an attachment.
    """

    def __init__(self, *, attachments: bool) -> None:
        self.skipped = False
        self._attachments = attachments
        self._left = MAX_TEXT

    def read(self, part: Message, depth: int = 0) -> Body:
        """What a part says, with everything inside it."""
        if not part.is_multipart():
            return self._leaf(part, whole=depth == 0)
        kind = part.get_content_type()
        opaque = kind.startswith("message/") and kind not in _MAILS
        if opaque or depth > _MAX_DEPTH:
            return Body()
        inside = [self.read(child, depth + 1) for child in _children(part)]
        if kind in _MAILS:
            return _attached(inside)
        return _best(inside) if kind == "multipart/alternative" else _joined(inside)

    def _leaf(self, part: Message, *, whole: bool) -> Body:
        """What a part without parts says, if it is a text. `whole`: it is all of the mail."""
        kind = part.get_content_type()
        # A multipart whose boundary never comes is a text with some lines too many.
        if kind not in _TEXTS and not (whole and kind.startswith("multipart/")):
            return Body()
        if part.get_content_disposition() == "attachment" and not self._attachments:
            self.skipped = True
            return Body()
        return self._text(part, html=kind == "text/html")

    def _text(self, part: Message, *, html: bool) -> Body:
        """What one text part says."""
        charset = part.get_content_charset("")
        source = visible(to_text(_payload(part)[:MAX_SOURCE], charset))
        if html or _MARKUP.match(source):
            source = bounded(source, self._left)
            lines, links = html_lines(source)
            text, quoted = split(lines)
            body = Body(text, quoted, links=_unique(links), rich=True)
        else:
            source = source[: self._left]
            flowed = str(part.get_param("format")).lower() == "flowed"
            delsp = str(part.get_param("delsp")).lower() == "yes"
            text, quoted = split(plain_lines(source, flowed=flowed, delsp=delsp))
            links = [url.rstrip(_AFTER_URL) for url in _URL.findall(source)]
            body = Body(text, quoted, links=_unique(links))
        self._left -= len(source)
        return body


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if not isinstance(child, str)]


def _payload(part: Message) -> bytes:
    """The bytes of a part without their transfer encoding; as they came where that is a lie."""
    name = "Content-Transfer-Encoding"
    encoding = _TOKEN.search(str(part.get(name, "")).lower())
    del part[name]
    raw = _bytes(part)
    if encoding is None or (encoding.group() == "base64" and not _BASE64.match(raw)):
        return raw
    part[name] = encoding.group()
    return _bytes(part)


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _best(versions: Sequence[Body]) -> Body:
    """Of versions of the same text the plain one, if it says something; the links of all."""
    plain = next((body for body in versions if body.length and not body.rich), Body())
    rich = next((body for body in reversed(versions) if body.length and body.rich), Body())
    chosen = rich if plain.length * _STUB < rich.length else plain
    together = _joined(versions)
    return replace(chosen, links=together.links, attached=together.attached)


def _joined(bodies: Sequence[Body]) -> Body:
    """What several parts say one after the other."""
    return Body(
        text=_paragraphs(body.text for body in bodies),
        quoted=_paragraphs(body.quoted for body in bodies),
        attached=_paragraphs(body.attached for body in bodies),
        links=_unique(link for body in bodies for link in body.links),
        rich=any(body.rich for body in bodies),
    )


def _attached(bodies: Sequence[Body]) -> Body:
    """An attached mail: nothing of it is said by this sender."""
    inner = _joined(bodies)
    return Body(attached=_paragraphs((inner.text, inner.quoted, inner.attached)))


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join(text for text in texts if text)


def _unique(links: Iterable[str]) -> tuple[str, ...]:
    """Links into the web, each once, the first ones of very many."""
    kept = (link for link in links if _URL.fullmatch(link))
    return tuple(dict.fromkeys(kept))[:MAX_LINKS]

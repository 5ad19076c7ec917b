"""An HTML body as lines, by selectolax, with what hides and what is quoted set apart.

Signs that no visible text holds are put into the tree where something begins or ends; the text
of the whole tree is then read in one pass.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from inbox_rebond.parse.clean import visible
from inbox_rebond.parse.plain import unmarked
from inbox_rebond.parse.quotes import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selectolax.lexbor import LexborNode

MAX_SOURCE = 1_000_000
_MAX_TAGS = 10_000

# Lexbor takes quadratic time for tags with very many attributes, and quadratic memory for
# formatting that is never closed. Neither says anything about the text. What replaces a tag has
# no width, but keeps its neighbours from becoming a new tag.
_HUGE_TAG = re.compile(r"<[^<>]{8000,}>?")
_FORMATTING = re.compile(
    r"</?(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])[^<>]*>?",
    re.IGNORECASE,
)
_NOTHING = "\u200b"

_BREAK, _BLOCK, _PARAGRAPH, _REST = "\x01\x02\x03\x04"
_QUOTE, _UNQUOTE, _HIDE, _SHOW, _PRE, _UNPRE = "\x05\x06\x07\x0e\x0f\x10"
_LEVELS = {
    _QUOTE: ("quote", 1),
    _UNQUOTE: ("quote", -1),
    _HIDE: ("hidden", 1),
    _SHOW: ("hidden", -1),
    _PRE: ("pre", 1),
    _UNPRE: ("pre", -1),
}
_ENDS = frozenset({_BREAK, _BLOCK, _PARAGRAPH, _REST})
_ALL_SIGNS = _ENDS | _LEVELS.keys()
_SIGNS = re.compile("([\x01-\x07\x0e-\x10])")

_HIDDEN = (
    "script,style,head,title,template,noscript,noframes,textarea,select,object,[hidden],"
    '[style*="display:none" i],[style*="display: none" i],[style*="visibility:hidden" i],'
    '[style*="visibility: hidden" i]'
)
_QUOTED = (
    '[class*="gmail_attr"],[class*="moz-cite-prefix"],[class*="yahoo_quoted"],'
    '[id*="yahoo_quoted"],[class*="moz-forward-container"],[class*="protonmail_quote"],'
    '[class*="tutanota_quote"],[class*="zmail_extra"],[id*="reference-message-container"],'
    'blockquote[type="cite" i],blockquote[class*="quote"]'
)
_GMAIL_QUOTE = 'div[class*="gmail_quote"]'
_REPLIED_TO = '[id$="divRplyFwdMsg"]'
_PARAGRAPHS = "p,h1,h2,h3,h4,h5,h6,ul,ol,dl,table,blockquote,pre"
_BLOCKS = "div,tr,dt,dd,center,article,section,header,footer,main,aside,address,caption,figure,hr"


def html_lines(source: str) -> tuple[list[Line], list[str]]:
    """The visible lines of a bounded HTML text and the addresses of its links."""
    tree = LexborHTMLParser(source)
    root = tree.body
    if root is None:
        return [], []
    links = [href for node in root.css("a[href]") if (href := node.attributes.get("href"))]
    certain = _mark_quotes(root)
    _mark_layout(root)
    lines = _read(root.text())
    if not certain and not any(line.text and not line.quoted for line in lines):
        lines = [Line(line.text) for line in lines]
    return lines, links


def bounded(source: str, limit: int) -> str:
    """What Lexbor can read of an HTML source in bounded time; at most `limit` characters."""
    kept = _FORMATTING.sub(_NOTHING, _HUGE_TAG.sub(_NOTHING, source))[:limit]
    return "<".join(kept.split("<", _MAX_TAGS)[:_MAX_TAGS])


def _mark_quotes(root: LexborNode) -> bool:
    """Set signs around quotes; whether a mail program left them, not only an indentation."""
    quotes = root.css(_QUOTED)
    # Gmail puts answers between quotes into the block of the quotes: then these are marked alone.
    # One block holds all others, so the first few are enough.
    quotes += [node for node in root.css(_GMAIL_QUOTE)[:5] if not node.css_first("blockquote")]
    _enclose(quotes, _QUOTE, _UNQUOTE)
    # Gmail's button for indentation makes a blockquote without a border.
    indented = [
        node
        for node in root.css("blockquote")
        if "border:none" not in (node.attributes.get("style") or "")
    ]
    _enclose(indented, _QUOTE, _UNQUOTE)
    replied_to = root.css(_REPLIED_TO)
    for node in replied_to:
        node.insert_before(_REST)
    return bool(quotes or replied_to)


def _mark_layout(root: LexborNode) -> None:
    """Set signs where lines and paragraphs end, and around what is not shown."""
    _enclose(root.css("pre"), _PRE, _UNPRE)
    _enclose(root.css(_PARAGRAPHS), _PARAGRAPH, _PARAGRAPH)
    _enclose(root.css(_BLOCKS), _BLOCK, _BLOCK)
    _enclose(root.css(_HIDDEN), _HIDE, _SHOW)
    for node in root.css("br"):
        node.insert_before(_BREAK)
    for node in root.css("td,th"):
        node.insert_after(" ")
    for node in root.css("li"):
        node.insert_before(f"{_BLOCK}- ")
        node.insert_after(_BLOCK)


def _enclose(nodes: Iterable[LexborNode], before: str, after: str) -> None:
    for node in nodes:
        node.insert_before(before)
        node.insert_after(after)


def _read(text: str) -> list[Line]:
    """The lines of a text with signs."""
    page = _Page()
    for piece in _SIGNS.split(text):
        page.add(piece if piece in _ALL_SIGNS else visible(piece))
    page.end_line()
    return page.lines


class _Page:
    """Lines as they grow from pieces of text and the signs between these."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._level: Counter[str] = Counter()
        self._rest = False

    def add(self, piece: str) -> None:
        """Take a sign or a piece of text."""
        if piece in _LEVELS:
            name, step = _LEVELS[piece]
            if name == "quote":
                self.end_line()
            self._level[name] = max(0, self._level[name] + step)
        elif piece in _ENDS:
            self.end_line(blank=piece == _BREAK)
            if piece == _PARAGRAPH:
                self.end_line(blank=True)
            self._rest |= piece == _REST
        elif not self._level["hidden"]:
            self._write(piece)

    def _write(self, text: str) -> None:
        first, *more = text.split("\n") if self._level["pre"] else [text]
        self._pieces.append(first)
        for line in more:
            self.end_line(blank=True)
            self._pieces.append(line)

    def end_line(self, *, blank: bool = False) -> None:
        """Put down what there is of a line; an empty one only if it is wanted."""
        line = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        if line or blank:
            quoted = self._rest or self._level["quote"] > 0
            self.lines.append(Line(line, quoted) if quoted else unmarked(line))

"""Mails from the corpus: whole ones as they are written, others put together from pieces.

Pieces are dealt out to folds first, and a mail is put together from the pieces of one fold only:
so no sentence of a mail that is measured was ever learnt from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache, partial
from typing import TYPE_CHECKING

from inbox_rebond.classify import Reading
from inbox_rebond.domain import Label
from inbox_rebond.parse import parse
from inbox_rebond.text import fold_space, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from inbox_rebond.training.corpus import Corpus, Piece, WholeMail

_JOINTS = {
    "en": (", but ", ", however ", "; ", " and ", " - ", ", unfortunately "),
    "fr": (", mais ", ", cependant ", " ; ", " et ", " - ", ", malheureusement "),
    "de": (", aber ", ", jedoch ", "; ", " und ", " - ", ", leider "),
    "es": (", pero ", ", sin embargo ", "; ", " y ", " - ", ", lamentablemente "),
    "it": (", ma ", ", tuttavia ", "; ", " e ", " - ", ", purtroppo "),
    "nl": (", maar ", ", echter ", "; ", " en ", " - ", ", helaas "),
    "pt": (", mas ", ", no entanto ", "; ", " e ", " - ", ", infelizmente "),
}
_SINGLE = 0.6
_KEPT = 0.85
_PUT_IN = 0.3
_VARIANTS = 2
_IN_MAIL = 0.7
_WITH_SUBJECT = 0.85
REFUSAL = "refusal"
"""The share of a mailbox that refuses something that is no job."""
_SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its kind, for the first stage.

    `doubtful`: from a mail that refuses something that is no job. By itself it may well be what a
    job rejection says, so it teaches only what ordinary mail is like.
    """

    text: str
    kind: str
    weight: float = 1.0
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Example:
    """A mail with its label, for the second stage. `share`: which share of a mailbox it is of."""

    language: str
    label: Label
    reading: Reading
    share: str


class Fold:
    """A share of the corpus, and the mails that can be made from it."""

    def __init__(self, corpus: Corpus, pieces: Sequence[Piece], mails: Sequence[WholeMail]) -> None:
        self.pieces = pieces
        self.mails = mails
        self._slots = corpus.slots
        self._by: dict[tuple[str, str], list[Piece]] = defaultdict(list)
        for piece in pieces:
            self._by[piece.language, piece.kind].append(piece)
        self._ordinary_mails: dict[str, list[WholeMail]] = defaultdict(list)
        for mail in mails:
            if mail.label is Label.OTHER and not mail.refusal:
                self._ordinary_mails[mail.language].append(mail)

    def lines(self, random: Random) -> Iterator[Line]:
        """Every piece and every sentence of every whole mail, with its kind."""
        for piece in self.pieces:
            for text in sentences(self._fill(piece.text, piece.language, random)):
                yield Line(text, _kind(piece))
            if piece.kind in set(Label):
                yield Line(self._joined(piece, random), piece.kind)
        for mail in self.mails:
            for text in (mail.subject, *_body(mail)):
                filled = self._fill(text, mail.language, random)
                yield Line(filled, _kind_in(mail, text), _IN_MAIL, doubtful=mail.refusal)

    def examples(self, random: Random, each: int) -> Iterator[Example]:
        """Every whole mail, and `each` mixed mails for each language and label."""
        for mail in self.mails:
            yield self._whole(mail, random)
            yield from (self._shortened(mail, random) for _ in range(_VARIANTS))
        for language in sorted({piece.language for piece in self.pieces}):
            for label in Label:
                if self._by[language, label] and self._ordinary_mails[language]:
                    for _ in range(each):
                        yield self._mixed(language, label, random)

    def _joined(self, piece: Piece, random: Random) -> str:
        """A piece as the second half of a longer sentence, as hurried writers put it."""
        kind = random.choice(("filler", "opening"))
        before = random.choice(self._by[piece.language, kind] or [piece])
        first = self._fill(before.text, piece.language, random).rstrip(" .!,:;")
        second = self._fill(piece.text, piece.language, random)
        joint = random.choice(_JOINTS[piece.language])
        return fold_space(first + joint + second[:1].lower() + second[1:])

    def _whole(self, mail: WholeMail, random: Random) -> Example:
        body = [self._fill(text, mail.language, random) for text in _body(mail)]
        subject = self._fill(mail.subject, mail.language, random)
        return Example(mail.language, mail.label, Reading(subject, tuple(body)), _share(mail))

    def _mixed(self, language: str, label: Label, random: Random) -> Example:
        """A mail of a label, put together from pieces."""
        if label is Label.OTHER:
            return self._ordinary(language, random)
        some = partial(self._some, language, label, random)
        around = some("filler", 0, random.choice((1, 3, 6)))
        cut = random.randint(0, min(2, len(around)))
        parts = [
            *some("opening", 0, 1),
            *around[:cut],
            *some(label, 1, 1 if random.random() < _SINGLE else 3),
            *around[cut:],
            *some("closing", 0, 2),
            *some("footer", 0, 1),
        ]
        subject = "".join(some("subject", 1, 1)) if random.random() < _WITH_SUBJECT else ""
        return self._example(language, label, subject, parts, random)

    def _ordinary(self, language: str, random: Random) -> Example:
        """Ordinary mail: a whole one with some sentences left out, now and then one put in."""
        return self._shortened(random.choice(self._ordinary_mails[language]), random, put_in=True)

    def _shortened(self, mail: WholeMail, random: Random, *, put_in: bool = False) -> Example:
        """A whole mail with some sentences left out, never the one that decides."""
        body = [line for line in _body(mail) if _quoted(mail, line) or random.random() < _KEPT]
        if put_in and random.random() < _PUT_IN:
            at = random.randint(0, len(body))
            body[at:at] = self._some(mail.language, Label.OTHER, random, Label.OTHER, 1, 1)
        subject = mail.subject if random.random() < _WITH_SUBJECT else ""
        return self._example(mail.language, mail.label, subject, body, random, _share(mail))

    def _some(
        self, language: str, label: Label, random: Random, kind: str, least: int, most: int
    ) -> list[str]:
        """Pieces of a kind that may stand in a mail of a label; none where there are none."""
        own = self._by[language, kind]
        fit = own if kind == label else [piece for piece in own if piece.beside(label)]
        wanted = random.randint(least, most)
        return [piece.text for piece in random.sample(fit, min(wanted, len(fit)))]

    def _example(
        self,
        language: str,
        label: Label,
        subject: str,
        parts: list[str],
        random: Random,
        share: str | None = None,
    ) -> Example:
        text = [self._fill(part, language, random) for part in parts]
        body = tuple(line for part in text for line in sentences(part))
        reading = Reading(self._fill(subject, language, random), body)
        return Example(language, label, reading, share or label)

    def _fill(self, text: str, language: str, random: Random) -> str:
        def value(match: re.Match[str]) -> str:
            values = self._slots.get(language, {}).get(match[1])
            return random.choice(values) if values else match[0]

        return _SLOT.sub(value, text)


def deal(corpus: Corpus, folds: int, random: Random) -> list[Fold]:
    """The corpus in shares of equal size; each piece and each whole mail is in one of them."""
    pieces: list[list[Piece]] = [[] for _ in range(folds)]
    mails: list[list[WholeMail]] = [[] for _ in range(folds)]
    for at, piece in enumerate(random.sample(corpus.pieces, len(corpus.pieces))):
        pieces[at % folds].append(piece)
    for at, mail in enumerate(random.sample(corpus.mails, len(corpus.mails))):
        mails[at % folds].append(mail)
    return [Fold(corpus, *share) for share in zip(pieces, mails, strict=True)]


def _share(mail: WholeMail) -> str:
    return REFUSAL if mail.refusal else mail.label


def _kind(piece: Piece) -> str:
    """What a piece is for the first stage."""
    if piece.kind == "subject":
        labels = piece.sections - {"any"}
        return next(iter(labels)) if len(labels) == 1 else "filler"
    return piece.kind if piece.kind in set(Label) else "filler"


def _kind_in(mail: WholeMail, text: str) -> str:
    """What a sentence of a whole mail is: its label where it is quoted, else filler or other."""
    if mail.label is Label.OTHER:
        return Label.OTHER
    return mail.label if _quoted(mail, text) else "filler"


def _quoted(mail: WholeMail, line: str) -> bool:
    return any(quote in line or line in quote for quote in mail.quotes if line)


@cache
def _body(mail: WholeMail) -> tuple[str, ...]:
    """The sentences that the sender wrote, read as the program reads any mail."""
    message = EmailMessage()
    message["Subject"] = mail.subject
    message.set_content(mail.body, subtype="html" if mail.html else "plain")
    return tuple(sentences(parse(message.as_bytes()).text))

"""The corpus as values. `models/corpus/README.md` describes the files."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inbox_rebond.domain import Label
from inbox_rebond.errors import InputMissing
from inbox_rebond.text import fold_space

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt")
_REFUSAL = "_refusal"
_SECTION = re.compile(r"\[([a-z_, ]+)\]")
_PARTED = re.compile(r"^%%\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Piece:
    """One written piece. `kind` is the file's name, `sections` what its section names."""

    language: str
    kind: str
    text: str
    sections: frozenset[str]

    def beside(self, label: Label) -> bool:
        """Whether the piece may stand in a mail of this label."""
        return not self.sections or "any" in self.sections or label in self.sections


@dataclass(frozen=True, slots=True)
class WholeMail:
    """A mail that was written as one piece. `refusal`: it refuses something that is no job."""

    language: str
    label: Label
    subject: str
    sender: str
    body: str
    quotes: tuple[str, ...]
    reasons: frozenset[str]
    html: bool
    refusal: bool


@dataclass(frozen=True, slots=True)
class Corpus:
    """All of it. `slots` maps language, then slot, to values."""

    pieces: tuple[Piece, ...]
    mails: tuple[WholeMail, ...]
    slots: dict[str, dict[str, tuple[str, ...]]]


def load(root: Path) -> Corpus:
    """Read the corpus; InputMissing where there is none."""
    folders = [root / language for language in LANGUAGES if (root / language).is_dir()]
    if not folders:
        raise InputMissing(f"{root}: no corpus here. Name a folder like models/corpus.")
    return Corpus(
        tuple(piece for folder in folders for piece in _pieces(folder)),
        tuple(mail for folder in folders for mail in _mails(folder)),
        {folder.name: _slots(folder) for folder in folders},
    )


def _pieces(folder: Path) -> Iterator[Piece]:
    for path in sorted(folder.glob("pieces/*.txt")):
        sections: frozenset[str] = frozenset()
        kind = path.stem.removesuffix(_REFUSAL)
        for raw in path.read_text("utf-8").splitlines():
            line = raw.strip()
            if not line or line.startswith("#"):
                continue
            if section := _SECTION.fullmatch(line):
                sections = frozenset(section[1].replace(" ", "").split(","))
                continue
            yield Piece(folder.name, kind, line.replace("\\n", "\n"), sections)


def _mails(folder: Path) -> Iterator[WholeMail]:
    for path in sorted(folder.glob("mails/*/*.txt")):
        label = Label(path.parent.name.removesuffix(_REFUSAL))
        refusal = path.parent.name.endswith(_REFUSAL)
        for block in _PARTED.split(path.read_text("utf-8")):
            if block.strip():
                yield _mail(folder.name, label, block.strip("\n"), refusal=refusal)


def _mail(language: str, label: Label, block: str, *, refusal: bool) -> WholeMail:
    head, _, body = block.partition("\n\n")
    headers = [
        (name, value.strip()) for name, _, value in (x.partition(":") for x in head.splitlines())
    ]
    first = dict(reversed(headers))
    return WholeMail(
        language=language,
        label=label,
        subject=first.get("Subject", ""),
        sender=first.get("From", ""),
        body=body,
        quotes=tuple(fold_space(value) for name, value in headers if name == "Quote"),
        reasons=frozenset(first.get("Reasons", "").replace(" ", "").split(",")) - {""},
        html=first.get("Type", "").lower() == "html",
        refusal=refusal,
    )


def _slots(folder: Path) -> dict[str, tuple[str, ...]]:
    path = folder / "slots.toml"
    if not path.exists():
        return {}
    return {slot: tuple(values) for slot, values in tomllib.loads(path.read_text("utf-8")).items()}

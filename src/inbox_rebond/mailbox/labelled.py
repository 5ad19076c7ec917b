"""Mail on disk whose labels are known: folders and mboxes that bear a label's name, JSON lines."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inbox_rebond.domain import Label, MessageKey, RawMail
from inbox_rebond.errors import InputMissing
from inbox_rebond.mailbox import MAX_BYTES
from inbox_rebond.mailbox.archive import read_archive, total_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from inbox_rebond.domain import Json

_JSON_LINES = frozenset({".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class Known:
    """A mail with the word that stands for its label; `size` is that of its file's part."""

    word: str
    mail: RawMail
    size: int


def label_named(word: str) -> Label | None:
    """The label that a word means (`Status update`, `job-alert`); None where it means none."""
    folded = re.sub(r"[\s-]+", "_", word.strip().lower())
    return Label(folded) if folded in set(Label) else None


def read_labelled(path: Path, word: str | None = None) -> Iterator[Known]:
    """Every mail under a path with its label, in a fixed order; `word` is the label of all.

    Without it the label is the name of the folder or mbox, or stands in each line of a JSONL file.
    Raises InputMissing where nothing says it.
    """
    if path.suffix.lower() in _JSON_LINES:
        yield from _lines(path, word)
        return
    for source, named in _sources(path, word):
        for raw in read_archive(source):
            yield Known(named, raw, raw.size)


def labelled_bytes(path: Path, word: str | None = None) -> int | None:
    """How much there is to read; None where only reading would tell."""
    if path.suffix.lower() in _JSON_LINES:
        return path.stat().st_size if path.is_file() else None
    sizes = [total_bytes(source) for source, _ in _sources(path, word)]
    return None if None in sizes else sum(size or 0 for size in sizes)


def _sources(path: Path, word: str | None) -> list[tuple[Path, str]]:
    """What there is to read, each with the word for its label."""
    if word is not None:
        return [(path, word)]
    if not path.exists():
        raise InputMissing(f"{path}: there is no such file or folder. Check the path.")
    below = sorted(path.iterdir()) if path.is_dir() else []
    found = [(each, each.stem) for each in below if each.is_dir() or each.suffix == ".mbox"]
    if any(label_named(name) for _, name in found):
        return found
    if label_named(path.stem):
        return [(path, path.stem)]
    raise InputMissing(
        f"{path}: nothing here says a label. Say it with --as LABEL, or name a folder that has "
        f"LABEL/*.eml or LABEL.mbox in it, or a .jsonl file. The labels are: {', '.join(Label)}."
    )


def _lines(path: Path, word: str | None) -> Iterator[Known]:
    """The mails of a JSONL file."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    row = _row(line)
                    named = word or row.get("label")
                    if not isinstance(named, str) or not isinstance(row.get("text"), str):
                        raise InputMissing(
                            f"{path}, line {number}: a JSON object with `label` and `text` is "
                            f"wanted. Mend the line and run again; nothing is taken in twice."
                        )
                    yield Known(named, _as_mail(path.name, number, row), len(line))
    except OSError as error:
        raise InputMissing(f"{path}: cannot be read ({error.strerror}). Check the path.") from error


def _row(line: bytes) -> Mapping[str, Json]:
    try:
        row = json.loads(line)
    except ValueError:
        return {}
    return row if isinstance(row, dict) else {}


def _as_mail(name: str, number: int, row: Mapping[str, Json]) -> RawMail:
    """A row as the mail that it stands for, so that it is read as any other mail."""
    parts = [str(row.get(key) or "") for key in ("subject", "from", "text")]
    subject, sender, text = (part.encode("utf-8", "replace") for part in parts)
    name_of_it = hashlib.sha256(b"\0".join((subject, sender, text))).hexdigest()
    head = (
        b"Message-ID: <%b@import.invalid>\r\nSubject: %b\r\nFrom: %b\r\n"
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    data = head % (name_of_it.encode(), b" ".join(subject.split()), b" ".join(sender.split()))
    data += base64.encodebytes(text)
    return RawMail(MessageKey("import", name, 0, number), data[:MAX_BYTES], len(data))

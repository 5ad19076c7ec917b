"""Mail with known labels, as a tree of files or as mboxes.

A folder holds `LABEL/ID.eml` or `LABEL.mbox`; a name that is no label stands for `other`. A single
mbox is named by a label, or each of its mails says its own in a header `X-Rebond-Label`, which is
believed before any name. An `index.jsonl` in the folder may say more of each mail by its id.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inbox_rebond.domain import Label
from inbox_rebond.errors import InputMissing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import TypeAlias

    from inbox_rebond.domain import Json, RawMail

    Reader: TypeAlias = Callable[[Path], Iterable[RawMail]]

HEADER = "X-Rebond-Label"
_HEADER = re.compile(rb"^X-Rebond-Label:[ \t]*([a-z_ -]+?)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Case:
    """A mail with its true label.

    `language` is None where nobody said; `truth` is the row of the index, empty where there is
    none.
    """

    id: str
    label: Label
    language: str | None
    data: bytes
    truth: Mapping[str, Json] = field(default_factory=dict)


def load_cases(path: Path, read_mbox: Reader) -> list[Case]:
    """Read mail with its labels; InputMissing where there is none, or where a label is missing."""
    if not path.is_dir():
        return list(_single(path, read_mbox))
    truths = _truths(path / "index.jsonl")
    found = [*_tree(path, truths), *_mboxes(path, truths, read_mbox)]
    if not found:
        raise InputMissing(
            f"{path}: no mail with labels here. A folder of LABEL/*.eml or LABEL.mbox is wanted."
        )
    return found


def _tree(root: Path, truths: Mapping[str, Mapping[str, Json]]) -> Iterator[Case]:
    for path in sorted(root.glob("*/*.eml")):
        try:
            data = path.read_bytes()
        except OSError as error:
            raise InputMissing(
                f"{path}: cannot be read ({error.strerror}). Check its rights."
            ) from error
        yield _case(path.stem, _known(path.parent.name) or Label.OTHER, data, truths)


def _mboxes(
    root: Path, truths: Mapping[str, Mapping[str, Json]], read_mbox: Reader
) -> Iterator[Case]:
    for path in sorted(root.glob("*.mbox")):
        named = _known(path.stem) or Label.OTHER
        for mail in read_mbox(path):
            yield _case(_id(path, mail), _told(mail.data) or named, mail.data, truths)


def _single(path: Path, read_mbox: Reader) -> Iterator[Case]:
    named = _known(path.stem)
    for mail in read_mbox(path):
        label = _told(mail.data) or named
        if label is None:
            raise InputMissing(
                f"{path}: mail {mail.key.uid} has no label. Give every mail a header {HEADER}, "
                f"name the file LABEL.mbox, or name a folder of LABEL/*.eml."
            )
        yield _case(_id(path, mail), label, mail.data, {})


def _case(name: str, label: Label, data: bytes, truths: Mapping[str, Mapping[str, Json]]) -> Case:
    truth = truths.get(name, {})
    language = truth.get("lang")
    return Case(name, label, language if isinstance(language, str) else None, data, truth)


def _id(path: Path, mail: RawMail) -> str:
    return f"{path.stem}-{mail.key.uid}"


def _known(name: str) -> Label | None:
    """The label of this name, written as people write it; None where there is none."""
    folded = re.sub(r"[ -]", "_", name.lower())
    return Label(folded) if folded in set(Label) else None


def _told(data: bytes) -> Label | None:
    """What the mail's own header says; a word that is no label is `other`."""
    headers = data[: end.start()] if (end := _END_OF_HEADERS.search(data)) else data
    found = _HEADER.search(headers)
    return (_known(found[1].decode("ascii")) or Label.OTHER) if found else None


def _truths(index: Path) -> dict[str, Mapping[str, Json]]:
    """The rows of the index by the id of their mail."""
    if not index.exists():
        return {}
    try:
        lines = index.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputMissing(
            f"{index}: cannot be read ({error}). Mend it or take it away."
        ) from error
    rows = (_row(index, at, line) for at, line in enumerate(lines, start=1) if line.strip())
    return {str(row["id"]): row for row in rows}


def _row(index: Path, at: int, line: str) -> Mapping[str, Json]:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if not isinstance(row, dict) or "id" not in row:
        raise InputMissing(
            f"{index}, line {at}: a JSON object with an `id` is wanted. Mend the line."
        )
    return row

"""The labels in the ledger in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inbox_rebond.domain import Label, Labelled, LabelSource

if TYPE_CHECKING:
    from datetime import datetime

    from inbox_rebond.domain import Lesson


@dataclass
class LabelBook:
    """Every label that was given, oldest first, with the key of its mail."""

    rows: list[tuple[str, Labelled]] = field(default_factory=list)

    def add(self, lesson: Lesson, mail: int | None, now: datetime) -> bool:
        """Write a label down, unless it is the newest of its mail already."""
        key, example = lesson.identity.key, lesson.example
        if key in (newest := self.newest()) and newest[key].label is lesson.label:
            return False
        row = Labelled(
            len(self.rows) + 1,
            mail,
            lesson.label,
            lesson.source,
            now,
            lesson.sender,
            lesson.held_back,
            example.text,
            example.features,
            example.words,
        )
        self.rows.append((key, row))
        return True

    def newest(self) -> dict[str, Labelled]:
        """The newest label of each mail by its key, in the order they were given."""
        found: dict[str, Labelled] = {}
        for key, row in self.rows:
            found.pop(key, None)
            found[key] = row
        return found

    def of(self, mail: int) -> Label | None:
        """The newest label of a mail of the ledger."""
        return next((row.label for _, row in reversed(self.rows) if row.mail == mail), None)

    def theirs(self, mail: int) -> bool:
        """Whether the person put the mail somewhere, or said that it is no rejection."""
        asks = Label.REJECTION, LabelSource.COMMAND
        return any((row.label, row.source) != asks for _, row in self.rows if row.mail == mail)

"""What the tests of labels share: a way to keep mails, to move them, and to look at the labels."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.support.desk import JOB

from inbox_rebond.domain import Example, Label, LabelSource
from inbox_rebond.learning import Teaching

if TYPE_CHECKING:
    from tests.support.desk import Desk

    from inbox_rebond.domain import Mail

OFFERS = "Rebond/Learn/offer"


def keep(mail: Mail) -> Example:
    """The name of the mail and nothing else."""
    return Example(text=(mail.identity.message_id.partition("@")[0],))


TEACHING = Teaching(keep, lambda: b"a secret of these tests")
LEARNING = replace(JOB, teaching=TEACHING)


def move(desk: Desk, name: str, start: str, end: str) -> None:
    """Move a mail as a mail program does."""
    desk.mailbox.folder_for(end, create=True)
    (place,) = desk.mailbox.find(start, f"{name}@mail.example")
    desk.mailbox.move(place, end, "")


def labels(desk: Desk) -> list[tuple[str, Label, LabelSource]]:
    """The labels of the mails by their names."""
    return [
        (one.text[0] if one.text else "", one.label, one.source) for one in desk.ledger.labelled()
    ]

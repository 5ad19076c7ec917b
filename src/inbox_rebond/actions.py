"""Runs actions: the intent is written down, then the effect, then its outcome.

Whatever stops the program in between, the next run finds the intent and looks at the mailbox
before it repeats anything.
"""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inbox_rebond.domain import Draft, File, NoDraft, Review, SaveDraft
from inbox_rebond.errors import (
    FolderMissing,
    LedgerUnusable,
    MailboxAway,
    MailGone,
    UserError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from inbox_rebond.domain import Action, Findings, Mail, MessageKey
    from inbox_rebond.ports import Classifier, Filing, Intent, Ledger, Mailbox

    Composer = Callable[[Mail, Findings, SaveDraft], Draft]

_log = logging.getLogger(__name__)
_GONE = "the mail was moved or deleted meanwhile"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that a pass works with. `now` gives the time, aware and in UTC."""

    mailbox: Mailbox
    ledger: Ledger
    classifier: Classifier
    compose: Composer
    now: Callable[[], datetime]


def run(parts: Parts, mail_id: int, mail: Mail, findings: Findings, action: Action) -> None:
    """Do one action, once. A mail that is gone was handled by somebody else: that is noted."""
    draft = parts.compose(mail, findings, action) if isinstance(action, SaveDraft) else None
    intent = parts.ledger.intend(mail_id, action, draft, parts.now())
    if intent is None:
        return
    try:
        place = _effect(parts, action, mail.identity.message_id, draft)
    except MailGone:
        parts.ledger.abandon(intent, _GONE, parts.now())
        return
    parts.ledger.outcome(intent, place, note(action), parts.now())
    _log.info("mail %d: %s done", mail_id, _name(action))


def recover(parts: Parts) -> None:
    """End what an earlier run began: do what has not happened, note what has.

    What cannot be ended is given up; its mail is tried again as a whole. Raises MailboxAway and
    LedgerUnusable.
    """
    for intent in parts.ledger.unfinished(parts.mailbox.account):
        try:
            place = _ended(parts, intent)
        except MailGone:
            parts.ledger.abandon(intent.id, _GONE, parts.now())
        except (MailboxAway, LedgerUnusable):
            raise
        except Exception as error:  # noqa: BLE001 - one mail must not stop the others (promise 7)
            cause = type(error).__name__
            _log.warning("mail %d: %s given up: %s", intent.mail, _name(intent.action), cause)
            parts.ledger.abandon(intent.id, "", parts.now())
        else:
            parts.ledger.outcome(intent.id, place, note(intent.action), parts.now())
            _log.info("mail %d: %s ended from an earlier run", intent.mail, _name(intent.action))


def _ended(parts: Parts, intent: Intent) -> MessageKey | None:
    """Do what was begun unless it has happened; where the mail or the draft is now.

    A mail that is still at its place was not moved, whatever copies of it lie elsewhere; one that
    is gone was moved if it is where it was to go.
    """
    try:
        return _effect(parts, intent.action, intent.identity.message_id, intent.draft)
    except MailGone:
        there = _moved(parts.mailbox, intent)
        if not there:
            raise
        return there[-1]


def _moved(mailbox: Mailbox, intent: Intent) -> tuple[MessageKey, ...]:
    """Where the mail of a filing lies in the folder it was to go to, newest last."""
    match intent.action:
        case File(to=to):
            folder = mailbox.folder_for(to, create=True)
            return mailbox.find(folder, intent.identity.message_id)
        case _:
            return ()


def undo(parts: Parts, mail_id: int) -> MessageKey | None:
    """Take the filing of a mail back; where it is now, if the server tells.

    Raises UserError where nothing was filed or the mail is no longer where it was filed.
    """
    filing = parts.ledger.filing(mail_id)
    if filing is None:
        raise UserError(
            f"Mail {mail_id} was not filed, so there is nothing to take back. "
            f"`rebond log` shows what was done."
        )
    parts.ledger.undoing(mail_id, parts.now())
    back = _moved_back(parts.mailbox, filing)
    parts.ledger.undone(mail_id, back, parts.now())
    return back


def _moved_back(mailbox: Mailbox, filing: Filing) -> MessageKey | None:
    """Move a filed mail to where it came from; where it is now, if the server tells."""
    home, message_id = filing.action.key.folder, filing.identity.message_id
    for place in _filed_at(mailbox, filing):
        with suppress(MailGone):
            return mailbox.move(place, home, message_id)
    # An undo may have been cut off behind its move, or the person was faster.
    there = mailbox.find(home, message_id)
    if not there:
        raise UserError(
            f"The mail is no longer in {filing.action.to!r}: somebody moved or deleted it. "
            f"Look for it with your mail program."
        )
    return there[-1]


def _filed_at(mailbox: Mailbox, filing: Filing) -> Iterator[MessageKey]:
    """Where a filed mail may lie: where the server said, else where one mail has its Message-ID."""
    if filing.place:
        yield filing.place
    with suppress(FolderMissing):
        folder = mailbox.folder_for(filing.action.to)
        found = mailbox.find(folder, filing.identity.message_id)
        if len(found) == 1:
            yield found[0]


def _effect(
    parts: Parts, action: Action, message_id: str, draft: Draft | None
) -> MessageKey | None:
    """Touch the world; where the mail or the draft is now, if the server tells."""
    match action:
        case File(key=key, to=to):
            folder = parts.mailbox.folder_for(to, create=True)
            return parts.mailbox.move(key, folder, message_id)
        case SaveDraft() if draft:
            return _save(parts, draft)
        case _:
            return None


def _save(parts: Parts, draft: Draft) -> MessageKey | None:
    """Put a draft into the Drafts folder unless it is there already."""
    folder = parts.mailbox.drafts_folder()
    there = parts.mailbox.find(folder, draft.message_id)
    return there[0] if there else parts.mailbox.append_draft(folder, draft.data, parts.now())


def note(action: Action) -> str:
    """What an action did, in words for the log."""
    match action:
        case File(to=to):
            return f"filed in {to}"
        case SaveDraft(to=to):
            return f"draft to {to.email}"
        case Review(why=why):
            return f"to review: {why}"
        case NoDraft(why=why):
            return f"no draft: {why}"


def _name(action: Action) -> str:
    return type(action).__name__

"""Runs actions: the intent is written down, then the effect, then its outcome.

Whatever stops the program in between, the next run finds the intent and looks at the mailbox
before it repeats anything.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inbox_rebond.domain import Draft, File, NoDraft, Review, SaveDraft
from inbox_rebond.errors import MailGone, UserError

if TYPE_CHECKING:
    from collections.abc import Callable
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
    """End what an earlier run began: look first whether it happened, then do it or let it be."""
    for intent in parts.ledger.unfinished(parts.mailbox.account):
        try:
            place = _look(parts.mailbox, intent) or _effect(
                parts, intent.action, intent.identity.message_id, intent.draft
            )
        except MailGone:
            parts.ledger.abandon(intent.id, _GONE, parts.now())
            continue
        parts.ledger.outcome(intent.id, place, note(intent.action), parts.now())
        _log.info("mail %d: %s ended from an earlier run", intent.mail, _name(intent.action))


def _look(mailbox: Mailbox, intent: Intent) -> MessageKey | None:
    """Where a filing that was begun has put the mail; None where it has not happened."""
    match intent.action:
        case File(to=to) if intent.identity.message_id:
            folder = mailbox.folder_for(to, create=True)
            return _only(mailbox.find(folder, intent.identity.message_id))
        case _:
            return None


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
    home, message_id = filing.action.key.folder, filing.identity.message_id
    back = _only(parts.mailbox.find(home, message_id)) if message_id else None
    if back is None:
        back = _move_back(parts.mailbox, filing, home)
    parts.ledger.undone(mail_id, back, parts.now())
    return back


def _move_back(mailbox: Mailbox, filing: Filing, home: str) -> MessageKey | None:
    folder = mailbox.folder_for(filing.action.to)
    message_id = filing.identity.message_id
    place = filing.place or (_only(mailbox.find(folder, message_id)) if message_id else None)
    lost = UserError(
        f"The mail is no longer in {folder!r}: somebody moved or deleted it. "
        f"Look for it with your mail program."
    )
    if place is None:
        raise lost
    try:
        return mailbox.move(place, home, message_id)
    except MailGone as error:
        raise lost from error


def _only(places: tuple[MessageKey, ...]) -> MessageKey | None:
    """The place, where there is exactly one: several matches are for the person to sort out."""
    return places[0] if len(places) == 1 else None


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

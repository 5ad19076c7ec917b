"""A ledger that forgets: the same answers as the one on disk, from plain lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.fakes.ledger_labels import LabelBook
from tests.fakes.ledger_rows import ActionRow, ApplicationRow, DraftRow, MailRow

from inbox_rebond.domain import (
    Decision,
    DraftState,
    File,
    Findings,
    History,
    Identity,
    Label,
    LabelSource,
    MessageKey,
    MessageState,
    Review,
    SaveDraft,
    Verdict,
)
from inbox_rebond.ledger.applications import JOB, company_key, role_key, thread_ids
from inbox_rebond.ports import (
    Claim,
    Cursor,
    DraftRecord,
    Filing,
    Intent,
    MailRecord,
    Trace,
    Waiting,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from inbox_rebond.domain import Action, Draft, Labelled, Lesson, Mail

_SETTLED = (MessageState.DONE, MessageState.QUARANTINED)
_DEAD = (DraftState.DISCARDED, DraftState.SUPERSEDED)


class FakeLedger:
    """A Ledger in memory, for one thread."""

    def __init__(self) -> None:
        self._cursors: dict[tuple[str, str], Cursor] = {}
        self._mails: list[MailRow] = []
        self._applications: list[tuple[str, ApplicationRow]] = []
        self._actions: list[ActionRow] = []
        self._drafts: list[DraftRow] = []
        self._labels = LabelBook()

    def cursor(self, account: str, folder: str) -> Cursor | None:
        """How far the folder was looked through."""
        return self._cursors.get((account, folder))

    def advance(self, account: str, folder: str, cursor: Cursor) -> None:
        """Note how far the folder has been looked through."""
        self._cursors[account, folder] = cursor

    def known(self, account: str, folder: str, uidvalidity: int, uids: Sequence[int]) -> set[int]:
        """Those UIDs whose mails are done with."""
        settled = {place for mail in self._mails if mail.state in _SETTLED for place in mail.places}
        return {uid for uid in uids if MessageKey(account, folder, uidvalidity, uid) in settled}

    def claim(self, key: MessageKey, identity: Identity, now: datetime) -> Claim:
        """Take a mail in hand."""
        named = [
            mail for mail in self._mails if (mail.account, mail.identity) == (key.account, identity)
        ]
        if not named:
            self._mails.append(MailRow(len(self._mails) + 1, key.account, identity, now))
        mail = named[0] if named else self._mails[-1]
        for other in self._mails:
            other.places = [place for place in other.places if other is mail or place != key]
        mail.note_place(key)
        return Claim(mail.id, mail.state, not named, mail.failures)

    def judged(
        self,
        mail: int,
        parsed: Mail,
        verdict: Verdict,
        findings: Findings,
        decision: Decision,
        now: datetime,  # noqa: ARG002 - the signature is the Protocol's
    ) -> None:
        """Write down what was said of a mail."""
        kept = self._mail(mail)
        named = verdict.label is not Label.OTHER or decision is not Decision.LEAVE
        kept.state = MessageState.JUDGED
        kept.verdict = verdict if named else replace(verdict, evidence=())
        kept.findings, kept.decision = findings, decision
        kept.subject = parsed.subject if named else ""
        kept.sender = ", ".join(address.email for address in parsed.senders) if named else ""
        kept.date = parsed.date if named else None
        if kept.application is None and verdict.label in JOB:
            kept.application = self._application(kept.account, parsed, findings)

    def history(self, mail: int) -> History:
        """What is known about the mail and its application."""
        live = self._live(self._mail(mail).application)
        drafted = live is not None and live.mail.id == mail
        asked = None if live is None or drafted else live.id
        return History(asked, drafted=drafted, filed=self._filing(mail) is not None)

    def intend(self, mail: int, action: Action, draft: Draft | None, now: datetime) -> int | None:
        """Write an action down before it is done."""
        kept = self._mail(mail)
        for begun in self._actions:
            same = begun.mail is kept and type(begun.action) is type(action)
            if same and begun.state != "abandoned":
                return begun.id if begun.state == "intended" else None
        proposed = None
        if isinstance(action, SaveDraft):
            if draft is None or kept.application is None:
                raise ValueError("a draft needs its text and a mail about an application")
            twin = any(
                other.draft.message_id == draft.message_id and other.state not in _DEAD
                for other in self._drafts
            )
            if twin or self._live(kept.application):
                return None
            proposed = DraftRow(len(self._drafts) + 1, kept, draft, now)
            self._drafts.append(proposed)
        self._actions.append(ActionRow(len(self._actions) + 1, kept, action, proposed))
        return len(self._actions)

    def outcome(
        self,
        intent: int,
        place: MessageKey | None,
        note: str,
        now: datetime,
    ) -> None:
        """Write down that an action is done."""
        done = self._actions[intent - 1]
        if done.state != "intended":
            return
        done.state, done.note, done.place = "done", note, place
        if isinstance(done.action, File):
            done.mail.left.add(done.action.key)
            if place:
                done.mail.note_place(place)
            self.finish(done.mail.id, now)
        elif done.mail.state is MessageState.JUDGED:
            done.mail.state = MessageState.ACTED
        if done.draft and done.draft.state is DraftState.PROPOSED:
            done.draft.state, done.draft.place = DraftState.PLACED, place

    def abandon(self, intent: int, note: str, now: datetime) -> None:  # noqa: ARG002 - the Protocol's
        """Write down that an action will not be done."""
        left = self._actions[intent - 1]
        if left.state != "intended":
            return
        left.state, left.note = "abandoned", note
        if left.draft and left.draft.state is DraftState.PROPOSED:
            left.draft.state = DraftState.DISCARDED

    def finish(self, mail: int, now: datetime) -> None:  # noqa: ARG002 - the Protocol's
        """The mail is done."""
        kept = self._mail(mail)
        kept.state, kept.retry_at, kept.error = MessageState.DONE, None, ""

    def fail(self, mail: int, error: str, retry_at: datetime | None, now: datetime) -> None:  # noqa: ARG002 - the Protocol's
        """Count a failure."""
        kept = self._mail(mail)
        kept.state = MessageState.FAILED if retry_at else MessageState.QUARANTINED
        kept.failures, kept.retry_at, kept.error = kept.failures + 1, retry_at, error

    def unfinished(self, account: str) -> tuple[Intent, ...]:
        """Actions that were begun and not ended, oldest first."""
        return tuple(
            Intent(
                begun.id,
                begun.mail.id,
                begun.mail.identity,
                begun.action,
                begun.draft.draft if begun.draft else None,
            )
            for begun in self._actions
            if begun.mail.account == account and begun.state == "intended"
        )

    def retries(self, account: str, now: datetime) -> tuple[Waiting, ...]:
        """Mails that are neither done nor quarantined and whose time has come."""
        return tuple(
            Waiting(mail.id, mail.place or mail.places[-1], mail.failures)
            for mail in self._mails
            if mail.account == account
            and mail.places
            and mail.state not in _SETTLED
            and (mail.retry_at is None or mail.retry_at <= now)
        )

    def reopen(self, account: str, now: datetime) -> int:  # noqa: ARG002 - the Protocol's
        """Take up again what was only observed."""
        filed = {begun.mail.id for begun in self._actions if isinstance(begun.action, File)}
        observed = [
            noted
            for noted in self._actions
            if noted.mail.account == account
            and (noted.mail.state, noted.mail.decision) == (MessageState.DONE, Decision.FILE)
            and isinstance(noted.action, Review)
            and noted.state == "done"
            and noted.mail.id not in filed
            and not self._labels.theirs(noted.mail.id)
        ]
        for noted in observed:
            noted.state, noted.mail.state = "abandoned", MessageState.JUDGED
        return len(observed)

    def log(self, *, account: str | None = None, limit: int = 50) -> tuple[MailRecord, ...]:
        """What was judged or failed, newest first."""
        told = (
            self._record(mail)
            for mail in reversed(self._mails)
            if account in (None, mail.account) and mail.state is not MessageState.CLAIMED
        )
        return tuple(told)[:limit]

    def mail(self, mail: int) -> MailRecord | None:
        """One record."""
        return self._record(self._mail(mail)) if 0 < mail <= len(self._mails) else None

    def drafts(self, *, account: str | None = None) -> tuple[DraftRecord, ...]:
        """All drafts, newest first."""
        return tuple(
            DraftRecord(
                kept.id,
                kept.mail.id,
                kept.mail.account,
                kept.state,
                kept.draft,
                kept.place,
                kept.created,
            )
            for kept in reversed(self._drafts)
            if account in (None, kept.mail.account)
        )

    def filing(self, mail: int) -> Filing | None:
        """The filing of a mail, where it is done and was not taken back."""
        filed = self._filing(mail)
        if filed is None or filed.undone or not isinstance(filed.action, File):
            return None
        return Filing(filed.action, filed.mail.identity, filed.place)

    def undoing(self, mail: int, now: datetime) -> None:  # noqa: ARG002 - the Protocol's
        """Write down that a filing is about to be taken back."""
        filed = self._filing(mail)
        if filed:
            filed.undoing = True

    def undone(self, mail: int, place: MessageKey | None, now: datetime) -> None:  # noqa: ARG002 - the Protocol's
        """Write down that the person took a filing back."""
        kept, filed = self._mail(mail), self._filing(mail)
        if filed:
            filed.undone, filed.undoing = True, False
            if filed.place:
                kept.left.add(filed.place)
        if place:
            kept.note_place(place)

    def trace(self, account: str, identity: Identity) -> Trace | None:
        """Where a mail went."""
        for mail in self._mails:
            if (mail.account, mail.identity) == (account, identity):
                filings = [
                    begun
                    for begun in self._actions
                    if begun.mail is mail and isinstance(begun.action, File)
                ]
                filed = bool(filings) and not filings[-1].undone
                undoing = any(begun.undoing for begun in filings)
                return Trace(mail.id, mail.place, filed=filed, undoing=undoing)
        return None

    def identity(self, mail: int) -> Identity | None:
        """What a mail is."""
        return self._mail(mail).identity if 0 < mail <= len(self._mails) else None

    def label(self, lesson: Lesson, now: datetime) -> bool:
        """Take in a label."""
        mail = lesson.mail
        if lesson.place:
            claim = self.claim(lesson.place, lesson.identity, now)
            mail = claim.mail
            if claim.state is not MessageState.QUARANTINED:
                self.finish(mail, now)
            if lesson.source is LabelSource.MOVED_OUT:
                self.undone(mail, lesson.place, now)
        return self._labels.add(lesson, mail, now)

    def labelled(self) -> tuple[Labelled, ...]:
        """The newest label of each mail."""
        return tuple(self._labels.newest().values())

    def labels_since(self, when: datetime) -> int:
        """How many labels were given after this time."""
        return sum(row.given > when for _, row in self._labels.rows)

    def close(self) -> None:
        """Nothing is held."""

    def _mail(self, mail: int) -> MailRow:
        return self._mails[mail - 1]

    def _filing(self, mail: int) -> ActionRow | None:
        done = (
            begun
            for begun in self._actions
            if begun.mail.id == mail and isinstance(begun.action, File) and begun.state == "done"
        )
        return next(done, None)

    def _live(self, application: ApplicationRow | None) -> DraftRow | None:
        drafts = (
            draft
            for draft in self._drafts
            if application is not None
            and draft.mail.application is application
            and draft.state not in _DEAD
        )
        return next(drafts, None)

    def _application(self, account: str, parsed: Mail, findings: Findings) -> ApplicationRow:
        ids = set(thread_ids(parsed))
        post = company_key(findings.company), role_key(findings.role)
        own = [application for owner, application in self._applications if owner == account]
        thread = [application for application in own if ids & application.threads]
        same = [application for application in own if None not in post and application.post == post]
        if not (thread or same):
            opened = ApplicationRow(ids, post)
            self._applications.append((account, opened))
            return opened
        found = (thread or same)[0]
        found.threads |= ids - set().union(*(application.threads for application in own))
        learnt = found.post[0] or post[0], found.post[1] or post[1]
        if None in learnt or learnt not in [application.post for application in own]:
            found.post = learnt
        return found

    def _record(self, mail: MailRow) -> MailRecord:
        notes = [
            f"{begun.note} (taken back)" if begun.undone else begun.note
            for begun in self._actions
            if begun.mail is mail and begun.note
        ]
        live = (kept.id for kept in self._drafts if kept.mail is mail and kept.state not in _DEAD)
        return MailRecord(
            mail.id,
            mail.account,
            mail.state,
            mail.subject,
            mail.sender,
            mail.date,
            mail.seen,
            mail.verdict,
            mail.findings,
            mail.decision,
            mail.place,
            (*notes, mail.error) if mail.error else tuple(notes),
            next(live, None),
            self._labels.of(mail.id),
        )

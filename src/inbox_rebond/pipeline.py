"""The way of a message: fetch → parse → classify → read → decide → act → record."""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from inbox_rebond import actions
from inbox_rebond.decide import decide, decision
from inbox_rebond.domain import (
    Decision,
    Findings,
    History,
    Identity,
    Label,
    Mail,
    MessageState,
    Mode,
    SaveDraft,
)
from inbox_rebond.errors import LedgerUnusable, MailboxAway, RebondError
from inbox_rebond.learning import Lessons
from inbox_rebond.parse import parse
from inbox_rebond.ports import Cursor
from inbox_rebond.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from inbox_rebond.actions import Parts
    from inbox_rebond.domain import Action, MessageKey, Person, Policy, RawMail, Verdict
    from inbox_rebond.learning import Teaching
    from inbox_rebond.ports import Claim, FolderState

_log = logging.getLogger(__name__)

BATCH = 50
"""Mails that are fetched and judged together; after each batch a stop is heeded."""

RETRIES = 5
FIRST_RETRY = timedelta(minutes=10)
_DONE_WITH = (MessageState.DONE, MessageState.QUARANTINED)
_WITHHELD = "the server does not hand it out"


@dataclass(frozen=True, slots=True)
class Job:
    """What to do in one account. Without `teaching` no labels are taken in."""

    folder: str
    policy: Policy
    person: Person
    look_back_days: int
    teaching: Teaching | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """One mail and what was done with it, or would be done in a dry run.

    `id` is the ledger's, None in a dry run. `failure` names the class of an error that this one
    mail met; the mail is tried again later.
    """

    key: MessageKey
    mail: Mail
    verdict: Verdict
    findings: Findings = field(default_factory=Findings)
    decision: Decision = Decision.LEAVE
    actions: tuple[Action, ...] = ()
    id: int | None = None
    failure: str | None = None


@dataclass(slots=True)
class Summary:
    """What one pass did, in numbers.

    `withheld` counts mails that are there and that the server does not hand out. `stopped` says
    that the pass was asked to end early.
    """

    account: str
    looked_at: int = 0
    decisions: Counter[Decision] = field(default_factory=Counter)
    drafts: int = 0
    failures: int = 0
    withheld: int = 0
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Watch:
    """How a pass is watched from outside: told of progress, asked whether to stop."""

    total: Callable[[int], None] = lambda _: None
    looked_at: Callable[[int], None] = lambda _: None
    judged: Callable[[Judged], None] = lambda _: None
    stop: Callable[[], bool] = lambda: False


def poll(parts: Parts, job: Job, *, dry_run: bool = False, watch: Watch | None = None) -> Summary:
    """One pass over an account: end what was begun, try again what failed, look at what is new.

    A dry run changes nothing, neither the mailbox nor the ledger. Errors of the mailbox and of the
    ledger end the pass; what one mail does to the program ends with this mail.
    """
    watch = watch or Watch()
    summary = Summary(parts.mailbox.account)
    if not dry_run:
        actions.recover(parts)
    folder = parts.mailbox.folder_for(job.folder)
    lessons = None
    if job.teaching and not dry_run:
        mailbox, ledger, file_to = parts.mailbox, parts.ledger, job.policy.file_to
        lessons = Lessons(mailbox, ledger, parts.now, job.teaching, folder, file_to, watch.stop)
        lessons.take_in()
    state = parts.mailbox.open(folder)
    passing = _Pass(parts, job, watch, summary, state, lessons, dry_run=dry_run)
    if not dry_run and job.policy.mode is not Mode.OBSERVE:
        parts.ledger.reopen(parts.mailbox.account, parts.now())
    passing.retry()
    passing.look_at_new()
    return summary


@dataclass(frozen=True, slots=True)
class _Pass:
    """One pass over one folder."""

    parts: Parts
    job: Job
    watch: Watch
    summary: Summary
    state: FolderState
    lessons: Lessons | None
    dry_run: bool

    def retry(self) -> None:
        """Take up mails that failed, were left half done, or were only observed until now."""
        parts, ledger = self.parts, self.parts.ledger
        if self.dry_run:
            return
        here = {
            waiting.place.uid: waiting
            for waiting in ledger.retries(parts.mailbox.account, parts.now())
            if (waiting.place.folder, waiting.place.uidvalidity)
            == (self.state.name, self.state.uidvalidity)
        }
        for batch in _batches(sorted(here)):
            if self.watch.stop():
                self.summary.stopped = True
                return
            missing = self._handle(batch)
            withheld = self._withheld(missing)
            for uid in sorted(missing):
                waiting, now = here[uid], parts.now()
                if uid in withheld:
                    ledger.fail(waiting.mail, _WITHHELD, _retry_at(waiting.failures, now), now)
                else:
                    # Somebody moved or deleted it meanwhile: it is handled, in their way.
                    ledger.finish(waiting.mail, now)

    def look_at_new(self) -> None:
        """Judge what has come since the last pass, oldest first, batch by batch.

        The cursor moves behind a batch only when every mail in it that the server hands out is in
        the ledger: a stop or a crash in between costs a second look, never a mail.
        """
        uids = self._new_uids()
        self.watch.total(len(uids))
        for batch in _batches(uids):
            if self.watch.stop():
                self.summary.stopped = True
                return
            self._withheld(self._handle(batch))
            if not self.dry_run:
                cursor = Cursor(self.state.uidvalidity, batch[-1])
                self.parts.ledger.advance(self.parts.mailbox.account, self.state.name, cursor)
            self.watch.looked_at(len(batch))

    def _new_uids(self) -> list[int]:
        ledger, mailbox = self.parts.ledger, self.parts.mailbox
        cursor = ledger.cursor(mailbox.account, self.state.name)
        if cursor and cursor.uidvalidity == self.state.uidvalidity:
            return mailbox.uids(self.state.name, above=cursor.uid)
        since = (self.parts.now() - timedelta(days=self.job.look_back_days)).date()
        return mailbox.uids(self.state.name, since=since)

    def _handle(self, uids: Sequence[int]) -> set[int]:
        """Fetch, parse and judge a batch together, then act mail by mail; the UIDs not fetched."""
        mailbox, ledger = self.parts.mailbox, self.parts.ledger
        known = ledger.known(mailbox.account, self.state.name, self.state.uidvalidity, uids)
        raws = list(mailbox.fetch(self.state.name, [uid for uid in uids if uid not in known]))
        raws.sort(key=lambda raw: raw.key.uid)
        mails = [_parsed(raw) for raw in raws]
        verdicts = self.parts.classifier.judge([mail for mail, _ in mails])
        for raw, (mail, fault), verdict in zip(raws, mails, verdicts, strict=True):
            judged = self._one(raw.key, mail, fault, verdict)
            if judged:
                self._count(judged)
                self.watch.judged(judged)
        return set(uids) - known - {raw.key.uid for raw in raws}

    def _withheld(self, missing: set[int]) -> set[int]:
        """Those of the missing UIDs that are still listed: told and counted, else left alone."""
        if not missing:
            return set()
        listed = self.parts.mailbox.uids(self.state.name, above=min(missing) - 1)
        withheld = missing.intersection(listed)
        for uid in sorted(withheld):
            _log.warning("UID %d: %s", uid, _WITHHELD)
        self.summary.withheld += len(withheld)
        return withheld

    def _one(
        self, key: MessageKey, mail: Mail, fault: Exception | None, verdict: Verdict
    ) -> Judged | None:
        """Read, decide, act and record one mail; None where it is known and done with."""
        claim = None
        if self.lessons and not fault:
            self.lessons.moved_out(key, mail, verdict)
        if not self.dry_run:
            claim = self.parts.ledger.claim(key, mail.identity, self.parts.now())
            if claim.state in _DONE_WITH:
                return None
        try:
            judged = self._judged(key, mail, fault, verdict)
            return self._finished(claim.mail, judged) if claim else judged
        except (MailboxAway, LedgerUnusable):
            raise
        except Exception as error:  # noqa: BLE001 - one mail must not stop the others (promise 7)
            if claim:
                self._failed(claim, error)
            cause = type(error).__name__
            return Judged(key, mail, verdict, id=claim.mail if claim else None, failure=cause)

    def _failed(self, claim: Claim, error: Exception) -> None:
        """Put a mail off, or aside for good; the log is told no words that may be a stranger's."""
        cause, now = type(error).__name__, self.parts.now()
        retry_at = _retry_at(claim.failures, now)
        _log.warning("mail %d failed: %s; again at %s", claim.mail, cause, retry_at or "no time")
        told = str(error) if isinstance(error, RebondError) else cause
        self.parts.ledger.fail(claim.mail, told, retry_at, now)

    def _judged(
        self, key: MessageKey, mail: Mail, fault: Exception | None, verdict: Verdict
    ) -> Judged:
        """What is decided of a mail that nothing is known about yet; raises the parser's fault."""
        if fault:
            raise fault
        policy = self.job.policy
        word = decision(verdict, file_from=policy.file_from, review_from=policy.review_from)
        # Ordinary mail is nobody's business: it is not read any further.
        ordinary = word is Decision.LEAVE and verdict.label is Label.OTHER
        findings = Findings() if ordinary else read(mail, self.job.person)
        todo = decide(key, verdict, findings, History(), policy)
        return Judged(key, mail, verdict, findings, word, todo)

    def _finished(self, id_: int, judged: Judged) -> Judged:
        """Write down what was said of the mail, then act on it in the light of its history."""
        parts, findings = self.parts, judged.findings
        parts.ledger.judged(
            id_, judged.mail, judged.verdict, findings, judged.decision, parts.now()
        )
        history = parts.ledger.history(id_)
        todo = decide(judged.key, judged.verdict, findings, history, self.job.policy)
        for action in todo:
            actions.run(parts, id_, judged.mail, findings, action)
        parts.ledger.finish(id_, parts.now())
        return replace(judged, id=id_, actions=todo)

    def _count(self, judged: Judged) -> None:
        self.summary.looked_at += 1
        self.summary.decisions[judged.decision] += 1
        self.summary.drafts += any(isinstance(action, SaveDraft) for action in judged.actions)
        self.summary.failures += judged.failure is not None


def _parsed(raw: RawMail) -> tuple[Mail, Exception | None]:
    """A mail; where the parser itself fails, an empty one in its place, and the fault."""
    try:
        return parse(raw.data, size=raw.size, received=raw.received), None
    except Exception as error:  # noqa: BLE001 - one mail must not stop the others (promise 7)
        unread = Identity("", hashlib.sha256(raw.data).hexdigest())
        return Mail(unread, size=raw.size), error


def _batches(uids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (uids[at : at + BATCH] for at in range(0, len(uids), BATCH))


def _retry_at(failures: int, now: datetime) -> datetime | None:
    """When to try a mail again: 10 minutes, then twice as long each time; None: never."""
    return None if failures >= RETRIES else now + FIRST_RETRY * 2**failures

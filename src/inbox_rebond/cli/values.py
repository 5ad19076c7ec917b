"""The values of the domain as JSON: the names that scripts may rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inbox_rebond.domain import Action, Decision, Findings, MessageKey, Verdict
    from inbox_rebond.pipeline import Judged
    from inbox_rebond.ports import DraftRecord, MailRecord

    Json = dict[str, Any]

_DIGITS = 4


def verdict(value: Verdict) -> Json:
    """What the classifier says."""
    return {
        "label": value.label,
        "probability": round(value.probability, _DIGITS),
        "evidence": list(value.evidence),
        "model": value.model,
        "probabilities": {
            label: round(chance, _DIGITS) for label, chance in value.probabilities.items()
        },
    }


def findings(value: Findings) -> Json:
    """What was read in the mail; null where the mail does not say."""
    reply = value.reply
    return {
        "language": value.language,
        "company": value.company,
        "role": value.role,
        "contact": value.contact,
        "register": value.register,
        "stage": value.stage,
        "reasons": [
            {"reason": found.reason, "basis": found.basis, "words": found.words}
            for found in value.reasons
        ],
        "feedback": value.feedback,
        "sender_kind": value.sender_kind,
        "can_reply": reply.address is not None,
        "reply": {"address": reply.address.email if reply.address else None, "why": reply.why},
    }


def judgement(said: Verdict, decision: Decision, found: Findings) -> Json:
    """Verdict, decision and findings of one mail."""
    first = verdict(said)
    probabilities = first.pop("probabilities")
    return {
        **first,
        "decision": decision,
        "findings": findings(found),
        "probabilities": probabilities,
    }


def judged(value: Judged) -> Json:
    """One mail of a pass and what was done, or would be done, with it."""
    return {
        "id": value.id,
        "account": value.key.account,
        "folder": value.key.folder,
        "uid": value.key.uid,
        **judgement(value.verdict, value.decision, value.findings),
        "actions": [action_name(action) for action in value.actions],
        "failure": value.failure,
    }


def action_name(action: Action) -> str:
    """The name of an action: `save_draft`, `no_draft`, `file`, `review`."""
    names = {"SaveDraft": "save_draft", "NoDraft": "no_draft", "File": "file", "Review": "review"}
    return names[type(action).__name__]


def mail_record(record: MailRecord) -> Json:
    """A mail as the ledger knows it."""
    said, found = record.verdict, record.findings
    return {
        "id": record.id,
        "account": record.account,
        "state": record.state,
        "subject": record.subject,
        "from": record.sender,
        "date": record.date.isoformat() if record.date else None,
        "seen": record.seen.isoformat(),
        **(verdict(said) if said else {}),
        "decision": record.decision,
        "findings": findings(found) if found else None,
        "notes": list(record.notes),
        "place": place(record.place),
        "draft": record.draft,
        "given_label": record.label,
    }


def draft_record(record: DraftRecord) -> Json:
    """A draft as the ledger knows it."""
    return {
        "id": record.id,
        "mail": record.mail,
        "account": record.account,
        "state": record.state,
        "to": record.draft.to.email,
        "subject": record.draft.subject,
        "text": record.draft.text,
        "created": record.created.isoformat(),
        "place": place(record.place),
    }


def place(key: MessageKey | None) -> Json | None:
    """Where a mail lies."""
    return {"folder": key.folder, "uid": key.uid} if key else None

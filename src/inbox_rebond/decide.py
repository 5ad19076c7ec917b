"""From what is known of a mail to what is done with it. Pure: the answer is data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inbox_rebond.domain import (
    PROTECTED,
    Action,
    Decision,
    File,
    Findings,
    History,
    Label,
    MessageKey,
    Mode,
    NoDraft,
    Policy,
    Register,
    Review,
    SaveDraft,
    Stage,
    TemplateKey,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

OBSERVED = "would be filed; this account is only observed"
"""Why a certain rejection waits in an account that is only looked at."""


def decision(verdict: Verdict, *, file_from: float, review_from: float) -> Decision:
    """What is done with a mail, in one word.

    Only a rejection above the filing threshold is filed, and only if no label that must never
    leave the person's sight reaches the review threshold. Anything that may still be a rejection
    waits in the review list.
    """
    refused = verdict.probabilities[Label.REJECTION]
    if verdict.label is Label.REJECTION and refused >= file_from:
        return Decision.REVIEW if _protected(verdict.probabilities, review_from) else Decision.FILE
    return Decision.REVIEW if refused >= review_from else Decision.LEAVE


def decide(
    key: MessageKey, verdict: Verdict, findings: Findings, history: History, policy: Policy
) -> tuple[Action, ...]:
    """The actions for one mail in the order of their effects: draft first, move last."""
    match decision(verdict, file_from=policy.file_from, review_from=policy.review_from):
        case Decision.LEAVE:
            return ()
        case Decision.REVIEW:
            return (Review(key, _doubt(verdict, policy)),)
        case Decision.FILE:
            return _file(key, findings, history, policy)


def _file(
    key: MessageKey, findings: Findings, history: History, policy: Policy
) -> tuple[Action, ...]:
    """What a certain rejection leads to in this account."""
    if policy.mode is Mode.OBSERVE:
        return () if history.filed else (Review(key, OBSERVED),)
    asks = policy.mode is Mode.DRAFT and not history.drafted
    draft = (_draft(key, findings, history),) if asks else ()
    return draft if history.filed else (*draft, File(key, policy.file_to))


def _draft(key: MessageKey, findings: Findings, history: History) -> Action:
    """One question for one application, and only to somebody who can be asked."""
    if history.asked is not None:
        return NoDraft(key, f"draft {history.asked} already asks about this application")
    if findings.reply.address is None:
        return NoDraft(key, findings.reply.why)
    template = TemplateKey(
        findings.language or "en",
        findings.register or Register.FORMAL,
        findings.stage or Stage.AFTER_APPLICATION,
    )
    return SaveDraft(key, findings.reply.address, template)


def _protected(probabilities: Mapping[Label, float], review_from: float) -> bool:
    return any(probabilities[label] >= review_from for label in PROTECTED)


def _doubt(verdict: Verdict, policy: Policy) -> str:
    """Why a mail waits for the person, in words."""
    for label in sorted(PROTECTED):
        if verdict.probabilities[label] >= policy.review_from:
            return f"may be {label.replace('_', ' ')} ({verdict.probabilities[label]:.0%})"
    return f"may be a rejection ({verdict.probabilities[Label.REJECTION]:.0%})"

"""Values of the domain to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from inbox_rebond.domain import (
    Action,
    File,
    Findings,
    MessageKey,
    NoDraft,
    Review,
    SaveDraft,
    Verdict,
)

VERDICT: Final = TypeAdapter(Verdict)
# domain.py imports this name for the type checker only.
VERDICT.rebuild(_types_namespace={"Mapping": Mapping})
FINDINGS: Final = TypeAdapter(Findings)
PLACE: Final = TypeAdapter(MessageKey)
_FILING: Final = TypeAdapter(File)

REVIEW: Final = "review"
SAVE_DRAFT: Final = "save_draft"
NO_DRAFT: Final = "no_draft"
FILE: Final = "file"
UNDO: Final = "undo"
"""Taking a filing back: no Action, for the person does it; the journal knows it all the same."""

_KINDS: Final[dict[type[Action], str]] = {
    Review: REVIEW,
    SaveDraft: SAVE_DRAFT,
    NoDraft: NO_DRAFT,
    File: FILE,
}
_ACTIONS: Final[dict[str, TypeAdapter[Action]]] = {
    kind: TypeAdapter(action) for action, kind in _KINDS.items()
}


def kind_of(action: Action) -> str:
    """The word under which the ledger keeps such an action."""
    return _KINDS[type(action)]


def payload_of(action: Action) -> dict[str, Any]:
    """An action as JSON, without its kind."""
    payload: dict[str, Any] = _ACTIONS[kind_of(action)].dump_python(action, mode="json")
    return payload


def action_of(kind: str, payload: Mapping[str, Any]) -> Action:
    """The action that `kind_of` and `payload_of` took apart."""
    return _ACTIONS[kind].validate_python(payload)


def file_of(payload: Mapping[str, Any]) -> File:
    """The filing that `payload_of` took apart."""
    return _FILING.validate_python(payload)

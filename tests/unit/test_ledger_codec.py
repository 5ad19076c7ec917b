from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from inbox_rebond.domain import (
    File,
    Findings,
    Label,
    MessageKey,
    NoDraft,
    Review,
    SaveDraft,
    Verdict,
)
from inbox_rebond.ledger.codec import (
    FINDINGS,
    VERDICT,
    action_of,
    file_of,
    kind_of,
    payload_of,
)
from inbox_rebond.ledger.columns import Instant, Words

DIALECT = sqlite.dialect()
TEXT = st.text(st.characters(), max_size=20)
CHANCE = st.floats(0, 1)
VERDICTS = st.builds(
    Verdict,
    label=st.sampled_from(Label),
    probability=CHANCE,
    evidence=st.lists(TEXT, max_size=3).map(tuple),
    model=TEXT,
    probabilities=st.fixed_dictionaries(dict.fromkeys(Label, CHANCE)),
)
ACTIONS = st.one_of(*(st.from_type(kind) for kind in (Review, SaveDraft, NoDraft, File)))


@given(VERDICTS)
def test_a_verdict_comes_back(verdict: Verdict) -> None:
    """JSON keeps every verdict to the last bit of its probabilities."""
    kept = json.dumps(VERDICT.dump_python(verdict, mode="json"))
    assert verdict == VERDICT.validate_python(json.loads(kept))


@given(st.from_type(Findings))
def test_findings_come_back(findings: Findings) -> None:
    """JSON keeps all findings, the ones that are not there too."""
    kept = json.dumps(FINDINGS.dump_python(findings, mode="json"))
    assert findings == FINDINGS.validate_python(json.loads(kept))


@given(ACTIONS)
def test_an_action_comes_back(action: Review | SaveDraft | NoDraft | File) -> None:
    """Kind and payload together are the action."""
    assert action == action_of(kind_of(action), json.loads(json.dumps(payload_of(action))))


def test_a_filing_comes_back_by_itself() -> None:
    """What is known to be a filing needs no kind."""
    filing = File(MessageKey("main", "INBOX", 7, 1), "Rebond/Rejections")
    assert filing == file_of(payload_of(filing))


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)), st.integers(-14, 14))  # noqa: DTZ001 - hypothesis wants bounds without a zone
def test_a_time_comes_back_in_utc(moment: datetime, hours: int) -> None:
    """The same moment, whatever zone it was told in, also from a database without zones."""
    told = moment.replace(tzinfo=timezone(timedelta(hours=hours)))
    kept = Instant().process_bind_param(told, DIALECT)
    assert kept is not None
    for form in (kept, kept.replace(tzinfo=None)):
        back = Instant().process_result_value(form, DIALECT)
        assert told == back
        assert back is not None
        assert back.tzinfo == UTC


def test_a_time_without_a_zone_is_refused() -> None:
    """Nobody can tell what such a time means."""
    with pytest.raises(ValueError, match="time zone"):
        Instant().process_bind_param(datetime(2026, 3, 2), DIALECT)  # noqa: DTZ001 - the point of the test


@given(st.text())
def test_any_text_can_be_kept(text: str) -> None:
    """What goes into a database is UTF-8 without NUL; ordinary text is kept as it is."""
    kept = Words().process_bind_param(text, DIALECT)
    assert kept is not None
    assert "\0" not in kept
    kept.encode()
    if text.isprintable():
        assert text == kept

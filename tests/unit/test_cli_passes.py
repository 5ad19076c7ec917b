from __future__ import annotations

import errno
from collections import Counter
from typing import TYPE_CHECKING, cast

import pytest

from inbox_rebond.cli import passes
from inbox_rebond.domain import Decision, File, Identity, Label, Mail, MessageKey, Verdict
from inbox_rebond.errors import MailboxAway
from inbox_rebond.pipeline import Judged, Summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_rebond.wiring import Program


def test_mails_that_are_withheld_are_told() -> None:
    """What the server does not hand out is no silence, even where nothing else is new."""
    withheld = passes._said(Summary("main", withheld=2), [])
    assert "2 not handed out by the server" in withheld
    assert passes._said(Summary("main"), []) == "main: nothing new."


def test_a_pass_is_counted_without_what_did_not_happen() -> None:
    """Only numbers that are not nought are told."""
    summary = Summary("main", looked_at=3, decisions=Counter({Decision.LEAVE: 3}), failures=1)
    told = passes._said(summary, [])
    assert told == "main: 3 new mails, 0 rejections: 1 failed, 2 left alone."


def test_a_pass_that_ends_early_shows_what_it_did(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The mails that were handled before the server went away are told."""
    chances = {label: float(label is Label.REJECTION) for label in Label}
    verdict = Verdict(Label.REJECTION, 1.0, (), "test", chances)
    key, mail = MessageKey("main", "INBOX", 7, 1), Mail(Identity("", "f"), subject="Your letter")

    def away(_: object, name: str, show: Callable[[Judged], None], **_more: bool) -> Summary:
        show(Judged(key, mail, verdict, decision=Decision.FILE, actions=(File(key, "Away"),)))
        raise MailboxAway(name, OSError(errno.ECONNRESET, "Connection reset by peer"))

    monkeypatch.setattr(passes, "watched", away)
    with pytest.raises(MailboxAway, match=r"\(Connection reset by peer\)"):
        passes._pass_over(cast("Program", None), "main", dry_run=False, as_json=False)
    assert "Your letter" in capsys.readouterr().out

"""Labels by moving mail, on a real server, command by command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.cli import ByTheSubject, Rebond, mail
from tests.support.dovecot import PASSWORD
from tests.system.test_cli_poll import ACCOUNT, PERSON

from inbox_rebond import wiring

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.dovecot import Dovecot

pytestmark = pytest.mark.dovecot


@pytest.fixture
def rebond(
    dovecot: Dovecot,
    user: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Rebond:
    """`rebond` with one account, after a pass that filed one rejection of two mails."""
    monkeypatch.setattr(wiring, "classifier", lambda _: ByTheSubject())
    monkeypatch.setenv("MAIN_PASSWORD", PASSWORD)
    made = Rebond(tmp_path, monkeypatch, capsys)
    made.settings.write_text(
        ACCOUNT.format(name="main", port=dovecot.port, user=user) + PERSON, encoding="utf-8"
    )
    dovecot.deliver(user, "INBOX", mail("interview"))
    dovecot.deliver(user, "INBOX", mail("rejection", "We chose somebody else."))
    assert made("poll").status == 0
    return made


def move(dovecot: Dovecot, user: str, subject: str, start: str, end: str) -> None:
    """Move a mail as a mail program does."""
    box = dovecot.connect(user)
    try:
        to = box.folder_for(end, create=True)
        (place,) = box.find(start, f"{subject}.1@halden-optics.example")
        box.move(place, to, "")
    finally:
        box.close()


def given(rebond: Rebond) -> dict[int, str | None]:
    """The labels in the log, by the IDs of their mails."""
    return {each["id"]: each["given_label"] for each in rebond("log", "--all", "--json").json()}


def test_mail_that_is_moved_teaches(rebond: Rebond, dovecot: Dovecot, user: str) -> None:
    """Out of the folder for rejections, and into the folder of a label; told in the log."""
    assert given(rebond) == {1: None, 2: None}
    move(dovecot, user, "rejection", "Rebond/Rejections", "INBOX")
    move(dovecot, user, "interview", "INBOX", "Rebond/Learn/status_update")
    for _ in range(2):
        assert rebond("poll").status == 0
    found = given(rebond)
    assert found[1] == "status_update"
    assert found[2] not in (None, "rejection")
    assert "you: status update" in rebond("log").out
    move(dovecot, user, "rejection", "INBOX", "Rebond/Rejections")
    rebond("poll")
    assert given(rebond)[2] == "rejection"


def test_a_mail_is_labelled_by_its_id(rebond: Rebond) -> None:
    """Where it lies now, after an undo too, which says how."""
    undone = rebond("undo", 2)
    assert "rebond label 2 LABEL" in undone.out.replace("\n", " ")
    rebond("poll")
    assert given(rebond)[2] is None
    ended = rebond("label", 2, "feedback")
    assert (ended.status, "Mail 2 is labelled feedback" in ended.out) == (0, True)
    assert given(rebond)[2] == "feedback"

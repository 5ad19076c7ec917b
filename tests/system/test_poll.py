"""A whole pass on a real server, with the model that comes with the program."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from tests.support.dovecot import COURIER, PASSWORD, PLAIN, VARIANTS, Dovecot, Variant
from tests.support.letters import OTHERS, REJECTIONS
from tests.support.somebody import Somebody

from inbox_rebond import wiring
from inbox_rebond.domain import Decision, Label
from inbox_rebond.errors import Busy
from inbox_rebond.wiring import Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.dovecot

everywhere = pytest.mark.parametrize("somebody", VARIANTS, indirect=True, ids=lambda v: v.name)
LETTERS = {**REJECTIONS, **OTHERS}


@pytest.fixture
def somebody(
    request: pytest.FixtureRequest,
    start_dovecot: Callable[[Variant], Dovecot],
    user: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Somebody]:
    """Somebody who has just got all the letters, on a server of the variant that is asked for."""
    monkeypatch.setenv("MAIN_PASSWORD", PASSWORD)
    server = start_dovecot(getattr(request, "param", PLAIN))
    for data in LETTERS.values():
        server.deliver(user, "INBOX", data)
    made = Somebody(server, user, tmp_path / "home")
    yield made
    made.program.close()


def letters(*names: str) -> list[bytes]:
    """The bytes of these letters, as they are told of a folder."""
    return sorted(LETTERS[name] for name in names)


@everywhere
def test_rejections_are_filed_and_answered(somebody: Somebody) -> None:
    """In four languages and on every sort of server, to the byte; everything else stays."""
    summary, _ = somebody.poll()
    assert summary.decisions[Decision.FILE] == summary.drafts == len(REJECTIONS)
    assert summary.failures == 0
    folders = somebody.folders()
    assert folders.keys() == {"INBOX", somebody.drafts, somebody.rejections}
    assert folders["INBOX"] == letters(*OTHERS)
    assert folders[somebody.rejections] == letters(*REJECTIONS)
    assert somebody.asked().keys() == REJECTIONS.keys()


@everywhere
def test_a_second_pass_changes_nothing(somebody: Somebody) -> None:
    """No file of the server is another, and nothing is judged again."""
    somebody.poll()
    files, log = somebody.files(), somebody.program.ledger().log()
    summary, judged = somebody.poll()
    assert (summary.looked_at, judged) == (0, [])
    assert files == somebody.files()
    assert log == somebody.program.ledger().log()


@everywhere
def test_nothing_is_marked_as_read(somebody: Somebody) -> None:
    """Neither what stays nor what is moved."""
    somebody.poll()
    for folder in ("INBOX", somebody.rejections):
        assert not any("S" in flags for flags in somebody.flags(folder))


@everywhere
def test_a_filing_can_be_taken_back(somebody: Somebody) -> None:
    """The mail is where it was, to the byte, and no later pass files it again."""
    _, judged = somebody.poll()
    (french,) = (one.id for one in judged if one.findings.language == "fr")
    assert french is not None
    somebody.undo(french)
    somebody.poll()
    folders = somebody.folders()
    assert folders["INBOX"] == letters("fr", *OTHERS)
    assert folders[somebody.rejections] == letters("en", "de", "es")
    record = somebody.program.ledger().mail(french)
    assert record is not None
    assert record.place is not None
    assert record.place.folder == "INBOX"


@pytest.mark.parametrize("somebody", [PLAIN, COURIER], indirect=True, ids=lambda v: v.name)
def test_a_draft_is_a_reply(somebody: Somebody) -> None:
    """To the person who wrote, in the thread, and flagged as a draft."""
    somebody.poll()
    for name, draft in somebody.asked().items():
        letter = message_from_bytes(REJECTIONS[name], policy=default)
        assert draft["To"] == letter["From"]
        assert draft["From"] == letter["To"]
        assert draft["Subject"] == f"Re: {letter['Subject']}"
        assert draft["In-Reply-To"] == letter["Message-ID"]
        assert draft["References"].split() == [letter["References"], letter["Message-ID"]]
    assert somebody.flags(somebody.drafts) == ["DS"] * len(REJECTIONS)


def test_a_draft_speaks_the_language_of_its_mail(somebody: Somebody) -> None:
    """The person is answered as they wrote."""
    somebody.poll()
    words = {"en": "application", "fr": "candidature", "de": "Bewerbung", "es": "candidatura"}
    texts = {name: draft.get_content() for name, draft in somebody.asked().items()}
    assert [name for name, word in words.items() if word not in texts[name]] == []


def test_the_others_are_told_apart(somebody: Somebody) -> None:
    """An offer, an interview and a receipt; a newsletter is nobody's business."""
    _, judged = somebody.poll()
    labels = {one.mail.identity.message_id.partition("@")[0]: one.verdict.label for one in judged}
    assert {name: labels[name] for name in OTHERS} == {
        "receipt": Label.ACKNOWLEDGEMENT,
        "interview": Label.INTERVIEW,
        "offer": Label.OFFER,
        "newsletter": Label.OTHER,
    }


def test_a_dry_run_leaves_no_trace(somebody: Somebody) -> None:
    """No folder, no draft, no word in the ledger; and it says what a run does."""
    _, planned = somebody.poll(dry_run=True)
    assert somebody.folders() == {"INBOX": letters(*LETTERS)}
    assert somebody.program.ledger().log() == ()
    _, done = somebody.poll()
    assert [one.actions for one in planned] == [one.actions for one in done]


def test_a_new_uidvalidity_changes_nothing(somebody: Somebody) -> None:
    """Everything is read again, and known."""
    somebody.poll()
    before = somebody.folders()
    somebody.server.renew(somebody.user, "INBOX", 4_000_000_000)
    assert somebody.poll()[0].looked_at == 0
    assert before == somebody.folders()


def test_two_processes_do_not_act_at_once(
    somebody: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second is told who is at work; looking is allowed."""
    monkeypatch.setattr(wiring, "_PATIENCE", 0.0)
    with (
        Program(somebody.program.settings, somebody.program.home) as other,
        other.parts("main"),
    ):
        for act in (somebody.poll, lambda: somebody.undo(1)):
            with pytest.raises(Busy):
                act()
        assert somebody.poll(dry_run=True)[0].looked_at == len(LETTERS)
    assert somebody.poll()[0].drafts == len(REJECTIONS)

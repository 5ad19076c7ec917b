"""Mail that nobody in this project wrote, on a real server, where its folder lies beside us."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.dovecot import PASSWORD, Dovecot
from tests.support.somebody import Somebody

from inbox_rebond import resources
from inbox_rebond.domain import Decision, SaveDraft
from inbox_rebond.mailbox.archive import read_archive
from inbox_rebond.mailbox.session import Session
from inbox_rebond.training import evaluate
from inbox_rebond.training.cases import load_cases
from inbox_rebond.training.store import STARTER, load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inbox_rebond.pipeline import Judged

REAL = Path(__file__).resolve().parents[3] / "shared" / "realmail"
PRECISION, RECALL = 0.97, 0.80
WRITES = {"append", "move", "copy", "add_flags", "uid_expunge", "create_folder"}

pytestmark = [
    pytest.mark.realmail,
    pytest.mark.skipif(not REAL.is_dir(), reason="the real mails are not beside the project"),
]


@pytest.fixture(scope="module")
def mails() -> list[bytes]:
    """All of them."""
    return [path.read_bytes() for path in sorted(REAL.glob("*/*.eml"))]


@pytest.fixture
def somebody(
    dovecot: Dovecot,
    user: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mails: Sequence[bytes],
) -> Iterator[Somebody]:
    """Somebody who has just got all of them."""
    monkeypatch.setenv("MAIN_PASSWORD", PASSWORD)
    for data in mails:
        dovecot.deliver(user, "INBOX", data)
    made = Somebody(dovecot, user, tmp_path)
    yield made
    made.program.close()


def told(mails: Sequence[bytes]) -> Counter[bytes]:
    """How often each mail is there, with the line ends that a server gives to all mail."""
    return Counter(data.replace(b"\r\n", b"\n") for data in mails)


@pytest.mark.dovecot
@pytest.mark.slow
def test_no_mail_is_lost_and_no_mail_is_twice(
    somebody: Somebody, mails: Sequence[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each mail is in one folder to the byte, drafts answer what was filed, and then all rests."""
    summary, judged = somebody.poll()
    assert (summary.looked_at, summary.failures, summary.withheld) == (len(mails), 0, 0)
    folders = somebody.folders()
    drafts, filed = folders.pop(somebody.drafts), folders[somebody.rejections]
    assert told(mails) == told([data for found in folders.values() for data in found])
    assert summary.decisions[Decision.FILE] == len(filed)
    assert summary.drafts == len(drafts) == len(somebody.asked()) == len(_asking(judged))

    files, sent = somebody.files(), _listen(monkeypatch)
    assert somebody.poll()[0].looked_at == 0
    assert files == somebody.files()
    assert sent.isdisjoint(WRITES)


@pytest.mark.dovecot
@pytest.mark.slow
def test_everything_can_be_taken_back(somebody: Somebody, mails: Sequence[bytes]) -> None:
    """All filings undone, the INBOX holds what it held, and the next pass leaves it so."""
    _, judged = somebody.poll()
    somebody.undo(*(one.id for one in judged if one.id and one.decision is Decision.FILE))
    assert somebody.poll()[0].looked_at == 0
    assert told(mails) == told(somebody.folders()["INBOX"])


def test_the_starter_model_files_what_is_to_be_filed() -> None:
    """English and French mail together: hardly anything else, and most of the rejections."""
    model = load(resources.models(), STARTER).model
    outcomes = [
        each
        for each in evaluate.judge(model, load_cases(REAL, read_archive))
        if each.language in {"en", "fr"}
    ]
    filed = [each.is_rejection for each in outcomes if each.decision is Decision.FILE]
    rejections = sum(each.is_rejection for each in outcomes)
    assert sum(filed) / len(filed) >= PRECISION
    assert sum(filed) / rejections >= RECALL


def _asking(judged: Sequence[Judged]) -> list[Judged]:
    """Those that were answered with a draft."""
    return [one for one in judged if any(isinstance(each, SaveDraft) for each in one.actions)]


def _listen(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of all commands that are sent to the server from now on."""
    sent: set[str] = set()
    genuine = Session._call

    def call(self: Session, command: str, *arguments: Any) -> Any:
        sent.add(command)
        return genuine(self, command, *arguments)

    monkeypatch.setattr(Session, "_call", call)
    return sent

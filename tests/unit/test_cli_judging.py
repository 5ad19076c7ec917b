from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest
from tests.support.cli import ByTheSubject, Rebond, mail

from inbox_rebond import wiring
from inbox_rebond.mailbox import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def rebond(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Rebond:
    """`rebond` with a classifier that is always sure."""
    monkeypatch.setattr(wiring, "classifier", lambda _: ByTheSubject())
    return Rebond(tmp_path, monkeypatch, capsys)


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    """A folder with three mails, one of them deeper down."""
    folder = tmp_path / "mails"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.eml").write_bytes(mail("rejection", "We chose somebody else."))
    (folder / "b.eml").write_bytes(mail("offer"))
    (folder / "deep" / "c.eml").write_bytes(mail("other"))
    (folder / "notes.txt").write_text("no mail", encoding="utf-8")
    return folder


def test_classify_gives_a_line_of_json_a_mail(rebond: Rebond, mails: Path) -> None:
    """A folder is searched all the way down, in the order of names; settings are not needed."""
    ended = rebond("classify", "--json", mails)
    said = [(line["id"], line["label"], line["decision"]) for line in ended.lines()]
    assert said == [
        ("a", "rejection", "file"),
        ("b", "offer", "leave"),
        ("c", "other", "leave"),
    ]
    assert (ended.status, ended.err) == (0, "")


def test_classify_says_all_that_is_known(rebond: Rebond, mails: Path) -> None:
    """A line has verdict, evidence, model, findings and every probability."""
    (line,) = rebond("classify", "--json", mails / "a.eml").lines()
    assert list(line) == [
        "id",
        "label",
        "probability",
        "evidence",
        "model",
        "decision",
        "findings",
        "probabilities",
    ]
    assert line["evidence"] == ["We chose somebody else."]
    assert set(line["findings"]) == {
        "language", "company", "role", "contact", "register", "stage", "reasons", "feedback",
        "sender_kind", "can_reply", "reply",
    }  # fmt: skip
    assert sum(line["probabilities"].values()) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_classify_reads_stdin(
    rebond: Rebond, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """No path, or `-`, means one raw mail on stdin."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(mail("interview"))))
    (line,) = rebond("classify", "--json", *arguments).lines()
    assert (line["id"], line["label"]) == ("stdin", "interview")


def test_one_bad_path_does_not_stop_the_others(rebond: Rebond, mails: Path) -> None:
    """What cannot be read is told on stderr, the rest is judged, and the status is 66."""
    empty = mails / "empty.eml"
    empty.touch()
    ended = rebond("classify", "--json", mails / "no.eml", empty, mails / "b.eml")
    assert (ended.status, [line["id"] for line in ended.lines()]) == (66, ["b"])
    assert [f"rebond: {mails / 'no.eml'}", f"rebond: {empty}"] == [
        line.rpartition(": ")[0] for line in ended.err.splitlines()
    ]


def test_a_folder_without_mail_is_told(rebond: Rebond, tmp_path: Path) -> None:
    """Nothing to judge is no success."""
    ended = rebond("classify", tmp_path)
    assert (ended.status, ended.out) == (66, "")
    assert "rebond scan" in ended.err


def test_classify_for_people_is_a_table(rebond: Rebond, mails: Path) -> None:
    """The table shows verdict, decision and the sentence that decided."""
    shown = rebond("classify", mails / "a.eml").out
    for word in ("rejection 96 %", "file", "“We chose somebody else.”"):
        assert word in shown


@pytest.fixture
def mbox(tmp_path: Path) -> Path:
    """An mbox with two rejections among five mails."""
    labels = ("rejection", "job_alert", "rejection", "offer", "other")
    path = tmp_path / "all.mbox"
    path.write_bytes(
        b"".join(
            b"From x@example.org Tue Mar 10 12:00:00 2026\n"
            + mail(label, number=number).replace(b"\r\n", b"\n")
            + b"\n"
            for number, label in enumerate(labels)
        )
    )
    return path


def test_scan_touches_nothing(rebond: Rebond, mbox: Path) -> None:
    """Scanning neither changes the archive nor makes a ledger."""
    before = mbox.read_bytes()
    ended = rebond("scan", mbox)
    assert (ended.status, before) == (0, mbox.read_bytes())
    assert [mbox] == list(rebond.home.iterdir())


def test_scan_counts_in_whole_sentences(rebond: Rebond, mbox: Path) -> None:
    """The last line says how many mails there were, and what they were."""
    summary = rebond("scan", mbox).out.split("5 mails:")[1]
    assert "2 rejections. By label: rejection 2, job alert 1" in " ".join(summary.split())


def test_scan_gives_a_line_of_json_a_mail(rebond: Rebond, mbox: Path) -> None:
    """With --json there is nothing but the mails."""
    labels = [line["label"] for line in rebond("scan", "--json", mbox).lines()]
    assert labels == ["rejection", "job_alert", "rejection", "offer", "other"]


def test_scan_of_nothing_ends_with_66(rebond: Rebond, tmp_path: Path) -> None:
    """An archive that is not there is told before anything is read."""
    assert rebond("scan", tmp_path / "no.mbox").status == 66


def test_a_huge_file_is_cut(rebond: Rebond, tmp_path: Path) -> None:
    """Of a file of any size only the beginning is held in memory; its size is still known."""
    file = tmp_path / "huge.eml"
    with file.open("wb") as huge:
        huge.write(mail("rejection"))
        huge.truncate(MAX_BYTES * 4)
    (line,) = rebond("classify", "--json", file).lines()
    assert line["label"] == "rejection"

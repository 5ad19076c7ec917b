from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.cli import ByTheSubject, Rebond, mail
from tests.support.models import any_model

from inbox_rebond import wiring

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def rebond(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Rebond:
    """`rebond` with a classifier that believes the subject."""
    monkeypatch.setattr(wiring, "classifier", lambda _: ByTheSubject())
    return Rebond(tmp_path, monkeypatch, capsys)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Two rejections, one of them found, and an offer taken for a rejection."""
    for label, name, said in (
        ("rejection", "a", "rejection"),
        ("rejection", "b", "other"),
        ("offer", "c", "rejection"),
    ):
        folder = tmp_path / "tree" / label
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.eml").write_bytes(mail(said, "We chose somebody else for the post."))
    return tmp_path / "tree"


def test_figures_are_one_document(rebond: Rebond, tree: Path) -> None:
    """With --json there are only the figures, and the plain numbers are easy to take."""
    ended = rebond("evaluate", "--json", tree)
    assert (ended.status, ended.err) == (0, "")
    filed = ended.json()["filed"]
    assert (filed["precision"], filed["recall"]) == (0.5, 0.5)
    assert (filed["false_positives"], filed["false_negatives"]) == (["c"], ["b"])


def test_figures_for_people(rebond: Rebond, tree: Path) -> None:
    """A table with intervals, and the mails to look at."""
    shown = rebond("evaluate", tree).out
    for words in ("50.0 % (9.", "To review: 0 mails", "Filed wrongly: c", "Not filed: b"):
        assert words in shown


def test_an_mbox_without_labels_ends_with_66(rebond: Rebond, tmp_path: Path) -> None:
    """One sentence says what is missing and how to give it."""
    path = tmp_path / "all.mbox"
    path.write_bytes(b"From x@example.org Tue Mar 10 12:00:00 2026\n" + mail("offer"))
    ended = rebond("evaluate", path)
    assert (ended.status, ended.out) == (66, "")
    assert "X-Rebond-Label" in ended.err


def test_only_a_model_has_a_report(rebond: Rebond, tree: Path, tmp_path: Path) -> None:
    """The figures of any classifier are printed; its features can be shown only of a model."""
    ended = rebond("evaluate", "--json", tree, "--report", tmp_path / "report")
    assert (ended.status, ended.json()["messages"]) == (2, 3)
    assert "only a fitted model can be explained" in ended.err


@pytest.mark.slow
def test_the_report_is_named_on_stderr(
    rebond: Rebond, monkeypatch: pytest.MonkeyPatch, tree: Path, tmp_path: Path
) -> None:
    """The page is written beside the figures, and stdout stays JSON."""
    monkeypatch.setattr(wiring, "classifier", lambda _: any_model())
    ended = rebond("evaluate", "--json", tree, "--report", tmp_path / "report")
    page = tmp_path / "report" / "evaluate.html"
    assert (ended.status, ended.err) == (0, f"Report: {page}\n")
    assert ended.json()["messages"] == 3
    assert "How well rejections are found" in page.read_text("utf-8")


def test_classify_explains(rebond: Rebond, monkeypatch: pytest.MonkeyPatch, tree: Path) -> None:
    """Each line of JSON has the explanation beside the verdict."""
    monkeypatch.setattr(wiring, "classifier", lambda _: any_model())
    (line,) = rebond("classify", "--json", "--explain", tree / "rejection" / "a.eml").lines()
    told = line["explanation"]
    assert told["label"] == line["label"]
    assert [one["text"] for one in told["sentences"]] == [
        "rejection",
        "We chose somebody else for the post.",
    ]
    assert all(len(one["kinds"]) == 3 and 0 <= one["weight"] <= 1 for one in told["sentences"])
    assert set(told["words"][0]) == {"text", "weight"}
    assert set(told["mail"][0]) == {"column", "weight"}


def test_classify_explains_to_people(
    rebond: Rebond, monkeypatch: pytest.MonkeyPatch, tree: Path
) -> None:
    """In 80 columns and without colours: sentences with bars, words, and what they add up to."""
    monkeypatch.setattr(wiring, "classifier", lambda _: any_model())
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    shown = rebond("classify", "--explain", tree / "rejection").out
    assert max(map(len, shown.splitlines())) <= 80
    assert "\x1b" not in shown
    for words in ("Subject: rejection", "We chose somebody else", "Words of", "rather than"):
        assert words in shown


def test_what_a_stranger_wrote_does_not_steer_the_terminal(
    rebond: Rebond, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Sentences and words are shown without control characters and without markup."""
    monkeypatch.setattr(wiring, "classifier", lambda _: any_model())
    path = tmp_path / "x.eml"
    path.write_bytes(mail("Hello", "We [bold]chose\x1b[2J somebody\u202e else."))
    shown = rebond("classify", "--explain", path).out
    assert not {"\x1b", "\u202e"} & set(shown)
    assert "[bold]chose" in shown

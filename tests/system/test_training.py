"""From mails in a folder to a model of one's own that a running program takes up."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.support.cli import Rebond
from tests.support.corpora import WHOLE, write

from inbox_rebond import resources
from inbox_rebond.domain import Label
from inbox_rebond.parse import parse
from inbox_rebond.training import fit, train
from inbox_rebond.training.store import STARTER
from inbox_rebond.wiring import Program

if TYPE_CHECKING:
    from pathlib import Path

    from inbox_rebond.domain import Verdict

TEAMS = ("river", "lake", "cloud", "rain", "snow", "wind", "moon", "star", "stone", "sand")
MAIL = """\
From: Crew <crew{at}@{team}.example>
To: camille@example.org
Subject: Ahoy
Date: Tue, 10 Mar 2026 12:00:00 +0000
Message-ID: <{at}.{team}@crew.example>

{text}
"""
UNSEEN = "No tiller for you, swabbie, says the wave crew."


@pytest.fixture
def rebond(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Rebond:
    """`rebond` with a small corpus and a starter model that was fitted on it."""
    monkeypatch.setattr(fit, "EACH", 10)
    shared = tmp_path / "shared"
    train(write(shared / "corpus", WHOLE), shared, STARTER)
    monkeypatch.setattr(resources, "models", lambda: shared)
    made = Rebond(tmp_path, monkeypatch, capsys)
    made.configure()
    return made


def corrections(folder: Path) -> Path:
    """Rejections in words that the corpus does not have, and ordinary mail between them."""
    texts = {
        "rejection": "No oar for you, swabbie, says the {team} crew.",
        "other": "The race of the {team} crew is on Sunday.",
    }
    for label, text in texts.items():
        (folder / label).mkdir(parents=True)
        for at, team in enumerate(TEAMS * 2):
            body = f"{text.format(team=team)}\n\nThe {at}. day of the year.\n"
            data = MAIL.format(at=at, team=team, text=body)
            (folder / label / f"{at}.eml").write_text(data, encoding="utf-8")
    return folder


def said(program: Program) -> Verdict:
    """What the model in use says of a mail that is like the corrected ones."""
    (verdict,) = program.classifier().judge(
        [parse(MAIL.format(at=1, team="x", text=UNSEEN).encode())]
    )
    return verdict


def test_labels_make_a_model_that_is_taken_up(
    rebond: Rebond, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Import, train, go on: the same program judges otherwise, and back after a rollback.

    Training that nobody asked for leaves the machine to everybody else.
    """
    nice: list[int] = []
    monkeypatch.setattr(os, "nice", nice.append, raising=False)
    with Program.load() as program:
        before = said(program)
        assert before.label is not Label.REJECTION
        folder = corrections(rebond.home / "mails")
        assert rebond("label", "--import", folder).status == 0
        assert program.training_due()
        answer = rebond("train", "--if-due", "--json").json()
        assert answer["why"] is None
        assert nice == [10]
        assert not program.training_due()
        assert said(program).label is Label.REJECTION
        assert said(program).model == answer["in_use"]
        assert rebond("models", "rollback").status == 0
        assert said(program) == before

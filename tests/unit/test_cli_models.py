from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.cli import Rebond
from tests.support.corpora import WHOLE, write
from tests.support.models import any_model
from tests.support.own import FIRST, saying

from inbox_rebond import resources
from inbox_rebond.domain import Label
from inbox_rebond.training.history import History
from inbox_rebond.training.store import STARTER, save

if TYPE_CHECKING:
    from pathlib import Path

    from inbox_rebond.domain import Json


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A starter model that calls everything ordinary, and a small corpus."""
    folder = tmp_path_factory.mktemp("shared")
    write(folder / "corpus", WHOLE)
    save(saying(any_model(), Label.OTHER), {}, folder, STARTER)
    return folder


@pytest.fixture
def rebond(
    shared: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Rebond:
    """`rebond` with this starter model."""
    monkeypatch.setattr(resources, "models", lambda: shared)
    return Rebond(tmp_path, monkeypatch, capsys)


@pytest.fixture
def own(rebond: Rebond) -> str:
    """A model of one's own that calls everything a rejection, in use; its version."""
    history = History(rebond.home / "data")
    card: dict[str, Json] = {"own": {"learnt": {"rejection": 7}}}
    return history.keep(saying(any_model(), Label.REJECTION), card, FIRST).model.version


def in_use(rebond: Rebond) -> str:
    """Which model `list` says is in use."""
    (version,) = [
        row["version"]
        for row in rebond("models", "list", "--json").json()
        if row["state"] == "in use"
    ]
    return str(version)


def test_without_labels_the_starter_is_in_use(rebond: Rebond) -> None:
    """It stands in the list, and its card can be shown."""
    assert in_use(rebond).startswith(f"{STARTER}-")
    assert "the corpus" in rebond("models", "list").out
    assert rebond("models", "show", "--json").json()["version"] == in_use(rebond)


def test_a_model_is_rolled_back_and_promoted_again(rebond: Rebond, own: str) -> None:
    """What is in use changes at once; nothing is lost."""
    assert in_use(rebond) == own
    assert "7 own mails" in rebond("models", "list").out
    assert f"{STARTER}-" in rebond("models", "rollback").out
    assert in_use(rebond).startswith(STARTER)
    assert own in rebond("models", "promote", own).out
    assert in_use(rebond) == own
    assert own in rebond("models", "show").out


def test_wrong_versions_and_an_empty_history_are_told(rebond: Rebond) -> None:
    """With status 2 and a sentence that helps."""
    for command in (("promote", "own-1"), ("show", "own-1"), ("compare", "own-1", STARTER)):
        ended = rebond("models", *command)
        assert ended.status == 2
        assert "rebond models list" in ended.err
    assert rebond("models", "rollback").status == 2


def test_two_models_are_compared(rebond: Rebond, own: str) -> None:
    """On mail that neither has learnt from; what only one of them does is counted too."""
    found = rebond("models", "compare", own, STARTER, "--json").json()
    (part,) = found.values()
    assert part[own]["filed_rightly"] > 0
    assert part[own]["filed_wrongly_alone"] == part[own]["filed_wrongly"] > 0
    assert {figures["filed_rightly"] for name, figures in part.items() if name != own} == {0}
    assert own in rebond("models", "compare", own, STARTER).out


def test_a_model_that_cannot_be_read_is_listed(rebond: Rebond, own: str) -> None:
    """And said to be broken."""
    (rebond.home / "data" / "models" / "kept" / f"{own}.npz").write_bytes(b"")
    states = {row["version"]: row["state"] for row in rebond("models", "list", "--json").json()}
    assert states[own] == "in use, cannot be read"


def test_training_without_labels_changes_nothing(rebond: Rebond) -> None:
    """One sentence says why, for people and for programs."""
    ended = rebond("train")
    assert ended.status == 0
    assert "stays in use. There are 0 labels to learn from" in ended.out
    answer = rebond("train", "--json").json()
    assert answer["in_use"] == in_use(rebond)
    assert "0 labels" in answer["why"]


def test_nothing_is_trained_before_it_is_due(rebond: Rebond) -> None:
    """The daemon may ask as often as it likes."""
    rebond.configure()
    ended = rebond("train", "--if-due")
    assert (ended.status, ended.out) == (0, "")
    assert History(rebond.home / "data").tried is None

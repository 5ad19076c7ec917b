from __future__ import annotations

import json
import logging
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from tests.support.models import any_model
from tests.support.own import FIRST, saying

from inbox_rebond import resources
from inbox_rebond.domain import Label
from inbox_rebond.errors import ModelMissing, UserError
from inbox_rebond.training import history as histories
from inbox_rebond.training.history import History
from inbox_rebond.training.store import STARTER, load

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A history of few models: each takes a moment to write."""
    monkeypatch.setattr(histories, "KEPT", 2)
    monkeypatch.setattr(histories, "ASIDE", 1)


def keep(history: History, label: Label) -> str:
    """Keep a model that says this; its version."""
    return history.keep(saying(any_model(), label), {}, FIRST).model.version


def test_without_a_model_of_ones_own_the_starter_is_used(tmp_path: Path) -> None:
    """And nothing is written for it."""
    starter = load(resources.models(), STARTER).model.version
    assert History(tmp_path).in_use().model.version == starter
    assert History(tmp_path).find(starter).model.version == starter
    assert not (tmp_path / "models").exists()


def test_the_last_promotion_is_in_use_and_can_be_taken_back(tmp_path: Path) -> None:
    """Step by step, down to the starter model, and no further."""
    history = History(tmp_path)
    one, two = keep(history, Label.OTHER), keep(history, Label.OFFER)
    assert history.in_use().model.version == two
    assert history.rollback() == one
    assert history.rollback() == STARTER
    with pytest.raises(UserError, match="nothing was before it"):
        history.rollback()
    history.promote(two, FIRST)
    assert History(tmp_path).version == two


def test_the_starter_can_be_promoted(tmp_path: Path) -> None:
    """By name or by version; a later starter model is meant too."""
    history = History(tmp_path)
    keep(history, Label.OTHER)
    history.promote(history.find(STARTER).model.version, FIRST)
    assert history.version == STARTER


def test_the_history_is_bounded(tmp_path: Path) -> None:
    """The oldest models go, never the one in use."""
    history = History(tmp_path)
    versions = [keep(history, label) for label in (Label.OTHER, Label.OFFER, Label.FEEDBACK)]
    assert history.kept() == tuple(versions[1:])
    assert [each.version for each in history.promotions()] == versions[1:]


def test_what_was_set_aside_is_not_used_until_it_is_promoted(tmp_path: Path) -> None:
    """Its card says why; of these, too, only some are kept."""
    history = History(tmp_path)
    history.set_aside(saying(any_model(), Label.OTHER), {"set_aside": "worse"})
    aside = history.set_aside(saying(any_model(), Label.OFFER), {"set_aside": "much worse"})
    version = aside.model.version
    assert (history.version, history.aside()) == (STARTER, (version,))
    assert history.find(version).card["set_aside"] == "much worse"
    history.promote(version, FIRST)
    assert (history.version, history.aside(), history.kept()) == (version, (), (version,))


def test_a_broken_model_gives_way_to_the_starter(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """With a warning that says what to do; the history still knows what was meant."""
    history = History(tmp_path)
    version = keep(history, Label.OTHER)
    (tmp_path / "models" / "kept" / f"{version}.npz").write_bytes(b"\x80\x05 a pickle")
    with caplog.at_level(logging.WARNING):
        assert history.in_use().model.version.startswith(STARTER)
    assert "Until then the starter model is used" in caplog.text
    with pytest.raises(ModelMissing):
        history.find(version)


def test_a_model_that_is_gone_gives_way_too(tmp_path: Path) -> None:
    """Somebody tidied up: the program goes on."""
    history = History(tmp_path)
    version = keep(history, Label.OTHER)
    for ending in ("npz", "json"):
        (tmp_path / "models" / "kept" / f"{version}.{ending}").unlink()
    assert history.in_use().model.version.startswith(STARTER)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"promoted": [{}]}', '{"promoted": 1}'])
def test_a_damaged_history_means_the_starter(tmp_path: Path, content: str) -> None:
    """And the next promotion mends it."""
    history = History(tmp_path)
    version = keep(history, Label.OTHER)
    (tmp_path / "models" / "history.json").write_text(content, "utf-8")
    assert history.version == STARTER
    history.promote(version, FIRST)
    assert history.version == version


@pytest.mark.parametrize("version", ["../../etc", "", "own-00000000", "starter-00000000", "a/b"])
def test_only_models_of_the_history_are_found(tmp_path: Path, version: str) -> None:
    """A version is a name that is listed, never a path."""
    with pytest.raises(UserError, match="rebond models list"):
        History(tmp_path).find(version)


def test_a_try_is_remembered(tmp_path: Path) -> None:
    """Whatever came of it, and through promotions."""
    history = History(tmp_path)
    history.note_try(FIRST + timedelta(days=1))
    keep(history, Label.OTHER)
    assert history.tried == FIRST + timedelta(days=1)
    assert json.loads((tmp_path / "models" / "history.json").read_text("utf-8"))["tried"]

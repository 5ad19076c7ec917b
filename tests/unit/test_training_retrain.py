from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.corpora import WHOLE, write
from tests.support.own import FIRST, labelled

from inbox_rebond import resources
from inbox_rebond.classify import Reading
from inbox_rebond.domain import Label, Labelled
from inbox_rebond.training import fit, train
from inbox_rebond.training.history import History
from inbox_rebond.training.retrain import WEEK, due, retrain
from inbox_rebond.training.store import STARTER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEAMS = ("river", "lake", "cloud", "rain", "snow", "wind", "moon", "star", "stone", "sand")
WORDS = ("canoe", "paddle", "oar", "sail", "rudder", "keel", "mast", "anchor", "bow", "stern")


@pytest.fixture(autouse=True, scope="module")
def _few() -> Iterator[None]:
    """Few mails of each sort: a small corpus gives no more than that anyway."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fit, "EACH", 10)
        yield


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus in which ten teams write."""
    return write(tmp_path_factory.mktemp("corpus"), WHOLE)


@pytest.fixture(scope="module")
def shared(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A starter model that was fitted on the small corpus."""
    folder = tmp_path_factory.mktemp("shared")
    train(corpus, folder, STARTER)
    return folder


@pytest.fixture
def history(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    """The models of a home beside this starter model."""
    monkeypatch.setattr(resources, "models", lambda: shared)
    return History(tmp_path)


def slang(number: int) -> list[Labelled]:
    """Rejections in words that the corpus does not have, and ordinary mail between them."""
    mails = []
    for at in range(number):
        team, word = TEAMS[at % 10], WORDS[(at // 10 + at) % 10]
        says = f"No {word} for you, swabbie, says the {team} crew."
        mails.append(labelled(2 * at, Label.REJECTION, "Ahoy", says, held_back=False))
        match = f"The {word} race of the {team} crew is on Sunday."
        mails.append(labelled(2 * at + 1, Label.OTHER, "Race", match, held_back=False))
    return mails


def refuses(history: History, sentence: str) -> bool:
    """Whether the model in use takes this for a rejection."""
    (verdict,) = history.in_use().model.judge_readings([Reading("Ahoy", (sentence,))])
    return verdict.label is Label.REJECTION


def test_corrections_help_with_mail_like_them(history: History, corpus: Path) -> None:
    """A sentence that was not among them is understood; the card counts, and quotes nothing."""
    unseen = "No tiller for you, swabbie, says the wave crew."
    assert not refuses(history, unseen)
    trained = retrain(slang(15), history, corpus, FIRST)
    assert trained.why is None
    assert refuses(history, unseen)
    card = history.in_use().card
    assert card["own"] == {
        "learnt": {"rejection": 15, "other": 15},
        "held_back": {},
        "contradicting": 0,
        "too_many_of_one_sender": 0,
    }
    assert "swabbie" not in str(card)


def test_a_model_that_would_do_harm_is_set_aside(history: History, corpus: Path) -> None:
    """Rejections called ordinary: the old model stays, the new one says why it does not."""
    upset = [
        labelled(at, Label.OTHER, "", f"We chose somebody else for the {team} {word} team.")
        for at, (team, word) in enumerate((team, word) for team in TEAMS for word in WORDS[:3])
    ]
    trained = retrain(upset, history, corpus, FIRST)
    assert trained.why
    assert history.version == STARTER
    (aside,) = history.aside()
    assert history.find(aside).card["set_aside"] == trained.why


def test_too_little_to_learn_fits_nothing(history: History, corpus: Path) -> None:
    """The sentence says why; the try is remembered, so that it is not made at every pass."""
    trained = retrain(slang(1), history, corpus, FIRST)
    assert trained.model is None
    assert "at least 5" in (trained.why or "")
    assert (history.version, history.aside(), history.tried) == (STARTER, (), FIRST)


def test_without_any_model_the_corpus_gives_one(
    history: History, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A starter model of another version is no dead end."""
    monkeypatch.setattr(resources, "models", lambda: tmp_path / "nothing")
    assert retrain([], history, corpus, FIRST).why is None
    assert history.in_use().model.version == history.version


NOW = FIRST + timedelta(days=100)


@given(
    given=st.lists(st.integers(0, 100 * 24), max_size=40),
    tried=st.none() | st.integers(0, 100 * 24),
    after=st.integers(1, 40),
)
def test_it_is_time_when_enough_is_new_or_something_waits(
    given: list[int], tried: int | None, after: int
) -> None:
    """Never without a new label; always with enough of them, or when one has waited for a week."""
    labels = [NOW - timedelta(hours=hours) for hours in given]
    last = None if tried is None else NOW - timedelta(hours=tried)

    def since(when: datetime) -> int:
        return sum(label > when for label in labels)

    new = [label for label in labels if last is None or label > last]
    waits = any(NOW - label >= WEEK for label in new)
    assert due(since, last, NOW, after) is (len(new) >= after or waits)

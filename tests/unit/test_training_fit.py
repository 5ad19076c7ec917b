from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.corpora import WHOLE, write

from inbox_rebond.classify import Reading
from inbox_rebond.domain import Label
from inbox_rebond.training import fit, train

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from inbox_rebond.training.store import Stored


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
def fitted(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Stored:
    """A model that was fitted on it."""
    return train(corpus, tmp_path_factory.mktemp("models"), "small")


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        (Label.REJECTION, "We chose somebody else for the purple team."),
        (Label.OFFER, "The purple team is happy to hire you."),
        (Label.OTHER, "Dinner with the purple team is moved to Friday."),
    ],
)
def test_a_model_knows_what_it_has_not_seen(fitted: Stored, label: Label, sentence: str) -> None:
    """What differs from what was learnt in one word is recognised, and shown as the reason."""
    body = ("The purple team has many members.", sentence)
    (verdict,) = fitted.model.judge_readings([Reading("", body)])
    assert verdict.label is label
    assert verdict.evidence[0] == sentence


def test_the_same_corpus_gives_the_same_model(fitted: Stored, corpus: Path, tmp_path: Path) -> None:
    """To the byte; and while it is made, somebody is told how far it is."""
    told: list[str] = []
    assert fitted.card == train(corpus, tmp_path, "small", told.append).card
    assert told


def test_the_card_says_what_the_model_is_worth(fitted: Stored) -> None:
    """What it was made of, with what, and how it does on what was held back."""
    data, held_out = fitted.card["data"], fitted.card["held_out"]
    assert isinstance(data, dict)
    assert isinstance(held_out, dict)
    assert data["languages"] == ["en"]
    # Of 110 pieces some are in the frozen part.
    assert data["pieces"] in range(90, 110)
    assert {"precision", "recall"} <= held_out.keys()


def test_review_begins_below_filing(fitted: Stored) -> None:
    """A mail that is filed has passed the threshold for review."""
    assert 0 <= fitted.model.review_from <= fitted.model.file_from <= 1
    assert fitted.model.file_from >= 0.5

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.support.models import any_model
from tests.support.own import labelled, mixed, saying

from inbox_rebond.classify import LABELS
from inbox_rebond.domain import Label
from inbox_rebond.training.screen import (
    FROM_ONE,
    LEAST,
    contradicted,
    nothing_to_learn,
    screened,
)


def refused(labels: list[Label] | None = None, **other: object) -> str:
    """Why nothing is learnt from rejections and other mail, or from these labels."""
    given = mixed(20) if labels is None else [labelled(at, one) for at, one in enumerate(labels)]
    if other:
        given = [replace(each, **other) for each in given]  # type: ignore[arg-type]  # fields of it
    return nothing_to_learn(screened(given), any_model()) or ""


def test_held_back_labels_are_never_learnt_from() -> None:
    """They are what the gate measures on."""
    lessons = screened(mixed(40))
    assert not any(each.held_back for each in lessons.learnt)
    assert all(each.held_back for each in lessons.held_back)
    assert len(lessons.learnt) + len(lessons.held_back) == 40


def test_mixed_labels_are_learnt_from() -> None:
    """Nothing speaks against them."""
    assert refused() == ""


def test_too_few_labels() -> None:
    """The sentence says how many are needed."""
    assert f"at least {LEAST} are needed" in refused([Label.OFFER, Label.OTHER])
    assert "0 labels" in refused([])


def test_one_label_for_all_that_the_model_knew() -> None:
    """Being told the same again would only make the model forget the rest."""
    given = screened([labelled(at, Label.OFFER) for at in range(20)])
    why = nothing_to_learn(given, saying(any_model(), Label.OFFER))
    assert why is not None
    assert "All 16 labels say offer" in why


def test_corrections_may_all_say_the_same() -> None:
    """Twenty mails of a kind that the model takes for something else are a lesson."""
    given = screened([labelled(at, Label.OFFER) for at in range(20)])
    assert nothing_to_learn(given, saying(any_model(), Label.OTHER)) is None


def test_contradictions_are_left_out() -> None:
    """A text with two labels teaches neither; many of them stop the lesson."""
    twice = replace(labelled(60, Label.OFFER), text=mixed(1)[0].text)
    few = screened([*mixed(40), twice])
    assert few.contradicting == 2
    assert twice.text not in {each.text for each in (*few.learnt, *few.held_back)}
    assert nothing_to_learn(few, any_model()) is None
    many = [*mixed(20), *(replace(one, label=Label.OFFER, id=99) for one in mixed(20))]
    assert "40 of 40 labels contradict" in (nothing_to_learn(screened(many), any_model()) or "")


def test_the_same_text_counts_once() -> None:
    """A mail that was imported twice is no stronger for it."""
    lessons = screened([*mixed(20), *mixed(20)])
    assert len(lessons.learnt) + len(lessons.held_back) == 20


def test_one_sender_is_not_learnt_from_too_often() -> None:
    """The newest mails of each count; where the sender is not known there is no cap."""
    flood = [labelled(at, sender="one") for at in range(50)]
    lessons = screened([*mixed(30), *flood])
    kept = (*lessons.learnt, *lessons.held_back)
    from_one = sorted(each.id for each in kept if each.sender == "one")
    assert from_one == [each.id for each in flood[-FROM_ONE:]]
    unknown = screened([labelled(at, sender="") for at in range(50)])
    assert unknown.surplus == 0


def test_a_flood_from_one_sender_teaches_nothing() -> None:
    """Where most labels are of one sender the lesson is about that sender."""
    flood = [labelled(at, sender="one") for at in range(100)]
    why = nothing_to_learn(screened([*mixed(10), *flood]), any_model())
    assert why is not None
    assert "too many from one sender" in why


@pytest.mark.parametrize(("alone", "stops"), [(0, False), (2, False), (3, True), (12, True)])
def test_labels_that_stand_alone_are_doubted(alone: int, stops: bool) -> None:  # noqa: FBT001 - pytest hands it in
    """One label in ten that neither the teacher nor the other labels bear out is too many."""
    learnt = [labelled(at, Label.OFFER) for at in range(30)]
    after = np.full((30, len(LABELS)), 0.001)
    after[alone:, LABELS.index(Label.OFFER)] = 0.9
    why = contradicted(learnt, saying(any_model(), Label.OTHER), after, folds=1)
    assert bool(why) is stops


def test_what_only_the_teacher_rules_out_is_no_mistake() -> None:
    """A kind of mail that is new to it is what corrections are for."""
    learnt = [labelled(at, Label.OFFER) for at in range(30)]
    after = np.full((30, len(LABELS)), 0.5)
    assert contradicted(learnt, saying(any_model(), Label.OTHER), after, folds=1) is None

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.models import any_model
from tests.support.own import mixed, saying

from inbox_rebond.classify import LABELS
from inbox_rebond.domain import PROTECTED, Label
from inbox_rebond.training.gate import (
    Judged,
    compared,
    missed,
    refusal,
    worse_on_frozen,
    worse_on_own,
)
from inbox_rebond.training.own import mail_rows

LABEL = st.sampled_from(LABELS)


@dataclass
class Part:
    """Mails with their labels, and what is done with them."""

    labels: list[Label]
    filed: set[int] = field(default_factory=set)
    wrong: set[int] = field(default_factory=set)

    def judged(self, version: str = "one") -> Judged:
        """The same as a model would leave it."""
        numbers = range(len(self.labels))
        return Judged(
            version,
            refused=np.array([label is Label.REJECTION for label in self.labels]),
            protected=np.array([label in PROTECTED for label in self.labels]),
            filed=np.array([at in self.filed for at in numbers]),
            right=np.array([at not in self.wrong for at in numbers]),
        )


PART = [Label.REJECTION] * 100 + [Label.OTHER] * 100 + [Label.OFFER] * 20


def worse(*, filed: set[int], before: set[int] | None = None, wrong: set[int] | None = None) -> str:
    """Why a model that files these may not replace one that filed those before."""
    before = {*range(100)} if before is None else before
    new, old = Part(PART, filed, wrong or set()), Part(PART, before)
    return worse_on_frozen(new.judged("new"), old.judged("old")) or ""


def test_a_model_is_not_worse_than_itself() -> None:
    """On the frozen part and on the person's own mail."""
    same = Part(PART, {*range(0, 150, 2)}, {*range(0, 200, 3)}).judged()
    assert worse_on_frozen(same, same) is None
    assert worse_on_own(same, same) is None


@pytest.mark.parametrize(("wrongly", "refused"), [(3, False), (4, True), (30, True)])
def test_precision_does_not_fall(wrongly: int, refused: bool) -> None:  # noqa: FBT001 - pytest hands it in
    """A few more wrong filings may be chance; what would be rare is not."""
    why = worse(filed={*range(100 + wrongly)})
    assert bool(why) is refused
    assert not refused or f"{wrongly} of {100 + wrongly} mails wrongly" in why


def test_precision_counts_not_the_number_of_mistakes() -> None:
    """Who files twice as much may err twice as often."""
    before = {*range(50), *range(100, 106)}
    assert worse(filed={*range(100), *range(100, 112)}, before=before) == ""


def test_few_more_rejections_are_missed() -> None:
    """One rejection in twenty may be lost to learning, and no more."""
    sober, wild = saying(any_model(), Label.OTHER), saying(any_model(), Label.REJECTION)
    mails = mail_rows(mixed(40))
    assert missed(wild, wild, mails) is None
    assert missed(wild, sober, mails) is None
    assert "misses 20 more rejections" in (missed(sober, wild, mails) or "")


def test_nothing_protected_goes_out_of_sight() -> None:
    """Not one offer that was left in sight is filed."""
    assert "1 of the offers" in worse(filed={*range(100), 200})


def test_protected_mail_is_told_as_well_as_before() -> None:
    """An offer that is taken for something else may be overlooked."""
    assert worse(filed={*range(100)}, wrong={200, 201}) == ""
    assert "10 more offers" in worse(filed={*range(100)}, wrong={*range(200, 210)})


def test_no_chance_is_allowed_for_on_own_mail() -> None:
    """One more wrong filing is one too many, and so is one offer out of sight."""
    before = Part(PART, {*range(100), 150}).judged("old")
    assert "1 more of your held-back" in (
        worse_on_own(Part(PART, {*range(100), 150, 151}).judged(), before) or ""
    )
    assert "1 of your held-back offers" in (
        worse_on_own(Part(PART, {*range(100), 200}).judged(), before) or ""
    )


@given(labels=st.lists(LABEL, min_size=1, max_size=60), data=st.data())
def test_filing_less_is_never_wrong_filing(labels: list[Label], data: st.DataObject) -> None:
    """A model that files part of what the other files hides nothing on the person's own mail."""
    filed = data.draw(st.sets(st.integers(0, len(labels) - 1)))
    fewer = data.draw(st.sets(st.sampled_from(sorted(filed)))) if filed else set()
    assert worse_on_own(Part(labels, fewer).judged(), Part(labels, filed).judged()) is None


def test_a_model_that_files_everything_does_not_pass() -> None:
    """Judged on real rows, by what it says."""
    mails = mail_rows(mixed(40))
    sober, wild = saying(any_model(), Label.OTHER), saying(any_model(), Label.REJECTION)
    assert "20 of 40 mails wrongly, says-other only 0 of 0" in (
        refusal(wild, sober, mails, mails) or ""
    )
    assert refusal(sober, sober, mails, mail_rows([])) is None


def test_a_comparison_counts_what_only_one_of_them_does() -> None:
    """In all, and alone."""
    mails = mail_rows(mixed(40))
    found = compared(saying(any_model(), Label.OTHER), saying(any_model(), Label.REJECTION), mails)
    figures = found.figures()
    assert figures["says-rejection"]["filed_rightly"] == 20
    assert figures["says-rejection"]["filed_wrongly_alone"] == 20
    assert figures["says-other"] == {
        "filed_rightly": 0,
        "filed_wrongly": 0,
        "right": 20,
        "filed_rightly_alone": 0,
        "filed_wrongly_alone": 0,
        "right_alone": 20,
    }

"""Figures of reading: what counts as right, and what is not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inbox_rebond.domain import Label
from inbox_rebond.training.cases import Case
from inbox_rebond.training.findings import findings_figures

if TYPE_CHECKING:
    from inbox_rebond.domain import Json

MAIL = b"""From: Tom Hale <tom.hale@harbour.example>
Subject: Your application at Harbour Bakery

Dear Camille,

Thank you for applying for the Night Porter position at Harbour Bakery. Unfortunately, we have
decided to move forward with other candidates.

Kind regards,
Tom Hale
"""
TRUTH: dict[str, Json] = {
    "lang": "en",
    "company": "HARBOUR  Bakery",
    "role": "Night Porter",
    "contact": "Tom Hale",
    "stage": "after_application",
    "reasons": ["other_candidate"],
    "quote": "we have decided to move forward with other candidates",
    "feedback": "none",
    "can_reply": True,
    "register": None,
}


def figures(*truths: dict[str, Json]) -> dict[str, Any]:
    """The figures over the same mail with these truths."""
    case = Case("a-1", Label.REJECTION, "en", MAIL)
    return findings_figures([(case, truth) for truth in truths])


def test_what_is_right_counts_as_right() -> None:
    """Exact names but for case and space, answers, reasons, and a quote from the same place."""
    found = figures(TRUTH)
    whole = {"value": 1.0, "hits": 1, "of": 1}
    for name in ("company", "role", "contact", "reasons"):
        assert {"precision": whole, "recall": whole, "wrong": []} == found[name]
    for name in ("language", "stage", "feedback", "can_reply"):
        assert {"accuracy": whole, "wrong": []} == found[name]
    assert {"overlap": whole, "wrong": []} == found["quote"]


def test_a_name_that_the_mail_does_not_say_is_wrong() -> None:
    """A null is a truth: a name given all the same costs precision and names the mail."""
    found = figures({**TRUTH, "company": None})["company"]
    assert found["precision"] == {"value": 0.0, "hits": 0, "of": 1}
    assert found["recall"] == {"value": None, "hits": 0, "of": 0}
    assert found["wrong"] == ["a-1"]


def test_an_answer_left_open_is_not_judged() -> None:
    """Where the reader gave no answer there is nothing to be right about."""
    assert figures(TRUTH)["register"] == {
        "accuracy": {"value": None, "hits": 0, "of": 0},
        "wrong": [],
    }


def test_a_reason_that_was_not_stated_is_wrong_twice() -> None:
    """It costs precision, and the mail was not recognised as giving none."""
    found = figures({**TRUTH, "reasons": [], "quote": None})
    assert found["reasons"]["precision"]["value"] == 0.0
    assert found["no_reason"] == {"recall": {"value": 0.0, "hits": 0, "of": 1}, "wrong": ["a-1"]}


def test_words_from_elsewhere_do_not_overlap() -> None:
    """The right reason read in another sentence than the reader's is told."""
    found = figures({**TRUTH, "quote": "somebody else was a little nearer"})
    assert found["quote"] == {"overlap": {"value": 0.0, "hits": 0, "of": 1}, "wrong": ["a-1"]}


def test_rows_without_annotation_are_passed_over() -> None:
    """A row that only names label and language says nothing of findings."""
    assert figures({"lang": "en"})["company"]["precision"]["of"] == 0

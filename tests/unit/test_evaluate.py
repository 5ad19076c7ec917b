from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.cli import ByTheSubject, mail

from inbox_rebond.domain import Label
from inbox_rebond.training.cases import Case
from inbox_rebond.training.evaluate import figures, interval, judge, overlaps

if TYPE_CHECKING:
    from inbox_rebond.domain import Json

WORDS = st.lists(st.sampled_from(["we", "have", "chosen", "somebody", "else"]), min_size=1)


def case(name: str, label: Label, said: Label, text: str = "Thank you.", **truth: Json) -> Case:
    """A mail of one label that the classifier will call `said`."""
    language = truth.get("lang")
    known = language if isinstance(language, str) else None
    return Case(name, label, known, mail(said, text), truth)


def measured(*cases: Case) -> dict[str, Any]:
    """The figures for these mails."""
    model = ByTheSubject()
    return figures(model, judge(model, cases))


MIXED = (
    case("a", Label.REJECTION, Label.REJECTION, lang="en"),
    case("b", Label.REJECTION, Label.REJECTION, lang="en"),
    case("c", Label.REJECTION, Label.OTHER, lang="fr"),
    case("d", Label.STATUS_UPDATE, Label.REJECTION, lang="fr"),
    case("e", Label.OTHER, Label.OTHER, lang="en"),
)


def test_the_names_of_the_figures() -> None:
    """The names that machines read; `findings` needs an annotated index."""
    found = measured(*MIXED)
    assert list(found) == [
        "model",
        "messages",
        "thresholds",
        "filed",
        "review",
        "ranking",
        "evidence",
        "by_language",
        "labels",
    ]
    assert list(found["filed"]) == [
        "precision",
        "precision_interval",
        "recall",
        "recall_interval",
        "count",
        "hits",
        "rejections",
        "false_positives",
        "false_negatives",
    ]
    assert list(found["by_language"]["en"]) == list(found["filed"])


def test_precision_and_recall_are_plain_numbers() -> None:
    """Two of three filed mails are rejections, two of three rejections are filed."""
    filed = measured(*MIXED)["filed"]
    assert (filed["precision"], filed["recall"]) == (0.6667, 0.6667)
    assert (filed["count"], filed["hits"], filed["rejections"]) == (3, 2, 3)
    assert (filed["false_positives"], filed["false_negatives"]) == (["d"], ["c"])


def test_nothing_to_count_is_null() -> None:
    """Without rejections there is neither precision nor recall, nor a ranking."""
    found = measured(case("e", Label.OTHER, Label.OTHER))
    filed = found["filed"]
    assert [filed[name] for name in ("precision", "recall", "precision_interval")] == [None] * 3
    assert found["ranking"] == {"average_precision": None, "recall_at_precision_99": None}


def test_languages_are_counted_apart() -> None:
    """Every language has the figures of its own mails."""
    french = measured(*MIXED)["by_language"]["fr"]
    assert (french["precision"], french["recall"], french["rejections"]) == (0.0, 0.0, 1)


def test_a_language_that_nobody_named_is_read() -> None:
    """Where the index is silent the mail itself tells its language."""
    text = "Nous vous remercions de votre candidature, mais nous ne pouvons pas la retenir."
    found = measured(case("a", Label.REJECTION, Label.REJECTION, text))
    assert list(found["by_language"]) == ["fr"]


def test_the_confusion_has_true_labels_first() -> None:
    """True label, then what it was called, then how often."""
    assert measured(*MIXED)["labels"] == {
        "rejection": {"rejection": 2, "other": 1},
        "status_update": {"rejection": 1},
        "other": {"other": 1},
    }


def test_evidence_counts_filed_rejections_with_a_quote() -> None:
    """Of the filed rejections that a reader quoted: how often the quote is what is shown."""
    said = "We have chosen somebody else for this post."
    found = measured(
        case("a", Label.REJECTION, Label.REJECTION, said, quote="chosen  SOMEBODY else"),
        case("b", Label.REJECTION, Label.REJECTION, said, quote="the hiring is on hold"),
        case("c", Label.REJECTION, Label.REJECTION, said, quote=None),
        case("d", Label.REJECTION, Label.OTHER, said, quote=said),
        case("e", Label.OTHER, Label.REJECTION, said, quote=said),
    )
    assert found["evidence"] == {"value": 0.5, "of": 2}


def test_findings_are_measured_where_the_index_is_annotated() -> None:
    """One annotated mail is enough for figures on what is read in mails."""
    silent = ("role", "contact", "stage", "feedback", "can_reply", "register", "quote")
    truth: dict[str, Any] = {"lang": "en", "company": "Halden Optics", "reasons": []}
    truth |= dict.fromkeys(silent)
    found = measured(case("a", Label.REJECTION, Label.REJECTION, **truth))
    assert found["findings"]["company"]["recall"]["of"] == 1


@pytest.mark.parametrize(
    ("quote", "sentence", "same"),
    [
        ("somebody else", "We chose Somebody\n else.", True),
        ("We chose somebody else. Good luck.", "We chose somebody else.", True),
        ("we have sadly chosen another person", "Sadly we have chosen a person.", True),
        ("one two three four", "four three two one", False),
        ("", "We chose somebody else.", False),
        ("somebody else", "", False),
        ("...", "We chose somebody else", False),
    ],
)
def test_what_counts_as_the_same_place(quote: str, sentence: str, same: bool) -> None:  # noqa: FBT001 - pytest passes it by name
    """One contains the other, or half of the quote's words stand there in their order."""
    assert overlaps(quote, sentence) is same


@given(quote=WORDS, before=WORDS, after=WORDS)
def test_a_quote_is_found_wherever_it_stands(
    quote: list[str], before: list[str], after: list[str]
) -> None:
    """Words around a quote do not hide it, nor do words within it that nobody quoted."""
    among = [word for one in quote for word in (one, "indeed")]
    assert overlaps(" ".join(quote), " ".join([*before, *quote, *after]))
    assert overlaps(" ".join(quote), " ".join([*before, *among, *after]))


@given(of=st.integers(1, 2000), data=st.data())
def test_a_share_lies_in_its_interval(of: int, data: st.DataObject) -> None:
    """An interval holds its share and stays between 0 and 1."""
    hits = data.draw(st.integers(0, of))
    low, high = interval(hits, of) or (1.0, 0.0)
    assert 0 <= low <= round(hits / of, 4) <= high <= 1

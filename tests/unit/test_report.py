from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.support.cli import ByTheSubject, mail
from tests.support.models import any_model

from inbox_rebond.domain import Label
from inbox_rebond.errors import UserError
from inbox_rebond.training import plots, report
from inbox_rebond.training.cases import Case
from inbox_rebond.training.corpus import Corpus, Piece
from inbox_rebond.training.evaluate import Outcome, figures, judge
from inbox_rebond.training.strongest import strongest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

REFUSAL = "We chose somebody else for the post. <script>alert(1)</script>"


def case(name: str, label: Label, said: Label, text: str = REFUSAL) -> Case:
    """A mail of one label that the classifier will call `said`."""
    return Case(name, label, "en", mail(said, text), {})


def outcomes(*cases: Case) -> list[Outcome]:
    """What `ByTheSubject` says of these mails."""
    return judge(ByTheSubject(), cases)


MIXED = (
    case("right", Label.REJECTION, Label.REJECTION),
    case("wrong", Label.OFFER, Label.REJECTION),
    case("missed", Label.REJECTION, Label.OTHER),
    case("ordinary", Label.OTHER, Label.OTHER),
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one sentence, said often enough to count."""
    folder = tmp_path / "corpus" / "en" / "pieces"
    folder.mkdir(parents=True)
    (folder / "rejection.txt").write_text("We regret this, {name}.\n" * 12, "utf-8")
    return tmp_path / "corpus"


def page(measured: Sequence[Outcome], corpus: Path) -> str:
    """The page for these outcomes."""
    return report.render(any_model(), measured, figures(ByTheSubject(), measured), corpus)


def test_the_page_opens_offline(corpus: Path) -> None:
    """Nothing is loaded: no script, no link, no image, no address but names of formats."""
    text = page(outcomes(*MIXED), corpus)
    tree = LexborHTMLParser(text)
    assert tree.css("script, link, img, iframe, object, [src], style:not(:empty) ~ base") == []
    assert set(re.findall(r"https?://[^\"' >]+", text)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert "@import" not in text
    assert re.findall(r"url\((?!#)", text) == []


def test_every_plot_is_told_and_has_a_table(corpus: Path) -> None:
    """Who does not see a plot reads its text, and the numbers stand beside it."""
    tree = LexborHTMLParser(page(outcomes(*MIXED), corpus))
    figures_shown = tree.css("figure")
    assert len(figures_shown) == 3
    for shown in figures_shown:
        (svg,) = shown.css("svg")
        assert svg.attributes["role"] == "img"
        assert len(svg.attributes["aria-label"] or "") > 40
        assert shown.parent is not None
        assert shown.parent.css("table tbody tr")


def test_ids_are_unique(corpus: Path) -> None:
    """Several plots on one page do not take each other's parts."""
    ids = Counter(re.findall(r'\bid="([^"]+)"', page(outcomes(*MIXED), corpus)))
    assert [name for name, times in ids.items() if times > 1] == []


def test_plots_take_the_colours_of_the_page(corpus: Path) -> None:
    """No plot has a colour of its own: it would be lost on the other background."""
    for svg in LexborHTMLParser(page(outcomes(*MIXED), corpus)).css("svg"):
        assert re.findall(r"(?:fill|stroke): #[0-9a-f]{6}", svg.html or "") == []


def test_mistakes_are_shown_with_their_sentences(corpus: Path) -> None:
    """What was filed wrongly and what was missed: subject and sentence, and harmless."""
    text = page(outcomes(*MIXED), corpus)
    shown = [article.text() for article in LexborHTMLParser(text).css("article")]
    assert [[name in one for name in ("wrong", "missed")] for one in shown] == [
        [True, False],
        [False, True],
    ]
    assert all("We chose somebody else" in one for one in shown)
    assert "<script>" not in text


def test_the_same_mails_give_the_same_page(corpus: Path) -> None:
    """No clock and no chance in it: two reports can be compared."""
    measured = outcomes(*MIXED)
    assert page(measured, corpus) == page(measured, corpus)


def test_without_rejections_there_is_no_curve(corpus: Path) -> None:
    """Mail without a single rejection is still a page."""
    tree = LexborHTMLParser(page(outcomes(case("e", Label.OTHER, Label.OTHER)), corpus))
    assert len(tree.css("figure")) == 2
    assert "no rejection among these mails" in tree.body.text() if tree.body else False


def test_the_page_is_for_its_owner_only(tmp_path: Path, corpus: Path) -> None:
    """The folder is made; the file, which quotes mails, is nobody else's to read."""
    measured = outcomes(*MIXED)
    written = report.write_report(
        tmp_path / "new" / "deep", any_model(), measured, figures(ByTheSubject(), measured), corpus
    )
    assert (written.name, written.stat().st_mode & 0o077) == ("evaluate.html", 0)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, corpus: Path) -> None:
    """The sentence names the file and the option."""
    (tmp_path / "taken").write_text("a file", "utf-8")
    measured = outcomes(*MIXED)
    with pytest.raises(UserError, match="--report"):
        report.write_report(
            tmp_path / "taken", any_model(), measured, figures(ByTheSubject(), measured), corpus
        )


def test_thresholds_tell_what_comes_of_them() -> None:
    """Both thresholds in use first; then the lowest that keep a precision, where any does."""
    cases = [case(str(at), Label.REJECTION, Label.REJECTION) for at in range(3)]
    rows = report.thresholds(outcomes(*cases, case("o", Label.OTHER, Label.OTHER)), 0.9, 0.99)
    assert [(row.name, row.mails, row.precision, row.recall) for row in rows[:3]] == [
        ("filing", 3, 1.0, 1.0),
        ("review", 0, None, 0.0),
        ("precision 99 %", 3, 1.0, 1.0),
    ]


def test_every_mail_is_in_one_tenth() -> None:
    """The counts of the calibration add up, and each share lies within its bounds."""
    bins = report.reliability(outcomes(*MIXED))
    assert sum(one.mails for one in bins) == len(MIXED)
    for one in bins:
        assert one.low <= one.true <= one.high


def test_features_get_their_names_back() -> None:
    """Words that are said often enough are named; what is said once is not."""
    pieces = (
        *(Piece("en", "rejection", f"We regret this, {'{name}'}.", frozenset()) for _ in range(12)),
        Piece("en", "rejection", "Alas.", frozenset()),
    )
    (english,) = strongest(any_model(), outcomes(*MIXED), Corpus(pieces, (), {}), most=50)
    named = {feature.text: feature for feature in (*english.refusing, *english.other)}
    assert named["regret"].lines == 12
    assert "[start] we regret" in named
    assert not {"alas", "name"} & set(named)
    assert all(one.weight > 0 for one in english.refusing)
    assert all(one.weight < 0 for one in english.other)


@pytest.mark.parametrize("text", ['a "<b>" & c', "$x^$", "</svg><script>"])
def test_texts_of_a_plot_are_only_texts(text: str) -> None:
    """Names from an index are drawn as they stand: neither markup nor formulas."""
    span = plots.Span(0.5, 0.4, 0.6)
    svg = plots.by_language([text], [span], [span], text)
    tree = LexborHTMLParser(f"<body>{svg}</body>")
    assert tree.css("script, b") == []
    assert tree.css("svg")[0].attributes["aria-label"] == text
    assert text in [shown.text() for shown in tree.css("svg text")]


def test_a_curve_needs_no_mark() -> None:
    """Where nothing reaches a threshold the curve is drawn alone."""
    assert "<svg" in plots.precision_recall([1, 0], [0, 1], [], "A curve.")


def test_matplotlib_is_only_loaded_for_a_plot() -> None:
    """Half a second that nobody pays who asks for no report."""
    program = "import sys, inbox_rebond.training.report; print('matplotlib' in sys.modules)"
    # S603: the program is a literal of this test.
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "False\n"

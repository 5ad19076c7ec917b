from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inbox_rebond.domain import Example, Identity, Mail
from inbox_rebond.examples import as_features, as_text
from inbox_rebond.ledger.examples import pack, unpack
from inbox_rebond.parse import parse

COLUMNS = st.lists(st.integers(0, 2**32 - 1), max_size=5).map(tuple)
FEATURES = st.builds(
    lambda rows, words: Example(features=tuple(rows), words=words),
    st.lists(COLUMNS, max_size=4),
    COLUMNS,
)
TEXT = st.lists(st.text(st.characters(codec=None), max_size=20), max_size=4).map(
    lambda lines: Example(text=tuple(lines))
)
MAIL = b"Subject: Your application\r\n\r\nDear Ms Martin,\r\n\r\nWe chose somebody else.\r\n"


@given(FEATURES | TEXT)
def test_what_is_packed_comes_back(example: Example) -> None:
    """Every line and every column, empty ones and lone surrogates too."""
    assert example == unpack(pack(example))


def test_an_unknown_format_is_no_example() -> None:
    """What a newer or older program kept is not guessed at."""
    assert None is unpack(b"\xffwhatever")


def test_features_are_columns_by_line() -> None:
    """The subject's first, each line's ascending, within the widths of the model."""
    example = as_features(parse(MAIL))
    assert example.features is not None
    assert example.words is not None
    assert len(example.features) == 3
    for line in (*example.features, example.words):
        assert list(line) == sorted(set(line))
    assert 0 < max(map(max, example.features)) < 2**18
    assert 0 < max(example.words) < 2**17
    assert example.text is None


def test_features_are_small() -> None:
    """A long mail takes a few kilobytes."""
    text = "".join(f"We looked at application number {n} with care.\n\n" for n in range(100))
    mail = parse(b"Subject: Long\r\n\r\n" + text.encode())
    assert len(pack(as_features(mail))) < 8_000


def test_a_mail_without_words_has_lines_all_the_same() -> None:
    """There is always a subject, however empty."""
    empty = Mail(Identity("", "f" * 64))
    assert as_text(empty) == Example(text=("",))
    found = as_features(empty)
    assert found.features is not None
    assert (len(found.features), found.words) == (1, ())

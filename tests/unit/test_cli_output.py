from __future__ import annotations

import io
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from inbox_rebond.cli import output


def test_counted_agrees_with_its_number() -> None:
    """Only one thing is singular."""
    assert [output.counted(number, "mail") for number in (0, 1, 2, 1200)] == [
        "0 mails",
        "1 mail",
        "2 mails",
        "1,200 mails",
    ]
    assert output.counted(2, "reply", "replies") == "2 replies"


@given(st.text())
def test_no_stranger_steers_the_terminal(text: str) -> None:
    """A text of a stranger is printed without control and format characters, on one line."""
    assert not [sign for sign in output.clean(text) if unicodedata.category(sign)[0] == "C"]


@given(st.text(), st.text())
def test_a_cell_shows_brackets_as_they_are(text: str, under: str) -> None:
    """No text of a stranger is read as markup."""
    assert output.cell(text, under).plain.startswith(output.clean(text))


@given(st.floats(0, 1))
def test_a_probability_never_claims_to_be_certain(chance: float) -> None:
    """People see 1 to 99 %."""
    assert 1 <= int(output.percent(chance).removesuffix(" %")) <= 99


def test_a_table_fits_a_narrow_terminal() -> None:
    """No line is longer than the terminal is wide."""
    table = output.table("From", "Subject", "Verdict", "Done")
    table.add_row(*(output.cell("word " * 30, "under " * 30) for _ in range(4)))
    console = Console(width=60, file=io.StringIO())
    console.print(table)
    assert isinstance(console.file, io.StringIO)
    assert max(map(len, console.file.getvalue().splitlines())) <= 60

from __future__ import annotations

import io
import json
import sys
import unicodedata
from contextlib import redirect_stderr
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from inbox_rebond.cli import output

if TYPE_CHECKING:
    import pytest


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


@given(st.text())
def test_a_fault_does_not_steer_the_terminal(said: str) -> None:
    """A server's words in an error come out without control signs, line by line."""
    with redirect_stderr(io.StringIO()) as shown:
        output.fault(said)
    assert not [s for s in shown.getvalue() if s != "\n" and unicodedata.category(s)[0] == "C"]


def test_brackets_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    """What is printed is what was given: names of folders and files have brackets, too."""
    output.out().print("[red]mails[/] :smile:")
    assert capsys.readouterr().out == "[red]mails[/] :smile:\n"


def test_json_goes_through_any_charset(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the output is not UTF-8, and for names that are not, JSON is still JSON."""
    for charset, text in (("ascii", "Zürich"), ("utf-8", "caf\udce9.eml")):
        raw = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=charset))
        output.emit({"id": text}, lines=True)
        assert text == json.loads(raw.getvalue())["id"]

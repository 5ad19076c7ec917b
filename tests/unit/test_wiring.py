from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from inbox_rebond import wiring
from inbox_rebond.config import Settings
from inbox_rebond.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from inbox_rebond.domain import Mail, Verdict

HEAVY = {"sklearn", "scipy", "numpy", "sqlalchemy", "imapclient", "keyring", "jinja2"}


class Thresholds:
    """A model of which only the thresholds matter."""

    version = "test"
    file_from = 0.9
    review_from = 0.4

    def judge(self, mails: Sequence[Mail]) -> list[Verdict]:
        """Nothing is judged here."""
        raise NotImplementedError


def program(home: Path, **more: Any) -> wiring.Program:
    """A program with two accounts."""
    password = {"env": "MAIN_PASSWORD"}
    accounts = {
        "main": {
            "host": "imap.example.org",
            "username": "Camille@Example.org",
            "password": password,
        },
        "work": {"host": "imap.example.com", "username": "cmartin", "password": password},
    }
    person = {"name": "Camille", "address": "cm@example.net", "aliases": ["c@example.net"]}
    settings = Settings.model_validate({"accounts": accounts, "person": person, **more})
    return wiring.Program(settings, home)


def test_user_names_that_are_addresses_are_own_addresses(tmp_path: Path) -> None:
    """What the person sent from any account is never answered; the first address writes."""
    own = ("cm@example.net", "c@example.net", "camille@example.org")
    assert program(tmp_path).person().addresses == own


def test_an_unknown_account_is_told_with_the_known_ones(tmp_path: Path) -> None:
    """The person sees what to type."""
    with pytest.raises(UserError, match="The accounts are: main, work"):
        program(tmp_path).account("mian")


@pytest.mark.parametrize(
    ("filing", "thresholds"),
    [
        ({}, (0.9, 0.4)),
        ({"file_from": 0.8}, (0.8, 0.4)),
        ({"review_from": 0.0}, (0.9, 0.0)),
        ({"review_from": 0.95}, (0.9, 0.9)),
    ],
)
def test_thresholds_of_the_settings_win_over_the_model(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    filing: dict[str, float],
    thresholds: tuple[float, float],
) -> None:
    """And review never starts above filing."""
    monkeypatch.setattr(wiring, "classifier", lambda _: Thresholds())
    policy = program(tmp_path, filing=filing).job("main").policy
    assert (policy.file_from, policy.review_from) == thresholds


def test_a_home_that_cannot_be_made(tmp_path: Path) -> None:
    """The message names the way out."""
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="Set REBOND_HOME"):
        program(tmp_path / "file" / "home").at_home("secret")


def test_importing_the_wiring_is_cheap() -> None:
    """Heavy libraries are loaded with the part that needs them."""
    code = "import sys, inbox_rebond.wiring; print(*sys.modules)"
    loaded = subprocess.run(  # noqa: S603 - our own words only
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )
    assert HEAVY.isdisjoint(loaded.stdout.split())

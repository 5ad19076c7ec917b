# ruff: noqa: S603 - only programs of this project and its environment are started

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING, Any

import pytest

from inbox_rebond.domain import Label
from inbox_rebond.mailbox.demo import samples

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
DEMO = (sys.executable, "-m", "inbox_rebond", "demo")


def _environment(home: Path) -> dict[str, str]:
    own = {"REBOND_HOME": str(home / "data"), "REBOND_CONFIG": str(home / "config.toml")}
    return {**os.environ, **own, "TMPDIR": str(home), "COLUMNS": "80", "NO_COLOR": "1"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder for everything that the demo may write."""
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def shown(home: Path) -> dict[str, Any]:
    """What the demo says as JSON."""
    ended = subprocess.run(
        [*DEMO, "--once", "--json"], capture_output=True, check=True, env=_environment(home)
    )
    assert ended.stderr == b""
    document: dict[str, Any] = json.loads(ended.stdout)
    return document


@pytest.fixture(scope="module")
def expected() -> dict[str, Label]:
    """What each sample mail is, by its subject."""
    return {
        message_from_bytes(sample.data, policy=default)["Subject"]: sample.label
        for sample in samples(NOW)
    }


def test_samples_come_in_the_order_of_their_dates() -> None:
    """Sample mails are recent, and none comes from the future."""
    dates = [sample.received for sample in samples(NOW)]
    assert dates == sorted(dates)
    assert all(timedelta() < NOW - date < timedelta(days=30) for date in dates)


def test_every_sample_is_judged_once(shown: dict[str, Any], expected: dict[str, Label]) -> None:
    """The demo tells of each mail in its mailbox."""
    assert sorted(each["subject"] for each in shown["messages"]) == sorted(expected)


def test_only_rejections_are_filed(shown: dict[str, Any], expected: dict[str, Label]) -> None:
    """Whatever else a sample is, with a trap or without, it stays in the INBOX."""
    filed = {each["subject"] for each in shown["messages"] if each["folder"] != "INBOX"}
    assert {expected[subject] for subject in filed} == {Label.REJECTION}


def test_every_rejection_is_found(shown: dict[str, Any], expected: dict[str, Label]) -> None:
    """No rejection among the samples is left alone."""
    found = {each["subject"] for each in shown["messages"] if each["decision"] != "leave"}
    assert {subject for subject, label in expected.items() if label is Label.REJECTION} <= found


def test_the_folders_add_up(shown: dict[str, Any], expected: dict[str, Label]) -> None:
    """No mail is lost or doubled, and every draft lies in the Drafts folder."""
    folders = shown["folders"]
    drafted = sum("save_draft" in each["actions"] for each in shown["messages"])
    assert folders["INBOX"] + folders.get("Rebond/Rejections", 0) == len(expected)
    assert folders.get("Drafts", 0) == len(shown["drafts"]) == drafted > 0


def test_nobody_is_asked_who_cannot_answer(shown: dict[str, Any]) -> None:
    """No draft goes to an address that does not read its mail."""
    asked = {each["to"] for each in shown["drafts"]}
    assert not {each for each in asked if "reply" in each or "repondre" in each}


def test_the_demo_leaves_nothing_behind(shown: dict[str, Any], home: Path) -> None:
    """The person's own home is not touched, and the demo's is gone."""
    assert shown["messages"]
    assert list(home.iterdir()) == []


def test_the_demo_fits_a_narrow_terminal(home: Path) -> None:
    """People see tables that no line of 80 signs breaks, and a draft in full."""
    ended = subprocess.run(
        [*DEMO, "--once"], capture_output=True, check=True, env=_environment(home)
    )
    text = ended.stdout.decode()
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text
    assert "Draft " in text


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_ends_when_told(home: Path, ending: signal.Signals) -> None:
    """Without --once the demo watches on, and a signal ends it in peace."""
    with subprocess.Popen(DEMO, stdout=subprocess.PIPE, env=_environment(home)) as demo:
        assert demo.stdout is not None
        for line in demo.stdout:
            if b"Look in with your mail program" in line:
                break
        demo.send_signal(ending)
        rest = demo.stdout.read()
        assert (demo.wait(20), b"nothing is left behind" in rest) == (0, True)

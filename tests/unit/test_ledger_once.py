from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from inbox_rebond.domain import Identity, MessageKey
from inbox_rebond.ledger import open_ledger

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NOW = datetime(2026, 3, 2, tzinfo=UTC)
MAILS = 10

RIVAL = """
import json, sys
from pathlib import Path
from tests.contract.ledger_contract import NOW, ask, identity, judge, key
from inbox_rebond.ledger import open_ledger

ledger = open_ledger(Path(sys.argv[1]))
sys.stdin.readline()
new, asked = [], []
for number in range(int(sys.argv[2])):
    name = f"mail-{number}"
    if ledger.claim(key(number), identity(name), NOW).new:
        new.append(number)
    # Two mails in a row answer one application.
    mail = judge(ledger, name, at=key(number), references=(f"thread-{number // 2}",))
    if ask(ledger, mail, name) is not None:
        asked.append(number)
print(json.dumps([new, asked]))
"""


def test_threads_claim_a_mail_once(tmp_path: Path) -> None:
    """Of many threads on one ledger exactly one is told that a mail is new."""
    with closing(open_ledger(tmp_path / "ledger.sqlite3")) as ledger:

        def claims(_: int) -> list[bool]:
            return [
                ledger.claim(MessageKey("main", "INBOX", 7, uid), Identity(str(uid), "f"), NOW).new
                for uid in range(MAILS)
            ]

        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(claims, range(8)))
    assert [sum(each) for each in zip(*answers, strict=True)] == [1] * MAILS


def test_programs_claim_and_ask_once(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """Programs that start at once on no ledger at all share one, and one draft an application."""
    rivals = [
        subprocess.Popen(  # noqa: S603 - this very Python
            [sys.executable, "-c", RIVAL, tmp_path / "ledger.sqlite3", str(MAILS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": str(pytestconfig.rootpath)},
        )
        for _ in range(3)
    ]
    answers = [json.loads(rival.communicate("go\n")[0]) for rival in rivals]
    new = Counter(number for told, _ in answers for number in told)
    assert dict.fromkeys(range(MAILS), 1) == new
    with closing(open_ledger(tmp_path / "ledger.sqlite3")) as ledger:
        assert MAILS // 2 == len(ledger.drafts()) == len(ledger.unfinished("main"))

"""Servers for tests.

`dovecot` is a running Dovecot, `user` a fresh name on it: `dovecot.connect(user)`,
`dovecot.deliver(user, "INBOX", data)`, `dovecot.server(user, "starttls")`. `start_dovecot` gives
the other variants (see support/dovecot.py). Mark the tests that use them `dovecot`.
"""

from __future__ import annotations

import itertools
import os
from typing import TYPE_CHECKING

import pytest
import trustme
from hypothesis import settings
from tests.support.dovecot import PLAIN, PROGRAM, Dovecot, Variant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_USERS = itertools.count()

# A busy machine is no fault of the code under test.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a Dovecot where there is none; where it must be there (CI), fail."""
    if PROGRAM is None and item.get_closest_marker("dovecot"):
        if os.environ.get("CI") == "true":
            pytest.fail("Dovecot is missing: run scripts/test_servers.py", pytrace=False)
        pytest.skip("Dovecot is missing: run scripts/test_servers.py as root")


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """A certificate authority that nobody but these tests trusts."""
    return trustme.CA()


@pytest.fixture(scope="session")
def start_dovecot(authority: trustme.CA) -> Iterator[Callable[[Variant], Dovecot]]:
    """Any variant of the server, started when it is first asked for."""
    running: dict[str, Dovecot] = {}

    def start(variant: Variant) -> Dovecot:
        if variant.name not in running:
            running[variant.name] = Dovecot(variant, authority)
        return running[variant.name]

    yield start
    for server in running.values():
        server.stop()


@pytest.fixture(scope="session")
def dovecot(start_dovecot: Callable[[Variant], Dovecot]) -> Dovecot:
    """The server as Debian ships it."""
    return start_dovecot(PLAIN)


@pytest.fixture
def user() -> str:
    """The name of somebody who has no mail yet."""
    return f"user{next(_USERS)}"

"""Builds the parts of the program from the settings: the only place that names concrete classes."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Self

from inbox_rebond import config, credentials, domain, resources
from inbox_rebond.errors import Busy, RebondError, UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from inbox_rebond.actions import Composer, Parts
    from inbox_rebond.compose import Templates
    from inbox_rebond.config import Settings
    from inbox_rebond.learning import Teaching
    from inbox_rebond.ledger import SqlLedger
    from inbox_rebond.mailbox.imap import ImapMailbox
    from inbox_rebond.pipeline import Job
    from inbox_rebond.ports import Classifier
    from inbox_rebond.training.history import History

_PATIENCE = 5.0
"""Seconds to wait for another process that works on the same thing."""
_LEDGER = "ledger.sqlite3"


def utc_now() -> datetime:
    """The time, aware and in UTC."""
    return datetime.now(UTC)


def classifier(home: Path) -> Classifier:
    """The model in use: the person's own, else the one that came with the program."""
    from inbox_rebond.training.history import History

    return History(home).in_use().model


def labelled(home: Path) -> tuple[domain.Labelled, ...]:
    """What the person has labelled; nothing where there is no ledger yet."""
    from inbox_rebond.ledger import open_ledger

    path = home / _LEDGER
    if not path.exists():
        return ()
    with closing(open_ledger(path)) as ledger:
        return ledger.labelled()


@contextmanager
def models(home: Path) -> Iterator[History]:
    """The person's models, changed by nobody else meanwhile. Raises Busy."""
    from inbox_rebond.locks import locked
    from inbox_rebond.training.history import History

    def busy(who: str) -> Busy:
        return Busy(f"Another rebond is training ({who}). Try again when it is done.")

    with locked(at_home(home, "train.lock"), busy, _PATIENCE):
        yield History(home)


def templates(home: Path) -> Templates:
    """The reply templates; the person's own copies in `home/templates` win."""
    from jinja2 import ChoiceLoader, FileSystemLoader

    from inbox_rebond.compose import Templates

    folders = (home / "templates", resources.templates())
    return Templates(ChoiceLoader([FileSystemLoader(folder) for folder in folders]))


def at_home(home: Path, name: str) -> Path:
    """The path of a file at home; home is made if need be, for nobody else's eyes."""
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise UserError(
            f"{home}: this folder cannot be made ({error.strerror}). "
            f"Set REBOND_HOME to a folder that you may write to."
        ) from error
    return home / name


class Program:
    """Settings and home, and the parts that follow from them. May be shared by threads.

    Ledger, model and templates are made when they are first asked for and then kept. Mailboxes
    are made anew for each use: one connection, one thread. `close` lets go of the ledger.
    """

    def __init__(
        self, settings: Settings, home: Path, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        self.settings = settings
        self.home = home
        self._now = now
        self._lock = threading.RLock()
        self._ledger: SqlLedger | None = None
        self._classifier: Classifier | None = None
        self._model = ""
        self._templates: Templates | None = None

    @classmethod
    def load(cls) -> Self:
        """The program as the environment describes it (REBOND_CONFIG, REBOND_HOME)."""
        return cls(config.load(config.settings_path()), config.home())

    def __enter__(self) -> Self:
        """For `with`: closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Let go of the ledger."""
        with self._lock:
            if self._ledger is not None:
                self._ledger.close()
                self._ledger = None

    @property
    def accounts(self) -> tuple[str, ...]:
        """The names of all accounts, in the order of the settings."""
        return tuple(self.settings.accounts)

    def account(self, name: str) -> config.Account:
        """The settings of an account; a UserError where there is none of that name."""
        try:
            return self.settings.accounts[name]
        except KeyError as error:
            known = ", ".join(self.accounts)
            raise UserError(f"There is no account {name!r}. The accounts are: {known}.") from error

    def at_home(self, name: str) -> Path:
        """The path of a file at home."""
        return at_home(self.home, name)

    def person(self) -> domain.Person:
        """Whose mail this is; user names that are addresses count as their own."""
        person = self.settings.person
        names = [account.username.lower() for account in self.settings.accounts.values()]
        own = (person.address, *person.aliases, *(name for name in names if "@" in name))
        return domain.Person(person.name, tuple(dict.fromkeys(own)), person.languages)

    def ledger(self) -> SqlLedger:
        """The memory of the program. Raises LedgerUnusable."""
        from inbox_rebond.ledger import open_ledger

        with self._lock:
            if self._ledger is None:
                self._ledger = open_ledger(self.at_home(_LEDGER))
            return self._ledger

    def classifier(self) -> Classifier:
        """The model in use, read afresh when another one was put into use. Raises ModelMissing."""
        from inbox_rebond.training.history import History

        with self._lock:
            version = History(self.home).version
            if self._classifier is None or version != self._model:
                self._classifier, self._model = classifier(self.home), version
            return self._classifier

    def training_due(self) -> bool:
        """Whether there are new labels to learn from, enough or for long enough."""
        from inbox_rebond.training.history import History
        from inbox_rebond.training.retrain import due

        tried, after = History(self.home).tried, self.settings.learning.after
        return due(self.ledger().labels_since, tried, self._now(), after)

    def templates(self) -> Templates:
        """The reply templates."""
        with self._lock:
            if self._templates is None:
                self._templates = templates(self.home)
            return self._templates

    def job(self, name: str) -> Job:
        """What to do in an account."""
        from inbox_rebond.pipeline import Job

        account = self.account(name)
        policy, days = self._policy(account), account.look_back_days
        return Job(account.folder, policy, self.person(), days, self.teaching())

    def teaching(self) -> Teaching:
        """How labels are taken in."""
        from inbox_rebond import examples
        from inbox_rebond.learning import Teaching

        chosen = self.settings.learning
        keep = examples.as_text if chosen.keep == "text" else examples.as_features
        secret = partial(credentials.draft_secret, self.home / "secret")
        return Teaching(keep, secret, chosen.folder, chosen.make_folders)

    @contextmanager
    def mailbox(self, name: str) -> Iterator[ImapMailbox]:
        """An account, signed in to. Raises MailboxAway, LoginRefused, CertificateRefused."""
        from inbox_rebond.mailbox.connection import Server
        from inbox_rebond.mailbox.imap import connect

        account = self.account(name)
        server = Server(
            name,
            account.host,
            account.port,
            account.security,
            account.username,
            ca_file=str(account.ca_file) if account.ca_file else None,
        )
        password = partial(credentials.password, account.password, name, account.username)
        mailbox = connect(server, password)
        try:
            yield mailbox
        finally:
            mailbox.close()

    @contextmanager
    def parts(self, name: str, *, alone: bool = True) -> Iterator[Parts]:
        """What a pass over an account works with; signed out of again at the end.

        One process at a time, unless it only looks (`alone=False`). Raises Busy.
        """
        from inbox_rebond.actions import Parts

        ledger, judge, compose = self.ledger(), self.classifier(), self._composer()
        with self._at_work(name) if alone else nullcontext(), self.mailbox(name) as mailbox:
            yield Parts(mailbox, ledger, judge, compose, self._now)

    def locked(
        self, name: str, busy: Callable[[str], RebondError], wait: float
    ) -> AbstractContextManager[None]:
        """Hold a lock file at home (see `locks.locked`)."""
        from inbox_rebond.locks import locked

        return locked(self.at_home(name), busy, wait)

    def _at_work(self, name: str) -> AbstractContextManager[None]:
        """Nobody else acts on this account meanwhile: each would see the mail of the other move."""

        def busy(who: str) -> Busy:
            return Busy(
                f"{name}: another rebond is working on this account ({who}). "
                f"Try again when it is done, or stop it; nothing was changed."
            )

        return self.locked(f"account-{name}.lock", busy, _PATIENCE)

    def _policy(self, account: config.Account) -> domain.Policy:
        """Thresholds of the settings, else of the model; review never starts above filing."""
        model, chosen = self.classifier(), self.settings.filing
        file_from = model.file_from if chosen.file_from is None else chosen.file_from
        review_from = model.review_from if chosen.review_from is None else chosen.review_from
        return domain.Policy(account.mode, file_from, min(review_from, file_from), account.file_to)

    def _composer(self) -> Composer:
        """Writes drafts as this person, dated in the person's own time zone."""
        from inbox_rebond.compose import compose

        templates, person = self.templates(), self.person()
        secret = credentials.draft_secret(self.at_home("secret"))

        def composer(
            mail: domain.Mail, findings: domain.Findings, action: domain.SaveDraft
        ) -> domain.Draft:
            now = self._now().astimezone()
            return compose(templates, mail, findings, action, person, secret=secret, now=now)

        return composer

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any

import pytest

from inbox_rebond import config, resources
from inbox_rebond.config.faults import _section
from inbox_rebond.config.model import Settings
from inbox_rebond.domain import Mode
from inbox_rebond.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel
    from pydantic.fields import FieldInfo

SMALLEST = """
[accounts.main]
host = "imap.example.org"
username = "camille@example.org"
password = { env = "MAIN_PASSWORD" }

[person]
name = "Camille Martin"
address = "Camille@Example.org"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A place for settings."""
    return tmp_path / "config.toml"


def refused(file: Path, text: str) -> list[str]:
    """The faults of a settings file, without the name of the file."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        config.load(file)
    lines = str(caught.value).splitlines()
    assert all(line.startswith(f"{file}: ") for line in lines)
    return [line.removeprefix(f"{file}: ") for line in lines]


def fields(section: type[BaseModel]) -> Iterator[tuple[type[BaseModel], str, FieldInfo]]:
    """Every field of a section and of the sections inside."""
    for name, field in section.model_fields.items():
        yield section, name, field
        inner = _section(field.annotation)
        if inner:
            yield from fields(inner)


def test_a_few_lines_are_enough(file: Path) -> None:
    """What is not said has a default that suits most mailboxes."""
    file.write_text(SMALLEST, encoding="utf-8")
    settings = config.load(file)
    account = settings.accounts["main"]
    assert (
        account.port,
        account.security,
        account.folder,
        account.file_to,
        account.mode,
        account.look_back_days,
    ) == (993, "tls", "INBOX", "Rebond/Rejections", Mode.DRAFT, 90)
    assert settings.person.address == "camille@example.org"


@pytest.mark.parametrize(
    ("security", "port"), [("tls", 993), ("starttls", 143), ("none", 143), ("tls\nport = 1", 1)]
)
def test_the_port_follows_from_the_security(file: Path, security: str, port: int) -> None:
    """993 for tls, 143 otherwise, and any other by name."""
    lines = f'host = "localhost"\nsecurity = "{security}"'.replace('\nport = 1"', '"\nport = 1')
    text = SMALLEST.replace('host = "imap.example.org"', lines)
    file.write_text(text, encoding="utf-8")
    assert port == config.load(file).accounts["main"].port


def test_every_fault_is_told_at_once(file: Path) -> None:
    """Nobody has to run the program five times to mend five faults."""
    faults = refused(
        file,
        """
        acounts = 1
        [accounts.main]
        host = "imaps://imap.example.org"
        port = true
        fodler = "INBOX"
        file_to = "inbox"
        mode = "delete"
        [person]
        name = ""
        address = "camille"
        languages = ["french"]
        [filing]
        file_from = 0.6
        review_from = 0.7
        """,
    )
    assert [fault.partition(":")[0] for fault in faults] == [
        "accounts.main.host",
        "accounts.main.port",
        "accounts.main.username",
        "accounts.main.password",
        "accounts.main.file_to",
        "accounts.main.mode",
        "accounts.main.fodler",
        "person.name",
        "person.address",
        "person.languages[0]",
        "filing.review_from",
        "acounts",
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('mode = "delete"', "mode: 'delete' will not do: give one of observe, file, draft"),
        ("port = 70000", "port: 70000 will not do: give a number from 1 to 65535"),
        ("ports = 993", "ports: there is no such key; did you mean port?"),
        ('security = "none"', "security: none would show your password to the network"),
        ("look_back_days = 0", "look_back_days: 0 will not do: give a number of days from 1"),
        ('folder = "IN\\u0000BOX"', "folder: 'IN\\x00BOX' will not do: give the name"),
    ],
)
def test_a_fault_says_what_is_allowed(file: Path, line: str, fault: str) -> None:
    """Key, what is wrong and what is allowed stand in one line."""
    (found,) = refused(file, SMALLEST.replace("[person]", f"{line}\n[person]"))
    assert found.startswith(f"accounts.main.{fault}")


@pytest.mark.parametrize("name", ['"my mail"', '"a.b"', '""', '"é"'])
def test_an_account_name_can_stand_in_a_command(file: Path, name: str) -> None:
    """Letters, digits, - and _ only."""
    (found,) = refused(file, SMALLEST.replace("accounts.main", f"accounts.{name}"))
    assert "letters, digits" in found


@pytest.mark.parametrize("value", ['"sesame"', '{ plain = "sesame" }', '["sesame"]'])
def test_a_password_in_the_settings_is_refused_unseen(file: Path, value: str) -> None:
    """It is not repeated in the message, and the message shows the way."""
    faults = refused(file, SMALLEST.replace('{ env = "MAIN_PASSWORD" }', value))
    assert "sesame" not in "".join(faults)
    assert "keyring, env, file, command" in faults[0]


@pytest.mark.parametrize("value", ["{}", '{ env = "A", file = "b" }', "{ command = [] }"])
def test_a_password_has_exactly_one_source(file: Path, value: str) -> None:
    """None or two leave open where it is."""
    (fault,) = refused(file, SMALLEST.replace('{ env = "MAIN_PASSWORD" }', value))
    assert fault.startswith("accounts.main.password")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_no_encryption_on_this_machine_only(file: Path, host: str) -> None:
    """`security = "none"` is for servers such as a local bridge."""
    line = f'host = "{host}"\nsecurity = "none"'
    file.write_text(SMALLEST.replace('host = "imap.example.org"', line), encoding="utf-8")
    assert host == config.load(file).accounts["main"].host


def test_two_accounts_on_one_folder_are_refused(file: Path) -> None:
    """Every mail in it would be handled twice."""
    account = SMALLEST.partition("[person]")[0].replace("main", "second")
    (fault,) = refused(file, SMALLEST + account)
    assert fault == "accounts: main and second watch the same folder: take one away"


@pytest.mark.parametrize("key", ["folder", "file_to"])
def test_the_program_does_not_file_where_labels_are_given(file: Path, key: str) -> None:
    """What it moved there would look as if the person had labelled it."""
    line = f'{key} = "Rebond/Learn/rejection"\n\n[person]'
    (fault,) = refused(file, SMALLEST.replace("[person]", line))
    assert fault == "learning: Rebond/Learn/rejection lies in Rebond/Learn: give another folder"


def test_paths_are_meant_from_the_settings(file: Path) -> None:
    """Whatever folder the program is started in."""
    text = SMALLEST.replace('{ env = "MAIN_PASSWORD" }', '{ file = "secret" }\nca_file = "~/a.pem"')
    file.write_text(text, encoding="utf-8")
    account = config.load(file).accounts["main"]
    assert file.parent / "secret" == account.password.file
    assert account.ca_file is not None
    assert account.ca_file.is_absolute()


def test_no_settings_yet(file: Path) -> None:
    """The message names the command that makes them."""
    with pytest.raises(SettingsError, match="Run `rebond init`"):
        config.load(file)


def test_a_folder_is_no_settings_file(tmp_path: Path) -> None:
    """The message says that it is a folder."""
    with pytest.raises(SettingsError, match=r"folder|cannot be read"):
        config.load(tmp_path)


def test_syntax_is_told_with_its_line(file: Path) -> None:
    """A person finds the place in an editor."""
    (fault,) = refused(file, "[accounts.main]\nhost = imap.example.org\n")
    assert "line 2" in fault


def test_bytes_that_are_not_utf_8(file: Path) -> None:
    """The message says how to save the file."""
    file.write_bytes(b'name = "Andr\xe9"')
    with pytest.raises(SettingsError, match="Save the file as UTF-8"):
        config.load(file)


def test_a_byte_order_mark_is_forgiven(file: Path) -> None:
    """Some editors write one."""
    file.write_text(SMALLEST, encoding="utf-8-sig")
    assert list(config.load(file).accounts) == ["main"]


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root and Windows read everything"
)
def test_a_file_that_may_not_be_read(file: Path) -> None:
    """The message says where to look."""
    file.write_text(SMALLEST, encoding="utf-8")
    file.chmod(0)
    with pytest.raises(SettingsError, match="cannot be read"):
        config.load(file)


def test_the_environment_names_file_and_home(tmp_path: Path) -> None:
    """REBOND_CONFIG and REBOND_HOME win over the usual places."""
    environ = {"REBOND_CONFIG": str(tmp_path / "a.toml"), "REBOND_HOME": str(tmp_path / "b")}
    assert tmp_path / "a.toml" == config.settings_path(environ)
    assert tmp_path / "b" == config.home(environ)
    assert config.settings_path({}).name == "config.toml"
    assert config.home({}).name == "inbox_rebond"


def test_the_example_names_every_key() -> None:
    """Whatever can be set is explained in the example."""
    text = resources.example_settings().read_text(encoding="utf-8")
    for section, name, _ in fields(Settings):
        in_text = rf"^\[{name}[\].]" if section is Settings else rf"(^(# )?|\{{ ){name} = "
        assert re.search(in_text, text, re.MULTILINE), name


def test_the_example_shows_the_defaults() -> None:
    """What the example shows is what counts where nothing is said."""
    settings = config.load(resources.example_settings())
    shown: dict[type[BaseModel], Any] = {
        type(part): part
        for part in (*settings.accounts.values(), settings.person, settings.daemon, settings.log)
    }
    for section, name, field in fields(Settings):
        if section in shown and not field.is_required() and field.default_factory is None:
            assert field.default == getattr(shown[section], name), name


def test_every_key_has_words_for_its_fault() -> None:
    """The description of a field says what is allowed."""
    assert [name for _, name, field in fields(Settings) if not field.description] == []

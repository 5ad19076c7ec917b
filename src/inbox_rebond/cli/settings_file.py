"""The settings file that `rebond init` writes."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inbox_rebond import resources
from inbox_rebond.errors import SettingsError, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCOUNT = "main"
"""The name of the account in a file that was just made."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the settings file is made of. `password` is its reference as TOML."""

    address: str
    name: str
    host: str
    port: int
    username: str
    language: str
    password: str


def inline(**values: str | list[str]) -> str:
    """An inline table of TOML. Strings and lists of strings are written as in JSON."""
    pairs = (f"{key} = {_quoted(value)}" for key, value in values.items())
    return "{ " + ", ".join(pairs) + " }"


def _quoted(value: str | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False)


def toml(answers: Answers) -> str:
    """The text of the file; a new account only observes."""
    languages = [code.strip() for code in answers.language.split(",") if code.strip()]
    return f"""\
# Every key is explained in {resources.example_settings()}

[accounts.{ACCOUNT}]
host = {_quoted(answers.host)}
port = {answers.port}
username = {_quoted(answers.username)}
password = {answers.password}
mode = "observe"  # later: file, draft

[person]
name = {_quoted(answers.name)}
address = {_quoted(answers.address)}
languages = {_quoted(languages)}
"""


def write(path: Path, text: str) -> None:
    """Write the file whole or not at all, for nobody else's eyes; a faulty one is not kept."""
    from inbox_rebond import config

    with _writable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    made = Path(name)
    try:
        with _writable(path):
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            config.load(made)
            made.replace(path)
    except SettingsError as error:
        raise SettingsError(str(error).replace(str(made), str(path))) from error
    finally:
        made.unlink(missing_ok=True)


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    """What the system says against writing the file, as a sentence."""
    try:
        yield
    except OSError as error:
        raise UserError(
            f"{path}: cannot be written ({error.strerror}). Make room there, "
            f"or set REBOND_CONFIG to another file."
        ) from error

"""The settings as frozen, closed values. Each field's description says what is allowed."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping  # noqa: TC003 - pydantic reads annotations at run time
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)

from inbox_rebond.domain import Mode

_TLS_PORT, _PLAIN_PORT = 993, 143


def _is_loopback(host: str) -> bool:
    """Whether a connection to this host stays on this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _beside(path: Path, info: ValidationInfo) -> Path:
    """A relative path is meant from the folder of the settings file."""
    folder = (info.context or {}).get("folder", Path())
    return Path(folder, path.expanduser())


def _port(fields: dict[str, Any]) -> int:
    return _TLS_PORT if fields["security"] == "tls" else _PLAIN_PORT


Line = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f]+$", max_length=500)
]
"""Text that can stand in a header or in an IMAP command."""

EmailAddress = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, to_lower=True, pattern=r"^[^@\s<>,;:\"]+@[^@\s<>,;:\"]+$"
    ),
]
Host = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True,
        to_lower=True,
        pattern=r"^([\w]([\w.-]*[\w.])?|[0-9a-f:]*:[0-9a-f:.]*:[0-9a-f:.]*)$",
    ),
]
Language = Annotated[str, StringConstraints(to_lower=True, pattern=r"^[A-Za-z]{2}$")]
AccountName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$")]
FilePath = Annotated[Path, AfterValidator(_beside)]


class Section(BaseModel):
    """A table of the settings: it cannot be changed, and has no keys but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class PasswordReference(Section):
    """Where a password is kept. The settings never hold the password itself."""

    keyring: Line | None = Field(
        default=None, description="the name of a service in the system keyring"
    )
    env: Line | None = Field(default=None, description="the name of an environment variable")
    file: FilePath | None = Field(
        default=None, description="the path of a file that only you can read"
    )
    command: tuple[str, ...] | None = Field(
        default=None, min_length=1, description='a list of words, such as ["pass", "show", "mail"]'
    )

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if len(self.model_dump(exclude_none=True)) != 1:
            raise ValueError("give exactly one of keyring, env, file, command")
        return self


class Account(Section):
    """One mailbox: how to reach it, where to look, how far to go."""

    host: Host = Field(
        description="the name of the IMAP server, such as imap.example.org, without port"
    )
    security: Literal["tls", "starttls", "none"] = Field(
        default="tls", description="one of tls, starttls, none"
    )
    port: int = Field(
        default_factory=_port, strict=True, ge=1, le=65535, description="a number from 1 to 65535"
    )
    username: Line = Field(description="the name you sign in with")
    password: PasswordReference = Field(
        description='where the password is kept, such as { env = "MAIN_PASSWORD" }: '
        "one of keyring, env, file, command, never the password itself"
    )
    ca_file: FilePath | None = Field(
        default=None, description="the path of a PEM file with your server's certificate authority"
    )
    folder: Line = Field(default="INBOX", description="the name of the folder to watch")
    file_to: Line = Field(
        default="Rebond/Rejections",
        validate_default=True,
        description="the name of a folder other than the watched one, / between levels",
    )
    mode: Mode = Field(default=Mode.DRAFT, description="one of observe, file, draft")
    look_back_days: int = Field(
        default=90, strict=True, ge=1, le=3650, description="a number of days from 1 to 3650"
    )

    @field_validator("security")
    @classmethod
    def _open_only_at_home(cls, security: str, info: ValidationInfo) -> str:
        if security == "none" and not _is_loopback(info.data.get("host", "localhost")):
            raise ValueError("none would show your password to the network: give tls or starttls")
        return security

    @field_validator("file_to")
    @classmethod
    def _elsewhere(cls, file_to: str, info: ValidationInfo) -> str:
        if file_to.casefold() == info.data.get("folder", "").casefold():
            raise ValueError("give a folder other than the one that is watched")
        return file_to


class Person(Section):
    """Whose mail this is, and who signs the drafts."""

    name: Line = Field(description="your name as you sign")
    address: EmailAddress = Field(description="your address, such as camille@example.org")
    aliases: tuple[EmailAddress, ...] = Field(
        default=(), description="a list of your further addresses"
    )
    languages: tuple[Language, ...] = Field(
        default=("en",),
        min_length=1,
        description='a list of two-letter codes, such as ["fr", "en"]',
    )


class Filing(Section):
    """How sure the program must be. Absent values are those that come with the model."""

    file_from: float | None = Field(
        default=None,
        strict=True,
        ge=0.5,
        le=1,
        allow_inf_nan=False,
        description="a probability from 0.5 to 1",
    )
    review_from: float | None = Field(
        default=None,
        strict=True,
        ge=0,
        le=1,
        allow_inf_nan=False,
        description="a probability from 0 to 1, at most that of file_from",
    )

    @field_validator("review_from")
    @classmethod
    def _review_comes_first(cls, review_from: float | None, info: ValidationInfo) -> float | None:
        file_from = info.data.get("file_from")
        if review_from is not None and file_from is not None and review_from > file_from:
            raise ValueError(f"{review_from} is above file_from: give at most {file_from}")
        return review_from


class Daemon(Section):
    """How `rebond run` works."""

    every: int = Field(
        default=5,
        strict=True,
        ge=1,
        le=1440,
        description="a whole number of minutes from 1 to 1440",
    )


class Learning(Section):
    """How the program learns from the labels that the person gives."""

    folder: Line = Field(
        default="Rebond/Learn", description="the name of a folder, / between levels"
    )
    make_folders: bool = Field(default=False, strict=True, description="true or false")
    keep: Literal["features", "text"] = Field(
        default="features", description="one of features, text"
    )
    after: int = Field(
        default=20, strict=True, ge=1, le=10_000, description="a whole number from 1 to 10000"
    )


class Log(Section):
    """What is logged, and how."""

    level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="one of debug, info, warning, error"
    )
    format: Literal["text", "json"] = Field(default="text", description="one of text, json")


class Settings(Section):
    """Everything the person can choose."""

    accounts: Mapping[AccountName, Account] = Field(
        min_length=1, description="a table [accounts.NAME] for each mailbox"
    )
    person: Person = Field(description="a table [person] with name and address")
    filing: Filing = Field(default=Filing(), description="a table [filing]")
    daemon: Daemon = Field(default=Daemon(), description="a table [daemon]")
    learning: Learning = Field(
        default=Learning(), validate_default=True, description="a table [learning]"
    )
    log: Log = Field(default=Log(), description="a table [log]")

    @field_validator("accounts")
    @classmethod
    def _each_once(cls, accounts: Mapping[str, Account]) -> Mapping[str, Account]:
        """Two accounts on one folder would handle every mail twice."""
        seen: dict[tuple[object, ...], str] = {}
        for name, account in accounts.items():
            place = (account.host, account.port, account.username, account.folder)
            if (first := seen.setdefault(place, name)) != name:
                raise ValueError(f"{first} and {name} watch the same folder: take one away")
        return accounts

    @field_validator("learning")
    @classmethod
    def _apart(cls, learning: Learning, info: ValidationInfo) -> Learning:
        """What the program files must not look as if the person had labelled it."""
        taken = f"{learning.folder}/".casefold()
        for account in info.data.get("accounts", {}).values():
            for folder in (account.folder, account.file_to):
                if f"{folder}/".casefold().startswith(taken):
                    raise ValueError(f"{folder} lies in {learning.folder}: give another folder")
        return learning

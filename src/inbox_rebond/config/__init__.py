"""The settings: one TOML file, typed, closed, with every fault reported at once."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from pydantic import ValidationError

from inbox_rebond.config.faults import faults
from inbox_rebond.config.model import Account, PasswordReference, Settings
from inbox_rebond.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Account", "PasswordReference", "Settings", "home", "load", "settings_path"]

_APP = "inbox_rebond"


def settings_path(environ: Mapping[str, str] = os.environ) -> Path:
    """The settings file: REBOND_CONFIG, else config.toml in the person's configuration folder."""
    named = environ.get("REBOND_CONFIG")
    folder = platformdirs.user_config_path(_APP, appauthor=False)
    return Path(named).expanduser() if named else folder / "config.toml"


def home(environ: Mapping[str, str] = os.environ) -> Path:
    """The folder of ledger, models and templates of one's own: REBOND_HOME, else the usual one."""
    named = environ.get("REBOND_HOME")
    return Path(named).expanduser() if named else platformdirs.user_data_path(_APP, appauthor=False)


def load(path: Path) -> Settings:
    """The settings in a file. Raises SettingsError, which lists every fault at once."""
    try:
        table = tomllib.loads(_read(path))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: this is not TOML: {error}. Correct it there.") from error
    try:
        return Settings.model_validate(table, context={"folder": path.absolute().parent})
    except ValidationError as error:
        lines = [f"{path}: {fault}" for fault in faults(error)]
        raise SettingsError("\n".join(lines)) from error


def _read(path: Path) -> str:
    """The text of the file; editors that put a byte order mark first are forgiven."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise SettingsError(
            f"{path}: there are no settings yet. Run `rebond init`, "
            f"or set REBOND_CONFIG to the file that you want to use."
        ) from error
    except IsADirectoryError as error:
        raise SettingsError(
            f"{path}: this is a folder. Set REBOND_CONFIG to the settings file in it."
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(
            f"{path}: this is not UTF-8 (byte {error.start}). Save the file as UTF-8."
        ) from error
    except OSError as error:
        raise SettingsError(
            f"{path}: this file cannot be read ({error.strerror}). Check who owns it and its mode."
        ) from error

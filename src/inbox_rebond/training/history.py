"""The person's models: the one in use, those before it, and those that were set aside.

In `home/models`: `kept/VERSION.*` are or were in use, `aside/VERSION.*` did not pass the gate and
have the reason in their cards, `history.json` says which one is in use. That file is replaced in
one step, so that whoever reads sees the model before or the model after.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from inbox_rebond import resources
from inbox_rebond.errors import ModelMissing, UserError
from inbox_rebond.training.store import STARTER, Stored, load, save, write

if TYPE_CHECKING:
    from pathlib import Path

    from inbox_rebond.classify import Model
    from inbox_rebond.domain import Json

_log = logging.getLogger(__name__)

KEPT = 10
"""Models that are or were in use."""

ASIDE = 3
"""Models that did not pass the gate."""

OWN = "own"
_FILE = "history.json"


@dataclass(frozen=True, slots=True)
class Promotion:
    """From when on a model was in use."""

    version: str
    at: datetime


@dataclass(frozen=True, slots=True)
class _State:
    """What history.json holds: promotions, the last one in use, and the last try to train."""

    promoted: tuple[Promotion, ...] = ()
    tried: datetime | None = None


class History:
    """The models of a home. Changes go through one process at a time (`train.lock`)."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "models"
        self._kept = self._folder / "kept"
        self._aside = self._folder / "aside"

    @property
    def version(self) -> str:
        """The model in use, as it stands in the history; `starter` where there is none."""
        promoted = self._read().promoted
        return promoted[-1].version if promoted else STARTER

    @property
    def tried(self) -> datetime | None:
        """When a model was last fitted, whatever came of it."""
        return self._read().tried

    def promotions(self) -> tuple[Promotion, ...]:
        """Which models came into use and when, newest last."""
        return self._read().promoted

    def kept(self) -> tuple[str, ...]:
        """Models that are or were in use, oldest first."""
        return _versions(self._kept)

    def aside(self) -> tuple[str, ...]:
        """Models that did not pass the gate, oldest first."""
        return _versions(self._aside)

    def in_use(self) -> Stored:
        """The model in use; where it cannot be read, the starter model, with a warning.

        Raises ModelMissing where the starter model cannot be read either.
        """
        try:
            return self.find(self.version)
        except (ModelMissing, UserError) as error:
            if self.version == STARTER:
                raise
            _log.warning("%s Until then the starter model is used.", error)
            return self.find(STARTER)

    def find(self, version: str) -> Stored:
        """A model by its version; UserError where there is none, ModelMissing where it is broken.

        `starter`, or the version of the starter model, is the one that came with the program.
        """
        if version == STARTER:
            return load(resources.models(), STARTER)
        for folder in (self._kept, self._aside):
            if version in _versions(folder):
                return load(folder, version)
        if version.startswith(f"{STARTER}-"):
            starter = self.find(STARTER)
            if starter.model.version == version:
                return starter
        raise UserError(f"There is no model {version!r}. `rebond models list` shows which are.")

    def keep(self, model: Model, card: dict[str, Json], now: datetime) -> Stored:
        """Keep a new model and use it from now on."""
        stored = save(model, card, self._kept, OWN, by_version=True)
        self._use(stored.model.version, now)
        return stored

    def set_aside(self, model: Model, card: dict[str, Json]) -> Stored:
        """Keep a model that is not used; its card says why."""
        stored = save(model, card, self._aside, OWN, by_version=True)
        _prune(self._aside, ASIDE, {stored.model.version})
        return stored

    def promote(self, version: str, now: datetime) -> str:
        """Use a model from now on, wherever it stood; its version. Raises as `find` does."""
        found = self.find(version).model.version
        name = STARTER if found.startswith(f"{STARTER}-") else found
        if name in self.aside():
            self._kept.mkdir(parents=True, exist_ok=True)
            # The card comes last: without it there is no model.
            for ending in ("npz", "json"):
                (self._aside / f"{name}.{ending}").replace(self._kept / f"{name}.{ending}")
        self._use(name, now)
        return found

    def rollback(self) -> str:
        """Take the last promotion back; the version that is in use then."""
        state = self._read()
        if not state.promoted:
            raise UserError("The starter model is in use, and nothing was before it.")
        self._write(replace(state, promoted=state.promoted[:-1]))
        return self.version

    def note_try(self, now: datetime) -> None:
        """Remember that a model was fitted, whatever comes of it."""
        self._write(replace(self._read(), tried=now))

    def _use(self, version: str, now: datetime) -> None:
        """Put a model into use. Files go only after the history has ceased to name them."""
        state = self._read()
        promoted = (*state.promoted, Promotion(version, now))[-KEPT:]
        self._write(replace(state, promoted=promoted))
        _prune(self._kept, KEPT, {each.version for each in promoted})

    def _read(self) -> _State:
        path = self._folder / _FILE
        try:
            data = json.loads(path.read_text("utf-8"))
            promoted = tuple(
                Promotion(str(each["version"]), datetime.fromisoformat(each["at"]))
                for each in data["promoted"]
            )
            tried = data["tried"] and datetime.fromisoformat(data["tried"])
        except FileNotFoundError:
            return _State()
        except (OSError, ValueError, KeyError, TypeError):
            _log.warning(
                "%s cannot be read; the starter model is used. "
                "`rebond models promote VERSION` chooses another one.",
                path,
            )
            return _State()
        return _State(promoted, tried)

    def _write(self, state: _State) -> None:
        data = {
            "promoted": [
                {"version": each.version, "at": each.at.isoformat()} for each in state.promoted
            ],
            "tried": state.tried.isoformat() if state.tried else None,
        }
        self._folder.mkdir(parents=True, exist_ok=True)
        write(self._folder / _FILE, json.dumps(data, indent=2).encode() + b"\n")


def _versions(folder: Path) -> tuple[str, ...]:
    """The models in a folder, oldest first."""
    cards = sorted(folder.glob("*.json"), key=lambda path: (path.stat().st_mtime_ns, path.name))
    return tuple(path.stem for path in cards)


def _prune(folder: Path, most: int, needed: set[str]) -> None:
    """Let go of the oldest models, never of one that is needed."""
    spare = [version for version in _versions(folder) if version not in needed]
    surplus = len(_versions(folder)) - most
    for version in spare[: max(surplus, 0)]:
        # The card goes first: without it there is no model.
        for ending in ("json", "npz"):
            (folder / f"{version}.{ending}").unlink(missing_ok=True)

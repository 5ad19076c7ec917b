"""Model files: arrays without pickle, and a card that names them by their SHA-256.

A model is two files, `NAME.npz` and `NAME.json`. The card is written last and holds the hash of the
arrays: a pair that does not fit together, or that this version of the program would read otherwise
than the one that wrote it, is refused.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from inbox_rebond.classify import KINDS, LABELS, TOPIC_WIDTH, WIDTH, Model, Reading
from inbox_rebond.errors import ModelMissing

if TYPE_CHECKING:
    from inbox_rebond.domain import Json

FORMAT = 1
STARTER = "starter"
_GOLDEN = (
    Reading("Your application", ("We have decided to go on with other candidates.",)),
    Reading("Votre candidature", ("Nous avons bien reçu votre candidature.",)),
)
_NEEDED = {"format", "version", "sha256", "kinds", "thresholds", "temperature", "golden"}
_TOLERANCE = 1e-3
_WIDE = {
    "line_weights": (WIDTH, len(KINDS)),
    "topic_weights": (TOPIC_WIDTH, 1),
    "whole_weights": (WIDTH, 1),
}
_ARRAYS = (
    *_WIDE,
    "line_bias",
    "topic_bias",
    "whole_bias",
    "mail_mean",
    "mail_scale",
    "mail_weights",
    "mail_bias",
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A model with its card (data, versions, figures, thresholds)."""

    model: Model
    card: dict[str, Json]


def save(
    model: Model, card: dict[str, Json], folder: Path, name: str, *, by_version: bool = False
) -> Stored:
    """Write a model; either both files are new afterwards or nothing is changed for a reader.

    Its version begins with `name`, and names the files too if `by_version`.
    """
    # Half precision halves the file; the golden probabilities are those of what was stored.
    arrays = {
        name: getattr(model, name).astype(np.float16 if name in _WIDE else np.float64)
        for name in _ARRAYS
    }
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    data = buffer.getvalue()
    digest = hashlib.sha256(data).hexdigest()
    read_back = _model(data, f"{name}-{digest[:8]}", model)
    full: dict[str, Json] = {
        "format": FORMAT,
        "version": read_back.version,
        "sha256": digest,
        "labels": [str(label) for label in LABELS],
        "kinds": list(map(str, KINDS)),
        "thresholds": {"file_from": model.file_from, "review_from": model.review_from},
        "temperature": model.temperature,
        "golden": [[*row] for row in _golden(read_back)],
        **card,
    }
    folder.mkdir(parents=True, exist_ok=True)
    stem = read_back.version if by_version else name
    write(folder / f"{stem}.npz", data)
    write(folder / f"{stem}.json", json.dumps(full, indent=2, ensure_ascii=False).encode() + b"\n")
    return Stored(read_back, full)


def load(folder: Path, name: str) -> Stored:
    """Read a model; ModelMissing where it is absent, changed, or of another version."""
    path = folder / f"{name}.npz"
    try:
        card = json.loads((folder / f"{name}.json").read_text("utf-8"))
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise ModelMissing(
            f"{path}: there is no model to use. Fit one with `rebond train`."
        ) from error
    if not isinstance(card, dict) or not card.keys() >= _NEEDED:
        raise ModelMissing(f"{path}: its card is damaged. Fit a new model with `rebond train`.")
    if card["format"] != FORMAT or card["kinds"] != list(map(str, KINDS)):
        raise ModelMissing(
            f"{path}: this model was made by another version. Fit a new one with `rebond train`."
        )
    if hashlib.sha256(data).hexdigest() != card["sha256"]:
        raise ModelMissing(
            f"{path}: the file is damaged or was changed. Fit a new one with `rebond train`."
        )
    limits = card["thresholds"]
    shell = _Shell(card["temperature"], limits["file_from"], limits["review_from"])
    model = _model(data, card["version"], shell)
    if not np.allclose(_golden(model), card["golden"], atol=_TOLERANCE):
        raise ModelMissing(
            f"{path}: the model answers otherwise than when it was made. "
            f"Fit a new one with `rebond train`."
        )
    return Stored(model, card)


@dataclass(frozen=True, slots=True)
class _Shell:
    """The numbers of a model that stand in its card."""

    temperature: float
    file_from: float
    review_from: float


def _model(data: bytes, version: str, numbers: Model | _Shell) -> Model:
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            arrays = {array: stored[array] for array in _ARRAYS}
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile) as error:
        raise ModelMissing(
            "The model file does not hold a model. Fit a new one with `rebond train`."
        ) from error
    for array, shape in _WIDE.items():
        if arrays[array].shape != shape:
            raise ModelMissing(
                "The model was made by another version. Fit a new one with `rebond train`."
            )
        arrays[array] = arrays[array].astype(np.float32)
    return Model(
        version=version,
        temperature=numbers.temperature,
        file_from=numbers.file_from,
        review_from=numbers.review_from,
        **arrays,
    )


def _golden(model: Model) -> list[list[float]]:
    """Probabilities of fixed texts: the same as long as nothing underneath has changed."""
    return [
        [round(verdict.probabilities[label], 6) for label in LABELS]
        for verdict in model.judge_readings(_GOLDEN)
    ]


def write(path: Path, data: bytes) -> None:
    """Replace a file in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise

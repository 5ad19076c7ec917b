from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from inbox_rebond import resources
from inbox_rebond.classify import Reading
from inbox_rebond.errors import ModelMissing
from inbox_rebond.training.store import STARTER, load, save

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_rebond.classify import Model

CURRENT = "mine"
READINGS = (
    Reading("Your application", ("We have decided to go on with others.", "Kind regards")),
    Reading("Dinner", ("Shall we meet at eight?",)),
    Reading("", ()),
)


@pytest.fixture(scope="module")
def starter() -> Model:
    """The model that comes with the program."""
    return load(resources.models(), STARTER).model


@pytest.fixture(scope="module")
def saved(starter: Model, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, Any]]:
    """The arrays and the card of a saved model."""
    folder = tmp_path_factory.mktemp("saved")
    save(starter, {"data": {"pieces": 3}}, folder, CURRENT)
    card = json.loads((folder / f"{CURRENT}.json").read_text("utf-8"))
    return (folder / f"{CURRENT}.npz").read_bytes(), card


@pytest.fixture
def stored(saved: tuple[bytes, dict[str, Any]], tmp_path: Path) -> Callable[..., Path]:
    """Put a saved model into a home, with other arrays or other words in its card."""

    def store(data: bytes | None = None, **card: Any) -> Path:
        folder = tmp_path / "models"
        folder.mkdir(exist_ok=True)
        if data is not None:
            card = {"sha256": hashlib.sha256(data).hexdigest(), **card}
        (folder / f"{CURRENT}.npz").write_bytes(saved[0] if data is None else data)
        (folder / f"{CURRENT}.json").write_text(json.dumps({**saved[1], **card}), "utf-8")
        return folder

    return store


def chances(model: Model) -> list[list[float]]:
    """What a model says of READINGS."""
    return [list(each.probabilities.values()) for each in model.judge_readings(READINGS)]


def test_a_stored_model_says_what_it_said(starter: Model, stored: Callable[..., Path]) -> None:
    """Labels and probabilities, within the half precision in which it is kept; thresholds too."""
    read = load(stored(), CURRENT)
    np.testing.assert_allclose(chances(read.model), chances(starter), atol=1e-3)
    assert (read.model.file_from, read.model.review_from) == (
        starter.file_from,
        starter.review_from,
    )
    assert read.card["data"] == {"pieces": 3}


def test_the_version_names_the_arrays(stored: Callable[..., Path]) -> None:
    """Two models with the same version are the same model."""
    read = load(stored(), CURRENT)
    assert read.model.version == f"{CURRENT}-{read.card['sha256']}"[: len(CURRENT) + 9]


def test_what_is_saved_can_be_used_at_once(starter: Model, tmp_path: Path) -> None:
    """The answer of `save` is the answer of a later `load`; nothing else is left in the folder."""
    kept = save(starter, {}, tmp_path, "mine")
    assert chances(kept.model) == chances(load(tmp_path, "mine").model)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.json", "mine.npz"]


def _arrays(starter: Model, **other: Any) -> bytes:
    """The arrays of a model file, some of them exchanged."""
    values = {name: getattr(starter, name) for name in starter.__dataclass_fields__}
    arrays = {name: value for name, value in values.items() if isinstance(value, np.ndarray)}
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **{**arrays, **other})
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("card", "says"),
    [
        ({"format": 99}, "another version"),
        ({"kinds": ["rejection"]}, "another version"),
        ({"sha256": "0" * 64}, "damaged or was changed"),
        ({"golden": [[0.1] * 10] * 2}, "answers otherwise"),
    ],
)
def test_a_card_that_does_not_fit_is_refused(
    stored: Callable[..., Path], card: dict[str, Any], says: str
) -> None:
    """A model that this program would read otherwise than its maker is not used."""
    with pytest.raises(ModelMissing, match=says):
        load(stored(**card), CURRENT)


def test_damaged_arrays_are_refused(stored: Callable[..., Path]) -> None:
    """Whatever is wrong with the file, the message says how to get a model."""
    for data in (b"PK\x03\x04 no archive", b"\x93NUMPY", b"no model"):
        with pytest.raises(ModelMissing, match="rebond train"):
            load(stored(data), CURRENT)


def test_a_model_of_another_shape_is_refused(starter: Model, stored: Callable[..., Path]) -> None:
    """Hashed features of another width mean other words."""
    with pytest.raises(ModelMissing, match="another version"):
        load(stored(_arrays(starter, line_weights=np.zeros((8, 11)))), CURRENT)


class Trap:
    """Does harm when it is unpickled."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Make a file."""
        return (Path.touch, (Path("sprung"),))


def test_a_model_file_runs_no_code(
    starter: Model,
    stored: Callable[..., Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Pickled objects in the arrays are refused, not read."""
    monkeypatch.chdir(tmp_path)
    trap = np.array([Trap()], dtype=object)
    with pytest.raises(ModelMissing, match="rebond train"):
        load(stored(_arrays(starter, line_bias=trap)), CURRENT)
    assert not Path("sprung").exists()


def test_no_model_at_all(tmp_path: Path) -> None:
    """Neither arrays without a card nor a card without arrays are a model."""
    for name in ("x.npz", "y.json"):
        (tmp_path / name).write_text("{}", "utf-8")
        with pytest.raises(ModelMissing, match="there is no model"):
            load(tmp_path, name.partition(".")[0])

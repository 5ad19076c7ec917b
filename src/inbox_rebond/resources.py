"""Where the files that travel with the program lie, in a checkout as in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent
_SHARED = _PACKAGE / "_shared" if (_PACKAGE / "_shared").is_dir() else _CHECKOUT


def models() -> Path:
    """The folder of the starter model, its card and its corpus."""
    return _SHARED / "models"


def templates() -> Path:
    """The folder of the Jinja2 templates."""
    return _SHARED / "templates"


def example_settings() -> Path:
    """The settings file in which every key is explained."""
    return _SHARED / "config.example.toml"

"""What is wrong with the settings, in plain words: key, fault, what is allowed."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from inbox_rebond.config.model import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import ValidationError
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

_FOLLOWS_FROM_ANOTHER = "default_factory_not_called"
_MAX_SHOWN = 40


def faults(error: ValidationError) -> Iterator[str]:
    """One line a fault, `dotted.key: what is wrong`; not what follows from a fault inside."""
    details = error.errors(include_url=False)
    places = [detail["loc"] for detail in details]
    for detail in details:
        inside = any(place[:-1] == detail["loc"] for place in places)
        if not inside and detail["type"] != _FOLLOWS_FROM_ANOTHER:
            yield f"{_dotted(detail['loc'])}: {_words(detail)}"


def _words(detail: ErrorDetails) -> str:
    where = detail["loc"]
    if where[-1] == "[key]":
        return "this name will not do: give one made of letters, digits, - and _"
    if detail["type"] == "extra_forbidden":
        return _unknown(str(where[-1]), list(_keys(where[:-1])))
    if detail["type"] == "value_error":
        return str(detail["ctx"]["error"])
    field = _field(where)
    allowed = field.description if field else "another value"
    if detail["type"] == "missing":
        return f"is missing: give {allowed}"
    shown = "this" if "password" in where else _shown(detail["input"])
    return f"{shown} will not do: give {allowed}"


def _unknown(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        return f"there is no such key; did you mean {near[0]}?"
    return f"there is no such key; the keys here are {', '.join(known)}"


def _dotted(where: Sequence[int | str]) -> str:
    """`accounts.main.port`, `person.languages[0]`."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in where]
    return "".join(part for part in parts if part != ".[key]").removeprefix(".")


def _shown(value: object) -> str:
    """A value as the person wrote it, cut short."""
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "a table"
        case list():
            return "this list" if value else "an empty list"
        case _:
            text = repr(value) if isinstance(value, str) else str(value)
            return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"


def _keys(where: Sequence[int | str]) -> Iterator[str]:
    """The keys that a table may have."""
    field = _field(where)
    section = _section(field.annotation) if field else Settings
    yield from section.model_fields if section else ()


def _field(where: Sequence[int | str]) -> FieldInfo | None:
    """The field that a place in the settings belongs to; an account belongs to `accounts`."""
    section: type[BaseModel] | None = Settings
    field = None
    for part in where:
        if section and part in section.model_fields:
            field = section.model_fields[str(part)]
            section = _section(field.annotation)
    return field


def _section(annotation: Any) -> type[BaseModel] | None:
    """The table inside an annotation such as `Mapping[str, Account]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_section, get_args(annotation))), None)

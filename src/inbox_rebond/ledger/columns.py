"""Column types: what goes in comes out, on every database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, DateTime, Enum, Text
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from enum import StrEnum

    from pydantic import TypeAdapter
    from sqlalchemy import Dialect


class Instant(TypeDecorator[datetime]):
    """An aware time; kept in UTC and given back in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Refuse a time that does not say where it is meant."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a time zone cannot be kept")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """SQLite keeps no zone: what was stored was UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """Text from strangers: what UTF-8 or a database cannot hold is kept as its escape."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        r"""Escape lone surrogates (`\udc80`) and NUL; the same text always gets the same form."""
        if value is None:
            return None
        return value.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", r"\x00")


class Value(TypeDecorator[Any]):
    """A frozen value of the domain, kept as JSON."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, adapter: TypeAdapter[Any]) -> None:
        super().__init__()
        self.adapter = adapter

    def process_bind_param(self, value: object, dialect: Dialect) -> object:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Take the value apart."""
        return None if value is None else self.adapter.dump_python(value, mode="json")

    def process_result_value(self, value: object, dialect: Dialect) -> object:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Put the value together."""
        return None if value is None else self.adapter.validate_python(value)


def one_of(words: type[StrEnum], name: str) -> Enum:
    """One of the words of an enumeration; the database refuses any other."""
    return Enum(
        words,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=lambda enumeration: [member.value for member in enumeration],
    )

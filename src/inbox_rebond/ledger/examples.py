"""What is kept of a mail to learn from, as bytes: a format number, then the lines, packed."""

from __future__ import annotations

import json
import struct
import zlib
from itertools import chain
from typing import TYPE_CHECKING, Final

from inbox_rebond.domain import Example

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A number is never used for anything else again: when `classify.features` or the widths change,
# features get a new one, for the columns of the old ones then stand for other words.
TEXT: Final = 1
FEATURES: Final = 2


def pack(example: Example) -> bytes:
    """An example as bytes: text as JSON, features as 32-bit numbers, a count before each row."""
    if example.text is not None:
        # Lone surrogates, which strangers write, only survive as escapes.
        return _packed(TEXT, json.dumps(example.text).encode("ascii"))
    rows = (example.words or (), *(example.features or ()))
    return _packed(FEATURES, _numbers(chain.from_iterable((len(row), *row) for row in rows)))


def unpack(data: bytes) -> Example | None:
    """The example that `pack` packed; None where the format is not known (any more)."""
    number, content = data[0], data[1:]
    if number == TEXT:
        return Example(text=tuple(json.loads(zlib.decompress(content))))
    if number == FEATURES:
        words, *features = _rows(zlib.decompress(content))
        return Example(features=tuple(features), words=words)
    return None


def _packed(number: int, content: bytes) -> bytes:
    return bytes([number]) + zlib.compress(content)


def _numbers(values: Iterable[int]) -> bytes:
    numbers = tuple(values)
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _rows(content: bytes) -> list[tuple[int, ...]]:
    """The rows, each behind its count."""
    numbers: Sequence[int] = struct.unpack(f"<{len(content) // 4}I", content)
    rows, at = [], 0
    while at < len(numbers):
        end = at + 1 + numbers[at]
        rows.append(tuple(numbers[at + 1 : end]))
        at = end
    return rows

"""The languages that can be read. A new one is one more module and one more line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inbox_rebond.reading.tongues.dutch import DUTCH
from inbox_rebond.reading.tongues.english import ENGLISH
from inbox_rebond.reading.tongues.french import FRENCH
from inbox_rebond.reading.tongues.german import GERMAN
from inbox_rebond.reading.tongues.italian import ITALIAN
from inbox_rebond.reading.tongues.portuguese import PORTUGUESE
from inbox_rebond.reading.tongues.spanish import SPANISH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inbox_rebond.reading.tongue import Tongue

TONGUES: Mapping[str, Tongue] = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
    "it": ITALIAN,
    "nl": DUTCH,
    "pt": PORTUGUESE,
}

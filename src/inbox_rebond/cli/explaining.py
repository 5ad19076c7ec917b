"""`rebond classify --explain`: what each sentence, word and column added to a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from inbox_rebond.cli import output
from inbox_rebond.domain import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inbox_rebond.cli.values import Json
    from inbox_rebond.explain import Explanation, Sentence, Weighed

_DIGITS = 4
_KINDS = 3
_COLUMNS = 8
_BAR = 5
_LOUD, _QUIET = 0.5, 0.1


def as_json(value: Explanation) -> Json:
    """The explanation for programs; the first sentence is the subject, `weight` its chance.

    The chance (0..1) is that of a sentence of the label that was chosen; the weights of words and
    columns are log odds.
    """
    return {
        "label": value.label,
        "against": value.against,
        "sentences": [
            {
                "text": one.text,
                "kinds": _likeliest(one),
                "weight": round(one.kinds[value.label], _DIGITS),
            }
            for one in value.sentences
        ],
        "words": [{"text": one.name, "weight": round(one.weight, _DIGITS)} for one in value.words],
        "mail": [{"column": one.name, "weight": round(one.weight, _DIGITS)} for one in value.mail],
    }


def _likeliest(sentence: Sentence) -> dict[str, float]:
    """The kinds that a sentence may well be of, the likeliest first."""
    ordered = sorted(sentence.kinds.items(), key=lambda item: -item[1])
    return {kind: round(chance, _DIGITS) for kind, chance in ordered[:_KINDS]}


def show(name: str, headline: Text, value: Explanation) -> None:
    """Print the explanation for people, under the name of the mail and its verdict."""
    console = output.out()
    console.print(Text.assemble((output.clean(name), "bold"), "  ", headline))
    kinds = list(dict.fromkeys((value.label, Label.REJECTION)))
    table = output.table(*(kind.replace("_", " ") for kind in kinds), ("Sentence", 1))
    for one in filter(lambda one: one.text, value.sentences):
        table.add_row(*(_chance(one.kinds[kind]) for kind in kinds), _said(one, kinds))
    console.print(table)
    if value.words:
        console.print("Words of the sentences that decided:", style="bold")
        console.print(Text("  ·  ").join(_weighed(value.words)))
    chosen, rival = (label.replace("_", " ") for label in (value.label, value.against))
    console.print(f"\nWhy {chosen}, rather than {rival}:", style="bold")
    for column in value.mail[:_COLUMNS]:
        console.print(f"  {column.weight:+6.2f}  {column.name}")
    console.print()


def _chance(chance: float) -> Text:
    """A bar and a number: neither needs colours."""
    full = round(_BAR * chance)
    return Text(f"{'█' * full}{'·' * (_BAR - full)} {output.percent(chance):>4}", no_wrap=True)


def _said(sentence: Sentence, kinds: list[Label]) -> Text:
    """A sentence, louder or quieter with its greatest chance among the columns shown."""
    chance = max(sentence.kinds[kind] for kind in kinds)
    style = "bold" if chance >= _LOUD else "dim" if chance < _QUIET else ""
    before = "Subject: " if sentence.subject else ""
    return Text(before + output.clean(sentence.text), style=style)


def _weighed(words: tuple[Weighed, ...]) -> Iterator[Text]:
    for one in words:
        # Kept together: a word and its weight do not part at the end of a line.
        shown = f"{output.clean(one.name)} {one.weight:+.2f}".replace(" ", "\N{NO-BREAK SPACE}")
        yield Text(shown, style="" if one.weight > 0 else "dim")

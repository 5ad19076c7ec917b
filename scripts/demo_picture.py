"""Draw docs/demo.svg: what `rebond demo --once` prints, shortened to the most telling mails.

`make picture` runs this. The rows are the program's own output; the script only leaves rows out.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "demo.svg"
WIDTH = 100
SENDERS = (
    "Priya Raman",
    "Claire Delmas",
    "Brackwater",
    "Anke Brandstetter",
    "Agence Les Tilleuls",
    "Harbour & Vale Bank",
    "Tom Okafor",
    "Castlegate Museum",
    "Daniel Achterberg",
    "Margit Solberg",
)
"""Whose mails are shown: refusals in three languages, and what only sounds like one."""

_DATE = re.compile(r" \d\d \w{3} \d{4} ")
# rich names a typeface on a server elsewhere: a picture in a file needs nobody's server.
_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_TYPEFACES = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono'"


def main() -> None:
    """Run the demo and draw it."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for line in shortened(demo()):
        console.print(line, no_wrap=True, overflow="crop")
    svg = console.export_svg(title="rebond demo --once", unique_id="demo")
    PICTURE.write_text(_FONT_FACE.sub("", svg).replace("Fira Code", _TYPEFACES), encoding="utf-8")


def demo() -> list[Text]:
    """The lines that the demo prints on a terminal of this width."""
    terminal = {"COLUMNS": str(WIDTH), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    ended = subprocess.run(
        [sys.executable, "-m", "inbox_rebond", "demo", "--once"],
        env={**os.environ, **terminal},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return list(Text.from_ansi(ended.stdout).split("\n", allow_blank=True))


def shortened(lines: list[Text]) -> list[Text]:
    """The head, the rows of `SENDERS`, and everything behind the table."""
    starts = [at for at, line in enumerate(lines[1:]) if _DATE.match(line.plain)]
    end = next(at for at in range(starts[-1], len(lines)) if not lines[at].plain.strip())
    rows = [lines[at:to] for at, to in zip(starts, [*starts[1:], end], strict=True)]
    shown = [row for row in rows if row[0].plain.strip().startswith(SENDERS)]
    more = Text(f" … and {len(rows) - len(shown)} more", style="dim")
    told = [line for row in shown for line in row]
    return [*lines[: starts[0]], *told, more, *lines[end:]]


if __name__ == "__main__":
    main()

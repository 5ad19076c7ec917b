from __future__ import annotations

import re
import shlex
import tomllib
from functools import cache
from itertools import chain, takewhile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from inbox_rebond.cli import app

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("models/**/*.md")])
NOT_OURS = {"build", "dist"}
OUR_OWN = {".ci", ".gitignore"}

FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
IN_THE_PROJECT = re.compile(r"(?:src|tests|models|templates|docs|scripts|requirements)/[\w./-]+")
MAKE = re.compile(r"\bmake ([a-z]+)")
REBOND = re.compile(r"(?:^|[\s/(])rebond(?= |$)(.*)")
COMMENT_OR_PIPE = ("#", "|", ">", "<", "&&", ";")

# Written in pieces, so that this file passes its own test.
MACHINE = re.compile("(?<![\\w.~])/" + "(?:home|Users|root|work|tmp|opt|mnt)" + r"/\w")
INDEX = re.compile("(?:py" + "pi\\.org|python" + "hosted|(?<!emit-)(?<!extra-)index-" + "url)")


def named(page: Path) -> str:
    """A page's name in the project."""
    return page.relative_to(ROOT).as_posix()


def code(page: Path) -> Iterator[str]:
    """Every line of code in a page: those of its fences, then its spans."""
    text = page.read_text("utf-8")
    for fence in FENCE.findall(text):
        yield from fence.splitlines()
    yield from SPAN.findall(FENCE.sub("", text))


def options(command: TyperCommand | TyperGroup) -> set[str]:
    """The options of a command, its help among them."""
    declared = chain.from_iterable([*one.opts, *one.secondary_opts] for one in command.params)
    return {"-h", "--help", *declared}


def commands(group: TyperGroup) -> Iterator[TyperCommand | TyperGroup]:
    """A group and all commands in it."""
    yield group
    for command in group.commands.values():
        if isinstance(command, TyperGroup):
            yield from commands(command)
        elif isinstance(command, TyperCommand):
            yield command


@cache
def program() -> TyperGroup:
    """The command line as it is."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def faults(line: str) -> Iterator[str]:
    """What a line of code says of `rebond` that is not so."""
    called = REBOND.search(line)
    words = shlex.split(called[1], comments=True) if called else []
    command: TyperCommand | TyperGroup = program()
    for word in takewhile(lambda word: word not in COMMENT_OR_PIPE, words):
        if word.startswith("-") and word != "-":
            if word.partition("=")[0] not in options(command):
                yield f"{line!r}: {command.name} has no option {word}"
        elif isinstance(command, TyperGroup) and word not in {"…", "..."}:
            inner = command.commands.get(word)
            if not isinstance(inner, TyperCommand | TyperGroup):
                yield f"{line!r}: there is no command {word}"
                return
            command = inner


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_what_is_written_about_rebond_exists(page: Path) -> None:
    """Every command and option that a page names can be typed."""
    assert [fault for line in code(page) for fault in faults(line)] == []
    known = set().union(*map(options, commands(program())))
    bare = {word for word in code(page) if re.fullmatch(r"--[a-z-]+", word)}
    assert set() == bare - known


def test_wrong_commands_and_options_are_seen() -> None:
    """The test above would notice what does not exist."""
    assert list(faults("rebond poll --dry-run --account main  # one pass")) == []
    assert list(faults(".venv/bin/rebond --debug drafts show 3 | less")) == []
    assert len(list(faults("rebond fetch"))) == len(list(faults("rebond poll --fast"))) == 1


def test_the_readme_names_every_command() -> None:
    """A command that a newcomer cannot read about is not there for them."""
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in program().commands if f"rebond {name}" not in readme] == []


def test_every_library_has_its_reason() -> None:
    """What the program depends on stands in the record of libraries, and nothing else does."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[<>=~\[; ]", one)[0] for one in declared["dependencies"]}
    record = (ROOT / "docs/adr/0001-libraries.md").read_text("utf-8").partition("## Left out")[0]
    rows = re.findall(r"^\| ([a-z0-9, -]+) \|", record, re.MULTILINE)
    assert needed == {name for row in rows for name in row.split(", ")} - {"library"}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_relative_links_lead_somewhere(page: Path) -> None:
    """Every link inside the project has its file, and its heading where it names one."""
    broken = []
    for found in LINK.findall(FENCE.sub("", page.read_text("utf-8"))):
        link = found[0] or found[1]
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, heading = unquote(link).partition("#")
        target = page.parent / path if path else page
        if not target.exists() or (heading and heading not in anchors(target)):
            broken.append(link)
    assert broken == []


def anchors(page: Path) -> set[str]:
    """The names of a page's headings, as web pages of the project give them."""
    headings = HEADING.findall(FENCE.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_what_a_page_points_at_is_there(page: Path) -> None:
    """Files and folders of the project, and targets of make, are called by their names."""
    paths = {span for span in code(page) if IN_THE_PROJECT.fullmatch(span)}
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = {target for line in code(page) for target in MAKE.findall(line)}
    assert sorted(name for name in targets if f"\n{name}:" not in makefile) == []


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the project, by name."""
    for top in sorted(ROOT.iterdir()):
        hidden = top.name.startswith(".") and top.name not in OUR_OWN
        if hidden or top.name in NOT_OURS:
            continue
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.is_file() and path.suffix not in {".pyc", ".npz"}:
                yield named(path), path.read_text("utf-8", errors="replace")


def test_no_file_knows_a_machine() -> None:
    """No path of one machine and no address of a package index stands in the project."""
    told = [
        f"{name}: {found[0]}"
        for name, text in texts()
        for pattern in (MACHINE, INDEX)
        for found in pattern.finditer(text)
    ]
    assert told == []

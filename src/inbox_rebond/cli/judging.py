"""`rebond classify` and `rebond scan`: mails on disk are judged; nothing is touched."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer
from rich.text import Text

from inbox_rebond.cli import output, values
from inbox_rebond.domain import Decision, Label, MessageKey, Person, RawMail
from inbox_rebond.errors import InputMissing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from inbox_rebond.config import Settings
    from inbox_rebond.domain import Findings, Mail, Verdict
    from inbox_rebond.ports import Classifier

_BATCH = 64
_STDIN = "-"


@dataclass(frozen=True, slots=True)
class _Judgement:
    """A mail from disk and what is said of it; `id` names it in the output."""

    id: str
    raw: RawMail
    mail: Mail
    verdict: Verdict
    findings: Findings
    decision: Decision


@dataclass(frozen=True, slots=True)
class _Judge:
    """The model in use with the thresholds and the person of the settings, if there are any."""

    classifier: Classifier
    file_from: float
    review_from: float
    person: Person

    @classmethod
    def load(cls) -> _Judge:
        """The judge as the environment describes it; there need not be any settings."""
        from inbox_rebond import config
        from inbox_rebond.wiring import Program, classifier

        path = config.settings_path()
        if not path.exists():
            model = classifier(config.home())
            return cls(model, model.file_from, model.review_from, Person("", ()))
        settings: Settings = config.load(path)
        program = Program(settings, config.home())
        policy = program.job(program.accounts[0]).policy
        return cls(program.classifier(), policy.file_from, policy.review_from, program.person())

    def judge(self, named: Iterable[tuple[str, RawMail]]) -> Iterator[_Judgement]:
        """Judge mails in their order, a batch at a time."""
        remaining = iter(named)
        while batch := list(islice(remaining, _BATCH)):
            yield from self._batch(batch)

    def _batch(self, batch: Sequence[tuple[str, RawMail]]) -> Iterator[_Judgement]:
        from inbox_rebond.decide import decision
        from inbox_rebond.parse import parse
        from inbox_rebond.reading import read

        mails = [parse(raw.data, size=raw.size, received=raw.received) for _, raw in batch]
        verdicts = self.classifier.judge(mails)
        for (name, raw), mail, verdict in zip(batch, mails, verdicts, strict=True):
            chosen = decision(verdict, file_from=self.file_from, review_from=self.review_from)
            yield _Judgement(name, raw, mail, verdict, read(mail, self.person), chosen)


def classify(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Files or folders of *.eml; - is stdin."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One line of JSON for each mail.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what each sentence and word added.")
    ] = False,
) -> None:
    """Judge raw mails: what each is, how sure that is, and why."""
    missing: list[InputMissing] = []
    judge = _Judge.load()
    judgements = judge.judge(_readable(paths or [_STDIN], missing))
    if explain:
        _explain(judge, judgements, as_json=as_json)
    elif as_json:
        for one in judgements:
            output.emit({"id": one.id, **_said(one)}, lines=True)
    else:
        _print_verdicts(judgements)
    if missing:
        raise typer.Exit(InputMissing.exit_status)


def _readable(paths: Sequence[str], missing: list[InputMissing]) -> Iterator[tuple[str, RawMail]]:
    """The mails that can be read; what cannot is told on stderr and noted in `missing`."""
    for path in paths:
        try:
            for file in _files(path):
                try:
                    yield _read(file)
                except InputMissing as error:
                    _note(error, missing)
        except InputMissing as error:
            _note(error, missing)


def _note(error: InputMissing, missing: list[InputMissing]) -> None:
    missing.append(error)
    output.fault(error)


def _files(path: str) -> list[str]:
    """The files that a path stands for, in the order of their names."""
    if path == _STDIN or not Path(path).is_dir():
        return [path]
    found = sorted(str(file) for file in Path(path).rglob("*.eml") if file.is_file())
    if not found:
        raise InputMissing(
            f"{path}: there is no .eml file in this folder; `rebond scan` reads more."
        )
    return found


def _read(path: str) -> tuple[str, RawMail]:
    """One raw mail with its name, cut at the size limit."""
    from inbox_rebond.mailbox import MAX_BYTES
    from inbox_rebond.mailbox.mbox import read_one

    name = "stdin" if path == _STDIN else Path(path).stem
    try:
        if path == _STDIN:
            piece = read_one(_stdin(), MAX_BYTES)
        else:
            with Path(path).open("rb") as file:
                piece = read_one(file, MAX_BYTES)
    except OSError as error:
        raise InputMissing(f"{path}: cannot be read ({error.strerror}). Check the path.") from error
    if not piece.data.strip():
        raise InputMissing(f"{path}: there is no mail in it. Give a raw mail with its headers.")
    return name, RawMail(MessageKey("", "", 0, 0), piece.data, piece.size)


def _stdin() -> BinaryIO:
    if sys.stdin.isatty():
        output.err().print("Paste a raw mail and end it with Ctrl-D.", style="dim")
    return sys.stdin.buffer


def _said(one: _Judgement) -> values.Json:
    return values.judgement(one.verdict, one.decision, one.findings)


def _explain(judge: _Judge, judgements: Iterable[_Judgement], *, as_json: bool) -> None:
    """Take each verdict apart."""
    from inbox_rebond.cli import explaining
    from inbox_rebond.explain import explain, opened

    model = opened(judge.classifier)
    for one in judgements:
        told = explain(model, one.mail)
        if as_json:
            output.emit(
                {"id": one.id, **_said(one), "explanation": explaining.as_json(told)}, lines=True
            )
        else:
            said = Text("  ").join(
                (output.verdict_text(one.verdict), output.decision_text(one.decision))
            )
            explaining.show(one.id, said, told)


def _print_verdicts(judgements: Iterable[_Judgement]) -> None:
    table = output.table(("Mail", 1), "Verdict", "Decision", ("Because", 3))
    for one in judgements:
        table.add_row(
            output.cell(one.id),
            output.verdict_text(one.verdict),
            output.decision_text(one.decision),
            output.cell(output.quoted(one.verdict)),
        )
    if table.row_count:
        output.out().print(table)


def scan(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="mbox, Maildir, .eml, folder, Takeout archive."),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="One line of JSON for each mail.")
    ] = False,
) -> None:
    """Find the rejections in mail on disk; nothing is changed."""
    from inbox_rebond.mailbox.archive import read_archive, total_bytes

    judge = _Judge.load()
    found: list[_Judgement] = []
    labels: Counter[Label] = Counter()
    sizes = [total_bytes(path) for path in paths]
    whole = None if None in sizes else sum(size or 0 for size in sizes)
    with output.progress("Reading", whole) as bar:
        raws = ((str(raw.key.uid), raw) for path in paths for raw in read_archive(path))
        for one in judge.judge(raws):
            bar.advance(one.raw.size)
            labels[one.verdict.label] += 1
            if as_json:
                place = {"id": one.id, "archive": one.raw.key.folder}
                output.emit({**place, "date": _iso(one.mail), **_said(one)}, lines=True)
            elif one.decision is not Decision.LEAVE:
                found.append(one)
    if not as_json:
        _print_found(found, labels)


def _iso(mail: Mail) -> str | None:
    return mail.date.isoformat() if mail.date else None


def _print_found(found: Sequence[_Judgement], labels: Counter[Label]) -> None:
    """The rejections in a table, oldest first, and what else there was in one line."""
    console = output.out()
    if found:
        table = output.table("Date", ("Company and role", 2), "Verdict", ("Reasons", 1))
        for one in sorted(found, key=lambda one: _iso(one.mail) or ""):
            company = one.findings.company or "(company not named)"
            reasons = ", ".join(reason.reason for reason in one.findings.reasons)
            table.add_row(
                output.day(one.mail.date),
                output.cell(company, one.findings.role or ""),
                output.verdict_text(one.verdict),
                output.aside(reasons.replace("_", " ") or "none given", in_full=True),
            )
        console.print(table)
    kinds = ", ".join(
        f"{label.replace('_', ' ')} {number:,}" for label, number in labels.most_common()
    )
    console.print(_summary(labels.total(), found) + (f" By label: {kinds}." if kinds else ""))


def _summary(total: int, found: Sequence[_Judgement]) -> str:
    certain = sum(one.decision is Decision.FILE for one in found)
    doubtful = len(found) - certain
    more = f", {doubtful:,} more to look at" if doubtful else ""
    return f"{output.counted(total, 'mail')}: {output.counted(certain, 'rejection')}{more}."

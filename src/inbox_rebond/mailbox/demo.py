"""A mail server for the demo: in this process, on loopback, with sample mails, gone at the end."""

from __future__ import annotations

import asyncio
import re
from argparse import Namespace
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.parser import Parser
from email.policy import SMTP, default
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from inbox_rebond.domain import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

USERNAME: Final = "camille@example.org"
PASSWORD: Final = "demo"  # noqa: S105 - it guards made-up mails on loopback, and is printed
PERSON: Final = "Camille Martin"

_HOST: Final = "127.0.0.1"
_START_SECONDS: Final = 10.0
_MAILS = Path(__file__).resolve().parent.parent / "demo_mails"
_AGE = re.compile(r"(\d+) days? ago, (\d\d):(\d\d) ([+-]\d{4})")


@dataclass(frozen=True, slots=True)
class Sample:
    """A mail written for the demo. `label` is what a reader would call it."""

    name: str
    label: Label
    data: bytes
    received: datetime


@dataclass(frozen=True, slots=True)
class DemoServer:
    """Where the server listens, and who may log in there. There is no encryption."""

    host: str
    port: int
    username: str = USERNAME
    password: str = PASSWORD

    def fill(self, samples: Iterable[Sample]) -> None:
        """Put sample mails into the INBOX in the given order, each with its own date."""
        from imapclient import IMAPClient  # noqa: PLC0415 - see `_listen`

        with IMAPClient(self.host, self.port, ssl=False, timeout=_START_SECONDS) as client:
            client.login(self.username, self.password)
            client.multiappend(
                "INBOX", [{"msg": sample.data, "date": sample.received} for sample in samples]
            )


def samples(now: datetime) -> list[Sample]:
    """The sample mails, oldest first, with dates that lie a few days before `now`."""
    found = [_sample(path, now) for path in _MAILS.glob("*/*.eml")]
    return sorted(found, key=lambda sample: (sample.received, sample.name))


def _sample(path: Path, now: datetime) -> Sample:
    """A sample from its file: headers and text as a writer sees them, the folder is the label."""
    written = Parser(policy=default).parsestr(path.read_text(encoding="utf-8"))
    received = _when(written["Date"], now)
    mail = EmailMessage(policy=SMTP)
    for name, value in written.items():
        if name not in {"Date", "Content-Type"}:
            mail[name] = value
    mail["To"] = f"{PERSON} <{USERNAME}>"
    mail["Date"] = received
    mail["Message-ID"] = f"<{path.stem}.{received:%Y%m%d}@{written['From'].addresses[0].domain}>"
    text = written.get_payload()
    mail.set_content(text, subtype=written.get_content_subtype(), cte="quoted-printable")
    return Sample(path.stem, Label(path.parent.name), mail.as_bytes(), received)


def _when(age: str, now: datetime) -> datetime:
    """The date that a sample names as its age and its time of day."""
    match = _AGE.fullmatch(age)
    if match is None:
        raise ValueError(f"{age!r} is not like '3 days ago, 09:15 +0100'")
    days, hour, minute, zone = match.groups()
    day = now.astimezone(datetime.strptime(zone, "%z").tzinfo) - timedelta(days=int(days))
    return day.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)


@contextmanager
def demo_server() -> Iterator[DemoServer]:
    """An IMAP server on a free port of loopback, in a thread of its own, with an empty INBOX."""
    started: Future[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]] = Future()
    thread = Thread(target=asyncio.run, args=(_serve(started),), name="demo-server", daemon=True)
    thread.start()
    port, loop, stop = started.result(_START_SECONDS)
    try:
        yield DemoServer(_HOST, port)
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join(_START_SECONDS)


async def _serve(
    started: Future[tuple[int, asyncio.AbstractEventLoop, asyncio.Event]],
) -> None:
    """Listen until told to stop; tell the other thread how to do so, or what went wrong."""
    stop = asyncio.Event()
    try:
        server = await _listen()
    except Exception as error:  # noqa: BLE001 - raised in the thread that waits for the start
        started.set_exception(error)
        return
    started.set_result((server.sockets[0].getsockname()[1], asyncio.get_running_loop(), stop))
    await stop.wait()
    # Not `async with`: it would wait for a mail program that is still looking in.
    server.close()


async def _listen() -> asyncio.Server:
    """Pymap in this process, as its own `main` would set it up."""
    from proxyprotocol.reader import ProxyProtocolReader  # noqa: PLC0415 - 0.2 s
    from pymap.backend.dict import DictBackend  # noqa: PLC0415
    from pymap.imap import IMAPServer  # noqa: PLC0415
    from pysasl.hashing import Cleartext  # noqa: PLC0415

    backend, config = await DictBackend.init(_arguments(), hash_context=Cleartext())
    config.apply_context()
    server = IMAPServer(backend.login, config)
    greet = ProxyProtocolReader(config.proxy_protocol).get_callback(server)
    return await asyncio.start_server(greet, _HOST, 0)


def _arguments() -> Namespace:
    """What pymap reads from its command line."""
    return Namespace(
        host=[_HOST],
        port=0,
        debug=False,
        cert=None,
        key=None,
        tls=False,
        proxy_protocol=None,
        passlib_cfg=None,
        demo_data=False,
        demo_user=USERNAME,
        demo_password=PASSWORD,
    )

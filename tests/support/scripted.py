"""An IMAP server that says what a test tells it to, for what no real server would do on demand."""

from __future__ import annotations

import re
import socket
import threading
from typing import TYPE_CHECKING, Literal, Self

from inbox_rebond.mailbox.connection import Server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

DEFAULTS = {
    r"CAPABILITY": "* CAPABILITY IMAP4rev1 UIDPLUS\r\n{tag} OK done\r\n",
    r"LOGOUT": "* BYE see you\r\n{tag} OK done\r\n",
    r"(EXAMINE|SELECT)": (
        "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] .\r\n* OK [UIDNEXT 4] .\r\n{tag} OK done\r\n"
    ),
    r'LIST "" "\*"': ('* LIST () "/" INBOX\r\n* LIST () "/" Archive\r\n{tag} OK done\r\n'),
    r"": "{tag} OK done\r\n",
}
"""Answers to what a test is not about, by the beginning of the command (behind the tag)."""


class Scripted:
    """A server for one conversation; `received` has every line that the client sent.

    An answer may hold `{tag}`; one without it leaves the client waiting; `HANG UP` and `* BYE`
    end the connection. After an answer that begins with `+`, the next line is matched as `+ ` line.
    """

    def __init__(
        self, answers: Mapping[str, str] | None = None, greeting: str = "* OK ready\r\n"
    ) -> None:
        self.received: list[str] = []
        self._answers = {**(answers or {}), **DEFAULTS} | dict(answers or {})
        self._greeting = greeting
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._converse, daemon=True)

    def server(
        self, security: Literal["tls", "starttls", "none"] = "none", username: str = "camille"
    ) -> Server:
        """The settings with which a client gets here."""
        port = self._listener.getsockname()[1]
        return Server("test", "127.0.0.1", port, security, username, timeout=5)

    def said(self, word: str) -> list[str]:
        """The lines of the client that hold a word."""
        return [line for line in self.received if word in line]

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait until the client has hung up."""
        self._thread.join(5)
        self._listener.close()

    def _converse(self) -> None:
        connection, _ = self._listener.accept()
        connection.settimeout(5)
        with connection, connection.makefile("rb") as lines:
            try:
                connection.sendall(self._greeting.encode())
                self._answer_all(connection, iter(lines.readline, b""))
            except OSError:
                return  # the client hung up, as it may

    def _answer_all(self, connection: socket.socket, lines: Iterator[bytes]) -> None:
        tag, waiting = "", False
        for raw in lines:
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            self.received.append(line)
            command = f"+ {line}"
            if not waiting:
                tag, _, command = line.partition(" ")
            answer = next(a for at, a in self._answers.items() if re.match(at, command))
            if answer == "HANG UP":
                return
            waiting = answer.startswith("+")
            connection.sendall(answer.replace("{tag}", tag).encode())
            if answer.startswith("* BYE"):
                return

"""Folder names: what the server lists, how it spells them, which one holds drafts. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from imapclient import imap_utf7

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NOT_OPENED = frozenset({"\\noselect", "\\nonexistent"})
_DRAFTS = frozenset({
    "drafts", "draft", "brouillons", "entwürfe", "borradores", "bozze", "concepten",
    "rascunhos", "kladder", "utkast", "luonnokset", "koncepty", "szkice",
})  # fmt: skip
_ABOVE_DRAFTS = frozenset({"", "inbox", "[gmail]", "[google mail]"})


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as LIST shows it; flags in lower case, because servers differ in that."""

    name: str
    separator: str = "/"
    flags: frozenset[str] = frozenset()

    @property
    def opens(self) -> bool:
        """Whether it can hold mail."""
        return not self.flags & _NOT_OPENED


@dataclass(frozen=True, slots=True)
class Naming:
    """How the server builds the names of the person's own folders."""

    prefix: str = ""
    separator: str = "/"

    def spell(self, name: str, known: Iterable[str]) -> str:
        """The server's name for a `/`-separated one; a name that exists means itself."""
        if name in known:
            return name
        if name.upper() == "INBOX":
            return "INBOX"
        parts = [part for part in name.split("/") if part]
        joined = self.separator.join(parts) if self.separator else name
        if joined.upper().startswith(self.prefix.upper()):
            joined = joined[len(self.prefix) :]
        return self.prefix + joined

    def levels(self, name: str) -> Iterator[str]:
        """A server's name with all that stand above it, outermost first."""
        above = len(self.prefix) if name.startswith(self.prefix) else 0
        at = name.find(self.separator, above) if self.separator else -1
        while at >= 0:
            yield name[:at]
            at = name.find(self.separator, at + 1)
        yield name


def listed(rows: Iterable[tuple[tuple[bytes, ...], bytes | None, bytes | str]]) -> list[Folder]:
    """The rows of LIST; a name that is not modified UTF-7 is left out."""
    found = []
    for flags, separator, name in rows:
        decoded = _decoded(name)
        if decoded:
            lower = frozenset(flag.decode("ascii", "replace").lower() for flag in flags)
            found.append(Folder(decoded, (separator or b"").decode("ascii", "replace"), lower))
    return found


def naming(namespace: tuple[bytes, str | None] | None, folders: Iterable[Folder]) -> Naming:
    """By NAMESPACE (RFC 2342), else by what the names of the folders have in common."""
    if namespace is not None:
        return Naming(_decoded(namespace[0]), namespace[1] or "")
    own = list(folders)
    separator = next((folder.separator for folder in own), "/")
    others = [folder.name for folder in own if folder.name.upper() != "INBOX"]
    prefix = f"INBOX{separator}"
    below = others and all(name.upper().startswith(prefix) for name in others)
    return Naming(prefix if below else "", separator)


def drafts(folders: Iterable[Folder]) -> str | None:
    """The folder for drafts: by special use (RFC 6154), else by its name in many languages."""
    usable = [folder for folder in folders if folder.opens]
    by_use = (folder.name for folder in usable if "\\drafts" in folder.flags)
    by_name = (folder.name for folder in usable if _named_drafts(folder))
    return next(by_use, None) or next(by_name, None)


def _named_drafts(folder: Folder) -> bool:
    above, _, last = folder.name.casefold().rpartition(folder.separator or "\0")
    return last in _DRAFTS and above in _ABOVE_DRAFTS


def _decoded(name: bytes | str | None) -> str:
    if not isinstance(name, bytes):
        return name or ""
    try:
        return str(imap_utf7.decode(name))
    except ValueError:
        return ""

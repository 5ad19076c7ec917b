from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imapclient import imap_utf7

from inbox_rebond.mailbox import rows
from inbox_rebond.mailbox.folders import Folder, Naming, drafts, listed, naming
from inbox_rebond.ports import FolderState

COURIER = Naming("INBOX.", ".")
PARTS = st.lists(
    st.text(st.characters(exclude_characters="/.", codec="utf-8"), min_size=1, max_size=8),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize(
    ("how", "name", "spelled"),
    [
        (Naming(), "Rebond/Rejections", "Rebond/Rejections"),
        (Naming(), "/Rebond//Rejections/", "Rebond/Rejections"),
        (Naming(), "inbox", "INBOX"),
        (COURIER, "Rebond/Rejections", "INBOX.Rebond.Rejections"),
        (COURIER, "INBOX/Rebond", "INBOX.Rebond"),
        (COURIER, "INBOX.Rebond", "INBOX.Rebond"),
        (COURIER, "INBOX", "INBOX"),
        (Naming("", ""), "Rebond", "Rebond"),
    ],
)
def test_a_name_in_the_servers_spelling(how: Naming, name: str, spelled: str) -> None:
    """Prefix and separator are the server's business, not the person's."""
    assert spelled == how.spell(name, ())


def test_a_name_that_exists_means_itself() -> None:
    """Whoever copies the server's name into the settings is understood."""
    assert COURIER.spell("Elsewhere.x", ["INBOX", "Elsewhere.x"]) == "Elsewhere.x"


@given(PARTS, st.sampled_from([Naming(), Naming("", "."), COURIER, Naming("Mail/", "/")]))
def test_every_level_stands_above_the_next(parts: list[str], how: Naming) -> None:
    """Levels begin below the prefix, grow by one part, and end with the name itself."""
    spelled = how.spell("/".join(parts), ())
    levels = list(how.levels(spelled))
    assert spelled == levels[-1]
    assert all(b.startswith(a + how.separator) for a, b in pairwise(levels))
    assert spelled == how.spell(spelled, [spelled])


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
def test_any_name_survives_modified_utf7(name: str) -> None:
    """Names in any script come back from the wire as they went."""
    (folder,) = listed([((), b"/", imap_utf7.encode(name))])
    assert name == folder.name


@given(st.lists(st.tuples(st.just(()), st.none() | st.binary(max_size=1), st.binary())))
def test_no_list_is_too_odd(entries: list[tuple[tuple[()], bytes | None, bytes]]) -> None:
    """Survives its input: names that cannot be read are left out."""
    assert len(listed(entries)) <= len(entries)


def test_the_namespace_is_guessed_from_the_names() -> None:
    """Without NAMESPACE: what all folders beside INBOX begin with."""
    below = [Folder("INBOX", "."), Folder("INBOX.Sent", "."), Folder("INBOX.Trash", ".")]
    beside = [*below, Folder("Archive", ".")]
    assert naming(None, below) == COURIER
    assert Naming("", ".") == naming(None, beside)
    assert Naming("", "/") == naming(None, [Folder("INBOX")])
    assert naming((b"INBOX.", "."), beside) == COURIER
    assert Naming("", "") == naming((b"", None), [])


@pytest.mark.parametrize(
    "name",
    ["Drafts", "Brouillons", "Entwürfe", "INBOX.Bozze", "INBOX.Drafts", "[Gmail]/Brouillons"],
)
def test_drafts_by_name(name: str) -> None:
    """Servers without SPECIAL-USE have a name for it, in the person's language."""
    separator = "." if name.startswith("INBOX.") else "/"
    assert name == drafts([Folder("INBOX", separator), Folder(name, separator)])


@pytest.mark.parametrize("name", ["Projects/Drafts", "Drafts 2019", "My Drafts"])
def test_not_every_folder_with_drafts_in_its_name(name: str) -> None:
    """A folder of the person's own is not taken for it."""
    assert drafts([Folder("INBOX"), Folder(name)]) is None


def test_drafts_has_to_open() -> None:
    """A name that holds only other folders is no place for mail."""
    flags = frozenset({"\\noselect", "\\drafts"})
    assert drafts([Folder("Drafts", "/", flags)]) is None


@given(st.integers(1, 500_000), st.integers(0, 500_000), st.integers(0, 300_000))
def test_ranges_leave_no_uid_out(first: int, uidnext: int, messages: int) -> None:
    """Ranges join without gap or overlap, from the first UID to the open end."""
    spans = list(rows.spans(first, FolderState("INBOX", 1, uidnext, messages)))
    begins = [int(span.partition(":")[0]) for span in spans]
    ends = [span.partition(":")[2] for span in spans]
    assert first == begins[0]
    assert ends[-1] == "*"
    assert begins[1:] == [int(end) + 1 for end in ends[:-1]]
    assert messages > 90_000 or len(spans) == 1


@given(st.dictionaries(st.integers(1), st.integers(0, 10_000_000), max_size=30))
def test_groups_have_every_mail_once(sizes: dict[int, int]) -> None:
    """Each answer is bounded, and whole mails and cut mails come in answers of their own."""
    limit = 1_000_000
    groups = list(rows.groups(sizes, limit))
    assert sorted(sizes) == sorted(uid for group in groups for uid in group)
    for group in groups:
        assert sum(min(sizes[uid], limit) for uid in group) <= 4 * 1_048_576
        assert len({sizes[uid] > limit for uid in group}) == 1


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (b"Message-ID: <a@example.org>\r\n\r\n", b"a@example.org"),
        (b"message-id:\r\n\t<a@example.org>\r\n\r\n", b"a@example.org"),
        (b"Message-ID: <a@example.org> (added by a relay)\r\n\r\n", b"a@example.org"),
        (b"Message-ID: a@example.org\r\n\r\n", b"a@example.org"),
        (b"Message-ID: <a@example.org>\r\nMessage-ID: <b@example.org>\r\n\r\n", b"a@example.org"),
        (b"\r\n", b""),
    ],
)
def test_the_message_id_of_a_header(header: bytes, found: bytes) -> None:
    """Folded, bare, commented, doubled or missing: the first one counts, without brackets."""
    assert found == rows.message_id({b"BODY[HEADER.FIELDS (MESSAGE-ID)]": header})


def test_arrival_is_in_utc() -> None:
    """INTERNALDATE is aware; nonsense is no date."""
    noon = datetime(2026, 3, 10, 12, tzinfo=UTC)
    assert noon == rows.received({b"INTERNALDATE": noon})
    assert rows.received({b"INTERNALDATE": None}) is None
    assert rows.received({}) is None

"""What every Mailbox keeps to: the fake, and Dovecot in all its variants."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from tests.support.benches import Bench, DovecotBench, MemoryBench, contents, found, mail
from tests.support.dovecot import OLD, PLAIN, VARIANTS, Dovecot, Variant

from inbox_rebond.domain import MessageKey
from inbox_rebond.errors import FolderMissing, MailGone, MailRefused
from inbox_rebond.mailbox.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)


class MailboxContract:
    """The laws. A subclass gives `bench`."""

    def test_the_inbox_is_there(self, bench: Bench) -> None:
        """A new account has an INBOX that can be opened and is empty."""
        assert "INBOX" in bench.mailbox.folders()
        state = bench.mailbox.open("INBOX")
        assert (state.name, state.messages) == ("INBOX", 0)
        assert state.uidvalidity > 0
        assert bench.mailbox.uids("INBOX") == []

    def test_a_missing_folder_is_named(self, bench: Bench) -> None:
        """What is not there is not opened and not made by looking."""
        with pytest.raises(FolderMissing, match="INBOX"):
            bench.mailbox.folder_for("Rebond/Rejections")
        with pytest.raises(FolderMissing):
            bench.mailbox.open("Nowhere")
        assert not any("Rebond" in name for name in bench.mailbox.folders())

    @pytest.mark.parametrize("name", ["Rebond", "Rebond/Rejections", "Büro & Ämter/Ωmega 日本"])
    def test_a_folder_is_made_once(self, bench: Bench, name: str) -> None:
        """Asked for with `create`, a folder exists; its name goes both ways, in any script."""
        made = bench.mailbox.folder_for(name, create=True)
        assert made in bench.mailbox.folders()
        assert made == bench.mailbox.folder_for(name)
        assert made == bench.mailbox.folder_for(name, create=True)
        assert made == bench.mailbox.folder_for(made)
        assert made == bench.mailbox.open(made).name

    def test_existing_folders_are_told_by_their_names(self, bench: Bench) -> None:
        """Of many names those are answered whose folders exist, as `folder_for` would."""
        made = {name: bench.mailbox.folder_for(name, create=True) for name in ("A", "A/Büro")}
        wanted = ["A", "A/Büro", "A/Nowhere", "Nowhere"]
        assert made == bench.mailbox.folders_for(wanted)
        assert bench.mailbox.folders_for([]) == {}

    def test_there_is_a_drafts_folder(self, bench: Bench) -> None:
        """There always is exactly one, and it can be opened."""
        drafts = bench.mailbox.drafts_folder()
        assert drafts == bench.mailbox.drafts_folder()
        assert drafts in bench.mailbox.folders()

    def test_uids_ascend_and_begin_above(self, bench: Bench) -> None:
        """Only UIDs greater than `above` are given, also where there are none."""
        for number in range(3):
            bench.deliver("INBOX", mail(f"{number}@example.org"))
        assert bench.mailbox.open("INBOX").messages == 3
        first, second, third = bench.mailbox.uids("INBOX")
        assert first < second < third
        assert [second, third] == bench.mailbox.uids("INBOX", above=first)
        assert bench.mailbox.uids("INBOX", above=third) == []
        assert bench.mailbox.uids("INBOX", above=third + 1000) == []

    def test_uids_since_a_day(self, bench: Bench) -> None:
        """The day itself counts."""
        bench.deliver("INBOX", mail("old@example.org"), NOON.replace(day=1))
        bench.deliver("INBOX", mail("new@example.org"), NOON)
        bench.mailbox.open("INBOX")
        recent = bench.mailbox.uids("INBOX", since=date(2026, 3, 10))
        assert [key.uid for key in bench.mailbox.find("INBOX", "new@example.org")] == recent
        assert bench.mailbox.uids("INBOX", since=date(2026, 3, 11)) == []

    def test_a_mail_comes_as_it_lies_there(self, bench: Bench) -> None:
        """Bytes, size, place and time of arrival; what does not exist is left out."""
        data = mail(text="Grüße".encode().decode("latin-1"))
        bench.deliver("INBOX", data, NOON)
        state = bench.mailbox.open("INBOX")
        (uid,) = bench.mailbox.uids("INBOX")
        (raw,) = bench.mailbox.fetch("INBOX", [uid, uid + 7])
        key = MessageKey(bench.mailbox.account, "INBOX", state.uidvalidity, uid)
        assert (key, data, len(data), NOON) == (raw.key, raw.data, raw.size, raw.received)
        assert list(bench.mailbox.fetch("INBOX", [])) == []

    def test_a_large_mail_is_cut(self, bench: Bench) -> None:
        """No more than the limit is read of one mail, and its true size is told."""
        small, large = mail("s@example.org"), mail("l@example.org", "x" * 30_000)
        bench.deliver("INBOX", small)
        bench.deliver("INBOX", large)
        bench.mailbox.open("INBOX")
        raws = list(bench.mailbox.fetch("INBOX", bench.mailbox.uids("INBOX")))
        expected = {(small, len(small)), (large[:10_000], len(large))}
        assert expected == {(raw.data, raw.size) for raw in raws}

    def test_reading_marks_nothing_as_read(self, bench: Bench) -> None:
        r"""Never in the way: opening, listing, fetching, finding and moving set no \Seen."""
        bench.deliver("INBOX", mail())
        bench.deliver("INBOX", mail("two@example.org", "x" * 30_000))
        bench.mailbox.open("INBOX")
        raws = list(bench.mailbox.fetch("INBOX", bench.mailbox.uids("INBOX")))
        bench.mailbox.find("INBOX", "one@example.org")
        to = bench.mailbox.folder_for("Rebond", create=True)
        bench.mailbox.move(raws[0].key, to, "one@example.org")
        assert (bench.seen("INBOX"), bench.seen(to)) == (0, 0)

    def test_fetching_goes_on_after_a_move(self, bench: Bench) -> None:
        """Mails may be moved one by one while the others are still being fetched."""
        for number in range(4):
            bench.deliver("INBOX", mail(f"{number}@example.org", "x" * 11_000))
        to = bench.mailbox.folder_for("Rebond", create=True)
        bench.mailbox.open("INBOX")
        for raw in bench.mailbox.fetch("INBOX", bench.mailbox.uids("INBOX")):
            bench.mailbox.move(raw.key, to, "")
        bench.mailbox.open("INBOX")
        assert (bench.mailbox.uids("INBOX"), len(contents(bench.mailbox, to))) == ([], 4)

    def test_find_is_exact(self, bench: Bench) -> None:
        """A Message-ID that holds another one, or that a text mentions, is not it."""
        for message_id in ("a@example.org", "aa@example.org", "a@example.org.net"):
            bench.deliver("INBOX", mail(message_id, "Message-ID: <a@example.org>"))
        (key,) = bench.mailbox.find("INBOX", "a@example.org")
        bench.mailbox.open("INBOX")
        (raw,) = bench.mailbox.fetch("INBOX", [key.uid])
        assert raw.data.startswith(b"Message-ID: <a@example.org>\r\n")
        assert bench.mailbox.find("INBOX", "b@example.org") == ()
        assert bench.mailbox.find("INBOX", "") == ()

    @pytest.mark.parametrize(
        "message_id", ['a"b\\c@example.org', "a(b)*%{5+}@example.org", "ALL", "a b@example.org"]
    )
    def test_a_strange_message_id_is_found(self, bench: Bench, message_id: str) -> None:
        """Signs that mean something to the server mean nothing inside a Message-ID."""
        bench.deliver("INBOX", mail(message_id))
        bench.deliver("INBOX", mail("other@example.org"))
        (key,) = bench.mailbox.find("INBOX", message_id)
        bench.mailbox.open("INBOX")
        (raw,) = bench.mailbox.fetch("INBOX", [key.uid])
        assert message_id.encode() in raw.data

    @pytest.mark.parametrize("line", ["\r\n", "\n", "\r", "\0"])
    def test_a_message_id_gives_no_commands(self, bench: Bench, line: str) -> None:
        """Survives its input: a line end inside a Message-ID reaches no server."""
        victim = bench.mailbox.folder_for("Precious", create=True)
        bench.deliver("INBOX", mail())
        attack = f'x"{line}A1 DELETE "{victim}"{line}A2 NOOP "@example.org'
        assert bench.mailbox.find("INBOX", attack) == ()
        (key,) = bench.mailbox.find("INBOX", "one@example.org")
        bench.mailbox.move(key, bench.mailbox.folder_for("Rebond", create=True), attack)
        assert victim in bench.mailbox.folders()
        assert contents(bench.mailbox, "INBOX") == []

    def test_a_draft_is_found_where_it_was_put(self, bench: Bench) -> None:
        """A draft is appended as it is, once, and known again by its Message-ID."""
        drafts = bench.mailbox.drafts_folder()
        assert bench.mailbox.find(drafts, "draft@example.org") == ()
        place = bench.mailbox.append_draft(drafts, mail("draft@example.org"), NOON)
        (key,) = bench.mailbox.find(drafts, "draft@example.org")
        assert place in (None, key)
        bench.mailbox.open(drafts)
        (raw,) = bench.mailbox.fetch(drafts, [key.uid])
        assert (mail("draft@example.org"), NOON) == (raw.data, raw.received)

    def test_a_moved_mail_is_the_same_mail_in_one_place(self, bench: Bench) -> None:
        """Never loses a mail: same bytes, same arrival, in exactly one of both folders."""
        bench.deliver("INBOX", mail(), NOON)
        bench.deliver("INBOX", mail("two@example.org"))
        to = bench.mailbox.folder_for("Rebond/Rejections", create=True)
        (key,) = bench.mailbox.find("INBOX", "one@example.org")
        place = bench.mailbox.move(key, to, "one@example.org")
        assert [place] == found(bench.mailbox, "one@example.org", "INBOX", to)
        bench.mailbox.open(to)
        (raw,) = bench.mailbox.fetch(to, bench.mailbox.uids(to))
        assert (place, mail(), NOON) == (raw.key, raw.data, raw.received)
        assert [mail("two@example.org")] == contents(bench.mailbox, "INBOX")

    def test_a_move_can_be_taken_back(self, bench: Bench) -> None:
        """Every filing can be undone: from the new place to the old one."""
        bench.deliver("INBOX", mail())
        to = bench.mailbox.folder_for("Rebond", create=True)
        (key,) = bench.mailbox.find("INBOX", "one@example.org")
        place = bench.mailbox.move(key, to, "one@example.org")
        assert place is not None
        bench.mailbox.move(place, "INBOX", "one@example.org")
        assert ([mail()], []) == (contents(bench.mailbox, "INBOX"), contents(bench.mailbox, to))

    def test_a_mail_is_not_moved_twice(self, bench: Bench) -> None:
        """The second time it is gone, and its copy stays alone."""
        bench.deliver("INBOX", mail())
        to = bench.mailbox.folder_for("Rebond", create=True)
        (key,) = bench.mailbox.find("INBOX", "one@example.org")
        bench.mailbox.move(key, to, "one@example.org")
        ghost = MessageKey(key.account, key.folder, key.uidvalidity, key.uid + 9)
        with pytest.raises(MailGone):
            bench.mailbox.move(ghost, to, "ghost@example.org")
        assert [mail()] == contents(bench.mailbox, to)

    @pytest.mark.parametrize("second", ["Sadly, no.", "Not again."])
    def test_two_mails_with_one_message_id_both_live(self, bench: Bench, second: str) -> None:
        """Who writes a mail picks its Message-ID: what is lost by trusting it is lost for ever."""
        bodies = [mail(text="Regret. No"), mail(text=second)]
        to = bench.mailbox.folder_for("Rebond", create=True)
        for body in bodies:
            bench.deliver("INBOX", body)
        for key in bench.mailbox.find("INBOX", "one@example.org"):
            bench.mailbox.move(key, to, "one@example.org")
        assert sorted(bodies) == contents(bench.mailbox, to)

    def test_a_renewed_folder_is_not_touched(self, bench: Bench) -> None:
        """After a UIDVALIDITY change a UID means another mail: nothing moves."""
        bench.deliver("INBOX", mail())
        to = bench.mailbox.folder_for("Rebond", create=True)
        bench.mailbox.open("INBOX")
        (raw,) = bench.mailbox.fetch("INBOX", bench.mailbox.uids("INBOX"))
        bench.renew("INBOX")
        with pytest.raises(MailGone):
            bench.mailbox.move(raw.key, to, "one@example.org")
        assert [mail()] == contents(bench.mailbox, "INBOX")
        assert contents(bench.mailbox, to) == []

    def test_a_missing_target_costs_nothing(self, bench: Bench) -> None:
        """Where the target does not exist, the mail stays where it is."""
        bench.deliver("INBOX", mail())
        (key,) = bench.mailbox.find("INBOX", "one@example.org")
        with pytest.raises(MailRefused):
            bench.mailbox.move(key, "Nowhere", "one@example.org")
        assert [mail()] == contents(bench.mailbox, "INBOX")

    def test_a_missing_source_is_a_missing_mail(self, bench: Bench) -> None:
        """Where the folder does not exist any more, neither does the mail."""
        ghost = MessageKey(bench.mailbox.account, "Nowhere", 1, 1)
        with pytest.raises(MailGone):
            bench.mailbox.move(ghost, "INBOX", "one@example.org")

    def test_closing_never_fails(self, bench: Bench) -> None:
        """Not even the second time."""
        bench.mailbox.close()
        bench.mailbox.close()


class TestMemoryMailbox(MailboxContract):
    """The fake keeps the contract, so tests may lean on it."""

    @pytest.fixture
    def bench(self) -> MemoryBench:
        """An empty one."""
        return MemoryBench()


@pytest.mark.dovecot
class TestImapMailbox(MailboxContract):
    """Dovecot with MOVE and UIDPLUS and without, and with the prefix and separator of Courier."""

    @pytest.fixture(params=VARIANTS, ids=lambda variant: variant.name)
    def bench(
        self,
        request: pytest.FixtureRequest,
        start_dovecot: Callable[[Variant], Dovecot],
        user: str,
    ) -> Iterator[DovecotBench]:
        """A user of one's own."""
        bench = DovecotBench(start_dovecot(request.param), user)
        yield bench
        bench.mailbox.close()


@pytest.mark.dovecot
class TestSilentImapMailbox(MailboxContract):
    """The same where the server does not tell where it put a mail (no COPYUID, no APPENDUID)."""

    @pytest.fixture(params=[PLAIN, OLD], ids=lambda variant: variant.name)
    def bench(
        self,
        request: pytest.FixtureRequest,
        start_dovecot: Callable[[Variant], Dovecot],
        user: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> Iterator[DovecotBench]:
        """A user of one's own, told nothing."""
        monkeypatch.setattr(Session, "_told", lambda *_: None)
        bench = DovecotBench(start_dovecot(request.param), user)
        yield bench
        bench.mailbox.close()

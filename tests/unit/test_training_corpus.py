from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.corpora import write

from inbox_rebond import resources
from inbox_rebond.domain import Label, Reason
from inbox_rebond.errors import InputMissing
from inbox_rebond.training.corpus import Piece, load

if TYPE_CHECKING:
    from pathlib import Path

SOME = {
    "en/pieces/rejection.txt": "# a note\n\n[experience, language]\nFirst.\n[none]\nOne\\ntwo.\n",
    "fr/pieces/opening.txt": "[any]\nBonjour,\n[rejection]\nHélas,\n",
    "fr/slots.toml": 'role = ["analyste"]\n',
    "xx/pieces/rejection.txt": "Not a language of ours.\n",
}


def test_a_piece_is_a_line_with_its_section(tmp_path: Path) -> None:
    r"""Notes and empty lines do not count; `\n` is a line break."""
    corpus = load(write(tmp_path, SOME))
    assert corpus.pieces == (
        Piece("en", "rejection", "First.", frozenset({"experience", "language"})),
        Piece("en", "rejection", "One\ntwo.", frozenset({"none"})),
        Piece("fr", "opening", "Bonjour,", frozenset({"any"})),
        Piece("fr", "opening", "Hélas,", frozenset({"rejection"})),
    )
    assert corpus.slots == {"en": {}, "fr": {"role": ("analyste",)}}


def test_a_piece_stands_beside_what_its_section_names(tmp_path: Path) -> None:
    """`any` means every label."""
    bonjour, helas = load(write(tmp_path, SOME)).pieces[2:]
    assert bonjour.beside(Label.OFFER)
    assert helas.beside(Label.REJECTION)
    assert not helas.beside(Label.OFFER)


def test_a_whole_mail_has_headers_and_a_body(tmp_path: Path) -> None:
    """Several to a file; what refuses something that is no job is ordinary mail."""
    mails = load(write(tmp_path)).mails
    sea, no = (mail for mail in mails if mail.label is Label.REJECTION)
    assert (sea.subject, sea.sender) == (
        "Your application as {role}",
        "Fernhill <jobs@fernhill.example>",
    )
    assert sea.reasons == {"experience"}
    assert sea.quotes == ("we were looking for somebody with more years at sea",)
    assert sea.body.startswith("Dear applicant,\n\nthank you")
    assert (no.subject, no.body, no.reasons) == ("No", "It is a no.", frozenset())
    loan = next(mail for mail in mails if mail.refusal)
    assert loan.label is Label.OTHER
    assert [mail.html for mail in mails if mail.subject == "Your order"] == [True]


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_where_there_is_no_corpus(tmp_path: Path, name: str) -> None:
    """The message says what is wanted."""
    (tmp_path / "empty" / "xx").mkdir(parents=True)
    with pytest.raises(InputMissing, match="models/corpus"):
        load(tmp_path / name)


def test_the_corpus_of_the_starter_model_is_sound() -> None:
    """Known reasons only, a deciding quote in every rejection, and no slot without values."""
    corpus = load(resources.models() / "corpus")
    reasons = {*map(str, Reason), "none"}
    for piece in corpus.pieces:
        if piece.kind == Label.REJECTION:
            assert piece.sections <= reasons, piece.text
    for mail in corpus.mails:
        assert mail.reasons <= reasons, mail.body
        assert mail.subject or mail.body
        if mail.label is Label.REJECTION:
            assert mail.quotes, mail.body

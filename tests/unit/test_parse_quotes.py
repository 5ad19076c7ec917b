from __future__ import annotations

import pytest

from inbox_rebond.parse import parse


def plain(text: str) -> tuple[str, str]:
    """Own and quoted text of a plain body."""
    mail = parse(f"Content-Type: text/plain; charset=utf-8\n\n{text}".encode())
    return mail.text, mail.quoted


def html(text: str) -> tuple[str, str]:
    """Own and quoted text of an HTML body."""
    mail = parse(f"Content-Type: text/html; charset=utf-8\n\n{text}".encode())
    return mail.text, mail.quoted


@pytest.mark.parametrize(
    "attribution",
    [
        "On Mon, 2 Mar 2026 at 10:00, Jane Doe <jane@x.example> wrote:",
        "On Mon, 2 Mar 2026 at 10:00, Jane Doe\n<jane@x.example> wrote:",
        "Le lun. 2 mars 2026 à 10:00, Jane <jane@x.example> a écrit :",
        "Am 02.03.2026 um 10:00 schrieb Jane Doe <jane@x.example>:",
        "Am Mo., 2. März 2026 um 10:00 Uhr schrieb Jane:",
        "El lun, 2 mar 2026 a las 10:00, Jane (<jane@x.example>) escribió:",
        "Il giorno lun 2 mar 2026 alle ore 10:00 Jane <jane@x.example> ha scritto:",
        "Op ma 2 mrt 2026 om 10:00 schreef Jane <jane@x.example>:",
        "Em seg., 2 de mar. de 2026 às 10:00, Jane <jane@x.example> escreveu:",
    ],
)
def test_an_attribution_opens_a_quote(attribution: str) -> None:
    """In seven languages, with quote marks behind it or without."""
    for old in ("> old words\n> more", "old words\nmore"):
        own, quoted = plain(f"My answer.\n\n{attribution}\n\n{old}")
        assert own == "My answer."
        assert quoted.endswith("old words\nmore")


@pytest.mark.parametrize(
    "divider",
    [
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "-------- Message transféré --------",
        "-----Message d'origine-----",
        "-----Ursprüngliche Nachricht-----",
        "-------- Mensaje original --------",
        "----- Messaggio originale -----",
        "-----Oorspronkelijk bericht-----",
        "---------- Mensagem encaminhada ---------",
        "----- Transféré par Jane Doe le 02/03/2026 10:00 -----",
        "Begin forwarded message:",
        "Début du message réexpédié :",
    ],
)
def test_a_divider_ends_the_own_text(divider: str) -> None:
    """What is forwarded counts as quoted, even where nothing is said about it."""
    assert plain(f"See below.\n\n{divider}\nold words")[0] == "See below."
    assert plain(f"{divider}\nold words") == ("", f"{divider}\nold words")


@pytest.mark.parametrize(
    "headers",
    [
        "From: Jane <jane@x.example>\nSent: Monday\nTo: Camille\nSubject: Post",
        "*De :* Jane\n*Envoyé :* lundi\n*À :* Camille\n*Objet :* Poste",
        "Von: Jane\nGesendet: Montag\nAn: Camille\nBetreff: Stelle",
        "De: Jane\n\nEnviado el: lunes\n\nPara: Camille\n\nAsunto: Puesto",
        "Da: Jane\nInviato: lunedì\nA: Camille\nOggetto: Posto",
        "Van: Jane\nVerzonden: maandag\nAan: Camille\nOnderwerp: Baan",
        "Subject: Post\nDate: Monday\nFrom: Jane\nTo: Camille",
    ],
)
def test_the_headers_of_an_earlier_mail_end_the_own_text(headers: str) -> None:
    """Outlook quotes without marks, under the headers."""
    own, quoted = plain(f"My answer.\n\n{'_' * 32}\n{headers}\n\nold words")
    assert (own, quoted[-9:]) == ("My answer.", "old words")
    assert plain(f"My answer.\n\n{headers}\n\nold words")[0] == "My answer."


def test_interleaved_answers_stay() -> None:
    """Own lines between quoted ones are own text; quote marks are taken off."""
    text = "On 2 March Jane wrote:\n> first\n> > older\n\nYes.\n\n> second\n\nNo.\n-- \nCamille"
    assert plain(text) == (
        "Yes.\n\nNo.\n--\nCamille",
        "On 2 March Jane wrote:\nfirst\nolder\n\nsecond",
    )


def test_an_answer_below_a_divider_stays() -> None:
    """Where the old mail is marked line by line, what follows it is own text."""
    text = "----- Original Message -----\nFrom: Jane\n\n> old words\n\nMy answer."
    assert plain(text)[0] == "My answer."
    assert plain(text.replace("\n\n> old", "\n> old"))[0] == "My answer."


@pytest.mark.parametrize(
    "text",
    [
        "On Monday our team wrote:\nwe are sorry.",
        "On 2 March you wrote: thank you. We are sorry.",
        "You asked for the original message. We do not have it.",
        "From: the team\nWe are sorry.",
        "From: HR\nTo: Camille\nSubject: Your application\n\nWe are sorry.",
        "On 2 March at 10:00 Jane wrote:\nwe are sorry.",
        "Le poste que vous visez est pourvu. Votre lettre, que Jane a écrite, était belle.",
    ],
)
def test_words_that_look_like_quotes_take_nothing_away(text: str) -> None:
    """A mail that only mentions such words keeps all its text."""
    assert plain(text) == (text, "")


def test_an_mbox_mark_is_no_quote() -> None:
    """`>From ` at the beginning of a line was `From `."""
    assert plain("Hello\n>From now on\n> old") == ("Hello\nFrom now on", "old")


@pytest.mark.parametrize(
    "old",
    [
        '<blockquote type="cite"><p>old</p></blockquote>',
        "<blockquote>old</blockquote>",
        (
            '<div class="gmail_quote"><div class="gmail_attr">On 2 March Jane wrote:</div>'
            '<blockquote class="gmail_quote">old</blockquote></div>'
        ),
        '<div class="gmail_quote">---------- Forwarded message ---------<br>old</div>',
        '<hr><div id="divRplyFwdMsg"><b>From:</b> Jane</div><div>old</div>',
        '<hr><div id="x_divRplyFwdMsg"><b>From:</b> Jane</div><div>old</div>',
        '<div class="yahoo_quoted">old</div>',
        (
            '<div class="moz-cite-prefix">On 2 March Jane wrote:</div>'
            '<blockquote type="cite">old</blockquote>'
        ),
        "<div><b>From:</b> Jane<br><b>Sent:</b> Monday<br><b>Subject:</b> Post</div><p>old</p>",
        "<p>On 2 March at 10:00 Jane wrote:</p><p>&gt; old</p>",
    ],
)
def test_mail_programs_mark_quotes_in_html(old: str) -> None:
    """What the programs put around an earlier mail tells it from the answer."""
    own, quoted = html(f"<p>My answer.</p>{old}")
    assert own == "My answer."
    assert "old" in quoted


def test_answers_between_html_quotes_stay() -> None:
    """Gmail puts them into the block of the quotes."""
    text = (
        '<div class="gmail_quote"><div class="gmail_attr">On 2 March Jane wrote:</div>'
        '<blockquote class="gmail_quote">one</blockquote><div>Yes.</div>'
        '<blockquote class="gmail_quote">two</blockquote><div>No.</div></div>'
    )
    assert html(text)[0] == "Yes.\n\nNo."


@pytest.mark.parametrize(
    "text",
    [
        "<blockquote><p>We are sorry.</p></blockquote>",
        '<blockquote style="margin:0 0 0 40px;border:none;padding:0px">We are sorry.</blockquote>',
    ],
)
def test_an_indentation_is_no_quote(text: str) -> None:
    """A letter that is set into a blockquote is still the sender's."""
    assert html(text) == ("We are sorry.", "")

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_rebond.text import MAX_CHARS, fold_space, plain, sentences, words

MAILISH = st.text(alphabet=st.sampled_from("aB9é.!?…,;:()\"'»-*•@/ \t\n\x85\u2028"), max_size=400)
SECONDS = 1.0


@given(text=st.one_of(st.text(max_size=400), MAILISH))
def test_a_sentence_stands_in_the_text(text: str) -> None:
    """A sentence is literal apart from white space, of bounded length, and in its order."""
    folded = fold_space(text)
    at = 0
    for sentence in sentences(text):
        assert sentence == fold_space(sentence)
        assert len(sentence) <= 600
        at = folded.index(sentence, at) + len(sentence)


@given(text=st.one_of(st.text(max_size=400), MAILISH))
def test_plain_text_stays_as_it_is(text: str) -> None:
    """What is plain already is not changed by making it plain."""
    once = words(text)
    assert once == words(" ".join(once))
    assert plain(text) == plain(text).lower()


@pytest.mark.parametrize(
    "text",
    [
        "." * 20_000,
        "a. " * 6_666,
        "!" * 10_000 + ")" * 10_000,
        "!) " * 6_666,
        "." + " " * 19_999,
        "\n \n" * 6_666,
        "a,\n" * 6_666,
        "www." * 5_000,
        "a" * 19_999 + "@",
        "e.g. " * 4_000,
    ],
    ids=["dots", "initials", "quotes", "ends", "blanks", "gaps", "lines", "links", "address", "eg"],
)
def test_time_grows_with_the_text(text: str) -> None:
    """No text, however odd, takes more than a moment."""
    start = process_time()
    sentences(text)
    plain(text)
    assert process_time() - start < SECONDS


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    """What stands behind MAX_CHARS is not read."""
    assert sentences(" " * (MAX_CHARS - 8) + "The end. Not read.") == ["The end."]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We are sorry. We chose another.", ["We are sorry.", "We chose another."]),
        ("Dear Ms. Martin, we met Dr. Berg.", ["Dear Ms. Martin, we met Dr. Berg."]),
        ("Das gilt z.B. für Sie. Danke!", ["Das gilt z.B. für Sie.", "Danke!"]),
        ("„Nein.“ “No.” Das war's…", ["„Nein.“ “No.”", "Das war's…"]),
        ("Salary 3.5 k at acme.example today.", ["Salary 3.5 k at acme.example today."]),
        ("¿Qué pasó? ¡Nada!", ["¿Qué pasó?", "¡Nada!"]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, wanted: list[str]) -> None:
    """At full stops, behind closing quotes; not at abbreviations, numbers and domains."""
    assert wanted == sentences(text)


def test_lines_that_a_mail_program_broke_are_one() -> None:
    """A sentence over two lines is one sentence; a greeting above it is not part of it."""
    text = (
        "Dear Camille,\n\nafter careful consideration of all the\napplications we have to say no."
    )
    assert sentences(text) == [
        "Dear Camille,",
        "after careful consideration of all the applications we have to say no.",
    ]


def test_lines_that_the_writer_ended_stay_apart() -> None:
    """The points of a list and the lines of a signature are sentences of their own."""
    text = "What is missing:\n- five years of practice\n- fluent French\n\nNora\nHead of People"
    assert sentences(text) == [
        "What is missing:",
        "- five years of practice",
        "- fluent French",
        "Nora",
        "Head of People",
    ]


def test_lines_without_a_word_are_no_sentences() -> None:
    """Numbers, rules, bare links and addresses say nothing."""
    assert (
        sentences("-----\n\n2026\n\nhttps://jobs.example/a?b=c\n\nhr@jobs.example\n\n* * *") == []
    )


def test_plain_text_hides_what_differs_from_mail_to_mail() -> None:
    """Case, accents, numbers, links, addresses and typographic alphabets."""
    assert words("REFUSÉE 2026 https://a.example/x?y camille@example.org 𝐖𝐞 𝓻𝓮𝓰𝓻𝓮𝓽") == [
        "refusee",
        "0",
        "xlink",
        "xaddress",
        "we",
        "regret",
    ]

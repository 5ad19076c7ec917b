from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inbox_rebond.decide import OBSERVED, decide, decision
from inbox_rebond.domain import (
    PROTECTED,
    Action,
    Address,
    Contact,
    Decision,
    File,
    Findings,
    History,
    Label,
    MessageKey,
    Mode,
    NoDraft,
    Policy,
    Register,
    Review,
    SaveDraft,
    Stage,
    TemplateKey,
    Verdict,
)

KEY = MessageKey("main", "INBOX", 7, 1)
TO = "Rebond/Rejections"
NORA = Address("Nora Berg", "nora.berg@fernhill.example")
FINDINGS = Findings(
    "fr", register=Register.INFORMAL, stage=Stage.AFTER_INTERVIEW, reply=Contact(NORA, "a person")
)
POLICY = Policy(Mode.DRAFT, 0.9, 0.3, TO)
ASKED = SaveDraft(KEY, NORA, TemplateKey("fr", Register.INFORMAL, Stage.AFTER_INTERVIEW))
FILED = File(KEY, TO)


def surely(label: Label, chance: float = 0.96) -> Verdict:
    """A verdict that gives one label this probability, and the others the rest in equal parts."""
    rest = (1 - chance) / (len(Label) - 1)
    chances = {each: chance if each is label else rest for each in Label}
    return Verdict(label, chance, ("We chose somebody else.",), "test", chances)


@st.composite
def verdicts(draw: st.DrawFn) -> Verdict:
    """Any verdict."""
    weights = draw(st.lists(st.floats(0, 1), min_size=len(Label), max_size=len(Label)))
    total = math.fsum(weights)
    assume(total > 0)
    chances = {label: weight / total for label, weight in zip(Label, weights, strict=True)}
    best = max(chances, key=lambda label: chances[label])
    return Verdict(best, chances[best], (), "test", chances)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Any policy that the settings allow."""
    file_from = draw(st.floats(0.5, 1))
    return Policy(draw(st.sampled_from(Mode)), file_from, draw(st.floats(0, file_from)), TO)


HISTORIES = st.builds(History, st.none() | st.just(4), drafted=st.booleans(), filed=st.booleans())
CONTACTS = st.sampled_from([Contact(NORA, "a person"), Contact(None, "nobody reads it")])
FOUND = st.builds(Findings, language=st.sampled_from(["en", None]), reply=CONTACTS)


def act(
    verdict: Verdict, history: History | None = None, mode: Mode = Mode.DRAFT
) -> tuple[Action, ...]:
    """What is done with a mail whose findings are FINDINGS."""
    return decide(KEY, verdict, FINDINGS, history or History(), replace(POLICY, mode=mode))


@pytest.mark.parametrize("label", sorted(PROTECTED))
@given(chance=st.floats(0.11, 1), policy=policies(), history=HISTORIES, found=FOUND)
def test_an_offer_is_never_filed(
    label: Label, chance: float, policy: Policy, history: History, found: Findings
) -> None:
    """Offers, interviews and assessments stay where they are at any probability."""
    actions = decide(KEY, surely(label, chance), found, history, policy)
    assert not [each for each in actions if not isinstance(each, Review)]


@given(verdict=verdicts(), policy=policies(), history=HISTORIES, found=FOUND)
def test_what_may_be_an_offer_is_never_filed(
    verdict: Verdict, policy: Policy, history: History, found: Findings
) -> None:
    """Where a protected label reaches the review threshold the mail is not touched."""
    assume(any(verdict.probabilities[label] >= policy.review_from for label in PROTECTED))
    actions = decide(KEY, verdict, found, history, policy)
    assert not [each for each in actions if not isinstance(each, Review)]


@given(verdict=verdicts(), policy=policies(), history=HISTORIES, found=FOUND)
def test_only_a_rejection_above_the_threshold_is_acted_on(
    verdict: Verdict, policy: Policy, history: History, found: Findings
) -> None:
    """Whatever else a mail is, it is neither moved nor answered."""
    sure = verdict.label is Label.REJECTION and verdict.probability >= policy.file_from
    assume(not sure)
    actions = decide(KEY, verdict, found, history, policy)
    assert not [each for each in actions if not isinstance(each, Review)]


@given(verdict=verdicts(), policy=policies(), history=HISTORIES, found=FOUND)
def test_the_mode_bounds_what_is_done(
    verdict: Verdict, policy: Policy, history: History, found: Findings
) -> None:
    """Observing never moves and never drafts, it only notes; filing never drafts."""
    done = {type(each) for each in decide(KEY, verdict, found, history, policy)}
    if policy.mode is Mode.OBSERVE:
        assert done <= {Review}
    if policy.mode is Mode.FILE:
        assert done <= {Review, File}


@given(verdict=verdicts(), policy=policies(), history=HISTORIES, found=FOUND)
def test_the_draft_comes_first_and_the_move_last(
    verdict: Verdict, policy: Policy, history: History, found: Findings
) -> None:
    """A move ends the UID: nothing follows it, and there is at most one action of a kind."""
    actions = decide(KEY, verdict, found, history, policy)
    kinds = [type(each) for each in actions]
    assert kinds in (
        [],
        [Review],
        [File],
        [SaveDraft],
        [NoDraft],
        [SaveDraft, File],
        [NoDraft, File],
    )
    assert {KEY} >= {each.key for each in actions}


@given(verdict=verdicts(), policy=policies())
def test_the_word_agrees_with_the_actions(verdict: Verdict, policy: Policy) -> None:
    """What is said in one word is what is done."""
    word = decision(verdict, file_from=policy.file_from, review_from=policy.review_from)
    actions = decide(KEY, verdict, FINDINGS, History(), policy)
    observed = word is Decision.FILE and policy.mode is Mode.OBSERVE
    reviewed = any(isinstance(each, Review) for each in actions)
    assert (word is Decision.REVIEW or observed) == reviewed
    assert word is Decision.FILE or not any(isinstance(each, File) for each in actions)
    assert word is not Decision.LEAVE or actions == ()


@given(verdict=verdicts(), policy=policies())
def test_what_may_be_a_rejection_is_not_passed_over(verdict: Verdict, policy: Policy) -> None:
    """From the review threshold on a mail is filed or reviewed, below it is left alone."""
    word = decision(verdict, file_from=policy.file_from, review_from=policy.review_from)
    doubtful = verdict.probabilities[Label.REJECTION] >= policy.review_from
    assert (word is Decision.LEAVE) == (not doubtful)


def test_a_rejection_is_answered_and_filed() -> None:
    """The draft goes to the contact, in the language, register and stage that were read."""
    assert act(surely(Label.REJECTION)) == (ASKED, FILED)
    assert act(surely(Label.REJECTION), mode=Mode.FILE) == (FILED,)
    assert (Review(KEY, OBSERVED),) == act(surely(Label.REJECTION), mode=Mode.OBSERVE)


def test_what_the_mail_does_not_say_is_taken_as_usual() -> None:
    """Without language, register and stage: English, formal, after the application."""
    found = Findings(reply=Contact(NORA, "a person"))
    usual = TemplateKey("en", Register.FORMAL, Stage.AFTER_APPLICATION)
    actions = decide(KEY, surely(Label.REJECTION), found, History(), POLICY)
    assert (SaveDraft(KEY, NORA, usual), FILED) == actions


def test_an_application_is_asked_about_once() -> None:
    """Where another mail's draft asks already, none is written, and the draft is named."""
    why = "draft 4 already asks about this application"
    assert (NoDraft(KEY, why), FILED) == act(surely(Label.REJECTION), History(asked=4))


def test_a_mail_that_has_its_draft_is_only_filed() -> None:
    """After a crash between draft and move the move is left to do, and nothing else is noted."""
    assert act(surely(Label.REJECTION), History(drafted=True)) == (FILED,)


def test_without_anybody_to_ask_there_is_no_draft() -> None:
    """The reason is the one that was read; the mail is filed all the same."""
    found = replace(FINDINGS, reply=Contact(None, "it is a bounce"))
    actions = decide(KEY, surely(Label.REJECTION), found, History(), POLICY)
    assert (NoDraft(KEY, "it is a bounce"), FILED) == actions


def test_what_was_filed_once_stays_where_it_was_put() -> None:
    """A mail that the person took back is not moved again."""
    assert act(surely(Label.REJECTION), History(filed=True)) == (ASKED,)
    assert act(surely(Label.REJECTION), History(drafted=True, filed=True)) == ()
    assert act(surely(Label.REJECTION), History(filed=True), Mode.OBSERVE) == ()


def test_doubt_is_put_into_words() -> None:
    """The review list says what the mail may be, a protected label first."""
    unsure = surely(Label.REJECTION, 0.5)
    assert (Review(KEY, "may be a rejection (50%)"),) == act(unsure)
    torn = {**dict.fromkeys(Label, 0.0), Label.REJECTION: 0.6, Label.INTERVIEW: 0.4}
    either = Verdict(Label.REJECTION, 0.6, (), "test", torn)
    policy = replace(POLICY, file_from=0.5)
    assert (Review(KEY, "may be interview (40%)"),) == decide(
        KEY, either, FINDINGS, History(), policy
    )

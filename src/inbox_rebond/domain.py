"""The words of the project as frozen values. Nothing in here touches the world."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import TypeAlias

    Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class Label(StrEnum):
    """What a mail is, as the classifier says it."""

    REJECTION = "rejection"
    ACKNOWLEDGEMENT = "acknowledgement"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    OFFER = "offer"
    STATUS_UPDATE = "status_update"
    FEEDBACK = "feedback"
    OUTREACH = "outreach"
    JOB_ALERT = "job_alert"
    OTHER = "other"


PROTECTED = frozenset({Label.OFFER, Label.INTERVIEW, Label.ASSESSMENT})
"""Labels whose mails must never leave the person's sight."""


class LabelSource(StrEnum):
    """How the person gave a label."""

    COMMAND = "command"
    MOVED_OUT = "moved_out"
    MOVED_IN = "moved_in"
    LEARN_FOLDER = "learn_folder"
    IMPORT = "import"


class Reason(StrEnum):
    """Why a rejection says no."""

    SKILLS = "skills"
    EXPERIENCE = "experience"
    QUALIFICATION = "qualification"
    LANGUAGE = "language"
    CULTURE_FIT = "culture_fit"
    OVERQUALIFIED = "overqualified"
    LOCATION = "location"
    WORK_AUTHORISATION = "work_authorisation"
    AVAILABILITY = "availability"
    SALARY = "salary"
    OTHER_CANDIDATE = "other_candidate"
    INTERNAL_CANDIDATE = "internal_candidate"
    PROFILE = "profile"
    POSITION_FILLED = "position_filled"
    POSITION_CANCELLED = "position_cancelled"
    HIRING_FREEZE = "hiring_freeze"
    NO_VACANCY = "no_vacancy"
    OTHER = "other"


class Basis(StrEnum):
    """Whether a reason stands in the mail or was concluded from it."""

    STATED = "stated"
    INFERRED = "inferred"


class Stage(StrEnum):
    """How far the application had come when it was refused."""

    AFTER_APPLICATION = "after_application"
    AFTER_INTERVIEW = "after_interview"


class Register(StrEnum):
    """How the writer addresses the person."""

    FORMAL = "formal"
    INFORMAL = "informal"


class Feedback(StrEnum):
    """What the mail says about feedback."""

    OFFERED = "offered"
    DECLINED = "declined"
    NONE = "none"


class SenderKind(StrEnum):
    """Who stands behind the From address."""

    PERSON = "person"
    TEAM = "team"
    NO_REPLY = "no_reply"
    RELAY = "relay"


class Decision(StrEnum):
    """What is done with a mail, in one word."""

    FILE = "file"
    REVIEW = "review"
    LEAVE = "leave"


class Mode(StrEnum):
    """How far the program may go in an account."""

    OBSERVE = "observe"
    FILE = "file"
    DRAFT = "draft"


class MessageState(StrEnum):
    """Where a mail is on its way."""

    CLAIMED = "claimed"
    JUDGED = "judged"
    ACTED = "acted"
    DONE = "done"
    FAILED = "failed"
    QUARANTINED = "quarantined"


class DraftState(StrEnum):
    """Where a draft is on its way."""

    PROPOSED = "proposed"
    PLACED = "placed"
    APPROVED = "approved"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    EDITED = "edited"
    SENT_ELSEWHERE = "sent_elsewhere"
    DISCARDED = "discarded"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class MessageKey:
    """Where a mail lies: unique as long as the server keeps UIDVALIDITY."""

    account: str
    folder: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Identity:
    """What a mail is, wherever it lies: the same in every folder and after every UIDVALIDITY.

    `message_id` comes from the raw bytes, without angle brackets; empty where the mail has none.
    `fingerprint` is a SHA-256 in hexadecimal over From, Date, Subject and the size in bytes.
    """

    message_id: str
    fingerprint: str

    @property
    def key(self) -> str:
        """Both as one name that says nothing: a SHA-256 in hexadecimal."""
        told = f"{self.message_id}\0{self.fingerprint}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(told).hexdigest()


@dataclass(frozen=True, slots=True)
class RawMail:
    """A mail as it was fetched.

    `data` may end before the mail does: `size` is the whole size in bytes.
    `received` is the INTERNALDATE, aware; None where the source has none.
    """

    key: MessageKey
    data: bytes
    size: int
    received: datetime | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A name, possibly empty, and an address in lower case (`local@domain`)."""

    name: str
    email: str

    @property
    def domain(self) -> str:
        """The part behind the last `@`."""
        return self.email.rpartition("@")[2]


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail, read: the texts of this sender, of quoted mails and of attached mails kept apart.

    All texts are plain, with LF line ends and without NUL; headers are unfolded and decoded.
    `in_reply_to` and `references` hold bare Message-IDs, oldest first.
    `date` is aware; from the Date header, else from INTERNALDATE, else None.
    """

    identity: Identity
    subject: str = ""
    senders: tuple[Address, ...] = ()
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    date: datetime | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    text: str = ""
    quoted: str = ""
    attached: str = ""
    return_path: str | None = None
    list_id: str = ""
    precedence: str = ""
    auto_submitted: str = ""
    content_type: str = "text/plain"
    authentication_results: str = ""
    links: tuple[str, ...] = ()
    size: int = 0
    truncated: bool = False
    defects: tuple[str, ...] = ()

    @property
    def sender(self) -> Address | None:
        """The one address in From; None where there is none or more than one."""
        return self.senders[0] if len(self.senders) == 1 else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the classifier says of one mail, and why.

    `probability` (0..1) is that of `label`; `probabilities` has every label and adds up to 1.
    `evidence` holds the sentences, literally from the mail, that decided; most telling first.
    `model` is the version of the model.
    """

    label: Label
    probability: float
    evidence: tuple[str, ...]
    model: str
    probabilities: Mapping[Label, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A mail with the label that the person gave it, as far as it is kept to learn from.

    `mail` is the ledger's id, None for what was imported; `sender` a keyed hash, never an address.
    `held_back` mails are measured on and never learnt from. Of the reading either the `text` is
    kept (the subject, then the sentences) or what the model sees of it: `features` holds for each
    line, the subject first, the sorted columns of `classify.hashed`, `words` the sorted columns of
    `classify.vocabulary` for the whole mail.
    """

    id: int
    mail: int | None
    label: Label
    source: LabelSource
    given: datetime
    sender: str
    held_back: bool
    text: tuple[str, ...] | None = None
    features: tuple[tuple[int, ...], ...] | None = None
    words: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class ReasonFound:
    """A reason with the literal words that it was read from."""

    reason: Reason
    basis: Basis
    words: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask for feedback, or why nobody can be asked.

    `address` is None where there is no reachable person; `why` says how it was chosen or why not.
    """

    address: Address | None
    why: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What was read in a mail; None means that the mail does not say."""

    language: str | None = None
    company: str | None = None
    role: str | None = None
    contact: str | None = None
    register: Register | None = None
    stage: Stage | None = None
    reasons: tuple[ReasonFound, ...] = ()
    feedback: Feedback = Feedback.NONE
    sender_kind: SenderKind = SenderKind.TEAM
    reply: Contact = field(default=Contact(None, "not looked for"))


@dataclass(frozen=True, slots=True)
class History:
    """What the ledger knows that matters for a decision.

    `asked` is the draft for another mail that already asks about this application, if any.
    `drafted` says that this mail has its own draft, begun before a crash or a failure.
    `filed` says that this mail was already filed once (it stays where the person put it back).
    """

    asked: int | None = None
    drafted: bool = False
    filed: bool = False


@dataclass(frozen=True, slots=True)
class Policy:
    """What the settings and the model allow in one account. Thresholds are probabilities 0..1."""

    mode: Mode
    file_from: float
    review_from: float
    file_to: str


@dataclass(frozen=True, slots=True)
class TemplateKey:
    """Which reply template: language code, register, stage."""

    language: str
    register: Register
    stage: Stage


@dataclass(frozen=True, slots=True)
class Review:
    """Put the mail on the review list; it stays where it is."""

    key: MessageKey
    why: str


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """Write a request for feedback and put it into the Drafts folder."""

    key: MessageKey
    to: Address
    template: TemplateKey


@dataclass(frozen=True, slots=True)
class NoDraft:
    """Note why no draft is written for a rejection."""

    key: MessageKey
    why: str


@dataclass(frozen=True, slots=True)
class File:
    """Move the mail to the folder for rejections."""

    key: MessageKey
    to: str


Action = Review | SaveDraft | NoDraft | File
"""What can be done with a mail. An empty tuple of actions leaves it alone."""


@dataclass(frozen=True, slots=True)
class Person:
    """The person whose mail this is.

    `addresses` are all of their own, in lower case, the first one to write from; `languages` are
    codes in the order of preference.
    """

    name: str
    addresses: tuple[str, ...]
    languages: tuple[str, ...] = ("en",)


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply as bytes, ready for the Drafts folder or for SMTP."""

    message_id: str
    to: Address
    subject: str
    text: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Example:
    """What is kept of a mail to learn from: its lines, the subject first, in one of two forms.

    Either `text`, or `features` and `words`, from which nobody reads the mail (see Labelled).
    """

    text: tuple[str, ...] | None = None
    features: tuple[tuple[int, ...], ...] | None = None
    words: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A label as the person gives it.

    `sender` is a keyed hash, empty where there is none. `mail` is the ledger's mail that the
    person named; `place` is where the person put it. An import has neither.
    """

    identity: Identity
    label: Label
    source: LabelSource
    sender: str
    example: Example
    mail: int | None = None
    place: MessageKey | None = None

    @property
    def held_back(self) -> bool:
        """Whether to measure with this mail and never fit on it: one in five, always the same."""
        return int(self.identity.key[:8], 16) % 5 == 0

"""The rows a workshop consists of: one frozen record for each table of the library.

Field names are the column names. Ids are UUID text; framework parts keep the ids of their file. Moments are
UTC text (``2027-03-01T09:00:00.000Z``), days plain ``YYYY-MM-DD``. A level of a ballot is a whole number, a
level decided or aimed at may be a half step (exact in a float). What may be absent is ``None``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

State = Literal["preparing", "running", "draft", "final"]
StepKind = Literal[
    "welcome",
    "warm_up",
    "ballots",
    "pivot",
    "shock",
    "where_to",
    "actions",
    "commit",
    "after",
    "break",
    "talk",
    "slack",
]
RoundKind = Literal[
    "level", "phase", "fails_first", "target", "impact", "effort", "stand_behind", "picks", "dots"
]
RoundState = Literal["open", "closed", "revealed", "void"]
Method = Literal["phone", "device", "paper"]
Way = Literal["hands", "dots", "ballots"]
NoteKind = Literal["evidence", "quote", "parking", "debrief", "rule", "lived"]
WaveName = Literal["now", "next", "later"]
Effort = Literal["s", "m", "l", "x"]
Money = Literal["none", "in_budget", "new", "unknown"]
ActionStatus = Literal["offered", "planned", "in_progress", "blocked", "done", "dropped"]

WAVES: tuple[WaveName, ...] = ("now", "next", "later")


@dataclass(frozen=True, slots=True)
class About:
    """The workshop's own row: which city, when, in what state, and the choices made at Prepare."""

    id: str
    framework_sha: str
    city: str
    title: str
    date: str
    language: str
    question_set: str
    created_at: str
    organisation: str | None = None
    facilitator: str | None = None
    ways: tuple[str, ...] = ("paper", "hands")
    questions_out: tuple[str, ...] = ()
    busiest: tuple[str, ...] | None = None
    display: Literal["two", "mirrored"] = "two"
    currency: str | None = None
    state: State = "preparing"
    rehearsal: bool = False
    rehearsal_of: str | None = None
    seed: int | None = None
    parts: tuple[tuple[str, ...], ...] | None = None
    plan_keeper: str | None = None
    reviews: tuple[str, ...] | None = None
    asked: tuple[str, ...] | None = None
    final_at: str | None = None
    final_by: str | None = None
    sealed_at: str | None = None
    deleted_at: str | None = None
    actions_sha: str | None = None
    """The action library loaded for it; None: the one that comes with the program."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where the console stands: a step, a part of it ("story", "vote", …) and what that part is about."""

    workshop: str
    step: str
    part: str
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting on one day. ``start_minute`` counts from local midnight."""

    id: str
    workshop: str
    day: str
    start_minute: int
    started_at: str | None = None
    ended_at: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """People shown together; fixed at the first ballot."""

    id: str
    workshop: str
    name: str
    parent: str | None
    place: int


@dataclass(frozen=True, slots=True)
class Participant:
    """A seat in the room. A head count is a row without a name."""

    id: str
    workshop: str
    seat: int
    group: str | None = None
    code: str | None = None
    state: Literal["expected", "present", "left"] = "expected"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, apart from everything else so that it can be erased."""

    participant: str
    name: str


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the agenda. ``subject`` is a pivot or a scenario; ``minutes`` the time planned."""

    id: str
    workshop: str
    session: str
    place: int
    kind: StepKind
    minutes: int
    subject: str | None = None
    title: str | None = None
    state: Literal["planned", "done", "skipped"] = "planned"
    started_at: str | None = None
    spent_seconds: int = 0


@dataclass(frozen=True, slots=True)
class Round:
    """One vote on one subject. ``present`` is stored when it closes; ``number`` counts from 1."""

    id: str
    workshop: str
    kind: RoundKind
    subject: str
    number: int
    opened_at: str
    state: RoundState = "open"
    word: str | None = None
    closed_at: str | None = None
    revealed_at: str | None = None
    present: int | None = None
    seen_at: str | None = None
    uncovered_at: str | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's answer in one round. ``choice`` None is *can't say*; ``points`` serve picks and dots."""

    round: str
    participant: str
    choice: int | None
    method: Method
    cast_at: str
    points: Mapping[str, int] | None = None
    cid: str | None = None
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """Hands or dots counted: people per place of the scale (lowest first), an open vote.

    ``ballots``: once secret ballots, of which the seal left only their sum.
    """

    id: str
    round: str
    group: str | None
    way: Way
    numbers: tuple[int, ...]
    cant_say: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """The level the room agreed, or, with ``level`` None, that it left the pivot open."""

    id: str
    workshop: str
    about: Literal["question", "pivot"]
    subject: str
    level: float | None
    rationale: str
    dissent: str
    present: int
    at: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where the city wants a pivot to stand, and by when. ``first``: the room's word among equal gaps."""

    id: str
    workshop: str
    pivot: str
    level: float
    horizon: str | None = None
    rationale: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a pivot or a question counts. No rows: all count alike."""

    id: str
    workshop: str
    subject: str
    value: float


@dataclass(frozen=True, slots=True)
class Note:
    """Something said in the room that is worth keeping, with what it is about."""

    id: str
    workshop: str
    kind: NoteKind
    subject: str | None
    group: str | None
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class Barrier:
    """What holds a pivot back."""

    id: str
    workshop: str
    pivot: str
    barrier: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of the framework as corrected for this workshop."""

    id: str
    workshop: str
    subject: str
    field: str
    language: str
    text: str
    at: str


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the city does. ``owner`` and ``reports_to`` are posts; ``days`` person-days; ``progress`` 0–100.

    A suggestion has status *offered* and no ``number``; keeping it gives the number, never used again.
    """

    id: str
    workshop: str
    pivot: str
    title: str
    place: int
    number: int | None = None
    library_id: str | None = None
    question: str | None = None
    from_level: int | None = None
    to_level: int | None = None
    detail: str = ""
    owner: str = ""
    reports_to: str = ""
    measure: str = ""
    measure_from: str = ""
    measure_to: str = ""
    source: str = ""
    first_step: str = ""
    benefit: str = ""
    risk: str = ""
    money: Money = "unknown"
    money_amount: float | None = None
    money_note: str = ""
    effort: Effort | None = None
    on_page_one: bool = False
    to_check: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    wave: WaveName | None = None
    pinned: bool = False
    start: str | None = None
    due: str | None = None
    days: float | None = None
    days_guessed: bool = False
    status: ActionStatus = "offered"
    progress: int = 0
    owner_update: str = ""

    @property
    def planned(self) -> bool:
        """Whether the city plans to do it. One that was dropped and offered again waits to be kept once more."""
        return self.status not in ("offered", "dropped")


@dataclass(frozen=True, slots=True)
class ActionPerson:
    """Who does an action; printed in the workbook only, and only when ticked."""

    action: str
    name: str


@dataclass(frozen=True, slots=True)
class Need:
    """What must come before an action: another action, or a question at a level."""

    id: str
    action: str
    needs_action: str | None = None
    needs_question: str | None = None
    needs_level: int | None = None


@dataclass(frozen=True, slots=True)
class Wave:
    """When a wave ends and how many person-days it holds; no row: the default."""

    id: str
    workshop: str
    wave: WaveName
    until: str | None = None
    capacity_days: float | None = None


@dataclass(frozen=True, slots=True)
class Asset:
    """A logo or photo of the workshop, location data stripped."""

    workshop: str
    sha256: str
    role: Literal["logo", "photo"]
    mime: str
    bytes: bytes
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """A phone or tablet that joined; only the hash of its key is kept."""

    key_sha256: str
    participant: str
    joined_at: str
    left_at: str | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """A document that was written. All files of one hand-over share a ``revision``."""

    id: str
    workshop: str
    kind: str
    revision: int
    at: str
    file_name: str
    sha256: str
    options: Mapping[str, object]
    rows: tuple[Mapping[str, object], ...] | None = None


Record = (
    About
    | Position
    | Session
    | Group
    | Participant
    | Name
    | Step
    | Round
    | Ballot
    | Count
    | Decision
    | Target
    | Weight
    | Note
    | Barrier
    | Wording
    | Action
    | ActionPerson
    | Need
    | Wave
    | Asset
    | Device
    | Export
)

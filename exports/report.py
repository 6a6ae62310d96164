"""Everything the documents of a workshop say, gathered once: PDF, workbook and command line read this and nothing else.

Numbers are exact (``Fraction``) or ``None`` where there is no number; only :mod:`desktop.words.formats` rounds.
Sentences are finished words in the report's language. Texts that people typed stand as they typed them: no
markup, no escaping, which is the business of the document that prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from desktop.model.measures.rounding import printed
from desktop.model.records import ActionStatus, Effort, Money, WaveName


@dataclass(frozen=True, slots=True)
class Options:
    """What the reader of the documents chose. ``people``: print who does each action (workbook only)."""

    paper: Literal["a4", "letter"] = "a4"
    city_picture: bool = True
    people: bool = False


@dataclass(frozen=True, slots=True)
class Status:
    """How settled the documents are. ``word`` is "Draft v1" or "Final"; ``rehearsal`` marks every page.

    ``line`` says all of it: "Rehearsal, simulated people · Draft v1", "Final, 1 March 2027, by Ana Ruíz".
    """

    word: str
    revision: int
    final: bool
    for_decision: bool
    rehearsal: bool
    line: str = ""


@dataclass(frozen=True, slots=True)
class StageName:
    """One level of the scale and its name."""

    level: int
    name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one pivot stands, where the city wants it, and what the plan does for it (levels, exact).

    ``now`` is the level in force: agreed if the room agreed one, else computed. ``missing`` says in words why
    there is none ("not discussed", "too little answered", …). ``if_done`` is the level if every chosen action
    finishes and works, ``still_open`` what then lacks to the target, counted from the level as printed (one decimal).
    ``share`` is the pivot's part of all priority (gap × weight), ``weight`` its part of 100.
    """

    id: str
    place: int
    colour: int
    icon: str
    name: str
    short: str
    now: Fraction | None
    agreed: Fraction | None
    computed: Fraction | None
    stage: str
    missing: str
    target: Fraction | None
    horizon: str | None
    target_rationale: str
    gap: Fraction | None
    weight: Fraction
    share: Fraction | None
    if_done: Fraction | None
    still_open: Fraction | None
    indicative: bool

    @property
    def below(self) -> bool:
        """Whether the level as printed lies below the target: only then is there a gap to tell of."""
        return self.now is not None and self.target is not None and printed(self.now) < printed(self.target)

    @property
    def lowered(self) -> bool:
        """Whether the target lies below the level as printed: it is no target that a plan reaches."""
        return self.now is not None and self.target is not None and printed(self.now) > printed(self.target)

    @property
    def reached(self) -> bool:
        """Whether the plan lifts a pivot that is below its target to it, as both are printed."""
        return self.below and self.still_open == 0


@dataclass(frozen=True, slots=True)
class RoundResult:
    """One vote on one question as it may be printed. ``counts`` is ``None`` where too few voted to show it.

    ``named`` are the levels the counting sentence names; ``state`` is what qualifies the result in words
    ("fewer than half answered", …) or empty. ``ways`` says how people voted, if not all did so alike all day.
    """

    number: int
    counts: tuple[int, ...] | None
    cant_say: int | None
    cast: int
    present: int
    named: tuple[int, ...]
    sentence: str
    verdict: str
    state: str
    ways: str


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question with its levels and votes, first round first. ``level`` is computed from the latest."""

    id: str
    lens: str
    title: str
    text: str
    levels: tuple[str, ...]
    rounds: tuple[RoundResult, ...]
    level: Fraction | None
    agreed: Fraction | None
    missing: str
    change: str


@dataclass(frozen=True, slots=True)
class DecisionResult:
    """What the room decided about a pivot. ``level`` None with ``left_open``: it left the pivot open."""

    level: Fraction | None
    stage: str
    left_open: bool
    differs: bool
    rationale: str
    dissent: str
    present: int | None


@dataclass(frozen=True, slots=True)
class PivotSection:
    """One pivot's pages: what it means, what was counted, decided, said, wanted and planned.

    ``left_out`` says, for a pivot that was not discussed, what that means; else it is empty.
    """

    standing: Standing
    definition: str
    covers: str
    story: str
    story_source: str
    questions: tuple[QuestionResult, ...]
    decision: DecisionResult | None
    left_out: str
    held_back_by: str
    evidence: tuple[str, ...]
    quotes: tuple[str, ...]
    barriers: tuple[str, ...]
    parked: tuple[str, ...]
    target: str
    actions: tuple[str, ...]
    not_covered: str


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One action of the plan. ``number`` is "A-012"; ``adds`` its share of its pivot's projection (levels).

    ``money`` is a word for print, ``money_kind`` the field's value. ``needs`` are numbers of actions or a
    question at a level, in words. ``to_check`` names fields still as the library suggested them.
    """

    id: str
    number: str
    pivot: str
    question: str | None
    question_title: str
    from_level: int | None
    to_level: int | None
    title: str
    detail: str
    owner: str
    person: str
    reports_to: str
    wave: WaveName | None
    start: str | None
    due: str | None
    days: Fraction | None
    days_guessed: bool
    effort: Effort | None
    money_kind: Money
    money: str
    money_amount: Fraction | None
    money_note: str
    measure: str
    measure_what: str
    measure_from: str
    measure_to: str
    measure_source: str
    first_step: str
    benefit: str
    risk: str
    needs: tuple[str, ...]
    adds: Fraction
    sdg: tuple[str, ...]
    status: ActionStatus
    progress: int
    owner_update: str
    on_page_one: bool
    to_check: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WaveEntry:
    """One wave of the plan (``wave`` None: not yet placed), its load in person-days and its actions by number."""

    wave: WaveName | None
    name: str
    until: str | None
    load: Fraction
    capacity: Fraction | None
    load_words: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """One line of the gaps in order. ``word`` is "firm", "close call", "tie" or "decided".

    ``remark`` is a sentence after a place that one voter could change; equal gaps are told together
    (:attr:`CouncilPaper.gaps`).
    """

    pivot: str
    gap: Fraction
    share: Fraction
    word: str
    sentence: str
    remark: str


@dataclass(frozen=True, slots=True)
class OpenTask:
    """One line of *To finish* as a task: ``about`` the action of this ``number`` or, without one, a pivot.

    ``who`` is the post that is to do it: the action's owner, else the plan keeper, else ''.
    """

    number: str
    about: str
    task: str
    who: str


@dataclass(frozen=True, slots=True)
class CouncilPaper:
    """The sentences of the two-page council paper, in the order they stand.

    ``gaps`` are whole lines, those with equal gaps in one. ``new_money`` says that the paper grants none,
    ``overruled`` where the room agreed far from its votes, ``uncovered`` which gaps no action covers, and
    ``disagreement`` follows ``who`` on page one or, where that is full, on page two.
    """

    asked: tuple[str, ...]
    in_short: str
    figure: str
    gaps: tuple[str, ...]
    first_actions: tuple[str, ...]
    who: str
    limits: str
    plan: str
    money: str
    reach: str
    if_nothing: str
    more: str
    new_money: str = ""
    overruled: str = ""
    uncovered: str = ""
    disagreement: str = ""


@dataclass(frozen=True, slots=True)
class Method:
    """The page on method and limits: heading and paragraphs, with one worked example from this workshop."""

    paragraphs: tuple[tuple[str, str], ...]
    example: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Exercise:
    """A shock the room went through. ``finding`` is what fails first, '' where it was not asked or not shown.

    ``notes`` are what the room said afterwards, in the order it was said.
    """

    title: str
    intro: str
    finding: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One workshop, ready to be printed. ``date`` and ``made_at`` are as the library keeps them; the rest is words.

    ``title`` heads the documents ("Digital roadmap"); ``workshop_title`` is what the facilitator called the day.
    ``gaps_note`` says which gap comes first or, where no gap is known, why, and ``not_listed`` which pivots have
    none. ``actions`` stand in the one order of all
    documents: by wave, what another needs before it, then the larger gap, then number. ``content`` is a digest of all that is said, whenever and
    under whatever number it was written. ``currency`` is the one of every amount, as the city wrote it, or ''.
    ``open_tasks`` are the lines of ``to_finish``, each with whose task it is.
    """

    workshop: str
    city: str
    organisation: str
    title: str
    workshop_title: str
    date: str
    language: str
    made_at: str
    status: Status
    options: Options
    present: int
    invited: int
    voted: str
    stages: tuple[StageName, ...]
    standings: tuple[Standing, ...]
    gaps: tuple[Gap, ...]
    gaps_note: str
    not_listed: str
    pivots: tuple[PivotSection, ...]
    actions: tuple[ActionEntry, ...]
    waves: tuple[WaveEntry, ...]
    closes: Fraction
    asked_for: Fraction
    plan_keeper: str
    reviews: tuple[str, ...]
    to_finish: tuple[str, ...]
    parked: tuple[str, ...]
    council: CouncilPaper
    method: Method
    content: str = ""
    currency: str = ""
    open_tasks: tuple[OpenTask, ...] = ()
    exercises: tuple[Exercise, ...] = ()

    @property
    def equal_weights(self) -> bool:
        """Whether every pivot counts the same in the order of the gaps."""
        return len({standing.weight for standing in self.standings}) < 2

    @property
    def action_by_number(self) -> Mapping[str, ActionEntry]:
        """The actions by their number, "A-012"."""
        return {action.number: action for action in self.actions}

    @property
    def standing_of(self) -> Mapping[str, Standing]:
        """The pivots' standings by pivot id."""
        return {standing.id: standing for standing in self.standings}

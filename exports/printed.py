"""Everything that is printed for the day, gathered once from a workshop and the ready-made actions.

Nothing here comes from a vote: seats are numbers to print on ballots, and names of people are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.model.action_library import ActionLibrary, LibraryAction
from desktop.model.framework import Pivot, Question, say
from desktop.model.workshop import Workshop
from desktop.words.catalogue import Words, speak
from desktop.words.plan import measure
from desktop.words.printed import lifts
from desktop.words.stages import Stages, stages_of
from exports.gathering.run_sheet import RunSheet, gather_run_sheet
from exports.report import StageName

PaperSize = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as people get it. ``levels`` are the full texts, ``short`` the wall's, lowest first."""

    id: str
    lens: str
    title: str
    text: str
    levels: tuple[str, ...]
    short: tuple[str, ...]
    ask_for: str
    not_this: str
    who_knows: str


@dataclass(frozen=True, slots=True)
class AskedPivot:
    """A pivot of which something is asked."""

    id: str
    place: int
    colour: int
    icon: str
    name: str
    short: str
    definition: str
    why: str
    covers: str
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One ready-made action. ``number`` counts through the cards; ``lifts`` says which question, from where to where."""

    number: int
    pivot: AskedPivot
    title: str
    detail: str
    lifts: str
    effort: str
    first_step: str
    owner: str
    benefit: str
    risk: str
    measure: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting: its day, when it begins (minutes after midnight), how long the agenda lasts."""

    day: str
    start: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What the papers for the day say. ``groups``: name and number of people; ``seats`` in order.

    ``glossary``: words of the day and what they mean.
    """

    city: str
    organisation: str
    facilitator: str
    date: str
    language: str
    made_at: str
    rehearsal: bool
    paper: PaperSize
    set_name: str
    yardstick: str
    glossary: tuple[tuple[str, str], ...]
    busiest: tuple[str, ...]
    stages: tuple[StageName, ...]
    pivots: tuple[AskedPivot, ...]
    seats: tuple[int, ...]
    groups: tuple[tuple[str, int], ...]
    sittings: tuple[Sitting, ...]
    cards: tuple[Card, ...]
    run_sheet: RunSheet

    @property
    def questions(self) -> tuple[AskedQuestion, ...]:
        """All questions asked, in framework order."""
        return tuple(question for pivot in self.pivots for question in pivot.questions)


def gather_printed(
    w: Workshop,
    library: ActionLibrary,
    *,
    made_at: str,
    paper: PaperSize = "a4",
    words: Words | None = None,
) -> Printed:
    """What is printed for a workshop; ``library`` gives cards only where it was written for its framework."""
    speech = words or speak(w.language)
    stages = stages_of(speech, w.framework)
    pivots = tuple(_pivot(w, pivot) for pivot in w.pivots if w.questions_of(pivot.id))
    about = w.about
    return Printed(
        city=about.city,
        organisation=about.organisation or "",
        facilitator=about.facilitator or "",
        date=about.date,
        language=w.language,
        made_at=made_at,
        rehearsal=about.rehearsal,
        paper=paper,
        set_name=say(w.framework.set_by_id[about.question_set].name, w.language),
        yardstick=say(w.framework.yardstick, w.language),
        glossary=tuple(_term(say(line, w.language)) for _, line in w.framework.glossary),
        busiest=about.busiest or (),
        stages=tuple(StageName(level, stages.name(level)) for level in w.framework.levels),
        pivots=pivots,
        seats=tuple(one.seat for one in w.seats),
        groups=_groups(w),
        sittings=_sittings(w),
        cards=_cards(w, library, pivots, speech, stages),
        run_sheet=gather_run_sheet(w, speech),
    )


def _term(line: str) -> tuple[str, str]:
    """A word and its meaning, out of one line."""
    word, colon, meaning = line.partition(":")
    return (word.strip(), meaning.strip()) if colon else ("", line)


def _pivot(w: Workshop, pivot: Pivot) -> AskedPivot:
    return AskedPivot(
        id=pivot.id,
        place=pivot.place,
        colour=pivot.colour,
        icon=pivot.icon,
        name=w.words(pivot.id, "name", pivot.name),
        short=w.words(pivot.id, "short", pivot.short),
        definition=w.words(pivot.id, "definition", pivot.definition),
        why=w.words(pivot.id, "why", pivot.why),
        covers=w.words(pivot.id, "covers", pivot.covers),
        questions=tuple(_question(w, question) for question in w.questions_of(pivot.id)),
    )


def _question(w: Workshop, question: Question) -> AskedQuestion:
    places = tuple(enumerate(question.levels, 1))
    return AskedQuestion(
        id=question.id,
        lens=say(w.framework.lenses[question.lens], w.language),
        title=w.words(question.id, "title", question.title),
        text=w.words(question.id, "text", question.text),
        levels=tuple(w.words(question.id, f"level {place} text", level.text) for place, level in places),
        short=tuple(w.words(question.id, f"level {place}", level.short) for place, level in places),
        ask_for=w.words(question.id, "ask_for", question.ask_for),
        not_this=w.words(question.id, "not_this", question.not_this),
        who_knows=w.words(question.id, "who_knows", question.who_knows),
    )


def _groups(w: Workshop) -> tuple[tuple[str, int], ...]:
    """The groups that hold people, in their order, with how many."""
    held = [one.group for one in w.seats]
    ordered = sorted(w.groups.values(), key=lambda group: group.place)
    return tuple((group.name, held.count(group.id)) for group in ordered if group.id in held)


def _sittings(w: Workshop) -> tuple[Sitting, ...]:
    minutes = dict.fromkeys(w.sessions, 0)
    for step in w.agenda:
        if step.state != "skipped":
            minutes[step.session] = minutes.get(step.session, 0) + step.minutes
    ordered = sorted(w.sessions.values(), key=lambda one: (one.day, one.start_minute))
    return tuple(Sitting(one.day, one.start_minute, minutes[one.id]) for one in ordered)


def _cards(
    w: Workshop, library: ActionLibrary, pivots: tuple[AskedPivot, ...], words: Words, stages: Stages
) -> tuple[Card, ...]:
    """The library's actions for the pivots asked about, pivot by pivot, question by question, lowest step first."""
    if library.framework != w.framework.id:
        return ()
    by_pivot = {pivot.id: pivot for pivot in pivots}
    order = {id: place for place, id in enumerate(w.framework.questions)}
    fitting = [
        action
        for action in library.actions
        if action.question in order and w.framework.questions[action.question].pivot in by_pivot
    ]
    fitting.sort(key=lambda action: (order[action.question], action.from_level, action.to_level))
    return tuple(
        _card(w, number, action, by_pivot[w.framework.questions[action.question].pivot], words, stages)
        for number, action in enumerate(fitting, 1)
    )


def _card(
    w: Workshop, number: int, action: LibraryAction, pivot: AskedPivot, words: Words, stages: Stages
) -> Card:
    def told(text: object) -> str:
        return say(text, w.language)  # type: ignore[arg-type]

    question = w.framework.questions[action.question]
    start, goal = (f"{level} {stages.name(level)}" for level in (action.from_level, action.to_level))
    return Card(
        number=number,
        pivot=pivot,
        title=told(action.title),
        detail=told(action.detail),
        lifts=lifts(words, question.id, w.words(question.id, "title", question.title), start, goal),
        effort=action.effort,
        first_step=told(action.first_step),
        owner=told(action.owner),
        benefit=told(action.benefit),
        risk=told(action.risk),
        measure=measure(
            words, told(action.measure.what), told(action.measure.start), told(action.measure.goal)
        ),
    )

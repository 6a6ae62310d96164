"""What the run sheet says: the day by the clock, the whole script, the questions, the help. Nothing from a vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.model import builtin
from desktop.model.agenda import STEP_KINDS
from desktop.model.catching_up import savings
from desktop.model.framework import Pivot, say
from desktop.model.records import Step
from desktop.model.script import fill
from desktop.model.timing import voting_room
from desktop.model.voting_time import voting_minutes
from desktop.model.workshop import Workshop
from desktop.words import run_sheet as sheet_words
from desktop.words.catalogue import Words, speak
from desktop.words.clock import back_at, voting_share
from desktop.words.dates import clock_time, until
from desktop.words.glossary import step_name
from desktop.words.people import all_open, ways_named

_MOMENTS: Mapping[str, tuple[str, ...]] = {
    "pivot": (
        "vote", "hands", "results", "unanimous", "one_voice", "two_camps", "spread", "third_person", "cant_say",
        "table_talk", "again", "agree", "unloved_level", "left_open", "barriers",
    ),
    "shock": ("shock", "shock_vote", "debrief"),
    "where_to": ("where_to", "equal_gaps"),
    "actions": ("actions", "groups", "owner"),
    "commit": ("commit", "stand_behind", "thanks"),
}  # fmt: skip
"""What is said in each kind of step; a kind that is not here has the moment of its own name."""
_OPENS_A_PIVOT = "open"
_SECOND_DAY = {"welcome": "welcome_back", "talk": "day_one_close"}
"""What is said instead where the day is held in two parts: the second welcome, and the talk that ends the first."""
_OPENLY = {"welcome": "welcome_open"}
"""What is said instead where the room sees every answer."""
_PAUSES = ("talk", "break")
_GROUPS_FROM, _TABLES_FROM = 40, 16
"""Minutes an action step needs for work in groups, and the people from whom on they sit at tables."""
_LEAST_WORDS = 4
_SENTENCE = re.compile(r"(?<=[.?!…؟。])\s")


@dataclass(frozen=True, slots=True)
class OpenedPivot:
    """A pivot on the agenda: its place and colour, what is said to open it, the ids of its questions."""

    place: int
    colour: int
    name: str
    short: str
    say: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the timetable; ``say`` is the sentence that opens the step, ``do`` what the facilitator does."""

    kind: str
    begins: str
    minutes: int
    name: str
    say: str
    do: str
    pivot: OpenedPivot | None


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting: its day, from when to when, and its steps."""

    day: str
    begins: str
    ends: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said at one moment; ``when`` is '' for the words that open a step."""

    when: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One kind of step: its times, how to open it, what to say, and what to do when something goes wrong."""

    kind: str
    name: str
    times: tuple[str, ...]
    open: str
    spoken: tuple[Spoken, ...]
    wrong: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RunSheet:
    """What only the run sheet says, in its order; the questions are those of every paper."""

    checks: tuple[str, ...]
    sittings: tuple[Sitting, ...]
    late: tuple[tuple[str, str], ...]
    keys: tuple[tuple[str, str], ...]
    chapters: tuple[Chapter, ...]
    also: tuple[Spoken, ...]
    """Moments of the script that belong to no kind of step known here."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The whole timetable."""
        return tuple(line for sitting in self.sittings for line in sitting.lines)


def gather_run_sheet(w: Workshop, words: Words | None = None) -> RunSheet:
    """The run sheet of a workshop as planned now."""
    speech = words or speak(w.language)
    gathering, mirrored = _Gathering(w, speech), w.about.display == "mirrored"
    return RunSheet(
        checks=gathering.checks(mirrored=mirrored),
        sittings=tuple(gathering.sittings()),
        late=gathering.late(),
        keys=sheet_words.keys(
            speech, mirrored=mirrored, lowest=w.framework.lowest, highest=w.framework.highest
        ),
        chapters=tuple(gathering.chapters()),
        also=tuple(gathering.also()),
    )


class _Gathering:
    """One workshop being gathered in one language."""

    def __init__(self, w: Workshop, words: Words) -> None:
        self.w, self.words = w, words
        self.steps = tuple(step for step in w.agenda if step.state != "skipped")
        self.begins = dict(self._begins())

    # ---- before, late ---------------------------------------------------------------------------------------

    def checks(self, *, mirrored: bool) -> tuple[str, ...]:
        """What is ready before, how we vote and how long that takes."""
        w, words = self.w, self.words
        voting = voting_minutes(builtin.ways(), w.about.ways, len(w.questions), len(w.seats))
        ready = sheet_words.checks(words, mirrored=mirrored, ways=w.about.ways, seats=len(w.seats))
        how = sheet_words.how_we_vote(words, ways_named(words, w.about.ways)) if w.about.ways else ""
        return *ready, f"{how} {voting_share(words, voting, voting_room(w))}".strip()

    def late(self) -> tuple[tuple[str, str], ...]:
        """Minutes and what saves them."""
        return tuple(
            (sheet_words.saved(self.words, one.saves, one.times), say(one.text, self.w.language))
            for one in savings(self.w, tuple(builtin.agendas().values()))
        )

    # ---- the timetable --------------------------------------------------------------------------------------

    def _begins(self) -> Iterator[tuple[str, int]]:
        minutes = {session.id: session.start_minute for session in self.w.sessions.values()}
        for step in self.steps:
            yield step.id, minutes.get(step.session, 9 * 60)
            minutes[step.session] = minutes.get(step.session, 9 * 60) + step.minutes

    def sittings(self) -> Iterator[Sitting]:
        """The sittings that have steps, in order."""
        for session in sorted(self.w.sessions.values(), key=lambda one: (one.day, one.start_minute)):
            steps = [step for step in self.steps if step.session == session.id]
            if steps:
                ends = self.begins[steps[-1].id] + steps[-1].minutes
                lines = tuple(self._line(step) for step in steps)
                yield Sitting(session.day, clock_time(session.start_minute), clock_time(ends), lines)

    def _line(self, step: Step) -> Line:
        pivot = self._pivot_of(step)
        return Line(
            kind=step.kind,
            begins=clock_time(self.begins[step.id]),
            minutes=step.minutes,
            name=self._name(step) if pivot is None else pivot.short,
            say=_first_sentence(self._opening(step)),
            do=self._doing(step, pivot),
            pivot=pivot,
        )

    def _opening(self, step: Step) -> str:
        pivot = self.w.framework.pivot_by_id.get(step.subject or "") if step.kind == "pivot" else None
        if pivot is not None:
            return self.w.words(pivot.id, "hold_in_mind", pivot.hold_in_mind)
        if step.kind == "break":
            return f"{back_at(self.words, self.begins[step.id] + step.minutes)}."
        return next(iter(self._lines(self._moment_of(step))), "")

    def _moment_of(self, step: Step) -> str:
        """The words that open a step; the second welcome and the talk before it have their own."""
        welcomes = [one.place for one in self.steps if one.kind == "welcome"]
        other = _SECOND_DAY.get(step.kind, "")
        second = step.place == welcomes[-1] if step.kind == "welcome" else self._after_a_pivot(step)
        if len(welcomes) > 1 and second and builtin.script().lines(other):
            return other
        openly = _OPENLY.get(step.kind, "")
        if all_open(self.w.about.ways) and builtin.script().lines(openly):
            return openly
        return self._moments(step.kind)[0]

    def _after_a_pivot(self, step: Step) -> bool:
        return any(one.kind == "pivot" and one.place < step.place for one in self.steps)

    def _keyed(self, step: Step) -> bool:
        """Whether paper ballots are keyed in meanwhile: in the first pause after they were filled in."""
        filled = [one.place for one in self.steps if one.kind == "ballots"]
        after = min(filled, default=0)
        pauses = [one.place for one in self.steps if one.kind in _PAUSES and one.place > after]
        return "paper" in self.w.about.ways and step.place == min(pauses, default=0)

    def _doing(self, step: Step, pivot: OpenedPivot | None) -> str:
        if pivot is None:
            return sheet_words.what_to_do(self.words, step.kind, keyed=self._keyed(step))
        first = next(one for one in self.steps if self._pivot_of(one) is not None)
        return sheet_words.asked(self.words, pivot.questions, first=first.id == step.id)

    def _name(self, step: Step) -> str:
        return step_name(self.words, step.kind, step.title)

    # ---- the chapters ---------------------------------------------------------------------------------------

    def chapters(self) -> Iterator[Chapter]:
        """One for each kind of step on the agenda, in the order they first come."""
        for kind in dict.fromkeys(step.kind for step in self.steps):
            steps = [step for step in self.steps if step.kind == kind]
            names = {self._name(step) for step in steps}
            help_ = builtin.help().steps.get(kind)
            language = self.w.language
            yield Chapter(
                kind=kind,
                name=names.pop() if len(names) == 1 and kind != "pivot" else step_name(self.words, kind),
                times=tuple(clock_time(self.begins[step.id]) for step in steps),
                open=say(help_.open, language) if help_ else "",
                spoken=tuple(self._spoken(kind)),
                wrong=tuple(
                    (say(one.sign, language), say(one.do, language)) for one in (help_.wrong if help_ else ())
                ),
            )

    def _moments(self, kind: str) -> tuple[str, ...]:
        minutes = max((step.minutes for step in self.steps if step.kind == kind), default=0)
        away = {
            "groups": minutes < _GROUPS_FROM,
            "table_talk": len(self.w.seats) < _TABLES_FROM,
        }
        return tuple(moment for moment in _MOMENTS.get(kind, (kind,)) if not away.get(moment))

    def _spoken(self, kind: str) -> Iterator[Spoken]:
        if kind == "pivot" and (every := tuple(line for line in self._opens if fill(line, {}) == line)):
            yield Spoken("", every)
        used = [self._moment_of(step) for step in self.steps if step.kind == kind]
        for moment in dict.fromkeys((*self._moments(kind), *used)):
            when = sheet_words.moment(self.words, moment) if moment in sheet_words.MOMENTS else ""
            if lines := self._lines(moment):
                yield Spoken(when, lines)

    def also(self) -> Iterator[Spoken]:
        """What a script of one's own says beyond the moments known here."""
        known = {
            _OPENS_A_PIVOT,
            *_SECOND_DAY.values(),
            *_OPENLY.values(),
            *STEP_KINDS,
            *(moment for moments in _MOMENTS.values() for moment in moments),
        }
        for moment in builtin.script().moments:
            if moment not in known:
                yield Spoken(sheet_words.moment(self.words, moment), self._lines(moment))

    @property
    def _opens(self) -> tuple[str, ...]:
        return tuple(say(text, self.w.language) for text in builtin.script().lines(_OPENS_A_PIVOT))

    def _lines(self, moment: str, blanks: Mapping[str, str] | None = None) -> tuple[str, ...]:
        texts = builtin.script().lines(moment)
        return tuple(self._filled(say(text, self.w.language), blanks) for text in texts)

    def _filled(self, line: str, blanks: Mapping[str, str] | None = None) -> str:
        horizons = sorted({one.horizon for one in self.w.targets.values() if one.horizon})
        day = horizons[-1] if horizons else f"{int(self.w.about.date[:4]) + 1}-12-31"
        return fill(
            line, {**sheet_words.blanks(self.words), "horizon": until(self.words, day), **(blanks or {})}
        )

    # ---- pivots ---------------------------------------------------------------------------------------------

    def _pivot_of(self, step: Step) -> OpenedPivot | None:
        pivot = self.w.framework.pivot_by_id.get(step.subject or "") if step.kind == "pivot" else None
        return self._pivot(pivot) if pivot is not None else None

    def _pivot(self, pivot: Pivot) -> OpenedPivot:
        w = self.w
        blanks = {
            "definition": w.words(pivot.id, "definition", pivot.definition),
            "hold_in_mind": w.words(pivot.id, "hold_in_mind", pivot.hold_in_mind),
        }
        return OpenedPivot(
            place=pivot.place,
            colour=pivot.colour,
            name=w.words(pivot.id, "name", pivot.name),
            short=w.words(pivot.id, "short", pivot.short),
            say=tuple(fill(line, blanks) for line in self._opens if fill(line, {}) != line),
            questions=tuple(question.id for question in w.questions_of(pivot.id)),
        )


def _first_sentence(words: str) -> str:
    """What stands in the timetable, a greeting with what follows it; the rest is in the chapters."""
    first, *rest = _SENTENCE.split(words)
    return f"{first} {rest[0]}" if rest and len(first.split()) < _LEAST_WORDS else first

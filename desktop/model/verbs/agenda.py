"""The steps of the day: planned from a template, adapted, and walked through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from desktop.model import days
from desktop.model.agenda import STEP_KINDS, AgendaTemplate
from desktop.model.change import Change, Row, gone, new, turned
from desktop.model.framework import Framework
from desktop.model.moment import Moment
from desktop.model.records import About, Position, Session, Step, StepKind
from desktop.model.refused import Refused
from desktop.model.text import line
from desktop.model.verbs.guards import may_change, the_pivot, the_step
from desktop.model.workshop import Workshop

LONGEST_STEP = 12 * 60
"""Minutes."""
ADDED_MINUTES = 10


def use(w: Workshop, at: Moment, *, template: AgendaTemplate, start_minute: int | None = None) -> Change:
    """Plan the day by a template, in place of the present plan; ``start_minute`` after local midnight.

    The questions are those the template has time for, while nothing was voted on.

    Raises:
        Refused: ``agenda.begun`` once a step was started, ``number.invalid``, ``final``.
    """
    may_change(w)
    if w.about.state != "preparing" and any(step.started_at for step in w.steps.values()):
        raise Refused("agenda.begun")
    held = sorted(w.sessions.values(), key=lambda one: (one.day, one.start_minute, one.id))
    minute = held[0].start_minute if start_minute is None else checked_minute(start_minute)
    wanted = planned_sessions(at, w.about, template, minute)
    moved = [replace(old, start_minute=minute) for old in held[: len(wanted)]]
    moved += wanted[len(moved) :]
    rows = [row for old, now in zip(held, moved, strict=False) for row in turned(old, now)]
    steps = planned_steps(at, w.about, w.framework, [one.id for one in moved], template)
    about = w.about
    if template.question_set in w.framework.set_by_id and not w.rounds:
        asked = w.framework.set_by_id[template.question_set].questions
        out = tuple(question for question in about.questions_out if question in asked)
        about = replace(about, question_set=template.question_set, questions_out=out)
    return Change(
        "agenda.use",
        (
            *turned(w.about, about),
            *rows,
            *new(*moved[len(held) :]),
            *gone(*w.agenda),
            *gone(*held[len(moved) :]),
            *new(*steps),
        ),
        {"template": template.id, "start_minute": minute},
    )


def resize(w: Workshop, at: Moment, *, step: str, minutes: int) -> Change:
    """Give a step more or less time.

    Raises:
        Refused: ``step.unknown``, ``number.invalid`` (1 to 720 minutes), ``final``.
    """
    may_change(w)
    before = the_step(w, step)
    after = replace(before, minutes=_minutes(minutes))
    return Change("agenda.resize", turned(before, after), _facts(before) | {"minutes": minutes})


def move(w: Workshop, at: Moment, *, step: str, place: int) -> Change:
    """Put a step at another place, counted from 1; the others close up.

    Raises:
        Refused: ``step.unknown``, ``number.invalid``, ``final``.
    """
    may_change(w)
    moving = the_step(w, step)
    if not 1 <= place <= len(w.steps):
        raise Refused("number.invalid", number=place, lowest=1, highest=len(w.steps))
    steps = [one for one in w.agenda if one.id != step]
    session = _sitting_at(steps, place, moving.session)
    steps.insert(place - 1, replace(moving, session=session))
    return Change("agenda.move", _in_order(w, steps), _facts(moving) | {"place": place})


def skip(w: Workshop, at: Moment, *, step: str) -> Change:
    """Leave a step out; it stays on the agenda, marked.

    Raises:
        Refused: ``step.unknown``, ``final``.
    """
    may_change(w)
    before = the_step(w, step)
    return Change("agenda.skip", turned(before, replace(before, state="skipped")), _facts(before))


def add(
    w: Workshop,
    at: Moment,
    *,
    kind: str,
    place: int,
    title: str = "",
    minutes: int = ADDED_MINUTES,
    subject: str | None = None,
) -> Change:
    """A further step, at a place counted from 1; those behind move on.

    Raises:
        Refused: ``number.invalid``, ``pivot.unknown`` for a pivot step without its pivot, ``text.too_long``,
            ``final``.
        LookupError: no such kind of step.
    """
    may_change(w)
    if kind not in STEP_KINDS:
        raise LookupError(f"no kind of step: {kind!r}")
    if not 1 <= place <= len(w.steps) + 1:
        raise Refused("number.invalid", number=place, lowest=1, highest=len(w.steps) + 1)
    if kind == "pivot":
        subject = the_pivot(w, subject or "")
    steps = list(w.agenda)
    fresh = Step(
        at.new_id(), w.about.id, _sitting_at(steps, place, current_session(w).id), place, cast(StepKind, kind), _minutes(minutes),
        subject, line(title) or None,
    )  # fmt: skip
    moved = _in_order(w, steps, gap=place)
    return Change("agenda.add", new(fresh) + moved, _facts(fresh))


def remove(w: Workshop, at: Moment, *, step: str) -> Change:
    """Take a step off the agenda.

    Raises:
        Refused: ``step.unknown``, ``agenda.begun`` if it was started, ``final``.
    """
    may_change(w)
    before = the_step(w, step)
    if before.started_at is not None and w.about.state != "preparing":
        raise Refused("agenda.begun")
    rest = _in_order(w, [one for one in w.agenda if one.id != step])
    return Change("agenda.remove", gone(before) + rest, _facts(before))


def go(
    w: Workshop, at: Moment, *, step: str, part: str = "", subject: str | None = None, spent_seconds: int = 0
) -> Change:
    """Stand at a step and a part of it. Not in the journal, never undone.

    ``spent_seconds`` is the time since the last call by the steady clock; it is added to the step stood at
    until now. Moving on marks that step done; a step reached for the first time starts, and with the first
    one the workshop runs. A sitting before that of the step has ended, if nobody closed it.

    Raises:
        Refused: ``step.unknown``, ``final``.
    """
    may_change(w)
    target = the_step(w, step)
    rows: list[Row] = []
    left = w.steps.get(w.position.step) if w.position else None
    if left is not None:
        rows += turned(left, _left(left, target, max(0, spent_seconds)))
        if left.id == target.id:
            target = replace(left, spent_seconds=left.spent_seconds + max(0, spent_seconds))
            rows = []
    state = "planned" if target.state == "skipped" else target.state
    rows += turned(w.steps[step], replace(target, started_at=target.started_at or at.now, state=state))
    session = w.sessions[target.session]
    rows += turned(session, replace(session, started_at=session.started_at or at.now))
    for before in w.sessions.values():
        night = (before.day, before.start_minute) < (session.day, session.start_minute)
        if night and before.started_at is not None and before.ended_at is None:
            rows += turned(before, replace(before, ended_at=at.now))
    if w.about.state == "preparing":
        rows += turned(w.about, replace(w.about, state="running"))
    rows += turned(w.position, Position(w.about.id, step, line(part), subject))
    return Change("agenda.go", tuple(rows), {"step": step, "part": part, "subject": subject})


def planned_sessions(
    at: Moment, about: About, template: AgendaTemplate, start_minute: int
) -> tuple[Session, ...]:
    """A sitting for each day of a template: the day of the workshop and those that follow it."""
    return tuple(
        Session(at.new_id(), about.id, days.after(about.date, number), start_minute)
        for number in range(len(template.sittings))
    )


def planned_steps(
    at: Moment, about: About, framework: Framework, sessions: Sequence[str], template: AgendaTemplate
) -> tuple[Step, ...]:
    """The steps a template plans for a workshop, places from 1. A pivot step has no title of its own."""
    return tuple(
        Step(
            at.new_id(),
            about.id,
            sessions[planned.template.sitting],
            place,
            cast(StepKind, planned.kind),
            planned.minutes,
            planned.subject or None,
            None if planned.subject else planned.title(framework, about.language),
        )
        for place, planned in enumerate(template.plan(framework, about.ways), 1)
    )


def current_session(w: Workshop) -> Session:
    """The sitting that runs or comes next; when all have ended, the last one."""
    sessions = sorted(w.sessions.values(), key=lambda one: (one.day, one.start_minute, one.id))
    return next((one for one in sessions if one.ended_at is None), sessions[-1])


def checked_minute(minute: int) -> int:
    """A minute of the day, or ``number.invalid``."""
    if not 0 <= minute < 24 * 60:
        raise Refused("number.invalid", number=minute, lowest=0, highest=24 * 60 - 1)
    return minute


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= LONGEST_STEP:
        raise Refused("number.invalid", number=minutes, lowest=1, highest=LONGEST_STEP)
    return minutes


def _left(left: Step, target: Step, seconds: int) -> Step:
    done = target.place > left.place and left.state == "planned"
    return replace(left, spent_seconds=left.spent_seconds + seconds, state="done" if done else left.state)


def _sitting_at(steps: Sequence[Step], place: int, otherwise: str) -> str:
    """The sitting a step belongs to at a place among the others: that of the one before it."""
    neighbours = steps[max(0, place - 2) :]
    return neighbours[0].session if neighbours else otherwise


def _in_order(w: Workshop, steps: Sequence[Step], gap: int = 0) -> tuple[Row, ...]:
    """Places from 1 in this order; ``gap`` stays free."""
    rows: list[Row] = []
    for place, step in enumerate(steps, 1):
        rows += turned(w.steps[step.id], replace(step, place=place + (0 < gap <= place)))
    return tuple(rows)


def _facts(step: Step) -> dict[str, object]:
    return {"kind": step.kind, "subject": step.subject, "title": step.title}

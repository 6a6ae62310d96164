"""The steps of the day: planned from a template, adapted, and walked through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

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

    Raises:
        Refused: ``agenda.begun`` once a step was started, ``number.invalid``, ``final``.
    """
    may_change(w)
    if any(step.started_at for step in w.steps.values()):
        raise Refused("agenda.begun")
    session = current_session(w)
    moved = session
    if start_minute is not None:
        moved = replace(session, start_minute=checked_minute(start_minute))
    steps = planned_steps(at, w.about, w.framework, session.id, template)
    return Change(
        "agenda.use",
        (*turned(session, moved), *gone(*w.agenda), *new(*steps)),
        {"template": template.id, "start_minute": moved.start_minute},
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
    steps.insert(place - 1, moving)
    return Change("agenda.move", _in_order(steps), _facts(moving) | {"place": place})


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
    fresh = Step(
        at.new_id(), w.about.id, current_session(w).id, place, cast(StepKind, kind), _minutes(minutes),
        subject, line(title) or None,
    )  # fmt: skip
    steps = list(w.agenda)
    steps.insert(place - 1, fresh)
    moved = _in_order([one for one in steps if one is not fresh], gap=place)
    return Change("agenda.add", new(fresh) + moved, _facts(fresh))


def remove(w: Workshop, at: Moment, *, step: str) -> Change:
    """Take a step off the agenda.

    Raises:
        Refused: ``step.unknown``, ``agenda.begun`` if it was started, ``final``.
    """
    may_change(w)
    before = the_step(w, step)
    if before.started_at is not None:
        raise Refused("agenda.begun")
    rest = _in_order([one for one in w.agenda if one.id != step])
    return Change("agenda.remove", gone(before) + rest, _facts(before))


def go(
    w: Workshop, at: Moment, *, step: str, part: str = "", subject: str | None = None, spent_seconds: int = 0
) -> Change:
    """Stand at a step and a part of it. Not in the journal, never undone.

    ``spent_seconds`` is the time since the last call by the steady clock; it is added to the step stood at
    until now. Moving on marks that step done; a step reached for the first time starts, and with the first
    one the workshop runs.

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
    if w.about.state == "preparing":
        rows += turned(w.about, replace(w.about, state="running"))
    rows += turned(w.position, Position(w.about.id, step, line(part), subject))
    return Change("agenda.go", tuple(rows), {"step": step, "part": part, "subject": subject})


def planned_steps(
    at: Moment, about: About, framework: Framework, session: str, template: AgendaTemplate
) -> tuple[Step, ...]:
    """The steps a template plans for a workshop, places from 1. A pivot step has no title of its own."""
    return tuple(
        Step(
            at.new_id(),
            about.id,
            session,
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


def _in_order(steps: Sequence[Step], gap: int = 0) -> tuple[Row, ...]:
    """Places from 1 in this order; ``gap`` stays free."""
    rows: list[Row] = []
    for place, step in enumerate(steps, 1):
        rows += turned(step, replace(step, place=place + (0 < gap <= place)))
    return tuple(rows)


def _facts(step: Step) -> dict[str, object]:
    return {"kind": step.kind, "subject": step.subject, "title": step.title}

"""At the desk, before the day: the workshop comes into being and its choices are made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from desktop.model import days
from desktop.model.agenda import AgendaTemplate
from desktop.model.change import Change, Row, gone, new, turned
from desktop.model.framework import Framework, say
from desktop.model.moment import Moment
from desktop.model.records import About, Record, Weight
from desktop.model.refused import Refused
from desktop.model.text import line
from desktop.model.verbs import agenda, seating
from desktop.model.verbs.agenda import checked_minute, planned_sessions, planned_steps
from desktop.model.verbs.guards import may_change
from desktop.model.verbs.seating import Expected, GroupRow
from desktop.model.workshop import Workshop

WAYS = ("paper", "hands", "dots", "phone", "device")
MOST_BUSIEST = 20
START_MINUTE = 9 * 60


def create(
    at: Moment,
    framework: Framework,
    *,
    city: str,
    date: str,
    template: AgendaTemplate,
    people: int | Sequence[Expected] = 12,
    groups: Sequence[GroupRow] = (),
    title: str = "",
    language: str = "en",
    question_set: str = "",
    ways: Sequence[str] = ("paper", "hands"),
    start_minute: int = START_MINUTE,
    organisation: str = "",
    facilitator: str = "",
    display: Literal["two", "mirrored"] = "two",
    rehearsal: bool = False,
    rehearsal_of: str | None = None,
    seed: int | None = None,
    actions_sha: str | None = None,
) -> Change:
    """The first rows of a new workshop; the library adds the framework itself.

    No title: the framework's. No question set: the template's, or else the framework's default. A person's
    ``group`` is here the name of a group of ``groups``, for groups have no id yet.

    Raises:
        Refused: ``city.missing``, ``date.invalid``, ``set.unknown``, ``people.too_few``, ``people.too_many``,
            ``group.unknown``, ``group.repeated``, ``number.invalid``, ``text.too_long``.
    """
    about = About(
        id=at.new_id(),
        framework_sha=framework.sha256,
        city=_city(city),
        title=line(title) or say(framework.title, language),
        date=days.day(date),
        language=line(language),
        question_set=_known_set(framework, question_set or _set_of(framework, template)),
        created_at=at.now,
        organisation=line(organisation) or None,
        facilitator=line(facilitator) or None,
        ways=_ways(ways),
        display=display,
        rehearsal=rehearsal,
        rehearsal_of=rehearsal_of,
        seed=seed,
        actions_sha=actions_sha,
    )
    sessions = planned_sessions(at, about, template, checked_minute(start_minute))
    steps = planned_steps(at, about, framework, [one.id for one in sessions], template)
    named = seating.named_groups(at, about.id, groups)
    by_name = {one.name: one.id for one in named}
    expected = [Expected()] * people if isinstance(people, int) else people
    seating.checked_number(len(expected))
    seated = [replace(one, group=_group_named(by_name, one.group)) for one in expected]
    rows = new(about, *sessions, *steps, *named) + seating.first_seats(at, about.id, seated)
    return Change("prepare.create", rows, {"city": about.city, "date": about.date, "people": len(seated)})


def describe(w: Workshop, at: Moment, **fields: object) -> Change:
    """Change what is said about the workshop.

    ``fields``: city, title, date, language, organisation, facilitator, ways, busiest, display, currency, and
    ``start_minute`` (after local midnight) of every sitting. A new date moves the sittings not yet begun with it.

    Raises:
        Refused: ``city.missing``, ``date.invalid``, ``text.missing`` (title), ``text.too_long``,
            ``number.invalid``, ``final``.
        TypeError: no such field.
    """
    may_change(w)
    if unknown := set(fields) - set(_DESCRIBED) - {"start_minute"}:
        raise TypeError(f"nothing to describe: {sorted(unknown)}")
    said = {name: _DESCRIBED[name](value) for name, value in fields.items() if name in _DESCRIBED}
    about = replace(w.about, **said)  # type: ignore[arg-type]
    rows = turned(w.about, about)
    for session in w.sessions.values():
        minute = checked_minute(int(str(fields.get("start_minute", session.start_minute))))
        moved = session.started_at is None and about.date != w.about.date
        day = days.after(about.date, days.between(w.about.date, session.day)) if moved else session.day
        rows += turned(session, replace(session, day=day, start_minute=minute))
    return Change("prepare.describe", rows, {"fields": tuple(sorted(fields))})


def people(
    w: Workshop, at: Moment, *, count: int | None = None, rows: Sequence[Expected] | None = None
) -> Change:
    """How many people are expected, or who: a number, or a list in seat order.

    Raises:
        Refused: ``people.too_few``, ``people.too_many``, ``people.in_room`` (fewer than were seen),
            ``ballots.in_use``, ``group.unknown``, ``groups.fixed``, ``final``.
    """
    may_change(w)
    if rows is None:
        wanted = seating.checked_number(count or 0)
        return Change("prepare.people", seating.to_number(w, at, wanted), {"people": wanted})
    wanted = seating.checked_number(len(rows))
    for person in rows:
        if person.group is not None and person.group not in w.groups:
            raise Refused("group.unknown", name=person.group)
    changes = seating.to_list(w, at, rows)
    if _voted(w) and _regroups(changes):
        raise Refused("groups.fixed")
    return Change("prepare.people", changes, {"people": wanted})


def groups(w: Workshop, at: Moment, *, rows: Sequence[GroupRow]) -> Change:
    """The groups, in list order; a group left out of the list goes.

    Raises:
        Refused: ``groups.fixed`` from the first ballot on, ``group.in_use`` for one that a vote set aside counted,
            ``group.repeated``, ``group.unknown``, ``text.missing``, ``final``.
    """
    may_change(w)
    if _voted(w):
        raise Refused("groups.fixed")
    return Change("prepare.groups", seating.group_rows(w, at, rows), {"groups": len(rows)})


def weigh(w: Workshop, at: Moment, *, subject: str, value: float | None) -> Change:
    """How much a pivot or a question counts; None: like the others (1).

    Raises:
        Refused: ``pivot.unknown``, ``weight.negative``, ``weights.all_zero``, ``final``.
    """
    may_change(w)
    if subject not in w.framework.pivot_by_id and subject not in w.framework.questions:
        raise Refused("pivot.unknown", subject=subject)
    rows = weight_rows(w, at, {subject: value})
    return Change("prepare.weigh", rows, {"subject": subject, "value": value})


def use_framework(
    w: Workshop, at: Moment, *, framework: Framework, actions_sha: str | None, template: AgendaTemplate
) -> Change:
    """Ask other questions: what was said about the old ones goes, and with other pivots the day is planned anew.

    A library verb: the library keeps the framework with it, and undo begins anew.

    Raises:
        Refused: ``framework.begun`` once a step was started or a vote opened, ``final``.
    """
    may_change(w)
    begun = w.about.state != "preparing" or w.rounds or any(step.started_at for step in w.steps.values())
    if begun:
        raise Refused("framework.begun")
    titled = w.about.title == say(w.framework.title, w.language)
    kept_set = w.about.question_set
    about = replace(
        w.about, framework_sha=framework.sha256, actions_sha=actions_sha, questions_out=(),
        question_set=kept_set if kept_set in framework.set_by_id else _set_of(framework, template), title=say(framework.title, w.language) if titled else w.about.title,
    )  # fmt: skip
    there = {*framework.pivot_by_id, *framework.questions}
    lost = (weight for weight in w.weights.values() if weight.subject not in there)
    told: tuple[Record, ...] = (
        *lost, *w.wordings.values(), *w.targets.values(), *w.decisions.values(), *w.barriers.values(),
    )  # fmt: skip
    day: tuple[Row, ...] = ()
    if [pivot.id for pivot in w.pivots] != [pivot.id for pivot in framework.pivots]:
        planned = agenda.use(replace(w, about=about, framework=framework), at, template=template)
        about = next(planned.after(About), about)
        day = tuple(row for row in planned.rows if not isinstance(row.record, About))
    rows = (*turned(w.about, about), *gone(*told), *day)
    return Change("prepare.use_framework", rows, {"framework": framework.id, "version": framework.version})


def choose_set(w: Workshop, at: Moment, *, id: str) -> Change:
    """Which questions are asked: one of the framework's sets.

    Raises:
        Refused: ``set.unknown``, ``set.in_use`` (a question it lacks was voted on), ``final``.
    """
    may_change(w)
    chosen = set(w.framework.set_by_id[_known_set(w.framework, id)].questions)
    if lost := [subject for subject in _voted_questions(w) if subject not in chosen]:
        raise Refused("set.in_use", set=id, questions=tuple(lost))
    out = tuple(question for question in w.about.questions_out if question in chosen)
    about = replace(w.about, question_set=id, questions_out=out)
    return Change("prepare.choose_set", turned(w.about, about), {"set": id})


def leave_out(w: Workshop, at: Moment, *, questions: Sequence[str]) -> Change:
    """Which questions of the set are not asked, all of them in one list.

    Raises:
        Refused: ``question.unknown``, ``question.in_use`` (it has a round), ``final``.
    """
    may_change(w)
    chosen = w.framework.set_by_id[w.about.question_set].questions
    for question in questions:
        if question not in chosen:
            raise Refused("question.unknown", subject=question)
    for subject in _voted_questions(w):
        if subject in questions:
            raise Refused("question.in_use", subject=subject)
    out = tuple(question for question in chosen if question in set(questions))
    about = replace(w.about, questions_out=out)
    return Change("prepare.leave_out", turned(w.about, about), {"questions": out})


def weight_rows(w: Workshop, at: Moment, values: Mapping[str, float | None]) -> tuple[Row, ...]:
    """Rows for new weights; None takes a weight away.

    Raises:
        Refused: ``weight.negative``; ``weights.all_zero`` if no pivot would count any more.
    """
    old = {weight.subject: weight for weight in w.weights.values()}
    rows: list[Row] = []
    for subject, value in values.items():
        if value is not None and not 0 <= value < float("inf"):
            raise Refused("weight.negative", subject=subject)
        before = old.get(subject)
        if value is None:
            rows += gone(before) if before else ()
        else:
            id = before.id if before else at.new_id()
            rows += turned(before, Weight(id, w.about.id, subject, float(value)))
    after = {subject: weight.value for subject, weight in old.items()} | dict(values)
    if not any(after.get(pivot.id) is None or after[pivot.id] for pivot in w.pivots):
        raise Refused("weights.all_zero")
    return tuple(rows)


def _city(city: object) -> str:
    if not (name := line(city)):
        raise Refused("city.missing")
    return name


def _title(title: object) -> str:
    if not (words := line(title)):
        raise Refused("text.missing", field="title")
    return words


def _optional(words: object) -> str | None:
    return line(words) or None if words is not None else None


def _ways(ways: object) -> tuple[str, ...]:
    assert isinstance(ways, Sequence), "a list of ways"
    if unknown := [way for way in ways if way not in WAYS]:
        raise LookupError(f"no way of voting: {unknown}")
    return tuple(way for way in WAYS if way in ways)


def _busiest(services: object) -> tuple[str, ...] | None:
    assert services is None or isinstance(services, Sequence), "a list of services"
    named = tuple(words for words in map(line, services or ()) if words)
    return named[:MOST_BUSIEST] or None


def _display(display: object) -> str:
    if display not in ("two", "mirrored"):
        raise LookupError(f"no such display: {display!r}")
    return str(display)


_DESCRIBED = {
    "city": _city,
    "title": _title,
    "date": lambda date: days.day(str(date)),
    "language": line,
    "organisation": _optional,
    "facilitator": _optional,
    "ways": _ways,
    "busiest": _busiest,
    "display": _display,
    "currency": _optional,
}


def _known_set(framework: Framework, id: str) -> str:
    if id not in framework.set_by_id:
        raise Refused("set.unknown", set=id)
    return id


def _set_of(framework: Framework, template: AgendaTemplate) -> str:
    return template.question_set if template.question_set in framework.set_by_id else framework.default_set


def _group_named(by_name: Mapping[str, str], name: str | None) -> str | None:
    if name is None:
        return None
    if line(name) not in by_name:
        raise Refused("group.unknown", name=name)
    return by_name[line(name)]


def _voted_questions(w: Workshop) -> tuple[str, ...]:
    """Questions with a round that counts."""
    return tuple(
        dict.fromkeys(one.subject for one in w.rounds.values() if one.kind == "level" and one.state != "void")
    )


def _voted(w: Workshop) -> bool:
    """Whether a vote was cast or counted in a round that counts."""
    return any(
        one.state != "void" and (w.ballots_in(one.id) or w.counts_in(one.id)) for one in w.rounds.values()
    )


def _regroups(rows: Sequence[Row]) -> bool:
    """Whether somebody's group changes."""
    return any(
        getattr(row.before, "group", None) != getattr(row.after, "group", None)
        for row in rows
        if row.before is not None and row.after is not None
    )

"""From a workshop to its report: every number and sentence of the documents, gathered in one place."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from desktop.model import levels
from desktop.model.to_finish import ToFinish, Unfinished, to_finish
from desktop.model.verbs.papers import revision_of
from desktop.model.workshop import Workshop
from desktop.words.catalogue import Words, speak
from desktop.words.finishing import guessed_days, task
from desktop.words.finishing import to_finish as finish_line
from desktop.words.glossary import final_by, rehearsed, status
from desktop.words.lists import isolated
from desktop.words.people import voted
from desktop.words.plan import action_number
from desktop.words.spending import not_known
from desktop.words.stages import stages_of
from exports.gathering import council, exercises, method, pivots, plan, standings
from exports.gathering.told import Told, first_votes, took_part
from exports.report import OpenTask, Options, Report, StageName, Status
from exports.report_file import as_json


def gather(
    w: Workshop,
    options: Options | None = None,
    *,
    made_at: str,
    words: Words | None = None,
    revision: int | None = None,
) -> Report:
    """Everything the documents of a workshop say.

    ``made_at`` is a moment as the library keeps it; ``revision`` the number of this hand-over, by default that
    of the last one if it said the same, else the next. Only what may leave the room is in it: no ballot, no seat, no name unless ``options.people``.
    """
    chosen = options or Options()
    told = _told(w, words)
    all_standings = standings.standings(told)
    gaps = standings.gaps(told)
    entries, waves = plan.entries(told, chosen), plan.waves(told)
    by_id = {one.id: one for one in all_standings}
    sections = tuple(pivots.section(told, pivot, by_id[pivot.id]) for pivot in w.pivots)
    present = took_part(w)
    closed, asked = levels.closes(w)
    paper = council.council(told, all_standings, gaps, entries, waves, sections)
    report = Report(
        workshop=w.about.id,
        city=w.about.city,
        organisation=w.about.organisation or "",
        title=told.words.say("Digital roadmap"),
        workshop_title=w.about.title,
        date=w.about.date,
        language=w.language,
        made_at=made_at,
        status=_status(told, 0, bool(paper.asked)),
        options=chosen,
        present=present,
        invited=len(w.seats),
        voted=voted(told.words, pivots.ways_of(told, first_votes(w))),
        stages=tuple(StageName(level, told.stages.name(level)) for level in w.framework.levels),
        standings=all_standings,
        gaps=gaps,
        gaps_note=standings.gaps_note(told, all_standings, gaps),
        not_listed=standings.not_listed(told, all_standings, gaps),
        pivots=sections,
        actions=entries,
        waves=waves,
        closes=closed,
        asked_for=asked,
        plan_keeper=w.about.plan_keeper or "",
        reviews=w.about.reviews or (),
        to_finish=_finish(told),
        currency=w.about.currency or "",
        open_tasks=tuple(_task(told, one) for one in to_finish(w)),
        parked=tuple(
            note.text for note in w.notes.values() if note.kind == "parking" and note.subject is None
        ),
        council=paper,
        method=method.method(told, sections, present),
        exercises=exercises.exercises(told),
    )
    return _numbered(told, report, revision)


def asked_lines(w: Workshop) -> tuple[str, ...]:
    """What the council paper will ask, without gathering the rest: quick enough for every change on a screen."""
    told = _told(w, None)
    return council.asked_lines(told, plan.entries(told, Options()), plan.waves(told))


def _told(w: Workshop, words: Words | None) -> Told:
    spoken = words or speak(w.language)
    return Told(w, spoken, stages_of(spoken, w.framework))


def _numbered(told: Told, report: Report, revision: int | None) -> Report:
    """The report with a digest of its content, and the number that goes with this content."""
    plain = as_json(replace(report, made_at="", options=Options()))
    content = hashlib.sha256(plain.encode()).hexdigest()
    number = revision if revision is not None else revision_of(told.w, content)
    return replace(report, status=_status(told, number, report.status.for_decision), content=content)


def _status(told: Told, revision: int, for_decision: bool) -> Status:
    about, words = told.w.about, told.words
    word = status(words, "final" if about.state == "final" else "draft", revision)
    line = word
    if about.state == "final" and about.final_at and about.final_by:
        line = final_by(words, about.final_at, about.final_by)
    if about.rehearsal:
        line = f"{rehearsed(words)} · {line}"
    return Status(word, revision, about.state == "final", for_decision, about.rehearsal, line)


def _finish(told: Told) -> tuple[str, ...]:
    """A line for each thing to finish; all guesses of days in one, all unknown costs in one."""
    open_ = to_finish(told.w)
    lines = [_line(told, one) for one in open_ if one.lack not in (Unfinished.DAYS, Unfinished.MONEY)]
    guessed, unknown = (
        [action_number(told.w.actions[one.action].number or 0) for one in open_ if one.lack is lack]
        for lack in (Unfinished.DAYS, Unfinished.MONEY)
    )
    actions = len(told.plan)
    together = (guessed_days(told.words, guessed, actions), not_known(told.words, unknown, actions))
    return (*lines, *(line for line in together if line))


def _line(told: Told, one: ToFinish) -> str:
    if one.action:
        action = told.w.actions[one.action]
        name = f"{action_number(action.number or 0)} {isolated(told.words, action.title)}"
    else:
        name = told.pivot_name(told.w.framework.pivot_by_id[one.pivot])
    return finish_line(told.words, one.lack, name)


def _task(told: Told, one: ToFinish) -> OpenTask:
    said, keeper = task(told.words, one.lack), told.w.about.plan_keeper or ""
    if not one.action:
        return OpenTask("", told.pivot_name(told.w.framework.pivot_by_id[one.pivot]), said, keeper)
    action = told.w.actions[one.action]
    return OpenTask(action_number(action.number or 0), action.title, said, action.owner or keeper)

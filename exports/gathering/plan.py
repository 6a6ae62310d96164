"""The plan: its actions, its waves, what they add and what they cost."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from desktop.model import levels
from desktop.model.records import WAVES, Action, WaveName
from desktop.model.verbs.waves import wave_end
from desktop.words.dates import long_date
from desktop.words.glossary import wave_until
from desktop.words.plan import action_number, load, measure, needs_level
from desktop.words.spending import money_line
from exports.gathering.told import Told, as_fraction
from exports.report import ActionEntry, Options, WaveEntry


def entries(told: Told, options: Options) -> tuple[ActionEntry, ...]:
    """The actions of the plan in the order of the papers."""
    adds = levels.adds(told.w)
    return tuple(_entry(told, action, adds, options) for action in told.plan)


def _entry(told: Told, action: Action, adds: Mapping[str, Fraction], options: Options) -> ActionEntry:
    w, words = told.w, told.words
    question = w.framework.questions.get(action.question) if action.question else None
    person = w.people_of_actions.get(action.id)
    added = adds.get(action.id, Fraction(0))
    return ActionEntry(
        id=action.id,
        number=action_number(action.number or 0),
        pivot=action.pivot,
        question=action.question,
        question_title=w.words(question.id, "title", question.title) if question else "",
        from_level=action.from_level,
        to_level=action.to_level,
        title=action.title,
        detail=action.detail,
        owner=action.owner,
        person=person.name if person and options.people else "",
        reports_to=action.reports_to,
        wave=action.wave,
        start=action.start,
        due=action.due,
        days=as_fraction(action.days),
        days_guessed=action.days_guessed,
        effort=action.effort,
        money_kind=action.money,
        money=money_line(words, action.money, action.money_amount, w.about.currency),
        money_amount=as_fraction(action.money_amount),
        money_note=action.money_note,
        measure=measure(words, action.measure, action.measure_from, action.measure_to),
        measure_what=action.measure,
        measure_from=action.measure_from,
        measure_to=action.measure_to,
        measure_source=action.source,
        first_step=action.first_step,
        benefit=action.benefit,
        risk=action.risk,
        needs=_needs(told, action),
        adds=added,
        sdg=action.sdg,
        status=action.status,
        progress=action.progress,
        owner_update=action.owner_update,
        on_page_one=action.on_page_one,
        to_check=action.to_check,
    )


def _needs(told: Told, action: Action) -> tuple[str, ...]:
    """What must come first: actions of the plan by number, others by title, a question at a level in words."""
    w = told.w
    found = []
    for need in sorted((one for one in w.needs.values() if one.action == action.id), key=lambda one: one.id):
        if need.needs_action is not None:
            other = w.actions[need.needs_action]
            found.append(action_number(other.number or 0) if other.planned else other.title)
        elif need.needs_question is not None and need.needs_level is not None:
            question = w.framework.questions[need.needs_question]
            title = w.words(question.id, "title", question.title)
            asked = any(one.id == question.id for one in w.questions)
            found.append(needs_level(told.words, title, question.id, need.needs_level, asked=asked))
    return tuple(found)


def waves(told: Told) -> tuple[WaveEntry, ...]:
    """Now, Next, Later, and what is not placed yet, each with its load."""
    found = [_wave(told, wave) for wave in WAVES]
    unplaced = _wave(told, None)
    return (*found, unplaced) if unplaced.actions else tuple(found)


def _wave(told: Told, wave: WaveName | None) -> WaveEntry:
    w = told.w
    actions = [one for one in told.plan if one.wave == wave]
    days = sum((Fraction(one.days) for one in actions if one.days is not None), Fraction(0))
    row = next((one for one in w.waves.values() if one.wave == wave), None)
    capacity = as_fraction(row.capacity_days) if row else None
    until = wave_end(w, wave) if wave else None
    return WaveEntry(
        wave=wave,
        name=wave_until(told.words, wave, long_date(told.words, until) if until else None)
        if wave
        else told.words.say("Not placed yet"),
        until=until,
        load=days,
        capacity=capacity,
        load_words=load(told.words, days, capacity) if days else "",
        actions=tuple(action_number(one.number or 0) for one in actions),
    )

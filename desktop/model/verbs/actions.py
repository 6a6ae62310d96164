"""What the city will do: offered from the library or written in the room, chosen, and worked out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from desktop.model.action_library import ActionLibrary
from desktop.model.change import Change, Row, gone, new, turned
from desktop.model.moment import Moment
from desktop.model.offering import DAYS, suggestion
from desktop.model.records import Action, ActionPerson, Need, WaveName
from desktop.model.refused import Refused
from desktop.model.text import line
from desktop.model.verbs.action_fields import cleaned
from desktop.model.verbs.guards import may_change, the_action
from desktop.model.verbs.waves import wave_end
from desktop.model.workshop import Workshop

AFTER_FINAL = frozenset({"status", "progress", "owner_update"})
"""What is still written about an action of a final plan."""
MOST_NEEDS = 20


def offer(w: Workshop, at: Moment, *, library: ActionLibrary, library_ids: Sequence[str]) -> Change:
    """Put actions of the library before the room, filled in; what to check is marked.

    One that is there already is not offered twice; one that was dropped is offered again.

    Raises:
        Refused: ``action.unknown``, ``final``.
    """
    may_change(w)
    place = max((one.place for one in w.actions.values()), default=0)
    rows: list[Row] = []
    known = {one.library_id: one for one in w.actions.values() if one.library_id}
    for id in dict.fromkeys(library_ids):
        if id not in library.by_id or library.by_id[id].question not in w.framework.questions:
            raise Refused("action.unknown", action=id)
        if id in known:
            dropped = known[id].status == "dropped"
            rows += turned(known[id], replace(known[id], status="offered")) if dropped else ()
            continue
        place += 1
        rows += new(suggestion(w, at, library.by_id[id], place))
    needs = _library_needs(w, at, library, rows)
    return Change("actions.offer", (*rows, *needs), {"actions": tuple(dict.fromkeys(library_ids))})


def choose(w: Workshop, at: Moment, *, action: str, wave: WaveName | None = None) -> Change:
    """Keep a suggestion: it gets its number, a due date if a wave is named, and days guessed from its effort.

    Raises:
        Refused: ``action.unknown``, ``final``.
    """
    may_change(w)
    before = the_action(w, action)
    after = before
    if not before.planned:
        after = replace(before, number=before.number or _next_number(w), status="planned")
        after = _with_days(_in_wave(w, after, wave or before.wave))
    return Change("actions.choose", turned(before, after), _facts(after))


def keep(w: Workshop, at: Moment, *, actions: Sequence[str]) -> Change:
    """Several suggestions join the plan together: what the room picked, as one step.

    Raises:
        Refused: ``action.unknown``, ``final``.
    """
    rows: list[Row] = []
    for id in dict.fromkeys(actions):
        rows += choose(w.with_change(Change("actions.choose", tuple(rows))), at, action=id).rows
    return Change("actions.keep", tuple(rows), {"count": len(rows)})


def write(w: Workshop, at: Moment, *, pivot: str, title: str, **values: object) -> Change:
    """An action in the room's own words; it is kept at once. ``values``: any further field of an action.

    Raises:
        Refused: ``text.missing``, ``text.too_long``, ``pivot.unknown``, ``question.unknown``,
            ``level.off_scale``, ``number.invalid``, ``date.invalid``, ``final``.
        TypeError: no such field.
    """
    may_change(w)
    given = cleaned(w, {"pivot": pivot, "title": title} | values)
    place = max((one.place for one in w.actions.values()), default=0) + 1
    blank = Action(at.new_id(), w.about.id, "", "", place, number=_next_number(w), status="planned")
    fresh = replace(blank, **given)
    if "due" not in given:
        fresh = _in_wave(w, replace(fresh, wave=None), fresh.wave)
    fresh = _with_days(fresh)
    return Change("actions.write", new(fresh), _facts(fresh))


def edit(w: Workshop, at: Moment, *, action: str, **values: object) -> Change:
    """Change fields of an action. What is written by hand needs no check any more.

    A new wave moves a due date that was the old wave's end; new effort gives new days unless they were
    written; done is 100 per cent. After final only status, progress and the owner's update.

    Raises:
        Refused: ``action.unknown``, ``text.missing`` (title), ``text.too_long``, ``pivot.unknown``,
            ``question.unknown``, ``level.off_scale``, ``number.invalid``, ``date.invalid``, ``final``.
        TypeError: no such field.
    """
    if not set(values) <= AFTER_FINAL:
        may_change(w)
    before = the_action(w, action)
    given = cleaned(w, values)
    wave = given.pop("wave", before.wave)
    after = replace(before, **given)
    after = after if "due" in given else _in_wave(w, after, wave)
    after = replace(after, wave=wave, to_check=tuple(name for name in before.to_check if name not in given))
    if "days" in given:
        after = replace(after, days_guessed=False)
    elif "effort" in given and (before.days_guessed or before.days is None):
        after = _with_days(replace(after, days=None))
    if given.get("status") == "done" and "progress" not in given:
        after = replace(after, progress=100)
    changed = _changed(before, after)
    return Change("actions.edit", turned(before, after), _facts(after) | {"fields": changed})


def person(w: Workshop, at: Moment, *, action: str, name: str) -> Change:
    """Who does it; empty: nobody named. Not in the journal.

    Raises:
        Refused: ``action.unknown``, ``text.too_long``, ``final``.
    """
    may_change(w)
    the_action(w, action)
    words, before = line(name), w.people_of_actions.get(action)
    rows = turned(before, ActionPerson(action, words)) if words else gone(before) if before else ()
    return Change("actions.person", rows, {})


def check(w: Workshop, at: Moment, *, action: str, fields: Sequence[str]) -> Change:
    """These fields, filled in from the library, are right as they stand.

    Raises:
        Refused: ``action.unknown``, ``final``.
    """
    may_change(w)
    before = the_action(w, action)
    after = replace(before, to_check=tuple(name for name in before.to_check if name not in fields))
    return Change("actions.check", turned(before, after), _facts(before) | {"fields": tuple(fields)})


def feature(w: Workshop, at: Moment, *, action: str, on_page_one: bool) -> Change:
    """Whether the action stands on page one of the council paper.

    Raises:
        Refused: ``action.unknown``, ``final``.
    """
    may_change(w)
    before = the_action(w, action)
    facts = _facts(before) | {"on_page_one": on_page_one}
    return Change("actions.feature", turned(before, replace(before, on_page_one=on_page_one)), facts)


def place(w: Workshop, at: Moment, *, action: str, wave: WaveName | None, pinned: bool = False) -> Change:
    """Put an action into a wave; a due date that was the old wave's end moves along.

    Raises:
        Refused: ``action.unknown``, ``final``.
    """
    may_change(w)
    before = the_action(w, action)
    after = replace(_in_wave(w, before, wave), pinned=pinned)
    return Change("actions.place", turned(before, after), _facts(before) | {"wave": wave})


def need(w: Workshop, at: Moment, *, action: str, on: Sequence[str | tuple[str, int]]) -> Change:
    """What must come before an action, all in one list: ids of actions, or (question, level).

    Raises:
        Refused: ``action.unknown``, ``question.unknown``, ``level.off_scale``, ``needs.too_many``;
            ``need.ring`` with the ``ring`` of ids, the first once more at the end; ``final``.
    """
    may_change(w)
    the_action(w, action)
    if len(on) > MOST_NEEDS:
        raise Refused("needs.too_many", needs=len(on), limit=MOST_NEEDS)
    old = {_need_key(one): one for one in w.needs.values() if one.action == action}
    kept = [old.get(key) or _needed(w, at, action, key) for key in dict.fromkeys(on)]
    rows = gone(*(one for key, one in old.items() if key not in on))
    rows += new(*(one for one in kept if one.id not in w.needs))
    change = Change("actions.need", rows, _facts(w.actions[action]) | {"needs": len(kept)})
    if ring := ring_of(w.with_change(change), action):
        raise Refused("need.ring", ring=ring, titles=tuple(w.actions[id].title for id in ring))
    return change


def drop(w: Workshop, at: Moment, *, action: str) -> Change:
    """Leave an action out; it stays in the bin, and its number is never used again.

    Raises:
        Refused: ``action.unknown``, ``final``.
    """
    may_change(w)
    before = the_action(w, action)
    after = replace(before, status="dropped", on_page_one=False)
    return Change("actions.drop", turned(before, after), _facts(before))


def ring_of(w: Workshop, action: str) -> tuple[str, ...]:
    """The ring of actions that wait for each other through ``action``, predecessor first; else empty."""
    before: dict[str, list[str]] = {}
    for one in w.needs.values():
        if one.needs_action is not None:
            before.setdefault(one.action, []).append(one.needs_action)
    ways: list[tuple[str, ...]] = [(action,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for id in sorted(before.get(way[0], ())):
            if id == action:
                return (action, *way)
            if id not in seen:
                seen.add(id)
                ways.append((id, *way))
    return ()


def _library_needs(w: Workshop, at: Moment, library: ActionLibrary, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Needs of the suggestions now offered: questions at a level, and actions that are there too."""
    here = {one.library_id: one.id for one in w.actions.values() if one.library_id}
    fresh = [row.after for row in rows if row.before is None and isinstance(row.after, Action)]
    here |= {one.library_id: one.id for one in fresh if one.library_id}
    newest = {one.id for one in fresh}
    had = {(one.action, one.needs_action) for one in w.needs.values()}
    found: list[Need] = []
    for library_id, id in here.items():
        for need in library.by_id[library_id].needs if library_id in library.by_id else ():
            if need.action is None:
                if id in newest:
                    found.append(Need(at.new_id(), id, needs_question=need.question, needs_level=need.level))
                continue
            other = here.get(need.action)
            if other is not None and newest & {id, other} and (id, other) not in had:
                found.append(Need(at.new_id(), id, needs_action=other))
    return new(*found)


def _needed(w: Workshop, at: Moment, action: str, key: str | tuple[str, int]) -> Need:
    if isinstance(key, str):
        the_action(w, key)
        return Need(at.new_id(), action, needs_action=key)
    question, level = key
    if question not in w.framework.questions:
        raise Refused("question.unknown", subject=question)
    if level not in w.framework.levels:
        lowest, highest = w.framework.lowest, w.framework.highest
        raise Refused("level.off_scale", subject=question, level=level, lowest=lowest, highest=highest)
    return Need(at.new_id(), action, needs_question=question, needs_level=level)


def _need_key(need: Need) -> str | tuple[str, int]:
    if need.needs_action is not None:
        return need.needs_action
    return need.needs_question or "", need.needs_level or 0


def _next_number(w: Workshop) -> int:
    """Numbers are never used again: an action that has one is never deleted, only dropped."""
    return max((one.number or 0 for one in w.actions.values()), default=0) + 1


def _in_wave(w: Workshop, action: Action, wave: WaveName | None) -> Action:
    """The action in a wave; due at its end unless a day was written."""
    own = action.due is not None and action.due != wave_end(w, action.wave)
    return replace(action, wave=wave, due=action.due if own else wave_end(w, wave))


def _with_days(action: Action) -> Action:
    """Person-days from the effort where none are written, marked as guessed."""
    if action.days is not None or action.effort is None:
        return action
    return replace(action, days=DAYS[action.effort], days_guessed=True)


def _changed(before: Action, after: Action) -> tuple[str, ...]:
    names: list[Any] = [one.name for one in fields(Action)]
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _facts(action: Action) -> dict[str, object]:
    return {"action": action.id, "number": action.number, "title": action.title}

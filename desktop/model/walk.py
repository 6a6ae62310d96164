"""The walk of the day: where the console can stand, and what *Next* and *Back* mean there.

A place is a step of the agenda, a part of it and what the part is about. The scene on the wall follows from the
place. :func:`ahead` names the one next press: its label, the calls it makes, and what it must ask first. Screens
draw this and press; they decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from desktop.model import levels
from desktop.model.measures.agreement import Verdict, verdict
from desktop.model.measures.priority import equal_at_cut
from desktop.model.records import Action, Round, Step
from desktop.model.workshop import Workshop

Part = Literal[
    "title", "fill", "pause", "story", "vote", "results", "discuss", "agree", "lit", "aims", "gaps",
    "suggest", "picks", "plan", "read_back", "roadmap", "city", "end",
    "phases", "phases_shown", "stages", "exercise", "lived", "beat", "fails", "fails_shown", "debrief",
]  # fmt: skip

Asks = Literal["", "missing", "nobody", "camps", "no_picks", "equal"]
"""What a press must ask first: answers are missing; nobody is counted as here; a room of two camps chose no level;
no pick is counted; more gaps are equal than are worked on."""

MOST_KEPT = 8
"""Actions kept from the room's picks: a short list gets done."""

WORKED_ON = 3
"""Gaps for which actions are suggested."""

POLLED = frozenset({"warm_up", "shock"})
"""Kinds of step whose walk stands in ``walk_polls``, which is built on this module."""

PASSED_OVER = frozenset({"slack", "after"})
"""Kinds of step that are time or paperwork, not a scene."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the console stands. ``subject`` is a question in *vote* and *discuss*, a pivot in *suggest*.

    In *stages* it is a level, in *beat* and *debrief* a number from 1.
    """

    step: str
    part: Part
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A verb to ask the desk for, by its dotted name."""

    verb: str
    args: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Press:
    """One press of the primary button: a code for its label with facts, the calls it makes, and where it leads.

    ``asks``: the first press only says so, the second one goes on. ``missing`` counts the answers not yet in.
    ``agrees``: the level chosen on the screen goes with it (``decisions.agree``), or the pivot is left open.
    """

    label: str
    place: Place | None
    facts: Mapping[str, object] = field(default_factory=dict)
    calls: tuple[Call, ...] = ()
    asks: Asks = ""
    missing: tuple[int, int] | None = None
    agrees: bool = False


def here(w: Workshop) -> Place:
    """Where the console stands; before anything began, the first part of the first step.

    Where results were shown and taken back, that is the vote, from which they can be shown again.
    """
    if w.position is not None and w.position.step in w.steps:
        place = Place(w.position.step, w.position.part, w.position.subject)  # type: ignore[arg-type]
        return _back_at_vote(w, place) or place
    for step in _walked(w):
        return next(places(w, step))
    return Place("", "end")


def _back_at_vote(w: Workshop, place: Place) -> Place | None:
    step = w.steps[place.step]
    if step.kind != "pivot" or not step.subject or place.part not in ("results", "discuss", "agree", "lit"):
        return None
    taken_back = (one.subject for one in rounds_of(w, step.subject) if one.state == "closed")
    first = next(taken_back, None)
    return Place(place.step, "vote", first) if first is not None else None


def places(w: Workshop, step: Step) -> Iterator[Place]:
    """The places of one step in the order they are usually walked."""
    match step.kind:
        case "welcome":
            yield Place(step.id, "title")
        case "ballots":
            yield Place(step.id, "fill")
        case "pivot" if step.subject:
            yield from _pivot_places(w, step.id, step.subject)
        case kind if kind in POLLED:
            from desktop.model import walk_polls

            yield from walk_polls.places(w, step)
        case "where_to":
            yield Place(step.id, "aims")
            yield Place(step.id, "gaps")
        case "actions":
            yield from _action_places(w, step.id)
        case "commit":
            yield Place(step.id, "read_back")
            yield Place(step.id, "roadmap")
            yield Place(step.id, "city")
        case _:
            yield Place(step.id, "pause")


def _pivot_places(w: Workshop, step: str, pivot: str) -> Iterator[Place]:
    asked = w.questions_of(pivot)
    yield Place(step, "story")
    for question in asked:
        yield Place(step, "vote", question.id)
    if asked:
        yield Place(step, "results")
        yield Place(step, "discuss", levels.widest_first(w, pivot)[0])
    yield Place(step, "agree")
    yield Place(step, "lit")


def _action_places(w: Workshop, step: str) -> Iterator[Place]:
    worked_on = gaps_worked_on(w)
    for pivot in worked_on:
        yield Place(step, "suggest", pivot)
    if worked_on:
        yield Place(step, "picks")
    yield Place(step, "plan")


def gaps_worked_on(w: Workshop, most: int = WORKED_ON) -> tuple[str, ...]:
    """The pivots for which actions are suggested, at most ``most``; those without a gap are not among them."""
    return tuple(row.pivot for row in levels.gaps(w) if row.value)[:most]


def equal_gaps(w: Workshop) -> tuple[str, ...]:
    """The pivots equal across the cut, between which the room has not said yet which come first."""
    return equal_at_cut(levels.gaps(w), WORKED_ON)


def largest_gaps(w: Workshop) -> tuple[str, ...]:
    """The pivots that may be called the largest gaps: those worked on, and all that equal the last of them."""
    named = {*gaps_worked_on(w), *equal_gaps(w)}
    return tuple(row.pivot for row in levels.gaps(w) if row.pivot in named)


def rounds_of(w: Workshop, pivot: str) -> tuple[Round, ...]:
    """The latest round of each question of a pivot that has one."""
    latest = (w.latest("level", question.id) for question in w.questions_of(pivot))
    return tuple(one for one in latest if one is not None)


def missing_in(w: Workshop, rounds: tuple[Round, ...]) -> tuple[int, int]:
    """How many answers are in over these rounds, and how many their people could give: those in the room, and
    who left with a ballot in."""
    tallies = [levels.tally(w, one.id) for one in rounds]
    return sum(one.cast for one in tallies), sum(one.room for one in tallies)


def ahead(w: Workshop, place: Place) -> Press:
    """What the next press does from here."""
    step = w.steps.get(place.step)
    if step is None:
        return Press("end", None)
    if step.kind == "ballots":
        return _open_all(w, step)
    if step.kind == "pivot" and step.subject:
        found = _ahead_in_pivot(w, place, step.subject)
        if found is not None:
            return found
    if step.kind in POLLED:
        from desktop.model import walk_polls

        found = walk_polls.ahead(w, step, place)
        if found is not None:
            return found
    if place.part == "picks":
        return _keep_favourites(w, place)
    rest = _after(list(places(w, step)), place)
    press = _to(w, rest[0]) if rest else to_next_step(w, step)
    if step.kind == "welcome" and not w.present and w.seats:
        return _all_are_here(w, press)
    if place.part == "gaps" and equal_gaps(w):
        return replace(press, asks="equal")
    return press


def _all_are_here(w: Workshop, press: Press) -> Press:
    """Nobody was counted: no vote could begin. The second press says that everybody invited came."""
    everybody = Call("presence.arrive", {"participants": tuple(one.id for one in w.seats)})
    return replace(press, asks="nobody", calls=(everybody, *press.calls))


def _open_all(w: Workshop, step: Step) -> Press:
    """The ballots are handed out: from the step after this one every question's round must be open."""
    onward = to_next_step(w, step)
    unopened = tuple(question.id for question in w.questions if w.latest("level", question.id) is None)
    opening = (Call("rounds.open", {"kind": "level", "subjects": unopened}),) if unopened else ()
    return Press(onward.label, onward.place, onward.facts, (*opening, *onward.calls))


def _ahead_in_pivot(w: Workshop, place: Place, pivot: str) -> Press | None:
    match place.part:
        case "story":
            return _start_vote(w, place.step, pivot)
        case "vote":
            return _next_question(w, place, pivot)
        case "results":
            first = levels.widest_first(w, pivot)[0]
            if _worth_discussing(w, first):
                return _to(w, Place(place.step, "discuss", first))
            return _to(w, Place(place.step, "agree"))
        case "discuss":
            return _to(w, Place(place.step, "agree"))
        case "agree":
            lit = Place(place.step, "lit")
            camps: Asks = "camps" if two_camps(w, pivot) and not _agreed(w, pivot) else ""
            return Press("agree", lit, {"pivot": pivot}, (_go(lit),), camps, agrees=True)
    return None


def two_camps(w: Workshop, pivot: str) -> bool:
    """Whether the latest answers to a question of this pivot stand in two camps: a mean that nobody chose."""
    shown = (w.latest_revealed("level", question.id) for question in w.questions_of(pivot))
    tallies = (levels.tally(w, one.id) for one in shown if one is not None)
    return any(verdict(one.counts) is Verdict.TWO_CAMPS for one in tallies)


def _agreed(w: Workshop, pivot: str) -> bool:
    return w.decision_on("pivot", pivot) is not None


def _start_vote(w: Workshop, step: str, pivot: str) -> Press:
    asked = w.questions_of(pivot)
    if not asked:
        return _to(w, Place(step, "agree"))
    unopened = tuple(question.id for question in asked if w.latest("level", question.id) is None)
    if unopened:
        place = Place(step, "vote", asked[0].id)
        opening = Call("rounds.open", {"kind": "level", "subjects": unopened})
        return Press("vote", place, {"subject": asked[0].id}, (opening, _go(place)))
    if all(one.state == "revealed" for one in rounds_of(w, pivot)):
        return _to(w, Place(step, "results"))
    open_ = tuple(one for one in rounds_of(w, pivot) if one.state == "open")
    cast, possible = missing_in(w, open_)
    if not open_ or (cast >= possible > 0):
        return _show(w, step, pivot)
    return _to(w, Place(step, "vote", _first_open(w, pivot)))


def _next_question(w: Workshop, place: Place, pivot: str) -> Press:
    voting = [question.id for question in w.questions_of(pivot) if _is_open(w, question.id)]
    later = voting[voting.index(place.subject) + 1 :] if place.subject in voting else voting[:0]
    return _to(w, Place(place.step, "vote", later[0])) if later else _show(w, place.step, pivot)


def _show(w: Workshop, step: str, pivot: str) -> Press:
    """Close what is open and show it, as one step that undo takes back whole."""
    unseen = tuple(one for one in rounds_of(w, pivot) if one.state in ("open", "closed"))
    place = Place(step, "results")
    if not unseen:
        return _to(w, place)
    calls = (Call("rounds.show", {"rounds": tuple(one.id for one in unseen)}), _go(place))
    open_ = tuple(one for one in unseen if one.state == "open")
    if not open_:  # shown before and taken back: nothing is left to close
        return Press("results", place, {}, calls)
    cast, possible = missing_in(w, open_)
    if cast >= possible > 0:
        return Press("show", place, {}, calls)
    return Press("show", place, {}, calls, "missing", (cast, possible))


def _is_open(w: Workshop, question: str) -> bool:
    latest = w.latest("level", question)
    return latest is not None and latest.state == "open"


def _first_open(w: Workshop, pivot: str) -> str:
    asked = w.questions_of(pivot)
    return next((question.id for question in asked if _is_open(w, question.id)), asked[0].id)


def _worth_discussing(w: Workshop, question: str) -> bool:
    shown = w.latest_revealed("level", question)
    return shown is not None and verdict(levels.tally(w, shown.id).counts) is not Verdict.CONSENSUS


def again(w: Workshop, place: Place, question: str) -> Press:
    """Vote once more on one question."""
    voting = Place(place.step, "vote", question)
    latest = w.latest("level", question)
    calls = (Call("rounds.again", {"round": latest.id}), _go(voting)) if latest else ()
    return Press("again", voting, {"subject": question}, calls)


def back(w: Workshop, place: Place) -> Press | None:
    """The scene before this one. It shows an earlier scene and takes nothing back."""
    step = w.steps.get(place.step)
    if step is None:
        return None
    earlier = _before(list(places(w, step)), place)
    if earlier is not None:
        return _to(w, earlier)
    walked = list(_walked(w))
    before = [one for one in walked if one.place < step.place]
    if not before:
        return None
    last = list(places(w, before[-1]))[-1]
    return _to(w, last)


def begin(w: Workshop) -> Press:
    """The day starts: a step of its own for undo, so that taking it back never reaches what was prepared."""
    first = next((place for step in _walked(w) for place in places(w, step)), here(w))
    press = _to(w, first)
    return replace(press, calls=(Call("sessions.start"), *press.calls))


def to(w: Workshop, place: Place) -> Press:
    """Straight to a place of the step in hand."""
    return _to(w, place)


def to_step(w: Workshop, step: Step) -> Press:
    """Straight to a step, wherever the console stands."""
    first = next(places(w, step))
    return Press("step", first, {"step": step.id}, (*_arriving(w, first), _go(first)))


def to_next_step(w: Workshop, step: Step) -> Press:
    """On to the next step that is walked; after the last one, the day can be closed."""
    for later in _walked(w):
        if later.place > step.place:
            return to_step(w, later)
    return Press("end", None)


def _walked(w: Workshop) -> Iterator[Step]:
    return (
        step
        for step in w.agenda
        if step.kind not in PASSED_OVER and step.state != "skipped" and not w.asks_nothing(step)
    )


def _to(w: Workshop, place: Place) -> Press:
    facts = {"subject": place.subject} if place.subject else {}
    return Press(place.part, place, facts, (*_arriving(w, place), _go(place)))


def _arriving(w: Workshop, place: Place) -> tuple[Call, ...]:
    """What has to be there when the scene comes up: suggestions on the table, picks open."""
    if place.part == "suggest" and place.subject:
        library = w.library
        found = tuple(one.id for one in levels.suggestions(w, place.subject, library))
        return (Call("actions.offer", {"library": library, "library_ids": found}),) if found else ()
    if place.part == "picks" and w.latest("picks", "") is None and offered(w):
        return (Call("rounds.open", {"kind": "picks"}),)
    step = w.steps.get(place.step)
    if step is not None and step.kind in POLLED:
        from desktop.model import walk_polls

        return walk_polls.arriving(w, step, place)
    return ()


def offered(w: Workshop) -> tuple[Action, ...]:
    """The suggestions before the room, by place."""
    return tuple(
        sorted((one for one in w.actions.values() if one.status == "offered"), key=lambda one: one.place)
    )


def favourites(w: Workshop, round_id: str) -> tuple[str, ...]:
    """The suggestions with picks, most picked first, at most :data:`MOST_KEPT`."""
    picks = levels.points(w, round_id)
    liked = [one for one in offered(w) if picks.get(one.id)]
    return tuple(one.id for one in sorted(liked, key=lambda one: (-picks[one.id], one.place)))[:MOST_KEPT]


def _keep_favourites(w: Workshop, place: Place) -> Press:
    """Show the picks and keep what the room picked, up to eight; the facilitator may still drop or add."""
    plan = Place(place.step, "plan")
    latest = w.latest("picks", "")
    if latest is None or latest.state == "revealed":
        return _to(w, plan)
    calls = [Call("rounds.show", {"rounds": (latest.id,)})]
    liked = favourites(w, latest.id)
    if liked:
        calls.append(Call("actions.keep", {"actions": liked}))
    counted = any(levels.points(w, latest.id).values())
    asks: Asks = "" if counted or not offered(w) else "no_picks"
    return Press("keep", plan, {"count": len(liked)}, (*calls, _go(plan)), asks)


def _go(place: Place) -> Call:
    return Call("agenda.go", {"step": place.step, "part": place.part, "subject": place.subject})


def _after(all_places: list[Place], place: Place) -> list[Place]:
    found = _index(all_places, place)
    return all_places[found + 1 :] if found is not None else all_places[:1]


def _before(all_places: list[Place], place: Place) -> Place | None:
    found = _index(all_places, place)
    return all_places[found - 1] if found else None


def _index(all_places: list[Place], place: Place) -> int | None:
    """Where a place stands among those of its step: itself, or its part with another subject."""
    if place in all_places:
        return all_places.index(place)
    return next((i for i, one in enumerate(all_places) if one.part == place.part), None)

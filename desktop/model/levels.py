"""From a workshop to its numbers: what the measures need of it, asked in the workshop's own terms.

Everything is computed from the snapshot when asked. Counting a round is remembered for as long as its ballots
and counts are the very same mappings, so that a console with two hundred people and many rounds stays quick.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction

from desktop.model.action_library import ActionLibrary, LibraryAction
from desktop.model.ceilings import people_of
from desktop.model.kinds import answers
from desktop.model.measures import agreement, score
from desktop.model.measures import projection as projecting
from desktop.model.measures.leave_out import QuestionVotes
from desktop.model.measures.priority import Evidence, Neighbours, PivotVotes, Priority, neighbours, priorities
from desktop.model.measures.projection import Projection
from desktop.model.measures.reach import DeclaredAction, PivotToday
from desktop.model.measures.score import CityScore, PivotScore, QuestionScore
from desktop.model.measures.suggestions import suggestions as suggested
from desktop.model.measures.tally import Tally
from desktop.model.measures.tally import tally as counted
from desktop.model.records import WAVES, Action, Count, Round
from desktop.model.workshop import Workshop

_REMEMBERED = 2048
_tallies: dict[str, tuple[Mapping[str, object], tuple[Count, ...], int, Tally]] = {}


def tally(w: Workshop, round_id: str) -> Tally:
    """The counts of one round: ballots and hands added. ``present`` is what the round closed with, or now."""
    held = w.rounds[round_id]
    ballots, counts = w.ballots_in(round_id), w.counts_in(round_id)
    present = held.present if held.present is not None else people_of(w, round_id)
    kept = _tallies.get(round_id)
    if kept is not None and kept[0] is ballots and kept[1:3] == (counts, present):
        return kept[3]
    choices = answers(w, held.kind).choices
    if choices is None:
        raise ValueError(f"a round of {held.kind} holds points, not choices")
    found = counted(
        (ballot.choice for ballot in ballots.values()),
        choices,
        present=present,
        counted=[(count.numbers, count.cant_say) for count in counts],
    )
    if len(_tallies) >= _REMEMBERED:
        _tallies.clear()
    _tallies[round_id] = (ballots, counts, present, found)
    return found


def points(w: Workshop, round_id: str) -> Mapping[str, int]:
    """Picks by action, or dots by pivot, of one round: ballots and counts added."""
    held = w.rounds[round_id]
    found: dict[str, int] = {}
    for ballot in w.ballots_in(round_id).values():
        for subject, number in (ballot.points or {}).items():
            found[subject] = found.get(subject, 0) + number
    if held.kind == "picks":
        by_place = {one.place: one.id for one in w.actions.values()}
    else:
        by_place = {pivot.place: pivot.id for pivot in w.pivots}
    for count in w.counts_in(round_id):
        for place, number in enumerate(count.numbers, start=1):
            if number and place in by_place:
                found[by_place[place]] = found.get(by_place[place], 0) + number
    return found


def counting_round(w: Workshop, question: str) -> Round | None:
    """The round a question's computed level rests on: its latest revealed one."""
    return w.latest_revealed("level", question)


def shown_rounds(w: Workshop, question_id: str) -> tuple[Round, ...]:
    """The votes on a question whose results were shown, first to last; a vote set aside is none of them."""
    return tuple(one for one in w.rounds_on("level", question_id) if one.state == "revealed")


def discussed(w: Workshop, pivot: str) -> bool:
    """Whether the room saw a result about this pivot or decided on it."""
    return w.decision_on("pivot", pivot) is not None or any(
        shown_rounds(w, one.id) for one in w.questions_of(pivot)
    )


def question(w: Workshop, question_id: str) -> QuestionScore:
    """A question's level in force and where it comes from."""
    held = counting_round(w, question_id)
    return score.question_score(
        question_id,
        tally(w, held.id) if held else None,
        _agreed(w, "question", question_id),
        _weight(w, question_id),
    )


def computed(w: Workshop, pivot: str) -> PivotScore:
    """A pivot's level as the votes give it, whatever the room agreed on the pivot."""
    return score.pivot_score([question(w, one.id) for one in w.questions_of(pivot)])


def in_force(w: Workshop, pivot: str) -> PivotScore:
    """A pivot's level: what the room agreed, else computed."""
    return score.pivot_score(
        [question(w, one.id) for one in w.questions_of(pivot)], _agreed(w, "pivot", pivot)
    )


def all_in_force(w: Workshop) -> Mapping[str, PivotScore]:
    """Every pivot's level, in framework order."""
    return {pivot.id: in_force(w, pivot.id) for pivot in w.pivots}


def city(w: Workshop) -> CityScore:
    """The city's level over its pivots; not a headline."""
    return score.city_score({key: one.level for key, one in all_in_force(w).items()}, _pivot_weights(w))


def widest_first(w: Workshop, pivot: str) -> tuple[str, ...]:
    """The questions of a pivot by agreement, lowest first; those nobody rated last, then question order."""
    counts: dict[str, tuple[int, ...]] = {}
    for one in w.questions_of(pivot):
        held = counting_round(w, one.id)
        counts[one.id] = tally(w, held.id).counts if held else ()
    return agreement.widest_first(counts)


def target(w: Workshop, pivot: str) -> Fraction | None:
    """A pivot's target level."""
    found = w.target_of(pivot)
    return Fraction(found.level) if found else None


def gaps(w: Workshop) -> tuple[Priority, ...]:
    """Every pivot by gap × weight, largest first."""
    return priorities(
        {key: one.level for key, one in all_in_force(w).items()},
        {pivot.id: target(w, pivot.id) for pivot in w.pivots},
        _pivot_weights(w),
        tuple(one.pivot for one in w.targets.values() if one.first),
    )


def firmness(w: Workshop) -> tuple[Neighbours, ...]:
    """How firm the order of the gaps is, pair by pair."""
    return neighbours(gaps(w), _evidence(w))


def pivot_votes(w: Workshop, pivot: str) -> tuple[QuestionVotes, ...]:
    """The ratings that enter a pivot's computed level, by person where known."""
    found = []
    for one in w.questions_of(pivot):
        held = counting_round(w, one.id)
        scored = question(w, one.id)
        if held is None or not scored.counts:
            continue
        numbers = [0] * len(w.framework.levels)
        for count in w.counts_in(held.id):
            numbers = [have + more for have, more in zip(numbers, count.numbers, strict=True)]
        rated: dict[Hashable, int] = {
            key: ballot.choice for key, ballot in w.ballots_in(held.id).items() if ballot.choice is not None
        }
        agreed = _agreed(w, "question", one.id)
        found.append(QuestionVotes(rated, tuple(numbers), scored.weight, agreed, w.framework.lowest))
    return tuple(found)


# ---- actions ------------------------------------------------------------------------------------------------


def pivot_today(w: Workshop, pivot: str) -> PivotToday:
    """A pivot before any action."""
    asked = w.questions_of(pivot)
    return PivotToday(
        in_force(w, pivot).level,
        target(w, pivot),
        {one.id: question(w, one.id).level for one in asked},
        {one.id: _weight(w, one.id) for one in asked},
        w.framework.lowest,
        w.framework.highest,
    )


def by_wave(actions: tuple[Action, ...]) -> tuple[Action, ...]:
    """Actions in the order they are taken: by wave (unplaced last), then number."""
    return tuple(sorted(actions, key=lambda one: (_wave_place(one), one.number or 0)))


def projection(w: Workshop, pivot: str) -> Projection:
    """A pivot if all chosen actions finish and work."""
    taken = [one for one in by_wave(w.plan) if one.pivot == pivot]
    return projecting.project(pivot_today(w, pivot), [declared(one) for one in taken])


def projections(w: Workshop) -> Mapping[str, Projection]:
    """Every pivot if all chosen actions finish and work."""
    return {pivot.id: projection(w, pivot.id) for pivot in w.pivots}


def adds(w: Workshop) -> Mapping[str, Fraction]:
    """What each chosen action adds to its pivot's level, taken by wave, then number; all together the projection."""
    found: dict[str, Fraction] = {}
    for pivot in w.pivots:
        taken = [declared(one) for one in by_wave(w.plan) if one.pivot == pivot.id]
        gained = projecting.adds(pivot_today(w, pivot.id), taken)
        found |= {key: value if value is not None else Fraction(0) for key, value in gained.items()}
    return found


def closes(w: Workshop) -> tuple[Fraction, Fraction]:
    """(x, y) of "closes x of the y steps asked for"."""
    return projecting.closes(projections(w).values())


def suggestions(w: Workshop, pivot: str, library: ActionLibrary) -> tuple[LibraryAction, ...]:
    """The library's actions that fit a pivot now and are not chosen: largest gain, smaller effort, id."""
    asked = {one.id for one in w.questions_of(pivot)}
    mine = [one for one in library.actions if one.question in asked]
    chosen = [declared(one) for one in by_wave(w.plan) if one.pivot == pivot]
    taken = {one.library_id for one in w.plan if one.library_id}
    offered = [DeclaredAction(one.id, one.question, one.from_level, one.to_level, one.effort) for one in mine]
    found = suggested(pivot_today(w, pivot), offered, chosen, taken)
    return tuple(library.by_id[one.id] for one in found)


def declared(action: Action) -> DeclaredAction:
    """What an action declares it lifts."""
    return DeclaredAction(action.id, action.question, action.from_level, action.to_level, action.effort)


def _wave_place(action: Action) -> int:
    return WAVES.index(action.wave) if action.wave in WAVES else len(WAVES)


def _agreed(w: Workshop, about: str, subject: str) -> Fraction | None:
    found = w.decision_on(about, subject)
    return Fraction(found.level) if found is not None and found.level is not None else None


def _weight(w: Workshop, subject: str) -> Fraction:
    return next((Fraction(one.value) for one in w.weights.values() if one.subject == subject), Fraction(1))


def _pivot_weights(w: Workshop) -> Mapping[str, Fraction]:
    return {pivot.id: _weight(w, pivot.id) for pivot in w.pivots}


def _evidence(w: Workshop) -> Evidence:
    votes = {
        pivot.id: PivotVotes(pivot_votes(w, pivot.id), _agreed(w, "pivot", pivot.id)) for pivot in w.pivots
    }
    dots = w.latest_revealed("dots", "")
    if dots is None:
        return Evidence(votes)
    by_person: dict[Hashable, Mapping[str, int]] = {
        key: ballot.points or {} for key, ballot in w.ballots_in(dots.id).items()
    }
    return Evidence(votes, by_person) if by_person else Evidence(votes, counted_dots=points(w, dots.id))

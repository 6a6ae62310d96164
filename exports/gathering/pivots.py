"""One pivot's pages: what was asked, counted, decided, said, wanted and planned."""

from __future__ import annotations

from collections.abc import Hashable

from desktop.model import levels
from desktop.model.framework import Pivot, Question, say
from desktop.model.measures.agreement import verdict
from desktop.model.measures.rounds import moves, shift
from desktop.model.measures.tally import RoomState, Tally
from desktop.model.measures.wall import TwoCamps, wall_counts
from desktop.model.records import Round
from desktop.words import gaps, missing, reach
from desktop.words.changing import at_least, moved
from desktop.words.counting import round_says, state_name
from desktop.words.dates import until
from desktop.words.formats import agreed as agreed_words
from desktop.words.lists import quoted
from desktop.words.people import voted
from desktop.words.plan import action_number
from desktop.words.verdicts import verdict_word
from exports.gathering.told import Told, as_fraction
from exports.report import DecisionResult, PivotSection, QuestionResult, RoundResult, Standing

SHOWN = (RoomState.OK, RoomState.FEWER_THAN_HALF, RoomState.HALF_CANT_SAY, RoomState.NOBODY_CAN_SAY)
"""States in which counts may be printed: at least five people hide in them."""


def section(told: Told, pivot: Pivot, standing: Standing) -> PivotSection:
    """Everything the roadmap says about one pivot."""
    w = told.w
    questions = w.questions_of(pivot.id)
    subjects = {pivot.id, *(question.id for question in questions)}
    notes = sorted(
        (note for note in w.notes.values() if note.subject in subjects), key=lambda note: (note.at, note.id)
    )
    said = {
        kind: tuple(note.text for note in notes if note.kind == kind)
        for kind in ("evidence", "quote", "parking")
    }
    score = levels.in_force(w, pivot.id)
    held = [_title(told, w.framework.questions[one]) for one in score.held_back_by]
    return PivotSection(
        standing=standing,
        definition=w.words(pivot.id, "definition", pivot.definition),
        covers=w.words(pivot.id, "covers", pivot.covers),
        story=say(pivot.story.text, w.language) if pivot.story else "",
        story_source=pivot.story.source if pivot.story else "",
        questions=tuple(_question(told, question) for question in questions),
        decision=_decision(told, pivot),
        left_out=""
        if levels.discussed(w, pivot.id)
        else missing.not_discussed(told.words, standing.name, told.review()),
        held_back_by=gaps.held_back(told.words, held) if held else "",
        evidence=said["evidence"],
        quotes=said["quote"],
        barriers=_barriers(told, pivot),
        parked=said["parking"],
        target=_target(told, standing),
        actions=tuple(action_number(one.number or 0) for one in told.plan if one.pivot == pivot.id),
        not_covered=_not_covered(told, standing),
    )


def _title(told: Told, question: Question) -> str:
    return told.w.words(question.id, "title", question.title)


def _question(told: Told, question: Question) -> QuestionResult:
    w = told.w
    rounds = levels.shown_rounds(w, question.id)
    score = levels.question(w, question.id)
    decision = w.decision_on("question", question.id)
    counted = levels.counting_round(w, question.id)
    why = state_name(told.words, levels.tally(w, counted.id).state) if counted else ""
    if counted is None:
        why = missing.missing(told.words, missing.Missing.NOT_DISCUSSED)
    return QuestionResult(
        id=question.id,
        lens=say(w.framework.lenses[question.lens], w.language),
        title=_title(told, question),
        text=w.words(question.id, "text", question.text),
        levels=tuple(
            w.words(question.id, f"level {place}", level.short)
            for place, level in enumerate(question.levels, start=1)
        ),
        rounds=tuple(_round(told, one) for one in rounds),
        level=score.computed,
        agreed=as_fraction(decision.level) if decision else None,
        missing=why if score.level is None else "",
        change=_change(told, rounds),
    )


def _round(told: Told, held: Round) -> RoundResult:
    tally = levels.tally(told.w, held.id)
    shown = tally.state in SHOWN
    qualified = tally.state in (RoomState.OK, RoomState.FEWER_THAN_HALF)
    return RoundResult(
        number=held.number,
        counts=tally.counts if shown else None,
        cant_say=tally.cant_say if shown else None,
        cast=tally.cast,
        present=tally.room,
        named=named_levels(tally) if shown else (),
        sentence=round_says(told.stages, tally),
        verdict=verdict_word(told.words, verdict(tally.counts)) if qualified else "",
        state=state_name(told.words, tally.state),
        ways=_own_ways(told, held),
    )


def _own_ways(told: Told, held: Round) -> str:
    """How people voted, where that is not simply the one way in which everybody voted all day."""
    ways, day = ways_of(told, (held,)), ways_of(told, told.first_votes)
    return "" if len(day) == 1 and set(ways) == set(day) else voted(told.words, ways)


def named_levels(tally: Tally) -> tuple[int, ...]:
    """The levels the counting sentence names."""
    found = wall_counts(tally)
    if found is None:
        return ()
    return (*found.low.levels, *found.high.levels) if isinstance(found, TwoCamps) else tuple(found.levels)


def ways_of(told: Told, rounds: tuple[Round, ...]) -> dict[str, int]:
    """How many answered in each way, the most over these rounds: one person answers many of them."""
    most: dict[str, int] = {}
    for held in rounds:
        here: dict[str, int] = {}
        for ballot in told.w.ballots_in(held.id).values():
            here[ballot.method] = here.get(ballot.method, 0) + 1
        for count in told.w.counts_in(held.id):
            here[count.way] = here.get(count.way, 0) + sum(count.numbers) + count.cant_say
        for way, number in here.items():
            most[way] = max(most.get(way, 0), number)
    return most


def _change(told: Told, rounds: tuple[Round, ...]) -> str:
    """What changed from the first vote to the last, where that may be shown."""
    if len(rounds) < 2:
        return ""
    w, first, second = told.w, rounds[0], rounds[-1]
    if w.counts_in(first.id) or w.counts_in(second.id):
        before, after = levels.tally(w, first.id), levels.tally(w, second.id)
        return at_least(told.words, shift(before, after)) if {before.state, after.state} <= set(SHOWN) else ""
    before_cast = _choices(told, first)
    after_cast = _choices(told, second)
    return moved(told.words, moves(before_cast, after_cast))


def _choices(told: Told, held: Round) -> dict[Hashable, int | None]:
    return {key: ballot.choice for key, ballot in told.w.ballots_in(held.id).items()}


def _decision(told: Told, pivot: Pivot) -> DecisionResult | None:
    decision = told.w.decision_on("pivot", pivot.id)
    if decision is None:
        return None
    level = as_fraction(decision.level)
    return DecisionResult(
        level=level,
        stage=told.stages.at(level) if level is not None else "",
        left_open=level is None,
        differs=levels.in_force(told.w, pivot.id).needs_reason,
        rationale=decision.rationale,
        dissent=decision.dissent,
        present=decision.present,
    )


def _barriers(told: Told, pivot: Pivot) -> tuple[str, ...]:
    names = {key: say(text, told.w.language) for key, text in told.w.framework.barriers}
    picked = [one for one in told.w.barriers.values() if one.pivot == pivot.id]
    order = list(names)
    picked.sort(key=lambda one: (order.index(one.barrier) if one.barrier in order else len(order), one.id))
    return tuple(f"{names.get(one.barrier, one.barrier)} {one.note}".strip() for one in picked)


def _target(told: Told, standing: Standing) -> str:
    """Says "3, Becoming digital, by the end of 2028. “Residents will notice this one first.”"."""
    if standing.target is None:
        return gaps.no_targets(told.words)
    level = agreed_words(told.words, standing.target)
    stage = told.stages.at(standing.target)
    if standing.horizon:
        line = told.words.say(
            "{level}, {stage}, by {day}.", level=level, stage=stage, day=until(told.words, standing.horizon)
        )
    else:
        line = told.words.say("{level}, {stage}.", level=level, stage=stage)
    if standing.lowered:
        line = f"{line} {gaps.below_level(told.words)}"
    return f"{line} {standing.target_rationale}".strip()


def _not_covered(told: Told, standing: Standing) -> str:
    """The questions below the target that no action lifts, or that the whole gap stays open."""
    w = told.w
    if standing.target is None or standing.now is None or not standing.below:
        return ""
    if not any(one.pivot == standing.id for one in w.plan):
        source = levels.in_force(w, standing.id).source
        return reach.gap_stays(told.words, gaps.from_to(told.words, standing.now, source, standing.target))
    projection = levels.projection(w, standing.id)
    titles = []
    for question in w.questions_of(standing.id):
        found = projection.questions.get(question.id)
        if found is not None and found.uncovered and found.shown == found.current:
            titles.append(quoted(told.words, _title(told, question), question.id))
    return reach.no_action_covers(told.words, titles)

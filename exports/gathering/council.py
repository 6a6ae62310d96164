"""The sentences of the council paper."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model import levels
from desktop.model.measures.agreement import agreement
from desktop.model.measures.score import Source
from desktop.words import asking, figures, people, plan, reach, spending
from desktop.words.changing import disagreed_most, second_vote
from desktop.words.plan import action_number
from desktop.words.standing import Standing as InShort
from desktop.words.standing import in_short
from exports.gathering.pivots import ways_of
from exports.gathering.standings import NAMED_GAPS, all_agreed, gaps_note
from exports.gathering.told import Told, first_votes, took_part
from exports.report import ActionEntry, CouncilPaper, Gap, PivotSection, Standing, WaveEntry

FIRST_ACTIONS = 3
"""How many actions page one of the paper names."""


def asked_lines(told: Told, entries: Sequence[ActionEntry], waves: Sequence[WaveEntry]) -> tuple[str, ...]:
    """What the council is asked: as the facilitator edited it, or the drafts nobody has touched yet."""
    if told.w.about.asked is not None:
        return tuple(line for line in told.w.about.asked if line.strip())
    horizons = {target.horizon for target in told.w.targets.values()}
    first = [entry for entry in entries if entry.wave == "now"]
    now = {entry.owner for entry in first if entry.owner}
    until = next((wave.until for wave in waves if wave.wave == "now"), None)
    return asking.drafts(
        told.words,
        targets=len(told.w.targets),
        horizon=horizons.pop() if len(horizons) == 1 else None,
        owners=len(now),
        now_until=until,
        review=told.review(),
        unowned=[entry.number for entry in first if not entry.owner],
    )


def first_actions(entries: Sequence[ActionEntry]) -> tuple[str, ...]:
    """Those ticked for page one; else the first of the plan, in its order."""
    ticked = [entry.number for entry in entries if entry.on_page_one]
    return tuple((ticked or [entry.number for entry in entries])[:FIRST_ACTIONS])


def council(
    told: Told,
    standings: Sequence[Standing],
    gaps: Sequence[Gap],
    entries: Sequence[ActionEntry],
    waves: Sequence[WaveEntry],
    sections: Sequence[PivotSection],
) -> CouncilPaper:
    """Every sentence of the two pages."""
    words = told.words
    return CouncilPaper(
        asked=asked_lines(told, entries, waves),
        in_short=in_short(told.stages, [_in_short(told, one) for one in standings]),
        figure=_figure(told, standings),
        gaps=tuple(gap.sentence for gap in gaps[:NAMED_GAPS]),
        first_actions=first_actions(entries),
        who=_who(told, sections),
        limits=plan.limits(words),
        plan=plan.plan_opening(
            words,
            len(entries),
            owned=sum(bool(entry.owner) for entry in entries),
            guessed=any(entry.days_guessed for entry in entries),
        ),
        money=spending.spending(words, _costs(told), told.w.about.currency) if entries else "",
        reach=reached(told, standings),
        if_nothing=plan.nothing_decided(
            words, told.review(), targets=bool(told.w.targets), actions=bool(entries)
        ),
        more=words.say(
            "The full roadmap gives the evidence question by question, the dissent, and the method."
        ),
    )


def reached(told: Told, standings: Sequence[Standing]) -> str:
    """What the plan closes, which pivots reach their target, which no action covers or lifts."""
    closed, asked = levels.closes(told.w)
    aimed = [one for one in standings if one.below]
    if told.w.plan and not aimed:
        return reach.closes_nothing(told.words, gaps_note(told, standings, ()))
    planned = {action.pivot for action in told.w.plan}
    unmoved = [one for one in aimed if one.if_done == one.now]
    return reach.reach(
        told.words,
        len(told.w.plan),
        closed,
        asked,
        [one.name for one in aimed if one.reached],
        [one.name for one in unmoved if one.id not in planned],
        pivots=len(aimed),
        agreed_levels=all(one.agreed is not None for one in aimed),
        unmoved=[one.name for one in unmoved if one.id in planned],
    )


def _in_short(told: Told, standing: Standing) -> InShort:
    source = levels.in_force(told.w, standing.id).source
    source = Source.AGREED if standing.agreed is not None else source
    return InShort(standing.name, standing.now, source, levels.discussed(told.w, standing.id))


def _figure(told: Told, standings: Sequence[Standing]) -> str:
    both_known = [one for one in standings if one.gap is not None]
    horizons = {one.horizon for one in standings if one.target is not None}
    finding = figures.against_targets(
        told.words,
        below=sum(one.below for one in both_known),
        met=sum(not one.below for one in both_known),
        above=sum(one.lowered for one in both_known),
        without_level=sum(one.now is None for one in standings),
    )
    horizon = next(iter(horizons)) if len(horizons) == 1 else None
    key = figures.bars_key(
        told.words,
        horizon,
        all_agreed=all_agreed(told),
        bars=any(one.now is not None for one in standings),
        ticks=bool(horizons),
    )
    return f"{finding} {key}".rstrip()


def _who(told: Told, sections: Sequence[PivotSection]) -> str:
    w, words = told.w, told.words
    said = people.took_part(words, took_part(w), len(w.seats), ways_of(told, first_votes(w)))
    return f"{said} {_disagreement(told, sections)}".strip()


def _disagreement(told: Told, sections: Sequence[PivotSection]) -> str:
    """The question with the lowest agreement at its first vote, in the counting sentences of both votes.

    Nothing where every vote was of one mind.
    """
    counts = {one.subject: levels.tally(told.w, one.id).counts for one in first_votes(told.w)}
    divided = {key: numbers for key, numbers in counts.items() if agreement(numbers) not in (None, 1)}
    order = levels.by_agreement(divided)
    results = {question.id: question for section in sections for question in section.questions}
    for key in order:
        question = results.get(key)
        if question is None or not question.rounds or question.rounds[0].counts is None:
            continue
        if len(question.rounds) > 1:
            said = second_vote(
                told.words, question.rounds[0].sentence, question.rounds[-1].sentence, question.change
            )
        else:
            said = question.rounds[0].sentence
        return disagreed_most(told.words, question.title, question.id, said)
    return ""


def _costs(told: Told) -> list[spending.Cost]:
    return [
        spending.Cost(
            action_number(action.number or 0),
            action.money,
            None if action.money_amount is None else Fraction(action.money_amount),
        )
        for action in told.w.plan
    ]

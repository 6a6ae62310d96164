"""The sentences of the council paper."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from desktop.model import levels
from desktop.model.measures.agreement import Verdict, verdict, widest_first
from desktop.model.measures.score import Source
from desktop.model.measures.tally import Tally
from desktop.model.measures.wall import TwoCamps, wall_counts
from desktop.words import asking, decided, figures, people, plan, reach, spending
from desktop.words.changing import disagreed_most, not_split, second_vote
from desktop.words.plan import action_number
from desktop.words.standing import Standing as InShort
from desktop.words.standing import in_short
from exports.gathering.pivots import ways_of
from exports.gathering.standings import all_agreed, gap_lines, gaps_note
from exports.gathering.told import Told, first_votes, took_part
from exports.report import ActionEntry, CouncilPaper, Gap, PivotSection, QuestionResult, Standing, WaveEntry

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
    words, overruled = told.words, _overruled(told, sections)
    return CouncilPaper(
        asked=asked_lines(told, entries, waves),
        in_short=in_short(told.stages, [_in_short(told, one) for one in standings]),
        figure=_figure(told, standings, overruled=bool(overruled)),
        gaps=gap_lines(told, standings, gaps),
        first_actions=first_actions(entries),
        who=_who(told),
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
        new_money=spending.not_granted(words, _costs(told), told.w.about.currency),
        overruled=overruled,
        uncovered=reach.no_action_covers(words, _uncovered(told, standings)) if entries else "",
        disagreement=_disagreement(told, sections),
    )


_REASONS = 2
"""With more pivots than this, page one leaves the reasons to the roadmap."""


def _overruled(told: Told, sections: Sequence[PivotSection]) -> str:
    """Where the room agreed half a level or more from its votes, and why."""
    far = [
        (section.standing, section.decision.rationale)
        for section in sections
        if section.decision is not None and section.decision.differs
    ]
    found = [
        decided.overruled(
            told.words, told.said(one.short), one.agreed, one.computed, why if len(far) <= _REASONS else None
        )
        for one, why in far
        if one.agreed is not None and one.computed is not None
    ]
    if len(far) > _REASONS:
        found.append(decided.reasons_elsewhere(told.words))
    return " ".join(found)


def _uncovered(told: Told, standings: Sequence[Standing]) -> list[str]:
    """The pivots below their target for which no action is planned."""
    planned = {action.pivot for action in told.plan}
    return [told.said(one.name) for one in standings if one.below and one.id not in planned]


def reached(told: Told, standings: Sequence[Standing]) -> str:
    """What the plan closes, which pivots reach their target, which no action covers or lifts."""
    closed, asked = levels.closes(told.w)
    aimed = [one for one in standings if one.below]
    if told.w.plan and not aimed:
        return reach.closes_nothing(told.words, gaps_note(told, standings, ()))
    planned = {action.pivot for action in told.w.plan}
    unmoved = [one for one in aimed if one.if_done == one.now and one.id in planned]
    return reach.reach(
        told.words,
        len(told.w.plan),
        closed,
        asked,
        [told.said(one.name) for one in aimed if one.reached],
        _uncovered(told, standings),
        pivots=len(aimed),
        agreed_levels=all(one.agreed is not None for one in aimed),
        unmoved=[told.said(one.name) for one in unmoved],
    )


def _in_short(told: Told, standing: Standing) -> InShort:
    source = levels.in_force(told.w, standing.id).source
    source = Source.AGREED if standing.agreed is not None else source
    return InShort(told.said(standing.name), standing.now, source, levels.discussed(told.w, standing.id))


def _figure(told: Told, standings: Sequence[Standing], *, overruled: bool) -> str:
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
        overruled=overruled,
    )
    return f"{finding} {key}".rstrip()


def _who(told: Told) -> str:
    """How many took part, in which ways they voted, and on how many questions a level rests."""
    w = told.w
    asked = [len(w.questions_of(pivot.id)) for pivot in w.pivots]
    some = [number for number in asked if number]
    questions = (min(some), max(some)) if some else None
    return people.took_part(told.words, took_part(w), len(w.seats), ways_of(told, first_votes(w)), questions)


_SPLIT = (Verdict.SPREAD, Verdict.TWO_CAMPS)


def _disagreement(told: Told, sections: Sequence[PivotSection]) -> str:
    """The question on which a vote was spread or in two camps, or that was voted on again: least agreement first.

    Counts in which one voter stands apart from all others stay out of page one. Nothing is said where a first
    vote may not be shown: "on no question" would tell how its few voted.
    """
    first = {one.subject: levels.tally(told.w, one.id) for one in told.first_votes}
    results = {question.id: question for section in sections for question in section.questions}
    if not first or any(results[key].rounds[0].counts is None for key in first):
        return ""
    tallies = {
        key: [levels.tally(told.w, one.id) for one in levels.shown_rounds(told.w, key)] for key in first
    }
    divided = {
        key: tallies[key][0].counts
        for key in first
        if len(tallies[key]) > 1 or verdict(tallies[key][0].counts) in _SPLIT
    }
    for key in widest_first(divided):
        question = results[key]
        said = "" if any(_one_apart(tally) for tally in tallies[key]) else _both_votes(told, question)
        return disagreed_most(told.words, question.title, question.id, said)
    return not_split(told.words)


def _both_votes(told: Told, question: QuestionResult) -> str:
    first, last = question.rounds[0], question.rounds[-1]
    if len(question.rounds) < 2:
        return first.sentence
    return second_vote(told.words, first.sentence, last.sentence, question.change)


def _one_apart(tally: Tally) -> bool:
    """Whether the counting sentence would tell of exactly one voter above, below or between the others."""
    found = wall_counts(tally)
    if found is None:
        return False
    if isinstance(found, TwoCamps):
        return 1 in (found.low.count, found.high.count, found.between)
    return 1 in (found.lower, found.higher)


def _costs(told: Told) -> list[spending.Cost]:
    return [
        spending.Cost(
            action_number(action.number or 0),
            action.money,
            None if action.money_amount is None else Fraction(action.money_amount),
        )
        for action in told.w.plan
    ]

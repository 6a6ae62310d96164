"""Where every pivot stands: level in force, target, gap and what the plan does for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from fractions import Fraction

from desktop.model import levels
from desktop.model.framework import Pivot
from desktop.model.measures.priority import Neighbours, Order, Priority
from desktop.model.measures.rounding import printed
from desktop.model.measures.score import PivotScore, Source
from desktop.model.measures.tally import RoomState
from desktop.words import gaps as saying
from desktop.words.missing import Missing, missing
from exports.gathering.told import Told, as_fraction
from exports.report import Gap, Standing

NAMED_GAPS = 3
"""How many gaps the council paper names."""


def standings(told: Told) -> tuple[Standing, ...]:
    """Every pivot, in framework order."""
    order = {row.pivot: row for row in levels.gaps(told.w)}
    return tuple(_standing(told, pivot, order[pivot.id]) for pivot in told.w.pivots)


def _standing(told: Told, pivot: Pivot, row: Priority) -> Standing:
    w = told.w
    score = levels.in_force(w, pivot.id)
    computed = levels.computed(w, pivot.id)
    decision = w.decision_on("pivot", pivot.id)
    target = w.target_of(pivot.id)
    projection = levels.projection(w, pivot.id)
    agreed = as_fraction(decision.level) if decision else None
    return Standing(
        id=pivot.id,
        place=pivot.place,
        colour=pivot.colour,
        icon=pivot.icon,
        name=told.pivot_name(pivot),
        short=w.words(pivot.id, "short", pivot.short),
        now=score.level,
        agreed=agreed,
        computed=computed.level,
        stage=told.stages.at(score.level) if score.level is not None else "",
        missing=_why_missing(told, pivot, score) if score.level is None else "",
        target=as_fraction(target.level) if target else None,
        horizon=target.horizon if target else None,
        target_rationale=target.rationale if target else "",
        gap=row.gap,
        weight=row.weight * 100,
        share=row.share,
        if_done=projection.projected,
        still_open=_still_open(projection.projected, as_fraction(target.level) if target else None),
        indicative=len(w.questions_of(pivot.id)) == 1,
    )


def _still_open(done: Fraction | None, target: Fraction | None) -> Fraction | None:
    """What lacks to the target, from both as printed."""
    if done is None or target is None:
        return None
    return max(Fraction(0), printed(target) - printed(done))


def _why_missing(told: Told, pivot: Pivot, score: PivotScore) -> str:
    shown = [levels.counting_round(told.w, question.id) for question in told.w.questions_of(pivot.id)]
    states = {levels.tally(told.w, one.id).state for one in shown if one is not None}
    if not states:
        decision = told.w.decision_on("pivot", pivot.id)
        return missing(told.words, Missing.LEFT_OPEN if decision else Missing.NOT_DISCUSSED)
    for state, why in (
        (RoomState.NOBODY_CAN_SAY, Missing.NOBODY_CAN_SAY),
        (RoomState.HALF_CANT_SAY, Missing.HALF_CANT_SAY),
        (RoomState.TOO_FEW, Missing.TOO_FEW),
    ):
        if states == {state}:
            return missing(told.words, why)
    return missing(told.words, Missing.TOO_LITTLE)


def gaps(told: Told) -> tuple[Gap, ...]:
    """The pivots that fall short of their target, largest gap × weight first, and how firm each place is."""
    rows = told.gaps
    pairs = {pair.first: pair for pair in levels.firmness(told.w)}
    return tuple(
        _gap(told, row, _order(rows, place, pairs), _remark(told, rows, place, pairs.get(row.pivot)))
        for place, row in enumerate(rows)
    )


def _order(rows: Sequence[Priority], place: int, pairs: Mapping[str, Neighbours]) -> Order | None:
    """How firm a place is against the next one; the last of equal ones is a tie with those before it."""
    if place and rows[place].value == rows[place - 1].value:
        return Order.TIE
    pair = pairs.get(rows[place].pivot)
    return pair.order if pair else None


def _remark(told: Told, rows: Sequence[Priority], place: int, pair: Neighbours | None) -> str:
    """Whether the place of a gap named on paper is a close call with the next one."""
    if pair is None or place >= NAMED_GAPS or place + 1 >= len(rows) or pair.order is not Order.CLOSE_CALL:
        return ""
    return saying.close_call(told.words, _name(told, pair.second))


def gap_lines(told: Told, standings: Sequence[Standing], found: Sequence[Gap]) -> tuple[str, ...]:
    """The largest gaps, a place a line: as many places as name three gaps, equal ones together."""
    preferred = {row.pivot for row in levels.gaps(told.w) if row.preferred}
    agreed = {one.id: one.agreed is not None for one in standings}
    lines: list[str] = []
    place = 0
    while place < min(len(found), NAMED_GAPS):
        equal = [gap for gap in found[place:] if gap.share == found[place].share]
        if len(equal) == 1:
            lines.append(f"{equal[0].sentence} {equal[0].remark}".rstrip())
        else:
            lines.append(_together(told, place + 1, equal, agreed, preferred))
        place += len(equal)
    return tuple(lines)


def _together(
    told: Told, place: int, equal: Sequence[Gap], agreed: Mapping[str, bool], preferred: Set[str]
) -> str:
    sizes = {
        saying.step_size(told.words, gap.gap, agreed_levels=agreed.get(gap.pivot, False)) for gap in equal
    }
    first = equal[0].pivot if equal[0].pivot in preferred and equal[-1].pivot not in preferred else ""
    return saying.share_a_place(
        told.words,
        place,
        [_name(told, gap.pivot) for gap in equal],
        sizes.pop() if len(sizes) == 1 else "",
        _name(told, first) if first else "",
    )


def not_listed(told: Told, standings: Sequence[Standing], found: Sequence[Gap]) -> str:
    """Who is missing from the table of gaps, and why; '' where there is no table."""
    if not found:
        return ""
    listed = {gap.pivot for gap in found}
    rest = [one for one in standings if one.id not in listed]
    return saying.not_listed(
        told.words,
        [told.said(one.name) for one in rest if one.now is not None and one.target is not None],
        [told.said(one.name) for one in rest if one.target is None],
        [told.said(one.name) for one in rest if one.now is None and one.target is not None],
    )


def _name(told: Told, pivot: str) -> str:
    return told.said(told.pivot_name(told.w.framework.pivot_by_id[pivot]))


def _gap(told: Told, row: Priority, order: Order | None, remark: str) -> Gap:
    source = levels.in_force(told.w, row.pivot).source
    assert row.level is not None, "a gap has a level"
    assert row.target is not None, "a gap has a target"
    return Gap(
        pivot=row.pivot,
        gap=row.gap or Fraction(0),
        share=row.share or Fraction(0),
        word=saying.order_word(told.words, order) if order else "",
        sentence=saying.gap(told.words, _name(told, row.pivot), row.level, source, row.target),
        remark=remark,
    )


def gaps_note(told: Told, standings: Sequence[Standing], found: Sequence[Gap]) -> str:
    """What comes first and which place is a close call; where no gap is known, why."""
    words = told.words
    if not told.w.targets:
        return saying.no_targets(words)
    if not found:
        known = all(one.gap is not None for one in standings if one.target is not None)
        return saying.all_met(words) if known else saying.none_to_tell(words)
    equal = [row for row in found if row.share == found[0].share]
    pairs = {pair.first: pair.order for pair in levels.firmness(told.w)}
    close = [place for place, row in enumerate(found, 1) if pairs.get(row.pivot) is Order.CLOSE_CALL]
    first = saying.come_first(words, [_name(told, row.pivot) for row in equal])
    return f"{first} {saying.close_pair(words, close[0])}" if close and close[0] < len(found) else first


def all_agreed(told: Told) -> bool:
    """Whether there are levels in force, and every one is the room's word."""
    known = [score.source for score in levels.all_in_force(told.w).values() if score.level is not None]
    return bool(known) and all(source is Source.AGREED for source in known)
